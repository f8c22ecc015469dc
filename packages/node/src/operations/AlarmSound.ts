/**
 * Chapter "v3 Device Configuration": the sound that a device makes when it raises an alarm.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface GetModeInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AlarmSound {
  readonly deviceSerial: string
  readonly mode: "notReported" | "short" | "long" | "mute" | "custom" | number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `alarmSound.getMode` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetModeError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommandNotSupported
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetModeInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The sound. The wire calls it `type`. */
  readonly mode: "short" | "long" | "mute"
}

/**
 * How `alarmSound.setMode` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetModeError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.CommandNotSupported
  | errors.UnknownDeviceError
  | errors.UserNotFound
  | errors.VerificationRequired
  | errors.CommonError

/**
 * The operations of `ezviz.alarmSound`.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmSoundOperations {
  /**
   * The sound of the device's alarm. A sub-account needs the permission `Get` on the device.
   *
   * Source: "v3 Device Configuration", Query the alarm sound enablement switch.
   *
   * @since 0.1.0
   * @category operations
   */
  getMode(input: GetModeInput, options?: CallOptions): Call<AlarmSound, GetModeError>

  /**
   * Sets the sound of the device's alarm. A sub-account needs the permission `Config` on the device.
   *
   * Source: "v3 Device Configuration", Set the alarm sound function.
   *
   * @since 0.1.0
   * @category operations
   */
  setMode(input: SetModeInput, options?: CallOptions): Call<void, SetModeError>
}
