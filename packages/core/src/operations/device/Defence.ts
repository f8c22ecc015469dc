/**
 * Arming a device, and the times at which it arms itself.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import * as DeviceState from "../../reference/DeviceState.js"
import * as Enumeration from "../../reference/Enumeration.js"
import * as WallClock from "../../WallClock.js"
import * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

// setDefence

const SetDefencePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /**
   * `disarmed` or `armed`; of an A1 hub `disarmed` (asleep), `home` or `away`. The wire calls it `isDefence`, and what
   * a list answers `defence`.
   */
  defence: /*#__PURE__*/ Schema.propertySignature(DeviceState.Defence.Input).pipe(
    /*#__PURE__*/ Schema.fromKey("isDefence")
  )
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetDefenceInput extends Schema.Schema.Type<typeof SetDefencePayload> {}

const setDefenceErrors = {
  ...errors.device,
  ...errors.reach
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetDefenceError = Operation.ErrorOf<typeof setDefenceErrors>

/**
 * Arms or disarms a device: whether motion raises an alarm.
 *
 * Source: "Device Switch", 1.1 Arming and Disarming.
 *
 * @since 0.1.0
 * @category operations
 */
export const setDefence: Operation.Operation<SetDefenceInput, void, SetDefenceError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setDefence",
    section: "Device Switch",
    lines: [1431, 1473],
    method: "POST",
    path: "/api/lapp/device/defence/set",
    semantics: "idempotent",
    payload: SetDefencePayload,
    success: Wire.Nothing,
    errors: setDefenceErrors
  })

// the plan

/**
 * The days of a defence plan, whose week begins with Monday.
 *
 * @since 0.1.0
 * @category tables
 */
export const DefenceDay = /*#__PURE__*/ Enumeration.make({
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6
})

/** `6:00` is how the documentation writes it, and what a device may answer. */
const twoDigits = (time: string) => time.replace(/^(\d):/, "0$1:")

const aTimeOfDay = "a time of day written HH:mm, from 00:00 to 23:59"

const StartTime = /*#__PURE__*/ Schema.transform(
  WallClock.TimeOfDay,
  /*#__PURE__*/ Schema.String.pipe(
    /*#__PURE__*/ Schema.filter((time) => Schema.is(WallClock.TimeOfDay)(twoDigits(time)), {
      description: aTimeOfDay,
      arbitrary: () => (fc) =>
        fc
          .integer({ min: 0, max: 1439 })
          .map((minutes) =>
            [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":")
          )
    })
  ),
  { strict: true, decode: (time) => time, encode: twoDigits }
).annotations({ description: aTimeOfDay })

const endOfDay = "24:00"

/** How the wire writes the end of the day. */
const nextMidnight = "n00:00"

const StopTime = /*#__PURE__*/ Schema.transform(
  Schema.String,
  /*#__PURE__*/ Schema.Union(StartTime, /*#__PURE__*/ Schema.Literal(endOfDay)).annotations({
    description: "a time of day written HH:mm, or 24:00"
  }),
  {
    strict: false,
    decode: (wire) => (wire === nextMidnight ? endOfDay : wire),
    encode: (time) => (time === endOfDay ? nextMidnight : time)
  }
)

const GetDefencePlanPayload = /*#__PURE__*/ Schema.Struct(Field.target)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetDefencePlanInput extends Schema.Schema.Type<typeof GetDefencePlanPayload> {}

const StopTimeOutput: Wire.Reads<string> = /*#__PURE__*/ Schema.make<string, unknown>(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.NullOr(Schema.String),
    /*#__PURE__*/ Schema.String.pipe(/*#__PURE__*/ Schema.filter((time) => time !== nextMidnight)),
    {
      strict: true,
      decode: (wire) => (wire === nextMidnight ? endOfDay : (wire ?? "")),
      encode: (time) => (time === endOfDay ? nextMidnight : time)
    }
  ).ast
)

