import { assert, describe, it } from "@effect/vitest"
import { CloudStorage } from "@effect-ezviz/core"
import { DateTime, Effect, Redacted, TestClock } from "effect"
import { camera, env, hub, upToDate } from "./household.js"

const sevenDays = Redacted.make("4326717075050976")
const thirtyDays = Redacted.make("4326717075050977")
const bound = Redacted.make("4326717075050978")
const start = DateTime.unsafeMake("2026-03-04T00:00:00Z")

const open = (input: CloudStorage.OpenInput) =>
  Effect.map(Effect.flip(CloudStorage.open(input)), ({ _tag }) => _tag)

describe("cloudStorage", () => {
  it.effect("is opened with a card, runs out, and goes on with another one after it", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(DateTime.toEpochMillis(start))
      const about = { ...camera, channelNo: 1 }
      assert.deepStrictEqual(yield* CloudStorage.getDeviceInfo(camera), { ...about, status: "notActivated" })
      yield* CloudStorage.open({ ...camera, cardPassword: sevenDays, phone: "18888888888" })
      const first = {
        ...about,
        userName: "simulated",
        totalDays: 7,
        status: "activated" as const,
        startTime: start,
        expireTime: DateTime.unsafeMake("2027-03-04T00:00:00Z"),
        validDays: 365
      }
      assert.deepStrictEqual(yield* CloudStorage.getDeviceInfo(camera), first)
      yield* CloudStorage.open({ ...camera, cardPassword: thirtyDays })
      const second = {
        ...about,
        userName: "simulated",
        totalDays: 30,
        startTime: first.expireTime,
        expireTime: DateTime.unsafeMake("2028-03-03T00:00:00Z")
      }
      assert.deepStrictEqual(yield* CloudStorage.getDeviceInfo(camera), {
        ...first,
        serviceDetail: { ...second, status: "notActivated" }
      })
      yield* TestClock.adjust("365 days")
      const later = yield* CloudStorage.getDeviceInfo(camera)
      assert.deepStrictEqual(later, { ...second, status: "activated", validDays: 365 })
      yield* TestClock.adjust("365 days")
      assert.strictEqual((yield* CloudStorage.getDeviceInfo(camera)).status, "expired")
    }).pipe(Effect.provide(env({ tokenLife: "1000 days" })))
  )

  it.live("takes the place of another kind at once when asked to", () =>
    Effect.gen(function* () {
      yield* CloudStorage.open({ ...camera, cardPassword: sevenDays })
      yield* CloudStorage.open({ ...camera, cardPassword: thirtyDays, isImmediately: true })
      const info = yield* CloudStorage.getDeviceInfo(camera)
      assert.strictEqual(info.totalDays, 30)
      assert.notProperty(info, "serviceDetail")
    }).pipe(Effect.provide(env()))
  )

  it.effect("refuses cards by what is wrong with them, and all of them after too many guesses", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(DateTime.toEpochMillis(start))
      yield* CloudStorage.open({ ...camera, cardPassword: sevenDays })
      assert.strictEqual(yield* open({ ...camera, cardPassword: sevenDays }), "CardPasswordUnusable")
      assert.strictEqual(yield* open({ ...upToDate, cardPassword: bound }), "CardNotForSale")
      assert.strictEqual(yield* open({ ...hub, cardPassword: thirtyDays }), "CloudStorageNotSupported")
      assert.strictEqual(
        yield* open({ ...camera, channelNo: 2, cardPassword: thirtyDays }),
        "ChannelNotFound"
      )
      assert.strictEqual(yield* open({ ...camera, phone: "1", cardPassword: thirtyDays }), "DeviceNotOwned")
      const guess = open({ ...camera, cardPassword: Redacted.make("0000000000000000") })
      assert.deepStrictEqual(
        yield* Effect.replicateEffect(guess, 5),
        Array.from({ length: 5 }, () => "CardPasswordNotFound")
      )
      assert.strictEqual(yield* open({ ...camera, cardPassword: thirtyDays }), "CardPasswordLocked")
      yield* TestClock.adjust("24 hours")
      yield* CloudStorage.open({ ...camera, cardPassword: thirtyDays })
    }).pipe(Effect.provide(env()))
  )
})
