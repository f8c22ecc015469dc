/**
 * Chapter "Recording": what a device has recorded on its own card or disk.
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
export interface QueryLocalInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. The default is not documented. */
  readonly channelNo?: number | undefined
  /** Default: all types. */
  readonly recordType?: "timing" | "event" | "car" | "human" | undefined
  /** `yyyy-MM-dd HH:mm:ss`, in a zone the documentation does not say: see `WallClock`. Default: 00:00 today. */
  readonly startTime?: string | undefined
  /** As `startTime`, and not before it. Default: now. No longest span is documented. */
  readonly endTime?: string | undefined
}

/**
 * A piece of a recording, without a gap in it.
 *
 * @since 0.1.0
 * @category models
 */
export interface LocalRecording {
  /** `yyyy-MM-dd HH:mm:ss`, as `live.getAddress` takes it. In a zone the documentation does not say. */
  readonly startTime: string
  /** As `startTime`. */
  readonly endTime: string
  readonly deviceSerial: string
  /** The channel. The wire calls it `cameraNo`. */
  readonly channelNo: number
  /** The vendor's word for why it was recorded: `TIMING` by plan. Its other words are not documented. */
  readonly type: string
  /** In a unit that the documentation does not say. */
  readonly size?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `recording.queryLocal` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type QueryLocalError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceOffline
  | errors.DeviceNotSupported
  | errors.FunctionNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.recording`.
 *
 * @since 0.1.0
 * @category models
 */
export interface RecordingOperations {
  /**
   * What a device has recorded on its own card or disk in a time; without times, since midnight. The device itself is
   * asked: one on a battery may have to wake up first and answer `DeviceTimeout`.
   *
   * Source: "Recording", Query local video record.
   *
   * @since 0.1.0
   * @category operations
   */
  queryLocal(
    input: QueryLocalInput,
    options?: CallOptions
  ): Call<ReadonlyArray<LocalRecording>, QueryLocalError>
}
