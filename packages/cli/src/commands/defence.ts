import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import { Device, DeviceState } from "@effect-ezviz/core"
import * as Parameter from "../Parameter.js"
import * as Write from "../Write.js"

const state = Args.choice(
  DeviceState.Defence.names.map((name): [string, typeof name] => [name, name]),
  { name: "state" }
).pipe(Args.withDescription("armed or disarmed; of an A1 hub disarmed, home or away."))

export const defence = Command.make(
  "defence",
  { deviceSerial: Parameter.deviceSerial, state, ...Write.options },
  ({ deviceSerial, state, ...options }) =>
    Write.send(Device.setDefence({ deviceSerial, defence: state }), {
      ...options,
      done: () => `${deviceSerial} is now: ${state}.`
    })
).pipe(Command.withDescription("Arm or disarm a device: whether motion raises an alarm."))
