import { Recording, WallClock } from "@effect-ezviz/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A disk has room for so much. */
const kept = 7 * day

/** The clocks of the devices show UTC. */
const shown = (millis: number) => WallClock.fromUtc(DateTime.unsafeMake(millis), 0)

const instant = (text: string | undefined, fallback: number) => {
  const utc = text === undefined ? undefined : WallClock.toUtc(text, 0)
  return utc === undefined ? fallback : DateTime.toEpochMillis(utc)
}

/** By plan, the first ten minutes of every hour. */
const segments = (from: number, to: number): ReadonlyArray<readonly [from: number, to: number]> => {
  const first = Math.floor(from / hour) * hour
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / hour)) }, (_, index) => {
    const start = first + index * hour
    return [Math.max(start, from), Math.min(start + 10 * minute, to)] as const
  }).filter(([start, end]) => start < end)
}

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Recording.queryLocal, (input, context) =>
    Effect.gen(function* () {
      const device = context.device(input.deviceSerial)
      const { channelNo = 1, recordType = "timing" } = input
      if (device === undefined) return yield* Route.refuse("2007")
      if (!device.owned) return yield* Route.refuse("20018")
      if (channelNo > device.channels && device.channels > 0) return yield* Route.refuse("10001")
      if (!device.online) return yield* Route.refuse("2003")
      const [disk] = device.disks
      if (disk === undefined) return yield* Route.refuse("20015")
      if (recordType !== "timing") return []
      const today = Math.floor(context.now / day) * day
      const from = Math.max(instant(input.startTime, today), disk.recordsSince, context.now - kept)
      const to = Math.min(instant(input.endTime, context.now), context.now)
      return segments(from, to).map(([start, end]) => ({
        startTime: shown(start),
        endTime: shown(end),
        deviceSerial: device.deviceSerial,
        channelNo,
        type: "TIMING"
      }))
    })
  )
]
