/**
 * Chapter "Cloud Storage": recordings that the cloud keeps for a device.
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
export interface OpenInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The password of the card that pays for it. */
  readonly cardPassword: string
  /** The phone number of the user whose device it is, where that is not the account itself. */
  readonly phone?: string | undefined
  /** The channel. Left out, it is the device itself, or channel 1: the documentation says both. */
  readonly channelNo?: number | undefined
  /**
   * `true` begins now: it prolongs a service of the same kind, and takes the place of another. `false`, the default,
   * begins when the present service ends.
   */
  readonly isImmediately?: boolean | undefined
}

/**
 * How `cloudStorage.open` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type OpenError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ChannelNotFound
  | errors.UnknownDeviceError
  | errors.UserNotFound
  | errors.CloudStorageNotSupported
  | errors.CardPasswordLocked
  | errors.CardPasswordNotFound
  | errors.CardPasswordUnusable
  | errors.CardNotForSale
  | errors.CloudStorageOpenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetDeviceInfoInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The phone number of the user whose device it is, where that is not the account itself. */
  readonly phone?: string | undefined
  /** The channel. Left out, it is the device itself, or channel 1: the documentation says both. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CloudStorageInfo {
  readonly deviceSerial: string
  readonly status: "unsupported" | "unavailable" | "notActivated" | "activated" | "expired" | number
  /** The user whose service it is. */
  readonly userName?: string
  readonly channelNo?: number
  /** For how many days a recording is kept. */
  readonly totalDays?: number
  /** When the service began. */
  readonly startTime?: Date
  /** When the service ends. */
  readonly expireTime?: Date
  /** For how many days more the service runs. */
  readonly validDays?: number
  /** A service of another kind, where the device has two. */
  readonly serviceDetail?: {
    readonly deviceSerial: string
    readonly status: "unsupported" | "unavailable" | "notActivated" | "activated" | "expired" | number
    /** The user whose service it is. */
    readonly userName?: string
    readonly channelNo?: number
    /** For how many days a recording is kept. */
    readonly totalDays?: number
    /** When the service began. */
    readonly startTime?: Date
    /** When the service ends. */
    readonly expireTime?: Date
    /** What the answer holds besides: fields that the documentation does not know, as they came. */
    readonly extra?: {
      readonly [name: string]: unknown
    }
  }
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `cloudStorage.getDeviceInfo` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetDeviceInfoError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.UnknownDeviceError
  | errors.UserNotFound
  | errors.CommonError

/**
 * The operations of `ezviz.cloudStorage`.
 *
 * @since 0.1.0
 * @category models
 */
export interface CloudStorageOperations {
  /**
   * Opens cloud storage for a device with a card that has been paid for: **the card is used up.** Too many wrong
   * passwords lock it out for 24 hours, so never try again what was refused.
   *
   * Source: "Cloud Storage", Enable Cloud Storage for Device via Card Password.
   *
   * @since 0.1.0
   * @category operations
   */
  open(input: OpenInput, options?: CallOptions): Call<void, OpenError>

  /**
   * Whether a device has cloud storage, and for how long.
   *
   * Source: "Cloud Storage", Search device cloud storage information.
   *
   * @since 0.1.0
   * @category operations
   */
  getDeviceInfo(input: GetDeviceInfoInput, options?: CallOptions): Call<CloudStorageInfo, GetDeviceInfoError>
}
