import { Ringtone } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Ringtone.play, ({ deviceSerial, ...ringtone }, context) =>
    Effect.map(Route.capable(context, { deviceSerial }, "support_alarm_voice"), (device) => {
      device.configuration.ringtone = { volume: 1, ...ringtone }
    })
  )
]
