import { assert, describe, it } from "@effect/vitest"
import { Capability, Device } from "@effect-ezviz/core"
import { Effect } from "effect"
import { camera, env, foreign, offline } from "./household.js"

describe("language", () => {
  it.live("is one of those that the device has", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getLanguage(camera), { language: "ENGLISH" })
      const languages = Capability.languages(yield* Device.getCapabilities(camera))
      assert.include(languages, "GERMAN")
      yield* Device.setLanguage({ ...camera, language: "GERMAN" })
      assert.deepStrictEqual(yield* Device.getLanguage(camera), { language: "GERMAN" })
      const error = yield* Effect.flip(Device.setLanguage({ ...camera, language: "KLINGON" }))
      assert.strictEqual(error._tag, "ParameterError")
      const german = { language: "GERMAN" }
      assert.strictEqual(
        (yield* Effect.flip(Device.setLanguage({ ...offline, ...german })))._tag,
        "DeviceOffline"
      )
      assert.strictEqual((yield* Effect.flip(Device.getLanguage(foreign)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )
})
