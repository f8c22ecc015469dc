import { assert, describe, it } from "@effect/vitest"
import { Infrared } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import { camera, env, hub, offline } from "./household.js"

describe("infrared", () => {
  it.live("is as it was switched, and says when it was so already", () =>
    Effect.gen(function* () {
      const { enable } = yield* Infrared.get(camera)
      yield* Infrared.set({ ...camera, enable: !enable })
      assert.strictEqual((yield* Infrared.get({ ...camera, channelNo: 1 })).enable, !enable)
      const again = yield* Effect.flip(Infrared.set({ ...camera, enable: !enable }))
      assert.strictEqual(again._tag, "AlreadyInState")
      assert.strictEqual((yield* Effect.flip(Infrared.get(hub)))._tag, "CommandNotSupported")
      assert.strictEqual((yield* Effect.flip(Infrared.get(offline)))._tag, "DeviceOffline")
      assert.strictEqual(
        (yield* Effect.flip(Infrared.get({ ...camera, channelNo: 2 })))._tag,
        "ChannelNotFound"
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses what is neither on nor off", () =>
    Effect.gen(function* () {
      const { household, url } = yield* Simulator.Simulator
      yield* Infrared.get(camera)
      const [accessToken = ""] = household.tokens.keys()
      const body = new URLSearchParams({ accessToken, ...camera, enable: "2" })
      const address = `${url.replace("127.0.0.1", "localhost")}/api/lapp/device/infrared/switch/set`
      const answer = yield* Effect.promise(async () =>
        (await fetch(address, { method: "POST", body })).json()
      )
      assert.propertyVal(answer, "code", "10001")
    }).pipe(Effect.provide(env()))
  )
})
