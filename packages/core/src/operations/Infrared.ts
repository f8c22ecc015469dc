/**
 * Chapter "Device Switch": the infrared light with which a camera sees in the dark.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const SetPayload = /*#__PURE__*/ Schema.Struct({
  ...Field.target,
  /** Whether the light may be on. */
  enable: Field.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetInput extends Schema.Schema.Type<typeof SetPayload> {}

const setErrors = {
  ...errors.device,
  "10004": ApiError.UserNotFound
}

/** What an order to a device can end with. The documentation has these in the table of `get`. */
const setReported = {
  ...errors.reach,
  "20032": ApiError.ChannelNotFound,
  "60020": ApiError.CommandNotSupported,
  "60022": ApiError.AlreadyInState
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetError = Operation.ErrorOf<typeof setErrors> | Operation.ErrorOf<typeof setReported>

/**
 * Switches the infrared light. The documentation calls it the infrared type, but there are no types.
 *
 * Source: "Device Switch", Set infrared type.
 *
 * @since 0.1.0
 * @category operations
 */
export const set: Operation.Operation<SetInput, void, SetError> = /*#__PURE__*/ Operation.make({
  id: "infrared.set",
  section: "Device Switch",
  lines: [2280, 2325],
  method: "POST",
  path: "/api/lapp/device/infrared/switch/set",
  semantics: "idempotent",
  payload: SetPayload,
  success: Wire.Nothing,
  errors: setErrors,
  reported: setReported,
  evidence:
    "The tables of infrared.set and infrared.get are swapped: that of the query has 60022 (already in that state) and the codes of an order to a device."
})

const GetPayload = /*#__PURE__*/ Schema.Struct(Field.target)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetInput extends Schema.Schema.Type<typeof GetPayload> {}

const InfraredResult = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  channelNo: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** Whether the light may be on. */
  enable: Wire.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Infrared extends Schema.Schema.Type<typeof InfraredResult> {}

const getErrors = {
  ...errors.device,
  ...errors.reach,
  "20032": ApiError.ChannelNotFound,
  "60020": ApiError.CommandNotSupported,
  "60022": ApiError.AlreadyInState
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetError = Operation.ErrorOf<typeof getErrors>

/**
 * Whether the infrared light may be on.
 *
 * Source: "Device Switch", Get Infrared Type.
 *
 * @since 0.1.0
 * @category operations
 */
export const get: Operation.Operation<GetInput, Infrared, GetError> = /*#__PURE__*/ Operation.make({
  id: "infrared.get",
  section: "Device Switch",
  lines: [2326, 2376],
  method: "POST",
  path: "/api/lapp/device/infrared/switch/get",
  semantics: "read",
  payload: GetPayload,
  success: InfraredResult,
  errors: getErrors
})
