import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"
import type * as Scope from "effect/Scope"

/** Lets everything that has arrived be read: what blocks, such as SQLite, would else find one request at a time. */
const turn: Effect.Effect<void> = Effect.async((resume) => {
  const timer = setTimeout(() => resume(Effect.void))
  return Effect.sync(() => clearTimeout(timer))
})

/**
 * Runs what is asked for while one run is under way in the next one, together: what a store commits once for many
 * costs little more than for one. Interrupting the wait withdraws what is not under way yet.
 */
export const make = <A, B, E>(
  run: (inputs: ReadonlyArray<A>) => Effect.Effect<ReadonlyArray<B>, E>,
  maxSize: number
): Effect.Effect<(input: A) => Effect.Effect<B, E>, never, Scope.Scope> =>
  Effect.gen(function* () {
    interface Entry {
      readonly input: A
      readonly answer: Deferred.Deferred<B, E>
    }
    const waiting = new Set<Entry>()
    const asked = Effect.unsafeMakeLatch(false)

    const next = Effect.suspend(() => {
      const entries: Array<Entry> = []
      for (const entry of waiting) {
        if (entries.length === maxSize) break
        waiting.delete(entry)
        entries.push(entry)
      }
      if (waiting.size === 0) asked.unsafeClose()
      if (entries.length === 0) return Effect.void
      return Effect.matchCauseEffect(run(entries.map(({ input }) => input)), {
        onFailure: (cause) =>
          Effect.forEach(entries, ({ answer }) => Deferred.failCause(answer, cause), { discard: true }),
        onSuccess: (outputs) =>
          Effect.forEach(outputs, (output, index) => {
            const entry = entries[index]
            return entry === undefined ? Effect.void : Deferred.succeed(entry.answer, output)
          })
      })
    })
    yield* Effect.forkScoped(Effect.forever(Effect.zipRight(Effect.zipRight(asked.await, turn), next)))

    return (input) =>
      Effect.suspend(() => {
        const entry: Entry = { input, answer: Deferred.unsafeMake(FiberId.none) }
        waiting.add(entry)
        asked.unsafeOpen()
        return Effect.onInterrupt(Deferred.await(entry.answer), () =>
          Effect.sync(() => waiting.delete(entry))
        )
      })
  })
