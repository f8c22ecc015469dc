/**
 * Chapters "Device Operation" and "Device Query", and of "Device Switch" the encryption.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as DeviceState from "../reference/DeviceState.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

export * from "./device/Capabilities.js"
export * from "./device/Defence.js"
export * from "./device/Language.js"
export * from "./device/Password.js"
export * from "./device/Picture.js"
export * from "./device/Recorder.js"
export * from "./device/Switches.js"
export * from "./device/TimeZone.js"

const DevicePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * Names one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceInput extends Schema.Schema.Type<typeof DevicePayload> {}

// list

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

// getInfo

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

// getStatus

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

// capture

/**
 * The size of a captured picture.
 *
 * @since 0.1.0
 * @category tables
 */
export const CaptureQuality = /*#__PURE__*/ Enumeration.make({
  smooth: 0,
  "720p": 1,
  "4cif": 2,
  "1080p": 3,
  "400w": 4
})

const CapturePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel; 1 for a camera. */
  channelNo: Field.ChannelNo,
  /** The size of the picture. The default is not documented. */
  quality: /*#__PURE__*/ Field.optional(CaptureQuality.Input)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface CaptureInput extends Schema.Schema.Type<typeof CapturePayload> {}

const CaptureResult = /*#__PURE__*/ Wire.result({
  /** The picture's signed address. It dies soon (2 hours were seen): download at once. Often plain `http`. */
  picUrl: Wire.SecretText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Capture extends Schema.Schema.Type<typeof CaptureResult> {}

const captureErrors = {
  ...errors.device,
  ...errors.reach,
  "20032": ApiError.ChannelNotFound,
  "60017": ApiError.CaptureFailed,
  "60020": ApiError.CommandNotSupported
}

/**
 * @since 0.1.0
 * @category errors
 */
export type CaptureError = Operation.ErrorOf<typeof captureErrors>

/**
 * Takes a picture now. Leave at least 4 seconds between two captures of a device; the captures of a day are limited.
 *
 * Source: "Device Operation", Capture Pictures.
 *
 * @since 0.1.0
 * @category operations
 */
export const capture: Operation.Operation<CaptureInput, Capture, CaptureError> = /*#__PURE__*/ Operation.make(
  {
    id: "device.capture",
    section: "Device Operation",
    lines: [830, 879],
    method: "POST",
    path: "/api/lapp/device/capture",
    semantics: "once",
    payload: CapturePayload,
    success: CaptureResult,
    errors: captureErrors
  }
)

// add, delete, rename

const AddPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The verification code on the device's label: six upper-case letters, unless the owner changed it. */
  validateCode: Field.Secret
})

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput extends Schema.Schema.Type<typeof AddPayload> {}

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

const RenamePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The new name. The documentation says at most 50 characters. */
  deviceName: Field.Text
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

// encryption

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
