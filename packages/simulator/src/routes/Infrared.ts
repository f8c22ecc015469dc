import { Infrared } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Infrared.set, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_close_infrared_light"), (device) => {
      if (device.infrared === input.enable) return Effect.fail(Route.refuse("60022"))
      device.infrared = input.enable
      return Effect.void
    })
  ),

  Route.make(Infrared.get, (input, context) =>
    Effect.map(Route.capable(context, input, "support_close_infrared_light"), (device) => ({
      deviceSerial: device.deviceSerial,
      channelNo: input.channelNo ?? 1,
      enable: device.infrared
    }))
  )
]
