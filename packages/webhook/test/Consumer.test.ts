import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import * as Consumer from "../src/Consumer.js"
import * as Inbox from "../src/Inbox.js"
import { pushBody } from "../src/Testing.js"
import { StoreUnavailable } from "../src/WebhookError.js"

const stored = (messageId: string): Inbox.StoredPush => ({
  messageId,
  type: "ys.iot",
  deviceSerial: "D00000001",
  receivedAt: 0,
  body: Redacted.make(pushBody({ type: "ys.iot", messageId, body: {} }))
})

const quiet = { onFailure: () => Effect.void }

describe("Consumer", () => {
  it.scoped("hands every push to the handler, and forgets it", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const seen: Array<string> = []
      yield* Consumer.start({ handle: (message) => Effect.sync(() => void seen.push(message.messageId)) })
      yield* Effect.forEach(["a", "b", "c"], (id) => inbox.offer(stored(id)))
      yield* TestClock.adjust(0)
      assert.deepStrictEqual(seen.sort(), ["a", "b", "c"])
      assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 0 })
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.scoped("handles no more at once than asked", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      let now = 0
      let most = 0
      yield* Consumer.start({
        concurrency: 3,
        handle: () =>
          Effect.acquireUseRelease(
            Effect.sync(() => {
              most = Math.max(most, ++now)
            }),
            () => Effect.sleep("1 second"),
            () => Effect.sync(() => now--)
          )
      })
      yield* Effect.forEach(
        Array.from({ length: 10 }, (_, i) => `m${i}`),
        (id) => inbox.offer(stored(id))
      )
      yield* TestClock.adjust("500 millis")
      assert.deepInclude(yield* inbox.stats, { queued: 7, inFlight: 3 })
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(most, 3)
      assert.deepInclude(yield* inbox.stats, { queued: 0, inFlight: 0 })
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.scoped("tries again after 1 s, 2 s, 4 s, then keeps a dead letter that can be replayed", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const attempts: Array<number> = []
      const failures: Array<number | undefined> = []
      yield* Consumer.start({
        maxAttempts: 4,
        handle: (_message, { attempt }) =>
          Effect.suspend(() => {
            attempts.push(attempt)
            return attempts.length < 5 ? Effect.fail(new Error("not yet")) : Effect.void
          }),
        onFailure: ({ retryIn }) =>
          Effect.sync(
            () =>
              void failures.push(retryIn && Number(retryIn.value._tag === "Millis" && retryIn.value.millis))
          )
      })
      yield* inbox.offer(stored("a"))
      yield* TestClock.adjust(0)
      assert.deepStrictEqual(attempts, [1])
      assert.deepInclude(yield* inbox.stats, { delayed: 1, inFlight: 0 })
      yield* TestClock.adjust("999 millis")
      assert.deepStrictEqual(attempts, [1])
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(attempts, [1, 2])
      yield* TestClock.adjust("2 seconds")
      yield* TestClock.adjust("4 seconds")
      assert.deepStrictEqual(attempts, [1, 2, 3, 4])
      assert.deepStrictEqual(failures, [1000, 2000, 4000, undefined])
      const [letter] = yield* inbox.deadLetters(10)
      assert.deepInclude(letter, { attempts: 4, reason: "Error: not yet", buriedAt: 7000 })
      assert.strictEqual(letter?.push.messageId, "a")
      assert.isFalse(yield* inbox.replay("b"))
      assert.isTrue(yield* inbox.replay("a"))
      yield* TestClock.adjust(0)
      assert.deepStrictEqual(attempts, [1, 2, 3, 4, 1])
      assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 0 })
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.scoped("options that throw change nothing of what becomes of a push", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const attempts: Array<number> = []
      const explode = () => {
        throw new Error("the reporter is down")
      }
      yield* Consumer.start({
        maxAttempts: 2,
        handle: (_message, { attempt }) =>
          Effect.suspend(() => {
            attempts.push(attempt)
            return Effect.fail(new Error("never"))
          }),
        retryDelay: explode,
        onFailure: explode
      })
      yield* inbox.offer(stored("a"))
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(attempts, [1, 2])
      assert.deepInclude((yield* inbox.deadLetters(10))[0], { attempts: 2, reason: "Error: never" })
      assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 1 })
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.scoped("a handler that dies is a failure, one that hangs is cut off, and others go on", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const done: Array<string> = []
      yield* Consumer.start({
        ...quiet,
        concurrency: 1,
        maxAttempts: 1,
        timeLimit: "5 seconds",
        handle: ({ messageId }) =>
          messageId === "dies"
            ? Effect.die("bug")
            : messageId === "hangs"
              ? Effect.never
              : Effect.sync(() => void done.push(messageId))
      })
      yield* Effect.forEach(["dies", "hangs", "fine"], (id) => inbox.offer(stored(id)))
      yield* TestClock.adjust("4 seconds")
      assert.deepStrictEqual(done, [])
      yield* TestClock.adjust("1 seconds")
      assert.deepStrictEqual(done, ["fine"])
      assert.deepStrictEqual(
        (yield* inbox.deadLetters(10)).map((l) => l.push.messageId),
        ["hangs", "dies"]
      )
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.effect("closing waits for the handler at work and takes nothing new", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const done: Array<string> = []
      const scope = yield* Scope.make()
      yield* Consumer.start({
        concurrency: 1,
        handle: ({ messageId }) =>
          Effect.zipRight(
            Effect.sleep("3 seconds"),
            Effect.sync(() => void done.push(messageId))
          )
      }).pipe(Scope.extend(scope))
      yield* Effect.forEach(["a", "b"], (id) => inbox.offer(stored(id)))
      yield* TestClock.adjust("1 second")
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* TestClock.adjust("1 second")
      assert.isNull(closing.unsafePoll())
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(closing)
      assert.deepStrictEqual(done, ["a"])
      assert.deepInclude(yield* inbox.stats, { queued: 1, inFlight: 0 })
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.effect("after the grace period it is interrupted, and its push goes back uncounted", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const scope = yield* Scope.make()
      yield* Consumer.start({ gracePeriod: "2 seconds", handle: () => Effect.never }).pipe(
        Scope.extend(scope)
      )
      yield* inbox.offer(stored("a"))
      yield* TestClock.adjust("1 second")
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* TestClock.adjust("1999 millis")
      assert.isNull(closing.unsafePoll())
      yield* TestClock.adjust("1 millis")
      yield* Fiber.join(closing)
      assert.strictEqual((yield* inbox.take).attempt, 1)
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.scoped("a store that goes away and comes back is waited for", () =>
    Effect.gen(function* () {
      const memory = yield* Inbox.Inbox
      const gone = new StoreUnavailable({ store: "inbox", reason: "gone" })
      let available = false
      const handled = yield* Deferred.make<string>()
      const flaky = Inbox.Inbox.of({
        ...memory,
        take: Effect.suspend(() => (available ? memory.take : gone)),
        ack: (delivery) => Effect.suspend(() => (available ? memory.ack(delivery) : gone))
      })
      yield* Consumer.start({
        concurrency: 1,
        handle: ({ messageId }) =>
          Effect.sync(() => {
            available = false
          }).pipe(Effect.zipRight(Deferred.succeed(handled, messageId)))
      }).pipe(Effect.provideService(Inbox.Inbox, flaky))
      yield* memory.offer(stored("a"))
      yield* TestClock.adjust("1 minute")
      assert.isFalse(yield* Deferred.isDone(handled))
      available = true
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual(yield* Deferred.await(handled), "a")
      assert.deepInclude(yield* memory.stats, { inFlight: 1 })
      available = true
      yield* TestClock.adjust("5 seconds")
      assert.deepInclude(yield* memory.stats, { inFlight: 0 })
    }).pipe(Effect.provide(Layer.merge(Inbox.layerMemory(), Layer.empty)))
  )
})

describe("Inbox.layerMemory", () => {
  it.effect("knows what it holds, is bounded, and bounds its dead letters", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      assert.strictEqual(yield* inbox.offer(stored("a")), "accepted")
      assert.strictEqual(yield* inbox.offer(stored("a")), "duplicate")
      assert.strictEqual(yield* inbox.offer(stored("b")), "accepted")
      assert.strictEqual((yield* Effect.flip(inbox.offer(stored("c"))))._tag, "InboxFull")
      for (const _ of ["a", "b"]) yield* Effect.flatMap(inbox.take, (delivery) => inbox.bury(delivery, "no"))
      assert.deepStrictEqual(
        (yield* inbox.deadLetters(10)).map((l) => l.push.messageId),
        ["b"]
      )
      assert.strictEqual(yield* inbox.offer(stored("c")), "accepted")
    }).pipe(Effect.provide(Inbox.layerMemory({ capacity: 2, deadLetters: 1 })))
  )

  it.effect("interrupting a wait loses nothing", () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox.Inbox
      const waiting = yield* Effect.fork(inbox.take)
      const other = yield* Effect.fork(inbox.take)
      yield* TestClock.adjust(0)
      yield* Fiber.interrupt(waiting)
      yield* inbox.offer(stored("a"))
      assert.strictEqual((yield* Fiber.join(other)).push.messageId, "a")
    }).pipe(Effect.provide(Inbox.layerMemory()))
  )

  it.effect("closing does not wait for a push that is delayed", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const context = yield* Layer.buildWithScope(Inbox.layerMemory(), scope)
      yield* Effect.gen(function* () {
        const inbox = yield* Inbox.Inbox
        yield* Consumer.start({ ...quiet, retryDelay: () => "5 minutes", handle: () => Effect.fail("no") })
        yield* inbox.offer(stored("a"))
        yield* TestClock.adjust("1 second")
        assert.deepInclude(yield* inbox.stats, { delayed: 1 })
      }).pipe(Effect.provide(context), Scope.extend(scope))
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* TestClock.adjust("1 second")
      assert.isNotNull(closing.unsafePoll())
    })
  )
})
