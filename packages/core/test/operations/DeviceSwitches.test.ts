import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Device, Microphone } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

/** What was sent, by path. */
const sent = (seen: ReadonlyArray<Cloud.Seen>) =>
  seen.map(({ form, url }) => [url.pathname, Object.fromEntries(form)])

describe("arming", () => {
  it.effect("sends the number of the state, under the wire's own name", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Device.setDefence({ deviceSerial: "427734888", defence: "away" })
      yield* Device.setDefence({ deviceSerial: "427734888", defence: "armed" })
      assert.deepStrictEqual(sent(seen), [
        ["/api/lapp/device/defence/set", { deviceSerial: "427734888", isDefence: "16" }],
        ["/api/lapp/device/defence/set", { deviceSerial: "427734888", isDefence: "1" }]
      ])
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })
})

describe("a defence plan", () => {
  it.effect("is read as the sample has it, whose week begins with Monday", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getDefencePlan({ deviceSerial: "427734888", channelNo: 1 }), {
        startTime: "23:20",
        stopTime: "23:21",
        days: ["monday", "tuesday", "sunday"],
        enable: false
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ startTime: "23:20", stopTime: "23:21", period: "0,1,6", enable: 0 }))
      )
    )
  )

  it.effect("is sent as the sample has it, and ends the day as the wire writes that", () => {
    const seen: Array<Cloud.Seen> = []
    const plan = { deviceSerial: "427734888", channelNo: 1 }
    return Effect.gen(function* () {
      yield* Device.setDefencePlan({
        ...plan,
        days: ["monday", "tuesday", "sunday"],
        startTime: "23:20",
        stopTime: "23:21",
        enable: false
      })
      yield* Device.setDefencePlan({ ...plan, stopTime: "24:00" })
      const common = { deviceSerial: "427734888", channelNo: "1" }
      assert.deepStrictEqual(sent(seen), [
        [
          "/api/lapp/device/defence/plan/set",
          { ...common, period: "0,1,6", startTime: "23:20", stopTime: "23:21", enable: "0" }
        ],
        ["/api/lapp/device/defence/plan/set", { ...common, stopTime: "n00:00" }]
      ])
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("takes a time as the documentation's example writes it, and orders by the time it is", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Device.setDefencePlan({ deviceSerial: "427734888", startTime: "6:00", stopTime: "16:00" })
      assert.deepStrictEqual(sent(seen), [
        [
          "/api/lapp/device/defence/plan/set",
          { deviceSerial: "427734888", startTime: "06:00", stopTime: "16:00" }
        ]
      ])
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("reads the end of the day", () =>
    Effect.gen(function* () {
      const { stopTime } = yield* Device.getDefencePlan({ deviceSerial: "427734888" })
      assert.strictEqual(stopTime, "24:00")
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ startTime: "00:00", stopTime: "n00:00", period: "", enable: 1 }))
      )
    )
  )

  for (const [parameter, input] of [
    ["stopTime", { startTime: "12:00", stopTime: "12:00" }],
    ["stopTime", { startTime: "12:00", stopTime: "9:00" }],
    ["startTime", { startTime: "25:00" }],
    ["startTime", { startTime: ":30" }],
    ["days", { days: [] }],
    ["days", { days: ["monday", "monday"] }]
  ] as const) {
    it.effect(`is refused before it is sent: ${JSON.stringify(input)}`, () => {
      const seen: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(Device.setDefencePlan({ deviceSerial: "427734888", ...input }))
        assert.isTrue(error._tag === "InvalidInput" && error.parameter === parameter, String(error))
        assert.strictEqual(seen.length, 0)
      }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
    })
  }
})

