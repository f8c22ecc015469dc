import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Capability, Device } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

type OfTheCloud =
  | ApiError.ParameterError
  | ApiError.TokenRejected
  | ApiError.AppKeyInvalid
  | ApiError.ServerDataError
  | ApiError.ServerError
  | ApiError.DeviceNotFound
  | ApiError.DeviceSerialInvalid
  | ApiError.DeviceNotOwned

describe("device.getTimeZone", () => {
  it.effect("asks for version=utc, and reads the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getTimeZone({ deviceSerial: "Q00737271" }), {
        deviceSerial: "Q00737272",
        deviceName: "A1S(Q00737272)",
        model: "CS-A1S-32WE2G",
        status: "online",
        defence: "home",
        isEncrypt: false,
        alarmSoundMode: "long",
        offlineNotify: false,
        timeZone: "UTC+14:00"
      })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/info")
      assert.strictEqual(seen[0]?.form.toString(), "deviceSerial=Q00737271&version=utc")
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({
            deviceSerial: "Q00737272",
            deviceName: "A1S(Q00737272)",
            model: "CS-A1S-32WE2G",
            status: 1,
            defence: 8,
            isEncrypt: 0,
            alarmSoundMode: 1,
            offlineNotify: 0,
            wifiSsid: "",
            timeZone: "UTC+14:00"
          }),
          seen
        )
      )
    )
  })

  it.effect("refuses a serial number that is none, by its name", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getTimeZone({ deviceSerial: "" }))
      assert.strictEqual(error._tag, "InvalidInput")
      assert.include(error.message, "deviceSerial")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("says which errors there are", () => {
    expectTypeOf<Device.GetTimeZoneError>().toEqualTypeOf<OfTheCloud>()
  })
})

describe("device.setTimeZone", () => {
  it.effect("sends the wire's names", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const device = { deviceSerial: "Q00737272", tzCode: "188" }
      yield* Device.setTimeZone({ ...device, dateFormat: "YYYY-MM-DD" })
      yield* Device.setTimeZone({ ...device, dateFormat: "DD-MM-YYYY", daylightSaving: true })
      yield* Device.setTimeZone({ ...device, dateFormat: "MM-DD-YYYY", daylightSaving: false })
      assert.deepStrictEqual(
        seen.map(({ form }) => Object.fromEntries(form)),
        [
          { deviceSerial: "Q00737272", timezone: "188", timeFormat: "0" },
          { deviceSerial: "Q00737272", timezone: "188", timeFormat: "2", daylightSaving: "1" },
          { deviceSerial: "Q00737272", timezone: "188", timeFormat: "1", daylightSaving: "0" }
        ]
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })

  it.effect("refuses an offset in the place of a code, by the parameter's name", () =>
    Effect.gen(function* () {
      for (const tzCode of ["UTC+01:00", "", "Europe/Berlin"]) {
        const error = yield* Effect.flip(
          Device.setTimeZone({ deviceSerial: "1", tzCode, dateFormat: "YYYY-MM-DD" })
        )
        assert.strictEqual(error._tag, "InvalidInput")
        assert.include(error.message, "tzCode")
      }
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("says which errors there are", () => {
    expectTypeOf<Device.SetTimeZoneError>().toEqualTypeOf<OfTheCloud>()
  })
})

describe("device.getCapabilities", () => {
  it.effect("keeps every capability, numbers as texts, and whatever is new as it came", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const capabilities = yield* Device.getCapabilities({ deviceSerial: "Q00737272", channelNo: 1 })
      assert.deepStrictEqual(
        { ...capabilities },
        {
          support_channel_number: "0",
          support_upgrade: "1",
          support_talk: "3",
          "support_wifi_2.4G": "1",
          support_sleep: "1",
          video_quality_capacity: [],
          support_teleport: { range: 3 }
        }
      )
      assert.isTrue(Capability.supports(capabilities, "wifi24GHz"))
      assert.strictEqual(Capability.level(capabilities, "talk"), "halfDuplex")
      assert.isFalse(Capability.supports(capabilities, "ptz"))
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/device/capacity")
      assert.strictEqual(seen[0]?.form.toString(), "deviceSerial=Q00737272&channelNo=1")
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({
            support_channel_number: 0,
            support_upgrade: "1",
            support_talk: 3,
            "support_wifi_2.4G": "1",
            support_sleep: true,
            support_bluetooth: null,
            video_quality_capacity: [],
            support_teleport: { range: 3 }
          }),
          seen
        )
      )
    )
  })

  it.effect("does not take an answer without capabilities for a device without any", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getCapabilities({ deviceSerial: "1" }))
      assert.strictEqual(error._tag, "DecodeFailure")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(null))))
  )

  it("says which errors there are", () => {
    expectTypeOf<Device.GetCapabilitiesError>().toEqualTypeOf<OfTheCloud>()
  })
})

describe("device.getLanguage and device.setLanguage", () => {
  it.effect("speak of languages as the device does", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Device.getLanguage({ deviceSerial: "Q00737272" }), {
        language: "ENGLISH"
      })
      yield* Device.setLanguage({ deviceSerial: "Q00737272", language: "GERMAN" })
      assert.deepStrictEqual(
        seen.map(({ form, url }) => `${url.pathname}?${form}`),
        [
          "/api/lapp/device/language/get?deviceSerial=Q00737272",
          "/api/lapp/device/language/set?deviceSerial=Q00737272&language=GERMAN"
        ]
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ language: "ENGLISH" }), seen)))
  })

  it.effect("refuse no language at all, by the parameter's name", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.setLanguage({ deviceSerial: "1", language: "" }))
      assert.strictEqual(error._tag, "InvalidInput")
      assert.include(error.message, "language")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("say which errors there are", () => {
    expectTypeOf<Device.GetLanguageError>().toEqualTypeOf<OfTheCloud>()
    expectTypeOf<Device.SetLanguageError>().toEqualTypeOf<
      OfTheCloud | ApiError.DeviceNetworkError | ApiError.DeviceOffline | ApiError.DeviceTimeout
    >()
  })
})
