import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Preset } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const camera = { deviceSerial: "568261888", channelNo: 1 }

describe("preset", () => {
  it.effect("is added as the sample has it", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Preset.add(camera), { index: 3 })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/preset/add")
      assert.strictEqual(seen[0]?.form.toString(), "deviceSerial=568261888&channelNo=1")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ index: 3 }), seen)))
  })

  it.effect("is called and cleared as the samples have it", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Preset.move({ ...camera, index: 3 })
      yield* Preset.clear({ ...camera, index: 3 })
      assert.deepStrictEqual(
        seen.map(({ form, url }) => `${url.pathname}?${form}`),
        [
          "/api/lapp/device/preset/move?deviceSerial=568261888&channelNo=1&index=3",
          "/api/lapp/device/preset/clear?deviceSerial=568261888&channelNo=1&index=3"
        ]
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("refuses an index that is none, by its name", () =>
    Effect.gen(function* () {
      for (const index of [-1, 1.5, Number.NaN]) {
        for (const operation of [Preset.move, Preset.clear]) {
          const error = yield* Effect.flip(Effect.asVoid(operation({ ...camera, index })))
          assert.strictEqual(error._tag, "InvalidInput")
          assert.include(error.message, "index")
        }
      }
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  for (const [code, tag] of [
    ["60009", "PresetRunning"],
    ["60010", "PresetIsCurrent"],
    ["60011", "PresetNotFound"]
  ] as const) {
    it.effect(`has ${code} as ${tag}`, () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* Effect.flip(Preset.move({ ...camera, index: 3 })))._tag, tag)
      }).pipe(Effect.provide(Cloud.answering(Cloud.code(code))))
    )
  }

  for (const code of ["60007", "60008"]) {
    it.effect(`has ${code} as the device's limit`, () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* Effect.flip(Preset.add(camera)))._tag, "PresetLimitReached")
      }).pipe(Effect.provide(Cloud.answering(Cloud.code(code))))
    )
  }

  it("says which errors there are", () => {
    type Every =
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
      | ApiError.PtzNotSupported
      | ApiError.PtzNotPermitted
      | ApiError.PtzFailed
    expectTypeOf<Preset.AddError>().toEqualTypeOf<Every | ApiError.PresetLimitReached>()
    expectTypeOf<Preset.MoveError>().toEqualTypeOf<
      Every | ApiError.PresetRunning | ApiError.PresetIsCurrent | ApiError.PresetNotFound
    >()
    expectTypeOf<Preset.ClearError>().toEqualTypeOf<Every | ApiError.PresetNotFound>()
  })
})
