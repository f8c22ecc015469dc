import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"
import type * as Scope from "effect/Scope"

/**
 * A gate that lets one pass at a time, as fast as `reserve` says, in turn by `flow` and in order within one: whoever
 * asks much waits behind himself and not before others.
 *
 * A turn is given away when its time has come and not before. So the one who gets it is there, and one who leaves the
 * queue takes nothing with him. `onIdle` is told when nobody waits any more.
 */
export const makeTurns = (
  scope: Scope.Scope,
  reserve: Effect.Effect<number>,
  onIdle: () => void = () => {}
) => {
  const flows = new Map<string, Set<Deferred.Deferred<void>>>()
  let serving = false

  const enter = (flow: string, turn: Deferred.Deferred<void>) => {
    const queue = flows.get(flow)
    if (queue === undefined) flows.set(flow, new Set([turn]))
    else queue.add(turn)
  }

  const leave = (flow: string, turn: Deferred.Deferred<void>) => {
    const queue = flows.get(flow)
    queue?.delete(turn)
    if (queue?.size === 0) flows.delete(flow)
  }

  const serveNext = () => {
    for (const [flow, queue] of flows) {
      for (const turn of queue) {
        // The flow goes to the end of the round.
        flows.delete(flow)
        queue.delete(turn)
        if (queue.size > 0) flows.set(flow, queue)
        Deferred.unsafeDone(turn, Effect.void)
        return
      }
    }
  }

  const serve = Effect.gen(function* () {
    while (flows.size > 0) {
      const millis = yield* reserve
      if (millis > 0) yield* Effect.sleep(millis)
      serveNext()
    }
    serving = false
    onIdle()
  }).pipe(
    Effect.onError((cause) =>
      Effect.sync(() => {
        serving = false
        for (const queue of flows.values()) {
          for (const turn of queue) Deferred.unsafeDone(turn, Effect.failCause(cause))
        }
        flows.clear()
      })
    ),
    Effect.interruptible
  )

  /** Waits for a turn. */
  return (flow: string): Effect.Effect<void> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.suspend(() => {
        const turn = Deferred.unsafeMake<void>(FiberId.none)
        enter(flow, turn)
        const wait = Effect.onInterrupt(restore(Deferred.await(turn)), () =>
          Effect.sync(() => leave(flow, turn))
        )
        if (serving) return wait
        serving = true
        return Effect.zipRight(Effect.forkIn(serve, scope), wait)
      })
    )
}
