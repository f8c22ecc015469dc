/**
 * The password that a device encrypts its video with.
 *
 * @since 0.1.0
 */

import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const NewPassword: Schema.Schema<Redacted.Redacted<string>, string> = /*#__PURE__*/ Schema.Redacted(
  /*#__PURE__*/ Schema.NonEmptyString.pipe(/*#__PURE__*/ Schema.maxLength(12))
).annotations({ description: "a Redacted text of 1 to 12 characters" })

const UpdatePasswordPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The password as it is; the verification code, unless it was changed. */
  oldPassword: Field.Secret,
  /** The new one, 12 characters at most. */
  newPassword: NewPassword
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePasswordInput extends Schema.Schema.Type<typeof UpdatePasswordPayload> {}

const updatePasswordErrors = {
  ...errors.device,
  ...errors.reach,
  "20010": ApiError.ValidateCodeWrong,
  "60012": ApiError.UnknownDeviceError,
  "60020": ApiError.CommandNotSupported
}

/**
 * @since 0.1.0
 * @category errors
 */
export type UpdatePasswordError = Operation.ErrorOf<typeof updatePasswordErrors>

/**
 * Changes the password that a device encrypts its video with. A wrong old one is `ValidateCodeWrong`. Resetting the
 * device undoes it.
 *
 * Source: "Device Switch", Change the video encryption password.
 *
 * @since 0.1.0
 * @category operations
 */
export const updatePassword: Operation.Operation<UpdatePasswordInput, void, UpdatePasswordError> =
  /*#__PURE__*/ Operation.make({
    id: "device.updatePassword",
    section: "Device Switch",
    lines: [3249, 3297],
    method: "POST",
    path: "/api/lapp/device/password/update",
    // Sent twice, the second is refused: the old password is another by then.
    semantics: "once",
    payload: UpdatePasswordPayload,
    success: Wire.Nothing,
    errors: updatePasswordErrors
  })
