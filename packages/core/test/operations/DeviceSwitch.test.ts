import { assert, describe, it } from "@effect/vitest"
import { type ApiError, DeviceSwitch } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "FAK0000000000000000000:000000000"
const headers = { accessToken: "at.planted", deviceSerial }

describe("deviceSwitch.get", () => {
  it.effect("asks for the type in the query and reads the sample, whose type the table does not have", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* DeviceSwitch.get({ deviceSerial, type: "motionLight" }), {
        deviceSerial,
        type: 2,
        enable: true
      })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [{ line: "GET /api/v3/device/switchStatus/get?type=301", headers, body: "" }]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3({ subSerial: deviceSerial, type: 2, enable: 1 }), log)))
  })

  it.effect("knows the one documented type, and reads flags as texts", () =>
    Effect.gen(function* () {
      const answer = yield* DeviceSwitch.get({ deviceSerial, type: 2 })
      assert.deepStrictEqual(answer, { deviceSerial, type: "motionLight", enable: false })
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3({ subSerial: deviceSerial, type: "301", enable: "0" }))))
  )

  it("fails as it is documented to", () =>
    expectTypeOf<DeviceSwitch.GetError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.PermissionDenied
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.ServerError
      | ApiError.CommandNotSupported
    >())
})

describe("deviceSwitch.set", () => {
  it.effect("sends both values in the query, by name or by number", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* DeviceSwitch.set({ deviceSerial, type: "motionLight", enable: true })
      yield* DeviceSwitch.set({ deviceSerial, type: 7, enable: false })
      assert.deepStrictEqual(
        log.map((seen) => [...seen.url.searchParams].sort()),
        [
          [
            ["enable", "1"],
            ["type", "301"]
          ],
          [
            ["enable", "0"],
            ["type", "7"]
          ]
        ]
      )
      assert.deepStrictEqual(
        log.map((seen) => [seen.method, Cloud.written(seen).headers, seen.body]),
        [
          ["POST", headers, ""],
          ["POST", headers, ""]
        ]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  it.effect("refuses a type that is neither, by its name", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(DeviceSwitch.set({ deviceSerial, type: 1.5, enable: true }))
      assert.strictEqual(error._tag === "InvalidInput" && error.parameter, "type")
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3())))
  )
})
