/**
 * Chapter "PTZ": places that a camera remembers and goes back to.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const camera = {
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. */
  channelNo: Field.ChannelNo
}

const AddPayload = /*#__PURE__*/ Schema.Struct(camera)

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput extends Schema.Schema.Type<typeof AddPayload> {}

const Result = /*#__PURE__*/ Wire.result({
  /** The preset's number, which the device chose: 1 to 12 with a C6. */
  index: Wire.Integer
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Preset extends Schema.Schema.Type<typeof Result> {}

const presetErrors = {
  ...errors.account,
  ...errors.reach,
  "20002": ApiError.DeviceNotFound,
  "20014": ApiError.DeviceSerialInvalid,
  "20032": ApiError.ChannelNotFound,
  "60000": ApiError.PtzNotSupported,
  "60001": ApiError.PtzNotPermitted,
  "60006": ApiError.PtzFailed
}

const addErrors = {
  ...presetErrors,
  "60007": ApiError.PresetLimitReached,
  "60008": ApiError.PresetLimitReached
}

const addReported = { "20018": ApiError.DeviceNotOwned, "60020": ApiError.CommandNotSupported }

/**
 * @since 0.1.0
 * @category errors
 */
export type AddError = Operation.ErrorOf<typeof addErrors & typeof addReported>

/**
 * Makes a preset of where a camera points now, if the camera can (capability `ptz_preset`). Keep the index: no
 * operation lists the presets that there are.
 *
 * Source: "PTZ", Add Preset.
 *
 * @since 0.1.0
 * @category operations
 */
export const add: Operation.Operation<AddInput, Preset, AddError> = /*#__PURE__*/ Operation.make({
  id: "preset.add",
  section: "PTZ",
  lines: [3618, 3671],
  method: "POST",
  path: "/api/lapp/device/preset/add",
  semantics: "once",
  payload: AddPayload,
  success: Result,
  errors: addErrors,
  reported: addReported,
  evidence:
    "The device must support it and be the account's; the tables of preset.move and preset.clear have both."
})

const PresetPayload = /*#__PURE__*/ Schema.Struct({
  ...camera,
  /** The preset's number, from `Preset.add`: 1 to 12 with a C6; for others no limits are documented. */
  index: /*#__PURE__*/ Schema.NonNegativeInt
})

/**
 * @since 0.1.0
 * @category models
 */
export interface MoveInput extends Schema.Schema.Type<typeof PresetPayload> {}

const clearErrors = {
  ...presetErrors,
  "20018": ApiError.DeviceNotOwned,
  "60020": ApiError.CommandNotSupported
}

const moveErrors = {
  ...clearErrors,
  "60009": ApiError.PresetRunning,
  "60010": ApiError.PresetIsCurrent,
  "60011": ApiError.PresetNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type MoveError = Operation.ErrorOf<typeof moveErrors>

/**
 * Turns a camera to a preset. One that points there already answers `PresetIsCurrent`, which is no fault; one that
 * is on its way to a preset answers `PresetRunning`.
 *
 * Source: "PTZ", Call Preset.
 *
 * @since 0.1.0
 * @category operations
 */
export const move: Operation.Operation<MoveInput, void, MoveError> = /*#__PURE__*/ Operation.make({
  id: "preset.move",
  section: "PTZ",
  lines: [3672, 3723],
  method: "POST",
  path: "/api/lapp/device/preset/move",
  semantics: "idempotent",
  payload: PresetPayload,
  success: Wire.Nothing,
  errors: moveErrors
})

/**
 * @since 0.1.0
 * @category models
 */
export interface ClearInput extends Schema.Schema.Type<typeof PresetPayload> {}

const clearReported = { "60011": ApiError.PresetNotFound }

/**
 * @since 0.1.0
 * @category errors
 */
export type ClearError = Operation.ErrorOf<typeof clearErrors & typeof clearReported>

/**
 * Forgets a preset.
 *
 * Source: "PTZ", Clear Preset.
 *
 * @since 0.1.0
 * @category operations
 */
export const clear: Operation.Operation<ClearInput, void, ClearError> = /*#__PURE__*/ Operation.make({
  id: "preset.clear",
  section: "PTZ",
  lines: [3724, 3772],
  method: "POST",
  path: "/api/lapp/device/preset/clear",
  semantics: "idempotent",
  payload: PresetPayload,
  success: Wire.Nothing,
  errors: clearErrors,
  reported: clearReported,
  evidence: "It takes an index, which may be of no preset; the table of preset.move has the code."
})