const DefencePlanResult = /*#__PURE__*/ Wire.result(
  {
    /** When it arms itself, `H:mm` or `HH:mm`, on the device's own clock. */
    startTime: Wire.Text,
    /** When it disarms itself, as `startTime`; `24:00` is the end of the day. */
    stopTime: StopTimeOutput,
    /** The days it does so. The wire calls them `period`. */
    days: /*#__PURE__*/ Enumeration.outputList(DefenceDay),
    /** Whether the plan is in force. */
    enable: Wire.Flag
  },
  { days: ["period"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface DefencePlan extends Schema.Schema.Type<typeof DefencePlanResult> {}

const planErrors = {
  ...errors.device,
  "20032": ApiError.ChannelNotFound,
  "60020": ApiError.CommandNotSupported
}

const getDefencePlanErrors = {
  ...planErrors,
  "10004": ApiError.UserNotFound
}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetDefencePlanError = Operation.ErrorOf<typeof getDefencePlanErrors>

/**
 * The times at which a device arms itself: one span, the same on all its days.
 *
 * Source: "Device Switch", 1.10 Get Device Arming and Disarming Schedule.
 *
 * @since 0.1.0
 * @category operations
 */
export const getDefencePlan: Operation.Operation<GetDefencePlanInput, DefencePlan, GetDefencePlanError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getDefencePlan",
    section: "Device Switch",
    lines: [1850, 1903],
    method: "POST",
    path: "/api/lapp/device/defence/plan/get",
    semantics: "read",
    payload: GetDefencePlanPayload,
    success: DefencePlanResult,
    errors: getDefencePlanErrors
  })

const SetDefencePlanPayload = /*#__PURE__*/ Schema.Struct({
  ...Field.target,
  /** When to arm, `HH:mm` on the device's own clock. Default: 00:00. */
  startTime: /*#__PURE__*/ Field.optional(StartTime),
  /** When to disarm, as `startTime`; `24:00` is the end of the day. The default is not documented. */
  stopTime: /*#__PURE__*/ Field.optional(StopTime),
  /** The days to do so, at least one. The default is not documented. The wire calls them `period`. */
  days: /*#__PURE__*/ Field.optional(/*#__PURE__*/ Enumeration.inputList(DefenceDay)).pipe(
    /*#__PURE__*/ Schema.fromKey("period")
  ),
  /** Whether the plan is in force. Default: true. */
  enable: /*#__PURE__*/ Field.optional(Field.FlagText)
}).pipe(
  /*#__PURE__*/ Schema.filter(({ startTime = "00:00", stopTime }) =>
    stopTime !== undefined && twoDigits(stopTime) <= twoDigits(startTime)
      ? { path: ["stopTime"], message: "a time after startTime; 24:00 is the end of the day" }
      : undefined
  )
)

/**
 * @since 0.1.0
 * @category models
 */
export interface SetDefencePlanInput extends Schema.Schema.Type<typeof SetDefencePlanPayload> {}

const setDefencePlanErrors = {
  ...planErrors,
  ...errors.reach
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetDefencePlanError = Operation.ErrorOf<typeof setDefencePlanErrors>

/**
 * Sets the times at which a device arms itself: one span, the same on all the days given. What happens to parts that
 * are left out is not documented, so give them all.
 *
 * Source: "Device Switch", 1.11 Set Device Arming and Disarming Schedule.
 *
 * @since 0.1.0
 * @category operations
 */
export const setDefencePlan: Operation.Operation<SetDefencePlanInput, void, SetDefencePlanError> =
  /*#__PURE__*/ Operation.make({
    id: "device.setDefencePlan",
    section: "Device Switch",
    lines: [1904, 1951],
    method: "POST",
    path: "/api/lapp/device/defence/plan/set",
    semantics: "idempotent",
    payload: SetDefencePlanPayload,
    success: Wire.Nothing,
    errors: setDefencePlanErrors
  })
