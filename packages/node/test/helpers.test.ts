import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import {
  AbortError,
  type Alarm,
  type Ended,
  type Ezviz,
  EzvizError,
  InvalidInput,
  type MoveError,
  type Task,
  type UpgradeProgress
} from "../src/index.js"
import { withSimulator } from "./simulator.js"

const camera = { deviceSerial: "SIM100000", channelNo: 1 }
const left = { ...camera, direction: "left", speed: "slow" } as const

const failureOf = (promise: PromiseLike<unknown>): PromiseLike<unknown> =>
  promise.then(
    () => assert.fail("it did not fail"),
    (error: unknown) => error
  )

/** Waits for something to be so. */
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe("snapshot", () => {
  it("gives the picture itself", () =>
    withSimulator(async ({ client }) => {
      const { bytes, contentType, picUrl } = await client().snapshot(camera)
      assert.strictEqual(contentType, "image/jpeg")
      assert.deepStrictEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff])
      assert.match(picUrl, /^http/)
    }))

  it("fails as the capture does", () =>
    withSimulator(async ({ client }) => {
      const result = await client()
        .snapshot({ ...camera, deviceSerial: "SIM100006" })
        .safe()
      assert.strictEqual(result.error?.tag, "DeviceOffline")
    }))
})

describe("ptz.move", () => {
  it("moves, stops, and tells why it ended", () =>
    withSimulator(async ({ client, household, served }) => {
      const ezviz = client()
      assert.strictEqual(await ezviz.ptz.move({ ...left, durationSeconds: 0.01 }), "time")
      assert.isUndefined(household.devices.get(camera.deviceSerial)?.moving)
      assert.deepStrictEqual(
        served.map(({ operation }) => operation).filter((operation) => operation.startsWith("ptz.")),
        ["ptz.start", "ptz.stop"]
      )
      expectTypeOf<Ezviz["ptz"]["move"]>().returns.toEqualTypeOf<Task<Ended, MoveError>>()
    }))

  it("stops when it is aborted, and when the client is closed", () =>
    withSimulator(async ({ client, household }) => {
      const device = household.devices.get(camera.deviceSerial)
      const controller = new AbortController()
      const ezviz = client()
      const aborted = failureOf(ezviz.ptz.move({ ...left, durationSeconds: 3600 }, controller))
      await until(() => device?.moving === "left")
      controller.abort()
      assert.isTrue((await aborted) instanceof AbortError)
      assert.isUndefined(device?.moving)
      const closed = failureOf(ezviz.ptz.move({ ...left, durationSeconds: 3600 }))
      await until(() => device?.moving === "left")
      await ezviz.close()
      assert.isTrue((await closed) instanceof AbortError)
      assert.isUndefined(device?.moving)
    }))

  it("refuses what it cannot do, by the name that the caller gave it", () =>
    withSimulator(async ({ client, served }) => {
      const ezviz = client()
      const move = ezviz.ptz.move as (input?: unknown) => PromiseLike<unknown>
      for (const [input, parameter] of [
        [left, "durationSeconds"],
        [{ ...left, durationSeconds: "1" }, "durationSeconds"],
        [{ ...left, durationSeconds: Number.POSITIVE_INFINITY }, "durationSeconds"],
        [{ ...left, durationSeconds: 1, direction: "sideways" }, "direction"],
        [undefined, "durationSeconds"],
        ["left", "input"]
      ] as const) {
        const error = await failureOf(move(input))
        assert.isTrue(error instanceof InvalidInput && error.parameter === parameter, String(error))
      }
      assert.deepStrictEqual(served, [])
    }))
})

describe("device.waitUntilOnline", () => {
  it("waits for the device, in vain if it must", () =>
    withSimulator(async ({ client, household }) => {
      const ezviz = client()
      const device = household.devices.get("SIM100006")
      if (device === undefined) return assert.fail("no such device")
      const wait = { deviceSerial: "SIM100006", intervalSeconds: 0.005 }
      const late = await failureOf(ezviz.device.waitUntilOnline({ ...wait, timeoutSeconds: 0.05 }))
      assert.isTrue(late instanceof EzvizError && late.tag === "CallTimeout")
      const waiting = ezviz.device.waitUntilOnline(wait)
      Object.assign(device, { online: true })
      assert.strictEqual((await waiting).status, "online")
    }))
})

