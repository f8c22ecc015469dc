/**
 * Chapter "Device Switch": the chime that rings with a doorbell.
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
 * What kind of chime is wired to the doorbell.
 *
 * @since 0.1.0
 * @category tables
 */
export const ChimeType = /*#__PURE__*/ Enumeration.make({ mechanical: 1, electronic: 2, none: 3 })

const SetTypePayload = /*#__PURE__*/ Schema.Struct({
  ...Field.target,
  /** What kind of chime there is. */
  type: ChimeType.Input,
  /**
   * How long it rings; needed for `none` too. The documentation gives no unit and no limits. Its samples are 10000
   * and 1000, which are probably milliseconds.
   */
  duration: /*#__PURE__*/ Schema.NonNegativeInt
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetTypeInput extends Schema.Schema.Type<typeof SetTypePayload> {}

/** 60020 is printed as "Subscription failed." here; everywhere else it is a command that is not supported. */
const typeErrors = {
  ...errors.device,
  ...errors.reach,
  "60020": ApiError.CommandNotSupported
}

const typeReported = { "20032": ApiError.ChannelNotFound }

const evidence = "It takes a channelNo; the tables of its siblings that take one have the code."

/**
 * @since 0.1.0
 * @category errors
 */
export type SetTypeError = Operation.ErrorOf<typeof typeErrors & typeof typeReported>

/**
 * Says what kind of chime is wired to a doorbell, and how long it is to ring.
 *
 * Source: "Device Switch", Set chime type.
 *
 * @since 0.1.0
 * @category operations
 */
export const setType: Operation.Operation<SetTypeInput, void, SetTypeError> = /*#__PURE__*/ Operation.make({
  id: "chime.setType",
  section: "Device Switch",
  lines: [2176, 2222],
  method: "POST",
  path: "/api/lapp/device/chime/set",
  semantics: "idempotent",
  payload: SetTypePayload,
  success: Wire.Nothing,
  errors: typeErrors,
  reported: typeReported,
  evidence
})

const GetTypePayload = /*#__PURE__*/ Schema.Struct(Field.target)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTypeInput extends Schema.Schema.Type<typeof GetTypePayload> {}

const TypeResult = /*#__PURE__*/ Wire.result(
  {
    deviceSerial: Wire.Text,
    channelNo: /*#__PURE__*/ Wire.optional(Wire.Integer),
    type: ChimeType.Output,
    /** How long it rings, in the unit of `setType`, which the documentation does not say. */
    duration: Wire.Integer
  },
  { deviceSerial: ["deviceSerial", "devceSerial"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface Chime extends Schema.Schema.Type<typeof TypeResult> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetTypeError = Operation.ErrorOf<typeof typeErrors & typeof typeReported>

/**
 * What kind of chime is wired to a doorbell, and how long it rings.
 *
 * Source: "Device Switch", Get chime type.
 *
 * @since 0.1.0
 * @category operations
 */
export const getType: Operation.Operation<GetTypeInput, Chime, GetTypeError> = /*#__PURE__*/ Operation.make({
  id: "chime.getType",
  section: "Device Switch",
  lines: [2223, 2279],
  method: "POST",
  path: "/api/lapp/device/chime/get",
  semantics: "read",
  payload: GetTypePayload,
  success: TypeResult,
  errors: typeErrors,
  reported: typeReported,
  evidence
})
