/**
 * Chapter "Device Query": the cameras, which are the channels of all devices.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { CallOptions, PagedCall } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput {
  /** Index of the page, from 0, which is the default. */
  readonly pageStart?: number | undefined
  /** Items in a page, 1 to 50. Default: 10. */
  readonly pageSize?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Camera {
  readonly deviceSerial: string
  readonly channelNo: number
  readonly channelName: string
  readonly status: "offline" | "online" | "notReported" | number
  /** The two lists of the documentation word 1 and 2 the other way round; this is the one that explains them. */
  readonly isShared: "notShared" | "sharedToOthers" | "sharedByOthers" | number
  /** The cover's address: what the user set, else a default picture. */
  readonly picUrl: string
  /** Whether video is encrypted. */
  readonly isEncrypt: boolean
  readonly videoLevel: "hd" | "fluent" | "balanced" | "fullHd" | number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `camera.list` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * The operations of `ezviz.camera`.
 *
 * @since 0.1.0
 * @category models
 */
export interface CameraOperations {
  /**
   * One page of the account's cameras; `for await (const item of ezviz.camera.list())` gives all of them.
   *
   * Source: "Device Query", Get Camera List.
   *
   * @since 0.1.0
   * @category operations
   */
  list(input?: ListInput, options?: CallOptions): PagedCall<Camera, ListError>
}
