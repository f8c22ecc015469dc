/**
 * Chapter "Device Switch": the area in which a PIR sensor looks for warm bodies.
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
export interface SetAreaInput {
  /**
   * All cells of the grid, `true` where one is watched: the rows from the top, each from the left. How many rows and
   * columns there are, `getArea` tells.
   */
  readonly area: ReadonlyArray<ReadonlyArray<boolean>>
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * How `pir.setArea` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetAreaError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetAreaInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PirArea {
  readonly deviceSerial: string
  /** How many rows the grid has. */
  readonly rows: number
  /** How many columns the grid has. */
  readonly columns: number
  /** Every row of the grid from the top, with its cells from the left: `true` where a cell is watched. */
  readonly area: ReadonlyArray<ReadonlyArray<boolean>>
  readonly channelNo?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `pir.getArea` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetAreaError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.pir`.
 *
 * @since 0.1.0
 * @category models
 */
export interface PirOperations {
  /**
   * Says in which cells of its grid the sensor looks for warm bodies. A grid that is not the device's is the caller's
   * mistake: read `getArea` first, and change its cells.
   *
   * Source: "Device Switch", Set configuration of pir area.
   *
   * @since 0.1.0
   * @category operations
   */
  setArea(input: SetAreaInput, options?: CallOptions): Call<void, SetAreaError>

  /**
   * The grid of the sensor, and in which of its cells it looks for warm bodies.
   *
   * Source: "Device Switch", Get configuration of pir area.
   *
   * @since 0.1.0
   * @category operations
   */
  getArea(input: GetAreaInput, options?: CallOptions): Call<PirArea, GetAreaError>
}
