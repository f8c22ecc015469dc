import { FetchHttpClient, HttpApiClient } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import { Device, Firmware, Live, Storage } from "@effect-ezviz/core"
import { Simulator, Time } from "@effect-ezviz/simulator"
import { ControlApi } from "@effect-ezviz/simulator/ControlApi"
import { Clock, Duration, Effect, Fiber, Redacted, TestClock } from "effect"
import { camera, env } from "./household.js"

const fetchAt = (address: Redacted.Redacted<string>) =>
  Effect.promise(async () => (await fetch(Redacted.value(address))).status)

const advance = (by: string & Parameters<Time.Time["advance"]>[0]) =>
  Effect.flatMap(Simulator.Simulator, ({ time }) => time.advance(by))

describe("a time that can be moved ahead", () => {
  it.effect("wakes what sleeps in its order, each at its own time", () =>
    Effect.gen(function* () {
      const time = yield* Time.make
      const woken: Array<readonly [name: string, at: number]> = []
      const sleep = (name: string, millis: number) =>
        Effect.sleep(millis).pipe(
          Effect.zipRight(Clock.currentTimeMillis),
          Effect.map((at) => woken.push([name, at])),
          Effect.withClock(time.clock)
        )
      yield* Effect.fork(sleep("third", 3000))
      yield* Effect.fork(sleep("first", 1000))
      yield* Effect.fork(Effect.forever(sleep("every", 1200)))
      yield* Effect.yieldNow()
      yield* time.advance("3100 millis")
      assert.deepStrictEqual(woken, [
        ["first", 1000],
        ["every", 1200],
        ["every", 2400],
        ["third", 3000]
      ])
      assert.strictEqual(yield* time.now, 3100)
      assert.strictEqual(yield* Clock.currentTimeMillis, 0)
    })
  )

  it.effect("goes on with the clock that it began with", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(5000)
      const time = yield* Time.make
      const sleeping = yield* Effect.fork(Effect.withClock(Effect.sleep("10 seconds"), time.clock))
      yield* Effect.yieldNow()
      yield* time.advance("4 seconds")
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual(yield* time.now, 14_000)
      assert.isNull(sleeping.unsafePoll())
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(sleeping)
      assert.strictEqual(yield* time.now, 15_000)
    })
  )
})

describe("when the cloud's time is moved ahead", () => {
  it.live("tokens end, and the client gets another", () =>
    Effect.gen(function* () {
      const { served } = yield* Simulator.Simulator
      yield* Device.getInfo(camera)
      yield* advance("6 days")
      yield* Device.getInfo(camera)
      yield* advance("1 days")
      yield* Device.getInfo(camera)
      assert.deepStrictEqual(
        served.map(({ code, operation }) => `${operation} ${code}`),
        [
          "accessToken.get 200",
          "device.getInfo 200",
          "device.getInfo 200",
          "device.getInfo 10002",
          "accessToken.get 200",
          "device.getInfo 200"
        ]
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("upgrades and formats progress, and addresses end", () =>
    Effect.gen(function* () {
      yield* Firmware.upgrade(camera)
      yield* Storage.formatDisk({ ...camera, diskIndex: 0 })
      const { url } = yield* Live.getAddress({ ...camera, protocol: "hls", expireTime: Duration.minutes(10) })
      const { picUrl } = yield* Device.capture({ ...camera, channelNo: 1 })
      assert.strictEqual((yield* Firmware.getUpgradeStatus(camera)).status, "upgrading")
      assert.strictEqual((yield* Storage.getFormatStatus(camera)).media[0]?.status, "formatting")
      yield* advance("70 seconds")
      assert.strictEqual((yield* Firmware.getUpgradeStatus(camera)).status, "rebooting")
      assert.strictEqual((yield* Storage.getFormatStatus(camera)).media[0]?.status, "normal")
      assert.strictEqual(yield* fetchAt(url), 200)
      yield* advance("9 minutes")
      assert.strictEqual((yield* Firmware.getUpgradeStatus(camera)).status, "upgraded")
      assert.strictEqual(yield* fetchAt(url), 403)
      assert.strictEqual(yield* fetchAt(picUrl), 200)
      yield* advance("2 hours")
      assert.strictEqual(yield* fetchAt(picUrl), 403)
    }).pipe(Effect.provide(env()))
  )

  it.live("from outside, it is the same time", () =>
    Effect.gen(function* () {
      const { time, url } = yield* Simulator.Simulator
      const before = yield* time.now
      const control = yield* HttpApiClient.make(ControlApi, { baseUrl: url })
      const { now } = yield* control.advance({ payload: { advance: Duration.days(8) } })
      assert.isAtLeast(now - before, 8 * 24 * 3_600_000)
      assert.isAtLeast(yield* time.now, now)
    }).pipe(Effect.provide([FetchHttpClient.layer, env()]))
  )

  it.live("alarms become due, each at its own time", () =>
    Effect.gen(function* () {
      const { household, time } = yield* Simulator.Simulator
      const before = yield* time.now
      yield* advance("1 hour")
      // Every 5 minutes, give or take a fifth.
      assert.isAtLeast(household.alarms.length, 9)
      assert.isAtMost(household.alarms.length, 15)
      const times = [before, ...household.alarms.map(({ alarmTime }) => alarmTime).reverse()]
      for (const [index, at] of times.slice(1).entries()) {
        assert.isAtLeast(at - (times[index] ?? 0), 4 * 60_000)
      }
    }).pipe(Effect.provide(env({ alarmsEvery: "5 minutes" })))
  )
})
