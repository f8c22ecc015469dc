import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberId from "effect/FiberId"

/**
 * As `Effect.timeoutFail`, also where the effect must not be interrupted from outside, as in a finalizer; at half the
 * cost, since it waits for the timer in no case. What is late is interrupted, and waited for.
 */
export const timeLimit =
  <E2>(duration: Duration.DurationInput, onTimeout: () => E2) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | E2, R> =>
    Effect.clockWith((clock) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.flatMap(Effect.fork(Effect.interruptible(effect)), (running) => {
          let isLate = false
          const timer = Effect.runFork(clock.sleep(Duration.decode(duration)))
          timer.addObserver((exit) => {
            if (Exit.isFailure(exit)) return
            isLate = true
            running.unsafeInterruptAsFork(FiberId.none)
          })
          running.addObserver(() => timer.unsafeInterruptAsFork(FiberId.none))
          return Effect.flatMap(
            Effect.onInterrupt(restore(Fiber.await(running)), () => Fiber.interrupt(running)),
            (exit): Effect.Effect<A, E | E2> =>
              isLate && Exit.isInterrupted(exit)
                ? Effect.fail(onTimeout())
                : Effect.zipRight(running.inheritAll, exit)
          )
        })
      )
    )
