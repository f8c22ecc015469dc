import { Firmware } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

/** How long a device loads its new firmware, and how long it reboots after that, in milliseconds. */
const loading = 60_000
const rebooting = 30_000

/** How far the upgrade of a device is. One that never began an upgrade is up to date as far as it knows. */
const statusOf = ({ firmware }: Household.Device, now: number): Firmware.UpgradeStatus => {
  if (firmware.upgradingSince === undefined) return { status: "upgraded" }
  const passed = now - firmware.upgradingSince
  if (passed < loading) {
    return { status: "upgrading", progress: Math.max(1, Math.floor((passed / loading) * 100)) }
  }
  return { status: passed < loading + rebooting ? "rebooting" : "upgraded" }
}

/** The firmware that a device runs. */
export const installed = (device: Household.Device, now: number): string => {
  const { firmware } = device
  const isNew = firmware.upgradingSince !== undefined && statusOf(device, now).status === "upgraded"
  return isNew ? firmware.latest : firmware.installed
}

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Firmware.getVersion, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) => ({
      latestVersion: device.firmware.latest,
      currentVersion: installed(device, context.now)
    }))
  ),

  Route.make(Firmware.upgrade, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) => {
      const { status } = statusOf(device, context.now)
      if (status === "upgrading") return Effect.fail(Route.refuse("60014"))
      if (status === "rebooting") return Effect.fail(Route.refuse("60015"))
      if (installed(device, context.now) === device.firmware.latest) {
        return Effect.fail(Route.refuse("60013"))
      }
      device.firmware.upgradingSince = context.now
      return Effect.void
    })
  ),

  Route.make(Firmware.getUpgradeStatus, (input, context) =>
    Effect.map(Route.reachable(context, input.deviceSerial), (device) => statusOf(device, context.now))
  )
]
