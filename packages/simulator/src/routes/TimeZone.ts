import { Device, TimeZone, TimeZoneCode } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"
import { info } from "./Device.js"

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
  ),

  Route.make(Device.getTimeZone, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => ({
      ...info(device),
      offlineNotify: false,
      wifiSsid: "Home",
      timeZone: TimeZoneCode.find(device.clock.tzCode)?.tzValue ?? "UTC"
    }))
  ),

  Route.make(Device.setTimeZone, (input, context) =>
    Effect.flatMap(Route.owned(context, input.deviceSerial), (device) => {
      if (TimeZoneCode.find(input.tzCode) === undefined) return Effect.fail(Route.refuse("10001"))
      device.clock.tzCode = input.tzCode
      device.clock.dateFormat = input.dateFormat
      device.clock.daylightSaving = input.daylightSaving ?? device.clock.daylightSaving
      return Effect.void
    })
  )
]
