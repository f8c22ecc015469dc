import { Storage } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

/** How long it takes to format a medium. */
const formatMillis = 10_000

/** The chapter has no code of its own for a device that has nothing to record to. */
const withDisks = (context: Route.Context, deviceSerial: string) =>
  Route.capable(context, { deviceSerial }, "support_disk", "20011")

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Storage.getFormatStatus, (input, context) =>
    Effect.map(withDisks(context, input.deviceSerial), ({ disks }) => ({
      media: disks.map(({ capacity, index, name, recordsSince }) => {
        const left = recordsSince - context.now
        return {
          index,
          name,
          capacity,
          status: left > 0 ? ("formatting" as const) : ("normal" as const),
          formattingRate: left > 0 ? Math.floor(100 * (1 - left / formatMillis)) : 100
        }
      })
    }))
  ),

  Route.make(Storage.formatDisk, (input, context) =>
    Effect.flatMap(withDisks(context, input.deviceSerial), ({ disks }) => {
      const disk = disks.find(({ index }) => index === input.diskIndex)
      if (disk === undefined) return Effect.fail(Route.refuse("49999"))
      if (disk.recordsSince > context.now) return Effect.fail(Route.refuse("20016"))
      disk.recordsSince = context.now + formatMillis
      return Effect.void
    })
  )
]
