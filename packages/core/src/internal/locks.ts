import * as Effect from "effect/Effect"

/** A lock within this process for each key. There are as few keys as applications. */
export const makeLocks = Effect.sync(() => {
  const locks = new Map<string, Effect.Semaphore>()
  return (key: string): (<A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>) => {
    const lock = locks.get(key) ?? Effect.unsafeMakeSemaphore(1)
    locks.set(key, lock)
    return lock.withPermits(1)
  }
})
