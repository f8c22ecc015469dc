import { Device, Microphone } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

const status = (device: Household.Device, name: keyof Household.Switches): Device.SwitchStatus => ({
  deviceSerial: device.deviceSerial,
  channelNo: 1,
  enable: device.switches[name]
})

const turn = (device: Household.Device, name: keyof Household.Switches, enable: boolean) => {
  if (device.switches[name] === enable) return Effect.fail(Route.refuse("60022"))
  device.switches[name] = enable
  return Effect.void
}

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.getAudioPrompt, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => status(device, "audioPrompt"))
  ),

  Route.make(Device.setAudioPrompt, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial, input.channelNo), (device) =>
      turn(device, "audioPrompt", input.enable)
    )
  ),

  Route.make(Device.getVideoTampering, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => status(device, "videoTampering"))
  ),

  Route.make(Device.setVideoTampering, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_capture"), (device) =>
      turn(device, "videoTampering", input.enable)
    )
  ),

  Route.make(Device.getSoundSourcePositioning, (input, context) =>
    Effect.map(Route.capable(context, input, "support_ssl"), (device) =>
      status(device, "soundSourcePositioning")
    )
  ),

  Route.make(Device.setSoundSourcePositioning, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_ssl"), (device) =>
      turn(device, "soundSourcePositioning", input.enable)
    )
  ),

  Route.make(Microphone.getStatus, (input, context) =>
    Effect.map(Route.capable(context, input, "support_audio_onoff"), (device) => [
      { deviceSerial: device.deviceSerial, channelNo: 1, enable: device.switches.microphone }
    ])
  ),

  Route.make(Microphone.setStatus, (input, context) =>
    Effect.map(Route.capable(context, input, "support_audio_onoff"), (device) => {
      device.switches.microphone = input.enable
    })
  )
]
