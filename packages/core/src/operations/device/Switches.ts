/**
 * Switches of a device and its channels: the voice that prompts, the alarm for a covered camera, the search for
 * where a sound comes from.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const GetPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetSwitchInput extends Schema.Schema.Type<typeof GetPayload> {}

const SetPayload = /*#__PURE__*/ Schema.Struct({
  ...Field.target,
  /** On or off. */
  enable: Field.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetSwitchInput extends Schema.Schema.Type<typeof SetPayload> {}

const SwitchResult = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  channelNo: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** On or off. */
  enable: Wire.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SwitchStatus extends Schema.Schema.Type<typeof SwitchResult> {}

const getErrors = {
  ...errors.device,
  "10004": ApiError.UserNotFound
}

const setErrors = {
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
export type GetSwitchError = Operation.ErrorOf<typeof getErrors>

/**
 * @since 0.1.0
 * @category errors
 */
export type SetSwitchError = Operation.ErrorOf<typeof setErrors>

/**
 * Whether the device speaks while its Wi-Fi is set up and when it restarts.
 *
 * Source: "Device Switch", 1.4 Get Audio Prompt Status of Wi-Fi Configuration.
 *
 * @since 0.1.0
 * @category operations
 */
export const getAudioPrompt: Operation.Operation<GetSwitchInput, SwitchStatus, GetSwitchError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getAudioPrompt",
    section: "Device Switch",
    lines: [1561, 1609],
    method: "POST",
    path: "/api/lapp/device/sound/switch/status",
    semantics: "read",
    payload: GetPayload,
    success: SwitchResult,
    errors: getErrors
  })

/**
 * Switches the voice that speaks while Wi-Fi is set up and when the device restarts. Already so, it is `AlreadyInState`.
 *
 * Source: "Device Switch", 1.5 Set Audio Prompt for Wi-Fi Configuration.
 *
 * @since 0.1.0
 * @category operations
 */
export const setAudioPrompt: Operation.Operation<SetSwitchInput, void, SetSwitchError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setAudioPrompt",
    section: "Device Switch",
    lines: [1610, 1656],
    method: "POST",
    path: "/api/lapp/device/sound/switch/set",
    semantics: "idempotent",
    payload: SetPayload,
    success: Wire.Nothing,
    errors: setErrors
  })

/**
 * Whether the device raises an alarm when its view changes or is covered.
 *
 * Source: "Device Switch", 1.6 Get Video Tampering Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getVideoTampering: Operation.Operation<GetSwitchInput, SwitchStatus, GetSwitchError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getVideoTampering",
    section: "Device Switch",
    lines: [1657, 1706],
    method: "POST",
    path: "/api/lapp/device/scene/switch/status",
    semantics: "read",
    payload: GetPayload,
    success: SwitchResult,
    errors: getErrors
  })

/**
 * Switches the alarm for a view that changes or is covered. Already so, it is `AlreadyInState`.
 *
 * Source: "Device Switch", 1.7 Set Video Tampering Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const setVideoTampering: Operation.Operation<SetSwitchInput, void, SetSwitchError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setVideoTampering",
    section: "Device Switch",
    lines: [1707, 1752],
    method: "POST",
    path: "/api/lapp/device/scene/switch/set",
    semantics: "idempotent",
    payload: SetPayload,
    success: Wire.Nothing,
    errors: setErrors
  })

const getSoundSourcePositioningErrors = {
  ...getErrors,
  "60020": ApiError.CommandNotSupported
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetSoundSourcePositioningError = Operation.ErrorOf<typeof getSoundSourcePositioningErrors>

/**
 * Whether the device looks for where a sound comes from.
 *
 * Source: "Device Switch", 1.8 Get Sound Source Positioning Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getSoundSourcePositioning: Operation.Operation<
  GetSwitchInput,
  SwitchStatus,
  GetSoundSourcePositioningError
> = /*#__PURE__*/ Operation.make({
  id: "device.getSoundSourcePositioning",
  section: "Device Switch",
  lines: [1753, 1803],
  method: "POST",
  path: "/api/lapp/device/ssl/switch/status",
  semantics: "read",
  payload: GetPayload,
  success: SwitchResult,
  errors: getSoundSourcePositioningErrors
})

/**
 * Switches the search for where a sound comes from. Already so, it is `AlreadyInState`.
 *
 * Source: "Device Switch", 1.9 Set Sound Source Positioning Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const setSoundSourcePositioning: Operation.Operation<SetSwitchInput, void, SetSwitchError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setSoundSourcePositioning",
    section: "Device Switch",
    lines: [1804, 1849],
    method: "POST",
    path: "/api/lapp/device/ssl/switch/set",
    semantics: "idempotent",
    payload: SetPayload,
    success: Wire.Nothing,
    errors: setErrors
  })
