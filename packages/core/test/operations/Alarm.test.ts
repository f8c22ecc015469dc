import { assert, describe, it } from "@effect/vitest"
import { Alarm, type ApiError, Camera, Device } from "@effect-ezviz/core"
import { DateTime, Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const wire = {
  alarmId: "10000000000000001",
  alarmName: "Device 1",
  alarmType: 10000,
  alarmTime: 4364654646485,
  channelNo: 1,
  isEncrypt: 0,
  isChecked: 0,
  preTime: 10,
  delayTime: 30,
  deviceSerial: "900000001",
  alarmPicUrl: "https://img.example.com:8083/HIK_1?isEncrypted=0&isCloudStored=0",
  relationAlarms: [],
  customerType: null,
  customerInfo: null
}

describe("lists with pictures", () => {
  const item = { deviceSerial: "900000001", channelNo: 1, deviceName: "", channelName: "", status: 1 }
  const camera = { ...item, isShared: "0", picUrl: null, isEncrypt: 0, videoLevel: 2, relatedIpc: false }
  for (const [name, list, wires] of [
    [
      "alarm.list",
      Effect.map(Alarm.list({}), ({ items }) => items.map(({ alarmPicUrl }) => alarmPicUrl)),
      [wire, { ...wire, alarmPicUrl: null }]
    ],
    [
      "camera.list",
      Effect.map(Camera.list({}), ({ items }) => items.map(({ picUrl }) => picUrl)),
      [{ ...camera, picUrl: wire.alarmPicUrl }, camera]
    ],
    [
      "device.listChannels",
      Effect.map(Device.listChannels({ deviceSerial: "900000001" }), (items) =>
        items.map(({ picUrl }) => picUrl)
      ),
      [{ ...camera, picUrl: wire.alarmPicUrl }, camera]
    ]
  ] as const) {
    it.effect(`${name} is not lost for an item that has none`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual((yield* list).map(Redacted.value), [wire.alarmPicUrl, ""])
      }).pipe(Effect.provide(Cloud.answering({ body: { code: "200", msg: "", data: wires } })))
    )
  }
})

describe("alarm.list", () => {
  it.effect("is asked for as in the sample, and reads it", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const page = yield* Alarm.list({ alarmType: -1, status: "all", pageStart: 0, pageSize: 3 })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/alarm/list")
      assert.deepStrictEqual(Object.fromEntries(seen[0]?.form ?? []), {
        alarmType: "-1",
        status: "2",
        pageStart: "0",
        pageSize: "3"
      })
      assert.deepStrictEqual(
        page.items.map(({ alarmId, alarmName, deviceSerial }) => [alarmId, alarmName, deviceSerial]),
        [
          ["10000000000000001", "Device 1", "900000001"],
          ["10000000000000002", "Device 2", "900000002"]
        ]
      )
    }).pipe(
      Effect.provide(
        Cloud.answering(
          {
            body: {
              page: { total: 9, page: 0, size: 3 },
              data: [
                wire,
                {
                  ...wire,
                  alarmId: "10000000000000002",
                  alarmName: "Device 2",
                  deviceSerial: "900000002"
                }
              ],
              code: "200",
              msg: "Operation succeeded!"
            }
          },
          seen
        )
      )
    )
  })
})

describe("alarm.listByDevice", () => {
  it.effect("reads the sample", () =>
    Effect.gen(function* () {
      const page = yield* Alarm.listByDevice({ deviceSerial: "900000001" })
      const [alarm] = page.items
      assert.deepStrictEqual([page.total, page.pageStart, page.pageSize, page.items.length], [9, 0, 3, 1])
      assert.strictEqual(alarm?.alarmId, "10000000000000001")
      assert.strictEqual(alarm?.alarmType, "pirEvent")
      assert.strictEqual(alarm && DateTime.toEpochMillis(alarm.alarmTime), 4364654646485)
      assert.strictEqual(
        alarm && Redacted.value(alarm.alarmPicUrl),
        "https://img.example.com:8083/HIK_1?isEncrypted=0&isCloudStored=0"
      )
      assert.notProperty(alarm, "customerInfo")
    }).pipe(
      Effect.provide(
        Cloud.answering({
          body: { page: { total: 9, page: 0, size: 3 }, data: [wire], code: "200", msg: "" }
        })
      )
    )
  )

  it.effect("asks for one device, with milliseconds and without what is not given", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Alarm.listByDevice({
        deviceSerial: "900000001",
        pageStart: 0,
        pageSize: 3,
        startTime: DateTime.unsafeMake(1457420564508),
        status: "all"
      })
      // The sample shows the address of alarm.list.
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/alarm/device/list")
      assert.deepStrictEqual(Object.fromEntries(seen[0]?.form ?? []), {
        deviceSerial: "900000001",
        pageStart: "0",
        pageSize: "3",
        startTime: "1457420564508",
        status: "2"
      })
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok([]), seen)))
  })

  it.effect("refuses an end before the start and a page that is too large, by their names", () =>
    Effect.gen(function* () {
      const startTime = DateTime.unsafeMake(2000)
      const backwards = { deviceSerial: "1", startTime, endTime: DateTime.unsafeMake(1000) }
      const error = yield* Effect.flip(Alarm.listByDevice(backwards))
      assert.strictEqual(error._tag, "InvalidInput")
      assert.include(error.message, "endTime")
      assert.include(
        (yield* Effect.flip(Alarm.listByDevice({ deviceSerial: "1", pageSize: 51 }))).message,
        "pageSize"
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok([]))))
  )

  it("says which errors there are", () => {
    expectTypeOf<Alarm.ListByDeviceError>().toEqualTypeOf<
      Alarm.ListError | ApiError.DeviceNotFound | ApiError.DeviceSerialInvalid | ApiError.DeviceNotOwned
    >()
  })
})
