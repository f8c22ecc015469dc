import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Queue from "effect/Queue"
import * as Redacted from "effect/Redacted"
import * as Ref from "effect/Ref"
import * as TestClock from "effect/TestClock"
import {
  Consumer,
  DeduplicationStore,
  Inbox,
  type PushMessage,
  Testing,
  Verifier,
  Webhook,
  type WebhookError
} from "../src/index.js"
import * as VerifierNode from "../src/VerifierNode.js"

const secret = Redacted.make("SENTINEL-signing-key")

const services = (
  options: {
    readonly capacity?: number
    readonly remembered?: number
    readonly verifier?: Layer.Layer<Verifier.Verifier, WebhookError.InvalidOptions>
  } = {}
) =>
  Layer.mergeAll(
    // The test clock starts in 1970, when a time in milliseconds had fewer than 13 digits.
    Layer.effectDiscard(TestClock.setTime(1582821945400)),
    options.verifier ?? Verifier.layer({ secrets: [secret] }),
    Inbox.layerMemory({ capacity: options.capacity }),
    DeduplicationStore.layerMemory({ capacity: options.remembered })
  )

const bodyOf = (messageId: string): string => Testing.pushBody({ type: "ys.iot", messageId, body: {} })

const signed = (body: string | Uint8Array, t?: number) => Testing.signPushEffect({ secret, body, t })

const request = (
  push: { readonly body: string | Uint8Array; readonly headers: Readonly<Record<string, string>> },
  method = "POST"
): Webhook.WebhookRequest => ({ method, headers: push.headers, body: () => Effect.succeed(push.body) })

const send = (messageId: string) =>
  Effect.flatMap(signed(bodyOf(messageId)), (push) => Webhook.answer(request(push)))

const quiet = Logger.remove(Logger.defaultLogger)

