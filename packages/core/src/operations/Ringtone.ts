/**
 * Chapter "v3 Device Configuration": sounds that a device plays when it is told to.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * The sounds: the beep of the alert mode, the alarm of the alarm mode, or silence.
 *
 * @since 0.1.0
 * @category tables
 */
export const Voice = /*#__PURE__*/ Enumeration.make({ alertBeep: 200, alarmBeep: 201, mute: 202 })

const PlayPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The sound. The wire calls it `voiceIndex`. */
  voice: /*#__PURE__*/ Schema.propertySignature(Voice.InputText).pipe(
    /*#__PURE__*/ Schema.fromKey("voiceIndex")
  ),
  /** How loud, 1 to 100. Default: 1. */
  volume: /*#__PURE__*/ Field.optional(/*#__PURE__*/ Field.whole(1, 100))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface PlayInput extends Schema.Schema.Type<typeof PlayPayload> {}

const playErrors = errors.v3Set

/**
 * @since 0.1.0
 * @category errors
 */
export type PlayError = Operation.ErrorOf<typeof playErrors>

/**
 * Plays a sound on the device, now. A sub-account needs the permission `Config` on the device.
 *
 * Source: "v3 Device Configuration", Play ringtone.
 *
 * @since 0.1.0
 * @category operations
 */
export const play: Operation.Operation<PlayInput, void, PlayError> = /*#__PURE__*/ Operation.make({
  id: "ringtone.play",
  section: "v3 Device Configuration",
  lines: [5518, 5573],
  method: "POST",
  path: "/api/v3/device/audition",
  in: { deviceSerial: "header", voiceIndex: "query", volume: "query" },
  auth: "header",
  family: "v3-status-body",
  semantics: "once",
  payload: PlayPayload,
  success: Wire.Nothing,
  errors: playErrors
})
