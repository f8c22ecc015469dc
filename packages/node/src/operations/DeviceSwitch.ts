/**
 * Chapter "v3 Device Configuration": switches of a device, each named by its type.
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
export interface GetInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** Which switch: its name, or its number where it has none. */
  readonly type: "motionLight" | number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceSwitch {
  readonly deviceSerial: string
  readonly type: "motionLight" | number
  /** Whether it is on. */
  readonly enable: boolean
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `deviceSwitch.get` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetError =
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
export interface SetInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** Which switch: its name, or its number where it has none. */
  readonly type: "motionLight" | number
  /** Whether it is to be on. */
  readonly enable: boolean
}

/**
 * How `deviceSwitch.set` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetError =
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
 * The operations of `ezviz.deviceSwitch`.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceSwitchOperations {
  /**
   * Whether a switch is on. A sub-account needs the permission `Get` on the device.
   *
   * Source: "v3 Device Configuration", Query device switch.
   *
   * @since 0.1.0
   * @category operations
   */
  get(input: GetInput, options?: CallOptions): Call<DeviceSwitch, GetError>

  /**
   * Turns a switch on or off. A sub-account needs the permission `Config` on the device.
   *
   * Source: "v3 Device Configuration", Set device switch.
   *
   * @since 0.1.0
   * @category operations
   */
  set(input: SetInput, options?: CallOptions): Call<void, SetError>
}
