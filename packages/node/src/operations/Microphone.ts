/**
 * Chapter "Device Switch": whether a camera listens.
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
export interface GetStatusInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Microphone {
  readonly deviceSerial: string
  readonly channelNo: number
  /** Whether it listens. */
  readonly enable: boolean
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `microphone.getStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetStatusError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetStatusInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** Whether to listen. */
  readonly enable: boolean
}

/**
 * How `microphone.setStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetStatusError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.microphone`.
 *
 * @since 0.1.0
 * @category models
 */
export interface MicrophoneOperations {
  /**
   * Whether the microphones of a device listen, channel by channel. The fields are known from the sample only.
   *
   * Source: "Device Switch", 1.12 Get device microphone switch status.
   *
   * @since 0.1.0
   * @category operations
   */
  getStatus(input: GetStatusInput, options?: CallOptions): Call<ReadonlyArray<Microphone>, GetStatusError>

  /**
   * Switches the microphone of a device.
   *
   * Source: "Device Switch", 1.13 Set device microphone switch status.
   *
   * @since 0.1.0
   * @category operations
   */
  setStatus(input: SetStatusInput, options?: CallOptions): Call<void, SetStatusError>
}