describe("receiving", () => {
  it.effect("answers a push with its messageId", () =>
    Effect.gen(function* () {
      const answer = yield* send("m1")
      assert.strictEqual(answer.status, 200)
      assert.deepStrictEqual(JSON.parse(answer.body), { messageId: "m1" })
      const inbox = yield* Inbox.Inbox
      const { attempt, push } = yield* inbox.take
      assert.strictEqual(attempt, 1)
      assert.strictEqual(push.messageId, "m1")
      assert.strictEqual(Redacted.value(push.body), bodyOf("m1"))
    }).pipe(Effect.provide(services()))
  )

  it.effect("answers a repeat alike, and stores it once", () =>
    Effect.gen(function* () {
      const first = yield* send("m1")
      const again = yield* send("m1")
      assert.deepStrictEqual(again, first)
      const push = yield* signed(bodyOf("m1"))
      assert.deepStrictEqual(yield* Webhook.receive(push), { messageId: "m1", duplicate: true })
      const inbox = yield* Inbox.Inbox
      assert.strictEqual((yield* inbox.stats).queued, 1)
    }).pipe(Effect.provide(services()))
  )

  it.effect("forgets the oldest ids beyond its capacity, and no others", () =>
    Effect.gen(function* () {
      const store = yield* DeduplicationStore.DeduplicationStore
      for (const id of ["a", "b", "c"]) {
        assert.strictEqual(yield* store.claim(id), "claimed")
        assert.strictEqual(yield* store.claim(id), "pending")
        yield* store.confirm(id)
      }
      assert.strictEqual(yield* store.claim("c"), "seen")
      assert.strictEqual(yield* store.claim("b"), "seen")
      assert.strictEqual(yield* store.claim("a"), "claimed")
      yield* store.release("a")
      assert.strictEqual(yield* store.claim("a"), "claimed")
    }).pipe(Effect.provide(services({ remembered: 2 })))
  )

  it.effect("answers 503 when the inbox is full, and takes the retry once there is room", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* send("m1")).status, 200)
      const full = yield* send("m2")
      assert.strictEqual(full.status, 503)
      assert.strictEqual(full.body, "")
      const inbox = yield* Inbox.Inbox
      const delivery = yield* inbox.take
      assert.strictEqual((yield* send("m2")).status, 503, "a push being handled takes room")
      yield* inbox.ack(delivery)
      assert.strictEqual((yield* send("m2")).status, 200)
    }).pipe(Effect.provide(services({ capacity: 1 })), Effect.provide(quiet))
  )

  it.effect("keeps to the window of Effect's clock", () =>
    Effect.gen(function* () {
      const push = yield* signed(bodyOf("m1"))
      yield* TestClock.adjust("5 minutes")
      assert.strictEqual((yield* Webhook.answer(request(push))).status, 200)
      yield* TestClock.adjust("1 millis")
      const error = yield* Effect.flip(Webhook.receive(push))
      assert.strictEqual(error._tag, "OutsideWindow")
      assert.deepStrictEqual(yield* Webhook.answer(request(push)), { status: 401, headers: {}, body: "" })
    }).pipe(
      Effect.provide(services({ verifier: Verifier.layer({ secrets: [secret], tolerance: "5 minutes" }) })),
      Effect.provide(quiet)
    )
  )

  it.effect("refuses a digit moved from t into the body, which leaves the signed bytes the same", () =>
    Effect.gen(function* () {
      const push = yield* signed(bodyOf("m1"))
      const { t } = push.headers
      const moved = { body: push.body + t.charAt(0), headers: { ...push.headers, t: t.slice(1) } }
      assert.strictEqual((yield* Effect.flip(Webhook.receive(moved)))._tag, "TimestampInvalid")
    }).pipe(Effect.provide(services()))
  )

  it.effect("answers what it refuses with a status alone, for each fault the right one", () =>
    Effect.gen(function* () {
      const good = yield* signed(bodyOf("m1"))
      const cases: ReadonlyArray<[number, Webhook.WebhookRequest]> = [
        [401, request({ body: good.body, headers: {} })],
        [401, request({ ...good, headers: { ...good.headers, signature: "nonsense" } })],
        [401, request({ ...good, body: bodyOf("m2") })],
        [400, request(yield* signed("not JSON"))],
        [400, request(yield* signed(new Uint8Array([0xff, 0x00])))],
        [400, request(yield* signed("{}"))],
        [405, request(good, "PUT")],
        [405, request(good, "DELETE")],
        [405, request(good, "OPTIONS")]
      ]
      for (const [status, bad] of cases) {
        const answer = yield* Webhook.answer(bad)
        assert.strictEqual(answer.status, status)
        assert.strictEqual(answer.body, "")
      }
      assert.strictEqual((yield* Webhook.answer(request(good, "PUT"))).headers.allow, "GET, HEAD, POST")
      const inbox = yield* Inbox.Inbox
      assert.strictEqual((yield* inbox.stats).queued, 0)
    }).pipe(Effect.provide(services()), Effect.provide(quiet))
  )

  it.effect("answers a probe", () =>
    Effect.gen(function* () {
      const probe = { method: "GET", headers: {}, body: () => Effect.die("a probe has no body") }
      assert.strictEqual((yield* Webhook.answer(probe)).status, 200)
      assert.deepStrictEqual((yield* Webhook.answer({ ...probe, method: "HEAD" })).body, "")
    }).pipe(Effect.provide(services()))
  )

  it.effect("answers 503 when a store hangs, before the vendor stops waiting", () =>
    Effect.gen(function* () {
      const offered = yield* Deferred.make<void>()
      const hanging = Layer.effect(
        Inbox.Inbox,
        Effect.map(Inbox.Inbox, (inbox) => ({
          ...inbox,
          offer: () => Effect.zipRight(Deferred.succeed(offered, undefined), Effect.never)
        }))
      ).pipe(Layer.provideMerge(services()))
      const fiber = yield* Effect.fork(Effect.provide(send("m1"), hanging))
      // The signature is made and checked in real time: only then does the test's clock tell the waiting apart.
      yield* Deferred.await(offered)
      yield* TestClock.adjust("1999 millis")
      assert.strictEqual((yield* Fiber.join(fiber)).status, 503)
    }).pipe(Effect.provide(quiet))
  )

  it.effect("does not take the first attempt for a success when storing it failed", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* send("m1")).status, 500)
      const push = yield* signed(bodyOf("m1"))
      assert.deepStrictEqual(yield* Webhook.receive(push), { messageId: "m1", duplicate: false })
    }).pipe(
      Effect.provide(
        Layer.effect(
          Inbox.Inbox,
          Effect.gen(function* () {
            const inbox = yield* Inbox.Inbox
            const broken = yield* Ref.make(true)
            return {
              ...inbox,
              offer: (push: Inbox.StoredPush) =>
                Effect.flatMap(Ref.getAndSet(broken, false), (dies) =>
                  dies ? Effect.die("store bug") : inbox.offer(push)
                )
            }
          })
        ).pipe(Layer.provideMerge(services()))
      ),
      Effect.provide(quiet)
    )
  )

  it.effect("accepts unsigned pushes only where that was asked for", () =>
    Effect.gen(function* () {
      const push = { body: bodyOf("m1"), headers: {} }
      assert.strictEqual((yield* Webhook.receive(push)).messageId, "m1")
    }).pipe(Effect.provide(services({ verifier: Verifier.layerUnsigned })))
  )

  it.effect("gives the same answers on node:crypto", () =>
    Effect.gen(function* () {
      const push = yield* signed(bodyOf("m1"))
      assert.strictEqual((yield* Webhook.receive(push)).messageId, "m1")
      const error = yield* Effect.flip(Webhook.receive({ ...push, body: bodyOf("m2") }))
      assert.strictEqual(error._tag, "SignatureMismatch")
    }).pipe(Effect.provide(services({ verifier: VerifierNode.layer({ secrets: [secret] }) })))
  )

  it.effect("names the parsed body as the cause", () =>
    Effect.gen(function* () {
      const push = yield* signed(bodyOf("m1"))
      const error = yield* Effect.flip(Webhook.receive({ ...push, body: JSON.parse(bodyOf("m1")) }))
      assert.strictEqual(error._tag, "RawBodyMissing")
      assert.match(error.message, /body parser/)
    }).pipe(Effect.provide(services()))
  )

  it.effect("refuses options that cannot work, and says which", () =>
    Effect.gen(function* () {
      const layers: ReadonlyArray<Layer.Layer<never, WebhookError.InvalidOptions>> = [
        Verifier.layer({ secrets: [] }),
        Verifier.layer({ secrets: [Redacted.make(" ")] }),
        Verifier.layer({ secrets: [secret], tolerance: 0 }),
        Inbox.layerMemory({ capacity: Number.NaN }),
        DeduplicationStore.layerMemory({ capacity: 0 })
      ]
      for (const layer of layers) {
        const error = yield* Effect.flip(Layer.launch(layer))
        assert.strictEqual(error._tag, "InvalidOptions")
        assert.match(error.message, /secrets|toleranceMillis|capacity/)
      }
    })
  )

  it.effect("lets no secret into errors, logs or printed values", () =>
    Effect.gen(function* () {
      const lines: Array<string> = []
      const capture = Logger.replace(
        Logger.defaultLogger,
        Logger.make((entry) => void lines.push(inspect(entry, { depth: 8 })))
      )
      const push = yield* signed(bodyOf("m1"))
      const error = yield* Effect.flip(Webhook.receive({ ...push, body: bodyOf("m2") }))
      yield* Effect.provide(
        Webhook.answer(request({ ...push, body: Testing.fixtures.alarm.replace("signed", "SENTINEL") })),
        capture
      )
      assert.isAbove(lines.length, 0)
      const shown = [
        ...lines,
        inspect(error, { depth: 8 }),
        JSON.stringify(error),
        String(error),
        error.stack,
        inspect(yield* Verifier.Verifier, { depth: 8, showHidden: true })
      ]
      assert.notInclude(shown.join("\n"), "SENTINEL")
    }).pipe(Effect.provide(services()))
  )
})

