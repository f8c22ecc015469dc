/** The client's options as layers. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Core from "@effect-ezviz/core/Ezviz"
import type * as EzvizClient from "@effect-ezviz/core/EzvizClient"
import type * as RateLimit from "@effect-ezviz/core/RateLimit"
import * as Retry from "@effect-ezviz/core/Retry"
import * as TokenStore from "@effect-ezviz/core/TokenStore"
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as EffectLogger from "effect/Logger"
import * as Option from "effect/Option"
import * as Record from "effect/Record"
import * as Redacted from "effect/Redacted"
import type { RetryOptions } from "../Call.js"
import type {
  EzvizOptions,
  Logger,
  TokenStore as PlainTokenStore,
  Rate,
  RateLimitOptions
} from "../Options.js"
import type { Emitter } from "./events.js"
import * as UndiciHttpClient from "./undiciHttpClient.js"

/** What methods need. */
export type Services = EzvizClient.EzvizClient | HttpClient.HttpClient

const required = (name: "appKey" | "appSecret", value: string | undefined, variable: string): string => {
  const found = value ?? process.env[variable]
  if (typeof found === "string" && found.trim() !== "") return found
  throw new TypeError(`createEzviz: ${name} is missing: pass it, or set ${variable} in the environment`)
}

const positive = (name: string, value: number | undefined): number | undefined => {
  if (value === undefined || value > 0) return value
  throw new TypeError(`createEzviz: ${name} must be a number above 0`)
}

const atLeastOne = (name: string, value: number | undefined): number | undefined => {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) return value
  throw new TypeError(`createEzviz: ${name} must be a whole number from 1`)
}

const ratio = (name: string, value: number | undefined): number | undefined => {
  if (value === undefined || (value > 0 && value <= 1)) return value
  throw new TypeError(`createEzviz: ${name} must be a number above 0, up to 1`)
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

/**
 * A store of the caller's as one of core's. It is there for sharing a token, and a client can do without it: what it
 * throws is logged, and the token is got as if there were none.
 */
const fromPlainStore = (store: PlainTokenStore): TokenStore.TokenStore["Type"] => {
  const attempt = <A>(run: () => Promise<A>, otherwise: A) =>
    Effect.tryPromise(run).pipe(
      Effect.catchAll(({ error }) => Effect.as(Effect.logWarning("The token store failed", error), otherwise))
    )
  return {
    load: (key) =>
      attempt(() => store.load(key), undefined).pipe(
        Effect.map((token) =>
          Option.map(Option.fromNullable(token), ({ accessToken, areaDomain, expiresAt }) => ({
            accessToken: Redacted.make(accessToken),
            expiresAt: expiresAt.getTime(),
            areaDomain
          }))
        )
      ),
    save: (key, { accessToken, areaDomain, expiresAt }) =>
      attempt(
        () =>
          store.save(key, {
            accessToken: Redacted.value(accessToken),
            expiresAt: new Date(expiresAt),
            areaDomain
          }),
        undefined
      ),
    exclusive: (key) => (effect) => {
      const { exclusive } = store
      if (exclusive === undefined) return effect
      // The lock is held by a promise that ends when the effect does; a lock that cannot be had holds nobody up.
      return Effect.scoped(
        Effect.zipRight(
          Effect.acquireRelease(
            Effect.async<{ readonly release: () => void; readonly released: Promise<unknown> }, unknown>(
              (resume) => {
                let release = () => {}
                const held = new Promise<void>((resolve) => {
                  release = resolve
                })
                const released = Promise.resolve(
                  exclusive.call(store, key, () => {
                    resume(Effect.succeed({ release, released }))
                    return held
                  })
                )
                released.catch((error) => resume(Effect.fail(error)))
              }
            ).pipe(
              Effect.catchAll((error) =>
                Effect.as(Effect.logWarning("The token store failed", error), undefined)
              )
            ),
            (lock) =>
              Effect.promise(async () => {
                lock?.release()
                await lock?.released.catch(() => {})
              })
          ),
          effect
        )
      )
    }
  }
}

/** Tells of every token that is got. */
const storeLayer = (
  store: PlainTokenStore | undefined,
  emitter: Emitter
): Layer.Layer<TokenStore.TokenStore> =>
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
  ).pipe(
    Layer.provide(
      store === undefined
        ? TokenStore.layerMemory
        : Layer.succeed(TokenStore.TokenStore, fromPlainStore(store))
    )
  )

