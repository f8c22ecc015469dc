/** What the client's methods do: core's effects, of plain values and for plain values. */
import * as ApiError from "@effect-ezviz/core/ApiError"
import * as EzvizClient from "@effect-ezviz/core/EzvizClient"
import type * as Operation from "@effect-ezviz/core/Operation"
import * as Page from "@effect-ezviz/core/Page"
import * as Retry from "@effect-ezviz/core/Retry"
import * as Timeout from "@effect-ezviz/core/Timeout"
import * as Effect from "effect/Effect"
import { identity } from "effect/Function"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Answer, Call, CallOptions, NumberedPage } from "../Call.js"
import type { Ezviz } from "../Ezviz.js"
import type { CommonError } from "../errors.js"
import type { Page as PageOf } from "../Operations.js"
import { fromHere, makeCall, makePagedCall, makeTask, type Outcome } from "./calls.js"
import * as Checks from "./checks.js"
import { retryPolicy, type Services } from "./layers.js"
import * as Plain from "./plain.js"
import type * as Runner from "./runner.js"

type Run = Runner.Runner<Services>

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
  if (!(error instanceof ApiError.InvalidInput)) return error
  const parameter = Plain.plainPath(shape, error.parameter)
  const expected = Plain.plainExpected(error.expected)
  return parameter === error.parameter && expected === error.expected
    ? error
    : new ApiError.InvalidInput({
        operation: error.operation,
        host: error.host,
        attempts: error.attempts,
        maybeApplied: error.maybeApplied,
        parameter,
        expected
      })
}

const check = Checks.options({
  signal: Checks.signal,
  retry: Checks.retry,
  timeoutMillis: Checks.positive,
  attemptTimeoutMillis: Checks.positive
} satisfies { readonly [Name in keyof CallOptions]-?: Checks.Check })

/** Options that cannot work are refused as parameters are: the call is not made. */
const refusedOptions = (operation: string, options: CallOptions): ApiError.InvalidInput | undefined => {
  const misfit = check(options, "")
  return misfit && new ApiError.InvalidInput({ operation, attempts: 0, maybeApplied: false, ...misfit })
}

const withOptions =
  ({ attemptTimeoutMillis, retry, timeoutMillis }: CallOptions) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => {
    const patient =
      timeoutMillis === undefined && attemptTimeoutMillis === undefined
        ? effect
        : Timeout.withLimits({ call: timeoutMillis, attempt: attemptTimeoutMillis })(effect)
    return retry === undefined ? patient : Retry.withPolicy(retryPolicy(retry))(patient)
  }

/** What making a call does, once it is started. */
const running =
  <I, A>(
    runner: Run,
    endpoint: Operation.Endpoint<I, A, ApiError.CodedError>,
    input: I,
    options: CallOptions,
    tell: (error: unknown) => unknown
  ): (() => Promise<Outcome<unknown, Answer>>) =>
  async () => {
    const refused = refusedOptions(endpoint.id, options)
    if (refused !== undefined) return { kind: "error", error: tell(refused) }
    const effect = withOptions(options)(EzvizClient.withAnswer(endpoint, input))
    const ended = await runner.run(endpoint.id, effect, options.signal)
    if (ended.kind !== "value") return { kind: ended.kind, error: tell(ended.error) }
    const { answer, value } = ended.value
    return { kind: "value", value: Plain.toPlain(value), response: answerOf(answer) }
  }

const iterate = <A, E>(
  runner: Run,
  name: string,
  stream: Stream.Stream<A, E, Services>,
  options: CallOptions,
  tell: (error: unknown) => unknown
): AsyncGenerator<A, void, undefined> => {
  const refused = refusedOptions(name, options)
  return refused === undefined
    ? runner.iterate(name, stream, options.signal, withOptions(options), tell)
    : runner.iterate(name, Stream.fail(refused), undefined, identity, tell)
}

// Operations

const isPaged = (
  operation: Operation.Operation.Any
): operation is Operation.Paged<Operation.PageInput, unknown, ApiError.CodedError> =>
  operation.definition.reads === "page"

/** The method of an operation. */
export const ofOperation = (runner: Run, operation: Operation.Operation.Any) => {
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
    const pages = Page.pages(operation, given as Operation.PageInput).pipe(
      Stream.map((page) => Plain.toPlain(page) as NumberedPage<unknown>)
    )
    return makePagedCall(run as () => Promise<Outcome<PageOf<unknown>, Answer>>, () =>
      iterate(runner, definition.id, pages, options, tell)
    )
  }
  return method
}

/** The method for endpoints that core does not know. */
export const request = (runner: Run): Ezviz["request"] => {
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

// Helpers

/** What a helper is given, before it is checked against its shape. */
type Given = never

/** A function of core's that makes several calls, with what is to convert in its input. */
export type Helper = { readonly shape: Plain.Shape } & (
  | { readonly effect: (input: Given) => Effect.Effect<unknown, unknown, Services> }
  | { readonly stream: (input: Given) => Stream.Stream<unknown, unknown, Services> }
)

/** The method of a helper. */
export const ofHelper = (runner: Run, name: string, helper: Helper) => {
  const { shape } = helper
  const method = (input: unknown = {}, options: CallOptions = {}) => {
    const here = fromHere(method)
    const tell = (error: unknown) => here(inPlainTerms(shape, error))
    const given = Plain.fromPlain(shape, input)
    const misfit = Plain.misfit(shape, given)
    const checked =
      misfit === undefined
        ? Effect.void
        : new ApiError.InvalidInput({ operation: name, attempts: 0, maybeApplied: false, ...misfit })
    if ("effect" in helper) {
      const effect = Effect.zipRight(
        checked,
        Effect.suspend(() => helper.effect(given as Given))
      )
      return makeTask(async () => {
        const refused = refusedOptions(name, options)
        if (refused !== undefined) return { kind: "error", error: tell(refused) }
        const ended = await runner.run(name, withOptions(options)(effect), options.signal)
        return ended.kind === "value"
          ? { kind: "value", value: Plain.toPlain(ended.value), response: undefined }
          : { kind: ended.kind, error: tell(ended.error) }
      })
    }
    const stream = Stream.concat(
      Stream.drain(Stream.fromEffect(checked)),
      Stream.suspend(() => helper.stream(given as Given))
    )
    return iterate(runner, name, Stream.map(stream, Plain.toPlain), options, tell)
  }
  return method
}
