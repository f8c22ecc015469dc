import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

/** What a hub of detectors can be, and what anything else can. */
const modes = { hub: ["disarmed", "home", "away"], other: ["disarmed", "armed"] }

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.setDefence, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) => {
      const isHub = device.capabilities.get("support_safe_mode_plan") === "1"
      if (!(isHub ? modes.hub : modes.other).includes(input.defence)) {
        return Effect.fail(Route.refuse("10001"))
      }
      device.defence = input.defence
      return Effect.void
    })
  ),

  Route.make(Device.getDefencePlan, (input, context) =>
    Effect.map(Route.capable(context, input, "support_defenceplan"), (device) => device.defencePlan)
  ),

  Route.make(Device.setDefencePlan, ({ channelNo, deviceSerial, ...plan }, context) =>
    Effect.map(
      Route.capable(context, { deviceSerial, channelNo: channelNo ?? 1 }, "support_defenceplan"),
      (device) => {
        device.defencePlan = { ...device.defencePlan, ...plan }
      }
    )
  )
]
