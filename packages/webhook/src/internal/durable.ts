/** What every inbox outside of the process shares: batches, leases and their renewal, waiting for a push. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { DeduplicationStore } from "../DeduplicationStore.js"
import { type DeadLetter, type Delivery, Inbox, type Stats, type StoredPush } from "../Inbox.js"
import { InboxFull, type InvalidOptions, type StoreUnavailable } from "../WebhookError.js"
import * as Batch from "./batch.js"
import { positiveInteger, validate } from "./options.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface DurableOptions {
  /**
   * How many pushes may wait to be handled before the vendor is told to come again: 100,000 by default. It is looked
   * up about once a second, so a burst may pass it by a little.
   */
  readonly capacity?: number | undefined
  /**
   * `device`: a push is handed out only when no earlier one of the same device is waiting, at work, or waiting for its
   * next try. `none` (the default): whatever is due, oldest first.
   */
  readonly order?: "none" | "device" | undefined
  /**
   * After what time without a sign of life a process counts as dead, and what it had taken is handed out again: 30 s
   * by default. Renewed three times within it, however long a handler takes.
   */
  readonly lease?: Duration.DurationInput | undefined
  /** How often to look for what other processes accepted, and for retries that are due: 500 ms by default. */
  readonly pollInterval?: Duration.DurationInput | undefined
  /** How long handled pushes are remembered, by id alone, so that a repeat is known: 1 day by default. */
  readonly remember?: Duration.DurationInput | undefined
  /** How long dead letters are kept: 30 days by default. */
  readonly keepDeadLetters?: Duration.DurationInput | undefined
}

export interface Settings {
  readonly capacity: number
  readonly byDevice: boolean
  readonly leaseMillis: number
  readonly pollMillis: number
  readonly rememberMillis: number
  readonly keepDeadMillis: number
}

export const settings = (options: DurableOptions): Effect.Effect<Settings, InvalidOptions> =>
  validate(() => {
    const millis = (name: keyof DurableOptions, input: Duration.DurationInput) =>
      positiveInteger(`${name} (in milliseconds)`, Math.ceil(Duration.toMillis(input)))
    return {
      capacity: positiveInteger("capacity", options.capacity ?? 100_000),
      byDevice: options.order === "device",
      leaseMillis: millis("lease", options.lease ?? "30 seconds"),
      pollMillis: millis("pollInterval", options.pollInterval ?? "500 millis"),
      rememberMillis: millis("remember", options.remember ?? "1 day"),
      keepDeadMillis: millis("keepDeadLetters", options.keepDeadLetters ?? "30 days")
    }
  })

/** What a database has to be able to do; each is atomic. A `Delivery` that is no longer this process's is left alone. */
export interface Backend {
  /** Stores those whose `messageId` is not known, and says which those were. */
  readonly insert: (pushes: ReadonlyArray<StoredPush>) => Effect.Effect<ReadonlySet<string>, StoreUnavailable>
  /** How many are not done. */
  readonly pending: Effect.Effect<number, StoreUnavailable>
  /** Takes what is due, for `leaseMillis`. */
  readonly lend: (limit: number) => Effect.Effect<ReadonlyArray<Delivery>, StoreUnavailable>
  readonly renew: (messageIds: ReadonlyArray<string>) => Effect.Effect<void, StoreUnavailable>
  readonly done: (deliveries: ReadonlyArray<Delivery>) => Effect.Effect<void, StoreUnavailable>
  readonly again: (
    delivery: Delivery,
    options: { readonly delayMillis: number; readonly counted: boolean }
  ) => Effect.Effect<void, StoreUnavailable>
  readonly bury: (delivery: Delivery, reason: string) => Effect.Effect<void, StoreUnavailable>
  /** Gives back everything this process has taken, uncounted. */
  readonly releaseAll: Effect.Effect<void, StoreUnavailable>
  readonly deadLetters: (limit: number) => Effect.Effect<ReadonlyArray<DeadLetter>, StoreUnavailable>
  readonly replay: (messageId: string) => Effect.Effect<boolean, StoreUnavailable>
  readonly stats: Effect.Effect<Stats, StoreUnavailable>
  /** Forgets what is older than it has to be remembered. */
  readonly purge: Effect.Effect<void, StoreUnavailable>
}

const maxBatch = 500

/** What no text of a database may hold: NUL, and halves of characters. */
const unstorable = /\0|\p{Surrogate}/gu

/** The same text for the same text, so an id is known again. */
export const storable = (text: string): string => text.replace(unstorable, "�")

/** The inbox knows every id it accepted, in the same transaction: nothing is left to claim. */
const deduplication = DeduplicationStore.of({
  claim: () => Effect.succeed("claimed"),
  confirm: () => Effect.void,
  release: () => Effect.void
})

