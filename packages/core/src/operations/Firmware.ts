/**
 * Chapter "Device Upgrade": the firmware of a device.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const DevicePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * Names one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceInput extends Schema.Schema.Type<typeof DevicePayload> {}

// getVersion

const VersionResult = /*#__PURE__*/ Wire.result({
  /** The newest there is, such as `V4.2.5 build 151223`. The same as `currentVersion` where nothing is left to do. */
  latestVersion: Wire.Text,
  /** The installed one. How versions are ordered is not documented: only ask whether the two are the same. */
  currentVersion: Wire.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface FirmwareVersion extends Schema.Schema.Type<typeof VersionResult> {}

const getVersionErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type GetVersionError = Operation.ErrorOf<typeof getVersionErrors>

/**
 * The installed firmware of a device, and the newest.
 *
 * Source: "Device Upgrade", Get Device Version Information.
 *
 * @since 0.1.0
 * @category operations
 */
export const getVersion: Operation.Operation<DeviceInput, FirmwareVersion, GetVersionError> =
  /*#__PURE__*/ Operation.make({
    id: "firmware.getVersion",
    section: "Firmware",
    lines: [3310, 3356],
    method: "POST",
    path: "/api/lapp/device/version/info",
    semantics: "read",
    payload: DevicePayload,
    success: VersionResult,
    errors: getVersionErrors
  })

// upgrade

const upgradeErrors = {
  ...errors.device,
  ...errors.reach,
  "60013": ApiError.FirmwareUpToDate,
  "60014": ApiError.FirmwareUpgrading,
  "60015": ApiError.DeviceRebooting,
  "60016": ApiError.FirmwareUpgradeFailed
}

const upgradeReported = { "60018": ApiError.FirmwareUpgradeFailed }

/**
 * @since 0.1.0
 * @category errors
 */
export type UpgradeError = Operation.ErrorOf<typeof upgradeErrors>

/**
 * Starts the upgrade of a device to the newest firmware, which takes minutes and ends in a reboot. Success is that it
 * has begun: follow `getUpgradeStatus`. No version can be chosen.
 *
 * Source: "Device Upgrade", Upgrade Device Firmware.
 *
 * @since 0.1.0
 * @category operations
 */
export const upgrade: Operation.Operation<DeviceInput, void, UpgradeError> = /*#__PURE__*/ Operation.make({
  id: "firmware.upgrade",
  section: "Firmware",
  lines: [3357, 3402],
  method: "POST",
  path: "/api/lapp/device/upgrade",
  semantics: "once",
  payload: DevicePayload,
  success: Wire.Nothing,
  errors: upgradeErrors,
  reported: upgradeReported,
  evidence:
    "The global table has the failed upgrade as 60018; its 60016 is an encryption that is switched off already."
})

// getUpgradeStatus

/**
 * How far an upgrade is.
 *
 * @since 0.1.0
 * @category tables
 */
export const UpgradeState = /*#__PURE__*/ Enumeration.make({
  upgrading: 0,
  rebooting: 1,
  upgraded: 2,
  failed: 3
})

const UpgradeStatusResult = /*#__PURE__*/ Wire.result({
  /** In percent, 1 to 100. It means something while `status` is `upgrading`, and may be missing otherwise. */
  progress: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** A failed upgrade is an answer too. What a device answers that never began one is not documented. */
  status: UpgradeState.Output
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UpgradeStatus extends Schema.Schema.Type<typeof UpgradeStatusResult> {}

const getUpgradeStatusErrors = { ...errors.device, "20007": ApiError.DeviceOffline }

/**
 * @since 0.1.0
 * @category errors
 */
export type GetUpgradeStatusError = Operation.ErrorOf<typeof getUpgradeStatusErrors>

/**
 * How far the upgrade of a device is. While the device reboots it may be offline.
 *
 * Source: "Device Upgrade", Get Device Upgrade Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getUpgradeStatus: Operation.Operation<DeviceInput, UpgradeStatus, GetUpgradeStatusError> =
  /*#__PURE__*/ Operation.make({
    id: "firmware.getUpgradeStatus",
    section: "Firmware",
    lines: [3403, 3450],
    method: "POST",
    path: "/api/lapp/device/upgrade/status",
    semantics: "read",
    payload: DevicePayload,
    success: UpgradeStatusResult,
    errors: getUpgradeStatusErrors
  })
