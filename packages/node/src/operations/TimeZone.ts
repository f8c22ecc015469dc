/**
 * Chapter "Device Switch": the time zones that a device can be set to.
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
export interface ListInput {
  /** The language of the names. Default: `ENGLISH`. */
  readonly language?: "ENGLISH" | "SIMPCN" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TimeZone {
  /** What `device.setTimeZone` takes. A number without a meaning, as text. */
  readonly tzCode: string
  /** The standard time, such as `UTC+05:30`, or `UTC` alone. Several zones have the same. */
  readonly tzValue: string
  /** For people: `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`. */
  readonly displayName: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `timeZone.list` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListError = errors.ParameterError | errors.ServerDataError | errors.CommonError

/**
 * The operations of `ezviz.timeZone`.
 *
 * @since 0.1.0
 * @category models
 */
export interface TimeZoneOperations {
  /**
   * The time zones that a device can be set to. It needs no access token. `TimeZoneCode` is the list as the
   * documentation has it; the server's may be newer.
   *
   * Source: "Device Switch", Get time zone list.
   *
   * @since 0.1.0
   * @category operations
   */
  list(input?: ListInput, options?: CallOptions): Call<ReadonlyArray<TimeZone>, ListError>
}
