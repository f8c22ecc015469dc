import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Chime } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

describe("chime", () => {
  it.effect("is set as the sample has it", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Chime.setType({ deviceSerial: "C24899350", channelNo: 1, type: "none", duration: 10_000 })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/chime/set")
      assert.strictEqual(seen[0]?.form.toString(), "deviceSerial=C24899350&channelNo=1&type=3&duration=10000")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("is read from the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Chime.getType({ deviceSerial: "596510666", channelNo: 1 }), {
        deviceSerial: "C24899350",
        channelNo: 1,
        type: "none",
        duration: 1000
      })
      // The sample shows the address of another operation.
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/chime/get")
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ deviceSerial: "C24899350", channelNo: 1, type: 3, duration: 1000 }), seen)
      )
    )
  })

  it.effect("keeps a type that nobody has described", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Chime.getType({ deviceSerial: "1" })).type, 4)
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ devceSerial: "1", channelNo: "1", type: "4", duration: "5" }))
      )
    )
  )

  it.effect("refuses a duration that is none, by its name", () =>
    Effect.gen(function* () {
      for (const duration of [-1, 0.5, Number.NaN]) {
        const error = yield* Effect.flip(Chime.setType({ deviceSerial: "1", type: "mechanical", duration }))
        assert.strictEqual(error._tag, "InvalidInput")
        assert.include(error.message, "duration")
      }
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("says which errors there are", () => {
    expectTypeOf<Chime.SetTypeError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.DeviceTimeout
      | ApiError.ChannelNotFound
      | ApiError.CommandNotSupported
    >()
  })
})
