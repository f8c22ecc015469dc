/**
 * Of chapter "Device Switch": the encryption of video.
 *
 * @since 0.1.0
 */
import * as ApiError from "../../ApiError.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"
import { type AddInput, AddPayload, type DeviceInput, DevicePayload } from "./input.js"

const enableEncryptionErrors = {
  ...errors.device,
  ...errors.reach,
  "60019": ApiError.EncryptionAlreadyEnabled
}

/**
 * @since 0.1.0
 * @category errors
 */
export type EnableEncryptionError = Operation.ErrorOf<typeof enableEncryptionErrors>

/**
 * Switches video encryption on.
 *
 * Source: "Device Switch", Enable Device Encryption.
 *
 * @since 0.1.0
 * @category operations
 */
export const enableEncryption: Operation.Operation<DeviceInput, void, EnableEncryptionError> =
  /*#__PURE__*/ Operation.make({
    id: "device.enableEncryption",
    section: "Device Switch",
    lines: [1518, 1560],
    method: "POST",
    path: "/api/lapp/device/encrypt/on",
    semantics: "idempotent",
    payload: DevicePayload,
    success: Wire.Nothing,
    errors: enableEncryptionErrors
  })

const disableEncryptionErrors = {
  ...errors.account,
  ...errors.reach,
  "20002": ApiError.DeviceNotFound,
  "20010": ApiError.ValidateCodeWrong,
  "20018": ApiError.DeviceNotOwned,
  "60016": ApiError.EncryptionAlreadyDisabled
}

/**
 * @since 0.1.0
 * @category errors
 */
export type DisableEncryptionError = Operation.ErrorOf<typeof disableEncryptionErrors>

/**
 * Switches video encryption off, which needs the device's verification code.
 *
 * Source: "Device Switch", Disable Device Encryption.
 *
 * @since 0.1.0
 * @category operations
 */
export const disableEncryption: Operation.Operation<AddInput, void, DisableEncryptionError> =
  /*#__PURE__*/ Operation.make({
    id: "device.disableEncryption",
    section: "Device Switch",
    lines: [1474, 1517],
    method: "POST",
    path: "/api/lapp/device/encrypt/off",
    semantics: "idempotent",
    payload: AddPayload,
    success: Wire.Nothing,
    errors: disableEncryptionErrors
  })
