import { describe, expect, it } from "@effect/vitest"
import type * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import * as TestClock from "effect/TestClock"
import { timeLimit } from "../src/internal/timeLimit.js"

const limited = timeLimit("10 seconds", () => "late" as const)

/** Never ends by itself, and takes its time to stop when it is interrupted. */
const stubborn = Effect.fnUntraced(function* () {
  const began = yield* Deferred.make<void>()
  const stopping = yield* Deferred.make<void>()
  const mayStop = yield* Deferred.make<void>()
  const effect = Effect.zipRight(Deferred.succeed(began, undefined), Effect.never).pipe(
    Effect.onInterrupt(() => Effect.zipRight(Deferred.succeed(stopping, undefined), Deferred.await(mayStop)))
  )
  return { began, stopping, mayStop, effect }
})

/** Runs an effect, and tells how many of its timers are still set. */
const timersLeft = Effect.fnUntraced(function* <A, E, R>(effect: Effect.Effect<A, E, R>) {
  const clock = yield* Effect.clock
  let timers = 0
  const counting: Clock.Clock = {
    ...clock,
    sleep: (duration) =>
      Effect.suspend(() => {
        timers += 1
        return Effect.ensuring(
          clock.sleep(duration),
          Effect.sync(() => {
            timers -= 1
          })
        )
      })
  }
  yield* Effect.withClock(Effect.exit(effect), counting)
  // A timer that nobody waits for stops in a turn of its own.
  yield* Effect.yieldNow()
  return timers
})

describe("a time limit", () => {
  it.effect("lets pass what is in time, value or error, and leaves no timer behind", () =>
    Effect.gen(function* () {
      expect(yield* limited(Effect.succeed(1))).toBe(1)
      expect(yield* Effect.flip(limited(Effect.fail("own")))).toBe("own")
      expect(yield* Effect.exit(limited(Effect.die("defect")))).toEqual(Exit.die("defect"))
      expect(yield* timersLeft(limited(Effect.succeed(1)))).toBe(0)
      expect(yield* timersLeft(limited(Effect.fail("own")))).toBe(0)
    })
  )

  it.effect("interrupts what is late, and waits until that has stopped", () =>
    Effect.gen(function* () {
      const { began, effect, mayStop, stopping } = yield* stubborn()
      const fiber = yield* Effect.fork(Effect.flip(limited(effect)))
      yield* Deferred.await(began)
      yield* TestClock.adjust("9999 millis")
      expect(yield* Deferred.isDone(stopping)).toBe(false)
      yield* TestClock.adjust("1 millis")
      yield* Deferred.await(stopping)
      expect(fiber.unsafePoll()).toBeNull()
      yield* Deferred.succeed(mayStop, undefined)
      expect(yield* Fiber.join(fiber)).toBe("late")
    })
  )

  it.effect("holds where nothing can be interrupted", () =>
    Effect.gen(function* () {
      const fiber = yield* Effect.fork(Effect.uninterruptible(Effect.flip(limited(Effect.never))))
      yield* TestClock.adjust("10 seconds")
      expect(yield* Fiber.join(fiber)).toBe("late")
    })
  )

  it.effect("ends with its caller: what runs is stopped first", () =>
    Effect.gen(function* () {
      const { began, effect, mayStop, stopping } = yield* stubborn()
      const fiber = yield* Effect.fork(limited(effect))
      yield* Deferred.await(began)
      const interruption = yield* Effect.fork(Fiber.interrupt(fiber))
      yield* Deferred.await(stopping)
      expect(fiber.unsafePoll()).toBeNull()
      yield* Deferred.succeed(mayStop, undefined)
      expect(Exit.isInterrupted(yield* Fiber.join(interruption))).toBe(true)
    })
  )

  it.effect("an interruption of the effect's own is no lateness", () =>
    Effect.gen(function* () {
      expect(Exit.isInterrupted(yield* Effect.exit(limited(Effect.interrupt)))).toBe(true)
    })
  )

  it.effect("hands on what was set within", () =>
    Effect.gen(function* () {
      const ref = yield* FiberRef.make("before")
      yield* limited(FiberRef.set(ref, "after"))
      expect(yield* FiberRef.get(ref)).toBe("after")
    }).pipe(Effect.scoped)
  )
})
