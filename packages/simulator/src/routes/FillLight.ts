import { FillLight } from "@effect-ezviz/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const capability = "support_close_infrared_light"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(FillLight.getMode, (input, context) =>
    Effect.map(Route.able(context, input.deviceSerial, capability), (device) => ({
      deviceSerial: device.deviceSerial,
      mode: device.configuration.fillLight,
      luminance: 100,
      duration: Duration.seconds(5)
    }))
  ),

  Route.make(FillLight.setMode, (input, context) =>
    Effect.map(Route.capable(context, input, capability), (device) => {
      device.configuration.fillLight = input.mode
    })
  )
]
