import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { DeduplicationStore, Inbox, Testing, Webhook } from "../src/index.js"
import * as VerifierNode from "../src/VerifierNode.js"
import { StoreUnavailable } from "../src/WebhookError.js"
import { signedHeaders } from "./signed.js"

const secret = "test-signing-key"
const now = 1582821945400

const services = Layer.mergeAll(
  Layer.effectDiscard(TestClock.setTime(now)),
  VerifierNode.layer({ secrets: [Redacted.make(secret)] }),
  DeduplicationStore.layerMemory(),
  Inbox.layerMemory()
)

const headers = signedHeaders({ secret, body: Testing.fixtures.iot, t: now })

const ask = (method: string) =>
  Effect.map(
    Webhook.answer(
      { method, headers, body: () => Effect.succeed(Testing.fixtures.iot) },
      { onRefused: () => Effect.void }
    ),
    ({ status }) => status
  )

/** The status of the same push, sent again and again. */
const send = ask("POST")

describe("receiving, while the stores have their troubles", () => {
  it.effect(
    "a repeat that comes while the first is being stored is 503, and stored when the first fails",
    () =>
      Effect.gen(function* () {
        const memory = yield* Inbox.Inbox
        const gate = yield* Deferred.make<never, StoreUnavailable>()
        const entered = yield* Deferred.make<void>()
        const slow = Inbox.Inbox.of({
          ...memory,
          offer: () => Effect.zipRight(Deferred.succeed(entered, undefined), Deferred.await(gate))
        })
        const first = yield* Effect.fork(Effect.provideService(send, Inbox.Inbox, slow))
        yield* Deferred.await(entered)
        assert.strictEqual(yield* send, 503)
        assert.strictEqual((yield* memory.stats).queued, 0)
        yield* Deferred.fail(gate, new StoreUnavailable({ store: "inbox", reason: "gone" }))
        assert.strictEqual(yield* Fiber.join(first), 503)
        assert.strictEqual(yield* send, 200)
        assert.strictEqual((yield* memory.stats).queued, 1)
      }).pipe(Effect.provide(services))
  )

  it.effect("a store that hangs and cannot be interrupted does not hold up the answer", () =>
    Effect.gen(function* () {
      const memory = yield* Inbox.Inbox
      const hanging = Inbox.Inbox.of({ ...memory, offer: () => Effect.uninterruptible(Effect.never) })
      const answer = yield* Effect.fork(Effect.provideService(send, Inbox.Inbox, hanging))
      yield* TestClock.adjust("1499 millis")
      assert.isNull(answer.unsafePoll())
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(yield* Fiber.join(answer), 503)
    }).pipe(Effect.provide(services))
  )

  it.effect("a deduplication store that is gone is 503; one that goes after storing changes nothing", () =>
    Effect.gen(function* () {
      const gone = new StoreUnavailable({ store: "deduplication", reason: "gone" })
      const memory = yield* DeduplicationStore.DeduplicationStore
      const sendWith = (store: Partial<typeof memory>) =>
        Effect.provideService(send, DeduplicationStore.DeduplicationStore, { ...memory, ...store })
      assert.strictEqual(yield* sendWith({ claim: () => gone }), 503)
      assert.strictEqual(yield* sendWith({ confirm: () => gone }), 200)
    }).pipe(Effect.provide(services))
  )

  it.effect("what the inbox holds already is a duplicate, even when the deduplication store forgot it", () =>
    Effect.gen(function* () {
      const push = { body: Testing.fixtures.iot, headers }
      const forgetful = DeduplicationStore.DeduplicationStore.of({
        claim: () => Effect.succeed("claimed"),
        confirm: () => Effect.void,
        release: () => Effect.void
      })
      const receive = Effect.provideService(
        Webhook.receive(push),
        DeduplicationStore.DeduplicationStore,
        forgetful
      )
      assert.isFalse((yield* receive).duplicate)
      assert.isTrue((yield* receive).duplicate)
    }).pipe(Effect.provide(services))
  )

  it.effect("a probe tells whether the inbox can be reached", () =>
    Effect.gen(function* () {
      const memory = yield* Inbox.Inbox
      const gone = Inbox.Inbox.of({
        ...memory,
        stats: new StoreUnavailable({ store: "inbox", reason: "gone" })
      })
      assert.strictEqual(yield* ask("GET"), 200)
      assert.strictEqual(yield* Effect.provideService(ask("GET"), Inbox.Inbox, gone), 503)
      assert.strictEqual(yield* Effect.provideService(ask("HEAD"), Inbox.Inbox, gone), 503)
    }).pipe(Effect.provide(services))
  )
})
