/**
 * Chapter "PTZ": moving a camera.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * Where a camera can go; the vendor's numbers are not in the order of a clock.
 *
 * @since 0.1.0
 * @category tables
 */
export const Direction = /*#__PURE__*/ Enumeration.make({
  up: 0,
  down: 1,
  left: 2,
  right: 3,
  upperLeft: 4,
  lowerLeft: 5,
  upperRight: 6,
  lowerRight: 7,
  zoomIn: 8,
  zoomOut: 9,
  focusNear: 10,
  focusFar: 11
})

/**
 * How a picture is flipped.
 *
 * @since 0.1.0
 * @category tables
 */
export const Flip = /*#__PURE__*/ Enumeration.make({ upDown: 0, leftRight: 1, center: 2 })

/**
 * @since 0.1.0
 * @category tables
 */
export const Speed = /*#__PURE__*/ Enumeration.make({ slow: 0, medium: 1, fast: 2 })

const motion = {
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. */
  channelNo: Field.ChannelNo,
  direction: Direction.Input
}

const StartPayload = /*#__PURE__*/ Schema.Struct({ ...motion, speed: Speed.Input })

/**
 * @since 0.1.0
 * @category models
 */
export interface StartInput extends Schema.Schema.Type<typeof StartPayload> {}

const ptzErrors = {
  ...errors.account,
  ...errors.reach,
  "20002": ApiError.DeviceNotFound,
  "20014": ApiError.DeviceSerialInvalid,
  "20032": ApiError.ChannelNotFound,
  "60000": ApiError.PtzNotSupported,
  "60001": ApiError.PtzNotPermitted,
  "60006": ApiError.PtzFailed,
  "60009": ApiError.PresetRunning,
  "60020": ApiError.CommandNotSupported
}

const startErrors = {
  ...ptzErrors,
  "60002": ApiError.PtzUpperLimit,
  "60003": ApiError.PtzLowerLimit,
  "60004": ApiError.PtzLeftLimit,
  "60005": ApiError.PtzRightLimit
}

/**
 * @since 0.1.0
 * @category errors
 */
export type StartError = Operation.ErrorOf<typeof startErrors>

/**
 * Starts to move a camera. It goes on until `stop`: never start without making sure of that.
 *
 * Source: "PTZ", Start PTZ Control.
 *
 * @since 0.1.0
 * @category operations
 */
export const start: Operation.Operation<StartInput, void, StartError> = /*#__PURE__*/ Operation.make({
  id: "ptz.start",
  section: "PTZ",
  lines: [3466, 3519],
  method: "POST",
  path: "/api/lapp/device/ptz/start",
  semantics: "once",
  payload: StartPayload,
  success: Wire.Nothing,
  errors: startErrors
})

const StopPayload = /*#__PURE__*/ Schema.Struct(motion)

/**
 * @since 0.1.0
 * @category models
 */
export interface StopInput extends Schema.Schema.Type<typeof StopPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type StopError = Operation.ErrorOf<typeof ptzErrors>

/**
 * Stops a camera.
 *
 * Source: "PTZ", Stop PTZ Control.
 *
 * @since 0.1.0
 * @category operations
 */
export const stop: Operation.Operation<StopInput, void, StopError> = /*#__PURE__*/ Operation.make({
  id: "ptz.stop",
  section: "PTZ",
  lines: [3520, 3568],
  method: "POST",
  path: "/api/lapp/device/ptz/stop",
  semantics: "idempotent",
  payload: StopPayload,
  success: Wire.Nothing,
  errors: ptzErrors
})

const MirrorPayload = /*#__PURE__*/ Schema.Struct({
  deviceSerial: motion.deviceSerial,
  channelNo: motion.channelNo,
  /** Which way the picture is flipped. */
  command: Flip.Input
})

/**
 * @since 0.1.0
 * @category models
 */
export interface MirrorInput extends Schema.Schema.Type<typeof MirrorPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type MirrorError = Operation.ErrorOf<typeof ptzErrors>

/**
 * Flips the picture of a camera, if it can: its capabilities `ptz_top_bottom_mirror`, `ptz_left_right_mirror` and
 * `ptz_center_mirror` seem to tell. No operation says how the picture is flipped now, nor whether flipping it twice
 * puts it back; so a call is not repeated when nobody knows whether it arrived.
 *
 * Source: "PTZ", Mirror Flip.
 *
 * @since 0.1.0
 * @category operations
 */
export const mirror: Operation.Operation<MirrorInput, void, MirrorError> = /*#__PURE__*/ Operation.make({
  id: "ptz.mirror",
  section: "PTZ",
  lines: [3569, 3617],
  method: "POST",
  path: "/api/lapp/device/ptz/mirror",
  semantics: "once",
  payload: MirrorPayload,
  success: Wire.Nothing,
  errors: ptzErrors
})
