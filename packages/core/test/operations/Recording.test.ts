import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Recording } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "J00000001"

const reply = (data: unknown, code: number = 200): Cloud.Reply => ({
  // The text is Chinese in the sample, whatever the code.
  body: { meta: { code, message: "操作成功", moreInfo: null }, data }
})

const segment = {
  startTime: "2022-11-10T11:44:15",
  endTime: "2022-11-10T11:51:21",
  deviceSerial,
  cameraNo: "1",
  type: "TIMING",
  size: ""
}

describe("recording.queryLocal", () => {
  it.effect("sends the device in headers, the rest in the query, and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const segments = yield* Recording.queryLocal({
        deviceSerial,
        channelNo: 1,
        recordType: "timing",
        startTime: "2022-08-22 13:59:13",
        endTime: "2022-08-22 14:59:13"
      })
      assert.deepStrictEqual(segments, [
        {
          startTime: "2022-11-10 11:44:15",
          endTime: "2022-11-10 11:51:21",
          deviceSerial,
          channelNo: 1,
          type: "TIMING"
        }
      ])
      const [seen] = log
      assert.strictEqual(seen?.method, "GET")
      assert.strictEqual(seen?.url.pathname, "/api/v3/das/device/local/video/query")
      assert.deepStrictEqual(Object.fromEntries(seen?.url.searchParams ?? []), {
        recordType: "1",
        startTime: "2022-08-22 13:59:13",
        endTime: "2022-08-22 14:59:13"
      })
      assert.deepStrictEqual(seen && Cloud.written(seen, ["channelNo"]).headers, {
        accessToken: "at.planted",
        deviceSerial,
        channelNo: "1"
      })
      assert.strictEqual(seen?.body, "")
    }).pipe(Effect.provide(Cloud.withToken(reply([segment]), log)))
  })

  it.effect("sends nothing that was not given", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Recording.queryLocal({ deviceSerial }), [])
      assert.strictEqual(log[0]?.url.search, "")
      assert.isUndefined(log[0]?.headers["channelno"])
    }).pipe(Effect.provide(Cloud.answering(reply(null), log)))
  })

  it.effect("keeps a time of another form, a word that is new, and a channel that is a number", () =>
    Effect.gen(function* () {
      const [found] = yield* Recording.queryLocal({ deviceSerial })
      assert.deepStrictEqual(found, {
        startTime: "2022-11-10 11:44:15",
        endTime: "1668080000000",
        deviceSerial,
        channelNo: 3,
        type: "CMR",
        size: "1048576"
      })
    }).pipe(
      Effect.provide(
        Cloud.answering(
          reply([
            {
              ...segment,
              startTime: "2022-11-10 11:44:15",
              endTime: 1668080000000,
              cameraNo: 3,
              type: "CMR",
              size: 1048576
            }
          ])
        )
      )
    )
  )

  for (const [parameter, wrong] of [
    ["endTime", { startTime: "2022-08-22 13:59:13", endTime: "2022-08-22 13:59:12" }],
    ["startTime", { startTime: "2022-08-22T13:59:13" }],
    ["startTime", { startTime: "2022-02-30 00:00:00" }],
    ["endTime", { endTime: "2022-08-22T13:59:13Z" }],
    ["channelNo", { channelNo: 0 }],
    ["deviceSerial", { deviceSerial: "名称" }]
  ] as const) {
    it.effect(`refuses ${JSON.stringify(wrong)}`, () => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(Recording.queryLocal({ deviceSerial, ...wrong }))
        assert.strictEqual(error._tag === "InvalidInput" && error.parameter, parameter)
        assert.strictEqual(log.length, 0)
      }).pipe(Effect.provide(Cloud.answering(reply([]), log)))
    })
  }

  for (const [code, status, tag] of [
    [2003, 200, "DeviceOffline"],
    [2007, 200, "DeviceSerialInvalid"],
    [2009, 200, "DeviceTimeout"],
    [2030, 200, "DeviceNotSupported"],
    [20015, 200, "FunctionNotSupported"],
    [10002, 401, "TokenRejected"]
  ] as const) {
    it.effect(`means ${tag} by ${code} with HTTP ${status}`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(Recording.queryLocal({ deviceSerial }))
        assert.strictEqual(error._tag, tag)
      }).pipe(Effect.provide(Cloud.answering({ ...reply(undefined, code), status })))
    )
  }

  it("fails as it is documented to, and by what is surely left out", () =>
    expectTypeOf<Recording.QueryLocalError>().toEqualTypeOf<
      | ApiError.TokenRejected
      | ApiError.DeviceOffline
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceTimeout
      | ApiError.DeviceNotSupported
      | ApiError.FunctionNotSupported
      | ApiError.ParameterError
      | ApiError.DeviceNotFound
      | ApiError.DeviceNotOwned
    >())
})