export const make = (
  backend: Backend,
  { capacity, leaseMillis, pollMillis }: Settings
): Effect.Effect<Context.Context<Inbox | DeduplicationStore>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const held = new Set<string>()
    const arrival = Effect.unsafeMakeLatch(false)

    let room = 0
    let countedAt = Number.NEGATIVE_INFINITY
    const insert = (pushes: ReadonlyArray<StoredPush>) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        if (room < pushes.length || now - countedAt > 1000) {
          room = capacity - (yield* backend.pending)
          countedAt = now
        }
        if (room <= 0) return yield* new InboxFull({ capacity })
        const fresh = new Set(yield* backend.insert(pushes))
        room -= fresh.size
        if (fresh.size > 0) arrival.unsafeOpen()
        // The second of two alike in one batch is a duplicate.
        return pushes.map(({ messageId }) =>
          fresh.delete(messageId) ? ("accepted" as const) : ("duplicate" as const)
        )
      })
    const offer = yield* Batch.make(insert, maxBatch)
    const done = yield* Batch.make(
      (deliveries: ReadonlyArray<Delivery>) =>
        Effect.map(backend.done(deliveries), () => deliveries.map(() => undefined)),
      maxBatch
    )

    const settled = <A, E>({ push }: Delivery, effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
      Effect.tap(effect, () => {
        held.delete(push.messageId)
      })
    const release = (delivery: Delivery) =>
      settled(delivery, backend.again(delivery, { delayMillis: 0, counted: false }))

    const waiting = new Set<Deferred.Deferred<Delivery, StoreUnavailable>>()
    const wanted = Effect.unsafeMakeLatch(false)
    const next = () => {
      const [first] = waiting
      if (first !== undefined) waiting.delete(first)
      if (waiting.size === 0) wanted.unsafeClose()
      return first
    }
    const lend = Effect.suspend(() => {
      // Before the look: what comes during it is not missed.
      arrival.unsafeClose()
      return backend.lend(Math.min(waiting.size, maxBatch))
    }).pipe(
      Effect.matchEffect({
        onFailure: (error) =>
          Effect.suspend(() => {
            const waiters = [...waiting]
            waiting.clear()
            wanted.unsafeClose()
            return Effect.as(
              Effect.forEach(waiters, (waiter) => Deferred.fail(waiter, error), { discard: true }),
              true
            )
          }),
        onSuccess: (deliveries) =>
          Effect.forEach(deliveries, (delivery) => {
            held.add(delivery.push.messageId)
            const waiter = next()
            return waiter === undefined
              ? Effect.ignoreLogged(release(delivery))
              : Deferred.succeed(waiter, delivery)
          }).pipe(Effect.as(deliveries.length > 0))
      }),
      Effect.uninterruptible
    )
    yield* wanted.await.pipe(
      Effect.zipRight(Effect.suspend(() => (waiting.size === 0 ? Effect.succeed(true) : lend))),
      Effect.flatMap((more) =>
        more ? Effect.void : Effect.asVoid(Effect.timeoutOption(arrival.await, pollMillis))
      ),
      Effect.forever,
      Effect.forkScoped
    )
    const take = Effect.suspend(() => {
      const mine = Deferred.unsafeMake<Delivery, StoreUnavailable>(FiberId.none)
      waiting.add(mine)
      wanted.unsafeOpen()
      return Effect.onInterrupt(Deferred.await(mine), () =>
        Effect.suspend(() =>
          waiting.delete(mine)
            ? Effect.void
            : Effect.ignoreLogged(Effect.flatMap(Deferred.await(mine), release))
        )
      )
    })

    yield* Effect.suspend(() => (held.size === 0 ? Effect.void : backend.renew([...held]))).pipe(
      Effect.catchAll((error) => Effect.logWarning(`Leases could not be renewed. ${error.message}`)),
      Effect.schedule(Schedule.spaced(Duration.millis(leaseMillis / 3))),
      Effect.forkScoped
    )
    yield* Effect.ignoreLogged(backend.purge).pipe(
      Effect.repeat(Schedule.spaced("1 minute")),
      Effect.forkScoped
    )
    yield* Effect.addFinalizer(() => Effect.ignoreLogged(Effect.timeout(backend.releaseAll, "2 seconds")))

    return Context.make(DeduplicationStore, deduplication).pipe(
      Context.add(
        Inbox,
        Inbox.of({
          offer: (push) => offer({ ...push, messageId: storable(push.messageId) }),
          take,
          ack: (delivery) => settled(delivery, done(delivery)),
          nack: (delivery, { delay }) =>
            settled(
              delivery,
              backend.again(delivery, { delayMillis: Math.ceil(Duration.toMillis(delay)), counted: true })
            ).pipe(Effect.tap(() => arrival.open)),
          release: (delivery) => Effect.tap(release(delivery), () => arrival.open),
          bury: (delivery, reason) =>
            Effect.tap(settled(delivery, backend.bury(delivery, storable(reason))), () => arrival.open),
          deadLetters: backend.deadLetters,
          replay: (messageId) => Effect.tap(backend.replay(storable(messageId)), () => arrival.open),
          stats: backend.stats
        })
      )
    )
  })