describe("switches", () => {
  for (const [get, path] of [
    [Device.getAudioPrompt, "/api/lapp/device/sound/switch/status"],
    [Device.getVideoTampering, "/api/lapp/device/scene/switch/status"],
    // The documentation's request goes to another address than it names; the address counts.
    [Device.getSoundSourcePositioning, "/api/lapp/device/ssl/switch/status"]
  ] as const) {
    it.effect(`${path} answers as the sample has it`, () => {
      const seen: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        assert.deepStrictEqual(yield* get({ deviceSerial: "502608888" }), {
          deviceSerial: "502608888",
          channelNo: 1,
          enable: true
        })
        assert.deepStrictEqual(sent(seen), [[path, { deviceSerial: "502608888" }]])
      }).pipe(
        Effect.provide(
          Cloud.answering(Cloud.ok({ deviceSerial: "502608888", channelNo: 1, enable: 1 }), seen)
        )
      )
    })
  }

  it.effect("the microphone's answer is a list, with a text for a flag", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Microphone.getStatus({ deviceSerial: "596510666" }), [
        { deviceSerial: "596510666", channelNo: 1, enable: true }
      ])
    }).pipe(
      Effect.provide(Cloud.answering(Cloud.ok([{ deviceSerial: "596510666", channelNo: 1, enable: "1" }])))
    )
  )

  it("say which errors there are", () => {
    expectTypeOf<
      Exclude<Device.GetSoundSourcePositioningError, Device.GetSwitchError>
    >().toEqualTypeOf<ApiError.CommandNotSupported>()
    expectTypeOf<Extract<Device.SetDefenceError, { readonly _tag: "AlreadyInState" }>>().toBeNever()
  })
})

describe("a recorder", () => {
  it.effect("is linked as the sample has it, the verification code left out or secret", () => {
    const seen: Array<Cloud.Seen> = []
    const link = { deviceSerial: "596510666", channelNo: 1, ipcSerial: "777777777" }
    return Effect.gen(function* () {
      yield* Device.linkIpc(link)
      yield* Device.linkIpc({ ...link, validateCode: Redacted.make("ABCDEF") })
      const form = { deviceSerial: "596510666", channelNo: "1", ipcSerial: "777777777" }
      assert.deepStrictEqual(sent(seen), [
        ["/api/lapp/device/ipc/add", form],
        ["/api/lapp/device/ipc/add", { ...form, validateCode: "ABCDEF" }]
      ])
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("shows its channels as the sample has them", () =>
    Effect.gen(function* () {
      const [channel] = yield* Device.listChannels({ deviceSerial: "427734222" })
      assert.deepStrictEqual(channel && { ...channel, picUrl: Redacted.value(channel.picUrl) }, {
        deviceSerial: "427734222",
        ipcSerial: "427734222",
        channelNo: 1,
        deviceName: "My(427734222)427734222",
        channelName: "My(427734222)427734222",
        status: "online",
        isShared: "notShared",
        picUrl: "https://portal.ys7.com/assets/imgs/public/homeDevice.jpeg",
        isEncrypt: false,
        videoLevel: "hd",
        relatedIpc: false
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok([
            {
              deviceSerial: "427734222",
              ipcSerial: "427734222",
              channelNo: 1,
              deviceName: "My(427734222)427734222",
              channelName: "My(427734222)427734222",
              status: 1,
              isShared: "0",
              picUrl: "https://portal.ys7.com/assets/imgs/public/homeDevice.jpeg",
              isEncrypt: 0,
              videoLevel: 2,
              relatedIpc: false
            }
          ])
        )
      )
    )
  )
})

describe("the encryption password", () => {
  it.effect("has at most 12 characters, and is not repeated when it has more", () => {
    const seen: Array<Cloud.Seen> = []
    const change = (newPassword: string) =>
      Device.updatePassword({
        deviceSerial: "596510666",
        oldPassword: Redacted.make("AAAAAA"),
        newPassword: Redacted.make(newPassword)
      })
    return Effect.gen(function* () {
      yield* change("BBBBBB")
      assert.deepStrictEqual(sent(seen), [
        [
          "/api/lapp/device/password/update",
          { deviceSerial: "596510666", oldPassword: "AAAAAA", newPassword: "BBBBBB" }
        ]
      ])
      const error = yield* Effect.flip(change("THIRTEEN-CHRS"))
      assert.isTrue(error._tag === "InvalidInput" && error.parameter === "newPassword")
      assert.notInclude(String(error), "THIRTEEN")
      assert.strictEqual(seen.length, 1)
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("that is wrong is a wrong verification code; a picture that is missing is no device", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getPictureByUuid({ uuid: "0", size: 100 }))
      assert.strictEqual(error._tag, "PictureNotFound")
      const size = yield* Effect.flip(Device.getPictureByUuid({ uuid: "0", size: 1281 }))
      assert.isTrue(size._tag === "InvalidInput" && size.parameter === "size")
    }).pipe(Effect.provide(Cloud.answering(Cloud.code("20302"))))
  )
})
