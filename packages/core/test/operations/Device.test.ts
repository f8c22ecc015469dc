import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Device, type EzvizClient } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

/** What was sent, after it was answered with success. */
const sent = <A, E>(call: Effect.Effect<A, E, EzvizClient.EzvizClient>, data?: unknown) => {
  const seen: Array<Cloud.Seen> = []
  return Effect.map(call, () => `${seen[0]?.url.pathname}?${seen[0]?.body}`).pipe(
    Effect.provide(Cloud.answering(Cloud.ok(data), seen))
  )
}

describe("device.list", () => {
  it.effect("is asked for and read as in the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const page = yield* Device.list({ pageStart: 0, pageSize: 2 })
      assert.strictEqual(seen[0]?.body, "pageStart=0&pageSize=2")
      assert.deepStrictEqual(page, {
        total: 2,
        pageStart: 0,
        pageSize: 2,
        items: [
          {
            deviceSerial: "427734000",
            deviceName: "xiaoge device",
            deviceType: "C1",
            status: "online",
            defence: "armed",
            deviceVersion: "V4.2.5 build 151223",
            updateTime: "2017-09-01 15:30:45"
          },
          {
            deviceSerial: "519266666",
            deviceName: "Test",
            deviceType: "UNKNOWN",
            status: "offline",
            defence: "disarmed",
            deviceVersion: "V5.3.0 build 150824",
            updateTime: "2017-09-01 15:30:45"
          }
        ]
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          {
            body: {
              page: { total: 2, page: 0, size: 2 },
              data: [
                {
                  deviceSerial: "427734000",
                  deviceName: "xiaoge device",
                  deviceType: "C1",
                  status: 1,
                  defence: 1,
                  deviceVersion: "V4.2.5 build 151223",
                  updateTime: "2017-09-01 15:30:45"
                },
                {
                  deviceSerial: "519266666",
                  deviceName: "Test",
                  deviceType: "UNKNOWN",
                  status: 0,
                  defence: 0,
                  deviceVersion: "V5.3.0 build 150824",
                  updateTime: "2017-09-01 15:30:45"
                }
              ],
              code: "200",
              msg: "Operating succeeded!"
            }
          },
          seen
        )
      )
    )
  })
})

describe("device.getInfo", () => {
  it.effect("reads the sample", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getInfo({ deviceSerial: "427734168" }), {
        deviceSerial: "427734168",
        deviceName: "niuxiaoge device",
        model: "CS-C1-11WPFR",
        status: "offline",
        defence: "armed",
        isEncrypt: false
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({
            deviceSerial: "427734168",
            deviceName: "niuxiaoge device",
            model: "CS-C1-11WPFR",
            status: 0,
            defence: 1,
            isEncrypt: 0
          })
        )
      )
    )
  )
})

describe("device.getStatus", () => {
  it.effect("calls the channel `channel`, and reads the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getStatus({ deviceSerial: "427734168", channelNo: 1 }), {
        privacyStatus: "off",
        pirStatus: "notReported",
        alarmSoundMode: "mute",
        batteryStatus: -1,
        lockSignal: -1,
        diskNum: 1,
        diskState: "0---------------",
        cloudType: 0,
        cloudStatus: "expired",
        nvrDiskNum: 1,
        nvrDiskState: "0---------------"
      })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/status/get")
      assert.strictEqual(seen[0]?.body, "deviceSerial=427734168&channel=1")
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({
            privacyStatus: 0,
            pirStatus: -2,
            alarmSoundMode: 2,
            battryStatus: -1,
            lockSignal: -1,
            diskNum: 1,
            diskState: "0---------------",
            cloudType: 0,
            cloudStatus: 2,
            nvrDiskNum: 1,
            nvrDiskState: "0---------------"
          }),
          seen
        )
      )
    )
  })
})

