import { assert, describe, it } from "@effect/vitest"
import { Device } from "@effect-ezviz/core"
import { Limits, Simulator } from "@effect-ezviz/simulator"
import { DateTime, Effect, TestClock } from "effect"
import { camera, env } from "./household.js"

const at = (text: string) => DateTime.toEpochMillis(DateTime.unsafeMake(text))

describe("limits", () => {
  it("are of each second, minute and day; what is refused uses nothing up", () => {
    const refusal = Limits.make({ callsPerSecond: 2, callsPerMinute: 3, callsPerDay: 5 })
    const codes = (time: string, calls: number) =>
      Array.from({ length: calls }, () => refusal("device.list", at(time)))
    assert.deepStrictEqual(codes("2026-03-04T12:00:00Z", 3), [undefined, undefined, "10029"])
    assert.deepStrictEqual(codes("2026-03-04T12:00:01Z", 2), [undefined, "10029"])
    assert.deepStrictEqual(codes("2026-03-04T12:01:00Z", 3), [undefined, undefined, "10029"])
    assert.deepStrictEqual(codes("2026-03-04T12:01:01Z", 1), ["10007"])
    // Midnight in China.
    assert.deepStrictEqual(codes("2026-03-04T15:59:59Z", 1), ["10007"])
    assert.deepStrictEqual(codes("2026-03-04T16:00:00Z", 1), [undefined])
  })

  it.effect("of captures are of captures alone, until the day turns", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(at("2026-03-04T12:00:00Z"))
      const { time } = yield* Simulator.Simulator
      const capture = Device.capture({ ...camera, channelNo: 1 })
      yield* capture
      yield* TestClock.adjust("4 seconds")
      yield* capture
      yield* TestClock.adjust("4 seconds")
      const error = yield* Effect.flip(capture)
      assert.strictEqual(error._tag, "QuotaExhausted")
      assert.deepInclude({ ...error }, { code: "10028" })
      yield* Device.getInfo(camera)
      yield* time.advance("4 hours")
      yield* TestClock.adjust("4 hours")
      yield* capture
    }).pipe(Effect.provide(env({ capturesPerDay: 2 })))
  )

  it.live("of a day refuse every call", () =>
    Effect.gen(function* () {
      const { appKey, appSecret, time, url } = yield* Simulator.Simulator
      // The token is a call as well.
      yield* Effect.replicateEffect(Device.getInfo(camera), 4)
      const error = yield* Effect.flip(Device.getInfo(camera))
      assert.strictEqual(error._tag, "QuotaExhausted")
      // Apart from the client, which has seen it and asks no more.
      const token = Effect.promise(async () => {
        const body = new URLSearchParams({ appKey, appSecret })
        return (await fetch(`${url}/api/lapp/token/get`, { method: "POST", body })).json()
      })
      assert.propertyVal(yield* token, "code", "10007")
      yield* time.advance("1 day")
      assert.propertyVal(yield* token, "code", "200")
    }).pipe(Effect.provide(env({ callsPerDay: 5 })))
  )
})
