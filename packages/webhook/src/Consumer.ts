/**
 * Handles what the inbox holds, after the vendor has had its answer: with retries, dead letters, and a shutdown that
 * waits for handlers at work.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberSet from "effect/FiberSet"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { type Delivery, Inbox } from "./Inbox.js"
import { positiveInteger, validate } from "./internal/options.js"
import * as PushMessage from "./PushMessage.js"
import type { InvalidOptions, StoreUnavailable } from "./WebhookError.js"

/**
 * A handler that failed, and what becomes of its push.
 *
 * @since 0.1.0
 * @category models
 */
export interface Failure<E> {
  readonly delivery: Delivery
  readonly cause: Cause.Cause<E | Cause.TimeoutException>
  /** `undefined` when this was the last attempt and the push is a dead letter now. */
  readonly retryIn: Duration.Duration | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options<E, R> {
  /** Called at least once for each push. A failure or defect is retried; the same push may come twice. */
  readonly handle: (
    message: PushMessage.PushMessage,
    delivery: { readonly attempt: number }
  ) => Effect.Effect<void, E, R>
  /** How many pushes are handled at once: 4 by default. */
  readonly concurrency?: number | undefined
  /** After how many failures a push becomes a dead letter: 10 by default. */
  readonly maxAttempts?: number | undefined
  /** How long to wait after a failed attempt (1, 2, …): 1 s, doubling, at most 5 minutes, by default. */
  readonly retryDelay?: ((attempt: number) => Duration.DurationInput) | undefined
  /** When a handler is interrupted and counts as failed: 60 s by default. */
  readonly timeLimit?: Duration.DurationInput | undefined
  /** How long a shutdown waits for handlers at work: 10 s by default. Then their pushes go back to the inbox. */
  readonly gracePeriod?: Duration.DurationInput | undefined
  /** Told of every failed attempt. Logs a warning by default, and an error for a dead letter. */
  readonly onFailure?: ((failure: Failure<E>) => Effect.Effect<void>) | undefined
}

const doubling = (attempt: number): Duration.Duration =>
  Duration.min(Duration.times(Duration.seconds(1), 2 ** (attempt - 1)), Duration.minutes(5))

const logFailure = <E>({ cause, delivery, retryIn }: Failure<E>): Effect.Effect<void> => {
  const about = `Attempt ${delivery.attempt} to handle push ${delivery.push.messageId} failed`
  return retryIn === undefined
    ? Effect.logError(`${about}; it is a dead letter now`, cause)
    : Effect.logWarning(`${about}; the next is in ${Duration.format(retryIn)}`, cause)
}

/** Stores come back; a consumer that gave up would not. The schedule never ends, so neither does the trying. */
const untilAvailable = <A>(effect: Effect.Effect<A, StoreUnavailable>): Effect.Effect<A> =>
  effect.pipe(
    Effect.tapError((error) => Effect.logWarning(error.message)),
    Effect.retry(Schedule.union(Schedule.exponential("100 millis"), Schedule.spaced("5 seconds"))),
    Effect.orDie
  )

/** What an option's function gives, or `otherwise` where it throws: a push must not stay lent, or come for ever, for that. */
const orElse = <A>(option: Effect.Effect<A>, otherwise: A): Effect.Effect<A> =>
  Effect.catchAllCause(option, (cause) =>
    Effect.as(Effect.logError("An option of the consumer failed", cause), otherwise)
  )

const reasonOf = <E>(cause: Cause.Cause<E>): string =>
  (Cause.prettyErrors(cause)[0]?.toString() ?? "interrupted").slice(0, 300)

/**
 * Starts handling, in the scope. Closing the scope stops taking, waits up to `gracePeriod` for handlers at work, then
 * interrupts them.
 *
 * @since 0.1.0
 * @category constructors
 */
export const start = <E, R>(
  options: Options<E, R>
): Effect.Effect<void, InvalidOptions, Inbox | R | Scope.Scope> =>
  Effect.gen(function* () {
    const inbox = yield* Inbox
    const {
      concurrency = 4,
      gracePeriod = "10 seconds",
      handle,
      maxAttempts = 10,
      onFailure = logFailure,
      retryDelay = doubling,
      timeLimit = "60 seconds"
    } = options
    yield* validate(() => {
      positiveInteger("concurrency", concurrency)
      positiveInteger("maxAttempts", maxAttempts)
    })
    let closing = false
    // Handlers are fibers of their own, so that interrupting a worker leaves its handler to finish.
    const handlers = yield* FiberSet.make<void, E | Cause.TimeoutException>()

    const attempt = ({ attempt, push }: Delivery) => {
      // Failures are settled; what comes beyond the last attempt took its process down with it.
      if (attempt > maxAttempts) return Effect.dieMessage("the process ended during the last attempt")
      return Either.match(PushMessage.parse(Redacted.value(push.body), push.type), {
        // Only what parsed was accepted: another process, of another version, must have stored it.
        onLeft: Effect.die,
        onRight: (message) => Effect.timeout(handle(message, { attempt }), timeLimit)
      })
    }

    /** What becomes of a delivery, told to `onFailure` when it failed. */
    const verdict = (
      delivery: Delivery,
      exit: Exit.Exit<void, E | Cause.TimeoutException>
    ): Effect.Effect<Effect.Effect<void, StoreUnavailable>> => {
      if (Exit.isSuccess(exit)) return Effect.succeed(inbox.ack(delivery))
      // A handler that interrupts itself has failed; only a shutdown does not count.
      if (closing && Cause.isInterruptedOnly(exit.cause)) return Effect.succeed(inbox.release(delivery))
      const { cause } = exit
      const { attempt } = delivery
      const delay =
        attempt >= maxAttempts
          ? Effect.succeed(undefined)
          : orElse(
              Effect.sync(() => Duration.decode(retryDelay(attempt))),
              doubling(attempt)
            )
      return Effect.flatMap(delay, (retryIn) =>
        Effect.as(
          orElse(
            Effect.suspend(() => onFailure({ delivery, cause, retryIn })),
            undefined
          ),
          retryIn === undefined
            ? inbox.bury(delivery, reasonOf(cause))
            : inbox.nack(delivery, { delay: retryIn })
        )
      )
    }

    const worker = Effect.uninterruptibleMask((restore) =>
      Effect.gen(function* () {
        const delivery = yield* restore(untilAvailable(inbox.take))
        const handler = yield* FiberSet.run(handlers, Effect.interruptible(attempt(delivery)))
        const settle = yield* Effect.flatMap(Fiber.await(handler), (exit) => verdict(delivery, exit))
        // Once even during a shutdown; again and again only until then.
        yield* Effect.catchAll(settle, () => restore(untilAvailable(settle)))
      })
    ).pipe(
      Effect.catchAllDefect((defect) =>
        Effect.zipRight(
          Effect.logError("A worker of the inbox died; it goes on", defect),
          Effect.sleep("1 second")
        )
      ),
      Effect.forever
    )

    // A scope's finalizers run last first: the workers are stopped before the set of handlers is closed.
    yield* Effect.acquireRelease(
      Effect.interruptible(
        Effect.forkDaemon(
          Effect.all(
            Array.from({ length: concurrency }, () => worker),
            { concurrency: "unbounded" }
          )
        )
      ),
      (workers) =>
        Effect.sync(() => {
          closing = true
        }).pipe(
          Effect.zipRight(Fiber.interruptFork(workers)),
          Effect.zipRight(Fiber.await(workers)),
          Effect.interruptible,
          Effect.timeoutOption(gracePeriod),
          Effect.zipRight(FiberSet.clear(handlers)),
          Effect.zipRight(Fiber.await(workers))
        )
    )
  })

/**
 * A consumer for as long as the layer lives.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = <E, R>(
  options: Options<E, R>
): Layer.Layer<never, InvalidOptions, Inbox | Exclude<R, Scope.Scope>> => Layer.scopedDiscard(start(options))
