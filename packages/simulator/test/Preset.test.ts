import { assert, describe, it } from "@effect/vitest"
import { Preset, Ptz } from "@effect-ezviz/core"
import { Effect } from "effect"
import { env, camera as one, upToDate } from "./household.js"

const camera = { ...one, channelNo: 1 }
const fixed = { ...upToDate, channelNo: 1 }

const tag = <A, E extends { readonly _tag: string }, R>(call: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(call), (error) => error._tag)

describe("presets", () => {
  it.live("are added, gone to and cleared", () =>
    Effect.gen(function* () {
      const home = yield* Preset.add(camera)
      assert.strictEqual(home.index, 2)
      assert.strictEqual(yield* tag(Preset.move({ ...camera, ...home })), "PresetIsCurrent")
      yield* Preset.move({ ...camera, index: 1 })
      yield* Preset.move({ ...camera, ...home })
      yield* Preset.clear({ ...camera, ...home })
      assert.strictEqual(yield* tag(Preset.move({ ...camera, ...home })), "PresetNotFound")
      assert.strictEqual(yield* tag(Preset.clear({ ...camera, ...home })), "PresetNotFound")
    }).pipe(Effect.provide(env()))
  )

  it.live("are 12 at most", () =>
    Effect.gen(function* () {
      for (let index = 2; index <= 12; index++) {
        assert.strictEqual((yield* Preset.add(camera)).index, index)
      }
      assert.strictEqual(yield* tag(Preset.add(camera)), "PresetLimitReached")
      yield* Preset.clear({ ...camera, index: 5 })
      assert.strictEqual((yield* Preset.add(camera)).index, 5)
    }).pipe(Effect.provide(env()))
  )

  it.live("and flips are for cameras that move", () =>
    Effect.gen(function* () {
      yield* Ptz.mirror({ ...camera, command: "center" })
      assert.strictEqual(yield* tag(Ptz.mirror({ ...fixed, command: "center" })), "PtzNotSupported")
      assert.strictEqual(yield* tag(Preset.add(fixed)), "PtzNotSupported")
    }).pipe(Effect.provide(env()))
  )
})
