import { DeviceSwitch } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const capability = "support_close_infrared_light"

/** There is no other switch, of all the numbers that may be asked for. */
const known = <A, E, R>(type: DeviceSwitch.GetInput["type"], effect: Effect.Effect<A, E, R>) =>
  Effect.filterOrFail(
    effect,
    () => type === "motionLight",
    () => Route.refuse("60020")
  )

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(DeviceSwitch.get, (input, context) =>
    Effect.map(known(input.type, Route.able(context, input.deviceSerial, capability)), (device) => ({
      deviceSerial: device.deviceSerial,
      type: input.type,
      enable: device.configuration.motionLight
    }))
  ),

  Route.make(DeviceSwitch.set, (input, context) =>
    Effect.map(known(input.type, Route.capable(context, input, capability)), (device) => {
      device.configuration.motionLight = input.enable
    })
  )
]
