/**
 * The client as most want it: token, retries and time limits in the order that works.
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
import * as EzvizClient from "./EzvizClient.js"
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
  readonly retry?: Retry.Options | undefined
  /** The limit of one attempt. Default: 15 seconds. */
  readonly attemptTimeout?: Duration.DurationInput | undefined
  /** The limit of a call with all its attempts. Default: 60 seconds. */
  readonly callTimeout?: Duration.DurationInput | undefined
}

/**
 * The sensible stack over an `HttpClient`, with a token store of your choice.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerWithStore = (
  options: Options
): Layer.Layer<EzvizClient.EzvizClient, never, HttpClient.HttpClient | TokenStore.TokenStore> => {
  const baseUrl = options.baseUrl ?? Region.hosts[options.region ?? "global"]
  // From the wire up. The token sits over the retries, so that a call is replayed with a new token at most once.
  const sending = Retry.layer(options.retry).pipe(
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
