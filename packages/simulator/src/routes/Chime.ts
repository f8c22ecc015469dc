import { Chime } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Chime.setType, (input, context) =>
    Effect.map(Route.capable(context, input, "support_chime"), (device) => {
      device.chime.type = input.type
      device.chime.duration = input.duration
    })
  ),

  Route.make(Chime.getType, (input, context) =>
    Effect.map(Route.capable(context, input, "support_chime"), (device) => ({
      deviceSerial: device.deviceSerial,
      channelNo: input.channelNo ?? 1,
      ...device.chime
    }))
  )
]
