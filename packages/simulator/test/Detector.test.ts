import { assert, describe, it } from "@effect/vitest"
import { Detector } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import { camera, env, foreign, hub, offline } from "./household.js"

const tag = <A, E extends { readonly _tag: string }, R>(call: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(call), (error) => error._tag)

const door = { ...hub, detectorSerial: "SIMD00001" }

const find = (detectorSerial: string) =>
  Effect.map(Detector.list(hub), (all) => all.find((each) => each.detectorSerial === detectorSerial))

describe("detectors", () => {
  it.live("are what a hub has", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        (yield* Detector.list(hub)).map(({ detectorType, location, zfStatus }) => [
          detectorType,
          location,
          zfStatus
        ]),
        [
          ["magneticContact", "Front Door", false],
          ["pir", "Hall", false],
          ["waterLeak", "Washing Room", true]
        ]
      )
      assert.deepStrictEqual(yield* Detector.list(camera), [])
      assert.strictEqual(yield* tag(Detector.list(foreign)), "DeviceNotOwned")
    }).pipe(Effect.provide(env()))
  )

  it.live("take part in a mode, or not", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* find("SIMD00001"))?.atHomeEnable, false)
      yield* Detector.setStatus({ ...door, safeMode: "stay", enable: true })
      assert.strictEqual((yield* find("SIMD00001"))?.atHomeEnable, true)
      assert.strictEqual(
        yield* tag(Detector.setStatus({ ...door, safeMode: "stay", enable: true })),
        "AlreadyInState"
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("are added, renamed and deleted", () =>
    Effect.gen(function* () {
      const added = { ...hub, detectorSerial: "Q00786518" }
      const detectorCode = Redacted.make("ABCDEF")
      yield* Detector.add({ ...added, detectorModel: "T4", detectorCode })
      yield* Detector.rename({ ...added, newName: "Kitchen" })
      const found = yield* find("Q00786518")
      assert.deepStrictEqual([found?.detectorType, found?.location], ["smoke", "Kitchen"])
      assert.strictEqual(
        yield* tag(Detector.add({ ...added, detectorModel: "T4", detectorCode })),
        "ServerError"
      )
      yield* Detector.delete(added)
      assert.isUndefined(yield* find("Q00786518"))
      assert.strictEqual(yield* tag(Detector.delete(added)), "DeviceNotFound")
      assert.strictEqual(
        yield* tag(Detector.add({ ...added, detectorModel: "T4", detectorCode: Redacted.make("WRONG!") })),
        "ParameterError"
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("are linked to the cameras that are near", () =>
    Effect.gen(function* () {
      const near = yield* Detector.listBindableIpcs(hub)
      assert.include(
        near.map(({ deviceSerial }) => deviceSerial),
        camera.deviceSerial
      )
      const link = { ...door, ipcSerial: camera.deviceSerial }
      yield* Detector.setIpcLink({ ...link, operation: "bind" })
      assert.deepStrictEqual(yield* Detector.listLinkedIpcs(door), [
        { detectorSerial: "SIMD00001", ipcSerial: camera.deviceSerial }
      ])
      yield* Detector.setIpcLink({ ...link, operation: "delete" })
      assert.deepStrictEqual(yield* Detector.listLinkedIpcs(door), [])
      assert.strictEqual(
        yield* tag(Detector.setIpcLink({ ...door, ipcSerial: "SIM900000", operation: "bind" })),
        "DeviceNotFound"
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("are silenced all at once, where there is a hub that answers", () =>
    Effect.gen(function* () {
      yield* Detector.cancelAlarm(hub)
      assert.strictEqual((yield* find("SIMD00003"))?.zfStatus, false)
      assert.strictEqual(yield* tag(Detector.cancelAlarm(camera)), "CommandNotSupported")
      assert.strictEqual(yield* tag(Detector.cancelAlarm(offline)), "DeviceOffline")
    }).pipe(Effect.provide(env()))
  )
})
