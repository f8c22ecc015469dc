import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Storage } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "900000001"
const headers = { accessToken: "at.planted", deviceSerial }

const medium = { index: 0, name: "名称", status: 0, formattingRate: "20%", capacity: 231313 }

describe("storage.getFormatStatus", () => {
  it.effect("asks by header alone and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Storage.getFormatStatus({ deviceSerial }), {
        media: [{ index: 0, name: "名称", status: "normal", formattingRate: 20, capacity: 231313 }]
      })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [{ line: "GET /api/v3/device/format/status", headers, body: "" }]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3({ storageStatus: [medium] }), log)))
  })

  it.effect("reads every state, and rates with and without the sign, or none", () =>
    Effect.gen(function* () {
      const { media } = yield* Storage.getFormatStatus({ deviceSerial })
      assert.deepStrictEqual(
        media.map(({ formattingRate, status }) => [status, formattingRate]),
        [
          ["faulty", 40],
          ["unformatted", 0],
          ["formatting", 99.5],
          [9, undefined]
        ]
      )
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.v3({
            storageStatus: [
              { ...medium, status: 1, formattingRate: 40 },
              { ...medium, status: "2", formattingRate: "0" },
              { ...medium, status: 3, formattingRate: "99.5 %" },
              { ...medium, status: 9, formattingRate: "" }
            ]
          })
        )
      )
    )
  )

  it.effect("reads a device without media as none", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Storage.getFormatStatus({ deviceSerial }), { media: [] })
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3({ storageStatus: null }))))
  )
})

describe("storage.formatDisk", () => {
  it.effect("puts the number of the medium in the query", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Storage.formatDisk({ deviceSerial, diskIndex: 0 })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [{ line: "PUT /api/v3/device/format/disk?diskIndex=0", headers, body: "" }]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  it("is never sent twice", () => assert.strictEqual(Storage.formatDisk.definition.semantics, "once"))

  it.effect("refuses a number that none can have", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Storage.formatDisk({ deviceSerial, diskIndex: -1 }))
      assert.strictEqual(error._tag === "InvalidInput" && error.parameter, "diskIndex")
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3())))
  )

  it.effect("means a failure of the device by 20011, which is a failed adding elsewhere", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Storage.formatDisk({ deviceSerial, diskIndex: 0 }))
      assert.strictEqual(error._tag, "DeviceFailure")
    }).pipe(
      Effect.provide(
        Cloud.answering({ status: 422, body: { status: 422, body: { meta: { code: 20011, message: "" } } } })
      )
    )
  )

  it("fails as it is documented to: there is no 60020 here", () =>
    expectTypeOf<Storage.FormatDiskError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.PermissionDenied
      | ApiError.DeviceNotFound
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.DeviceTimeout
      | ApiError.ValidateCodeWrong
      | ApiError.DeviceFailure
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceFormatting
      | ApiError.DeviceNotOwned
      | ApiError.ServerDataError
      | ApiError.UnknownDeviceError
      | ApiError.VerificationRequired
    >())
})
