import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Firmware } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const device = { deviceSerial: "427734888" }

describe("firmware", () => {
  it.effect("asks at addresses of its own, without a verification code, whatever the samples show", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Firmware.upgrade(device)
      yield* Effect.ignore(Firmware.getVersion(device))
      yield* Effect.ignore(Firmware.getUpgradeStatus(device))
      assert.deepStrictEqual(
        seen.map(({ form, url }) => `${url.pathname}?${form}`),
        [
          "/api/lapp/device/upgrade?deviceSerial=427734888",
          "/api/lapp/device/version/info?deviceSerial=427734888",
          "/api/lapp/device/upgrade/status?deviceSerial=427734888"
        ]
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("reads both versions as they are", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Firmware.getVersion(device), {
        latestVersion: "V4.2.5 build 151223",
        currentVersion: "V4.2.5 build 151223"
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({ latestVersion: "V4.2.5 build 151223", currentVersion: "V4.2.5 build 151223" })
        )
      )
    )
  )

  for (const [wire, expected] of [
    [
      { progress: 43, status: 0 },
      { progress: 43, status: "upgrading" }
    ],
    [{ status: "1" }, { status: "rebooting" }],
    [{ progress: null, status: 2 }, { status: "upgraded" }],
    [
      { progress: 0, status: 3 },
      { progress: 0, status: "failed" }
    ],
    [{ status: 7 }, { status: 7 }]
  ] as const) {
    it.effect(`reads the state ${JSON.stringify(wire)}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* Firmware.getUpgradeStatus(device), expected)
      }).pipe(Effect.provide(Cloud.answering(Cloud.ok(wire))))
    )
  }

  for (const [code, tag] of [
    ["60013", "FirmwareUpToDate"],
    ["60014", "FirmwareUpgrading"],
    ["60015", "DeviceRebooting"],
    // Elsewhere 60016 is an encryption that is off already, and 60018 a failed upgrade.
    ["60016", "FirmwareUpgradeFailed"],
    ["60018", "FirmwareUpgradeFailed"]
  ] as const) {
    it.effect(`has ${code} as ${tag}`, () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* Effect.flip(Firmware.upgrade(device)))._tag, tag)
      }).pipe(Effect.provide(Cloud.answering(Cloud.code(code))))
    )
  }

  it("says which errors there are", () => {
    expectTypeOf<Firmware.GetVersionError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
    >()
    expectTypeOf<Firmware.GetUpgradeStatusError>().toEqualTypeOf<
      Firmware.GetVersionError | ApiError.DeviceOffline
    >()
    expectTypeOf<Firmware.UpgradeError>().toEqualTypeOf<
      | Firmware.GetUpgradeStatusError
      | ApiError.DeviceNetworkError
      | ApiError.DeviceTimeout
      | ApiError.FirmwareUpToDate
      | ApiError.FirmwareUpgrading
      | ApiError.DeviceRebooting
      | ApiError.FirmwareUpgradeFailed
    >()
  })
})
