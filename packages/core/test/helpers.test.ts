import { HttpClient, HttpClientResponse } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import {
  AlarmFeed,
  DiskFormat,
  Ezviz,
  FirmwareUpgrade,
  LiveSession,
  Movement,
  Presence,
  Recordings,
  Snapshots
} from "@effect-ezviz/core"
import { Chunk, DateTime, Duration, Effect, Fiber, Layer, Option, Redacted, Stream, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const device = { deviceSerial: "900000001" }
const camera = { ...device, channelNo: 1 }
const left = { ...camera, direction: "left", speed: "slow", duration: "3 seconds" } as const

type Answer = Parameters<typeof Cloud.layer>[0]

const week = 7 * 24 * 3_600_000

/** A cloud that gives tokens and answers the rest as told, by path. */
const cloud = (paths: Readonly<Record<string, Answer>>, log: Array<Cloud.Seen> = []) => {
  const http = Cloud.layer((seen, index) => {
    const answer = paths[seen.url.pathname]
    if (answer !== undefined) return answer(seen, index)
    return seen.url.pathname === "/api/lapp/token/get"
      ? Effect.map(Effect.clock, (clock) => Cloud.token("at.x", clock.unsafeCurrentTimeMillis() + week))
      : Effect.succeed(Cloud.ok())
  }, log)
  return Ezviz.layer({ appKey: "key", appSecret: Redacted.make("secret") }).pipe(Layer.provideMerge(http))
}

const calls = (log: ReadonlyArray<Cloud.Seen>, name: string) =>
  log.filter(({ url }) => url.pathname.endsWith(name)).length

describe("Movement.move", () => {
  const start = "/api/lapp/device/ptz/start"
  const stop = "/api/lapp/device/ptz/stop"

  it.effect("moves for its time, and stops", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Movement.move(left))
      yield* TestClock.adjust("2999 millis")
      assert.deepStrictEqual([calls(log, "start"), calls(log, "stop")], [1, 0])
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(yield* Fiber.join(fiber), "time")
      assert.strictEqual(calls(log, "stop"), 1)
      assert.strictEqual(log.at(-1)?.form.get("direction"), "2")
    }).pipe(Effect.provide(cloud({}, log)))
  })

  it.effect("stops when it is interrupted, while it moves and while it starts", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const moving = yield* Effect.fork(Movement.move(left))
      yield* TestClock.adjust("1 second")
      yield* Fiber.interrupt(moving)
      assert.strictEqual(calls(log, "stop"), 1)
      const starting = yield* Effect.fork(Movement.move({ ...left, deviceSerial: "NEVER" }))
      yield* TestClock.adjust("1 second")
      assert.strictEqual(calls(log, "start"), 2)
      yield* Fiber.interrupt(starting)
      assert.strictEqual(calls(log, "stop"), 2)
    }).pipe(
      Effect.provide(
        cloud(
          {
            [start]: ({ form }) =>
              form.get("deviceSerial") === "NEVER" ? Effect.never : Effect.succeed(Cloud.ok())
          },
          log
        )
      )
    )
  })

  it.effect("stops what may have started, and not what was refused", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const lost = yield* Effect.flip(Movement.move(left))
      assert.isTrue(lost._tag === "TransportFailure" && lost.maybeApplied)
      assert.strictEqual(calls(log, "stop"), 1)
      const refused = yield* Effect.flip(Movement.move({ ...left, direction: "right" }))
      assert.strictEqual(refused._tag, "DeviceOffline")
      assert.strictEqual(calls(log, "stop"), 1)
    }).pipe(
      Effect.provide(
        cloud(
          {
            [start]: ({ form }) =>
              form.get("direction") === "2" ? Effect.fail("reset") : Effect.succeed(Cloud.code(20007))
          },
          log
        )
      )
    )
  })

  for (const [code, end] of [
    ["60002", "upperLimit"],
    ["60003", "lowerLimit"],
    ["60004", "leftLimit"],
    ["60005", "rightLimit"]
  ] as const) {
    it.effect(`tells which end the camera has reached: ${code}`, () =>
      Effect.gen(function* () {
        assert.strictEqual(yield* Movement.move(left), end)
      }).pipe(Effect.provide(cloud({ [start]: () => Effect.succeed(Cloud.code(code)) })))
    )
  }

  it.effect(
    "tries to stop again, and gives up an attempt that hangs though it must not be interrupted",
    () => {
      const log: Array<Cloud.Seen> = []
      let stops = 0
      return Effect.gen(function* () {
        const fiber = yield* Effect.fork(Movement.move(left))
        yield* TestClock.adjust("1 second")
        const interrupting = yield* Effect.fork(Fiber.interrupt(fiber))
        // Both attempts hang until their limit of 15 seconds; the third is heard.
        for (let seconds = 0; seconds < 40; seconds++) yield* TestClock.adjust("1 second")
        yield* Fiber.join(interrupting)
        assert.strictEqual(calls(log, "stop"), 3)
      }).pipe(
        Effect.provide(
          cloud({ [stop]: () => (++stops < 3 ? Effect.never : Effect.succeed(Cloud.ok())) }, log)
        )
      )
    }
  )

  it.effect("refuses a duration without an end", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Movement.move({ ...left, duration: Duration.infinity }))
      assert.isTrue(error._tag === "InvalidInput" && error.parameter === "duration")
      assert.deepStrictEqual(log, [])
    }).pipe(Effect.provide(cloud({}, log)))
  })
})

