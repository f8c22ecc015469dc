/**
 * Chapter "Device Query": the cameras, which are the channels of all devices.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import { PictureUrl } from "../internal/pictureUrl.js"
import * as Operation from "../Operation.js"
import * as DeviceState from "../reference/DeviceState.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const ListPayload = /*#__PURE__*/ Schema.Struct(Field.paging)

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput extends Schema.Schema.Type<typeof ListPayload> {}

const ListItem = /*#__PURE__*/ Wire.result({
  deviceSerial: Wire.Text,
  channelNo: Wire.Integer,
  channelName: Wire.Text,
  status: DeviceState.OnlineStatus.Output,
  /** The two lists of the documentation word 1 and 2 the other way round; this is the one that explains them. */
  isShared: DeviceState.Sharing.OutputText,
  /** The cover's address: what the user set, else a default picture. */
  picUrl: PictureUrl,
  /** Whether video is encrypted. */
  isEncrypt: Wire.Flag,
  videoLevel: DeviceState.VideoLevel.Output
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Camera extends Schema.Schema.Type<typeof ListItem> {}

const listErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type ListError = Operation.ErrorOf<typeof listErrors>

/**
 * One page of the account's cameras; `Page.stream(Camera.list, {})` gives all of them.
 *
 * Source: "Device Query", Get Camera List.
 *
 * @since 0.1.0
 * @category operations
 */
export const list: Operation.Paged<ListInput, Camera, ListError> = /*#__PURE__*/ Operation.make({
  id: "camera.list",
  section: "Device Query",
  lines: [1132, 1208],
  method: "POST",
  path: "/api/lapp/camera/list",
  family: "lapp-page",
  reads: "page",
  semantics: "read",
  payload: ListPayload,
  success: /*#__PURE__*/ Wire.page(ListItem),
  errors: listErrors
})
