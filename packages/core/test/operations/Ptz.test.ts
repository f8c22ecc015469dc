import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Ptz } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const camera = { deviceSerial: "427734888", channelNo: 1 }

describe("mirror", () => {
  it.effect("is asked for as the sample has it", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Ptz.mirror({ ...camera, command: "center" })
      yield* Ptz.mirror({ ...camera, command: "upDown" })
      yield* Ptz.mirror({ ...camera, command: "leftRight" })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/ptz/mirror")
      assert.deepStrictEqual(
        seen.map(({ form }) => form.toString()),
        [2, 0, 1].map((command) => `deviceSerial=427734888&channelNo=1&command=${command}`)
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("refuses a channel that is none, by its name", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Ptz.mirror({ ...camera, channelNo: 0, command: "center" }))
      assert.strictEqual(error._tag, "InvalidInput")
      assert.include(error.message, "channelNo")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("says which errors there are", () => {
    expectTypeOf<Ptz.MirrorError>().toEqualTypeOf<Ptz.StopError>()
    expectTypeOf<
      Extract<Ptz.MirrorError, { _tag: "CommandNotSupported" }>
    >().toEqualTypeOf<ApiError.CommandNotSupported>()
  })
})
