/**
 * Chapter "v3 Device Configuration": the part of the picture in which a camera looks for motion.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as AreaGrid from "../AreaGrid.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const channel = {
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. */
  channelNo: Field.ChannelNo
}

const GetAreaPayload = /*#__PURE__*/ Schema.Struct(channel)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetAreaInput extends Schema.Schema.Type<typeof GetAreaPayload> {}

const GetAreaResult = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  channelNo: Wire.Integer,
  /** The rows of the grid, which divide the distance. The documentation's sample has 0 beside 20 rows. */
  rows: Wire.Integer,
  /** The columns of the grid, which divide the angle. The documentation's sample has 0. */
  columns: Wire.Integer,
  /**
   * The area, a number for each row. How a number holds its cells is documented for the PIR area alone: see
   * `AreaGrid.toCells`.
   */
  area: AreaGrid.Output
})

/**
 * @since 0.1.0
 * @category models
 */
export interface MotionDetectArea extends Schema.Schema.Type<typeof GetAreaResult> {}

const getAreaErrors = {
  ...errors.v3,
  "20007": ApiError.DeviceOffline,
  "50000": ApiError.ServerError
}

const getAreaReported = { "60020": ApiError.CommandNotSupported }

/**
 * @since 0.1.0
 * @category errors
 */
export type GetAreaError = Operation.ErrorOf<typeof getAreaErrors> | Operation.ErrorOf<typeof getAreaReported>

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
export const getArea: Operation.Operation<GetAreaInput, MotionDetectArea, GetAreaError> =
  /*#__PURE__*/ Operation.make({
    id: "motionDetect.getArea",
    section: "v3 Device Configuration",
    lines: [5395, 5456],
    method: "GET",
    path: "/api/v3/device/motion/detect/get",
    in: "header",
    auth: "header",
    family: "v3-status-body",
    semantics: "read",
    payload: GetAreaPayload,
    success: GetAreaResult,
    errors: getAreaErrors,
    reported: getAreaReported,
    evidence:
      "The operation that sets the area has this code in its table, and every other query of the chapter."
  })

const SetAreaPayload = /*#__PURE__*/ Schema.Struct({
  ...channel,
  /** The area, a number for each row, as `getArea` has it; `AreaGrid.fromCells` makes one of cells. */
  area: AreaGrid.Input
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetAreaInput extends Schema.Schema.Type<typeof SetAreaPayload> {}

const setAreaErrors = errors.v3Set

/**
 * @since 0.1.0
 * @category errors
 */
export type SetAreaError = Operation.ErrorOf<typeof setAreaErrors>

/**
 * Sets the area in which a channel looks for changes of the picture and for people. How many rows a device wants is
 * not documented: change what `getArea` answers. A sub-account needs the permission `Config` on the device.
 *
 * Source: "v3 Device Configuration", Set detection area.
 *
 * @since 0.1.0
 * @category operations
 */
export const setArea: Operation.Operation<SetAreaInput, void, SetAreaError> = /*#__PURE__*/ Operation.make({
  id: "motionDetect.setArea",
  section: "v3 Device Configuration",
  lines: [5459, 5514],
  method: "POST",
  path: "/api/v3/device/motion/detect/set",
  in: { deviceSerial: "header", channelNo: "header", area: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "idempotent",
  payload: SetAreaPayload,
  success: Wire.Nothing,
  errors: setAreaErrors
})
