/**
 * The client as most want it: every layer, in the order that works.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as AccessToken from "./AccessToken.js"
import * as Bulkhead from "./Bulkhead.js"
import * as CircuitBreaker from "./CircuitBreaker.js"
import * as DayQuota from "./DayQuota.js"
import * as EzvizClient from "./EzvizClient.js"
import * as RateLimit from "./RateLimit.js"
import * as Region from "./Region.js"
import * as Retry from "./Retry.js"
import * as Timeout from "./Timeout.js"
import * as TokenStore from "./TokenStore.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  readonly appKey: string
  readonly appSecret: Redacted.Redacted<string>
  /** Where to ask first: a region's name. The areaDomain that comes with the token is followed. Default: `global`. */
  readonly region?: Region.Region | undefined
  /** Any other address to ask first, instead of a region. */
  readonly baseUrl?: string | undefined
  /** Domains besides the vendor's own that may be told the token. */
  readonly allowedAreaDomains?: ReadonlyArray<string> | undefined
  /** What is tried again, and how often. */
  readonly retry?: Retry.Options | undefined
  /** How fast calls are made. Default: captures of one device every 4 s; the rest as fast as the server bears. */
  readonly rateLimit?: Omit<RateLimit.Options, "key"> | undefined
  /** When a host that fails is left alone. */
  readonly circuitBreaker?: CircuitBreaker.Settings | undefined
  /** How many attempts are under way at once, in all and for a device. */
  readonly bulkhead?: Bulkhead.Options | undefined
  /** When the day of the vendor's quotas turns. */
  readonly dayQuota?: DayQuota.Options | undefined
  /** The limit of one attempt. Default: 15 seconds. */
  readonly attemptTimeout?: Duration.DurationInput | undefined
  /** The limit of a call with all its attempts. Default: 60 seconds. */
  readonly callTimeout?: Duration.DurationInput | undefined
}

/**
 * The sensible stack over an `HttpClient`, with a token store and a limiter of your choice: what processes share.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerShared = (
  options: Options
): Layer.Layer<
  EzvizClient.EzvizClient,
  never,
  HttpClient.HttpClient | TokenStore.TokenStore | RateLimit.Limiter
> => {
  const baseUrl = options.baseUrl ?? Region.hosts[options.region ?? "global"]
  // From the caller to the wire. The token sits over the retries, so that a call is replayed with a new token at most
  // once; what counts or slows down attempts sits under them; no wait is part of an attempt's time limit.
  const sending = DayQuota.layer(options.dayQuota).pipe(
    Layer.provide(Retry.layer(options.retry)),
    Layer.provide(CircuitBreaker.layer({ ...options.circuitBreaker, baseUrl })),
    Layer.provide(Bulkhead.layer(options.bulkhead)),
    Layer.provide(RateLimit.layer({ ...options.rateLimit, key: options.appKey })),
    Layer.provide(Timeout.layer("attempt", options.attemptTimeout ?? "15 seconds")),
    Layer.provide(EzvizClient.layerTransport({ baseUrl }))
  )
  const token = AccessToken.layerAppKey({
    appKey: options.appKey,
    appSecret: options.appSecret,
    baseUrl,
    allowedAreaDomains: options.allowedAreaDomains
  })
  return Timeout.layer("call", options.callTimeout ?? "60 seconds").pipe(
    Layer.provide(AccessToken.layer),
    Layer.provide(token),
    Layer.provide(sending)
  )
}

/**
 * The sensible stack over an `HttpClient`, with a token store of your choice.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerWithStore = (
  options: Options
): Layer.Layer<EzvizClient.EzvizClient, never, HttpClient.HttpClient | TokenStore.TokenStore> =>
  Layer.provide(layerShared(options), RateLimit.layerLimiterMemory)

/**
 * The sensible stack over an `HttpClient`, with the token in memory.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<EzvizClient.EzvizClient, never, HttpClient.HttpClient> =>
  Layer.provide(layerWithStore(options), TokenStore.layerMemory)

/**
 * As `layer`, from configuration. By default: `EZVIZ_APP_KEY`, `EZVIZ_APP_SECRET`, and optionally `EZVIZ_BASE_URL`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerConfig = (
  options: Config.Config.Wrap<Options> = fromEnvironment
): Layer.Layer<EzvizClient.EzvizClient, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.unwrapEffect(Effect.map(Config.unwrap(options), layer))

const fromEnvironment: Config.Config<Options> = /*#__PURE__*/ Config.all({
  appKey: /*#__PURE__*/ Config.string("EZVIZ_APP_KEY"),
  appSecret: /*#__PURE__*/ Config.redacted("EZVIZ_APP_SECRET"),
  baseUrl: /*#__PURE__*/ Config.withDefault(/*#__PURE__*/ Config.string("EZVIZ_BASE_URL"), undefined)
})
