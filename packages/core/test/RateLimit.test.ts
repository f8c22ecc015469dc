import { assert, describe, it } from "@effect/vitest"
import { Device, Ezviz, EzvizClient, RateLimit } from "@effect-ezviz/core"
import { Clock, Effect, Fiber, Layer, Option, Redacted, TestClock, type Tracer } from "effect"
import * as Cloud from "./cloud.js"

const info = Cloud.ok({ deviceSerial: "1", deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })
const picture = Cloud.ok({ picUrl: "http://pictures.example/1.jpg" })

/** When each request came, and for which device. */
const client = (
  options: Omit<RateLimit.Options, "key">,
  answer: (index: number) => Cloud.Reply = () => info
) => {
  const sent: Array<{ readonly at: number; readonly serial: string | null }> = []
  const spans: Array<Option.Option<Tracer.AnySpan>> = []
  return {
    /** The spans of the calls, in which their attempts are. */
    spans: () => spans.map(Option.filter((span): span is Tracer.Span => span._tag === "Span")),
    sent,
    times: () => sent.map(({ at }) => at),
    layer: RateLimit.layer({ key: "app", ...options }).pipe(
      Layer.provide(RateLimit.layerLimiterMemory),
      Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
      Layer.provide(
        Cloud.layer((seen, index) =>
          Effect.gen(function* () {
            sent.push({ at: yield* Clock.currentTimeMillis, serial: seen.form.get("deviceSerial") })
            const attempt = yield* Effect.option(Effect.currentSpan)
            spans.push(Option.flatMap(attempt, ({ parent }) => parent))
            return answer(index)
          })
        )
      )
    )
  }
}

const getInfo = (deviceSerial: string) => Device.getInfo({ deviceSerial })
const capture = (deviceSerial: string) => Device.capture({ deviceSerial, channelNo: 1 })
/** What the answers are matters to nobody here. */
const together = (effects: ReadonlyArray<Effect.Effect<unknown, unknown, EzvizClient.EzvizClient>>) =>
  Effect.fork(Effect.all(effects.map(Effect.exit), { concurrency: "unbounded" }))

