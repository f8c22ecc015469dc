import { assert, describe, it } from "@effect/vitest"
import { Alarm } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import { camera, env, foreign, upToDate } from "./household.js"

describe("alarm.listByDevice", () => {
  it.live("has the alarms of that device alone, and none of another account's", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      for (const [alarmId, { deviceSerial }, isChecked] of [
        ["3", camera, false],
        ["2", upToDate, false],
        ["1", camera, true]
      ] as const) {
        household.alarms.push({ alarmId, alarmType: 10_002, alarmTime: 0, deviceSerial, isChecked })
      }
      const ids = (page: { readonly items: ReadonlyArray<Alarm.Alarm> }) =>
        page.items.map(({ alarmId }) => alarmId)
      assert.deepStrictEqual(ids(yield* Alarm.listByDevice(camera)), ["3"])
      assert.deepStrictEqual(ids(yield* Alarm.listByDevice({ ...camera, status: "all" })), ["3", "1"])
      const second = yield* Alarm.listByDevice({ ...camera, status: "all", pageStart: 1, pageSize: 1 })
      assert.deepStrictEqual([ids(second), second.total], [["1"], 2])
      assert.strictEqual((yield* Effect.flip(Alarm.listByDevice(foreign)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )
})
