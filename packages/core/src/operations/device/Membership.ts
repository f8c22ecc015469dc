/**
 * Of chapter "Device Operation": which devices the account has, and their names.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"
import { type AddInput, AddPayload, type DeviceInput, DevicePayload } from "./input.js"

const addErrors = {
  ...errors.account,
  "20002": ApiError.DeviceNotFound,
  "20006": ApiError.DeviceNetworkError,
  "20007": ApiError.DeviceOffline,
  "20010": ApiError.ValidateCodeWrong,
  "20011": ApiError.DeviceAddFailed,
  "20013": ApiError.DeviceOwnedByOther,
  "20014": ApiError.DeviceSerialInvalid,
  "20017": ApiError.DeviceAlreadyAdded
}

/**
 * @since 0.1.0
 * @category errors
 */
export type AddError = Operation.ErrorOf<typeof addErrors>

/**
 * Adds a device to the account.
 *
 * Source: "Device Operation", Add Device.
 *
 * @since 0.1.0
 * @category operations
 */
export const add: Operation.Operation<AddInput, void, AddError> = /*#__PURE__*/ Operation.make({
  id: "device.add",
  section: "Device Operation",
  lines: [706, 750],
  method: "POST",
  path: "/api/lapp/device/add",
  semantics: "once",
  payload: AddPayload,
  success: Wire.Nothing,
  errors: addErrors
})

const deleteErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type DeleteError = Operation.ErrorOf<typeof deleteErrors>

const delete_: Operation.Operation<DeviceInput, void, DeleteError> = /*#__PURE__*/ Operation.make({
  id: "device.delete",
  section: "Device Operation",
  lines: [751, 789],
  method: "POST",
  path: "/api/lapp/device/delete",
  semantics: "once",
  payload: DevicePayload,
  success: Wire.Nothing,
  errors: deleteErrors
})

export {
  /**
   * Removes a device from the account.
   *
   * Source: "Device Operation", Delete Device.
   *
   * @since 0.1.0
   * @category operations
   */
  delete_ as delete
}

const utf8 = /*#__PURE__*/ new TextEncoder()

const DeviceName = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((name) => name !== "" && utf8.encode(name).length <= 50, {
    description: "a name of 1 to 50 bytes of UTF-8",
    // Bytes cannot be said there: no name has more characters than bytes.
    jsonSchema: { type: "string", minLength: 1, maxLength: 50 },
    arbitrary: () => (fc) =>
      fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
        .filter((name) => utf8.encode(name).length <= 50)
  })
)

const RenamePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The new name, at most 50 bytes of UTF-8. Special characters are refused; which are special is not documented. */
  deviceName: DeviceName
})

/**
 * @since 0.1.0
 * @category models
 */
export interface RenameInput extends Schema.Schema.Type<typeof RenamePayload> {}

const renameErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type RenameError = Operation.ErrorOf<typeof renameErrors>

/**
 * Gives a device another name.
 *
 * Source: "Device Operation", Edit Device Name.
 *
 * @since 0.1.0
 * @category operations
 */
export const rename: Operation.Operation<RenameInput, void, RenameError> = /*#__PURE__*/ Operation.make({
  id: "device.rename",
  section: "Device Operation",
  lines: [790, 829],
  method: "POST",
  path: "/api/lapp/device/name/update",
  semantics: "idempotent",
  payload: RenamePayload,
  success: Wire.Nothing,
  errors: renameErrors
})
