import { assert, describe, it } from "@effect/vitest"
import { Pir } from "@effect-ezviz/core"
import { Effect } from "effect"
import { camera, doorbell, env, hub } from "./household.js"

describe("pir", () => {
  it.live("keeps the area that was set, in the doorbell's own grid", () =>
    Effect.gen(function* () {
      const before = yield* Pir.getArea(doorbell)
      assert.deepStrictEqual([before.rows, before.columns], [3, 4])
      // The columns at the left are not watched: the numbers on the wire do not show them.
      const area = [
        [false, false, false, true],
        [false, false, true, true],
        [false, false, false, false]
      ]
      yield* Pir.setArea({ ...doorbell, channelNo: 1, area })
      const after = yield* Pir.getArea(doorbell)
      assert.deepStrictEqual(after, { ...before, area })
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses another grid, another channel, and devices without a sensor", () =>
    Effect.gen(function* () {
      const { area } = yield* Pir.getArea(doorbell)
      const wider = area.map((row) => [true, ...row])
      const tags = yield* Effect.forEach(
        [
          Pir.setArea({ ...doorbell, area: wider }),
          Pir.setArea({ ...doorbell, area: area.slice(1) }),
          Pir.setArea({ ...doorbell, channelNo: 2, area }),
          Pir.setArea({ ...camera, area }),
          Effect.asVoid(Pir.getArea(hub))
        ] as const,
        (call) => Effect.map(Effect.flip(call), (error) => error._tag)
      )
      assert.deepStrictEqual(tags, [
        "ParameterError",
        "ParameterError",
        "ChannelNotFound",
        "CommandNotSupported",
        "CommandNotSupported"
      ])
      assert.deepStrictEqual((yield* Pir.getArea(doorbell)).area, area)
    }).pipe(Effect.provide(env()))
  )
})
