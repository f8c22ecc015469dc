import { FetchHttpClient } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import { Device, EzvizClient } from "@effect-ezviz/core"
import { Fault, Simulator } from "@effect-ezviz/simulator"
import { Effect, Layer } from "effect"

describe("faults", () => {
  it("strike the share of calls that they say", () => {
    const rules = Fault.makeRules()
    const times = Number.POSITIVE_INFINITY
    rules.add({ fault: { kind: "code", code: "10029" }, probability: 0.1, times })
    rules.add({ fault: { kind: "reset" }, probability: 0.5, times })
    const struck = Array.from({ length: 1000 }, (_, index) => rules.strike("x", (index + 0.5) / 1000)?.kind)
    assert.strictEqual(struck.filter((kind) => kind === "code").length, 100)
    // Half of the other nine tenths.
    assert.strictEqual(struck.filter((kind) => kind === "reset").length, 450)
  })

  it("are spent after as many times as they say", () => {
    const rules = Fault.makeRules()
    rules.add({ operation: "device.add", fault: { kind: "reset" }, times: 2 })
    assert.deepStrictEqual(
      ["device.list", "device.add", "device.add", "device.add"].map(
        (operation) => rules.strike(operation, 0.5)?.kind
      ),
      [undefined, "reset", "reset", undefined]
    )
  })

  it("can be looked at and taken back", () => {
    const rules = Fault.makeRules()
    const first = rules.add({ fault: { kind: "reset" }, times: 3 })
    const second = rules.add({ fault: { kind: "truncate" } })
    assert.strictEqual(rules.strike("device.add", 0)?.kind, "reset")
    assert.deepStrictEqual(rules.list(), [{ ...first, left: 2 }, second])
    assert.isTrue(rules.remove(first.id))
    assert.isFalse(rules.remove(first.id))
    assert.strictEqual(rules.strike("device.add", 0)?.kind, "truncate")
    assert.deepStrictEqual(rules.list(), [])
    rules.add({ fault: { kind: "reset" } })
    rules.clear()
    assert.isUndefined(rules.strike("device.add", 0))
  })

  it.live(
    "can close the connection after the call took effect; served calls say of which device they were",
    () =>
      Effect.gen(function* () {
        const simulator = yield* Simulator.Simulator
        yield* simulator.inject({ operation: "device.rename", fault: { kind: "reset", when: "after" } })
        const client = EzvizClient.layerTransport({
          baseUrl: simulator.url.replace("127.0.0.1", "localhost")
        })
        simulator.household.tokens.set("at.known", Number.POSITIVE_INFINITY)
        const call = (deviceName: string) =>
          EzvizClient.request({
            method: "POST",
            path: "/api/lapp/device/name/update",
            parameters: { deviceSerial: "SIM100000", deviceName, accessToken: "at.known" }
          }).pipe(Effect.provide(client.pipe(Layer.provide(FetchHttpClient.layer))))
        const error = yield* Effect.flip(call("renamed"))
        assert.strictEqual(error._tag, "TransportFailure")
        assert.strictEqual(simulator.household.devices.get("SIM100000")?.deviceName, "renamed")
        assert.deepStrictEqual(simulator.served, [
          { operation: "device.rename", code: "200", deviceSerial: "SIM100000" }
        ])
      }).pipe(Effect.provide(Simulator.layer()))
  )

  it.live("a limit answers the calls of a second that are too many with 10029", () =>
    Effect.gen(function* () {
      const { url } = yield* Simulator.Simulator
      const errors = yield* Effect.forEach(Array.from({ length: 30 }), () =>
        Effect.flip(Device.getInfo({ deviceSerial: "SIM100000" }))
      ).pipe(
        Effect.provide(EzvizClient.layerTransport({ baseUrl: url })),
        Effect.provide(FetchHttpClient.layer)
      )
      // No more than five in each second that the thirty took, which are no thirty.
      const allowed = errors.filter(({ _tag }) => _tag === "TokenRejected").length
      const refused = errors.filter(({ _tag }) => _tag === "FrequencyLimited").length
      assert.strictEqual(allowed + refused, 30)
      assert.isAtLeast(refused, 1)
      assert.isAtLeast(allowed, 5)
    }).pipe(Effect.provide(Simulator.layer({ callsPerSecond: 5 })))
  )
})
