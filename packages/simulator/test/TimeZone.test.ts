import { assert, describe, it } from "@effect/vitest"
import { Device, TimeZone } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import { camera, env, foreign } from "./household.js"

describe("timeZone", () => {
  it.live("lists the documented zones", () =>
    Effect.gen(function* () {
      const zones = yield* TimeZone.list({})
      assert.strictEqual(zones.length, 105)
      assert.deepStrictEqual(zones.at(-1), {
        tzCode: "210",
        tzValue: "UTC-12:00",
        displayName: "(UTC-12:00) International Date Line West"
      })
    }).pipe(Effect.provide(env()))
  )

  it.live("is what a device was set to, at the address of its information", () =>
    Effect.gen(function* () {
      const { household, served } = yield* Simulator.Simulator
      yield* Device.setTimeZone({
        ...camera,
        tzCode: "188",
        dateFormat: "DD-MM-YYYY",
        daylightSaving: true
      })
      const info = yield* Device.getInfo(camera)
      assert.notProperty(info, "extra")
      const { offlineNotify, timeZone, wifiSsid, ...rest } = yield* Device.getTimeZone(camera)
      assert.strictEqual(timeZone, "UTC-06:00")
      assert.deepStrictEqual([offlineNotify, wifiSsid], [false, "Home"])
      assert.deepStrictEqual(rest, info)
      assert.deepStrictEqual(
        served.slice(-2).map(({ operation }) => operation),
        ["device.getInfo", "device.getTimeZone"]
      )
      assert.deepStrictEqual(household.devices.get(camera.deviceSerial)?.clock, {
        tzCode: "188",
        dateFormat: "DD-MM-YYYY",
        daylightSaving: true
      })
    }).pipe(Effect.provide(env()))
  )

  it.live("is refused for a code that there is not, and for devices of others", () =>
    Effect.gen(function* () {
      const berlin = { tzCode: "138", dateFormat: "YYYY-MM-DD" } as const
      const error = yield* Effect.flip(Device.setTimeZone({ ...camera, ...berlin, tzCode: "139" }))
      assert.strictEqual(error._tag, "ParameterError")
      assert.strictEqual(
        (yield* Effect.flip(Device.setTimeZone({ ...foreign, ...berlin })))._tag,
        "DeviceNotOwned"
      )
      assert.strictEqual((yield* Effect.flip(Device.getTimeZone(foreign)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )
})
