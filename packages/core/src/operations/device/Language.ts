/**
 * Chapter "Device Switch": the language in which a device speaks.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const GetLanguagePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetLanguageInput extends Schema.Schema.Type<typeof GetLanguagePayload> {}

const LanguageResult = /*#__PURE__*/ Wire.result({
  /** Such as `ENGLISH`. `Language.tagOf` makes a language tag of it. */
  language: Wire.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceLanguage extends Schema.Schema.Type<typeof LanguageResult> {}

const getLanguageErrors = { ...errors.device, "50000": ApiError.ServerError }

/**
 * @since 0.1.0
 * @category errors
 */
export type GetLanguageError = Operation.ErrorOf<typeof getLanguageErrors>

/**
 * The language of a device. A sub-account needs the permission `Get` on the device.
 *
 * Source: "Device Switch", Get device language.
 *
 * @since 0.1.0
 * @category operations
 */
export const getLanguage: Operation.Operation<GetLanguageInput, DeviceLanguage, GetLanguageError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getLanguage",
    section: "Device Switch",
    lines: [3147, 3197],
    method: "POST",
    path: "/api/lapp/device/language/get",
    semantics: "read",
    payload: GetLanguagePayload,
    success: LanguageResult,
    errors: getLanguageErrors
  })

const SetLanguagePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /**
   * Such as `GERMAN`: one of those that the device has, which `Capability.languages` reads from its capabilities. There
   * is no list of all; `Language.fromTag` knows the documented ones.
   */
  language: Field.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetLanguageInput extends Schema.Schema.Type<typeof SetLanguagePayload> {}

const setLanguageErrors = { ...getLanguageErrors, ...errors.reach }

/**
 * @since 0.1.0
 * @category errors
 */
export type SetLanguageError = Operation.ErrorOf<typeof setLanguageErrors>

/**
 * Sets the language of a device. A sub-account needs the permission `Config` on the device.
 *
 * Source: "Device Switch", Set device language.
 *
 * @since 0.1.0
 * @category operations
 */
export const setLanguage: Operation.Operation<SetLanguageInput, void, SetLanguageError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setLanguage",
    section: "Device Switch",
    lines: [3198, 3246],
    method: "POST",
    path: "/api/lapp/device/language/set",
    semantics: "idempotent",
    payload: SetLanguagePayload,
    success: Wire.Nothing,
    errors: setLanguageErrors
  })
