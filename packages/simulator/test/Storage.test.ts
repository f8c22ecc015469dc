import { assert, describe, it } from "@effect/vitest"
import { Recording, Storage } from "@effect-ezviz/core"
import { DateTime, Effect, TestClock } from "effect"
import { camera, env, foreign, hub, offline } from "./household.js"

const noon = DateTime.unsafeMake("2026-03-04T12:30:00Z")

describe("storage", () => {
  it.effect("is formatted bit by bit, and has nothing recorded from before", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(DateTime.toEpochMillis(noon))
      const card = { index: 0, name: "SD card", capacity: 231_313 }
      const states: Array<unknown> = []
      const look = Effect.map(Storage.getFormatStatus(camera), ({ media }) => states.push(media))
      assert.strictEqual((yield* Recording.queryLocal(camera)).length, 13)

      yield* look
      yield* Storage.formatDisk({ ...camera, diskIndex: 0 })
      yield* look
      const again = yield* Effect.flip(Storage.formatDisk({ ...camera, diskIndex: 0 }))
      assert.strictEqual(again._tag, "DeviceFormatting")
      yield* TestClock.adjust("4 seconds")
      yield* look
      yield* TestClock.adjust("6 seconds")
      yield* look
      assert.deepStrictEqual(states, [
        [{ ...card, status: "normal", formattingRate: 100 }],
        [{ ...card, status: "formatting", formattingRate: 0 }],
        [{ ...card, status: "formatting", formattingRate: 40 }],
        [{ ...card, status: "normal", formattingRate: 100 }]
      ])
      assert.deepStrictEqual(yield* Recording.queryLocal(camera), [])
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses what is not there with the documented codes", () =>
    Effect.gen(function* () {
      const tags = yield* Effect.forEach(
        [
          { ...camera, diskIndex: 1 },
          { ...offline, diskIndex: 0 },
          { ...foreign, diskIndex: 0 },
          { ...hub, diskIndex: 0 }
        ],
        (input) => Effect.map(Effect.flip(Storage.formatDisk(input)), (error) => error._tag)
      )
      assert.deepStrictEqual(tags, ["ServerDataError", "DeviceOffline", "DeviceNotOwned", "DeviceFailure"])
      assert.strictEqual((yield* Effect.flip(Storage.getFormatStatus(hub)))._tag, "DeviceFailure")
    }).pipe(Effect.provide(env()))
  )
})
