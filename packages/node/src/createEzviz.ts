/**
 * Makes a client.
 *
 * @since 0.1.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as CoreApiError from "@effect-ezviz/core/ApiError"
import * as CoreEzviz from "@effect-ezviz/core/Ezviz"
import * as EzvizClient from "@effect-ezviz/core/EzvizClient"
import type * as Operation from "@effect-ezviz/core/Operation"
import * as CoreOperations from "@effect-ezviz/core/Operations"
import * as Page from "@effect-ezviz/core/Page"
import * as Retry from "@effect-ezviz/core/Retry"
import * as TokenStore from "@effect-ezviz/core/TokenStore"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as EffectLogger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Answer, Call, CallOptions, RetryOptions } from "./Call.js"
import type { Ezviz } from "./Ezviz.js"
import type { CommonError } from "./errors.js"
import { fromHere, makeCall, makePagedCall, type Outcome } from "./internal/calls.js"
import { type Emitter, makeEmitter } from "./internal/events.js"
import * as Plain from "./internal/plain.js"
import * as Runner from "./internal/runner.js"
import * as UndiciHttpClient from "./internal/undiciHttpClient.js"
import type { Page as PageOf } from "./Operations.js"
import type { EzvizOptions, Logger } from "./Options.js"

// Options

const required = (name: "appKey" | "appSecret", value: string | undefined, variable: string): string => {
  const found = value ?? process.env[variable]
  if (typeof found === "string" && found.trim() !== "") return found
  throw new TypeError(`createEzviz: ${name} is missing: pass it, or set ${variable} in the environment`)
}

const positive = (name: string, value: number | undefined): number | undefined => {
  if (value === undefined || value > 0) return value
  throw new TypeError(`createEzviz: ${name} must be a number above 0`)
}

const retryPolicy = (retry: RetryOptions | false | undefined): Partial<Retry.Policy> => {
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
          const text = (Array.isArray(message) ? message : [message]).map(String).join(" ")
          logger[logLevels[logLevel.label] ?? "debug"](text, {
            ...Object.fromEntries(HashMap.toEntries(annotations)),
            ...(!Cause.isEmpty(cause) && { cause: Cause.squash(cause) })
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

const clientLayer = (options: EzvizOptions, emitter: Emitter): Layer.Layer<EzvizClient.EzvizClient> => {
  const baseUrl =
    options.baseUrl ?? (options.region === undefined ? process.env["EZVIZ_BASE_URL"] : undefined)
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    throw new TypeError("createEzviz: baseUrl is not a URL such as https://open.ezvizlife.com")
  }
  if (options.proxy !== undefined && !URL.canParse(options.proxy)) {
    throw new TypeError("createEzviz: proxy is not a URL such as http://proxy.example.com:3128")
  }
  const client = CoreEzviz.layerWithStore({
    appKey: required("appKey", options.appKey, "EZVIZ_APP_KEY"),
    appSecret: Redacted.make(required("appSecret", options.appSecret, "EZVIZ_APP_SECRET")),
    region: options.region,
    baseUrl,
    allowedAreaDomains: options.allowedAreaDomains,
    retry: retryPolicy(options.retry),
    callTimeout: positive("timeoutMillis", options.timeoutMillis),
    attemptTimeout: positive("attemptTimeoutMillis", options.attemptTimeoutMillis)
  }).pipe(
    Layer.provide(storeLayer(emitter)),
    Layer.provide(options.fetch === undefined ? UndiciHttpClient.layer(options) : FetchHttpClient.layer)
  )
  return Layer.mergeAll(
    client,
    loggerLayer(options.logger),
    Layer.succeed(Retry.OnRetry, (retrying) =>
      Effect.sync(() => emitter.emit("retry", { ...retrying, error: Cause.originalError(retrying.error) }))
    ),
    options.fetch === undefined ? Layer.empty : Layer.succeed(FetchHttpClient.Fetch, options.fetch)
  )
}

// Methods

const answerOf = ({
  attempts,
  code,
  data,
  host,
  httpStatus,
  message,
  requestId
}: EzvizClient.Answer): Answer => ({
  httpStatus,
  host,
  code,
  message,
  ...(requestId !== undefined && { requestId }),
  attempts,
  data
})

/** A refused parameter under the name that the caller knows it by. */
const inPlainTerms = (shape: Plain.Shape, error: unknown): unknown => {
  if (!(error instanceof CoreApiError.InvalidInput)) return error
  const parameter = Plain.plainPath(shape, error.parameter)
  const expected = Plain.plainExpected(error.expected)
  return parameter === error.parameter && expected === error.expected
    ? error
    : new CoreApiError.InvalidInput({
        operation: error.operation,
        host: error.host,
        attempts: error.attempts,
        maybeApplied: error.maybeApplied,
        parameter,
        expected
      })
}

