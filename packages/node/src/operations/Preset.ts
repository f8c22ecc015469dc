/**
 * Chapter "PTZ": places that a camera remembers and goes back to.
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
export interface AddInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Preset {
  /** The preset's number, which the device chose: 1 to 12 with a C6. */
  readonly index: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `preset.add` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type AddError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetLimitReached
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface MoveInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  /** The preset's number, from `ezviz.preset.add`: 1 to 12 with a C6; for others no limits are documented. */
  readonly index: number
}

/**
 * How `preset.move` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type MoveError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetRunning
  | errors.PresetIsCurrent
  | errors.PresetNotFound
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ClearInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  /** The preset's number, from `ezviz.preset.add`: 1 to 12 with a C6; for others no limits are documented. */
  readonly index: number
}

/**
 * How `preset.clear` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ClearError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetNotFound
  | errors.CommonError

/**
 * The operations of `ezviz.preset`.
 *
 * @since 0.1.0
 * @category models
 */
export interface PresetOperations {
  /**
   * Makes a preset of where a camera points now, if the camera can (capability `ptz_preset`). Keep the index: no
   * operation lists the presets that there are.
   *
   * Source: "PTZ", Add Preset.
   *
   * @since 0.1.0
   * @category operations
   */
  add(input: AddInput, options?: CallOptions): Call<Preset, AddError>

  /**
   * Turns a camera to a preset. One that points there already answers `PresetIsCurrent`, which is no fault; one that
   * is on its way to a preset answers `PresetRunning`.
   *
   * Source: "PTZ", Call Preset.
   *
   * @since 0.1.0
   * @category operations
   */
  move(input: MoveInput, options?: CallOptions): Call<void, MoveError>

  /**
   * Forgets a preset.
   *
   * Source: "PTZ", Clear Preset.
   *
   * @since 0.1.0
   * @category operations
   */
  clear(input: ClearInput, options?: CallOptions): Call<void, ClearError>
}
