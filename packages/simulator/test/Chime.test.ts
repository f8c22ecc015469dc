import { assert, describe, it } from "@effect/vitest"
import { Chime } from "@effect-ezviz/core"
import { Effect } from "effect"
import { camera, doorbell, env } from "./household.js"

describe("chime", () => {
  it.live("is what it was set to, at a doorbell", () =>
    Effect.gen(function* () {
      yield* Chime.setType({ ...doorbell, type: "mechanical", duration: 500 })
      assert.deepStrictEqual(yield* Chime.getType(doorbell), {
        ...doorbell,
        channelNo: 1,
        type: "mechanical",
        duration: 500
      })
      const error = yield* Effect.flip(Chime.setType({ ...camera, type: "none", duration: 500 }))
      assert.strictEqual(error._tag, "CommandNotSupported")
    }).pipe(Effect.provide(env()))
  )
})
