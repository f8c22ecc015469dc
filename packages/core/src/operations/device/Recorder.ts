/**
 * A network video recorder and the cameras (IPCs) on its channels.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import { PictureUrl } from "../../internal/pictureUrl.js"
import * as Operation from "../../Operation.js"
import * as DeviceState from "../../reference/DeviceState.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const UnlinkIpcPayload = /*#__PURE__*/ Schema.Struct({
  /** The recorder's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The camera's serial number. */
  ipcSerial: Field.DeviceSerial,
  /** The recorder's channel. Left out, most likely the first one: the documentation contradicts itself. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UnlinkIpcInput extends Schema.Schema.Type<typeof UnlinkIpcPayload> {}

const LinkIpcPayload = /*#__PURE__*/ Schema.Struct({
  ...UnlinkIpcPayload.fields,
  /** The camera's verification code. */
  validateCode: /*#__PURE__*/ Field.optional(Field.Secret)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkIpcInput extends Schema.Schema.Type<typeof LinkIpcPayload> {}

const orderErrors = {
  ...errors.device,
  ...errors.reach,
  "60012": ApiError.UnknownDeviceError,
  "60020": ApiError.CommandNotSupported
}

const linkIpcErrors = {
  ...orderErrors,
  "60040": ApiError.IpcNotInSameLan,
  "60041": ApiError.IpcLinkedElsewhere,
  "60042": ApiError.IpcPasswordWrong,
  "60043": ApiError.IpcLimitReached,
  "60044": ApiError.IpcNetworkTimeout,
  "60045": ApiError.IpcAddressConflict,
  "60046": ApiError.IpcAddressConflictsWithParent,
  "60047": ApiError.IpcStreamTypeNotSupported,
  "60048": ApiError.IpcBandwidthExceeded,
  "60049": ApiError.IpcAddressInvalid,
  "60050": ApiError.IpcVersionNotSupported,
  "60051": ApiError.IpcNotSupported,
  "60052": ApiError.IpcChannelInvalid,
  "60053": ApiError.IpcResolutionNotSupported,
  "60054": ApiError.IpcAccountLocked,
  "60055": ApiError.IpcStreamFailed
}

/**
 * @since 0.1.0
 * @category errors
 */
export type LinkIpcError = Operation.ErrorOf<typeof linkIpcErrors>

/**
 * Links a camera to a channel of a recorder.
 *
 * Source: "Device Operation", 1.5 Link IPC to NVR.
 *
 * @since 0.1.0
 * @category operations
 */
export const linkIpc: Operation.Operation<LinkIpcInput, void, LinkIpcError> = /*#__PURE__*/ Operation.make({
  id: "device.linkIpc",
  section: "Device Operation",
  lines: [880, 942],
  method: "POST",
  path: "/api/lapp/device/ipc/add",
  semantics: "once",
  payload: LinkIpcPayload,
  success: Wire.Nothing,
  errors: linkIpcErrors
})

const unlinkIpcErrors = {
  ...orderErrors,
  "60056": ApiError.IpcUnlinkFailed,
  "60057": ApiError.IpcNotLinked
}

/**
 * @since 0.1.0
 * @category errors
 */
export type UnlinkIpcError = Operation.ErrorOf<typeof unlinkIpcErrors>

/**
 * Removes a camera from a recorder.
 *
 * Source: "Device Operation", 1.6 Delete IPC from NVR.
 *
 * @since 0.1.0
 * @category operations
 */
export const unlinkIpc: Operation.Operation<UnlinkIpcInput, void, UnlinkIpcError> =
  /*#__PURE__*/ Operation.make({
    id: "device.unlinkIpc",
    section: "Device Operation",
    lines: [943, 990],
    method: "POST",
    path: "/api/lapp/device/ipc/delete",
    semantics: "once",
    payload: UnlinkIpcPayload,
    success: Wire.Nothing,
    errors: unlinkIpcErrors
  })

const ListChannelsPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface ListChannelsInput extends Schema.Schema.Type<typeof ListChannelsPayload> {}

const ChannelItem = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  /** The serial number of the camera on this channel; the device's own where it is the camera itself. */
  ipcSerial: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText),
  channelNo: Wire.Integer,
  deviceName: Wire.Text,
  channelName: Wire.Text,
  status: DeviceState.OnlineStatus.Output,
  isShared: DeviceState.Sharing.OutputText,
  /** The cover the user has set, else a default picture. */
  picUrl: PictureUrl,
  /** Whether video is encrypted. */
  isEncrypt: Wire.Flag,
  videoLevel: DeviceState.VideoLevel.Output,
  /** Whether a camera is linked to this channel; false also where the recorder has not reported it. */
  relatedIpc: Wire.Bool
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Channel extends Schema.Schema.Type<typeof ChannelItem> {}

const listChannelsErrors = {
  ...errors.device,
  "30001": ApiError.UserNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type ListChannelsError = Operation.ErrorOf<typeof listChannelsErrors>

/**
 * The channels of one device, all at once. A recorder that never reports its cameras has none here.
 *
 * Source: "Device Query", 1.6 Get device channel information.
 *
 * @since 0.1.0
 * @category operations
 */
export const listChannels: Operation.Operation<
  ListChannelsInput,
  ReadonlyArray<Channel>,
  ListChannelsError
> = /*#__PURE__*/ Operation.make({
  id: "device.listChannels",
  section: "Device Query",
  lines: [1325, 1395],
  method: "POST",
  path: "/api/lapp/device/camera/list",
  semantics: "read",
  payload: ListChannelsPayload,
  success: /*#__PURE__*/ Wire.list(ChannelItem),
  errors: listChannelsErrors
})
