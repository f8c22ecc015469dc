/**
 * Chapter "Device Switch": the chime that rings with a doorbell.
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
export interface SetTypeInput {
  /** What kind of chime there is. */
  readonly type: "none" | "mechanical" | "electronic"
  /**
   * How long it rings; needed for `none` too. The documentation gives no unit and no limits. Its samples are 10000
   * and 1000, which are probably milliseconds.
   */
  readonly duration: number
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * How `chime.setType` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetTypeError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTypeInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Chime {
  readonly deviceSerial: string
  readonly type: "none" | "mechanical" | "electronic" | number
  /** How long it rings, in the unit of `setType`, which the documentation does not say. */
  readonly duration: number
  readonly channelNo?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `chime.getType` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetTypeError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.chime`.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChimeOperations {
  /**
   * Says what kind of chime is wired to a doorbell, and how long it is to ring.
   *
   * Source: "Device Switch", Set chime type.
   *
   * @since 0.1.0
   * @category operations
   */
  setType(input: SetTypeInput, options?: CallOptions): Call<void, SetTypeError>

  /**
   * What kind of chime is wired to a doorbell, and how long it rings.
   *
   * Source: "Device Switch", Get chime type.
   *
   * @since 0.1.0
   * @category operations
   */
  getType(input: GetTypeInput, options?: CallOptions): Call<Chime, GetTypeError>
}
