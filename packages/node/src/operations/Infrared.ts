/**
 * Chapter "Device Switch": the infrared light with which a camera sees in the dark.
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
export interface SetInput {
  /** Whether the light may be on. */
  readonly enable: boolean
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * How `infrared.set` can fail.
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
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.UserNotFound
  | errors.AlreadyInState
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Infrared {
  readonly deviceSerial: string
  /** Whether the light may be on. */
  readonly enable: boolean
  readonly channelNo?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `infrared.get` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.AlreadyInState
  | errors.CommonError

/**
 * The operations of `ezviz.infrared`.
 *
 * @since 0.1.0
 * @category models
 */
export interface InfraredOperations {
  /**
   * Switches the infrared light. The documentation calls it the infrared type, but there are no types.
   *
   * Source: "Device Switch", Set infrared type.
   *
   * @since 0.1.0
   * @category operations
   */
  set(input: SetInput, options?: CallOptions): Call<void, SetError>

  /**
   * Whether the infrared light may be on.
   *
   * Source: "Device Switch", Get Infrared Type.
   *
   * @since 0.1.0
   * @category operations
   */
  get(input: GetInput, options?: CallOptions): Call<Infrared, GetError>
}
