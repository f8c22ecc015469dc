/**
 * Chapter "Authentication": the access token of the account.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface GetInput {
  /** The application's key. */
  readonly appKey: string
  /** The application's secret. */
  readonly appSecret: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Token {
  /** The token: valid for seven days, and only at `areaDomain`. */
  readonly accessToken: string
  /** When the token ends. */
  readonly expireTime: Date
  /** The address of the user's region. Absent in China. */
  readonly areaDomain?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `accessToken.get` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetError = errors.ParameterError | errors.ServerDataError | errors.CommonError

/**
 * The operations of `ezviz.accessToken`.
 *
 * @since 0.1.0
 * @category models
 */
export interface AccessTokenOperations {
  /**
   * Gets an access token for the appKey and appSecret. The client does this by itself: call it only to hand the token to
   * something else, such as a player.
   *
   * Source: "Authentication", 1.1 Get accessToken via appKey and secret.
   *
   * @since 0.1.0
   * @category operations
   */
  get(input: GetInput, options?: CallOptions): Call<Token, GetError>
}
