import { MotionDetect } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

/** The chapter has no code for a channel that is not there: the parameter is wrong. */
const channel = (context: Route.Context, input: MotionDetect.GetAreaInput) =>
  Effect.filterOrFail(
    Route.capable(context, { deviceSerial: input.deviceSerial }, "support_motion_detect_area"),
    (device) => input.channelNo <= device.channels,
    () => Route.refuse("10001")
  )

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(MotionDetect.getArea, (input, context) =>
    Effect.map(channel(context, input), (device) => ({
      deviceSerial: device.deviceSerial,
      channelNo: input.channelNo,
      rows: device.configuration.motionArea.length,
      columns: 6,
      area: device.configuration.motionArea
    }))
  ),

  Route.make(MotionDetect.setArea, (input, context) =>
    Effect.flatMap(channel(context, input), (device) => {
      const { motionArea } = device.configuration
      if (input.area.length !== motionArea.length || input.area.some((row) => row >= 2 ** 6)) {
        return Effect.fail(Route.refuse("49999"))
      }
      device.configuration.motionArea = input.area
      return Effect.void
    })
  )
]
