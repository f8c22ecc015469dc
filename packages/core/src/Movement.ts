/**
 * Moving a camera for a while, so that it surely stops.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import * as Ptz from "./operations/Ptz.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface MoveInput extends Ptz.StartInput {
  /** How long to move before the camera is stopped. */
  readonly duration: Duration.DurationInput
}

/**
 * Why a camera no longer moves: its time is over, or it can go no further.
 *
 * @since 0.1.0
 * @category models
 */
export type Ended = "time" | "upperLimit" | "lowerLimit" | "leftLimit" | "rightLimit"

/**
 * @since 0.1.0
 * @category errors
 */
export type MoveError = Ptz.StopError

const failed = (exit: Exit.Exit<unknown, ApiError.CallError>): ApiError.CallError | undefined =>
  Exit.isFailure(exit) && exit.cause._tag === "Fail" ? exit.cause.error : undefined

/**
 * Starts to move a camera, waits, and stops it: also when it is interrupted, and when nobody knows whether the start
 * was heard. A camera that is at its end position already is no error.
 *
 * @since 0.1.0
 * @category helpers
 */
export const move = ({
  duration,
  ...start
}: MoveInput): Effect.Effect<Ended, MoveError | ApiError.Common, EzvizClient.EzvizClient> => {
  const time = Duration.decode(duration)
  if (!Duration.isFinite(time)) {
    return new ApiError.InvalidInput({
      operation: "ptz.start",
      attempts: 0,
      maybeApplied: false,
      parameter: "duration",
      expected: "a Duration that ends"
    })
  }
  const { channelNo, deviceSerial, direction } = start
  const journey = Ptz.start(start).pipe(Effect.zipRight(Effect.sleep(time)), Effect.as<Ended>("time"))
  return Effect.uninterruptibleMask((restore) =>
    Effect.flatMap(Effect.exit(restore(journey)), (exit) => {
      const error = failed(exit)
      if (error !== undefined && !error.maybeApplied) return exit
      const stop = Ptz.stop({ channelNo, deviceSerial, direction })
      return Exit.isSuccess(exit)
        ? Effect.zipRight(stop, exit)
        : // What ended the movement is what the caller is told; that it may go on is worth a warning.
          Effect.zipRight(
            Effect.catchAll(stop, (problem) => Effect.logWarning("A camera could not be stopped", problem)),
            exit
          )
    })
  ).pipe(
    Effect.catchTags({
      PtzUpperLimit: () => Effect.succeed<Ended>("upperLimit"),
      PtzLowerLimit: () => Effect.succeed<Ended>("lowerLimit"),
      PtzLeftLimit: () => Effect.succeed<Ended>("leftLimit"),
      PtzRightLimit: () => Effect.succeed<Ended>("rightLimit")
    })
  )
}
