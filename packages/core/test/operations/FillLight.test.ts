import { assert, describe, it } from "@effect/vitest"
import { type ApiError, FillLight } from "@effect-ezviz/core"
import { Duration, Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "FAK0000000000000000000:000000000"

const sample = { deviceSerial, graphicType: 2, luminance: 100, duration: 5 }

describe("fillLight.getMode", () => {
  it.effect("asks by header alone and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* FillLight.getMode({ deviceSerial }), {
        deviceSerial,
        mode: "smart",
        luminance: 100,
        duration: Duration.seconds(5)
      })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [
          {
            line: "GET /api/v3/device/fillLight/mode/get",
            headers: { accessToken: "at.planted", deviceSerial },
            body: ""
          }
        ]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(sample), log)))
  })

  it.effect("reads the same answer without the wrapper of its sample, and a mode that has no name", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* FillLight.getMode({ deviceSerial })).mode, 7)
    }).pipe(
      Effect.provide(
        Cloud.answering({ body: { meta: { code: "200" }, data: { ...sample, graphicType: "7" } } })
      )
    )
  )
})

describe("fillLight.setMode", () => {
  it.effect("sends the number of the mode in the query, though it posts", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      for (const mode of FillLight.Mode.names) yield* FillLight.setMode({ deviceSerial, mode })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        ["0", "1", "2"].map((mode) => ({
          line: `POST /api/v3/device/fillLight/mode/set?mode=${mode}`,
          headers: { accessToken: "at.planted", deviceSerial },
          body: ""
        }))
      )
      assert.deepStrictEqual(FillLight.Mode.values, { blackAndWhite: 0, fullColor: 1, smart: 2 })
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  it.effect("says by its code what a 401 is: a user that is not there, not the token", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(FillLight.setMode({ deviceSerial, mode: "smart" }))
      assert.strictEqual(error._tag, "UserNotFound")
    }).pipe(
      Effect.provide(
        Cloud.answering({ status: 401, body: { status: 401, body: { meta: { code: 30001, message: "" } } } })
      )
    )
  )

  it("fails as it is documented to", () =>
    expectTypeOf<FillLight.SetModeError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.PermissionDenied
      | ApiError.SubAccountFrozen
      | ApiError.DeviceNotFound
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.DeviceTimeout
      | ApiError.ValidateCodeWrong
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.UserNotFound
      | ApiError.ServerDataError
      | ApiError.UnknownDeviceError
      | ApiError.CommandNotSupported
      | ApiError.VerificationRequired
    >())
})
