/**
 * Chapter "v3 Device Configuration": the lamp that a camera has for the night.
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
 * How a camera sees at night: without its lamp, with it, or with it when something moves.
 *
 * @since 0.1.0
 * @category tables
 */
export const Mode = /*#__PURE__*/ Enumeration.make({ blackAndWhite: 0, fullColor: 1, smart: 2 })

const GetModePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetModeInput extends Schema.Schema.Type<typeof GetModePayload> {}

const GetModeResult = /*#__PURE__*/ Wire.result(
  {
    deviceSerial: Wire.Text,
    mode: Mode.Output,
    /** How bright the lamp is, in percent. The documentation says it is always 100. */
    luminance: /*#__PURE__*/ Wire.optional(Wire.Integer),
    /** How long the lamp stays on by itself. The documentation says it is always 5 seconds. */
    duration: /*#__PURE__*/ Wire.optional(Wire.Seconds)
  },
  { mode: ["graphicType", "mode"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface FillLight extends Schema.Schema.Type<typeof GetModeResult> {}

const getModeErrors = errors.v3Get

/**
 * @since 0.1.0
 * @category errors
 */
export type GetModeError = Operation.ErrorOf<typeof getModeErrors>

/**
 * How the device's lamp is set. A sub-account needs the permission `Get` on the device.
 *
 * Source: "v3 Device Configuration", Query the fill light mode.
 *
 * @since 0.1.0
 * @category operations
 */
export const getMode: Operation.Operation<GetModeInput, FillLight, GetModeError> =
  /*#__PURE__*/ Operation.make({
    id: "fillLight.getMode",
    section: "v3 Device Configuration",
    lines: [4889, 4947],
    method: "GET",
    path: "/api/v3/device/fillLight/mode/get",
    in: "header",
    auth: "header",
    family: "v3-status-body",
    semantics: "read",
    payload: GetModePayload,
    success: GetModeResult,
    errors: getModeErrors
  })

const SetModePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  mode: Mode.InputText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetModeInput extends Schema.Schema.Type<typeof SetModePayload> {}

const setModeErrors = {
  ...errors.v3Set,
  ...errors.v3Risky,
  "10036": ApiError.SubAccountFrozen,
  "30001": ApiError.UserNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetModeError = Operation.ErrorOf<typeof setModeErrors>

/**
 * Sets how the device uses its lamp. A sub-account needs the permission `Config` on the device.
 *
 * Source: "v3 Device Configuration", Set the fill light mode.
 *
 * @since 0.1.0
 * @category operations
 */
export const setMode: Operation.Operation<SetModeInput, void, SetModeError> = /*#__PURE__*/ Operation.make({
  id: "fillLight.setMode",
  section: "v3 Device Configuration",
  lines: [4950, 5009],
  method: "POST",
  path: "/api/v3/device/fillLight/mode/set",
  in: { deviceSerial: "header", mode: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "idempotent",
  payload: SetModePayload,
  success: Wire.Nothing,
  errors: setModeErrors
})
