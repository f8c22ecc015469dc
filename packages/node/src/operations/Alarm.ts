/**
 * Chapter "Alarm": what devices have reported.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { CallOptions, PagedCall } from "../Call.js"
import type * as errors from "../errors.js"
import type { AnyAlarmType } from "../Tables.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput {
  /** Default: the beginning of the day. Only the last 7 days can be searched. */
  readonly startTime?: Date | undefined
  /** Default: now. Not before `startTime`. */
  readonly endTime?: Date | undefined
  /** An alarm type, by name or by number. Default: all, which is -1. */
  readonly alarmType?: AnyAlarmType | undefined
  /** Default of the vendor: `unread` alone. */
  readonly status?: "unread" | "read" | "all" | undefined
  /** Index of the page, from 0, which is the default. */
  readonly pageStart?: number | undefined
  /** Items in a page, 1 to 50. Default: 10. */
  readonly pageSize?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Alarm {
  /** Longer than a number can hold. */
  readonly alarmId: string
  /** Who raised it; the device's name in the sample. */
  readonly alarmName: string
  /** The alarm type: its name, or its number when this version knows none. */
  readonly alarmType: AnyAlarmType
  readonly alarmTime: Date
  readonly channelNo: number
  /** Whether the picture is encrypted. */
  readonly isEncrypt: boolean
  /** Whether somebody has read it. */
  readonly isChecked: boolean
  /** Recorded before the alarm, in seconds. */
  readonly preTime: number
  /** Recorded after the alarm, in seconds. */
  readonly delayTime: number
  readonly deviceSerial: string
  readonly alarmPicUrl: string
  /** Linked alarms, as they came: their shape is not documented. */
  readonly relationAlarms: ReadonlyArray<unknown>
  readonly customerType?: string
  readonly customerInfo?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `alarm.list` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListError = errors.ParameterError | errors.ServerDataError | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListByDeviceInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** Default: the beginning of the day. Only the last 7 days can be searched. */
  readonly startTime?: Date | undefined
  /** Default: now. Not before `startTime`. */
  readonly endTime?: Date | undefined
  /** An alarm type, by name or by number. Default: all, which is -1. */
  readonly alarmType?: AnyAlarmType | undefined
  /** Default of the vendor: `unread` alone. */
  readonly status?: "unread" | "read" | "all" | undefined
  /** Index of the page, from 0, which is the default. */
  readonly pageStart?: number | undefined
  /** Items in a page, 1 to 50. Default: 10. */
  readonly pageSize?: number | undefined
}

/**
 * How `alarm.listByDevice` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListByDeviceError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * The operations of `ezviz.alarm`.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmOperations {
  /**
   * One page of the alarms of all devices; without a `status` only the unread ones.
   *
   * Source: "Alarm", Get Alarm List.
   *
   * @since 0.1.0
   * @category operations
   */
  list(input?: ListInput, options?: CallOptions): PagedCall<Alarm, ListError>

  /**
   * One page of the alarms of one device, of all its channels; without a `status` only the unread ones.
   *
   * Source: "Alarm", Get Alarm Information List by Device.
   *
   * @since 0.1.0
   * @category operations
   */
  listByDevice(input: ListByDeviceInput, options?: CallOptions): PagedCall<Alarm, ListByDeviceError>
}
