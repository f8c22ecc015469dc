/**
 * Time limits: of one attempt, below the retries, and of the whole call, above them. A limit interrupts the request,
 * which closes its socket.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"

/**
 * Limits everything below it: under the retries an `attempt`, over them the whole `call`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  limit: "attempt" | "call",
  duration: Duration.DurationInput
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.succeed<EzvizClient.Send>((call) =>
      // A limit holds also where the call must not be interrupted from outside, as in a finalizer.
      Effect.timeoutFail(Effect.interruptible(next(call)), {
        duration,
        onTimeout: () =>
          new ApiError.CallTimeout({
            operation: call.route.id,
            attempts: call.attempts.count,
            maybeApplied: call.attempts.count > 0 && call.route.semantics !== "read",
            limit,
            limitMillis: Duration.toMillis(duration)
          })
      })
    )
  )
