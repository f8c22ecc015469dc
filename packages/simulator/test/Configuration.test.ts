import { assert, describe, it } from "@effect/vitest"
import {
  AlarmSound,
  DeviceSwitch,
  FillLight,
  MotionDetect,
  Recording,
  Ringtone,
  WorkMode
} from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Duration, Effect } from "effect"
import { camera, doorbell, env, foreign, hub, offline } from "./household.js"

const tagOf = <A, E extends { readonly _tag: string }, R>(call: Effect.Effect<A, E, R>) =>
  Effect.match(call, { onFailure: ({ _tag }) => _tag, onSuccess: () => "Success" })

describe("the configuration of a device", () => {
  it.live("keeps the fill light's mode", () =>
    Effect.gen(function* () {
      yield* FillLight.setMode({ ...camera, mode: "smart" })
      assert.deepStrictEqual(yield* FillLight.getMode(camera), {
        ...camera,
        mode: "smart",
        luminance: 100,
        duration: Duration.seconds(5)
      })
    }).pipe(Effect.provide(env()))
  )

  it.live("keeps a switch, and has the documented one alone", () =>
    Effect.gen(function* () {
      const motionLight = { ...camera, type: "motionLight" } as const
      yield* DeviceSwitch.set({ ...motionLight, enable: true })
      assert.deepStrictEqual(yield* DeviceSwitch.get(motionLight), { ...motionLight, enable: true })
      yield* DeviceSwitch.set({ ...motionLight, enable: false })
      assert.isFalse((yield* DeviceSwitch.get(motionLight)).enable)
      assert.strictEqual(yield* tagOf(DeviceSwitch.get({ ...camera, type: 2 })), "CommandNotSupported")
    }).pipe(Effect.provide(env()))
  )

  it.live("keeps a battery device's plan, sent as JSON", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* WorkMode.getPlan(doorbell)).weekPlans, [])
      const plan = {
        enable: true,
        startTime: "08:00",
        endTime: "18:00",
        weekDays: ["monday", "saturday"]
      } as const
      yield* WorkMode.setPlan({ ...doorbell, ...plan, mode: "normal" })
      const timePlan = { startTime: "08:00", endTime: "18:00" }
      assert.deepStrictEqual((yield* WorkMode.getPlan(doorbell)).weekPlans, [
        { weekDays: ["monday", "saturday"], timePlans: [{ ...timePlan, mode: "normal" }] }
      ])
      // The default is documented.
      yield* WorkMode.setPlan({ ...doorbell, ...plan })
      const { weekPlans } = yield* WorkMode.getPlan(doorbell)
      assert.strictEqual(weekPlans[0]?.timePlans[0]?.mode, "powerSaving")
      assert.strictEqual(yield* tagOf(WorkMode.getPlan(camera)), "CommandNotSupported")
    }).pipe(Effect.provide(env()))
  )

  it.live("keeps the alarm's sound", () =>
    Effect.gen(function* () {
      for (const mode of AlarmSound.Mode.names) {
        yield* AlarmSound.setMode({ ...camera, mode })
        assert.deepStrictEqual(yield* AlarmSound.getMode(camera), { ...camera, mode })
      }
    }).pipe(Effect.provide(env()))
  )

  it.live("keeps the area of a channel, in the device's own grid", () =>
    Effect.gen(function* () {
      const channel = { ...camera, channelNo: 1 }
      const before = yield* MotionDetect.getArea(channel)
      // The documentation's sample.
      const area = [0, 48, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
      yield* MotionDetect.setArea({ ...channel, area })
      assert.deepStrictEqual(yield* MotionDetect.getArea(channel), { ...before, area })
      assert.strictEqual(
        yield* tagOf(MotionDetect.setArea({ ...channel, area: [8, 8, 8] })),
        "ServerDataError"
      )
      assert.strictEqual(
        yield* tagOf(MotionDetect.setArea({ ...channel, area: [64, ...area.slice(1)] })),
        "ServerDataError"
      )
      assert.strictEqual(yield* tagOf(MotionDetect.getArea({ ...camera, channelNo: 2 })), "ParameterError")
      assert.deepStrictEqual((yield* MotionDetect.getArea(channel)).area, area)
    }).pipe(Effect.provide(env()))
  )

  it.live("plays what it is told to", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      yield* Ringtone.play({ ...camera, voice: "alarmBeep", volume: 40 })
      const played = () => household.devices.get(camera.deviceSerial)?.configuration.ringtone
      assert.deepStrictEqual(played(), { voice: "alarmBeep", volume: 40 })
      yield* Ringtone.play({ ...camera, voice: "mute" })
      assert.deepStrictEqual(played(), { voice: "mute", volume: 1 })
    }).pipe(Effect.provide(env()))
  )

  it.live("refuses with the documented codes what it cannot do", () =>
    Effect.gen(function* () {
      const mode = "smart"
      assert.strictEqual(yield* tagOf(FillLight.getMode({ deviceSerial: "NONE" })), "DeviceNotFound")
      assert.strictEqual(yield* tagOf(FillLight.getMode(foreign)), "DeviceNotOwned")
      assert.strictEqual(yield* tagOf(FillLight.getMode(hub)), "CommandNotSupported")
      assert.strictEqual(yield* tagOf(FillLight.setMode({ ...offline, mode })), "DeviceOffline")
      // The cloud knows the setting of a device that is away.
      assert.strictEqual(yield* tagOf(FillLight.getMode(offline)), "Success")
      assert.strictEqual(yield* tagOf(MotionDetect.getArea({ ...offline, channelNo: 1 })), "DeviceOffline")
    }).pipe(Effect.provide(env()))
  )
})

