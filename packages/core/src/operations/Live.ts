/**
 * Chapter "Live": addresses to play video from.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as WallClock from "../WallClock.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * The protocols a stream comes in. Playback has no `hls`.
 *
 * @since 0.1.0
 * @category tables
 */
export const Protocol = /*#__PURE__*/ Enumeration.make({ ezopen: 1, hls: 2, rtmp: 3, flv: 4 })

const PlaybackProtocol = /*#__PURE__*/ Enumeration.make({ ezopen: 1, rtmp: 3, flv: 4 })

/**
 * @since 0.1.0
 * @category tables
 */
export const Quality = /*#__PURE__*/ Enumeration.make({ hd: 1, fluent: 2 })

const PreviewType = /*#__PURE__*/ Enumeration.make({ preview: 1 })

const PlaybackType = /*#__PURE__*/ Enumeration.make({ localRecording: 2, cloudRecording: 3 })

const target = {
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. Default: 1. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo),
  /** The device's video encryption password, for an `ezopen` address of an encrypted device. */
  code: /*#__PURE__*/ Field.optional(Field.Secret),
  /** How long the address stays valid: 30 s to 720 days. Ignored for `ezopen`. */
  expireTime: /*#__PURE__*/ Field.optional(/*#__PURE__*/ Field.seconds(30, 62_208_000))
}

const PreviewPayload = /*#__PURE__*/ Schema.Struct({
  ...target,
  /** What to play. Default: `preview`, which is live. */
  type: /*#__PURE__*/ Field.optional(PreviewType.InputText),
  /** Default: `ezopen`. */
  protocol: /*#__PURE__*/ Field.optional(Protocol.Input),
  /** Default: `hd`. */
  quality: /*#__PURE__*/ Field.optional(Quality.Input)
})

const PlaybackPayload = /*#__PURE__*/ Schema.Struct({
  ...target,
  /** Which recording to play. */
  type: PlaybackType.InputText,
  /** Default: `ezopen`. Playback has no `hls`. */
  protocol: /*#__PURE__*/ Field.optional(PlaybackProtocol.Input),
  /** `yyyy-MM-dd HH:mm:ss`, in a zone the documentation does not say: see `WallClock`. */
  startTime: /*#__PURE__*/ Field.optional(WallClock.WallClock),
  /** As `startTime`, and not before it; for a cloud recording on the same day. */
  stopTime: /*#__PURE__*/ Field.optional(WallClock.WallClock)
}).pipe(
  /*#__PURE__*/ Schema.filter(({ startTime, stopTime, type }) => {
    if (startTime === undefined || stopTime === undefined) return undefined
    if (stopTime < startTime) return { path: ["stopTime"], message: "a time that is not before startTime" }
    // The documentation does not say so; whoever tried found that nothing is played.
    return type === "cloudRecording" && stopTime.slice(0, 10) !== startTime.slice(0, 10)
      ? {
          path: ["stopTime"],
          message: "a time on the day of startTime, as cloud recordings are played by the day"
        }
      : undefined
  })
)

const AddressPayload = /*#__PURE__*/ Schema.Union(PreviewPayload, PlaybackPayload)

/**
 * A live preview, or the playback of a recording.
 *
 * @since 0.1.0
 * @category models
 */
export type GetAddressInput = Schema.Schema.Type<typeof AddressPayload>

const AddressResult = /*#__PURE__*/ Wire.result({
  /** Names the address to `disableAddress`. Longer than a number can hold. */
  id: Wire.Text,
  /** The address, byte for byte. It is signed: who has it can watch. */
  url: Wire.SecretText,
  /**
   * When the address ends, as it came: `yyyy-MM-dd HH:mm:ss` in the zone of the region (UTC+8 in China, UTC in
   * America). The instant is in the url's `expire`.
   */
  expireTime: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface LiveAddress extends Schema.Schema.Type<typeof AddressResult> {}

const reported = {
  ...errors.device,
  ...errors.reach,
  "20032": ApiError.ChannelNotFound,
  "60019": ApiError.EncryptionEnabled
}

const evidence =
  "The chapter prints success alone; these are the codes of the global table for a device, a channel and encryption."

const getAddressErrors = {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetAddressError = Operation.ErrorOf<typeof reported>

/**
 * Gets an address to watch a channel live, or to play a recording of it.
 *
 * Source: "Live", 1.1 Obtain Play Address.
 *
 * @since 0.1.0
 * @category operations
 */
export const getAddress: Operation.Operation<GetAddressInput, LiveAddress, GetAddressError> =
  /*#__PURE__*/ Operation.make({
    id: "live.getAddress",
    section: "Live",
    lines: [88, 144],
    method: "POST",
    path: "/api/lapp/live/address/get",
    semantics: "read",
    payload: AddressPayload,
    success: AddressResult,
    errors: getAddressErrors,
    reported,
    evidence
  })

const DisablePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. Default: 1. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo),
  /** The `id` of the address. */
  urlId: /*#__PURE__*/ Field.optional(Field.Text)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DisableAddressInput extends Schema.Schema.Type<typeof DisablePayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type DisableAddressError = Operation.ErrorOf<typeof reported>

/**
 * Ends an address before its time.
 *
 * Source: "Live", 1.2 Invalidate Play Address.
 *
 * @since 0.1.0
 * @category operations
 */
export const disableAddress: Operation.Operation<DisableAddressInput, void, DisableAddressError> =
  /*#__PURE__*/ Operation.make({
    id: "live.disableAddress",
    section: "Live",
    lines: [145, 186],
    method: "POST",
    path: "/api/lapp/live/address/disable",
    semantics: "idempotent",
    payload: DisablePayload,
    success: Wire.Nothing,
    errors: getAddressErrors,
    reported,
    evidence
  })