describe("handling", () => {
  const collecting = (
    handle: (message: PushMessage.PushMessage, attempt: number) => Effect.Effect<void, string>,
    options: Partial<Consumer.Options<string, never>> = {}
  ) => Consumer.start({ ...options, handle: (message, { attempt }) => handle(message, attempt) })

  it.scoped("answers before the handler is done", () =>
    Effect.gen(function* () {
      const started = yield* Deferred.make<void>()
      const release = yield* Deferred.make<void>()
      yield* collecting(() => Effect.zipRight(Deferred.succeed(started, undefined), Deferred.await(release)))
      assert.strictEqual((yield* send("m1")).status, 200)
      yield* Deferred.await(started)
      const inbox = yield* Inbox.Inbox
      assert.strictEqual((yield* inbox.stats).inFlight, 1)
      yield* Deferred.succeed(release, undefined)
    }).pipe(Effect.provide(services()))
  )

  it.scoped("tries again after 1 s, 2 s …, whether a handler fails, dies or interrupts itself", () =>
    Effect.gen(function* () {
      const attempts = yield* Queue.unbounded<number>()
      yield* collecting((_, attempt) =>
        Effect.zipRight(
          Queue.offer(attempts, attempt),
          attempt === 1
            ? Effect.fail("no")
            : attempt === 2
              ? Effect.die(new Error("bug"))
              : attempt === 3
                ? Effect.interrupt
                : Effect.void
        )
      )
      assert.strictEqual((yield* send("m1")).status, 200)
      assert.strictEqual(yield* Queue.take(attempts), 1)
      for (const [attempt, wait] of [
        [2, 1000],
        [3, 2000],
        [4, 4000]
      ] as const) {
        const inbox = yield* Inbox.Inbox
        yield* Effect.repeat(inbox.stats, { until: ({ delayed }) => delayed === 1 }).pipe(
          Effect.zipLeft(Effect.yieldNow())
        )
        yield* TestClock.adjust(wait - 1)
        assert.strictEqual(yield* Queue.size(attempts), 0)
        yield* TestClock.adjust(1)
        assert.strictEqual(yield* Queue.take(attempts), attempt)
      }
    }).pipe(Effect.provide(services()), Effect.provide(quiet))
  )

  it.scoped("gives up after maxAttempts, keeps the dead letter, and replays it", () =>
    Effect.gen(function* () {
      const failures = yield* Queue.unbounded<Duration.Duration | undefined>()
      const handled = yield* Deferred.make<number>()
      const broken = yield* Ref.make(true)
      yield* collecting(
        (_, attempt) =>
          Effect.flatMap(Ref.get(broken), (fails) =>
            fails ? Effect.fail("broken") : Deferred.succeed(handled, attempt)
          ),
        {
          maxAttempts: 2,
          retryDelay: () => 10,
          onFailure: ({ retryIn }) => Queue.offer(failures, retryIn)
        }
      )
      yield* send("m1")
      assert.deepStrictEqual(yield* Queue.take(failures), Duration.millis(10))
      yield* Effect.yieldNow()
      yield* TestClock.adjust(10)
      assert.strictEqual(yield* Queue.take(failures), undefined)
      const inbox = yield* Inbox.Inbox
      const letters = yield* Effect.repeat(inbox.deadLetters(10), { until: (letters) => letters.length > 0 })
      assert.deepStrictEqual(
        letters.map(({ attempts, push }) => [push.messageId, attempts]),
        [["m1", 2]]
      )
      yield* Ref.set(broken, false)
      assert.strictEqual(yield* inbox.replay("m1"), true)
      assert.strictEqual(yield* inbox.replay("m1"), false)
      assert.strictEqual(yield* Deferred.await(handled), 1)
    }).pipe(Effect.provide(services()))
  )

  it.scoped("goes on when onFailure itself dies", () =>
    Effect.gen(function* () {
      const handled = yield* Queue.unbounded<string>()
      yield* collecting(
        ({ messageId }, attempt) =>
          messageId === "bad" && attempt === 1
            ? Effect.fail("no")
            : Effect.asVoid(Queue.offer(handled, messageId)),
        { concurrency: 1, onFailure: () => Effect.die("bug") }
      )
      yield* send("bad")
      yield* send("good")
      assert.strictEqual(yield* Queue.take(handled), "good")
      yield* TestClock.adjust("1 seconds")
      assert.strictEqual(yield* Queue.take(handled), "bad")
    }).pipe(Effect.provide(services()), Effect.provide(quiet))
  )

  it.effect("waits for handlers at work when it closes", () =>
    Effect.gen(function* () {
      const started = yield* Deferred.make<void>()
      const release = yield* Deferred.make<void>()
      const done = yield* Ref.make(false)
      const close = yield* Deferred.make<void>()
      const fiber = yield* Effect.fork(
        Effect.scoped(
          Effect.gen(function* () {
            yield* collecting(() =>
              Deferred.succeed(started, undefined).pipe(
                Effect.zipRight(Deferred.await(release)),
                Effect.zipRight(Ref.set(done, true))
              )
            )
            yield* Deferred.await(close)
          })
        )
      )
      yield* send("m1")
      yield* Deferred.await(started)
      yield* Deferred.succeed(close, undefined)
      yield* Effect.yieldNow()
      yield* Deferred.succeed(release, undefined)
      yield* Fiber.join(fiber)
      assert.strictEqual(yield* Ref.get(done), true)
      const inbox = yield* Inbox.Inbox
      assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 0 })
    }).pipe(Effect.provide(services()))
  )

  it.effect("gives back what a shutdown cuts short, without counting the attempt", () =>
    Effect.gen(function* () {
      const started = yield* Deferred.make<void>()
      const close = yield* Deferred.make<void>()
      const fiber = yield* Effect.fork(
        Effect.scoped(
          Effect.zipRight(
            collecting(() => Effect.zipRight(Deferred.succeed(started, undefined), Effect.never)),
            Deferred.await(close)
          )
        )
      )
      yield* send("m1")
      yield* Deferred.await(started)
      yield* Deferred.succeed(close, undefined)
      yield* Effect.yieldNow()
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(fiber)
      const inbox = yield* Inbox.Inbox
      const { attempt, push } = yield* inbox.take
      assert.deepStrictEqual([push.messageId, attempt], ["m1", 1])
    }).pipe(Effect.provide(services()))
  )
})
