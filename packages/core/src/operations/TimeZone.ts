/**
 * Chapter "Device Switch": the time zones that a device can be set to.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"

const ListPayload = /*#__PURE__*/ Schema.Struct({
  /** The language of the names. Default: `ENGLISH`. */
  language: /*#__PURE__*/ Field.optional(/*#__PURE__*/ Schema.Literal("ENGLISH", "SIMPCN"))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput extends Schema.Schema.Type<typeof ListPayload> {}

const ListItem = /*#__PURE__*/ Wire.result(
  {
    /** What `device.setTimeZone` takes. A number without a meaning, as text. */
    tzCode: Wire.Text,
    /** The standard time, such as `UTC+05:30`, or `UTC` alone. Several zones have the same. */
    tzValue: Wire.Text,
    /** For people: `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`. */
    displayName: Wire.Text
  },
  { displayName: ["disPlayName", "displayName"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface TimeZone extends Schema.Schema.Type<typeof ListItem> {}

const listErrors = { "10001": ApiError.ParameterError, "49999": ApiError.ServerDataError }

/**
 * @since 0.1.0
 * @category errors
 */
export type ListError = Operation.ErrorOf<typeof listErrors>

/**
 * The time zones that a device can be set to. It needs no access token. `TimeZoneCode` is the list as the
 * documentation has it; the server's may be newer.
 *
 * Source: "Device Switch", Get time zone list.
 *
 * @since 0.1.0
 * @category operations
 */
export const list: Operation.Operation<
  ListInput,
  ReadonlyArray<TimeZone>,
  ListError
> = /*#__PURE__*/ Operation.make({
  id: "timeZone.list",
  section: "Device Switch",
  lines: [2443, 3006],
  method: "POST",
  path: "/api/lapp/timezone/list",
  auth: "none",
  semantics: "read",
  payload: ListPayload,
  success: /*#__PURE__*/ Wire.list(ListItem),
  errors: listErrors
})
