import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Live } from "@effect-ezviz/core"
import { Duration, Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "F00497273"
const url =
  "https://iusopen.ezvizlife.com/v3/openlive/F00497273_1_1.m3u8?expire=1668578537&id=512628410958159872&t=56528d84c512aad8b4cfdabb43323e2ce692de022cdd9b0dce595a7d8677bd61&ev=100"

describe("live.getAddress", () => {
  it.effect("is asked for and read as in the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const address = yield* Live.getAddress({ deviceSerial, protocol: "hls" })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/live/address/get")
      assert.strictEqual(seen[0]?.body, "deviceSerial=F00497273&protocol=2")
      assert.strictEqual(address.id, "512628410958159872")
      assert.strictEqual(Redacted.value(address.url), url)
      assert.strictEqual(address.expireTime, "2022-11-16 06:02:17")
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok({ id: "512628410958159872", url, expireTime: "2022-11-16 06:02:17" }), seen)
      )
    )
  })

  it.effect("sends names as numbers, durations as seconds, and the type as a text", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Live.getAddress({
        deviceSerial,
        channelNo: 2,
        type: "cloudRecording",
        protocol: "flv",
        code: Redacted.make("ABCDEF"),
        expireTime: Duration.days(720),
        startTime: "2019-12-01 00:00:00",
        stopTime: "2019-12-01 23:59:59"
      })
      assert.deepStrictEqual(Object.fromEntries(seen[0]?.form ?? []), {
        deviceSerial,
        channelNo: "2",
        type: "3",
        protocol: "4",
        code: "ABCDEF",
        expireTime: "62208000",
        startTime: "2019-12-01 00:00:00",
        stopTime: "2019-12-01 23:59:59"
      })
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ id: "1", url }), seen)))
  })

  it.effect("refuses what is outside the documented limits, by its name", () => {
    const seen: Array<Cloud.Seen> = []
    const cases: ReadonlyArray<readonly [Live.GetAddressInput, string]> = [
      [{ deviceSerial, expireTime: Duration.seconds(29) }, "expireTime"],
      [{ deviceSerial, expireTime: Duration.days(721) }, "expireTime"],
      [{ deviceSerial: "x".repeat(51) }, "deviceSerial"],
      [
        {
          deviceSerial,
          type: "localRecording",
          startTime: "2019-12-02 00:00:00",
          stopTime: "2019-12-01 00:00:00"
        },
        "stopTime"
      ],
      [
        {
          deviceSerial,
          type: "cloudRecording",
          startTime: "2019-12-01 23:00:00",
          stopTime: "2019-12-02 01:00:00"
        },
        "stopTime"
      ]
    ]
    return Effect.gen(function* () {
      for (const [input, parameter] of cases) {
        const error = yield* Effect.flip(Live.getAddress(input))
        if (error._tag !== "InvalidInput") return assert.fail(error._tag)
        assert.strictEqual(error.parameter, parameter)
      }
      assert.strictEqual(seen.length, 0)
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok({ id: "1", url }), seen)))
  })

  it("has no playback over HLS, and no times of a preview", () => {
    const recording = { deviceSerial, type: "localRecording" } as const
    expectTypeOf({ ...recording, protocol: "flv" } as const).toExtend<Live.GetAddressInput>()
    expectTypeOf({ ...recording, protocol: "hls" } as const).not.toExtend<Live.GetAddressInput>()
  })

  it("says which errors were seen, though the chapter prints none", () => {
    expectTypeOf<Live.GetAddressError>().toEqualTypeOf<
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
      | ApiError.EncryptionEnabled
    >()
  })
})

describe("live.disableAddress", () => {
  it.effect("is sent as in the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Live.disableAddress({ deviceSerial, channelNo: 1, urlId: "512638098828922880" })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/live/address/disable")
      assert.strictEqual(seen[0]?.body, "deviceSerial=F00497273&channelNo=1&urlId=512638098828922880")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(), seen)))
  })
})
