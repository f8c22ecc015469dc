/**
 * The upgrade of a device from beginning to end.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import { follow } from "./internal/follow.js"
import * as Firmware from "./operations/Firmware.js"

/**
 * How far an upgrade is. It ends with `upgraded` or with `failed`.
 *
 * @since 0.1.0
 * @category models
 */
export interface UpgradeProgress {
  readonly status: Firmware.UpgradeStatus["status"]
  /** In percent, while it is `upgrading`. */
  readonly percent?: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpgradeOptions {
  /** How often to look. Default: every 5 seconds. */
  readonly interval?: Duration.DurationInput | undefined
  /** When to give up following it; the upgrade itself goes on. Default: after 30 minutes. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * @since 0.1.0
 * @category errors
 */
export type UpgradeError =
  | Exclude<Firmware.UpgradeError, ApiError.FirmwareUpgrading | ApiError.DeviceRebooting>
  | Firmware.GetUpgradeStatusError
  | Firmware.GetVersionError
  | ApiError.Common

/**
 * Upgrades a device to the newest firmware, and tells how far it is whenever that changes. Joins an upgrade that is
 * under way. A device that is out of reach meanwhile, since it reboots, is no error; one that has the newest firmware
 * already is `FirmwareUpToDate`.
 *
 * @since 0.1.0
 * @category streams
 */
export const run = (
  input: Firmware.DeviceInput,
  { interval = "5 seconds", timeout = "30 minutes" }: UpgradeOptions = {}
): Stream.Stream<UpgradeProgress, UpgradeError, EzvizClient.EzvizClient> => {
  const look = Effect.gen(function* () {
    const { progress, status } = yield* Firmware.getUpgradeStatus(input)
    if (status === "upgraded") {
      // It may be the end of the upgrade before this one: only the version tells.
      const { currentVersion, latestVersion } = yield* Firmware.getVersion(input)
      if (currentVersion !== latestVersion) return undefined
    }
    return Data.struct<UpgradeProgress>({
      status,
      ...(status === "upgrading" && progress !== undefined && { percent: progress })
    })
  })
  const start = Effect.catchTag(
    Firmware.upgrade(input),
    "FirmwareUpgrading",
    "DeviceRebooting",
    () => Effect.void
  )
  const isLast = ({ status }: UpgradeProgress) => status === "upgraded" || status === "failed"
  return Stream.concat(
    Stream.drain(Stream.fromEffect(start)),
    follow(Firmware.upgrade.definition.id, look, isLast, { interval, timeout })
  )
}
