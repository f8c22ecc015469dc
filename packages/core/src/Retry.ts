/**
 * The one retry loop. What is tried again follows from the error and the operation: an error that passes by itself,
 * on a call that is safe to repeat or surely was not applied.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import { longestAsked } from "./internal/longestAsked.js"
import * as Metrics from "./Metrics.js"
import type * as Operation from "./Operation.js"
import * as RetryBudget from "./RetryBudget.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Policy {
  /** How often a call is tried again. `0` switches retries off. */
  readonly retries: number
  /** The longest wait before the first retry; it doubles from one to the next. */
  readonly base: Duration.DurationInput
  /** The longest wait there is. */
  readonly cap: Duration.DurationInput
  /**
   * Whether a call that ended with this error may be sent again. Default: `isRepeatable`. To send a write again that
   * may have been applied, where you know that to be harmless: `(_semantics, error) => error.retryable`.
   */
  readonly repeatable: (semantics: Operation.Semantics, error: ApiError.CallError) => boolean
}

/**
 * A policy, and where it differs. What is more special wins: the policy of the calls in an effect (`withPolicy`),
 * then that of the operation, then that of the error's meaning, then the general one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Partial<Policy> {
  /** By an error's tag, such as `FrequencyLimited`. */
  readonly errors?: Readonly<Record<string, Partial<Policy>>> | undefined
  /** By an operation's id, such as `device.capture`. */
  readonly operations?: Readonly<Record<string, Partial<Policy>>> | undefined
}

/**
 * Whether a call that ended with this error may be sent again: it passes by itself, and the call is safe to repeat or
 * surely was not applied.
 *
 * @since 0.1.0
 * @category refinements
 */
export const isRepeatable = (semantics: Operation.Semantics, error: ApiError.CallError): boolean =>
  error.retryable && (semantics !== "once" || !error.maybeApplied)

/**
 * Three retries, waiting at random up to 0.5 s, 1 s, 2 s; never longer than 8 s.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultPolicy: Policy = {
  retries: 3,
  base: "500 millis",
  cap: "8 seconds",
  repeatable: isRepeatable
}

/**
 * What differs by default: a battery camera takes seconds to wake up, and an open circuit is not waited for.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultErrors: Readonly<Record<string, Partial<Policy>>> = {
  DeviceTimeout: { base: "2 seconds", cap: "4 seconds" },
  CircuitOpen: { retries: 0 }
}

/**
 * The policy of the calls in an effect; where it is not set, that of the layer holds.
 *
 * @since 0.1.0
 * @category references
 */
export class CurrentPolicy extends /*#__PURE__*/ Context.Reference<CurrentPolicy>()(
  "@effect-ezviz/core/Retry/CurrentPolicy",
  { defaultValue: (): Partial<Policy> => ({}) }
) {}

/**
 * Runs an effect with another retry policy, or with parts of one.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withPolicy =
  (policy: Partial<Policy>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(effect, CurrentPolicy, policy)

/**
 * A call that is about to be tried again.
 *
 * @since 0.1.0
 * @category models
 */
export interface Retrying {
  readonly operation: string
  /** The number of the attempt that comes now; the first one of a call is 1. */
  readonly attempt: number
  /** What the attempt before ended with. */
  readonly error: ApiError.CallError
}

/**
 * Told of every retry, when its wait is over.
 *
 * @since 0.1.0
 * @category references
 */
export class OnRetry extends /*#__PURE__*/ Context.Reference<OnRetry>()("@effect-ezviz/core/Retry/OnRetry", {
  defaultValue: () => (_retrying: Retrying) => Effect.void as Effect.Effect<void>
}) {}

/**
 * Full jitter under a doubling, capped limit; a wait that the server asks for replaces it. A retry is paid for last,
 * when nothing else forbids it: hence all conditions in one place, and none in the `while` of `Effect.retry`, which is
 * asked after the schedule.
 */
const schedule = (
  semantics: Operation.Semantics,
  policyFor: (error: ApiError.CallError) => Policy,
  afford: Effect.Effect<boolean>
) =>
  Schedule.forever.pipe(
    Schedule.intersect(Schedule.identity<ApiError.CallError>()),
    Schedule.whileOutputEffect(([retry, error]) => {
      const { repeatable, retries } = policyFor(error)
      // A longer wait is the caller's to decide on, who is told of it by the error.
      const isSoon = (askedMillis(error) ?? 0) <= longestAsked
      return isSoon && retry < retries && repeatable(semantics, error) ? afford : Effect.succeed(false)
    }),
    Schedule.modifyDelayEffect(([retry, error]) => {
      const asked = askedMillis(error)
      if (asked !== undefined) return Effect.succeed(Duration.millis(asked))
      const { base, cap } = policyFor(error)
      const limit = Math.min(Duration.toMillis(base) * 2 ** retry, Duration.toMillis(cap))
      return Effect.map(Random.next, (share) => Duration.millis(limit * share))
    })
  )

const askedMillis = (error: ApiError.CallError): number | undefined =>
  "retryAfterMillis" in error && typeof error.retryAfterMillis === "number"
    ? error.retryAfterMillis
    : undefined

/** What is tried again after `first`: it begins with that failure, so that a call which succeeds has no schedule. */
const retrying = <E extends ApiError.CodedError>(
  next: EzvizClient.Send,
  call: EzvizClient.Call<E>,
  budget: RetryBudget.Budget,
  first: E | ApiError.Common
) => {
  let failed: E | ApiError.Common = first
  let retries = -1
  return Effect.suspend(() => {
    retries += 1
    if (failed.maybeApplied) call.attempts.maybeApplied = true
    if (retries === 0) return Effect.fail(first)
    const retry = { operation: call.route.id, attempt: call.attempts.count + 1, error: failed }
    const counter = Metric.tagged(Metrics.retries, "operation", call.route.id)
    return Metric.increment(Metric.tagged(counter, "reason", failed._tag)).pipe(
      Effect.zipRight(Effect.flatMap(OnRetry, (tell) => tell(retry))),
      Effect.zipRight(next(call)),
      Effect.tapBoth({
        onFailure: (error) =>
          Effect.sync(() => {
            failed = error
          }),
        onSuccess: () => Effect.sync(() => budget.succeeded(retries))
      })
    )
  })
}

/**
 * Tries calls again by the policy, within the `RetryBudget`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options = {}
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> => {
  const { errors = {}, operations = {}, ...general } = options
  return EzvizClient.layerWrap((next) =>
    Effect.map(
      RetryBudget.RetryBudget,
      (budget): EzvizClient.Send =>
        (call) => {
          const { id, semantics } = call.route
          const afford = Effect.suspend(() =>
            budget.withdraw()
              ? Effect.succeed(true)
              : Effect.as(Metric.increment(Metric.tagged(Metrics.retriesRefused, "operation", id)), false)
          )
          return Effect.flatMap(CurrentPolicy, (own) => {
            const policyFor = (error: ApiError.CallError): Policy => ({
              ...defaultPolicy,
              ...defaultErrors[error._tag],
              ...general,
              ...errors[error._tag],
              ...operations[id],
              ...own
            })
            return Effect.matchEffect(next(call), {
              onFailure: (error) =>
                Effect.retry(retrying(next, call, budget, error), schedule(semantics, policyFor, afford)),
              onSuccess: (answer) => {
                budget.succeeded(0)
                return Effect.succeed(answer)
              }
            })
          })
        }
    )
  )
}
