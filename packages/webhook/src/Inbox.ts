/**
 * Where accepted pushes wait to be handled. Accepted means stored: once `offer` has succeeded, the push is answered
 * with 200 and the vendor forgets it.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import { positiveInteger, validate } from "./internal/options.js"
import { InboxFull, type InvalidOptions, type StoreUnavailable } from "./WebhookError.js"

/**
 * A push as it is stored: the raw body, and what is needed to find, order and read it again.
 *
 * @since 0.1.0
 * @category models
 */
export interface StoredPush {
  readonly messageId: string
  readonly type: string
  readonly deviceSerial: string | undefined
  /** When it was accepted, in milliseconds since 1970. */
  readonly receivedAt: number
  readonly body: Redacted.Redacted<string>
}

/**
 * A push lent to a handler, until it is given back by `ack`, `nack`, `release` or `bury`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Delivery {
  readonly push: StoredPush
  /** 1 the first time. */
  readonly attempt: number
}

/**
 * A push that no one could handle.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeadLetter {
  readonly push: StoredPush
  readonly attempts: number
  readonly reason: string
  /** When it was given up, in milliseconds since 1970. */
  readonly buriedAt: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Stats {
  /** Waiting for a handler. */
  readonly queued: number
  /** With a handler now. */
  readonly inFlight: number
  /** Failed, waiting for the next try. */
  readonly delayed: number
  readonly dead: number
}

/**
 * Every push accepted is delivered at least once. Implementations store before `offer` succeeds, take back what a
 * dead process had taken, and know a `messageId` that they hold.
 *
 * @since 0.1.0
 * @category tags
 */
export class Inbox extends /*#__PURE__*/ Context.Tag("@effect-ezviz/webhook/Inbox")<
  Inbox,
  {
    /** `duplicate` when the inbox already holds this `messageId`. */
    readonly offer: (
      push: StoredPush
    ) => Effect.Effect<"accepted" | "duplicate", InboxFull | StoreUnavailable>
    /** The next push; waits for one. Interrupting the wait loses nothing. */
    readonly take: Effect.Effect<Delivery, StoreUnavailable>
    /** It is done: forget it. */
    readonly ack: (delivery: Delivery) => Effect.Effect<void, StoreUnavailable>
    /** It failed: deliver it again after the delay. */
    readonly nack: (
      delivery: Delivery,
      options: { readonly delay: Duration.Duration }
    ) => Effect.Effect<void, StoreUnavailable>
    /** It was not tried to the end (shutdown): deliver it again, and do not count this attempt. */
    readonly release: (delivery: Delivery) => Effect.Effect<void, StoreUnavailable>
    /** It failed for good: keep it among the dead letters. */
    readonly bury: (delivery: Delivery, reason: string) => Effect.Effect<void, StoreUnavailable>
    /** The latest dead letters, newest first. */
    readonly deadLetters: (limit: number) => Effect.Effect<ReadonlyArray<DeadLetter>, StoreUnavailable>
    /** Puts a dead letter back, as new. False when there is none of this id. */
    readonly replay: (messageId: string) => Effect.Effect<boolean, StoreUnavailable>
    readonly stats: Effect.Effect<Stats, StoreUnavailable>
  }
>() {}

/**
 * Keeps pushes in memory, at most `capacity` that are not handled yet (1,000 by default) and `deadLetters` that
 * failed for good (100 by default; the oldest goes first). What is in it when the process dies is lost: use it for
 * tests, development, and pushes that may be missed.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerMemory = (options?: {
  readonly capacity?: number | undefined
  readonly deadLetters?: number | undefined
}): Layer.Layer<Inbox, InvalidOptions> =>
  Layer.scoped(
    Inbox,
    Effect.gen(function* () {
      const { capacity, deadCapacity } = yield* validate(() => ({
        capacity: positiveInteger("capacity", options?.capacity ?? 1000),
        deadCapacity: positiveInteger("deadLetters", options?.deadLetters ?? 100)
      }))
      const scope = yield* Effect.scope
      const arrival = yield* Effect.makeLatch(false)
      /** Every push that is not done, with the attempts made. The other collections hold ids of these. */
      const held = new Map<string, { readonly push: StoredPush; attempts: number }>()
      const queue = new Set<string>()
      const delayed = new Set<string>()
      const dead = new Map<string, DeadLetter>()

      const enqueue = (messageId: string) => {
        queue.add(messageId)
        arrival.unsafeOpen()
      }
      const take: Effect.Effect<Delivery> = Effect.suspend(() => {
        for (const messageId of queue) {
          queue.delete(messageId)
          const entry = held.get(messageId)
          if (entry === undefined) continue
          entry.attempts += 1
          return Effect.succeed({ push: entry.push, attempt: entry.attempts })
        }
        arrival.unsafeClose()
        return Effect.zipRight(arrival.await, take)
      })

      return {
        offer: (push) =>
          Effect.suspend(() => {
            if (held.has(push.messageId)) return Effect.succeed("duplicate" as const)
            if (held.size >= capacity) return Effect.fail(new InboxFull({ capacity }))
            held.set(push.messageId, { push, attempts: 0 })
            enqueue(push.messageId)
            return Effect.succeed("accepted" as const)
          }),
        take,
        ack: ({ push }) => Effect.sync(() => void held.delete(push.messageId)),
        nack: ({ push }, { delay }) =>
          Effect.suspend(() => {
            delayed.add(push.messageId)
            return Effect.sleep(delay).pipe(
              Effect.zipRight(
                Effect.sync(() => {
                  delayed.delete(push.messageId)
                  enqueue(push.messageId)
                })
              ),
              // A fiber inherits being uninterruptible, and the worker that gives a push back is.
              Effect.interruptible,
              Effect.forkIn(scope),
              Effect.asVoid
            )
          }),
        release: ({ push }) =>
          Effect.sync(() => {
            const entry = held.get(push.messageId)
            if (entry === undefined) return
            entry.attempts -= 1
            enqueue(push.messageId)
          }),
        bury: ({ attempt, push }, reason) =>
          Effect.map(Clock.currentTimeMillis, (buriedAt) => {
            held.delete(push.messageId)
            dead.set(push.messageId, { push, attempts: attempt, reason, buriedAt })
            for (const oldest of dead.keys()) {
              if (dead.size <= deadCapacity) break
              dead.delete(oldest)
            }
          }),
        deadLetters: (limit) => Effect.sync(() => [...dead.values()].reverse().slice(0, limit)),
        replay: (messageId) =>
          Effect.sync(() => {
            const letter = dead.get(messageId)
            if (letter === undefined) return false
            dead.delete(messageId)
            held.set(messageId, { push: letter.push, attempts: 0 })
            enqueue(messageId)
            return true
          }),
        stats: Effect.sync(() => ({
          queued: queue.size,
          inFlight: held.size - queue.size - delayed.size,
          delayed: delayed.size,
          dead: dead.size
        }))
      }
    })
  )
