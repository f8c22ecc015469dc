/**
 * Chapter "Device Switch": the clock of a device.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as DeviceState from "../../reference/DeviceState.js"
import * as Enumeration from "../../reference/Enumeration.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const timeZoneErrors = { ...errors.device, "50000": ApiError.ServerError }

// getTimeZone

const Named = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/** Without `version=utc` the address is that of `device.getInfo`. */
const GetTimeZonePayload = /*#__PURE__*/ Schema.transform(
  /*#__PURE__*/ Schema.Struct({ ...Named.fields, version: /*#__PURE__*/ Schema.Literal("utc") }),
  Named,
  {
    strict: true,
    decode: ({ deviceSerial }) => ({ deviceSerial }),
    encode: ({ deviceSerial }) => ({ deviceSerial, version: "utc" as const })
  }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTimeZoneInput extends Schema.Schema.Type<typeof GetTimeZonePayload> {}

const TimeZoneResult = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  deviceName: Wire.Text,
  /** The model in full, such as `CS-C2S-21WPFR-WX`. */
  model: Wire.Text,
  status: DeviceState.OnlineStatus.Output,
  defence: DeviceState.Defence.Output,
  /** Whether video is encrypted. */
  isEncrypt: Wire.Flag,
  alarmSoundMode: /*#__PURE__*/ Wire.optional(DeviceState.AlarmSoundMode.Output),
  /** Whether somebody is told when the device goes offline. */
  offlineNotify: /*#__PURE__*/ Wire.optional(Wire.Flag),
  /** The Wi-Fi network the device is in, if it is in one. */
  wifiSsid: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText),
  /** The tzValue, such as `UTC+14:00`: several tzCodes have the same. `TimeZoneCode` knows which. */
  timeZone: Wire.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceTimeZone extends Schema.Schema.Type<typeof TimeZoneResult> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetTimeZoneError = Operation.ErrorOf<typeof timeZoneErrors>

/**
 * The time zone of a device, with what `device.getInfo` tells and its Wi-Fi network.
 *
 * Source: "Device Switch", Get device time zone.
 *
 * @since 0.1.0
 * @category operations
 */
export const getTimeZone: Operation.Operation<GetTimeZoneInput, DeviceTimeZone, GetTimeZoneError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getTimeZone",
    section: "Device Switch",
    lines: [2377, 2442],
    method: "POST",
    path: "/api/lapp/device/info",
    semantics: "read",
    payload: GetTimeZonePayload,
    success: TimeZoneResult,
    errors: timeZoneErrors
  })

// setTimeZone

/**
 * How a device writes dates.
 *
 * @since 0.1.0
 * @category tables
 */
export const DateFormat = /*#__PURE__*/ Enumeration.make({
  "YYYY-MM-DD": 0,
  "MM-DD-YYYY": 1,
  "DD-MM-YYYY": 2
})

const TzCode: Schema.Schema<string> = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.pattern(/^\d{1,5}$/, {
    description: 'a tzCode such as "138", which is none of UTC+01:00'
  })
)

const SetTimeZonePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** A code of `TimeZone.list`, such as `"138"`. The wire calls it `timezone`. */
  tzCode: /*#__PURE__*/ Schema.propertySignature(TzCode).pipe(/*#__PURE__*/ Schema.fromKey("timezone")),
  /** How the device writes dates. The wire calls it `timeFormat`. */
  dateFormat: /*#__PURE__*/ Schema.propertySignature(DateFormat.Input).pipe(
    /*#__PURE__*/ Schema.fromKey("timeFormat")
  ),
  /** Whether the clock is set forward in summer. The default is not documented. */
  daylightSaving: /*#__PURE__*/ Field.optional(Field.FlagText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetTimeZoneInput extends Schema.Schema.Type<typeof SetTimeZonePayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetTimeZoneError = Operation.ErrorOf<typeof timeZoneErrors>

/**
 * Sets the time zone of a device, and how it writes dates.
 *
 * Source: "Device Switch", Set device time zone.
 *
 * @since 0.1.0
 * @category operations
 */
export const setTimeZone: Operation.Operation<SetTimeZoneInput, void, SetTimeZoneError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setTimeZone",
    section: "Device Switch",
    lines: [3007, 3051],
    method: "POST",
    path: "/api/lapp/device/timezone/set",
    semantics: "idempotent",
    payload: SetTimeZonePayload,
    success: Wire.Nothing,
    errors: timeZoneErrors
  })
