/** The client's options as layers. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Core from "@effect-ezviz/core/Ezviz"
import type * as EzvizClient from "@effect-ezviz/core/EzvizClient"
import type * as RateLimit from "@effect-ezviz/core/RateLimit"
import * as Region from "@effect-ezviz/core/Region"
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
  RateLimitOptions,
  StoredToken
} from "../Options.js"
import * as Checks from "./checks.js"
import type { Emitter } from "./events.js"
import * as UndiciHttpClient from "./undiciHttpClient.js"

/** What methods need. */
export type Services = EzvizClient.EzvizClient | HttpClient.HttpClient

const required = (name: "appKey" | "appSecret", value: string | undefined, variable: string): string => {
  const found = value ?? process.env[variable]
  if (typeof found === "string" && found.trim() !== "") return found
  throw new TypeError(`createEzviz: ${name} is missing: pass it, or set ${variable} in the environment`)
}

const http = ["http:", "https:"]
const baseUrl = Checks.url(http, "https://open.ezvizlife.com")
const proxyUrl = Checks.url([...http, "socks5:", "socks:"], "http://proxy.example.com:3128")
const rate = Checks.options({ limit: Checks.fromOne, perSeconds: Checks.positive })

const check = Checks.options({
  appKey: Checks.text,
  appSecret: Checks.text,
  region: Checks.oneOf(Object.keys(Region.hosts)),
  baseUrl,
  allowedAreaDomains: Checks.list(Checks.text),
  timeoutMillis: Checks.positive,
  attemptTimeoutMillis: Checks.positive,
  retry: Checks.retry,
  rateLimit: Checks.options({
    calls: rate,
    operations: Checks.each(rate),
    spacingSeconds: Checks.each(Checks.notNegative)
  }),
  circuitBreaker: Checks.options({
    failureRatio: Checks.ratio,
    minimumCalls: Checks.wholeFromOne,
    windowMillis: Checks.positive,
    openForMillis: Checks.positive,
    openForAtMostMillis: Checks.positive
  }),
  bulkhead: Checks.options({ perDevice: Checks.wholeFromOne, total: Checks.wholeFromOne }),
  dayQuota: Checks.options({ probeEveryMillis: Checks.positive }),
  tokenStore: Checks.methods("load", "save"),
  proxy: proxyUrl,
  ca: Checks.certificates,
  fetch: Checks.aFunction,
  logger: Checks.methods("debug", "info", "warn", "error")
} satisfies { readonly [Name in keyof EzvizOptions]-?: Checks.Check })

const refuse = (misfit: Checks.Misfit | undefined): void => {
  if (misfit === undefined) return
  throw new TypeError(`createEzviz: ${misfit.parameter}: expected ${misfit.expected}`)
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
          const about = {
            ...Object.fromEntries(HashMap.toEntries(annotations)),
            ...(values.length > 0 && { values: values.map(Cause.originalError) }),
            ...(!Cause.isEmpty(cause) && { cause: Cause.originalError(Cause.squash(cause)) })
          }
          // What a logger throws is an uncaught exception, and no end of the call.
          queueMicrotask(() => logger[logLevels[logLevel.label] ?? "debug"](String(text), about))
        })
      )

/** A token as a store kept it. Through JSON, which many stores use, the date has become a text. */
const fromPlainToken = ({ accessToken, areaDomain, expiresAt }: StoredToken): TokenStore.StoredToken => {
  const millis = new Date(expiresAt).getTime()
  if (typeof accessToken !== "string" || Number.isNaN(millis)) {
    throw new TypeError("tokenStore.load: expected a token with accessToken, a text, and expiresAt, a Date")
  }
  return { accessToken: Redacted.make(accessToken), expiresAt: millis, areaDomain: areaDomain ?? undefined }
}

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
      attempt(
        async () => Option.map(Option.fromNullable(await store.load(key)), fromPlainToken),
        Option.none()
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
  for (const name of UndiciHttpClient.proxyVariables) {
    const address = process.env[name]
    if (address && proxy === undefined) refuse(proxyUrl(address, name))
  }
  return UndiciHttpClient.layer({ ca, proxy })
}

/** Everything that methods need, of options that are judged at once: what cannot work throws a `TypeError`. */
export const layer = (options: EzvizOptions, emitter: Emitter): Layer.Layer<Services> => {
  refuse(check(options, ""))
  const { bulkhead = {}, circuitBreaker = {}, dayQuota = {}, region } = options
  const fromEnvironment = region === undefined ? process.env["EZVIZ_BASE_URL"] || undefined : undefined
  if (options.baseUrl === undefined && fromEnvironment !== undefined) {
    refuse(baseUrl(fromEnvironment, "EZVIZ_BASE_URL"))
  }
  const transport = options.fetch === undefined ? pool(options) : FetchHttpClient.layer
  const client = Core.layerWithStore({
    appKey: required("appKey", options.appKey, "EZVIZ_APP_KEY"),
    appSecret: Redacted.make(required("appSecret", options.appSecret, "EZVIZ_APP_SECRET")),
    region,
    baseUrl: options.baseUrl ?? fromEnvironment,
    allowedAreaDomains: options.allowedAreaDomains,
    retry: retryPolicy(options.retry),
    rateLimit: options.rateLimit && rateLimitOf(options.rateLimit),
    circuitBreaker: {
      failureRatio: circuitBreaker.failureRatio,
      minimumCalls: circuitBreaker.minimumCalls,
      window: circuitBreaker.windowMillis,
      openFor: circuitBreaker.openForMillis,
      openForAtMost: circuitBreaker.openForAtMostMillis
    },
    bulkhead: {
      perDevice: bulkhead.perDevice,
      total: bulkhead.total
    },
    dayQuota: { probeEvery: dayQuota.probeEveryMillis },
    callTimeout: options.timeoutMillis,
    attemptTimeout: options.attemptTimeoutMillis
  })
  const onRetry = (retrying: Retry.Retrying) =>
    Effect.sync(() => emitter.emit("retry", { ...retrying, error: Cause.originalError(retrying.error) }))
  return client.pipe(
    Layer.provideMerge(transport),
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
