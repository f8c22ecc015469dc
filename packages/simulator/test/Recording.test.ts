import { assert, describe, it } from "@effect/vitest"
import { Recording } from "@effect-ezviz/core"
import { DateTime, Effect, TestClock } from "effect"
import { camera, env, foreign, hub, offline } from "./household.js"

const now = DateTime.unsafeMake("2026-03-04T02:05:00Z")

describe("recording.queryLocal", () => {
  it.effect("answers what a plan has recorded since midnight, and in the time that is asked for", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(DateTime.toEpochMillis(now))
      const times = (input: Omit<Recording.QueryLocalInput, "deviceSerial">) =>
        Effect.map(Recording.queryLocal({ ...camera, ...input }), (found) =>
          found.map(({ endTime, startTime }) => [startTime, endTime])
        )
      assert.deepStrictEqual(yield* times({}), [
        ["2026-03-04 00:00:00", "2026-03-04 00:10:00"],
        ["2026-03-04 01:00:00", "2026-03-04 01:10:00"],
        ["2026-03-04 02:00:00", "2026-03-04 02:05:00"]
      ])
      const span = { startTime: "2026-03-03 22:05:00", endTime: "2026-03-03 23:00:01" }
      const found = [
        ["2026-03-03 22:05:00", "2026-03-03 22:10:00"],
        ["2026-03-03 23:00:00", "2026-03-03 23:00:01"]
      ]
      assert.deepStrictEqual(yield* times(span), found)
      assert.deepStrictEqual(yield* times({ ...span, channelNo: 1, recordType: "timing" }), found)
      assert.deepStrictEqual(yield* times({ ...span, recordType: "human" }), [])
      // A week is all that is kept.
      assert.strictEqual((yield* times({ startTime: "2020-01-01 00:00:00" })).length, 7 * 24 + 1)
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses with codes of its own", () =>
    Effect.gen(function* () {
      const tags = yield* Effect.forEach(
        [{ deviceSerial: "NONE" }, foreign, offline, hub, { ...camera, channelNo: 2 }],
        (input) => Effect.map(Effect.flip(Recording.queryLocal(input)), (error) => error._tag)
      )
      assert.deepStrictEqual(tags, [
        "DeviceSerialInvalid",
        "DeviceNotOwned",
        "DeviceOffline",
        "FunctionNotSupported",
        "ParameterError"
      ])
    }).pipe(Effect.provide(env()))
  )
})
