import { assert, describe, it } from "@effect/vitest"
import { Device, Microphone } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import { camera, doorbell, env, hub, offline } from "./household.js"

const recorder = { deviceSerial: "SIM100009" }

const tagOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

describe("arming", () => {
  it.live("is shown by the device, and a hub has states of its own", () =>
    Effect.gen(function* () {
      yield* Device.setDefence({ ...camera, defence: "disarmed" })
      assert.strictEqual((yield* Device.getInfo(camera)).defence, "disarmed")
      yield* Device.setDefence({ ...camera, defence: "armed" })
      assert.strictEqual((yield* Device.getInfo(camera)).defence, "armed")
      const { items } = yield* Device.list({ pageSize: 1 })
      assert.strictEqual(items[0]?.defence, "armed")
      yield* Device.setDefence({ ...hub, defence: "away" })
      assert.strictEqual((yield* Device.getInfo(hub)).defence, "away")
      assert.strictEqual(yield* tagOf(Device.setDefence({ ...camera, defence: "away" })), "ParameterError")
      assert.strictEqual(yield* tagOf(Device.setDefence({ ...offline, defence: "armed" })), "DeviceOffline")
    }).pipe(Effect.provide(env()))
  )

  it.live("happens by a plan that is read back as it was set", () =>
    Effect.gen(function* () {
      const plan = {
        startTime: "06:00",
        stopTime: "24:00",
        days: ["friday", "sunday"],
        enable: true
      } as const
      yield* Device.setDefencePlan({ ...camera, ...plan })
      assert.deepStrictEqual(yield* Device.getDefencePlan(camera), plan)
      assert.strictEqual(yield* tagOf(Device.getDefencePlan(recorder)), "CommandNotSupported")
    }).pipe(Effect.provide(env()))
  )
})

describe("switches", () => {
  it.live("are as they were switched, each for itself", () =>
    Effect.gen(function* () {
      const before = yield* Device.getVideoTampering(camera)
      assert.strictEqual(before.enable, false)
      yield* Device.setVideoTampering({ ...camera, enable: true })
      assert.strictEqual((yield* Device.getVideoTampering(camera)).enable, true)
      assert.strictEqual((yield* Device.getAudioPrompt(camera)).enable, true)
      assert.strictEqual(
        yield* tagOf(Device.setVideoTampering({ ...camera, enable: true })),
        "AlreadyInState"
      )
      yield* Device.setSoundSourcePositioning({ ...camera, enable: true })
      assert.strictEqual(yield* tagOf(Device.getSoundSourcePositioning(doorbell)), "CommandNotSupported")
      yield* Microphone.setStatus({ ...camera, enable: false })
      assert.deepStrictEqual(
        (yield* Microphone.getStatus(camera)).map(({ enable }) => enable),
        [false]
      )
    }).pipe(Effect.provide(env()))
  )
})

describe("a recorder", () => {
  it.live("shows the cameras that are linked to it, until they are not", () =>
    Effect.gen(function* () {
      const link = { ...recorder, ipcSerial: camera.deviceSerial, channelNo: 2 }
      assert.deepStrictEqual(yield* Device.listChannels(recorder), [])
      yield* Device.linkIpc({ ...link, validateCode: Redacted.make("ABCDEF") })
      const channels = yield* Device.listChannels(recorder)
      assert.deepStrictEqual(
        channels.map(({ channelNo, ipcSerial, relatedIpc }) => [channelNo, ipcSerial, relatedIpc]),
        [[2, camera.deviceSerial, true]]
      )
      assert.strictEqual(yield* tagOf(Device.linkIpc(link)), "IpcLinkedElsewhere")
      const other = { ...recorder, ipcSerial: "SIM100001", channelNo: 3 }
      assert.strictEqual(
        yield* tagOf(Device.linkIpc({ ...other, validateCode: Redacted.make("WRONG1") })),
        "IpcPasswordWrong"
      )
      yield* Device.unlinkIpc(link)
      assert.strictEqual(yield* tagOf(Device.unlinkIpc(link)), "IpcNotLinked")
      assert.strictEqual(yield* tagOf(Device.linkIpc({ ...link, ...camera })), "CommandNotSupported")
    }).pipe(Effect.provide(env()))
  )
})

describe("the encryption password", () => {
  it.live("is the one to switch encryption off with, once it is changed", () =>
    Effect.gen(function* () {
      const [old, fresh] = [Redacted.make("ABCDEF"), Redacted.make("GHIJKL")]
      yield* Device.updatePassword({ ...camera, oldPassword: old, newPassword: fresh })
      yield* Device.enableEncryption(camera)
      assert.strictEqual(
        yield* tagOf(Device.disableEncryption({ ...camera, validateCode: old })),
        "ValidateCodeWrong"
      )
      yield* Device.disableEncryption({ ...camera, validateCode: fresh })
    }).pipe(Effect.provide(env()))
  )
})
