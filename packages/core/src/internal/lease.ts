import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"

/** A lock among processes that whoever dies lets go of. */
export interface Lease<E> {
  readonly tryAcquire: Effect.Effect<boolean, E>
  /** Says that its holder is alive. */
  readonly renew: Effect.Effect<void, E>
  readonly release: Effect.Effect<void, E>
}

/** Runs an effect while holding the lease, renewed as long as it runs. */
export const withLease =
  <E1>(lease: Lease<E1>, duration: Duration.Duration) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | E1, R> => {
    const acquire: Effect.Effect<void, E1> = Effect.flatMap(lease.tryAcquire, (acquired) =>
      acquired
        ? Effect.void
        : Effect.zipRight(
            Effect.flatMap(Random.nextIntBetween(20, 60), (millis) => Effect.sleep(millis)),
            Effect.suspend(() => acquire)
          )
    )
    const beat = Duration.times(duration, 1 / 3)
    const renewing = Effect.repeat(
      Effect.catchAll(lease.renew, (error) => Effect.logWarning("A lock could not be renewed", error)),
      Schedule.spaced(beat)
    ).pipe(Effect.delay(beat))
    return Effect.acquireUseRelease(
      Effect.interruptible(acquire),
      () => Effect.scoped(Effect.zipRight(Effect.forkScoped(renewing), effect)) as Effect.Effect<A, E, R>,
      () =>
        Effect.catchAll(lease.release, (error) =>
          // It ends by itself then.
          Effect.logWarning("A lock could not be released", error)
        )
    )
  }
