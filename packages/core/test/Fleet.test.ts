import * as KeyValueStore from "@effect/platform/KeyValueStore"
import { assert, describe, it } from "@effect/vitest"
import { Device, EzvizClient, Fleet } from "@effect-ezviz/core"
import { Chunk, Effect, Either, Layer, Stream } from "effect"
import * as Cloud from "./cloud.js"

const all = Array.from({ length: 120 }, (_, index) => `S${index}`)
const state = (deviceSerial: string) => ({
  deviceSerial,
  deviceName: `name of ${deviceSerial}`,
  status: 1,
  defence: 0
})

/** An account of 120 devices; `B…` are none of its. */
const client = (log: Array<Cloud.Seen>) =>
  EzvizClient.layerTransport({ baseUrl: "http://cloud.example" }).pipe(
    Layer.provide(
      Cloud.layer((seen) => {
        const serial = seen.form.get("deviceSerial") ?? ""
        if (seen.url.pathname.endsWith("/device/list")) {
          const start = Number(seen.form.get("pageStart")) * 50
          const data = all
            .slice(start, start + 50)
            .map((each) => ({ ...state(each), deviceType: "C1", deviceVersion: "" }))
          return Effect.succeed({ body: { code: "200", data, page: { total: 120, page: 0, size: 50 } } })
        }
        return Effect.succeed(
          serial.startsWith("B")
            ? Cloud.code("20002")
            : Cloud.ok({ ...state(serial), model: "C1", isEncrypt: 0 })
        )
      }, log)
    )
  )

const paths = (log: ReadonlyArray<Cloud.Seen>) => log.map(({ url }) => url.pathname.split("/").at(-1))

describe("stateOf", () => {
  const states = (serials: ReadonlyArray<string>) =>
    Effect.forEach(serials, (serial) => Effect.either(Fleet.stateOf(serial)), {
      batching: true,
      concurrency: "unbounded"
    })

  it.effect("reads the state of many devices from the list", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const found = yield* states(all)
      assert.deepStrictEqual(paths(log), ["list", "list", "list"])
      assert.deepStrictEqual(
        found.map(Either.getOrThrow).map(({ deviceName, status }) => [deviceName, status]),
        all.map((serial) => [`name of ${serial}`, "online"])
      )
    }).pipe(Effect.provide(client(log)))
  })

  it.effect("reads no more of the list than asking for each would cost, and each has its own error", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const found = yield* states(["S1", "S119", "B1"])
      assert.deepStrictEqual(paths(log), ["list", "list", "info", "info"])
      assert.deepStrictEqual(
        found.map(Either.match({ onLeft: ({ _tag }) => _tag, onRight: ({ deviceSerial }) => deviceSerial })),
        ["S1", "S119", "DeviceNotFound"]
      )
    }).pipe(Effect.provide(client(log)))
  })
})

describe("forEach", () => {
  const targets = ["S1", "B2", "S3", "S4"].map((deviceSerial) => ({ deviceSerial }))

  it.effect("tells of each device, and how far it is", () =>
    Effect.gen(function* () {
      const outcomes = Chunk.toReadonlyArray(
        yield* Stream.runCollect(Fleet.forEach(targets, Device.getInfo, { concurrency: 1 }))
      )
      assert.deepStrictEqual(
        outcomes.map(({ progress, result, target }) => [
          target.deviceSerial,
          Either.isRight(result),
          progress.done,
          progress.failed
        ]),
        [
          ["S1", true, 1, 0],
          ["B2", false, 2, 1],
          ["S3", true, 3, 1],
          ["S4", true, 4, 1]
        ]
      )
      assert.isTrue(outcomes.every(({ progress }) => progress.total === 4 && progress.skipped === 0))
    }).pipe(Effect.provide(client([])))
  )

  it.effect("goes on where it was interrupted, and tries again what failed", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const store = yield* KeyValueStore.KeyValueStore
      const run = Fleet.forEach(targets, Device.getInfo, {
        concurrency: 1,
        checkpoint: Fleet.checkpoint(store, "job")
      })
      yield* Stream.runDrain(Stream.take(run, 2))
      const before = log.length
      const rest = Chunk.toReadonlyArray(yield* Stream.runCollect(run))
      assert.deepStrictEqual(
        log.slice(before).map(({ form }) => form.get("deviceSerial")),
        rest.map(({ target }) => target.deviceSerial)
      )
      assert.deepStrictEqual(
        rest.map(({ target }) => target.deviceSerial).filter((serial) => serial === "S1" || serial === "B2"),
        ["B2"]
      )
      const { progress } = rest.at(-1) ?? assert.fail("nothing was left")
      assert.deepStrictEqual([progress.done, progress.total, progress.skipped], [4, 4, 4 - rest.length])
      assert.strictEqual(yield* Stream.runCount(run), 1)
    }).pipe(Effect.provide(client(log)), Effect.provide(KeyValueStore.layerMemory))
  })
})
