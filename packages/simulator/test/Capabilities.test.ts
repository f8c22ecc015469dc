import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Capability, Chime, Device, Infrared, Pir } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import { camera, doorbell, env, foreign, hub, upToDate } from "./household.js"

interface Row {
  readonly id: string
  readonly response: { readonly sample: { readonly data: Readonly<Record<string, unknown>> } }
}

/** The sample of the documentation, which is of a hub. */
const sample = (): Readonly<Record<string, unknown>> => {
  const rows: ReadonlyArray<Row> = JSON.parse(
    readFileSync(new URL("../../core/catalogue/operations.json", import.meta.url), "utf8")
  )
  return rows.find(({ id }) => id === "device.getCapabilities")?.response.sample.data ?? {}
}

describe("capabilities", () => {
  it.live("are those of the model, and all documented", () =>
    Effect.gen(function* () {
      const [turns, stands, rings, hubs] = yield* Effect.forEach(
        [camera, upToDate, doorbell, hub],
        Device.getCapabilities
      )
      assert(turns !== undefined && stands !== undefined && rings !== undefined && hubs !== undefined)
      const can = (feature: Capability.Feature) =>
        [turns, stands, rings, hubs].map((capabilities) => Capability.supports(capabilities, feature))
      assert.deepStrictEqual(can("ptz"), [true, false, false, false])
      assert.deepStrictEqual(can("encryption"), [true, true, true, false])
      assert.deepStrictEqual(can("chime"), [false, false, true, false])
      assert.deepStrictEqual(can("pirArea"), [false, false, true, false])
      assert.deepStrictEqual(can("addDetector"), [false, false, false, true])
      assert.deepStrictEqual(can("infraredSwitch"), [true, true, true, false])
      for (const name of [turns, stands, rings, hubs].flatMap(Object.keys)) {
        assert.isDefined(Capability.nameOf(name), name)
      }
      const { video_quality_capacity, ...documented } = sample()
      assert.deepStrictEqual(video_quality_capacity, [])
      assert.deepStrictEqual(
        { ...hubs },
        Object.fromEntries(Object.entries(documented).map(([name, value]) => [name, String(value)]))
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("decide what a device refuses", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      const calls = [
        ["support_pir_setting", Effect.asVoid(Pir.getArea(camera))],
        ["support_chime", Effect.asVoid(Chime.getType(camera))],
        ["support_close_infrared_light", Effect.asVoid(Infrared.get(hub))]
      ] as const
      for (const [capability, call] of calls) {
        assert.strictEqual((yield* Effect.flip(call))._tag, "CommandNotSupported")
        for (const { deviceSerial } of household.devices.owned.slice()) {
          household.devices.get(deviceSerial)?.capabilities.set(capability, "1")
        }
        yield* call
      }
      assert.strictEqual((yield* Effect.flip(Device.getCapabilities(foreign)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )
})
