import { assert, describe, it } from "@effect/vitest"
import { AlarmSound } from "@effect-ezviz/core"
import { Effect } from "effect"
import * as Cloud from "../cloud.js"

const headers = { accessToken: "at.planted", deviceSerial: "123" }

describe("alarmSound.getMode", () => {
  it.effect("asks by header alone and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* AlarmSound.getMode({ deviceSerial: "123" }), {
        deviceSerial: "123",
        mode: "mute"
      })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [{ line: "GET /api/v3/device/alarmSound/enabled/get", headers, body: "" }]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3({ deviceSerial: "123", alarmSoundMode: 2 }), log)))
  })

  it.effect("reads the modes that only the device's status documents", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* AlarmSound.getMode({ deviceSerial: "123" })).mode, "custom")
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3({ deviceSerial: "123", alarmSoundMode: 3 }))))
  )
})

describe("alarmSound.setMode", () => {
  it.effect("sends the mode as the type, in the query", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      for (const mode of ["short", "long", "mute"] as const) {
        yield* AlarmSound.setMode({ deviceSerial: "123", mode })
      }
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        ["0", "1", "2"].map((type) => ({
          line: `POST /api/v3/device/alarmSound/enabled/set?type=${type}`,
          headers,
          body: ""
        }))
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })
})
