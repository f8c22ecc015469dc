/**
 * Chapter "v3 Device Configuration": switches of a device, each named by its type.
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
 * The switches. The documentation knows one: whether the light flashes when something moves. Others have a number
 * alone.
 *
 * @since 0.1.0
 * @category tables
 */
export const Type = /*#__PURE__*/ Enumeration.make({ motionLight: 301 })

const GetPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** Which switch: its name, or its number where it has none. */
  type: Type.OpenInput
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetInput extends Schema.Schema.Type<typeof GetPayload> {}

const GetResult = /*#__PURE__*/ Wire.result(
  {
    deviceSerial: Wire.Text,
    type: Type.Output,
    /** Whether it is on. */
    enable: Wire.Flag
  },
  { deviceSerial: ["subSerial", "deviceSerial"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceSwitch extends Schema.Schema.Type<typeof GetResult> {}

const getErrors = errors.v3Get

/**
 * @since 0.1.0
 * @category errors
 */
export type GetError = Operation.ErrorOf<typeof getErrors>

/**
 * Whether a switch is on. A sub-account needs the permission `Get` on the device.
 *
 * Source: "v3 Device Configuration", Query device switch.
 *
 * @since 0.1.0
 * @category operations
 */
export const get: Operation.Operation<GetInput, DeviceSwitch, GetError> = /*#__PURE__*/ Operation.make({
  id: "deviceSwitch.get",
  section: "v3 Device Configuration",
  lines: [5013, 5073],
  method: "GET",
  path: "/api/v3/device/switchStatus/get",
  in: { deviceSerial: "header", type: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "read",
  payload: GetPayload,
  success: GetResult,
  errors: getErrors
})

const SetPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** Which switch: its name, or its number where it has none. */
  type: Type.OpenInput,
  /** Whether it is to be on. */
  enable: Field.FlagText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetInput extends Schema.Schema.Type<typeof SetPayload> {}

const setErrors = {
  ...errors.v3Set,
  ...errors.v3Risky,
  "30001": ApiError.UserNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetError = Operation.ErrorOf<typeof setErrors>

/**
 * Turns a switch on or off. A sub-account needs the permission `Config` on the device.
 *
 * Source: "v3 Device Configuration", Set device switch.
 *
 * @since 0.1.0
 * @category operations
 */
export const set: Operation.Operation<SetInput, void, SetError> = /*#__PURE__*/ Operation.make({
  id: "deviceSwitch.set",
  section: "v3 Device Configuration",
  lines: [5076, 5135],
  method: "POST",
  path: "/api/v3/device/switchStatus/set",
  in: { deviceSerial: "header", type: "query", enable: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "idempotent",
  payload: SetPayload,
  success: Wire.Nothing,
  errors: setErrors
})
