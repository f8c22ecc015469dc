/** The client's options as layers. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Core from "@effect-ezviz/core/Ezviz"
import type * as EzvizClient from "@effect-ezviz/core/EzvizClient"
import * as Retry from "@effect-ezviz/core/Retry"
import * as Snapshots from "@effect-ezviz/core/Snapshots"
import * as TokenStore from "@effect-ezviz/core/TokenStore"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as EffectLogger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import type { RetryOptions } from "../Call.js"
import type { EzvizOptions, Logger } from "../Options.js"
import type { Emitter } from "./events.js"
import * as UndiciHttpClient from "./undiciHttpClient.js"

/** What methods need. */
export type Services = EzvizClient.EzvizClient | Snapshots.Snapshots

const required = (name: "appKey" | "appSecret", value: string | undefined, variable: string): string => {
  const found = value ?? process.env[variable]
  if (typeof found === "string" && found.trim() !== "") return found
  throw new TypeError(`createEzviz: ${name} is missing: pass it, or set ${variable} in the environment`)
}

const positive = (name: string, value: number | undefined): number | undefined => {
  if (value === undefined || value > 0) return value
  throw new TypeError(`createEzviz: ${name} must be a number above 0`)
}

const url = (name: string, value: string | undefined, example: string): string | undefined => {
  if (value === undefined || URL.canParse(value)) return value
  throw new TypeError(`createEzviz: ${name} is not a URL such as ${example}`)
}

/** A policy in core's terms. */
export const retryPolicy = (retry: RetryOptions | false | undefined): Partial<Retry.Policy> => {
  if (retry === false) return { retries: 0 }
  const { baseMillis, capMillis, retries } = retry ?? {}
  return {
    ...(retries !== undefined && { retries }),
    ...(baseMillis !== undefined && { base: baseMillis }),
    ...(capMillis !== undefined && { cap: capMillis })
  }
}

const logLevels: Readonly<Record<string, keyof Logger>> = {
  ERROR: "error",
  FATAL: "error",
  WARN: "warn",
  INFO: "info"
}

/** Nothing is printed by itself: a library has no console of its own. */
const loggerLayer = (logger: Logger | undefined): Layer.Layer<never> =>
  logger === undefined
    ? EffectLogger.remove(EffectLogger.defaultLogger)
    : EffectLogger.replace(
        EffectLogger.defaultLogger,
        EffectLogger.make(({ annotations, cause, logLevel, message }) => {
          const parts: ReadonlyArray<unknown> = Array.isArray(message) ? message : [message]
          const [text, ...values] = parts
          logger[logLevels[logLevel.label] ?? "debug"](String(text), {
            ...Object.fromEntries(HashMap.toEntries(annotations)),
            ...(values.length > 0 && { values: values.map(Cause.originalError) }),
            ...(!Cause.isEmpty(cause) && { cause: Cause.originalError(Cause.squash(cause)) })
          })
        })
      )

/** A store in memory that tells of every token it is given. */
const storeLayer = (emitter: Emitter): Layer.Layer<TokenStore.TokenStore> =>
  Layer.effect(
    TokenStore.TokenStore,
    Effect.map(TokenStore.TokenStore, (store) => ({
      ...store,
      save: (key: string, token: TokenStore.StoredToken) =>
        Effect.tap(store.save(key, token), () =>
          Effect.sync(() =>
            emitter.emit("tokenRenewed", {
              expiresAt: new Date(token.expiresAt),
              areaDomain: token.areaDomain
            })
          )
        )
    }))
  ).pipe(Layer.provide(TokenStore.layerMemory))

/** Everything that methods need, of options that are judged at once: what cannot work throws a `TypeError`. */
export const layer = (options: EzvizOptions, emitter: Emitter): Layer.Layer<Services> => {
  const { proxy, region } = options
  const fromEnvironment = region === undefined ? process.env["EZVIZ_BASE_URL"] : undefined
  const http =
    options.fetch === undefined
      ? UndiciHttpClient.layer({
          ca: options.ca,
          proxy: url("proxy", proxy, "http://proxy.example.com:3128")
        })
      : FetchHttpClient.layer
  const client = Core.layerWithStore({
    appKey: required("appKey", options.appKey, "EZVIZ_APP_KEY"),
    appSecret: Redacted.make(required("appSecret", options.appSecret, "EZVIZ_APP_SECRET")),
    region,
    baseUrl: url("baseUrl", options.baseUrl ?? fromEnvironment, "https://open.ezvizlife.com"),
    allowedAreaDomains: options.allowedAreaDomains,
    retry: retryPolicy(options.retry),
    callTimeout: positive("timeoutMillis", options.timeoutMillis),
    attemptTimeout: positive("attemptTimeoutMillis", options.attemptTimeoutMillis)
  })
  const onRetry = (retrying: Retry.Retrying) =>
    Effect.sync(() => emitter.emit("retry", { ...retrying, error: Cause.originalError(retrying.error) }))
  return Snapshots.layer().pipe(
    Layer.provideMerge(client),
    Layer.provide(http),
    Layer.provide(storeLayer(emitter)),
    Layer.merge(loggerLayer(options.logger)),
    Layer.merge(Layer.succeed(Retry.OnRetry, onRetry)),
    Layer.merge(
      options.fetch === undefined ? Layer.empty : Layer.succeed(FetchHttpClient.Fetch, options.fetch)
    )
  )
}