describe("a request to the v3 endpoints", () => {
  const path = "/api/v3/device/fillLight/mode/get"

  /** The status and the code of an answer to a request that nobody's client has written. */
  const ask = (path: string, init: RequestInit = {}) =>
    Effect.gen(function* () {
      const { household, url } = yield* Simulator.Simulator
      yield* FillLight.getMode(camera)
      const [token = ""] = household.tokens.keys()
      const headers = JSON.parse(JSON.stringify(init.headers ?? {}).replace("TOKEN", token))
      return yield* Effect.promise(async () => {
        const response = await fetch(`${url.replace("127.0.0.1", "localhost")}${path}`, { ...init, headers })
        const body: unknown = await response.json()
        return { status: response.status, body }
      })
    })

  const v3 = (code: number) => ({
    status: 200,
    body: { meta: { code, message: code === 200 ? "Operation succeeded!" : `simulated ${code}` } }
  })

  it.live("has the token and the device in its headers, and nowhere else", () =>
    Effect.gen(function* () {
      const headers = { accessToken: "TOKEN", deviceSerial: "SIM100000" }
      const data = { deviceSerial: "SIM100000", graphicType: 0, luminance: 100, duration: 5 }
      assert.deepStrictEqual(yield* ask(path, { headers }), {
        status: 200,
        body: { ...v3(200), body: { ...v3(200).body, data } }
      })
      assert.deepStrictEqual(yield* ask(path, { headers: { deviceSerial: "SIM100000" } }), {
        status: 200,
        body: v3(10002)
      })
      assert.deepStrictEqual(
        yield* ask(`${path}?deviceSerial=SIM100000`, { headers: { accessToken: "TOKEN" } }),
        { status: 400, body: v3(10001) }
      )
    }).pipe(Effect.provide(env()))
  )

  for (const [deviceSerial, status, code] of [
    ["NONE", 404, 20002],
    ["SIM900000", 403, 20018],
    ["SIM100011", 422, 60020]
  ] as const) {
    it.live(`is refused with HTTP ${status} beside ${code}`, () =>
      Effect.gen(function* () {
        const headers = { accessToken: "TOKEN", deviceSerial }
        assert.deepStrictEqual(yield* ask(path, { headers }), { status, body: v3(code) })
      }).pipe(Effect.provide(env()))
    )
  }

  it.live("of a chapter of its own is refused with HTTP 401 for the token, and with 200 for all else", () =>
    Effect.gen(function* () {
      const recordings = "/api/v3/das/device/local/video/query"
      const meta = (code: number) => ({ meta: { code, message: `simulated ${code}`, moreInfo: null } })
      assert.deepStrictEqual(yield* ask(recordings, { headers: { deviceSerial: "SIM100000" } }), {
        status: 401,
        body: meta(10002)
      })
      assert.deepStrictEqual(
        yield* ask(recordings, { headers: { accessToken: "TOKEN", deviceSerial: "NONE" } }),
        { status: 200, body: meta(2007) }
      )
      assert.strictEqual(yield* tagOf(Recording.queryLocal({ deviceSerial: "NONE" })), "DeviceSerialInvalid")
    }).pipe(Effect.provide(env()))
  )

  it.live("renews a token that has ended, with HTTP 401 or 200", () =>
    Effect.gen(function* () {
      const { household, served } = yield* Simulator.Simulator
      for (const call of [Recording.queryLocal(camera), FillLight.getMode(camera)]) {
        yield* call
        for (const token of household.tokens.keys()) household.tokens.set(token, 0)
        yield* call
      }
      assert.strictEqual(served.filter(({ code }) => code === "10002").length, 2)
    }).pipe(Effect.provide(env()))
  )
})