describe("Presence.waitUntilOnline", () => {
  const info = (status: number) =>
    Cloud.ok({ ...device, deviceName: "Hall", model: "CS-C6N", status, defence: 0, isEncrypt: 0 })

  it.effect("looks until the device is online, whatever passes by itself meanwhile", () => {
    let looks = 0
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Presence.waitUntilOnline(device, { interval: "5 seconds" }))
      yield* TestClock.adjust("4 seconds")
      assert.strictEqual(looks, 1)
      yield* TestClock.adjust("30 seconds")
      assert.strictEqual((yield* Fiber.join(fiber)).status, "online")
    }).pipe(
      Effect.provide(
        cloud({
          "/api/lapp/device/info": () => {
            looks += 1
            if (looks === 2) return Effect.fail("reset")
            return Effect.succeed(info(looks < 4 ? 0 : 1))
          }
        })
      )
    )
  })

  it.effect("gives up in the end, and at once when waiting is of no use", () => {
    let reply = info(0)
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Effect.flip(Presence.waitUntilOnline(device, { timeout: "1 minute" })))
      yield* TestClock.adjust("1 minute")
      const late = yield* Fiber.join(fiber)
      assert.isTrue(late._tag === "CallTimeout" && late.limitMillis === 60_000)
      reply = Cloud.code(20018)
      assert.strictEqual((yield* Effect.flip(Presence.waitUntilOnline(device)))._tag, "DeviceNotOwned")
    }).pipe(Effect.provide(cloud({ "/api/lapp/device/info": () => Effect.succeed(reply) })))
  })
})

