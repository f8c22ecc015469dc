import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Household from "../Household.js"
import * as Media from "../Media.js"
import * as Route from "../Route.js"
import * as Firmware from "./Firmware.js"

/** What the cloud tells of one device. */
export const info = (device: Household.Device): Device.DeviceInfo => ({
  deviceSerial: device.deviceSerial,
  deviceName: device.deviceName,
  model: device.model,
  status: device.online ? "online" : "offline",
  defence: device.defence,
  isEncrypt: device.encrypted
})

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.list, (input, context) =>
    Effect.succeed(
      Route.page(Route.mine(context, "owned"), input, (device) => ({
        deviceSerial: device.deviceSerial,
        deviceName: device.deviceName,
        deviceType: device.deviceType,
        status: device.online ? ("online" as const) : ("offline" as const),
        defence: device.defence,
        deviceVersion: Firmware.installed(device, context.now),
        isEncrypt: device.encrypted
      }))
    )
  ),

  Route.make(Device.getInfo, (input, context) => Effect.map(Route.owned(context, input.deviceSerial), info)),

  Route.make(Device.getStatus, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), () => ({
      privacyStatus: "off",
      pirStatus: "notReported",
      alarmSoundMode: "mute",
      batteryStatus: -1,
      lockSignal: -1,
      diskNum: 1,
      diskState: "0---------------",
      cloudStatus: "notActivated",
      nvrDiskNum: -2,
      nvrDiskState: "-2"
    }))
  ),

  Route.make(Device.capture, (input, context) =>
    Effect.map(Route.reachable(Route.looking(context), input.deviceSerial, input.channelNo), () => ({
      picUrl: Redacted.make(Media.pictureAddress(input, context))
    }))
  ),

  Route.make(Device.add, (input, context) =>
    Effect.suspend(() => {
      const device = context.device(input.deviceSerial)
      if (device === undefined) return Effect.fail(Route.refuse("20002"))
      if (device.owned) return Effect.fail(Route.refuse("20017"))
      if (Redacted.value(input.validateCode) !== device.validateCode)
        return Effect.fail(Route.refuse("20010"))
      device.owned = true
      return Effect.void
    })
  ),

  Route.make(Device.delete, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => {
      device.owned = false
    })
  ),

  Route.make(Device.rename, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => {
      device.deviceName = input.deviceName
    })
  ),

  Route.make(Device.enableEncryption, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) => {
      if (device.encrypted) return Effect.fail(Route.refuse("60019"))
      device.encrypted = true
      return Effect.void
    })
  ),

  Route.make(Device.disableEncryption, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) => {
      if (Redacted.value(input.validateCode) !== device.validateCode)
        return Effect.fail(Route.refuse("20010"))
      if (!device.encrypted) return Effect.fail(Route.refuse("60016"))
      device.encrypted = false
      return Effect.void
    })
  ),

  Route.make(Device.getPictureByUuid, (input, context) =>
    Effect.suspend(() => {
      const deviceSerial = context.household.pictures.get(input.uuid)
      if (deviceSerial === undefined) return Effect.fail(Route.refuse("20302"))
      if (!Route.sees(context, { deviceSerial, channelNo: 1 })) return Effect.fail(Route.refuse("10031"))
      return Effect.succeed({
        picUrl: Redacted.make(
          `${context.areaDomain}/pictures/${deviceSerial}_1.jpg?session=${context.nextId()}`
        )
      })
    })
  ),

  Route.make(Device.updatePassword, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_modify_pwd"), (device) => {
      if (Redacted.value(input.oldPassword) !== device.validateCode) return Effect.fail(Route.refuse("20010"))
      device.validateCode = Redacted.value(input.newPassword)
      return Effect.void
    })
  )
]
