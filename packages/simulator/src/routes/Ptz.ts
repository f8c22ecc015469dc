import { Ptz } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

const moved = (device: Household.Device, direction: string): string | undefined => {
  const { position } = device
  const end = 3
  const d = direction.toLowerCase()
  if ((d === "up" || d.startsWith("upper")) && position.tilt >= end) return "60002"
  if ((d === "down" || d.startsWith("lower")) && position.tilt <= -end) return "60003"
  if (d.endsWith("left") && position.pan <= -end) return "60004"
  if (d.endsWith("right") && position.pan >= end) return "60005"
  if (d === "up" || d.startsWith("upper")) position.tilt += 1
  if (d === "down" || d.startsWith("lower")) position.tilt -= 1
  if (d.endsWith("left")) position.pan -= 1
  if (d.endsWith("right")) position.pan += 1
  if (d === "zoomin") position.zoom += 1
  if (d === "zoomout") position.zoom -= 1
  return undefined
}

/** The capability that each flip needs. */
const mirrors = {
  upDown: "ptz_top_bottom_mirror",
  leftRight: "ptz_left_right_mirror",
  center: "ptz_center_mirror"
} as const

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Ptz.start, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_ptz", "60000"), (device) => {
      const limit = moved(device, input.direction)
      if (limit !== undefined) return Effect.fail(Route.refuse(limit))
      device.moving = input.direction
      return Effect.void
    })
  ),

  Route.make(Ptz.stop, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_ptz", "60000"), (device) => {
      device.moving = undefined
      return Effect.void
    })
  ),

  Route.make(Ptz.mirror, (input, context) =>
    Effect.zipRight(
      Route.capable(context, input, "support_ptz", "60000"),
      Effect.asVoid(Route.capable(context, input, mirrors[input.command]))
    )
  )
]
