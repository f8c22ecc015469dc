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
import * as RequestLog from "./RequestLog.js"
import * as Retry from "./Retry.js"
import * as Timeout from "./Timeout.js"
import * as TokenStore from "./TokenStore.js"

/**
 * Everything but the credentials.
 *
 * @since 0.1.0
 * @category models
 */
export interface StackOptions {
  /** Whose limits hold. */
  readonly appKey: string
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
 * @since 0.1.0
 * @category models
 */
export interface Options extends StackOptions {
  readonly appSecret: Redacted.Redacted<string>
}

const baseUrlOf = (options: StackOptions): string =>
  options.baseUrl ?? Region.hosts[options.region ?? "global"]

/** Everything under the token. */
const sending = (options: StackOptions) => {
  const baseUrl = baseUrlOf(options)
  const rateLimit = { ...options.rateLimit, key: options.appKey }
  // From the caller to the wire. What counts or slows down attempts sits under the retries; no wait is part of an
  // attempt's time limit.
  return DayQuota.layer(options.dayQuota).pipe(
    Layer.provide(Retry.layer(options.retry)),
    Layer.provide(CircuitBreaker.layer({ ...options.circuitBreaker, baseUrl })),
    Layer.provide(RateLimit.layerSpacing(rateLimit)),
    Layer.provide(Bulkhead.layer(options.bulkhead)),
    Layer.provide(RateLimit.layerRates(rateLimit)),
    Layer.provide(Timeout.layer("attempt", options.attemptTimeout ?? "15 seconds")),
    Layer.provide(Layer.fresh(RequestLog.layer)),
    Layer.provide(EzvizClient.layerTransport({ baseUrl }))
  )
}

/**
 * The token sits over the retries, so that a call is replayed with a new token at most once. Fresh, since a layer that
 * is a value is built once for a whole program, and two accounts have two tokens.
 */
const withToken = <E, R, R2>(
  options: StackOptions,
  token: Layer.Layer<AccessToken.AccessToken, E, R | EzvizClient.EzvizClient>,
  below: Layer.Layer<EzvizClient.EzvizClient, never, R2>
) =>
  Timeout.layer("call", options.callTimeout ?? "60 seconds").pipe(
    Layer.provide(Layer.fresh(AccessToken.layer)),
    Layer.provide(token),
    Layer.provide(below)
  )

const ofApplication = (options: Options) =>
  AccessToken.layerAppKey({
    appKey: options.appKey,
    appSecret: options.appSecret,
    baseUrl: baseUrlOf(options),
    allowedAreaDomains: options.allowedAreaDomains
  })

/** What processes can share, and where it comes from. */
type Shared = HttpClient.HttpClient | TokenStore.TokenStore | RateLimit.Limiter

/**
 * The sensible stack over an `HttpClient`, with a token store and a limiter of your choice: what processes share.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerShared = (options: Options): Layer.Layer<EzvizClient.EzvizClient, never, Shared> =>
  withToken(options, ofApplication(options), sending(options))

/**
 * As `layerShared`, for calls in the name of a sub-account. Its token is asked for with that of the application.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerSubAccount = (
  options: Options & { readonly accountId: string }
): Layer.Layer<EzvizClient.EzvizClient, never, Shared> => {
  const below = sending(options)
  const token = AccessToken.layerSubAccount({
    accountId: options.accountId,
    baseUrl: baseUrlOf(options),
    allowedAreaDomains: options.allowedAreaDomains
  })
  return withToken(options, Layer.provide(token, withToken(options, ofApplication(options), below)), below)
}

/**
 * The sensible stack with the tokens of a provider of your choice, such as `AccessToken.layerFixed` or
 * `AccessToken.layerRenewing`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerWithToken = <E, R>(
  options: StackOptions,
  token: Layer.Layer<AccessToken.AccessToken, E, R>
): Layer.Layer<EzvizClient.EzvizClient, E, R | HttpClient.HttpClient | RateLimit.Limiter> =>
  withToken(options, token, sending(options))

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

const isHttpUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const fromEnvironment: Config.Config<Options> = /*#__PURE__*/ Config.all({
  appKey: /*#__PURE__*/ Config.nonEmptyString("EZVIZ_APP_KEY"),
  appSecret: /*#__PURE__*/ Config.redacted(/*#__PURE__*/ Config.nonEmptyString("EZVIZ_APP_SECRET")),
  // An empty variable is one that is not set: so compose files and shells write it.
  baseUrl: /*#__PURE__*/ Config.nonEmptyString("EZVIZ_BASE_URL").pipe(
    /*#__PURE__*/ Config.validate({
      message: "Expected a URL such as https://open.ezvizlife.com",
      validation: isHttpUrl
    }),
    /*#__PURE__*/ Config.withDefault(undefined)
  )
})
