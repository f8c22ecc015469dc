import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

const recorder = "support_related_storage"

const isLinked = (context: Route.Context, ipcSerial: string) =>
  [...context.household.devices.kept.values()].some((device) => [...device.ipcs.values()].includes(ipcSerial))

/** The channels that have a picture: a camera's own, and those of a recorder with a camera on them. */
const channelsOf = (
  device: Household.Device
): ReadonlyArray<readonly [channelNo: number, ipcSerial: string]> =>
  device.capabilities.get(recorder) === "1"
    ? [...device.ipcs].sort(([one], [other]) => one - other)
    : Array.from({ length: device.channels }, (_, index) => [index + 1, device.deviceSerial])

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Device.linkIpc, (input, context) =>
    Effect.flatMap(Route.capable(context, { deviceSerial: input.deviceSerial }, recorder), (device) => {
      const ipc = context.household.devices.look(input.ipcSerial)
      if (ipc === undefined || ipc.channels !== 1) return Effect.fail(Route.refuse("60051"))
      if (!ipc.owned) return Effect.fail(Route.refuse("20018"))
      if (!ipc.online) return Effect.fail(Route.refuse("60044"))
      if (isLinked(context, input.ipcSerial)) return Effect.fail(Route.refuse("60041"))
      if (input.validateCode !== undefined && Redacted.value(input.validateCode) !== ipc.validateCode) {
        return Effect.fail(Route.refuse("60042"))
      }
      if (device.ipcs.size >= device.channels) return Effect.fail(Route.refuse("60043"))
      const channelNo = input.channelNo ?? 1
      if (channelNo > device.channels || device.ipcs.has(channelNo)) return Effect.fail(Route.refuse("60052"))
      device.ipcs.set(channelNo, input.ipcSerial)
      return Effect.void
    })
  ),

  Route.make(Device.unlinkIpc, (input, context) =>
    Effect.flatMap(Route.capable(context, { deviceSerial: input.deviceSerial }, recorder), (device) => {
      const found = [...device.ipcs].find(
        ([channelNo, ipcSerial]) =>
          ipcSerial === input.ipcSerial && (input.channelNo === undefined || input.channelNo === channelNo)
      )
      if (found === undefined) return Effect.fail(Route.refuse("60057"))
      device.ipcs.delete(found[0])
      return Effect.void
    })
  ),

  Route.make(Device.listChannels, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) =>
      channelsOf(device).map(([channelNo, ipcSerial]) => {
        const ipc = context.household.devices.look(ipcSerial) ?? device
        return {
          deviceSerial: device.deviceSerial,
          ipcSerial,
          channelNo,
          deviceName: device.deviceName,
          channelName: ipc === device ? `${device.deviceName}@${channelNo}` : ipc.deviceName,
          status: ipc.online ? ("online" as const) : ("offline" as const),
          isShared: "notShared" as const,
          picUrl: Redacted.make(`${context.areaDomain}/pictures/${ipcSerial}_1.jpg`),
          isEncrypt: ipc.encrypted,
          videoLevel: "hd" as const,
          relatedIpc: ipc !== device
        }
      })
    )
  )
]
