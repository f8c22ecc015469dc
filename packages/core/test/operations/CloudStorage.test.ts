import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { type ApiError, CloudStorage } from "@effect-ezviz/core"
import { DateTime, Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "900000001"
const cardPassword = Redacted.make("4326717075050976")

describe("cloudStorage.open", () => {
  it.effect("sends the form of the documentation", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* CloudStorage.open({
        deviceSerial,
        channelNo: 1,
        phone: "18888888888",
        cardPassword,
        isImmediately: false
      })
      assert.deepStrictEqual([log[0]?.method, log[0]?.url.pathname], ["POST", "/api/lapp/cloud/storage/open"])
      assert.deepStrictEqual(Object.fromEntries(log[0]?.form ?? []), {
        accessToken: "at.planted",
        deviceSerial: "900000001",
        channelNo: "1",
        phone: "18888888888",
        cardPassword: "4326717075050976",
        isImmediately: "0"
      })
    }).pipe(Effect.provide(Cloud.withToken(Cloud.ok(), log)))
  })

  for (const [code, tag] of [
    ["10004", "UserNotFound"],
    ["20032", "ChannelNotFound"],
    ["60020", "CloudStorageNotSupported"],
    ["60030", "CardPasswordLocked"],
    ["60031", "CardPasswordNotFound"],
    ["60032", "CardPasswordUnusable"],
    ["60033", "CardNotForSale"],
    ["60035", "CloudStorageOpenFailed"]
  ] as const) {
    it.effect(`means ${tag} by ${code}, without a word of the password`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(CloudStorage.open({ deviceSerial, cardPassword }))
        assert.strictEqual(error._tag, tag)
        assert.isFalse(error.retryable)
        assert.notInclude(inspect(error, { depth: 9 }) + JSON.stringify(error), "4326717075050976")
      }).pipe(
        Effect.provide(Cloud.answering({ body: { code, msg: "the card 4326717075050976 is refused" } }))
      )
    )
  }

  it("is never sent twice, since it uses a card up", () =>
    assert.strictEqual(CloudStorage.open.definition.semantics, "once"))

  it("takes no password that is not Redacted", () =>
    expectTypeOf<{ deviceSerial: string; cardPassword: string }>().not.toExtend<CloudStorage.OpenInput>())
})

describe("cloudStorage.getDeviceInfo", () => {
  const detail = {
    userName: "ezviz",
    deviceSerial: "596510666",
    channelNo: 1,
    totalDays: 30,
    startTime: 1539949152000,
    expireTime: 1603107852000,
    status: 0
  }
  const sample = {
    ...detail,
    totalDays: 7,
    status: 1,
    validDays: 280,
    startTime: 1470370451000,
    serviceDetail: detail
  }

  it.effect("sends the form of the documentation and reads its sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const info = yield* CloudStorage.getDeviceInfo({
        deviceSerial: "596510666",
        channelNo: 1,
        phone: "18888888888"
      })
      assert.deepStrictEqual(Object.fromEntries(log[0]?.form ?? []), {
        accessToken: "at.planted",
        deviceSerial: "596510666",
        channelNo: "1",
        phone: "18888888888"
      })
      assert.strictEqual(log[0]?.url.pathname, "/api/lapp/cloud/storage/device/info")
      assert.deepStrictEqual(info, {
        userName: "ezviz",
        deviceSerial: "596510666",
        channelNo: 1,
        totalDays: 7,
        status: "activated",
        validDays: 280,
        startTime: DateTime.unsafeMake("2016-08-05T04:14:11Z"),
        expireTime: DateTime.unsafeMake("2020-10-19T11:44:12Z"),
        serviceDetail: {
          userName: "ezviz",
          deviceSerial: "596510666",
          channelNo: 1,
          totalDays: 30,
          status: "notActivated",
          startTime: DateTime.unsafeMake("2018-10-19T11:39:12Z"),
          expireTime: DateTime.unsafeMake("2020-10-19T11:44:12Z")
        }
      })
    }).pipe(Effect.provide(Cloud.withToken(Cloud.ok(sample), log)))
  })

  it.effect("reads a device that has none, and a time that is a text", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* CloudStorage.getDeviceInfo({ deviceSerial }), {
        deviceSerial,
        status: "unavailable",
        startTime: DateTime.unsafeMake(1470370451000)
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok({
            deviceSerial,
            status: "-1",
            totalDays: null,
            startTime: "1470370451000",
            expireTime: null,
            serviceDetail: null
          })
        )
      )
    )
  )

  it("fails as it is documented to: a card is not its business", () =>
    expectTypeOf<CloudStorage.GetDeviceInfoError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.UserNotFound
      | ApiError.AppKeyInvalid
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.ServerDataError
      | ApiError.UnknownDeviceError
    >())
})