describe("FirmwareUpgrade.run", () => {
  const at = {
    upgrade: "/api/lapp/device/upgrade",
    status: "/api/lapp/device/upgrade/status",
    version: "/api/lapp/device/version/info"
  }
  const old = { latestVersion: "V5.3.0 build 230101", currentVersion: "V5.2.0 build 220101" }

  it.effect("tells what changes, and outlasts the reboot", () => {
    // As a device goes that has been upgraded before: its old end, progress, silence, its new end.
    const states: Array<Cloud.Reply> = [
      Cloud.ok({ status: 2 }),
      Cloud.ok({ progress: 43, status: 0 }),
      Cloud.ok({ progress: 43, status: 0 }),
      Cloud.ok({ progress: 90, status: 0 }),
      Cloud.ok({ status: 1 }),
      Cloud.code(20007),
      Cloud.ok({ status: 2 })
    ]
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Stream.runCollect(FirmwareUpgrade.run(device)))
      yield* TestClock.adjust("2 minutes")
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(yield* Fiber.join(fiber)).map((progress) => ({ ...progress })),
        [
          { status: "upgrading", percent: 43 },
          { status: "upgrading", percent: 90 },
          { status: "rebooting" },
          { status: "upgraded" }
        ]
      )
    }).pipe(
      Effect.provide(
        cloud({
          [at.status]: () => Effect.sync(() => states.shift() ?? Cloud.code(20002)),
          [at.version]: () =>
            Effect.sync(() =>
              Cloud.ok(states.length > 0 ? old : { ...old, currentVersion: old.latestVersion })
            )
        })
      )
    )
  })

  it.effect("joins an upgrade under way, and ends where it fails", () =>
    Effect.gen(function* () {
      const all = yield* Stream.runCollect(FirmwareUpgrade.run(device))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(all).map(({ status }) => status),
        ["failed"]
      )
    }).pipe(
      Effect.provide(
        cloud({
          [at.upgrade]: () => Effect.succeed(Cloud.code(60014)),
          [at.status]: () => Effect.succeed(Cloud.ok({ status: 3 }))
        })
      )
    )
  )

  it.effect("fails where there is nothing to upgrade, and gives up in the end", () => {
    let answer = Cloud.code(60013)
    return Effect.gen(function* () {
      const nothing = yield* Effect.flip(Stream.runDrain(FirmwareUpgrade.run(device)))
      assert.strictEqual(nothing._tag, "FirmwareUpToDate")
      answer = Cloud.ok()
      const fiber = yield* Effect.fork(
        Effect.flip(Stream.runDrain(FirmwareUpgrade.run(device, { timeout: "1 minute" })))
      )
      yield* TestClock.adjust("2 minutes")
      const late = yield* Fiber.join(fiber)
      assert.isTrue(late._tag === "CallTimeout" && late.limitMillis === 60_000 && late.maybeApplied)
    }).pipe(
      Effect.provide(
        cloud({
          [at.upgrade]: () => Effect.sync(() => answer),
          [at.status]: () => Effect.succeed(Cloud.ok({ progress: 1, status: 0 }))
        })
      )
    )
  })
})

describe("DiskFormat.run", () => {
  const status = "/api/v3/device/format/status"
  const medium = (state: number, rate?: string) =>
    Cloud.ok({
      storageStatus: [
        { index: 0, name: "other", status: 0 },
        { index: 1, name: "SD", status: state, ...(rate !== undefined && { formattingRate: rate }) }
      ]
    })

  it.effect("erases once, tells what changes, and takes no old state for the end", () => {
    const states = [medium(0), medium(3, "20%"), medium(3, "20%"), Cloud.code(20007), medium(0)]
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(
        Stream.runCollect(DiskFormat.run({ deviceSerial: "900000001", diskIndex: 1 }))
      )
      yield* TestClock.adjust("2 minutes")
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(yield* Fiber.join(fiber)).map((progress) => ({ ...progress })),
        [{ status: "formatting", percent: 20 }, { status: "normal" }]
      )
      assert.strictEqual(calls(log, "/format/disk"), 1)
    }).pipe(
      Effect.provide(cloud({ [status]: () => Effect.sync(() => states.shift() ?? Cloud.code(20002)) }, log))
    )
  })
})

