/**
 * Chapter "Live": addresses to play video from.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * A live preview, or the playback of a recording.
 *
 * @since 0.1.0
 * @category models
 */
export type GetAddressInput =
  | {
      /** The device's serial number. */
      readonly deviceSerial: string
      /** The channel. Default: 1. */
      readonly channelNo?: number | undefined
      /** The device's video encryption password, for an `ezopen` address of an encrypted device. */
      readonly code?: string | undefined
      /** How long the address stays valid: 30 s to 720 days. Ignored for `ezopen`. In seconds. */
      readonly expireTimeSeconds?: number | undefined
      /** What to play. Default: `preview`, which is live. */
      readonly type?: "preview" | undefined
      /** Default: `ezopen`. */
      readonly protocol?: "ezopen" | "hls" | "rtmp" | "flv" | undefined
      /** Default: `hd`. */
      readonly quality?: "hd" | "fluent" | undefined
    }
  | {
      /** The device's serial number. */
      readonly deviceSerial: string
      /** Which recording to play. */
      readonly type: "localRecording" | "cloudRecording"
      /** The channel. Default: 1. */
      readonly channelNo?: number | undefined
      /** The device's video encryption password, for an `ezopen` address of an encrypted device. */
      readonly code?: string | undefined
      /** How long the address stays valid: 30 s to 720 days. Ignored for `ezopen`. In seconds. */
      readonly expireTimeSeconds?: number | undefined
      /** Default: `ezopen`. Playback has no `hls`. */
      readonly protocol?: "ezopen" | "rtmp" | "flv" | undefined
      /** `yyyy-MM-dd HH:mm:ss`, in a zone the documentation does not say: see `WallClock`. */
      readonly startTime?: string | undefined
      /** As `startTime`, and not before it; for a cloud recording on the same day. */
      readonly stopTime?: string | undefined
    }

/**
 * @since 0.1.0
 * @category models
 */
export interface LiveAddress {
  /** Names the address to `disableAddress`. Longer than a number can hold. */
  readonly id: string
  /** The address, byte for byte. It is signed: who has it can watch. */
  readonly url: string
  /**
   * When the address ends, as it came: `yyyy-MM-dd HH:mm:ss` in the zone of the region (UTC+8 in China, UTC in
   * America). The instant is in the url's `expire`.
   */
  readonly expireTime?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `live.getAddress` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetAddressError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.EncryptionEnabled
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface DisableAddressInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Default: 1. */
  readonly channelNo?: number | undefined
  /** The `id` of the address. */
  readonly urlId?: string | undefined
}

/**
 * How `live.disableAddress` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type DisableAddressError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.EncryptionEnabled
  | errors.CommonError

/**
 * The operations of `ezviz.live`.
 *
 * @since 0.1.0
 * @category models
 */
export interface LiveOperations {
  /**
   * Gets an address to watch a channel live, or to play a recording of it.
   *
   * Source: "Live", 1.1 Obtain Play Address.
   *
   * @since 0.1.0
   * @category operations
   */
  getAddress(input: GetAddressInput, options?: CallOptions): Call<LiveAddress, GetAddressError>

  /**
   * Ends an address before its time.
   *
   * Source: "Live", 1.2 Invalidate Play Address.
   *
   * @since 0.1.0
   * @category operations
   */
  disableAddress(input: DisableAddressInput, options?: CallOptions): Call<void, DisableAddressError>
}
