import { assert, describe, it } from "@effect/vitest"
import { Device, Firmware } from "@effect-ezviz/core"
import { Effect, TestClock } from "effect"
import { camera, env, foreign, offline, upToDate } from "./household.js"

describe("firmware", () => {
  it.effect("is upgraded in its time, and says how far it is", () =>
    Effect.gen(function* () {
      const tag = Effect.map(Effect.flip(Firmware.upgrade(camera)), (error) => error._tag)
      const before = yield* Firmware.getVersion(camera)
      assert.notStrictEqual(before.currentVersion, before.latestVersion)

      yield* Firmware.upgrade(camera)
      assert.deepStrictEqual(yield* Firmware.getUpgradeStatus(camera), { status: "upgrading", progress: 1 })
      yield* TestClock.adjust("30 seconds")
      assert.deepStrictEqual(yield* Firmware.getUpgradeStatus(camera), { status: "upgrading", progress: 50 })
      assert.strictEqual(yield* tag, "FirmwareUpgrading")
      yield* TestClock.adjust("30 seconds")
      assert.deepStrictEqual(yield* Firmware.getUpgradeStatus(camera), { status: "rebooting" })
      assert.strictEqual(yield* tag, "DeviceRebooting")
      assert.deepStrictEqual(yield* Firmware.getVersion(camera), before)
      yield* TestClock.adjust("30 seconds")
      assert.deepStrictEqual(yield* Firmware.getUpgradeStatus(camera), { status: "upgraded" })
      assert.strictEqual(yield* tag, "FirmwareUpToDate")

      assert.strictEqual((yield* Firmware.getVersion(camera)).currentVersion, before.latestVersion)
      const [listed] = (yield* Device.list({})).items
      assert.strictEqual(listed?.deviceVersion, before.latestVersion)
    }).pipe(Effect.provide(env()))
  )

  it.live("is refused where it cannot be upgraded", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(Firmware.upgrade(upToDate)))._tag, "FirmwareUpToDate")
      assert.strictEqual((yield* Effect.flip(Firmware.upgrade(offline)))._tag, "DeviceOffline")
      assert.strictEqual((yield* Effect.flip(Firmware.getUpgradeStatus(offline)))._tag, "DeviceOffline")
      assert.strictEqual((yield* Effect.flip(Firmware.getVersion(foreign)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )
})
