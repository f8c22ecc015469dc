import { createHmac } from "node:crypto"
import { get } from "node:http"
import { FetchHttpClient, HttpApiClient } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import { Alarm, Device } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { ControlApi } from "@effect-ezviz/simulator/ControlApi"
import { Effect, Layer, Queue, Redacted, Stream } from "effect"
import { decode } from "jpeg-js"
import { camera, env, foreign, offline } from "./household.js"
import { receiver } from "./receiver.js"
import { sentEvents } from "./sentEvents.js"

/** The control of a simulator, as a test in another process has it. */
const control = Effect.flatMap(Simulator.Simulator, ({ url }) =>
  HttpApiClient.make(ControlApi, { baseUrl: url })
).pipe(Effect.provide(FetchHttpClient.layer))

const send = (path: string, init: RequestInit = {}) =>
  Effect.flatMap(Simulator.Simulator, ({ url }) =>
    Effect.promise(async () => {
      const response = await fetch(url + path, init)
      return { status: response.status, text: await response.text() }
    })
  )

/** The status of an answer to a browser that was led here by a name; fetch does not let one choose it. */
const statusAt = (path: string, host: string) =>
  Effect.flatMap(Simulator.Simulator, ({ url }) =>
    Effect.async<number | undefined>((resume) => {
      get(url + path, { headers: { host } }, (response) => {
        response.resume()
        resume(Effect.succeed(response.statusCode))
      })
    })
  )