const rateOf = ({ limit, perSeconds }: Rate): RateLimit.Rate => ({
  limit,
  interval: Duration.seconds(perSeconds)
})

const rateLimitOf = ({
  calls,
  operations,
  spacingSeconds
}: RateLimitOptions): NonNullable<Core.Options["rateLimit"]> => ({
  calls: calls && rateOf(calls),
  operations: operations && Record.map(operations, rateOf),
  spacing: spacingSeconds && Record.map(spacingSeconds, (seconds) => Duration.seconds(seconds))
})

const pool = ({ ca, proxy }: EzvizOptions): Layer.Layer<HttpClient.HttpClient> => {
  const example = "http://proxy.example.com:3128"
  for (const name of UndiciHttpClient.proxyVariables) url(name, process.env[name] || undefined, example)
  return UndiciHttpClient.layer({ ca, proxy: url("proxy", proxy, example) })
}

/** Everything that methods need, of options that are judged at once: what cannot work throws a `TypeError`. */
export const layer = (options: EzvizOptions, emitter: Emitter): Layer.Layer<Services> => {
  const { bulkhead = {}, circuitBreaker = {}, dayQuota = {}, region } = options
  const fromEnvironment = region === undefined ? process.env["EZVIZ_BASE_URL"] : undefined
  const http = options.fetch === undefined ? pool(options) : FetchHttpClient.layer
  const client = Core.layerWithStore({
    appKey: required("appKey", options.appKey, "EZVIZ_APP_KEY"),
    appSecret: Redacted.make(required("appSecret", options.appSecret, "EZVIZ_APP_SECRET")),
    region,
    baseUrl: url("baseUrl", options.baseUrl ?? fromEnvironment, "https://open.ezvizlife.com"),
    allowedAreaDomains: options.allowedAreaDomains,
    retry: retryPolicy(options.retry),
    rateLimit: options.rateLimit && rateLimitOf(options.rateLimit),
    circuitBreaker: {
      failureRatio: ratio("circuitBreaker.failureRatio", circuitBreaker.failureRatio),
      minimumCalls: atLeastOne("circuitBreaker.minimumCalls", circuitBreaker.minimumCalls),
      window: positive("circuitBreaker.windowMillis", circuitBreaker.windowMillis),
      openFor: positive("circuitBreaker.openForMillis", circuitBreaker.openForMillis),
      openForAtMost: positive("circuitBreaker.openForAtMostMillis", circuitBreaker.openForAtMostMillis)
    },
    bulkhead: {
      perDevice: atLeastOne("bulkhead.perDevice", bulkhead.perDevice),
      total: atLeastOne("bulkhead.total", bulkhead.total)
    },
    dayQuota: { probeEvery: positive("dayQuota.probeEveryMillis", dayQuota.probeEveryMillis) },
    callTimeout: positive("timeoutMillis", options.timeoutMillis),
    attemptTimeout: positive("attemptTimeoutMillis", options.attemptTimeoutMillis)
  })
  const onRetry = (retrying: Retry.Retrying) =>
    Effect.sync(() => emitter.emit("retry", { ...retrying, error: Cause.originalError(retrying.error) }))
  return client.pipe(
    Layer.provideMerge(http),
    Layer.provide(storeLayer(options.tokenStore, emitter)),
    Layer.merge(loggerLayer(options.logger)),
    // Effect is inside this package: no tracer of a caller's can see its spans.
    Layer.merge(Layer.setTracerEnabled(false)),
    Layer.merge(Layer.succeed(Retry.OnRetry, onRetry)),
    Layer.merge(
      options.fetch === undefined ? Layer.empty : Layer.succeed(FetchHttpClient.Fetch, options.fetch)
    )
  )
}
