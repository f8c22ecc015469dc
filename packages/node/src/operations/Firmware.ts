/**
 * Chapter "Device Upgrade": the firmware of a device.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * Names one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FirmwareVersion {
  /** The newest there is, such as `V4.2.5 build 151223`. The same as `currentVersion` where nothing is left to do. */
  readonly latestVersion: string
  /** The installed one. How versions are ordered is not documented: only ask whether the two are the same. */
  readonly currentVersion: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `firmware.getVersion` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetVersionError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * How `firmware.upgrade` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type UpgradeError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.FirmwareUpToDate
  | errors.FirmwareUpgrading
  | errors.DeviceRebooting
  | errors.FirmwareUpgradeFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface UpgradeStatus {
  /** A failed upgrade is an answer too. What a device answers that never began one is not documented. */
  readonly status: "failed" | "upgrading" | "rebooting" | "upgraded" | number
  /** In percent, 1 to 100. It means something while `status` is `upgrading`, and may be missing otherwise. */
  readonly progress?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `firmware.getUpgradeStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetUpgradeStatusError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceOffline
  | errors.CommonError

/**
 * The operations of `ezviz.firmware`.
 *
 * @since 0.1.0
 * @category models
 */
export interface FirmwareOperations {
  /**
   * The installed firmware of a device, and the newest.
   *
   * Source: "Device Upgrade", Get Device Version Information.
   *
   * @since 0.1.0
   * @category operations
   */
  getVersion(input: DeviceInput, options?: CallOptions): Call<FirmwareVersion, GetVersionError>

  /**
   * Starts the upgrade of a device to the newest firmware, which takes minutes and ends in a reboot. Success is that it
   * has begun: follow `getUpgradeStatus`. No version can be chosen.
   *
   * Source: "Device Upgrade", Upgrade Device Firmware.
   *
   * @since 0.1.0
   * @category operations
   */
  upgrade(input: DeviceInput, options?: CallOptions): Call<void, UpgradeError>

  /**
   * How far the upgrade of a device is. While the device reboots it may be offline.
   *
   * Source: "Device Upgrade", Get Device Upgrade Status.
   *
   * @since 0.1.0
   * @category operations
   */
  getUpgradeStatus(input: DeviceInput, options?: CallOptions): Call<UpgradeStatus, GetUpgradeStatusError>
}
