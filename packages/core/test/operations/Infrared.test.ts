import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Infrared } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

describe("infrared", () => {
  it.effect("is switched as the sample has it, at its own address", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Infrared.set({ deviceSerial: "C24899350", channelNo: 1, enable: false })
      yield* Infrared.set({ deviceSerial: "C24899350", enable: true })
      assert.deepStrictEqual(
        seen.map(({ form, url }) => [url.pathname, Object.fromEntries(form)]),
        [
          [
            "/api/lapp/device/infrared/switch/set",
            { deviceSerial: "C24899350", channelNo: "1", enable: "0" }
          ],
          ["/api/lapp/device/infrared/switch/set", { deviceSerial: "C24899350", enable: "1" }]
        ]
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  for (const [enable, expected] of [
    [0, false],
    ["1", true]
  ] as const) {
    it.effect(`is read from ${JSON.stringify(enable)}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* Infrared.get({ deviceSerial: "596510888", channelNo: 1 }), {
          deviceSerial: "C24899350",
          channelNo: 1,
          enable: expected
        })
      }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ deviceSerial: "C24899350", channelNo: 1, enable }))))
    )
  }

  it.effect("knows the codes of an order when it gives one, though they are in the other table", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        (yield* Effect.flip(Infrared.set({ deviceSerial: "1", enable: true })))._tag,
        "AlreadyInState"
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.code("60022"))))
  )

  it("says which errors there are", () => {
    expectTypeOf<Infrared.SetError>().toEqualTypeOf<Infrared.GetError | ApiError.UserNotFound>()
    expectTypeOf<Extract<Infrared.GetError, { readonly _tag: "UserNotFound" }>>().toBeNever()
  })
})
