/**
 * Chapter "v3 Device Configuration": sounds that a device plays when it is told to.
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
export interface PlayInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The sound. The wire calls it `voiceIndex`. */
  readonly voice: "mute" | "alertBeep" | "alarmBeep"
  /** How loud, 1 to 100. Default: 1. */
  readonly volume?: number | undefined
}

/**
 * How `ringtone.play` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type PlayError =
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
 * The operations of `ezviz.ringtone`.
 *
 * @since 0.1.0
 * @category models
 */
export interface RingtoneOperations {
  /**
   * Plays a sound on the device, now. A sub-account needs the permission `Config` on the device.
   *
   * Source: "v3 Device Configuration", Play ringtone.
   *
   * @since 0.1.0
   * @category operations
   */
  play(input: PlayInput, options?: CallOptions): Call<void, PlayError>
}
