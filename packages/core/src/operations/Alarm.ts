/**
 * Chapter "Alarm": what devices have reported.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"
import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import { PictureUrl } from "../internal/pictureUrl.js"
import * as Operation from "../Operation.js"
import * as AlarmType from "../reference/AlarmType.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const ReadStatus = /*#__PURE__*/ Enumeration.make({ unread: 0, read: 1, all: 2 })

const alarmTypes = /*#__PURE__*/ Enumeration.make(AlarmType.codes)

const filters = {
  ...Field.paging,
  /** Default: the beginning of the day. Only the last 7 days can be searched. */
  startTime: /*#__PURE__*/ Field.optional(Field.Instant),
  /** Default: now. Not before `startTime`. */
  endTime: /*#__PURE__*/ Field.optional(Field.Instant),
  /** An alarm type, by name or by number. Default: all, which is -1. */
  alarmType: /*#__PURE__*/ Field.optional(alarmTypes.OpenInput),
  /** Default of the vendor: `unread` alone. */
  status: /*#__PURE__*/ Field.optional(ReadStatus.Input)
}

const inOrder = ({ endTime, startTime }: Schema.Struct.Type<typeof filters>) =>
  startTime !== undefined && endTime !== undefined && DateTime.lessThan(endTime, startTime)
    ? { path: ["endTime"], message: "a time that is not before startTime" }
    : undefined

const ListPayload = /*#__PURE__*/ Schema.Struct(filters).pipe(/*#__PURE__*/ Schema.filter(inOrder))

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput extends Schema.Schema.Type<typeof ListPayload> {}

const ListItem = /*#__PURE__*/ Wire.result({
  /** Longer than a number can hold. */
  alarmId: Wire.Text,
  /** Who raised it; the device's name in the sample. */
  alarmName: Wire.Text,
  /** The alarm type: its name, or its number when this version knows none. */
  alarmType: alarmTypes.Output,
  alarmTime: Wire.EpochMillis,
  channelNo: Wire.Integer,
  /** Whether the picture is encrypted. */
  isEncrypt: Wire.Flag,
  /** Whether somebody has read it. */
  isChecked: Wire.Flag,
  /** Recorded before the alarm, in seconds. */
  preTime: Wire.Integer,
  /** Recorded after the alarm, in seconds. */
  delayTime: Wire.Integer,
  deviceSerial: Wire.Text,
  alarmPicUrl: PictureUrl,
  /** Linked alarms, as they came: their shape is not documented. */
  relationAlarms: /*#__PURE__*/ Wire.list(Schema.Unknown),
  customerType: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText),
  customerInfo: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Alarm extends Schema.Schema.Type<typeof ListItem> {}

const listErrors = errors.account

/**
 * @since 0.1.0
 * @category errors
 */
export type ListError = Operation.ErrorOf<typeof listErrors>

/**
 * One page of the alarms of all devices; without a `status` only the unread ones.
 *
 * Source: "Alarm", Get Alarm List.
 *
 * @since 0.1.0
 * @category operations
 */
export const list: Operation.Paged<ListInput, Alarm, ListError> = /*#__PURE__*/ Operation.make({
  id: "alarm.list",
  section: "Alarm",
  lines: [3784, 4079],
  method: "POST",
  path: "/api/lapp/alarm/list",
  family: "lapp-page",
  reads: "page",
  semantics: "read",
  payload: ListPayload,
  success: /*#__PURE__*/ Wire.page(ListItem),
  errors: listErrors
})

// listByDevice

const ListByDevicePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  ...filters
}).pipe(/*#__PURE__*/ Schema.filter(inOrder))

/**
 * @since 0.1.0
 * @category models
 */
export interface ListByDeviceInput extends Schema.Schema.Type<typeof ListByDevicePayload> {}

const listByDeviceErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type ListByDeviceError = Operation.ErrorOf<typeof listByDeviceErrors>

/**
 * One page of the alarms of one device, of all its channels; without a `status` only the unread ones.
 *
 * Source: "Alarm", Get Alarm Information List by Device.
 *
 * @since 0.1.0
 * @category operations
 */
export const listByDevice: Operation.Paged<ListByDeviceInput, Alarm, ListByDeviceError> =
  /*#__PURE__*/ Operation.make({
    id: "alarm.listByDevice",
    section: "Alarm",
    lines: [4080, 4379],
    method: "POST",
    path: "/api/lapp/alarm/device/list",
    family: "lapp-page",
    reads: "page",
    semantics: "read",
    payload: ListByDevicePayload,
    success: /*#__PURE__*/ Wire.page(ListItem),
    errors: listByDeviceErrors
  })
