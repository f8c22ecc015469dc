/**
 * Time limits: of one attempt, below the retries, and of the whole call, above them. A limit interrupts the request,
 * which closes its socket.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import { timeLimit } from "./internal/timeLimit.js"

/**
 * How long an attempt and a whole call may take.
 *
 * @since 0.1.0
 * @category models
 */
export interface Limits {
  readonly attempt?: Duration.DurationInput | undefined
  readonly call?: Duration.DurationInput | undefined
}

/**
 * The limits of the calls in an effect; where one is not set, that of the layer holds.
 *
 * @since 0.1.0
 * @category references
 */
export class CurrentLimits extends /*#__PURE__*/ Context.Reference<CurrentLimits>()(
  "@effect-ezviz/core/Timeout/CurrentLimits",
  { defaultValue: (): Limits => ({}) }
) {}

/**
 * Runs an effect with other time limits.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withLimits =
  (limits: Limits) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(effect, CurrentLimits, limits)

/**
 * Limits everything below it: under the retries an `attempt`, over them the whole `call`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  limit: "attempt" | "call",
  byDefault: Duration.DurationInput
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.succeed<EzvizClient.Send>((call) =>
      Effect.flatMap(CurrentLimits, (limits) => {
        const duration = limits[limit] ?? byDefault
        return timeLimit(
          duration,
          () =>
            new ApiError.CallTimeout({
              operation: call.route.id,
              attempts: call.attempts.count,
              maybeApplied: call.attempts.count > 0 && call.route.semantics !== "read",
              limit,
              limitMillis: Duration.toMillis(duration)
            })
        )(next(call))
      })
    )
  )
