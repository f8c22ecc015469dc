import { TimeZone, TimeZoneCode } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  // The names in Chinese are not documented.
  Route.make(TimeZone.list, () =>
    Effect.succeed(
      TimeZoneCode.all.map(({ places, tzCode, tzValue }) => ({
        tzCode,
        tzValue,
        displayName: `(${tzValue}) ${places}`
      }))
    )
  )
]
