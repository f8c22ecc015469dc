/**
 * Chapter "v3 Device Configuration": when a device on a battery works how hard.
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
export interface GetPlanInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkModePlan {
  readonly deviceSerial: string
  readonly weekPlans: ReadonlyArray<{
    /** The days it is for. */
    readonly weekDays: ReadonlyArray<
      "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | number
    >
    /** The times of each of these days. */
    readonly timePlans: ReadonlyArray<{
      /** `HH:mm`, on the device's own clock. */
      readonly startTime: string
      /** `HH:mm`, on the device's own clock. */
      readonly endTime: string
      /** How hard the device works in this time. */
      readonly mode?: "powerSaving" | "performance" | "normal" | "superPowerSaving" | number
      /** What the answer holds besides: fields that the documentation does not know, as they came. */
      readonly extra?: {
        readonly [name: string]: unknown
      }
    }>
    /** What the answer holds besides: fields that the documentation does not know, as they came. */
    readonly extra?: {
      readonly [name: string]: unknown
    }
  }>
  /** In the sample, which has 2; its meaning is not documented. */
  readonly subType?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `workMode.getPlan` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetPlanError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommandNotSupported
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetPlanInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** Whether the plan is in force. A device like the CS-CB3-R100-2D2WFL takes no notice. */
  readonly enable: boolean
  /** When it begins on each of the days: `HH:mm`, on the device's own clock. */
  readonly startTime: string
  /** When it ends on each of the days, as `startTime`. */
  readonly endTime: string
  /** The days, at least one. The wire calls them `week`. */
  readonly weekDays: ReadonlyArray<
    "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
  >
  /** How hard the device works in this time. Default: `powerSaving`. The wire calls it `eventArg`. */
  readonly mode?: "powerSaving" | "performance" | "normal" | "superPowerSaving" | undefined
}

/**
 * How `workMode.setPlan` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetPlanError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * The operations of `ezviz.workMode`.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkModeOperations {
  /**
   * When the device works how hard. Whether the plan is in force is not part of the answer. A sub-account needs the
   * permission `Get` on the device.
   *
   * Source: "v3 Device Configuration", Query the device working mode plan.
   *
   * @since 0.1.0
   * @category operations
   */
  getPlan(input: GetPlanInput, options?: CallOptions): Call<WorkModePlan, GetPlanError>

  /**
   * Sets when the device works how hard: one time, the same on all the days given. A sub-account needs the permission
   * `Config` on the device.
   *
   * Source: "v3 Device Configuration", Set the device working mode plan.
   *
   * @since 0.1.0
   * @category operations
   */
  setPlan(input: SetPlanInput, options?: CallOptions): Call<void, SetPlanError>
}
