import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { assert, describe, it } from "@effect/vitest"
import { Camera, Device, Page } from "@effect-ezviz/core"
import { Household, Simulator } from "@effect-ezviz/simulator"
import { Effect, Redacted, Stream } from "effect"
import { env } from "./household.js"

const count = 100_000

setFlagsFromString("--expose-gc")
const collect: () => void = runInNewContext("gc")

/** In use after a collection, in bytes. */
const heap = Effect.sync(() => {
  collect()
  return process.memoryUsage().heapUsed
})

const spare = { deviceSerial: "SIM900000" }
const code = Redacted.make("ABCDEF")

describe("a fleet of 100,000 devices", () => {
  it.live("is paged through to its end, and takes no more memory for it", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      const seen = new Uint8Array(count)
      let pages = 0
      let early = 0
      yield* Page.stream(Device.list, { pageSize: 50 }).pipe(
        Stream.tap(({ deviceSerial }) =>
          Effect.sync(() => (seen[Number(deviceSerial.slice(3)) - 100_000] = 1))
        ),
        Stream.grouped(50),
        Stream.runForEach(() =>
          Effect.gen(function* () {
            pages += 1
            if (pages === 400) early = yield* heap
          })
        )
      )
      assert.strictEqual(pages, 2000)
      assert.strictEqual(
        seen.reduce((sum, one) => sum + one),
        count
      )
      assert.isBelow(yield* heap, early * 1.1)
      assert.deepStrictEqual([...household.devices.kept.keys()], [spare.deviceSerial])
    }).pipe(Effect.provide(env({ devices: count })))
  )
})

describe("a device", () => {
  const fleet = Household.make(count).devices

  it("is found by its serial number, and by nothing that looks like it", () => {
    assert.strictEqual(fleet.look("SIM199999")?.deviceSerial, "SIM199999")
    for (const other of [
      "SIM200000",
      "SIM099999",
      "SIM0100000",
      "SIM100000 ",
      "sim100000",
      "SIM1e5",
      "SIM",
      ""
    ]) {
      assert.isUndefined(fleet.look(other), other)
      assert.isUndefined(fleet.get(other), other)
    }
  })

  it("is itself, however often it is made, until it is changed", () => {
    assert.deepStrictEqual(fleet.look("SIM150000"), fleet.look("SIM150000"))
    assert.isFalse(fleet.kept.has("SIM150000"))
    const device = fleet.get("SIM150000")
    if (device === undefined) return assert.fail("it is there")
    device.deviceName = "renamed"
    assert.strictEqual(fleet.look("SIM150000"), device)
  })

  it("has a serial number of its own in any fleet", () => {
    const { owned } = Household.make(800_002).devices
    const [last, next, after] = owned.slice(799_999)
    assert.deepStrictEqual(
      [last, next, after].map((device) => device?.deviceSerial),
      ["SIM899999", "SIM900001", "SIM900002"]
    )
  })

  it.live("leaves every list that it is no more in, and joins them", () =>
    Effect.gen(function* () {
      const serials = (page: { readonly items: ReadonlyArray<{ readonly deviceSerial: string }> }) =>
        page.items.map(({ deviceSerial }) => deviceSerial)
      const { household } = yield* Simulator.Simulator
      yield* Device.delete({ deviceSerial: "SIM100001" })
      yield* Device.add({ ...spare, validateCode: code })
      const first = yield* Device.list({ pageSize: 5 })
      assert.deepStrictEqual(
        serials(first),
        [0, 2, 3, 4, 5].map((index) => `SIM10000${index}`)
      )
      assert.strictEqual(first.total, 24)
      assert.deepStrictEqual(serials(yield* Device.list({ pageSize: 5, pageStart: 4 })), [
        "SIM100021",
        "SIM100022",
        "SIM100023",
        "SIM900000"
      ])
      // The last of each dozen is a hub without a camera.
      const cameras = yield* Camera.list({ pageSize: 50 })
      assert.strictEqual(cameras.total, 22)
      assert.notIncludeMembers(serials(cameras), ["SIM100001", "SIM100011", "SIM100023"])
      assert.include(serials(cameras), spare.deviceSerial)
      assert.deepStrictEqual(
        household.devices
          .search("00000")
          .slice()
          .map(({ deviceSerial }) => deviceSerial),
        ["SIM100000", "SIM900000"]
      )
    }).pipe(Effect.provide(env({ devices: 24 })))
  )

  it.live("that is only looked at, or takes a picture, is not kept", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      yield* Device.getInfo({ deviceSerial: "SIM100002" })
      yield* Device.capture({ deviceSerial: "SIM100002", channelNo: 1 })
      assert.isFalse(household.devices.kept.has("SIM100002"))
      yield* Device.rename({ deviceSerial: "SIM100002", deviceName: "renamed" })
      assert.strictEqual((yield* Device.getInfo({ deviceSerial: "SIM100002" })).deviceName, "renamed")
    }).pipe(Effect.provide(env()))
  )
})
