/**
 * Chapter "PTZ": moving a camera.
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
export interface StartInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  readonly direction:
    | "up"
    | "down"
    | "left"
    | "right"
    | "upperLeft"
    | "lowerLeft"
    | "upperRight"
    | "lowerRight"
    | "zoomIn"
    | "zoomOut"
    | "focusNear"
    | "focusFar"
  readonly speed: "slow" | "medium" | "fast"
}

/**
 * How `ptz.start` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type StartError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetRunning
  | errors.PtzUpperLimit
  | errors.PtzLowerLimit
  | errors.PtzLeftLimit
  | errors.PtzRightLimit
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface StopInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  readonly direction:
    | "up"
    | "down"
    | "left"
    | "right"
    | "upperLeft"
    | "lowerLeft"
    | "upperRight"
    | "lowerRight"
    | "zoomIn"
    | "zoomOut"
    | "focusNear"
    | "focusFar"
}

/**
 * How `ptz.stop` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type StopError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetRunning
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface MirrorInput {
  readonly deviceSerial: string
  readonly channelNo: number
  /** Which way the picture is flipped. */
  readonly command: "upDown" | "leftRight" | "center"
}

/**
 * How `ptz.mirror` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type MirrorError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetRunning
  | errors.CommonError

/**
 * The operations of `ezviz.ptz`.
 *
 * @since 0.1.0
 * @category models
 */
export interface PtzOperations {
  /**
   * Starts to move a camera. It goes on until `stop`: never start without making sure of that.
   *
   * Source: "PTZ", Start PTZ Control.
   *
   * @since 0.1.0
   * @category operations
   */
  start(input: StartInput, options?: CallOptions): Call<void, StartError>

  /**
   * Stops a camera.
   *
   * Source: "PTZ", Stop PTZ Control.
   *
   * @since 0.1.0
   * @category operations
   */
  stop(input: StopInput, options?: CallOptions): Call<void, StopError>

  /**
   * Flips the picture of a camera, if it can: its capabilities `ptz_top_bottom_mirror`, `ptz_left_right_mirror` and
   * `ptz_center_mirror` seem to tell. No operation says how the picture is flipped now, nor whether flipping it twice
   * puts it back; so a call is not repeated when nobody knows whether it arrived.
   *
   * Source: "PTZ", Mirror Flip.
   *
   * @since 0.1.0
   * @category operations
   */
  mirror(input: MirrorInput, options?: CallOptions): Call<void, MirrorError>
}
