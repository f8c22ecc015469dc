/**
 * Pictures of devices that reach the cloud by "device connectivity".
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const GetPictureByUuidPayload = /*#__PURE__*/ Schema.Struct({
  /** The UUID that the device's capture gave: 32 hexadecimal digits in the sample. */
  uuid: Field.Text,
  /** The size of the picture, 0 to 1280. The documentation does not say of what. */
  size: /*#__PURE__*/ Field.whole(0, 1280)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetPictureByUuidInput extends Schema.Schema.Type<typeof GetPictureByUuidPayload> {}

const UuidPictureResult = /*#__PURE__*/ Wire.result({
  /** The picture's address, with a session in it. */
  picUrl: Wire.SecretText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UuidPicture extends Schema.Schema.Type<typeof UuidPictureResult> {}

// The table words the last three as a missing device, serial and channel, but the operation has none of them: the
// global table has their meaning.
const getPictureByUuidErrors = {
  ...errors.account,
  "20301": ApiError.AlarmNotFound,
  "20302": ApiError.PictureNotFound,
  "20303": ApiError.PictureNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetPictureByUuidError = Operation.ErrorOf<typeof getPictureByUuidErrors>

/**
 * The address of a picture that a "device connectivity" device has captured.
 *
 * Source: "Device Query", 1.4 Search Captured Picture by UUID.
 *
 * @since 0.1.0
 * @category operations
 */
export const getPictureByUuid: Operation.Operation<
  GetPictureByUuidInput,
  UuidPicture,
  GetPictureByUuidError
> = /*#__PURE__*/ Operation.make({
  id: "device.getPictureByUuid",
  section: "Device Query",
  lines: [1209, 1254],
  method: "POST",
  path: "/api/lapp/device/uuid/picture",
  semantics: "read",
  payload: GetPictureByUuidPayload,
  success: UuidPictureResult,
  errors: getPictureByUuidErrors
})