describe("upgradeFirmware", () => {
  it("tells how far it is, in plain values", () =>
    withSimulator(async ({ client, household }) => {
      const ezviz = client()
      const { deviceSerial } = camera
      const seen: Array<UpgradeProgress> = []
      for await (const progress of ezviz.upgradeFirmware({ deviceSerial, intervalSeconds: 0.005 })) {
        seen.push({ ...progress })
        // Two minutes later.
        const device = household.devices.get(deviceSerial)
        if (device?.firmware.upgradingSince !== undefined) device.firmware.upgradingSince -= 120_000
      }
      assert.deepStrictEqual(seen, [{ status: "upgrading", percent: 1 }, { status: "upgraded" }])
      const again = await failureOf(ezviz.upgradeFirmware({ deviceSerial }).next())
      assert.isTrue(again instanceof EzvizError && again.tag === "FirmwareUpToDate")
    }))
})

describe("formatDisk and recordings", () => {
  it("erase, and tell what is left", () =>
    withSimulator(async ({ client, household }) => {
      const ezviz = client()
      const { deviceSerial } = camera
      const disk = household.devices.get(deviceSerial)?.disks[0]
      if (disk === undefined) return assert.fail("the device has no disk")
      disk.recordsSince = 0
      const before = await ezviz.recordings({ deviceSerial })
      assert.match(before[0]?.startTime ?? "none", /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
      const seen: Array<unknown> = []
      for await (const { status } of ezviz.formatDisk({
        deviceSerial,
        diskIndex: disk.index,
        intervalSeconds: 0.005
      })) {
        seen.push(status)
        // Ten seconds later.
        disk.recordsSince = Date.now()
      }
      assert.deepStrictEqual(seen, ["formatting", "normal"])
      assert.isBelow((await ezviz.recordings({ deviceSerial })).length, before.length + 1)
    }))
})

describe("liveUrl and liveSession", () => {
  it("give addresses with their end as a Date", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const before = Date.now()
      const { expiresAt, url } = await ezviz.liveUrl({ ...camera, protocol: "hls", expireTimeSeconds: 600 })
      assert.strictEqual((await fetch(url)).status, 200)
      assert.instanceOf(expiresAt, Date)
      assert.closeTo(Number(expiresAt) - before, 600_000, 5000)
      for await (const address of ezviz.liveSession({ ...camera, protocol: "hls", renewAheadSeconds: 10 })) {
        assert.match(address.url, /m3u8/)
        break
      }
      const controller = new AbortController()
      const session = ezviz.liveSession({ ...camera, protocol: "hls" }, controller)
      await session.next()
      const next = failureOf(session.next())
      controller.abort()
      assert.isTrue((await next) instanceof AbortError)
    }))
})

describe("alarm.poll", () => {
  it("goes through alarms as they come, each once, until it is left", () =>
    withSimulator(async ({ client, household }) => {
      const ezviz = client()
      const raise = (alarmId: string, alarmTime: number) =>
        household.alarms.unshift({
          alarmId,
          alarmType: 10_002,
          alarmTime,
          deviceSerial: camera.deviceSerial,
          isChecked: false
        })
      const since = new Date()
      raise("before", since.getTime() - 1000)
      raise("1", since.getTime())
      const seen: Array<Alarm.Alarm> = []
      for await (const alarm of ezviz.alarm.poll({ since, intervalSeconds: 0.005 })) {
        seen.push(alarm)
        if (seen.length === 1) {
          raise("2", since.getTime() + 1)
          raise("3", since.getTime() + 2)
        }
        if (seen.length === 3) break
      }
      assert.deepStrictEqual(
        seen.map(({ alarmId }) => alarmId),
        ["1", "2", "3"]
      )
      assert.instanceOf(seen[0]?.alarmTime, Date)
    }))

  it("ends by its signal, and refuses what it is not", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const polling = ezviz.alarm.poll({}, { signal: AbortSignal.timeout(20) })
      assert.isTrue((await failureOf(polling.next())) instanceof AbortError)
      const poll = ezviz.alarm.poll as (input: unknown) => AsyncIterator<unknown>
      const error = await failureOf(poll({ since: "yesterday" }).next())
      assert.isTrue(error instanceof InvalidInput && error.parameter === "since")
    }))
})
