/**
 * Chapter "v3 Device Configuration": the cards and disks that a device records to.
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
export interface GetFormatStatusInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatStatus {
  /** Every card or disk of the device. */
  readonly media: ReadonlyArray<{
    /** Names the medium to `formatDisk`. */
    readonly index: number
    readonly name: string
    readonly status: "normal" | "faulty" | "unformatted" | "formatting" | number
    /** How far formatting has come, in percent. */
    readonly formattingRate?: number
    /** In a unit that the documentation does not say. */
    readonly capacity?: number
    /** What the answer holds besides: fields that the documentation does not know, as they came. */
    readonly extra?: {
      readonly [name: string]: unknown
    }
  }>
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `storage.getFormatStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetFormatStatusError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceOffline
  | errors.VerificationRequired
  | errors.DeviceFailure
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatDiskInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The `index` of the medium, from `getFormatStatus`. */
  readonly diskIndex: number
}

/**
 * How `storage.formatDisk` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type FormatDiskError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.UnknownDeviceError
  | errors.VerificationRequired
  | errors.DeviceFailure
  | errors.DeviceFormatting
  | errors.CommonError

/**
 * The operations of `ezviz.storage`.
 *
 * @since 0.1.0
 * @category models
 */
export interface StorageOperations {
  /**
   * The storage media of a device, and how far each is with being formatted. A sub-account needs the permission `Get`
   * on the device.
   *
   * Source: "v3 Device Configuration", Get the device formatting status.
   *
   * @since 0.1.0
   * @category operations
   */
  getFormatStatus(
    input: GetFormatStatusInput,
    options?: CallOptions
  ): Call<FormatStatus, GetFormatStatusError>

  /**
   * **Erases a storage medium of the device: every recording on it is lost, for good.** It goes on after the answer:
   * follow `getFormatStatus`. Never sent twice. A sub-account needs the permission `Format` on the device.
   *
   * Source: "v3 Device Configuration", Formatting device disk.
   *
   * @since 0.1.0
   * @category operations
   */
  formatDisk(input: FormatDiskInput, options?: CallOptions): Call<void, FormatDiskError>
}