describe("Recordings.timeline", () => {
  it.effect("orders pieces, and joins those that touch", () => {
    const piece = (startTime: string, endTime: string, type: string) => ({
      startTime: `2022-08-22 ${startTime}`,
      endTime: `2022-08-22 ${endTime}`,
      deviceSerial: "900000001",
      cameraNo: "1",
      type,
      size: "1"
    })
    const pieces = [
      piece("10:10:00", "10:20:00", "EVENT"),
      piece("10:00:00", "10:10:00", "TIMING"),
      piece("10:15:00", "10:18:00", "TIMING"),
      piece("11:00:00", "11:10:00", "TIMING")
    ]
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Recordings.timeline(device), [
        {
          channelNo: 1,
          startTime: "2022-08-22 10:00:00",
          endTime: "2022-08-22 10:20:00",
          types: ["TIMING", "EVENT"]
        },
        { channelNo: 1, startTime: "2022-08-22 11:00:00", endTime: "2022-08-22 11:10:00", types: ["TIMING"] }
      ])
    }).pipe(
      Effect.provide(
        cloud({ "/api/v3/das/device/local/video/query": () => Effect.succeed(Cloud.ok(pieces)) })
      )
    )
  })
})

describe("LiveSession", () => {
  // The documentation's own sample.
  const sample =
    "https://iusopen.ezvizlife.com/v3/openlive/F00497273_1_1.m3u8?expire=1668578537&id=512628410958159872&t=56528d84c512aad8b4cfdabb43323e2ce692de022cdd9b0dce595a7d8677bd61&ev=100"
  const path = "/api/lapp/live/address/get"

  it.effect("reads the end of an address from the address", () =>
    Effect.gen(function* () {
      const { expiresAt, url } = yield* LiveSession.get(camera)
      assert.strictEqual(Redacted.value(url), sample)
      assert.strictEqual(expiresAt && DateTime.formatIso(expiresAt), "2022-11-16T06:02:17.000Z")
    }).pipe(
      Effect.provide(
        cloud({
          [path]: () => Effect.succeed(Cloud.ok({ id: "1", url: sample, expireTime: "2022-11-16 06:02:17" }))
        })
      )
    )
  )

  it.effect("has a new address before the old one ends, and only then", () => {
    let issued = 0
    return Effect.gen(function* () {
      yield* TestClock.setTime(1_700_000_000_000)
      const seen: Array<string> = []
      const fiber = yield* LiveSession.session(camera, { renewAhead: "30 seconds" }).pipe(
        Stream.runForEach(({ id }) => Effect.sync(() => seen.push(id))),
        Effect.fork
      )
      yield* TestClock.adjust("269 seconds")
      assert.deepStrictEqual(seen, ["1"])
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(seen, ["1", "2"])
      yield* TestClock.adjust("270 seconds")
      assert.deepStrictEqual(seen, ["1", "2", "3"])
      yield* Fiber.interrupt(fiber)
    }).pipe(
      Effect.provide(
        cloud({
          [path]: () =>
            Effect.map(Effect.clock, (clock) => {
              const end = Math.floor(clock.unsafeCurrentTimeMillis() / 1000) + 300
              return Cloud.ok({ id: String(++issued), url: `https://x.example/a.m3u8?expire=${end}` })
            })
        })
      )
    )
  })

  it.effect("ends after an address that does not end", () =>
    Effect.gen(function* () {
      const all = yield* Stream.runCollect(LiveSession.session(camera))
      assert.strictEqual(Chunk.size(all), 1)
      assert.isUndefined(Option.getOrThrow(Chunk.head(all)).expiresAt)
    }).pipe(
      Effect.provide(
        cloud({
          [path]: () => Effect.succeed(Cloud.ok({ id: "1", url: "ezopen://open.ezviz.com/900000001/1.live" }))
        })
      )
    )
  )
})

