/**
 * Of chapter "Device Query": the list, the information and the status of devices.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as DeviceState from "../../reference/DeviceState.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"
import { type DeviceInput, DevicePayload } from "./input.js"

const ListPayload = /*#__PURE__*/ Schema.Struct(Field.paging)

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput extends Schema.Schema.Type<typeof ListPayload> {}

const ListItem = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  deviceName: Wire.Text,
  /** The model in short, such as `C1`; `UNKNOWN` happens. */
  deviceType: Wire.Text,
  status: DeviceState.OnlineStatus.Output,
  defence: DeviceState.Defence.Output,
  /** The firmware, such as `V4.2.5 build 151223`. */
  deviceVersion: Wire.Text,
  /** Whether video is encrypted. Documented, and absent from the sample. */
  isEncrypt: /*#__PURE__*/ Wire.optional(Wire.Flag),
  /** `yyyy-MM-dd HH:mm:ss` in a zone nobody says, or milliseconds; as it came. */
  updateTime: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceListItem extends Schema.Schema.Type<typeof ListItem> {}

const listErrors = errors.account

/**
 * @since 0.1.0
 * @category errors
 */
export type ListError = Operation.ErrorOf<typeof listErrors>

/**
 * One page of the account's devices; `Page.stream(Device.list, {})` gives all of them.
 *
 * Source: "Device Query", Get Device List.
 *
 * @since 0.1.0
 * @category operations
 */
export const list: Operation.Paged<ListInput, DeviceListItem, ListError> = /*#__PURE__*/ Operation.make({
  id: "device.list",
  section: "Device Query",
  lines: [1006, 1076],
  method: "POST",
  path: "/api/lapp/device/list",
  family: "lapp-page",
  reads: "page",
  semantics: "read",
  payload: ListPayload,
  success: /*#__PURE__*/ Wire.page(ListItem),
  errors: listErrors
})

const InfoResult = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  deviceName: Wire.Text,
  /** The model in full, such as `CS-C2S-21WPFR-WX`. */
  model: Wire.Text,
  status: DeviceState.OnlineStatus.Output,
  defence: DeviceState.Defence.Output,
  /** Whether video is encrypted. */
  isEncrypt: Wire.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceInfo extends Schema.Schema.Type<typeof InfoResult> {}

const getInfoErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type GetInfoError = Operation.ErrorOf<typeof getInfoErrors>

/**
 * What the cloud knows of one device.
 *
 * Source: "Device Query", Get Device Information.
 *
 * @since 0.1.0
 * @category operations
 */
export const getInfo: Operation.Operation<DeviceInput, DeviceInfo, GetInfoError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getInfo",
    section: "Device Query",
    lines: [1077, 1131],
    method: "POST",
    path: "/api/lapp/device/info",
    semantics: "read",
    payload: DevicePayload,
    success: InfoResult,
    errors: getInfoErrors
  })

const StatusPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. Default: 1. The wire calls it `channel` here, and only here. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo).pipe(/*#__PURE__*/ Schema.fromKey("channel"))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetStatusInput extends Schema.Schema.Type<typeof StatusPayload> {}

const StatusResult = /*#__PURE__*/ Wire.result(
  {
    privacyStatus: DeviceState.SwitchState.Output,
    pirStatus: DeviceState.SwitchState.Output,
    alarmSoundMode: DeviceState.AlarmSoundMode.Output,
    /** The battery in percent, 1 to 100; -1 where there is none to report. */
    batteryStatus: Wire.Integer,
    /** The signal between lock and gateway; -1 where there is none to report. */
    lockSignal: Wire.Integer,
    /** The number of SD cards; -1 where there is none to report. */
    diskNum: Wire.Integer,
    /** A character for each card, padded with `-`: 0 normal, 1 wrong medium, 2 unformatted, 3 formatting. */
    diskState: Wire.Text,
    cloudStatus: DeviceState.CloudStatus.Output,
    /** In the sample only; its meaning is not documented. */
    cloudType: /*#__PURE__*/ Wire.optional(Wire.Integer),
    /** The number of disks of the recorder; -1 not reported, -2 not linked to one. */
    nvrDiskNum: Wire.Integer,
    /** As `diskState`; `-1` not reported, `-2` not linked to a recorder. */
    nvrDiskState: Wire.Text
  },
  { batteryStatus: ["battryStatus", "batteryStatus"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceStatus extends Schema.Schema.Type<typeof StatusResult> {}

const getStatusErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type GetStatusError = Operation.ErrorOf<typeof getStatusErrors>

/**
 * The state of a device: privacy mask, battery, storage. A sub-account needs the permission `Get` on the device.
 *
 * Source: "Device Query", Get Device Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getStatus: Operation.Operation<GetStatusInput, DeviceStatus, GetStatusError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getStatus",
    section: "Device Query",
    lines: [1255, 1324],
    method: "POST",
    path: "/api/lapp/device/status/get",
    semantics: "read",
    payload: StatusPayload,
    success: StatusResult,
    errors: getStatusErrors
  })
