import { assert, describe, it } from "@effect/vitest"
import { CircuitBreaker, Device, EzvizClient, Metrics, Timeout } from "@effect-ezviz/core"
import { Deferred, Effect, Fiber, Layer, Metric, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const info = Cloud.ok({ deviceSerial: "1", deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })
const call = Device.getInfo({ deviceSerial: "1" })

const client = (
  answer: () => Effect.Effect<Cloud.Reply, "reset" | "refused">,
  settings: CircuitBreaker.Settings = { minimumCalls: 4 }
) => {
  const log: Array<Cloud.Seen> = []
  return {
    log,
    layer: CircuitBreaker.layer({ ...settings, baseUrl: "http://cloud.example" }).pipe(
      Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
      Layer.provide(Cloud.layer(answer, log))
    )
  }
}

const state = Effect.map(
  Metric.value(Metric.tagged(Metrics.circuit, "host", "cloud.example")),
  ({ value }) => value
)

describe("a circuit", () => {
  it.effect("opens when half of the attempts fail, and fails calls without asking", () => {
    const cloud = client(() => Effect.fail("reset"))
    return Effect.gen(function* () {
      for (let sent = 0; sent < 4; sent++) {
        assert.strictEqual((yield* Effect.flip(call))._tag, "TransportFailure")
      }
      const error = yield* Effect.flip(call)
      assert.isTrue(error._tag === "CircuitOpen" && error.retryAfterMillis === 5000 && !error.maybeApplied)
      assert.strictEqual(error.host, "cloud.example")
      assert.strictEqual(cloud.log.length, 4)
      assert.strictEqual(yield* state, 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("stays closed while the API answers, whatever it answers", () => {
    const cloud = client(() => Effect.succeed(Cloud.code("20002")))
    return Effect.gen(function* () {
      for (let sent = 0; sent < 40; sent++) yield* Effect.flip(call)
      assert.strictEqual(cloud.log.length, 40)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("is not opened by a few devices that are dead, and is by many", () => {
    const layer = CircuitBreaker.layer({ minimumCalls: 4, baseUrl: "http://cloud.example" }).pipe(
      Layer.provide(Timeout.layer("attempt", "1 second")),
      Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
      Layer.provide(Cloud.layer(() => Effect.never, []))
    )
    const hang = (deviceSerial: string) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.fork(Effect.flip(Device.getInfo({ deviceSerial })))
        yield* TestClock.adjust("1 second")
        return (yield* Fiber.join(fiber))._tag
      })
    return Effect.gen(function* () {
      for (let round = 0; round < 5; round++) {
        for (const serial of ["A", "B", "C"]) assert.strictEqual(yield* hang(serial), "CallTimeout")
      }
      assert.strictEqual(yield* hang("D"), "CallTimeout")
      assert.strictEqual(yield* hang("E"), "CircuitOpen")
    }).pipe(Effect.provide(layer))
  })

  it.effect("forgets failures that are long ago", () => {
    const cloud = client(() => Effect.fail("reset"))
    return Effect.gen(function* () {
      for (let sent = 0; sent < 12; sent++) {
        yield* Effect.flip(call)
        yield* TestClock.adjust("15 seconds")
      }
      assert.strictEqual(cloud.log.length, 12)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("lets one call try after a while, waits twice as long if that fails, and closes if not", () => {
    let well = false
    const cloud = client(() => (well ? Effect.succeed(info) : Effect.fail("reset")))
    return Effect.gen(function* () {
      for (let sent = 0; sent < 5; sent++) yield* Effect.flip(call)
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual((yield* Effect.flip(call))._tag, "TransportFailure")
      yield* TestClock.adjust("9999 millis")
      assert.strictEqual((yield* Effect.flip(call))._tag, "CircuitOpen")
      well = true
      yield* TestClock.adjust("1 millis")
      yield* call
      yield* call
      assert.strictEqual(cloud.log.length, 7)
      assert.strictEqual(yield* state, 0)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("lets no second call try meanwhile, and another one when the first was interrupted", () =>
    Effect.gen(function* () {
      const begun = yield* Deferred.make<void>()
      let hang = false
      const cloud = client(() =>
        hang ? Effect.zipRight(Deferred.succeed(begun, undefined), Effect.never) : Effect.fail("reset")
      )
      yield* Effect.gen(function* () {
        for (let sent = 0; sent < 4; sent++) yield* Effect.flip(call)
        yield* TestClock.adjust("5 seconds")
        hang = true
        const trial = yield* Effect.fork(call)
        yield* Deferred.await(begun)
        assert.strictEqual(yield* state, 1)
        assert.strictEqual((yield* Effect.flip(call))._tag, "CircuitOpen")
        yield* Fiber.interrupt(trial)
        hang = false
        assert.strictEqual((yield* Effect.flip(call))._tag, "TransportFailure")
      }).pipe(Effect.provide(cloud.layer))
    })
  )
})
