/**
 * Chapter "v3 Device Configuration": the cards and disks that a device records to.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * The state of a storage medium.
 *
 * @since 0.1.0
 * @category tables
 */
export const MediumStatus = /*#__PURE__*/ Enumeration.make({
  normal: 0,
  faulty: 1,
  unformatted: 2,
  formatting: 3
})

/** A share in percent, written `20%`. */
const Percent: Wire.Reads<number> = /*#__PURE__*/ Schema.transform(
  Schema.Unknown,
  /*#__PURE__*/ Schema.Number.pipe(
    /*#__PURE__*/ Schema.nonNegative({ arbitrary: () => (fc) => fc.integer({ min: 0, max: 100 }) })
  ),
  {
    strict: false,
    decode: (wire) => (typeof wire === "string" ? Number(wire.replace("%", "")) : wire),
    encode: (percent) => `${percent}%`
  }
).annotations({ jsonSchema: { type: "string" } })

const GetFormatStatusPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetFormatStatusInput extends Schema.Schema.Type<typeof GetFormatStatusPayload> {}

const MediumResult = /*#__PURE__*/ Wire.result({
  /** Names the medium to `formatDisk`. */
  index: Wire.Integer,
  name: Wire.Text,
  status: MediumStatus.Output,
  /** How far formatting has come, in percent. */
  formattingRate: /*#__PURE__*/ Wire.optional(Percent),
  /** In a unit that the documentation does not say. */
  capacity: /*#__PURE__*/ Wire.optional(Wire.Integer)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface StorageMedium extends Schema.Schema.Type<typeof MediumResult> {}

const GetFormatStatusResult = /*#__PURE__*/ Wire.result(
  {
    /** Every card or disk of the device. */
    media: /*#__PURE__*/ Wire.list(MediumResult)
  },
  { media: ["storageStatus"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatStatus extends Schema.Schema.Type<typeof GetFormatStatusResult> {}

const getFormatStatusErrors = {
  ...errors.v3,
  "20007": ApiError.DeviceOffline,
  "20011": ApiError.DeviceFailure,
  "60058": ApiError.VerificationRequired
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetFormatStatusError = Operation.ErrorOf<typeof getFormatStatusErrors>

/**
 * The storage media of a device, and how far each is with being formatted. A sub-account needs the permission `Get`
 * on the device.
 *
 * Source: "v3 Device Configuration", Get the device formatting status.
 *
 * @since 0.1.0
 * @category operations
 */
export const getFormatStatus: Operation.Operation<GetFormatStatusInput, FormatStatus, GetFormatStatusError> =
  /*#__PURE__*/ Operation.make({
    id: "storage.getFormatStatus",
    section: "v3 Device Configuration",
    lines: [5576, 5642],
    method: "GET",
    path: "/api/v3/device/format/status",
    in: "header",
    auth: "header",
    family: "v3-status-body",
    semantics: "read",
    payload: GetFormatStatusPayload,
    success: GetFormatStatusResult,
    errors: getFormatStatusErrors
  })

const FormatDiskPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The `index` of the medium, from `getFormatStatus`. */
  diskIndex: /*#__PURE__*/ Field.whole(0, 2_147_483_647)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatDiskInput extends Schema.Schema.Type<typeof FormatDiskPayload> {}

const formatDiskErrors = {
  ...errors.v3,
  ...errors.reach,
  ...errors.v3Risky,
  "20011": ApiError.DeviceFailure,
  "20016": ApiError.DeviceFormatting,
  "49999": ApiError.ServerDataError
}

/**
 * @since 0.1.0
 * @category errors
 */
export type FormatDiskError = Operation.ErrorOf<typeof formatDiskErrors>

/**
 * **Erases a storage medium of the device: every recording on it is lost, for good.** It goes on after the answer:
 * follow `getFormatStatus`. Never sent twice. A sub-account needs the permission `Format` on the device.
 *
 * Source: "v3 Device Configuration", Formatting device disk.
 *
 * @since 0.1.0
 * @category operations
 */
export const formatDisk: Operation.Operation<FormatDiskInput, void, FormatDiskError> =
  /*#__PURE__*/ Operation.make({
    id: "storage.formatDisk",
    section: "v3 Device Configuration",
    lines: [5647, 5705],
    method: "PUT",
    path: "/api/v3/device/format/disk",
    in: { deviceSerial: "header", diskIndex: "query" },
    auth: "header",
    family: "v3-status-body",
    semantics: "once",
    payload: FormatDiskPayload,
    success: Wire.Nothing,
    errors: formatDiskErrors
  })
