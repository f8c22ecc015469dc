/**
 * Chapter "v3 Device Configuration": the part of the picture in which a camera looks for motion.
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
export interface GetAreaInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MotionDetectArea {
  readonly deviceSerial: string
  readonly channelNo: number
  /** The rows of the grid, which divide the distance. The documentation's sample has 0 beside 20 rows. */
  readonly rows: number
  /** The columns of the grid, which divide the angle. The documentation's sample has 0. */
  readonly columns: number
  /**
   * The area, a number for each row. How a number holds its cells is documented for the PIR area alone: see
   * `AreaGrid.toCells`.
   */
  readonly area: ReadonlyArray<number>
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `motionDetect.getArea` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetAreaError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetAreaInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  /** The area, a number for each row, as `getArea` has it; `AreaGrid.fromCells` makes one of cells. */
  readonly area: ReadonlyArray<number>
}

/**
 * How `motionDetect.setArea` can fail.
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
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.motionDetect`.
 *
 * @since 0.1.0
 * @category models
 */
export interface MotionDetectOperations {
  /**
   * The area in which a channel looks for changes of the picture and for people. A sub-account needs the permission
   * `Get` on the device.
   *
   * The documentation prints this address with the host `https://open.ys7.com`, which is mainland China's. It is asked
   * at the areaDomain like every other: a token is refused anywhere else.
   *
   * Source: "v3 Device Configuration", Query detection area.
   *
   * @since 0.1.0
   * @category operations
   */
  getArea(input: GetAreaInput, options?: CallOptions): Call<MotionDetectArea, GetAreaError>

  /**
   * Sets the area in which a channel looks for changes of the picture and for people. How many rows a device wants is
   * not documented: change what `getArea` answers. A sub-account needs the permission `Config` on the device.
   *
   * Source: "v3 Device Configuration", Set detection area.
   *
   * @since 0.1.0
   * @category operations
   */
  setArea(input: SetAreaInput, options?: CallOptions): Call<void, SetAreaError>
}