describe("captures", () => {
  it.effect("of one device are 4 s apart, of others not", () => {
    const cloud = client({}, () => picture)
    return Effect.gen(function* () {
      const fiber = yield* together([capture("A"), capture("A"), capture("B"), capture("A")])
      yield* TestClock.adjust("8 seconds")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(cloud.times(), [0, 0, 4000, 8000])
      yield* TestClock.adjust("3 seconds")
      const last = yield* Effect.fork(capture("A"))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(last)
      assert.strictEqual(cloud.times().at(-1), 12_000)
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("captures that wait", () => {
  it.effect("and are given up take nothing from those that come later", () => {
    const cloud = client({}, () => picture)
    return Effect.gen(function* () {
      yield* capture("A")
      for (let given = 0; given < 20; given += 1) {
        const fiber = yield* Effect.fork(capture("A"))
        yield* TestClock.adjust("10 millis")
        yield* Fiber.interrupt(fiber)
      }
      const last = yield* Effect.fork(capture("A"))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(last)
      assert.deepStrictEqual(cloud.times(), [0, 4000])
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("hold up no other call, of their device or of another", () => {
    const sent: Array<number> = []
    const EzvizLive = Ezviz.layer({ appKey: "app", appSecret: Redacted.make("secret") }).pipe(
      Layer.provide(
        Cloud.layer((seen) =>
          Effect.map(Clock.currentTimeMillis, (now) => {
            if (seen.url.pathname === "/api/lapp/device/info") sent.push(now)
            return seen.url.pathname === "/api/lapp/device/capture"
              ? picture
              : seen.url.pathname === "/api/lapp/device/info"
                ? info
                : Cloud.token("at.one", now + 86_400_000)
          })
        )
      )
    )
    return Effect.gen(function* () {
      const captures = yield* together(Array.from({ length: 160 }, (_, index) => capture(`D${index % 40}`)))
      yield* TestClock.adjust("1 second")
      const others = yield* together([getInfo("D0"), getInfo("another")])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(others)
      yield* Fiber.join(captures)
      assert.deepStrictEqual(sent, [1000, 1000])
    }).pipe(Effect.provide(EzvizLive))
  })
})

describe("a rate", () => {
  it.effect("spaces all calls of the application", () => {
    const cloud = client({ calls: { limit: 20, interval: "1 minute" } })
    return Effect.gen(function* () {
      const fiber = yield* together([getInfo("A"), Device.list({}), getInfo("B")])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.await(fiber)
      assert.deepStrictEqual(cloud.times(), [0, 3000, 6000])
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("tells in the span of a call how long it waited, and nothing where it did not", () => {
    const cloud = client({ calls: { limit: 20, interval: "1 minute" } })
    return Effect.gen(function* () {
      const fiber = yield* together([getInfo("A"), getInfo("B")])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.await(fiber)
      assert.deepStrictEqual(
        cloud.spans().map(Option.map((span) => [span.name, span.attributes.get("ezviz.queue_ms")])),
        [Option.some(["ezviz.device.getInfo", undefined]), Option.some(["ezviz.device.getInfo", 3000])]
      )
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("of an operation leaves the others alone", () => {
    const cloud = client({ operations: { "device.getInfo": { limit: 1, interval: "1 second" } } })
    return Effect.gen(function* () {
      const fiber = yield* together([getInfo("A"), getInfo("B"), Device.getStatus({ deviceSerial: "C" })])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.await(fiber)
      assert.deepStrictEqual(cloud.sent, [
        { at: 0, serial: "C" },
        { at: 0, serial: "A" },
        { at: 1000, serial: "B" }
      ])
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("serves devices in turn, whoever asked more", () => {
    const cloud = client({ calls: { limit: 1, interval: "1 second" } })
    return Effect.gen(function* () {
      const fiber = yield* together([...Array.from({ length: 50 }, () => getInfo("busy")), getInfo("quiet")])
      yield* TestClock.adjust("2 seconds")
      assert.deepStrictEqual(
        cloud.sent.map(({ serial }) => serial),
        ["busy", "quiet", "busy"]
      )
      yield* Fiber.interrupt(fiber)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("loses nothing when those who wait are interrupted", () => {
    const cloud = client({ calls: { limit: 1, interval: "1 second" } })
    return Effect.gen(function* () {
      const fibers = yield* Effect.forEach(Array.from({ length: 10 }), (_, index) =>
        Effect.fork(getInfo(`D${index}`))
      )
      yield* TestClock.adjust("500 millis")
      yield* Fiber.interruptAll(fibers.slice(1, 9))
      yield* TestClock.adjust("500 millis")
      assert.deepStrictEqual(
        cloud.sent.map(({ serial }) => serial),
        ["D0", "D9"]
      )
      const later = yield* Effect.fork(getInfo("later"))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(later)).model, "C1")
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("10029", () => {
  it.effect("slows calls down where no rate is configured, and lets them recover", () => {
    const cloud = client({}, (index) => (index === 9 ? Cloud.code("10029") : info))
    return Effect.gen(function* () {
      // Ten calls within the second that is looked at: half of that is a call every 200 ms.
      yield* Effect.exit(Effect.forEach(Array.from({ length: 10 }), () => getInfo("A")))
      const spaced = yield* together([getInfo("A"), getInfo("B")])
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(spaced)
      assert.deepStrictEqual(cloud.times().slice(10), [0, 200])
      yield* TestClock.adjust("2 minutes")
      const began = yield* Clock.currentTimeMillis
      yield* Effect.forEach(Array.from({ length: 5 }), () => getInfo("A"))
      assert.deepStrictEqual(new Set(cloud.times().slice(12)), new Set([began]))
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("with Retry-After makes everybody wait so long", () => {
    const cloud = client({}, (index) =>
      index === 0 ? { headers: { "retry-after": "20" }, body: { code: "10029", msg: "" } } : info
    )
    return Effect.gen(function* () {
      yield* Effect.exit(getInfo("A"))
      const fiber = yield* Effect.fork(getInfo("B"))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.times()[1], 20_000)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("with a Retry-After of a year holds nobody up for more than half a minute", () => {
    const cloud = client({}, (index) =>
      index === 0 ? { headers: { "retry-after": "31536000" }, body: { code: "10029", msg: "" } } : info
    )
    return Effect.gen(function* () {
      yield* Effect.exit(getInfo("A"))
      const fiber = yield* Effect.fork(getInfo("B"))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.times()[1], 30_000)
    }).pipe(Effect.provide(cloud.layer))
  })
})
