import { assert, describe, it } from "@effect/vitest"
import { Ringtone } from "@effect-ezviz/core"
import { Effect } from "effect"
import * as Cloud from "../cloud.js"

const deviceSerial = "900000001"

describe("ringtone.play", () => {
  it.effect("sends the voice and the volume in the query", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Ringtone.play({ deviceSerial, voice: "alarmBeep", volume: 100 })
      yield* Ringtone.play({ deviceSerial, voice: "alertBeep" })
      yield* Ringtone.play({ deviceSerial, voice: "mute" })
      const headers = { accessToken: "at.planted", deviceSerial }
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        ["voiceIndex=201&volume=100", "voiceIndex=200", "voiceIndex=202"].map((query) => ({
          line: `POST /api/v3/device/audition?${query}`,
          headers,
          body: ""
        }))
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  for (const volume of [0, 101, 1.5]) {
    it.effect(`refuses the volume ${volume}`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(Ringtone.play({ deviceSerial, voice: "mute", volume }))
        assert.strictEqual(error._tag === "InvalidInput" && error.parameter, "volume")
      }).pipe(Effect.provide(Cloud.answering(Cloud.v3())))
    )
  }
})
