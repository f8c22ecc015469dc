import { assert, describe, it } from "@effect/vitest"
import { type ApiError, type AreaGrid, Pir } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const O = false
const Y = true

/** The table of the documentation: "if the value of area is 1,3,6,7". */
const documented: AreaGrid.Cells = [
  [O, O, Y],
  [O, Y, Y],
  [Y, Y, O],
  [Y, Y, Y]
]

describe("pir", () => {
  it.effect("sends the area of the documentation as 1,3,6,7", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Pir.setArea({ deviceSerial: "596510666", area: documented })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/pir/set")
      assert.deepStrictEqual(Object.fromEntries(seen[0]?.form ?? []), {
        deviceSerial: "596510666",
        area: "1,3,6,7"
      })
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("reads the sample: three rows of four columns", () =>
    Effect.gen(function* () {
      const { area, ...rest } = yield* Pir.getArea({ deviceSerial: "596510666", channelNo: 1 })
      assert.deepStrictEqual(area, [
        [O, O, O, Y],
        [Y, O, O, Y],
        [Y, Y, O, Y]
      ])
      assert.deepStrictEqual(rest, { deviceSerial: "C00000001", channelNo: 1, rows: 3, columns: 4 })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({ deviceSerial: "C00000001", channelNo: 1, rows: 3, columns: 4, area: [1, 9, 13] })
        )
      )
    )
  )

  it.effect("reads the misspelt serial number of the table, and numbers as texts", () =>
    Effect.gen(function* () {
      const { area, deviceSerial } = yield* Pir.getArea({ deviceSerial: "1" })
      assert.strictEqual(deviceSerial, "C00000001")
      assert.deepStrictEqual(area, [
        [O, O, Y],
        [Y, Y, O]
      ])
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({ devceSerial: "C00000001", channelNo: "1", rows: "2", columns: "3", area: ["1", "6"] })
        )
      )
    )
  )

  it.effect("keeps every cell of an answer that claims too few columns", () =>
    Effect.gen(function* () {
      const { area } = yield* Pir.getArea({ deviceSerial: "1" })
      assert.deepStrictEqual(area, [
        [O, O, Y],
        [Y, O, O]
      ])
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ deviceSerial: "1", channelNo: 1, rows: 2, columns: 2, area: [1, 4] }))
      )
    )
  )

  it.effect("does not build a grid of absurd size", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Pir.getArea({ deviceSerial: "1" }))
      assert.strictEqual(error._tag, "DecodeFailure")
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ deviceSerial: "1", channelNo: 1, rows: 1, columns: 2e9, area: [1] }))
      )
    )
  )

  it.effect("refuses, by its name, an area that is no grid", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      for (const area of [[], [[]], [[Y, O], [Y]], [Array.from({ length: 32 }, () => Y)]]) {
        const error = yield* Effect.flip(Pir.setArea({ deviceSerial: "1", area }))
        assert.strictEqual(error._tag, "InvalidInput")
        assert.include(error.message, "area")
      }
      assert.strictEqual(seen.length, 0)
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("has 60020 as a command that is not supported, whatever the table prints", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(Pir.getArea({ deviceSerial: "1" })))._tag, "CommandNotSupported")
    }).pipe(Effect.provide(Cloud.answering({ body: { code: "60020", msg: "Subscription failed." } })))
  )

  it("says which errors there are", () => {
    expectTypeOf<Pir.SetAreaError>().toEqualTypeOf<
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
    expectTypeOf<Pir.GetAreaError>().toEqualTypeOf<Pir.SetAreaError>()
  })
})
