import { assert, describe, it } from "@effect/vitest"
import { Device, Live, Operations, Page, Ptz, Retry } from "@effect-ezviz/core"
import { Routes, Simulator } from "@effect-ezviz/simulator"
import { Effect, Redacted, Stream } from "effect"
import { env } from "./household.js"

const fast = Retry.withPolicy({ base: "1 millis", cap: "1 millis" })

const camera = { deviceSerial: "SIM100000" }
const spare = { deviceSerial: "SIM900000" }

const fetchAt = (address: Redacted.Redacted<string>) => Effect.promise(() => fetch(Redacted.value(address)))

describe("Simulator", () => {
  it("has a route for every operation of the client", () => {
    assert.sameMembers(
      Routes.all.map(({ definition }) => definition.id),
      Object.keys(Operations.all)
    )
  })

  it.live("hands out every page", () =>
    Effect.gen(function* () {
      const all = yield* Stream.runCollect(Page.stream(Device.list, {}))
      assert.strictEqual(all.length, 120)
      const ten = yield* Device.list({ pageStart: 11 })
      assert.strictEqual(ten.items.length, 10)
      assert.strictEqual(ten.total, 120)
    }).pipe(Effect.provide(env({ devices: 120 })))
  )

  it.live("serves the picture and the stream it promises, and no more after the address has ended", () =>
    Effect.gen(function* () {
      const { picUrl } = yield* Device.capture({ ...camera, channelNo: 1 })
      const picture = yield* fetchAt(picUrl)
      const bytes = new Uint8Array(yield* Effect.promise(() => picture.arrayBuffer()))
      assert.deepStrictEqual([...bytes.slice(0, 3)], [0xff, 0xd8, 0xff])
      const address = yield* Live.getAddress({ ...camera, protocol: "hls" })
      const playlist = yield* Effect.flatMap(fetchAt(address.url), (response) =>
        Effect.promise(() => response.text())
      )
      assert.isTrue(playlist.startsWith("#EXTM3U"))
      yield* Live.disableAddress({ ...camera, urlId: address.id })
      assert.strictEqual((yield* fetchAt(address.url)).status, 403)
    }).pipe(Effect.provide(env()))
  )

  it.live("keeps what it is told, and refuses with the documented codes", () =>
    Effect.gen(function* () {
      const code = Redacted.make("ABCDEF")
      assert.strictEqual((yield* Effect.flip(Device.getInfo(spare)))._tag, "DeviceNotOwned")
      assert.strictEqual(
        (yield* Effect.flip(Device.getInfo({ deviceSerial: "NONE" })))._tag,
        "DeviceNotFound"
      )
      assert.strictEqual(
        (yield* Effect.flip(Device.add({ ...spare, validateCode: Redacted.make("WRONG1") })))._tag,
        "ValidateCodeWrong"
      )
      yield* Device.add({ ...spare, validateCode: code })
      assert.strictEqual(
        (yield* Effect.flip(Device.add({ ...spare, validateCode: code })))._tag,
        "DeviceAlreadyAdded"
      )
      yield* Device.rename({ ...spare, deviceName: "12345" })
      assert.strictEqual((yield* Device.getInfo(spare)).deviceName, "12345")
      yield* Device.delete(spare)

      yield* Device.enableEncryption(camera)
      assert.strictEqual((yield* Device.getInfo(camera)).isEncrypt, true)
      assert.strictEqual(
        (yield* Effect.flip(Device.enableEncryption(camera)))._tag,
        "EncryptionAlreadyEnabled"
      )
      assert.strictEqual(
        (yield* Effect.flip(Live.getAddress({ ...camera, protocol: "hls" })))._tag,
        "EncryptionEnabled"
      )
      yield* Device.disableEncryption({ ...camera, validateCode: code })
      assert.strictEqual(
        (yield* Effect.flip(Device.capture({ deviceSerial: "SIM100006", channelNo: 1 })))._tag,
        "DeviceOffline"
      )
      assert.strictEqual(
        (yield* Effect.flip(Device.capture({ ...camera, channelNo: 9 })))._tag,
        "ChannelNotFound"
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("moves a camera until it is stopped, and to its end", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      const device = household.devices.get(camera.deviceSerial)
      const left = { ...camera, channelNo: 1, direction: "left" } as const
      yield* Ptz.start({ ...left, speed: "slow" })
      assert.strictEqual(device?.moving, "left")
      yield* Ptz.stop(left)
      assert.isUndefined(device?.moving)
      const error = yield* Effect.flip(Effect.forever(Ptz.start({ ...left, speed: "slow" })))
      assert.strictEqual(error._tag, "PtzLeftLimit")
    }).pipe(Effect.provide(env()))
  )

  it.live("strikes as its rules say, and the client survives what can be survived", () =>
    Effect.gen(function* () {
      const simulator = yield* Simulator.Simulator
      for (const fault of [
        { kind: "code", code: "10029" },
        { kind: "code", code: "10002" },
        { kind: "html", status: 502 },
        { kind: "truncate" },
        { kind: "reset" }
      ] as const) {
        yield* simulator.inject({ operation: "device.getInfo", fault })
        assert.strictEqual((yield* fast(Device.getInfo(camera))).deviceSerial, camera.deviceSerial)
      }
      yield* simulator.inject({ operation: "device.capture", fault: { kind: "reset" } })
      const error = yield* Effect.flip(fast(Device.capture({ ...camera, channelNo: 1 })))
      assert.isTrue(error._tag === "TransportFailure" && error.maybeApplied)
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses a token at another host than its areaDomain, and a token that has ended", () =>
    Effect.gen(function* () {
      const { household, url } = yield* Simulator.Simulator
      yield* Device.getInfo(camera)
      const [token = ""] = household.tokens.keys()
      const post = (base: string) =>
        Effect.promise(async () => {
          const body = new URLSearchParams({ accessToken: token, ...camera })
          return (await fetch(`${base}/api/lapp/device/info`, { method: "POST", body })).json()
        })
      assert.propertyVal(yield* post(url), "code", "10002")
      assert.propertyVal(yield* post(url.replace("127.0.0.1", "localhost")), "code", "200")
      household.tokens.set(token, 0)
      assert.propertyVal(yield* post(url.replace("127.0.0.1", "localhost")), "code", "10002")
      yield* Device.getInfo(camera)
    }).pipe(Effect.provide(env()))
  )
})
