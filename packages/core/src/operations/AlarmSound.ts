/**
 * Chapter "v3 Device Configuration": the sound that a device makes when it raises an alarm.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as DeviceState from "../reference/DeviceState.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * The sounds that can be set: a short call, a long one, or none. A device may have others besides.
 *
 * @since 0.1.0
 * @category tables
 */
export const Mode = /*#__PURE__*/ Enumeration.make({ short: 0, long: 1, mute: 2 })

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
  { deviceSerial: Wire.Text, mode: DeviceState.AlarmSoundMode.Output },
  { mode: ["alarmSoundMode"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface AlarmSound extends Schema.Schema.Type<typeof GetModeResult> {}

const getModeErrors = errors.v3Get

/**
 * @since 0.1.0
 * @category errors
 */
export type GetModeError = Operation.ErrorOf<typeof getModeErrors>

/**
 * The sound of the device's alarm. A sub-account needs the permission `Get` on the device.
 *
 * Source: "v3 Device Configuration", Query the alarm sound enablement switch.
 *
 * @since 0.1.0
 * @category operations
 */
export const getMode: Operation.Operation<GetModeInput, AlarmSound, GetModeError> =
  /*#__PURE__*/ Operation.make({
    id: "alarmSound.getMode",
    section: "v3 Device Configuration",
    lines: [5276, 5330],
    method: "GET",
    path: "/api/v3/device/alarmSound/enabled/get",
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
  /** The sound. The wire calls it `type`. */
  mode: /*#__PURE__*/ Schema.propertySignature(Mode.InputText).pipe(/*#__PURE__*/ Schema.fromKey("type"))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetModeInput extends Schema.Schema.Type<typeof SetModePayload> {}

const setModeErrors = {
  ...errors.v3Set,
  ...errors.v3Risky,
  "30001": ApiError.UserNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetModeError = Operation.ErrorOf<typeof setModeErrors>

/**
 * Sets the sound of the device's alarm. A sub-account needs the permission `Config` on the device.
 *
 * Source: "v3 Device Configuration", Set the alarm sound function.
 *
 * @since 0.1.0
 * @category operations
 */
export const setMode: Operation.Operation<SetModeInput, void, SetModeError> = /*#__PURE__*/ Operation.make({
  id: "alarmSound.setMode",
  section: "v3 Device Configuration",
  lines: [5333, 5391],
  method: "POST",
  path: "/api/v3/device/alarmSound/enabled/set",
  in: { deviceSerial: "header", type: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "idempotent",
  payload: SetModePayload,
  success: Wire.Nothing,
  errors: setModeErrors
})