describe("AlarmFeed.poll", () => {
  const path = "/api/lapp/alarm/list"
  const began = 1_700_000_000_000
  const alarm = (alarmId: string, alarmTime: number) => ({
    alarmId,
    alarmName: "Hall",
    alarmType: 10002,
    alarmTime,
    channelNo: 1,
    isEncrypt: 0,
    isChecked: 0,
    preTime: 0,
    delayTime: 0,
    deviceSerial: "900000001",
    alarmPicUrl: "https://x.example/1.jpg",
    relationAlarms: []
  })

  /** The list as the cloud has it: newest first, from \`startTime\` on, in pages. */
  const list =
    (alarms: ReadonlyArray<ReturnType<typeof alarm>>): Answer =>
    ({ form }) =>
      Effect.sync(() => {
        const start = Number(form.get("startTime"))
        const page = Number(form.get("pageStart"))
        const size = Number(form.get("pageSize"))
        const found = alarms
          .filter(({ alarmTime }) => alarmTime >= start)
          .sort((one, other) => other.alarmTime - one.alarmTime)
        return {
          body: {
            code: "200",
            msg: "ok",
            page: { total: found.length, page, size },
            data: found.slice(page * size, (page + 1) * size)
          }
        }
      })

  it.effect("gives every alarm once, oldest first, late ones too, and none from before", () => {
    const alarms = [alarm("before", began - 1), alarm("a", began + 1)]
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* TestClock.setTime(began)
      const seen: Array<string> = []
      const fiber = yield* AlarmFeed.poll({ interval: "10 seconds", lookBack: "2 minutes" }).pipe(
        Stream.runForEach(({ alarmId }) => Effect.sync(() => seen.push(alarmId))),
        Effect.fork
      )
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(seen, ["a"])
      for (let n = 0; n < 60; n++) alarms.push(alarm(`n${String(n).padStart(2, "0")}`, began + 100_000 + n))
      yield* TestClock.adjust("10 seconds")
      assert.deepStrictEqual(
        seen.slice(1),
        Array.from({ length: 60 }, (_, n) => `n${String(n).padStart(2, "0")}`)
      )
      // One that happened before those, and became known only now.
      alarms.push(alarm("late", began + 90_000))
      yield* TestClock.adjust("20 seconds")
      assert.deepStrictEqual(seen.slice(61), ["late"])
      yield* TestClock.adjust("10 minutes")
      assert.strictEqual(seen.length, 62)
      assert.strictEqual(new URLSearchParams(log.at(-1)?.form).get("startTime"), String(began))
      yield* Fiber.interrupt(fiber)
    }).pipe(Effect.provide(cloud({ [path]: list(alarms) }, log)))
  })

  it.effect("makes up for a look that failed, and ends with an error that does not pass", () => {
    const alarms = [alarm("a", began + 1)]
    let reply: "list" | "down" | "refused" = "down"
    return Effect.gen(function* () {
      yield* TestClock.setTime(began)
      const seen: Array<string> = []
      const fiber = yield* AlarmFeed.poll().pipe(
        Stream.runForEach(({ alarmId }) => Effect.sync(() => seen.push(alarmId))),
        Effect.flip,
        Effect.fork
      )
      yield* TestClock.adjust("30 seconds")
      assert.deepStrictEqual(seen, [])
      reply = "list"
      yield* TestClock.adjust("60 seconds")
      assert.deepStrictEqual(seen, ["a"])
      reply = "refused"
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "AppKeyInvalid")
    }).pipe(
      Effect.provide(
        cloud({
          [path]: (seen, index) =>
            reply === "list"
              ? list(alarms)(seen, index)
              : Effect.succeed(reply === "down" ? { status: 503, body: "" } : Cloud.code(10005))
        })
      )
    )
  })

  it.effect("goes on where somebody stopped, and no further back than the vendor searches", () => {
    const log: Array<Cloud.Seen> = []
    const startOf = (since: number) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.fork(
          Stream.runDrain(AlarmFeed.poll({ since: DateTime.unsafeMake(since) }))
        )
        yield* TestClock.adjust("1 millis")
        yield* Fiber.interrupt(fiber)
        return Number(log.at(-1)?.form.get("startTime"))
      })
    return Effect.gen(function* () {
      yield* TestClock.setTime(began)
      assert.strictEqual(yield* startOf(began - 3_600_000), began - 3_600_000)
      assert.isAbove(yield* startOf(began - 30 * 24 * 3_600_000), began - week - 60_000)
    }).pipe(Effect.provide(cloud({ [path]: list([]) }, log)))
  })
})

