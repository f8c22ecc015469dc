import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"

/**
 * So many at once, in order. A permit that is given back is handed to the one who waits longest: the semaphore of
 * Effect 3.22 wakes all who wait, which is too much for ten thousand of them. `onIdle` is told when the last is back.
 */
export const makePermits = (permits: number, onIdle: () => void = () => {}) => {
  const waiting = new Set<Deferred.Deferred<void>>()
  let free = permits

  const release = () => {
    for (const next of waiting) {
      waiting.delete(next)
      Deferred.unsafeDone(next, Effect.void)
      return
    }
    free += 1
    if (free === permits) onIdle()
  }

  const wait = (restore: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>) =>
    Effect.suspend(() => {
      if (free > 0) {
        free -= 1
        return Effect.void
      }
      const turn = Deferred.unsafeMake<void>(FiberId.none)
      waiting.add(turn)
      return Effect.onInterrupt(restore(Deferred.await(turn)), () =>
        Effect.sync(() => {
          // Interrupted in the moment it got one: it goes on to the next.
          if (!waiting.delete(turn)) release()
        })
      )
    })

  return <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(wait(restore), () =>
        Effect.flatMap(Effect.exit(restore(effect)), (exit) => {
          release()
          return exit
        })
      )
    )
}
