/**
 * Chapter "Device Switch": whether a camera listens.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const StatusPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetStatusInput extends Schema.Schema.Type<typeof StatusPayload> {}

const MicrophoneItem = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  channelNo: Wire.Integer,
  /** Whether it listens. */
  enable: Wire.FlagText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Microphone extends Schema.Schema.Type<typeof MicrophoneItem> {}

// 60020 is printed "Subscription failed" in both tables, which is 60023 everywhere else.
const microphoneErrors = {
  ...errors.device,
  ...errors.reach,
  "60020": ApiError.CommandNotSupported
}

/**
 * @since 0.1.0
 * @category errors
 */
export type MicrophoneError = Operation.ErrorOf<typeof microphoneErrors>

/**
 * Whether the microphones of a device listen, channel by channel. The fields are known from the sample only.
 *
 * Source: "Device Switch", 1.12 Get device microphone switch status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getStatus: Operation.Operation<
  GetStatusInput,
  ReadonlyArray<Microphone>,
  MicrophoneError
> = /*#__PURE__*/ Operation.make({
  id: "microphone.getStatus",
  section: "Device Switch",
  lines: [1952, 2002],
  method: "POST",
  path: "/api/lapp/camera/video/sound/status",
  semantics: "read",
  payload: StatusPayload,
  success: /*#__PURE__*/ Wire.list(MicrophoneItem),
  errors: microphoneErrors
})

const SetStatusPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** Whether to listen. */
  enable: Field.FlagText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetStatusInput extends Schema.Schema.Type<typeof SetStatusPayload> {}

/**
 * Switches the microphone of a device.
 *
 * Source: "Device Switch", 1.13 Set device microphone switch status.
 *
 * @since 0.1.0
 * @category operations
 */
export const setStatus: Operation.Operation<SetStatusInput, void, MicrophoneError> =
  /*#__PURE__*/ Operation.make({
    id: "microphone.setStatus",
    section: "Device Switch",
    lines: [2003, 2047],
    method: "POST",
    path: "/api/lapp/camera/video/sound/set",
    semantics: "idempotent",
    payload: SetStatusPayload,
    success: Wire.Nothing,
    errors: microphoneErrors
  })
