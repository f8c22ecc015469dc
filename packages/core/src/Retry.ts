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
import * as Schedule from "effect/Schedule"
import type * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import type * as Operation from "./Operation.js"

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
}

/**
 * Three retries, waiting at random up to 0.5 s, 1 s, 2 s; never longer than 8 s.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultPolicy: Policy = { retries: 3, base: "500 millis", cap: "8 seconds" }

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
 * Whether a call that ended with this error may be sent again.
 *
 * @since 0.1.0
 * @category refinements
 */
export const isRepeatable = (semantics: Operation.Semantics, error: ApiError.CallError): boolean =>
  error.retryable && (semantics !== "once" || !error.maybeApplied)

/** Full jitter under a doubling, capped limit; a wait that the server asks for replaces it. */
const schedule = (policy: Policy) =>
  Schedule.exponential(policy.base).pipe(
    Schedule.union(Schedule.spaced(policy.cap)),
    Schedule.jitteredWith({ min: 0, max: 1 }),
    Schedule.intersect(Schedule.identity<ApiError.CallError>()),
    Schedule.modifyDelay(([, error], delay) => askedDelay(error) ?? delay),
    Schedule.intersect(Schedule.recurs(policy.retries))
  )

const askedDelay = (error: ApiError.CallError): Duration.Duration | undefined =>
  "retryAfterMillis" in error && typeof error.retryAfterMillis === "number"
    ? Duration.millis(error.retryAfterMillis)
    : undefined

/** An attempt that tells of itself, unless it is the first. */
const telling = <E extends ApiError.CodedError>(next: EzvizClient.Send, call: EzvizClient.Call<E>) => {
  let failed: ApiError.CallError | undefined
  return Effect.suspend(() => {
    const attempt = Effect.tapError(next(call), (error) =>
      Effect.sync(() => {
        failed = error
      })
    )
    if (failed === undefined) return attempt
    const retrying = { operation: call.route.id, attempt: call.attempts.count + 1, error: failed }
    return Effect.zipRight(
      Effect.flatMap(OnRetry, (tell) => tell(retrying)),
      attempt
    )
  })
}

/**
 * Tries calls again by the policy.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  policy: Partial<Policy> = {}
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.succeed<EzvizClient.Send>((call) =>
      Effect.flatMap(CurrentPolicy, (own) =>
        Effect.retry(telling(next, call), {
          schedule: schedule({ ...defaultPolicy, ...policy, ...own }),
          while: (error) => isRepeatable(call.route.semantics, error)
        })
      )
    )
  )
