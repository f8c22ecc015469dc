import { assert, describe, it } from "@effect/vitest"
import { Device } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect, Stream } from "effect"
import { camera, env, offline } from "./household.js"

describe("the journal", () => {
  it.live("has every call with what it was answered, and the faults that struck", () =>
    Effect.gen(function* () {
      const simulator = yield* Simulator.Simulator
      yield* Device.getInfo(camera)
      yield* Effect.flip(Device.capture({ ...offline, channelNo: 1 }))
      for (const fault of [{ kind: "reset" }, { kind: "html", status: 404 }] as const) {
        yield* simulator.inject({ operation: "device.capture", fault })
        yield* Effect.flip(Device.capture({ ...camera, channelNo: 1 }))
      }
      const entries = yield* Stream.runCollect(Stream.take(simulator.entries, 5))
      assert.deepStrictEqual(
        [...entries].map((entry) => [
          entry.id,
          entry.kind === "call" && [entry.operation, entry.code, entry.deviceSerial, entry.fault]
        ]),
        [
          [1, ["accessToken.get", "200", undefined, undefined]],
          [2, ["device.getInfo", "200", "SIM100000", undefined]],
          [3, ["device.capture", "20007", "SIM100006", undefined]],
          [4, ["device.capture", undefined, "SIM100000", "reset"]],
          [5, ["device.capture", undefined, "SIM100000", "html"]]
        ]
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("tells who comes late of the last 200", () =>
    Effect.gen(function* () {
      const simulator = yield* Simulator.Simulator
      yield* Effect.repeatN(Device.getInfo(camera), 209)
      const [first] = yield* Stream.runCollect(Stream.take(simulator.entries, 1))
      // The token and 210 calls.
      assert.strictEqual(first?.id, 12)
    }).pipe(Effect.provide(env()))
  )
})
