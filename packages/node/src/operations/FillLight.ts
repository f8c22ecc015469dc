/**
 * Chapter "v3 Device Configuration": the lamp that a camera has for the night.
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
export interface FillLight {
  readonly deviceSerial: string
  readonly mode: "blackAndWhite" | "fullColor" | "smart" | number
  /** How bright the lamp is, in percent. The documentation says it is always 100. */
  readonly luminance?: number
  /** How long the lamp stays on by itself. The documentation says it is always 5 seconds. In seconds. */
  readonly durationSeconds?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `fillLight.getMode` can fail.
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
  readonly mode: "blackAndWhite" | "fullColor" | "smart"
}

/**
 * How `fillLight.setMode` can fail.
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
 * The operations of `ezviz.fillLight`.
 *
 * @since 0.1.0
 * @category models
 */
export interface FillLightOperations {
  /**
   * How the device's lamp is set. A sub-account needs the permission `Get` on the device.
   *
   * Source: "v3 Device Configuration", Query the fill light mode.
   *
   * @since 0.1.0
   * @category operations
   */
  getMode(input: GetModeInput, options?: CallOptions): Call<FillLight, GetModeError>

  /**
   * Sets how the device uses its lamp. A sub-account needs the permission `Config` on the device.
   *
   * Source: "v3 Device Configuration", Set the fill light mode.
   *
   * @since 0.1.0
   * @category operations
   */
  setMode(input: SetModeInput, options?: CallOptions): Call<void, SetModeError>
}
