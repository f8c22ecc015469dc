/** Runs effects for callers who do not know of any: with a signal, and out of their wrapping. */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { AbortError, InternalError } from "../EzvizError.js"

/** An effect's end: a value, one of its errors, or what should not have happened. */
export type Ended<A> =
  | { readonly kind: "value"; readonly value: A }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "thrown"; readonly error: unknown }

export interface Runner<R> {
  readonly run: <A, E>(
    name: string,
    effect: Effect.Effect<A, E, R>,
    signal: AbortSignal | undefined
  ) => Promise<Ended<A>>
  readonly iterate: <A, E>(
    name: string,
    stream: Stream.Stream<A, E, R>,
    signal: AbortSignal | undefined,
    around: <B, E2>(effect: Effect.Effect<B, E2, R>) => Effect.Effect<B, E2, R>,
    tell: (error: unknown) => unknown
  ) => AsyncGenerator<A, void, undefined>
  readonly close: () => Promise<void>
}

const closedReason = "the client is closed"

export const make = <R>(layer: Layer.Layer<R>): Runner<R> => {
  const runtime = ManagedRuntime.make(layer)
  const running = new Set<Fiber.RuntimeFiber<unknown, unknown>>()
  let closed: Promise<void> | undefined

  const interrupt = (fiber: Fiber.RuntimeFiber<unknown, unknown>) => fiber.unsafeInterruptAsFork(fiber.id())

  const endOf = <A, E>(name: string, exit: Exit.Exit<A, E>, signal: AbortSignal | undefined): Ended<A> => {
    if (Exit.isSuccess(exit)) return { kind: "value", value: exit.value }
    const { cause } = exit
    const failure = Cause.failureOption(cause)
    // What fails within a span is in a proxy that tells the span: none of a caller's business.
    if (Option.isSome(failure)) return { kind: "error", error: Cause.originalError(failure.value) }
    return {
      kind: "thrown",
      error: Cause.isInterruptedOnly(cause)
        ? new AbortError(signal?.aborted ? signal.reason : closedReason)
        : new InternalError(name, Cause.squash(cause))
    }
  }

  const run: Runner<R>["run"] = (name, effect, signal) =>
    new Promise((resolve) => {
      if (closed !== undefined || signal?.aborted) {
        resolve({
          kind: "thrown",
          error: new AbortError(closed === undefined ? signal?.reason : closedReason)
        })
        return
      }
      const fiber = runtime.runFork(effect)
      const onAbort = () => interrupt(fiber)
      running.add(fiber)
      signal?.addEventListener("abort", onAbort, { once: true })
      fiber.addObserver((exit) => {
        running.delete(fiber)
        signal?.removeEventListener("abort", onAbort)
        resolve(endOf(name, exit, signal))
      })
    })

  async function* iterate<A, E>(
    name: string,
    stream: Stream.Stream<A, E, R>,
    signal: AbortSignal | undefined,
    around: <B, E2>(effect: Effect.Effect<B, E2, R>) => Effect.Effect<B, E2, R>,
    tell: (error: unknown) => unknown
  ): AsyncGenerator<A, void, undefined> {
    const orThrow = <B>(ended: Ended<B>): B => {
      if (ended.kind !== "value") throw tell(ended.error)
      return ended.value
    }
    const scope = Effect.runSync(Scope.make())
    try {
      const pull = orThrow(await run(name, Scope.extend(Stream.toPull(stream), scope), signal))
      // The end of a stream is a failure with nothing in it.
      const next = pull.pipe(
        Effect.asSome,
        Effect.catchAll((end) => (Option.isNone(end) ? Effect.succeedNone : Effect.fail(end.value)))
      )
      for (;;) {
        const chunk = orThrow(await run(name, around(next), signal))
        if (Option.isNone(chunk)) return
        yield* chunk.value
      }
    } finally {
      await Effect.runPromise(Scope.close(scope, Exit.void))
    }
  }

  const close = (): Promise<void> => {
    closed ??= Promise.all(
      [...running].map(
        (fiber) =>
          new Promise<void>((resolve) => {
            fiber.addObserver(() => resolve())
            interrupt(fiber)
          })
      )
    ).then(() => runtime.dispose())
    return closed
  }

  return { run, iterate, close }
}
