import { Capability, Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.getLanguage, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), ({ language }) => ({ language }))
  ),

  Route.make(Device.setLanguage, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) => {
      const languages = Capability.languages(Object.fromEntries(device.capabilities))
      if (!languages.includes(input.language)) return Effect.fail(Route.refuse("10001"))
      device.language = input.language
      return Effect.void
    })
  )
]