type Run = Runner.Runner<EzvizClient.EzvizClient>

const withOptions =
  ({ retry }: CallOptions) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    retry === undefined ? effect : Retry.withPolicy(retryPolicy(retry))(effect)

const isPaged = (
  operation: Operation.Operation.Any
): operation is Operation.Paged<Operation.PageInput, unknown, CoreApiError.CodedError> =>
  operation.definition.reads === "page"

/** What making a call does, once it is started. */
const running = <I, A>(
  runner: Run,
  endpoint: Operation.Endpoint<I, A, CoreApiError.CodedError>,
  input: I,
  options: CallOptions,
  tell: (error: unknown) => unknown
): (() => Promise<Outcome<unknown>>) => {
  return async () => {
    const effect = withOptions(options)(EzvizClient.withAnswer(endpoint, input))
    const ended = await runner.run(endpoint.id, effect, options.signal)
    if (ended.kind !== "value") return { kind: ended.kind, error: tell(ended.error) }
    const { answer, value } = ended.value
    return { kind: "value", value: Plain.toPlain(value), response: answerOf(answer) }
  }
}

/** The method of an operation. */
const methodOf = (runner: Run, operation: Operation.Operation.Any) => {
  const { definition } = operation
  let known: Plain.Shape | undefined
  const shape = () => {
    known ??= Plain.shapeOf(definition.payload)
    return known
  }
  const method = (input: unknown = {}, options: CallOptions = {}) => {
    const here = fromHere(method)
    const tell = (error: unknown) => here(inPlainTerms(shape(), error))
    const given = Plain.fromPlain(shape(), input)
    const run = running(runner, definition, given, options, tell)
    if (!isPaged(operation)) return makeCall(run)
    const items = Page.stream(operation, given as Operation.PageInput).pipe(Stream.map(Plain.toPlain))
    return makePagedCall(run as () => Promise<Outcome<PageOf<unknown>>>, () =>
      runner.iterate(definition.id, items, options.signal, withOptions(options), tell)
    )
  }
  return method
}

/** The method for endpoints that core does not know. */
const requestMethod = (runner: Run): Ezviz["request"] => {
  const method: Ezviz["request"] = ({ parameters = {}, secrets = [], ...request }, options = {}) => {
    const given = Object.entries(parameters).map(([name, value]) => [
      name,
      secrets.includes(name) && value !== undefined ? Redacted.make(String(value)) : value
    ])
    const endpoint = EzvizClient.endpointOf(request)
    const run = running(runner, endpoint, Object.fromEntries(given), options, fromHere(method))
    return makeCall(run) as Call<unknown, CommonError>
  }
  return method
}

/**
 * Makes a client. Nothing is sent before the first call, which gets the access token.
 *
 * Throws a `TypeError` at once when appKey or appSecret are neither given nor in the environment.
 *
 * @example
 * ```ts
 * import { createEzviz } from "@effect-ezviz/node"
 *
 * const ezviz = createEzviz({ appKey: "your appKey", appSecret: "your appSecret" })
 *
 * for await (const device of ezviz.device.list()) console.log(device.deviceName, device.status)
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const createEzviz = (options: EzvizOptions = {}): Ezviz => {
  const emitter = makeEmitter()
  const runner = Runner.make(clientLayer(options, emitter))
  const nouns: Record<string, Record<string, unknown>> = {}
  for (const [id, operation] of Object.entries(CoreOperations.all)) {
    const [noun = "", name = ""] = id.split(".")
    nouns[noun] = { ...nouns[noun], [name]: methodOf(runner, operation) }
  }
  const call = (id: string, ...input: ReadonlyArray<unknown>) => {
    const [noun = "", name = ""] = id.split(".")
    const method = nouns[noun]?.[name]
    if (typeof method !== "function") throw new TypeError(`call: there is no operation ${id}`)
    return method(...input)
  }
  const client = {
    ...nouns,
    call,
    request: requestMethod(runner),
    on: emitter.on,
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
  // The methods are made of the same table that their types are generated from, which a test compares.
  return client as unknown as Ezviz
}
