/**
 * Chapter "Cloud Storage": recordings that the cloud keeps for a device.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as DeviceState from "../reference/DeviceState.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

const subscription = {
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The phone number of the user whose device it is, where that is not the account itself. */
  phone: /*#__PURE__*/ Field.optional(Field.Text),
  /** The channel. Left out, it is the device itself, or channel 1: the documentation says both. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo)
}

/** 20018 is about the user of the phone number, where one is given. */
const subscriptionErrors = {
  ...errors.device,
  "10004": ApiError.UserNotFound,
  "60012": ApiError.UnknownDeviceError
}

// open

const OpenPayload = /*#__PURE__*/ Schema.Struct({
  ...subscription,
  /** The password of the card that pays for it. */
  cardPassword: Field.Secret,
  /**
   * `true` begins now: it prolongs a service of the same kind, and takes the place of another. `false`, the default,
   * begins when the present service ends.
   */
  isImmediately: /*#__PURE__*/ Field.optional(Field.Flag)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface OpenInput extends Schema.Schema.Type<typeof OpenPayload> {}

const openErrors = {
  ...subscriptionErrors,
  "20032": ApiError.ChannelNotFound,
  "60020": ApiError.CloudStorageNotSupported,
  "60030": ApiError.CardPasswordLocked,
  "60031": ApiError.CardPasswordNotFound,
  "60032": ApiError.CardPasswordUnusable,
  "60033": ApiError.CardNotForSale,
  "60035": ApiError.CloudStorageOpenFailed
}

/**
 * @since 0.1.0
 * @category errors
 */
export type OpenError = Operation.ErrorOf<typeof openErrors>

/**
 * Opens cloud storage for a device with a card that has been paid for: **the card is used up.** Too many wrong
 * passwords lock it out for 24 hours, so never try again what was refused.
 *
 * Source: "Cloud Storage", Enable Cloud Storage for Device via Card Password.
 *
 * @since 0.1.0
 * @category operations
 */
export const open: Operation.Operation<OpenInput, void, OpenError> = /*#__PURE__*/ Operation.make({
  id: "cloudStorage.open",
  section: "Cloud Storage",
  lines: [5718, 5767],
  method: "POST",
  path: "/api/lapp/cloud/storage/open",
  semantics: "once",
  payload: OpenPayload,
  success: Wire.Nothing,
  errors: openErrors
})

// getDeviceInfo

const GetDeviceInfoPayload = /*#__PURE__*/ Schema.Struct(subscription)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetDeviceInfoInput extends Schema.Schema.Type<typeof GetDeviceInfoPayload> {}

const service = {
  /** The user whose service it is. */
  userName: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText),
  deviceSerial: Wire.Text,
  channelNo: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** For how many days a recording is kept. */
  totalDays: /*#__PURE__*/ Wire.optional(Wire.Integer),
  status: DeviceState.CloudStatus.Output,
  /** When the service began. */
  startTime: /*#__PURE__*/ Wire.optional(Wire.EpochMillis),
  /** When the service ends. */
  expireTime: /*#__PURE__*/ Wire.optional(Wire.EpochMillis)
}

const SecondServiceResult = /*#__PURE__*/ Wire.result(service)

const GetDeviceInfoResult = /*#__PURE__*/ Wire.result({
  ...service,
  /** For how many days more the service runs. */
  validDays: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** A service of another kind, where the device has two. */
  serviceDetail: /*#__PURE__*/ Wire.optional(SecondServiceResult)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface CloudStorageInfo extends Schema.Schema.Type<typeof GetDeviceInfoResult> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetDeviceInfoError = Operation.ErrorOf<typeof subscriptionErrors>

/**
 * Whether a device has cloud storage, and for how long.
 *
 * Source: "Cloud Storage", Search device cloud storage information.
 *
 * @since 0.1.0
 * @category operations
 */
export const getDeviceInfo: Operation.Operation<GetDeviceInfoInput, CloudStorageInfo, GetDeviceInfoError> =
  /*#__PURE__*/ Operation.make({
    id: "cloudStorage.getDeviceInfo",
    section: "Cloud Storage",
    lines: [5768, 5840],
    method: "POST",
    path: "/api/lapp/cloud/storage/device/info",
    semantics: "read",
    payload: GetDeviceInfoPayload,
    success: GetDeviceInfoResult,
    errors: subscriptionErrors
  })
