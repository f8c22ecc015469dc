import { createHmac } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import { Alarm } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { PushMessage } from "@effect-ezviz/webhook"
import { Chunk, Effect, Either, Fiber, Queue, Redacted, Stream, TestClock } from "effect"
import { camera, env, foreign, offline, upToDate } from "./household.js"
import { receiver } from "./receiver.js"

const secret = Redacted.make("the-signing-key")
const url = "http://127.0.0.1:1/nobody-listens"

/** Goes on when a fiber waits until a time of the test's clock. */
const asleep = Effect.repeat(Effect.zipRight(Effect.yieldNow(), TestClock.sleeps()), {
  until: (sleeps) => Chunk.isNonEmpty(sleeps)
})

const typed = (body: string) => Either.getOrThrow(PushMessage.parse(body))

describe("pushes", () => {
  it.scoped("of alarms are signed, delivered when the messageId comes back, and join the list", () =>
    Effect.gen(function* () {
      const { alarm, webhooks } = yield* Simulator.Simulator
      const webhook = yield* receiver("echo")
      yield* webhooks.subscribe({ url: webhook.url, secret })
      const [pushed, ...others] = yield* alarm({ ...camera, alarmType: 10_013 })
      assert.deepStrictEqual(others, [])
      const { body, headers } = yield* Queue.take(webhook.received)
      assert.deepInclude(headers, { "content-type": "text/plain", message_type: "ys.alarm" })
      const hmac = createHmac("sha1", Redacted.value(secret)).update(`${body}${headers["t"]}`)
      assert.strictEqual(headers["signature"], hmac.digest("hex"))
      const message = typed(body)
      assert.isTrue(message._tag === "Alarm" && message.alarm.alarmType?.name === "lineCrossing")
      assert.deepStrictEqual(pushed, {
        url: webhook.url,
        type: "ys.alarm",
        messageId: message.messageId,
        deviceSerial: camera.deviceSerial,
        attempt: 1,
        outcome: "delivered",
        status: 200
      })
      const { items } = yield* Alarm.list({})
      assert.deepStrictEqual(
        items.map(({ alarmId, alarmType }) => [alarmId, alarmType]),
        [[message.messageId, "lineCrossing"]]
      )
    }).pipe(Effect.provide(env()))
  )

  it.scoped("say when a device goes and comes, and no more than once", () =>
    Effect.gen(function* () {
      const { setOnline, webhooks } = yield* Simulator.Simulator
      const webhook = yield* receiver("echo")
      yield* webhooks.subscribe({ url: webhook.url })
      const states = Effect.gen(function* () {
        const message = typed((yield* Queue.take(webhook.received)).body)
        return message._tag === "OnlineOffline" ? [message.deviceSerial, message.online] : message._tag
      })
      yield* setOnline(camera.deviceSerial, false)
      assert.deepStrictEqual(yield* states, [camera.deviceSerial, false])
      assert.deepStrictEqual(yield* setOnline(camera.deviceSerial, false), [])
      yield* setOnline(camera.deviceSerial, true)
      assert.deepStrictEqual(yield* states, [camera.deviceSerial, true])
      assert.strictEqual(yield* Queue.size(webhook.received), 0)
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.scoped("that fail are sent again with a signature of their own, until one arrives", () =>
    Effect.gen(function* () {
      const { alarm, entries, webhooks } = yield* Simulator.Simulator
      const webhook = yield* receiver("500", "no id", "echo")
      yield* webhooks.subscribe({ url: webhook.url, retries: 3, retryAfter: "1 minute" })
      const pushes = yield* Stream.toQueueOfElements(Stream.filter(entries, (entry) => entry.kind === "push"))
      const next = Effect.map(Effect.flatten(Queue.take(pushes)), ({ attempt, outcome, status }) => ({
        attempt,
        outcome,
        status
      }))
      const alarming = yield* Effect.fork(alarm(camera))
      assert.deepStrictEqual(yield* next, { attempt: 1, outcome: "refused", status: 500 })
      yield* asleep
      yield* TestClock.adjust("59 seconds")
      assert.strictEqual(yield* Queue.size(webhook.received), 1)
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(yield* next, { attempt: 2, outcome: "refused", status: 200 })
      yield* asleep
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(yield* next, { attempt: 3, outcome: "delivered", status: 200 })
      const [last] = yield* Fiber.join(alarming)
      assert.strictEqual(last?.outcome, "delivered")
      const [first, second, third] = yield* Queue.takeAll(webhook.received)
      assert.deepStrictEqual(
        [first?.headers["t"], second?.headers["t"], third?.headers["t"]],
        ["0", "60000", "120000"]
      )
      assert.strictEqual(new Set([first, second, third].map((push) => push?.headers["signature"])).size, 3)
      assert.strictEqual(new Set([first, second, third].map((push) => push?.body)).size, 1)
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.scoped("end after 2 seconds without an answer, and are given up after the last retry", () =>
    Effect.gen(function* () {
      const { alarm, webhooks } = yield* Simulator.Simulator
      const webhook = yield* receiver("silence")
      yield* webhooks.subscribe({ url: webhook.url, retries: 1, retryAfter: "10 seconds" })
      const alarming = yield* Effect.fork(alarm(camera))
      yield* Queue.take(webhook.received)
      yield* TestClock.adjust("1999 millis")
      assert.deepStrictEqual(webhooks.attempts, [])
      yield* TestClock.adjust("1 millis")
      yield* asleep
      yield* TestClock.adjust("10 seconds")
      yield* Queue.take(webhook.received)
      yield* TestClock.adjust("2 seconds")
      const [last] = yield* Fiber.join(alarming)
      assert.deepInclude(last, { attempt: 2, outcome: "timedOut", status: undefined })
      assert.strictEqual(webhooks.attempts.length, 2)
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.scoped("go to every webhook, and to those no more that have left", () =>
    Effect.gen(function* () {
      const { alarm, webhooks } = yield* Simulator.Simulator
      const webhook = yield* receiver("echo")
      yield* webhooks.subscribe({ url, retries: 0 })
      yield* webhooks.subscribe({ url: webhook.url })
      const outcomes = Effect.map(alarm(camera), (pushed) => pushed.map(({ outcome }) => outcome))
      assert.deepStrictEqual(yield* outcomes, ["unreachable", "delivered"])
      yield* webhooks.unsubscribe(url)
      assert.deepStrictEqual(yield* outcomes, ["delivered"])
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.scoped("are of devices of the account alone", () =>
    Effect.gen(function* () {
      const { alarm, setOnline } = yield* Simulator.Simulator
      assert.strictEqual((yield* Effect.flip(alarm(foreign)))._tag, "UnknownDevice")
      assert.strictEqual((yield* Effect.flip(setOnline("NONE", true)))._tag, "UnknownDevice")
    }).pipe(Effect.provide(Simulator.layer()))
  )
})

describe("alarms over time", () => {
  it.scoped("come from devices that are online and armed, about as often as asked", () =>
    Effect.gen(function* () {
      const webhook = yield* receiver("echo")
      const simulator = Simulator.layer({ webhook: { url: webhook.url }, alarmsEvery: "1 minute" })
      yield* Effect.gen(function* () {
        const { household } = yield* Simulator.Simulator
        const armed = household.devices.owned
          .slice()
          .filter(({ defence, online }) => online && defence !== "disarmed")
        yield* TestClock.adjust("1 hour")
        const raised = household.alarms
        // Each waits from 48 to 72 seconds.
        assert.isAtLeast(raised.length, 50)
        assert.isAtMost(raised.length, 75)
        assert.isAbove(new Set(raised.map(({ alarmTime }) => alarmTime % 60_000)).size, 10)
        const serials = new Set(raised.map(({ deviceSerial }) => deviceSerial))
        assert.includeMembers(
          armed.map(({ deviceSerial }) => deviceSerial),
          [...serials]
        )
        assert.isAbove(serials.size, 2)
        assert.isFalse(serials.has(offline.deviceSerial) || serials.has("SIM100003"))
        const { body } = yield* Queue.take(webhook.received)
        assert.isTrue(raised.some(({ alarmId }) => alarmId === typed(body).messageId))
      }).pipe(Effect.provide(simulator))
    })
  )

  it.scoped("stop with the layer", () =>
    Effect.gen(function* () {
      const household = yield* Effect.provide(
        Effect.map(Simulator.Simulator, ({ household }) => household),
        Simulator.layer({ alarmsEvery: "1 minute" })
      )
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(household.alarms, [])
    })
  )

  it.scoped("are forgotten when they are older than can be searched", () =>
    Effect.gen(function* () {
      const { alarm, household } = yield* Simulator.Simulator
      yield* alarm(camera)
      yield* TestClock.adjust("7 days")
      yield* alarm(upToDate)
      assert.strictEqual(household.alarms.length, 2)
      yield* TestClock.adjust("1 millis")
      yield* alarm(upToDate)
      assert.deepStrictEqual(
        household.alarms.map(({ deviceSerial }) => deviceSerial),
        [upToDate.deviceSerial, upToDate.deviceSerial]
      )
    }).pipe(Effect.provide(Simulator.layer()))
  )
})