describe("device.capture", () => {
  it.effect("gives the address of the sample, byte for byte", () => {
    const picUrl = "http://img.ys7.com//group2/M00/74/22/CmGdBVjBVDCAaFNZAAD4cHwdlXA833.jpg"
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const capture = yield* Device.capture({ deviceSerial: "427734888", channelNo: 1 })
      assert.strictEqual(Redacted.value(capture.picUrl), picUrl)
      assert.strictEqual(seen[0]?.body, "deviceSerial=427734888&channelNo=1")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ picUrl }), seen)))
  })

  it.effect("asks for a size by its name", () =>
    Effect.gen(function* () {
      const size = (quality: Device.CaptureInput["quality"] & {}) =>
        sent(Device.capture({ deviceSerial: "1", channelNo: 2, quality }), { picUrl: "http://img.ys7.com" })
      assert.include(yield* size("smooth"), "&quality=0")
      assert.include(yield* size("720p"), "&quality=1")
      assert.include(yield* size("4cif"), "&quality=2")
      assert.include(yield* size("1080p"), "&quality=3")
      assert.include(yield* size("400w"), "&quality=4")
    })
  )

  it("says which errors there are: its 20014 means what 20014 means, whatever text it is printed with", () => {
    expectTypeOf<Device.CaptureError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.DeviceTimeout
      | ApiError.ChannelNotFound
      | ApiError.CaptureFailed
      | ApiError.CommandNotSupported
    >()
  })
})

describe("which devices the account has", () => {
  const spare = { deviceSerial: "427734888", validateCode: Redacted.make("ABCDEF") }

  it.effect("is changed as in the samples", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        yield* sent(Device.add(spare)),
        "/api/lapp/device/add?deviceSerial=427734888&validateCode=ABCDEF"
      )
      assert.strictEqual(
        yield* sent(Device.delete({ deviceSerial: "427734888" })),
        "/api/lapp/device/delete?deviceSerial=427734888"
      )
      assert.strictEqual(
        yield* sent(Device.rename({ deviceSerial: "0", deviceName: "5" })),
        "/api/lapp/device/name/update?deviceSerial=0&deviceName=5"
      )
    })
  )

  it.effect("names take 50 bytes, and no more", () =>
    Effect.gen(function* () {
      const rename = (deviceName: string) => sent(Device.rename({ deviceSerial: "1", deviceName }))
      yield* rename("x".repeat(50))
      yield* rename("é".repeat(25))
      for (const deviceName of ["", "x".repeat(51), "é".repeat(26), "门".repeat(17)]) {
        const error = yield* Effect.flip(rename(deviceName))
        if (error._tag !== "InvalidInput") return assert.fail(error._tag)
        assert.strictEqual(error.parameter, "deviceName")
      }
    })
  )

  it("says which errors there are", () => {
    expectTypeOf<Device.AddError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.ValidateCodeWrong
      | ApiError.DeviceAddFailed
      | ApiError.DeviceOwnedByOther
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceAlreadyAdded
    >()
  })
})

describe("encryption", () => {
  it.effect("is switched as in the samples", () =>
    Effect.gen(function* () {
      const deviceSerial = "427734888"
      assert.strictEqual(
        yield* sent(Device.disableEncryption({ deviceSerial, validateCode: Redacted.make("ABCDEF") })),
        "/api/lapp/device/encrypt/off?deviceSerial=427734888&validateCode=ABCDEF"
      )
      assert.strictEqual(
        yield* sent(Device.enableEncryption({ deviceSerial })),
        "/api/lapp/device/encrypt/on?deviceSerial=427734888"
      )
    })
  )

  it("says that it is as asked for already", () => {
    expectTypeOf<ApiError.EncryptionAlreadyEnabled>().toExtend<Device.EnableEncryptionError>()
    expectTypeOf<ApiError.EncryptionAlreadyDisabled>().toExtend<Device.DisableEncryptionError>()
    expectTypeOf<ApiError.ValidateCodeWrong>().toExtend<Device.DisableEncryptionError>()
  })
})
