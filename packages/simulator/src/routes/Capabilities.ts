import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.getCapabilities, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), ({ capabilities }) =>
      Object.fromEntries(capabilities)
    )
  )
]