describe("Snapshots.take", () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const address = "http://pictures.example.com/1.jpg?Expires=1700007200&Signature=SENTINEL"

  /** The API as ever, and the pictures as told. */
  const pictures = (answer: (index: number) => Response | "reset", log: Array<string> = []) => {
    let index = 0
    const api = cloud({
      "/api/lapp/device/capture": () =>
        Effect.sync(() => {
          log.push("capture")
          return Cloud.ok({ picUrl: address })
        })
    })
    const http = HttpClient.make((request, url) =>
      Effect.suspend(() => {
        log.push(url.pathname)
        const reply = answer(index++)
        return reply === "reset"
          ? Effect.die("not used")
          : Effect.succeed(HttpClientResponse.fromWeb(request, reply))
      })
    )
    return Layer.merge(api, Layer.succeed(HttpClient.HttpClient, http))
  }
  const picture = () => new Response(jpeg, { headers: { "content-type": "application/octet-stream" } })

  it.effect("gives the picture, named by what it is", () =>
    Effect.gen(function* () {
      const { bytes, contentType, expiresAt } = yield* Snapshots.take(camera)
      assert.deepStrictEqual(bytes, jpeg)
      assert.strictEqual(contentType, "image/jpeg")
      assert.strictEqual(expiresAt && DateTime.toEpochMillis(expiresAt), 1_700_007_200_000)
    }).pipe(Effect.provide(pictures(picture)))
  )

  it.effect("never hands on a page as a picture, nor an address in an error", () =>
    Effect.gen(function* () {
      for (const [body, problem] of [
        ["<html>502</html>", "notAPicture"],
        ["", "empty"],
        ["hikencodepicture....", "encrypted"]
      ] as const) {
        const error = yield* Effect.flip(
          Effect.provide(
            Snapshots.take(camera),
            pictures(() => new Response(body, { headers: { "content-type": "image/jpeg" } }))
          )
        )
        assert.isTrue(error._tag === "PictureUnusable" && error.problem === problem)
        assert.notInclude(JSON.stringify(error) + error.message, "SENTINEL")
      }
      const gone = yield* Effect.flip(
        Effect.provide(
          Snapshots.take(camera),
          pictures(() => new Response(`expired: ${address}`, { status: 403 }))
        )
      )
      assert.isTrue(gone._tag === "HttpFailure" && gone.httpStatus === 403)
      assert.notInclude(JSON.stringify(gone), "SENTINEL")
    })
  )

  it.effect("downloads again what a gateway refused, without another capture", () => {
    const log: Array<string> = []
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Snapshots.take(camera))
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual((yield* Fiber.join(fiber)).contentType, "image/jpeg")
      assert.deepStrictEqual(log, ["capture", "/1.jpg", "/1.jpg"])
    }).pipe(
      Effect.provide(pictures((index) => (index === 0 ? new Response("", { status: 502 }) : picture()), log))
    )
  })

  it.effect("leaves 4 seconds between two pictures of a device, and none between those of two", () => {
    const log: Array<string> = []
    const captures = () => log.filter((entry) => entry === "capture").length
    return Effect.gen(function* () {
      const all = [camera, camera, camera, { ...camera, deviceSerial: "900000002" }]
      const fiber = yield* Effect.fork(Effect.forEach(all, Snapshots.take, { concurrency: "unbounded" }))
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(captures(), 2)
      yield* TestClock.adjust("3998 millis")
      assert.strictEqual(captures(), 2)
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(captures(), 3)
      yield* TestClock.adjust("4 seconds")
      assert.strictEqual((yield* Fiber.join(fiber)).length, 4)
    }).pipe(Effect.provide(pictures(picture, log)))
  })
})
