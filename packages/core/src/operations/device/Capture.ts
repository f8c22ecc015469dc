/**
 * Of chapter "Device Operation": pictures.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Enumeration from "../../reference/Enumeration.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

/**
 * The size of a captured picture.
 *
 * @since 0.1.0
 * @category tables
 */
export const CaptureQuality = /*#__PURE__*/ Enumeration.make({
  smooth: 0,
  "720p": 1,
  "4cif": 2,
  "1080p": 3,
  "400w": 4
})

const CapturePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel; 1 for a camera. */
  channelNo: Field.ChannelNo,
  /** The size of the picture. The default is not documented. */
  quality: /*#__PURE__*/ Field.optional(CaptureQuality.Input)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface CaptureInput extends Schema.Schema.Type<typeof CapturePayload> {}

const CaptureResult = /*#__PURE__*/ Wire.result({
  /** The picture's signed address. It dies soon (2 hours were seen): download at once. Often plain `http`. */
  picUrl: Wire.SecretText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Capture extends Schema.Schema.Type<typeof CaptureResult> {}

const captureErrors = {
  ...errors.device,
  ...errors.reach,
  "20032": ApiError.ChannelNotFound,
  "60017": ApiError.CaptureFailed,
  "60020": ApiError.CommandNotSupported
}

/**
 * @since 0.1.0
 * @category errors
 */
export type CaptureError = Operation.ErrorOf<typeof captureErrors>

/**
 * Takes a picture now. Leave at least 4 seconds between two captures of a device; the captures of a day are limited.
 *
 * Source: "Device Operation", Capture Pictures.
 *
 * @since 0.1.0
 * @category operations
 */
export const capture: Operation.Operation<CaptureInput, Capture, CaptureError> = /*#__PURE__*/ Operation.make(
  {
    id: "device.capture",
    section: "Device Operation",
    lines: [830, 879],
    method: "POST",
    path: "/api/lapp/device/capture",
    semantics: "once",
    payload: CapturePayload,
    success: CaptureResult,
    errors: captureErrors
  }
)
