import * as Command from "@effect/cli/Command"
import { Camera, Device, Page } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"

export const devices = Command.make("devices", Output.format, (format) =>
  Output.items(Page.stream(Device.list, {}), format, {
    SERIAL: (device) => device.deviceSerial,
    NAME: (device) => device.deviceName,
    TYPE: (device) => device.deviceType,
    STATUS: (device) => device.status,
    DEFENCE: (device) => device.defence,
    ENCRYPTED: (device) => device.isEncrypt
  })
).pipe(Command.withDescription("List the account's devices."))

export const cameras = Command.make("cameras", Output.format, (format) =>
  Output.items(Page.stream(Camera.list, {}), format, {
    SERIAL: (camera) => camera.deviceSerial,
    CHANNEL: (camera) => camera.channelNo,
    NAME: (camera) => camera.channelName,
    STATUS: (camera) => camera.status,
    ENCRYPTED: (camera) => camera.isEncrypt,
    SHARED: (camera) => camera.isShared
  })
).pipe(Command.withDescription("List the cameras of the account's devices."))

export const status = Command.make(
  "status",
  { ...Output.format, deviceSerial: Parameter.deviceSerial },
  ({ deviceSerial, ...format }) =>
    Effect.all([Device.getInfo({ deviceSerial }), Device.getStatus({ deviceSerial })], {
      concurrency: "unbounded"
    }).pipe(
      Effect.flatMap(([info, state]) =>
        Output.one({ ...info, ...state }, format, {
          Name: (device) => device.deviceName,
          Model: (device) => device.model,
          Status: (device) => device.status,
          Defence: (device) => device.defence,
          Encrypted: (device) => device.isEncrypt,
          Privacy: (device) => device.privacyStatus,
          Battery: (device) => (device.batteryStatus < 0 ? "not reported" : `${device.batteryStatus} %`),
          "SD cards": (device) => (device.diskNum < 0 ? "not reported" : device.diskNum),
          "Cloud storage": (device) => device.cloudStatus
        })
      )
    )
).pipe(Command.withDescription("Show what the cloud knows of one device."))
