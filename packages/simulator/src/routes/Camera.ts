import { Camera } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Camera.list, (input, context) =>
    Effect.succeed(
      Route.page(Route.mine(context, "cameras"), input, (device) => ({
        deviceSerial: device.deviceSerial,
        channelNo: 1,
        channelName: `${device.deviceName}@1`,
        status: device.online ? ("online" as const) : ("offline" as const),
        isShared: "notShared" as const,
        picUrl: Redacted.make(`${context.areaDomain}/pictures/${device.deviceSerial}_1.jpg`),
        isEncrypt: device.encrypted,
        videoLevel: "hd" as const
      }))
    )
  )
]
