/**
 * Chapter "Authentication": the access token of the account.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"

const GetPayload = /*#__PURE__*/ Schema.Struct({
  /** The application's key. */
  appKey: Field.Text,
  /** The application's secret. */
  appSecret: Field.Secret
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetInput extends Schema.Schema.Type<typeof GetPayload> {}

const GetResult = /*#__PURE__*/ Wire.result({
  /** The token: valid for seven days, and only at `areaDomain`. */
  accessToken: Wire.SecretText,
  /** When the token ends. */
  expireTime: Wire.EpochMillis,
  /** The address of the user's region. Absent in China. */
  areaDomain: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Token extends Schema.Schema.Type<typeof GetResult> {}

const getErrors = {
  "10001": ApiError.ParameterError,
  "10005": ApiError.AppKeyInvalid,
  "10017": ApiError.AppKeyNotFound,
  "10030": ApiError.AppSecretMismatch,
  "49999": ApiError.ServerDataError
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetError = Operation.ErrorOf<typeof getErrors>

/**
 * Gets an access token for the appKey and appSecret. The client does this by itself: call it only to hand the token to
 * something else, such as a player.
 *
 * Source: "Authentication", 1.1 Get accessToken via appKey and secret.
 *
 * @since 0.1.0
 * @category operations
 */
export const get: Operation.Operation<GetInput, Token, GetError> = /*#__PURE__*/ Operation.make({
  id: "accessToken.get",
  section: "Authentication",
  lines: [31, 77],
  method: "POST",
  path: "/api/lapp/token/get",
  host: "configured",
  auth: "none",
  semantics: "read",
  payload: GetPayload,
  success: GetResult,
  errors: getErrors
})