describe("the control", () => {
  it.live("shows the devices by page and by serial number, and changes what they are", () =>
    Effect.gen(function* () {
      const { devices } = yield* control
      const page = yield* devices.list({ urlParams: { page: 1, size: 5 } })
      assert.strictEqual(page.total, 30)
      assert.deepStrictEqual(
        page.items.map(({ deviceSerial }) => deviceSerial),
        ["SIM100005", "SIM100006", "SIM100007", "SIM100008", "SIM100009"]
      )
      const found = yield* devices.list({ urlParams: { search: "sim10001" } })
      assert.strictEqual(found.total, 10)

      const path = camera
      const before = yield* Device.getInfo(camera)
      assert.strictEqual(before.status, "online")
      assert.isFalse((yield* devices.update({ path, payload: { online: false } })).online)
      assert.strictEqual(
        (yield* Effect.flip(Device.capture({ ...camera, channelNo: 1 })))._tag,
        "DeviceOffline"
      )
      assert.isTrue((yield* devices.update({ path, payload: { online: true } })).online)
      assert.strictEqual((yield* Device.getInfo(camera)).status, "online")

      yield* Device.rename({ ...camera, deviceName: "12345" })
      const [first] = (yield* devices.list({ urlParams: { size: 1 } })).items
      assert.deepInclude(first, { deviceSerial: "SIM100000", deviceName: "12345", channels: 1 })
      assert.strictEqual(
        (yield* Effect.flip(devices.update({ path: foreign, payload: { online: false } })))._tag,
        "NotFound"
      )
    }).pipe(Effect.provide(env({ devices: 30 })))
  )

  it.live("shows what a camera sees, whether it encrypts or not", () =>
    Effect.gen(function* () {
      const { devices } = yield* control
      yield* Device.enableEncryption(camera)
      assert.strictEqual(decode(yield* devices.picture({ path: camera })).width, 640)
      const { path } = yield* devices.watch({ path: camera, payload: {} })
      assert.match((yield* send(path)).text, /^#EXTM3U/)
    }).pipe(Effect.provide(env()))
  )

  it.live("raises alarms, which join the list and are pushed to the webhooks it was told of", () =>
    Effect.gen(function* () {
      const { devices, webhooks } = yield* control
      const { received, url } = yield* receiver("echo")
      yield* webhooks.add({ payload: { url: new URL(url), secret: Redacted.make("key") } })
      assert.deepStrictEqual(yield* webhooks.list(), [{ url }])
      yield* devices.alarm({ path: camera, payload: { alarmType: 10_000 } })
      const { items } = yield* Alarm.list({ status: "all" })
      assert.deepStrictEqual(
        items.map(({ alarmType, deviceSerial }) => [alarmType, deviceSerial]),
        [["pirEvent", "SIM100000"]]
      )
      const { body, headers } = yield* Queue.take(received)
      const hmac = createHmac("sha1", "key").update(`${body}${headers["t"]}`)
      assert.strictEqual(headers["signature"], hmac.digest("hex"))
      yield* webhooks.remove({ urlParams: { url } })
      assert.deepStrictEqual(yield* webhooks.list(), [])
      assert.strictEqual((yield* Effect.flip(devices.alarm({ path: foreign, payload: {} })))._tag, "NotFound")
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("adds faults, lists what is left of them, and takes them back", () =>
    Effect.gen(function* () {
      const { faults } = yield* control
      const unknown = { kind: "code", code: "20002" } as const
      const added = yield* faults.add({
        payload: { operation: "device.getInfo", fault: unknown, times: Number.POSITIVE_INFINITY }
      })
      yield* faults.add({
        payload: { operation: "device.list", fault: { kind: "truncate" }, times: 3, probability: 0.5 }
      })
      const getInfo = Effect.flip(Device.getInfo(camera))
      assert.strictEqual((yield* getInfo)._tag, "DeviceNotFound")
      assert.strictEqual((yield* getInfo)._tag, "DeviceNotFound")
      assert.deepStrictEqual(
        (yield* faults.list()).map(({ left }) => left),
        [Number.POSITIVE_INFINITY, 3]
      )
      yield* faults.remove({ path: { id: added.id } })
      assert.strictEqual((yield* Effect.flip(faults.remove({ path: { id: added.id } })))._tag, "NotFound")
      assert.strictEqual((yield* faults.list()).length, 1)
      yield* faults.clear()
      assert.deepStrictEqual(yield* faults.list(), [])
      yield* Device.getInfo(camera)
    }).pipe(Effect.provide(env()))
  )

  it.live("tells what happens as it happens, and what each code means where", () =>
    Effect.gen(function* () {
      const { operations, state } = yield* control
      const { url } = yield* Simulator.Simulator
      assert.deepInclude(yield* state(), { url, appKey: "simulated-app-key" })
      const capture = (yield* operations()).find(({ id }) => id === "device.capture")
      assert.strictEqual(capture?.codes.find(({ code }) => code === "20007")?.name, "DeviceOffline")
      assert.strictEqual((yield* operations()).length, 86)

      const response = yield* Effect.promise(() => fetch(`${url}/_control/events`))
      assert.strictEqual(response.headers.get("content-type"), "text/event-stream")
      yield* Effect.flip(Device.capture({ ...offline, channelNo: 1 }))
      const events = yield* sentEvents(response).pipe(Stream.take(2), Stream.runCollect)
      assert.deepStrictEqual(
        [...events].map(({ code, operation }) => [operation, code]),
        [
          ["accessToken.get", "200"],
          ["device.capture", "20007"]
        ]
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("says what is wrong with what it is asked", () =>
    Effect.gen(function* () {
      const post = (path: string, body: string) =>
        send(`/_control${path}`, { method: "POST", body, headers: { "content-type": "application/json" } })
      const unknown = yield* post("/faults", '{"operation":"device.fly","fault":{"kind":"truncate"}}')
      assert.strictEqual(unknown.status, 400)
      assert.include(unknown.text, "Expected an operation's id")
      assert.strictEqual((yield* post("/faults", "{")).status, 400)
      const late = yield* post("/time", '{"advance":"soon"}')
      assert.strictEqual(late.status, 400)
      assert.include(late.text, "Expected a duration")
      assert.strictEqual((yield* send("/_control/devices?size=1000")).status, 400)
      assert.strictEqual((yield* send("/_control/nothing")).status, 404)
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.live("is not driven by what a browser brings from elsewhere", () =>
    Effect.gen(function* () {
      const { faults } = yield* Simulator.Simulator
      const body = '{"fault":{"kind":"truncate"}}'
      const json = { "content-type": "application/json" }
      const status = (headers: Record<string, string>) =>
        Effect.map(send("/_control/faults", { method: "POST", body, headers }), (answer) => answer.status)
      assert.strictEqual(yield* status({ ...json, origin: "https://evil.example" }), 403)
      assert.strictEqual(yield* status({ ...json, origin: "http://localhost:1" }), 403)
      assert.strictEqual(yield* status({ ...json, origin: "null" }), 403)
      assert.strictEqual(yield* status({ "content-type": "text/plain" }), 415)
      assert.strictEqual(yield* status({ "content-type": "text/plain; application/json" }), 415)
      assert.strictEqual(yield* status({ ...json, "x-forwarded-for": "203.0.113.9" }), 403)
      assert.deepStrictEqual(faults.list(), [])
      // By a name that leads here, a page of another's is of the same origin.
      const { host } = new URL((yield* Simulator.Simulator).url)
      for (const path of ["/", "/_control/devices"]) {
        assert.strictEqual(yield* statusAt(path, host), 200)
        assert.oneOf(yield* statusAt(path, "evil.example"), [403, 404])
      }
      assert.strictEqual(yield* status(json), 201)
    }).pipe(Effect.provide(Simulator.layer()))
  )

  it.live("is each simulator's own", () =>
    Effect.gen(function* () {
      const one = yield* Layer.build(Simulator.layer({ devices: 3 }))
      const other = yield* Layer.build(Simulator.layer({ devices: 5 }))
      const total = Effect.flatMap(control, ({ devices }) =>
        Effect.map(devices.list({ urlParams: { size: 1 } }), (page) => page.total)
      )
      assert.strictEqual(yield* Effect.provide(total, one), 3)
      assert.strictEqual(yield* Effect.provide(total, other), 5)
    }).pipe(Effect.scoped)
  )
})
