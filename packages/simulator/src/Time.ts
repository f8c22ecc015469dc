/**
 * The simulated cloud's time: that of the clock it was made with, and ahead of it by as much as it was advanced.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"

/**
 * @since 0.1.0
 * @category models
 */
export interface Time {
  /** The cloud's clock. What sleeps by it is woken when the time is advanced. */
  readonly clock: Clock.Clock
  /** The clock of whoever runs the cloud, for what is not of the cloud, such as how long a network takes. */
  readonly outside: Clock.Clock
  /** The cloud's time, in milliseconds since 1970. */
  readonly now: Effect.Effect<number>
  /**
   * Moves the cloud's time ahead: tokens and addresses end, upgrades and formats progress, alarms become due. What is
   * due within this time happens in its order, each at its own time.
   */
  readonly advance: (by: Duration.DurationInput) => Effect.Effect<void>
}

/** Lets everything run that can run now, however many fibers it goes through. */
const turn = Effect.async<void>((resume) => {
  const handle = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(handle))
})

/**
 * A time that begins as that of the current clock, `TestClock` as well as any other.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make: Effect.Effect<Time> = Effect.map(Effect.clock, (outside) => {
  let ahead = 0
  let moved = Deferred.unsafeMake<void>(FiberId.none)
  const sleepers = new Set<{ readonly until: number }>()

  const millis = () => outside.unsafeCurrentTimeMillis() + ahead
  const nanos = () => outside.unsafeCurrentTimeNanos() + BigInt(Math.round(ahead * 1e6))

  const waitUntil = (until: number): Effect.Effect<void> =>
    Effect.suspend(() => {
      const left = until - millis()
      if (left <= 0) return Effect.void
      return Effect.zipRight(
        Effect.race(outside.sleep(Duration.millis(left)), Deferred.await(moved)),
        waitUntil(until)
      )
    })

  const clock: Clock.Clock = {
    [Clock.ClockTypeId]: Clock.ClockTypeId,
    unsafeCurrentTimeMillis: millis,
    currentTimeMillis: Effect.sync(millis),
    unsafeCurrentTimeNanos: nanos,
    currentTimeNanos: Effect.sync(nanos),
    sleep: (duration) =>
      Effect.suspend(() => {
        const sleeper = { until: millis() + Duration.toMillis(duration) }
        sleepers.add(sleeper)
        return Effect.ensuring(
          waitUntil(sleeper.until),
          Effect.sync(() => sleepers.delete(sleeper))
        )
      })
  }

  const moveTo = (instant: number) =>
    Effect.suspend(() => {
      ahead += Math.max(0, instant - millis())
      const before = moved
      moved = Deferred.unsafeMake(FiberId.none)
      return Effect.zipRight(Deferred.succeed(before, undefined), turn)
    })

  const advance = (by: Duration.DurationInput) =>
    Effect.gen(function* () {
      const end = millis() + Duration.toMillis(by)
      for (;;) {
        const now = millis()
        const due = [...sleepers].map(({ until }) => until).filter((until) => until > now && until < end)
        yield* moveTo(Math.min(end, ...due))
        if (due.length === 0) return
      }
    })

  return { clock, outside, now: clock.currentTimeMillis, advance }
})
