/**
 * Chapter "Recording": what a device has recorded on its own card or disk.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as WallClock from "../WallClock.js"
import * as Wire from "../Wire.js"

/**
 * Why something was recorded: by plan, at an event, or because a car or a person was seen.
 *
 * @since 0.1.0
 * @category tables
 */
export const RecordType = /*#__PURE__*/ Enumeration.make({ timing: 1, event: 2, car: 3, human: 4 })

const QueryLocalPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. The default is not documented. */
  channelNo: /*#__PURE__*/ Field.optional(Field.ChannelNo),
  /** Default: all types. */
  recordType: /*#__PURE__*/ Field.optional(RecordType.Input),
  /** `yyyy-MM-dd HH:mm:ss`, in a zone the documentation does not say: see `WallClock`. Default: 00:00 today. */
  startTime: /*#__PURE__*/ Field.optional(WallClock.WallClock),
  /** As `startTime`, and not before it. Default: now. No longest span is documented. */
  endTime: /*#__PURE__*/ Field.optional(WallClock.WallClock)
}).pipe(
  /*#__PURE__*/ Schema.filter(({ endTime, startTime }) =>
    startTime !== undefined && endTime !== undefined && endTime < startTime
      ? { path: ["endTime"], message: "a time that is not before startTime" }
      : undefined
  )
)

/**
 * @since 0.1.0
 * @category models
 */
export interface QueryLocalInput extends Schema.Schema.Type<typeof QueryLocalPayload> {}

const LocalRecordingResult = /*#__PURE__*/ Wire.result(
  {
    /** `yyyy-MM-dd HH:mm:ss`, as `live.getAddress` takes it. In a zone the documentation does not say. */
    startTime: WallClock.Output,
    /** As `startTime`. */
    endTime: WallClock.Output,
    deviceSerial: Wire.Text,
    /** The channel. The wire calls it `cameraNo`. */
    channelNo: Wire.IntegerText,
    /** The vendor's word for why it was recorded: `TIMING` by plan. Its other words are not documented. */
    type: Wire.Text,
    /** In a unit that the documentation does not say. */
    size: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
  },
  { channelNo: ["cameraNo", "channelNo"] }
)

/**
 * A piece of a recording, without a gap in it.
 *
 * @since 0.1.0
 * @category models
 */
export interface LocalRecording extends Schema.Schema.Type<typeof LocalRecordingResult> {}

const queryLocalErrors = {
  "10002": ApiError.TokenRejected,
  "2003": ApiError.DeviceOffline,
  "2007": ApiError.DeviceSerialInvalid,
  "2009": ApiError.DeviceTimeout,
  "2030": ApiError.DeviceNotSupported,
  "20015": ApiError.FunctionNotSupported
}

const reported = {
  "10001": ApiError.ParameterError,
  "20002": ApiError.DeviceNotFound,
  "20018": ApiError.DeviceNotOwned
}

/**
 * @since 0.1.0
 * @category errors
 */
export type QueryLocalError = Operation.ErrorOf<typeof queryLocalErrors> | Operation.ErrorOf<typeof reported>

/**
 * What a device has recorded on its own card or disk in a time; without times, since midnight. The device itself is
 * asked: one on a battery may have to wake up first and answer `DeviceTimeout`.
 *
 * Source: "Recording", Query local video record.
 *
 * @since 0.1.0
 * @category operations
 */
export const queryLocal: Operation.Operation<
  QueryLocalInput,
  ReadonlyArray<LocalRecording>,
  QueryLocalError
> = /*#__PURE__*/ Operation.make({
  id: "recording.queryLocal",
  section: "Recording",
  lines: [189, 250],
  method: "GET",
  path: "/api/v3/das/device/local/video/query",
  in: {
    deviceSerial: "header",
    channelNo: "header",
    recordType: "query",
    startTime: "query",
    endTime: "query"
  },
  auth: "header",
  family: "v3-meta",
  semantics: "read",
  payload: QueryLocalPayload,
  success: /*#__PURE__*/ Wire.list(LocalRecordingResult),
  errors: queryLocalErrors,
  reported,
  evidence:
    "The table has no refused parameter and no foreign device; the codes of the global table for these."
})
