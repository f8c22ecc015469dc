import { assert, describe, it } from "@effect/vitest"
import { DayQuota, Device, EzvizClient } from "@effect-ezviz/core"
import { DateTime, Effect, Layer, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const device = { deviceSerial: "900000001" }
const info = Cloud.ok({ ...device, deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })
const capture = Device.capture({ ...device, channelNo: 1 })
/** 22:30 of the 26th in UTC+8. */
const evening = DateTime.unsafeMake("2026-11-26T14:30:00Z")

const client = (answer: (seen: Cloud.Seen) => Cloud.Reply, options?: DayQuota.Options) => {
  const log: Array<Cloud.Seen> = []
  return {
    log,
    layer: DayQuota.layer(options).pipe(
      Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
      Layer.provide(Cloud.layer((seen) => Effect.sync(() => answer(seen)), log))
    )
  }
}

describe("a quota of the day", () => {
  it.effect("ends captures alone after 10028, until the day turns in UTC+8, and says when", () => {
    let open = false
    const cloud = client((seen) =>
      seen.url.pathname.endsWith("/capture")
        ? open
          ? Cloud.ok({ picUrl: "http://pictures.example/1.jpg" })
          : Cloud.code("10028")
        : info
    )
    return Effect.gen(function* () {
      yield* TestClock.setTime(evening.epochMillis)
      const first = yield* Effect.flip(capture)
      const second = yield* Effect.flip(capture)
      for (const error of [first, second]) {
        assert.isTrue(
          error._tag === "QuotaExhausted" && error.resetsAt === Date.parse("2026-11-26T16:00:00Z")
        )
        assert.include(error.message, "2026-11-26T16:00:00.000Z")
      }
      assert.deepStrictEqual([first.attempts, second.attempts], [1, 0])
      assert.strictEqual(cloud.log.length, 1)
      assert.strictEqual((yield* Device.getInfo(device)).model, "C1")
      open = true
      yield* TestClock.adjust("90 minutes")
      yield* capture
      assert.strictEqual(cloud.log.length, 3)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("ends every call after 10007", () => {
    const cloud = client(() => Cloud.code("10007"))
    return Effect.gen(function* () {
      yield* Effect.flip(Device.getInfo(device))
      const error = yield* Effect.flip(Device.list({}))
      assert.isTrue(error._tag === "QuotaExhausted" && error.operation === "device.list")
      assert.strictEqual(cloud.log.length, 1)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("lets one call an hour find out that the plan was raised", () => {
    let open = false
    const cloud = client(() => (open ? info : Cloud.code("10007")))
    return Effect.gen(function* () {
      yield* Effect.flip(Device.getInfo(device))
      yield* TestClock.adjust("1 hour")
      yield* Effect.flip(Device.getInfo(device))
      yield* Effect.flip(Device.getInfo(device))
      assert.strictEqual(cloud.log.length, 2)
      open = true
      yield* TestClock.adjust("1 hour")
      yield* Device.getInfo(device)
      yield* Device.getInfo(device)
      assert.strictEqual(cloud.log.length, 4)
    }).pipe(Effect.provide(cloud.layer))
  })

  it("turns with the day of the zone", () => {
    const at = (zone: DateTime.TimeZone) =>
      new Date(DayQuota.nextDay(evening.epochMillis, zone)).toISOString()
    assert.strictEqual(at(DateTime.zoneMakeOffset(0)), "2026-11-27T00:00:00.000Z")
    assert.strictEqual(at(DateTime.zoneMakeOffset(-5 * 3_600_000)), "2026-11-27T05:00:00.000Z")
    assert.strictEqual(at(DateTime.zoneUnsafeMakeNamed("Asia/Shanghai")), "2026-11-26T16:00:00.000Z")
  })
})
