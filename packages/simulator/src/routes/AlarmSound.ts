import { AlarmSound } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const capability = "support_alarm_voice"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(AlarmSound.getMode, (input, context) =>
    Effect.map(Route.able(context, input.deviceSerial, capability), (device) => ({
      deviceSerial: device.deviceSerial,
      mode: device.configuration.alarmSound
    }))
  ),

  Route.make(AlarmSound.setMode, (input, context) =>
    Effect.map(Route.capable(context, input, capability), (device) => {
      device.configuration.alarmSound = input.mode
    })
  )
]
