/**
 * Chapter "v3 Device Configuration": when a device on a battery works how hard.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as WallClock from "../WallClock.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * How hard a device works. The documentation calls `normal` "normal power saving" where it is asked for.
 *
 * @since 0.1.0
 * @category tables
 */
export const Mode = /*#__PURE__*/ Enumeration.make({
  powerSaving: 0,
  performance: 1,
  normal: 2,
  superPowerSaving: 3
})

/**
 * The days of a week, which begins with Sunday here.
 *
 * @since 0.1.0
 * @category tables
 */
export const WeekDay = /*#__PURE__*/ Enumeration.make({
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6
})

// getPlan

const GetPlanPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetPlanInput extends Schema.Schema.Type<typeof GetPlanPayload> {}

/** Written `mode:1`; the bare number, as it is set, is read as well. */
const ModeOutput = /*#__PURE__*/ Schema.transform(
  /*#__PURE__*/ Schema.Union(Schema.String, Schema.Number),
  Mode.OutputText,
  {
    strict: false,
    decode: (wire) => String(wire).replace(/^\s*mode\s*:/i, ""),
    encode: (mode) => `mode:${mode}`
  }
).annotations({ jsonSchema: { type: "string" } })

const TimePlanResult = /*#__PURE__*/ Wire.result(
  {
    /** `HH:mm`, on the device's own clock. */
    startTime: Wire.Text,
    /** `HH:mm`, on the device's own clock. */
    endTime: Wire.Text,
    /** How hard the device works in this time. */
    mode: /*#__PURE__*/ Wire.optional(ModeOutput)
  },
  { startTime: ["beginTime", "startTime"], mode: ["eventArg"] }
)

const WeekPlanResult = /*#__PURE__*/ Wire.result(
  {
    /** The days it is for. */
    weekDays: /*#__PURE__*/ Enumeration.outputList(WeekDay),
    /** The times of each of these days. */
    timePlans: /*#__PURE__*/ Wire.list(TimePlanResult)
  },
  { weekDays: ["weekDay"], timePlans: ["timePlan"] }
)

const GetPlanResult = /*#__PURE__*/ Wire.result(
  {
    deviceSerial: Wire.Text,
    /** In the sample, which has 2; its meaning is not documented. */
    subType: /*#__PURE__*/ Wire.optional(Wire.Integer),
    weekPlans: /*#__PURE__*/ Wire.list(WeekPlanResult)
  },
  { deviceSerial: ["subSerial", "deviceSerial"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkModePlan extends Schema.Schema.Type<typeof GetPlanResult> {}

const getPlanErrors = errors.v3Get

/**
 * @since 0.1.0
 * @category errors
 */
export type GetPlanError = Operation.ErrorOf<typeof getPlanErrors>

/**
 * When the device works how hard. Whether the plan is in force is not part of the answer. A sub-account needs the
 * permission `Get` on the device.
 *
 * Source: "v3 Device Configuration", Query the device working mode plan.
 *
 * @since 0.1.0
 * @category operations
 */
export const getPlan: Operation.Operation<GetPlanInput, WorkModePlan, GetPlanError> =
  /*#__PURE__*/ Operation.make({
    id: "workMode.getPlan",
    section: "v3 Device Configuration",
    lines: [5139, 5211],
    method: "GET",
    path: "/api/v3/device/timing/plan/get",
    in: "header",
    auth: "header",
    family: "v3-status-body",
    semantics: "read",
    payload: GetPlanPayload,
    success: GetPlanResult,
    errors: getPlanErrors
  })

// setPlan

const SetPlanPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** Whether the plan is in force. A device like the CS-CB3-R100-2D2WFL takes no notice. */
  enable: Field.FlagText,
  /** When it begins on each of the days: `HH:mm`, on the device's own clock. */
  startTime: WallClock.TimeOfDay,
  /** When it ends on each of the days, as `startTime`. */
  endTime: WallClock.TimeOfDay,
  /** The days, at least one. The wire calls them `week`. */
  weekDays: /*#__PURE__*/ Schema.propertySignature(/*#__PURE__*/ Enumeration.inputList(WeekDay)).pipe(
    /*#__PURE__*/ Schema.fromKey("week")
  ),
  /** How hard the device works in this time. Default: `powerSaving`. The wire calls it `eventArg`. */
  mode: /*#__PURE__*/ Field.optional(Mode.InputText).pipe(/*#__PURE__*/ Schema.fromKey("eventArg"))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetPlanInput extends Schema.Schema.Type<typeof SetPlanPayload> {}

const setPlanErrors = errors.v3Set

/**
 * @since 0.1.0
 * @category errors
 */
export type SetPlanError = Operation.ErrorOf<typeof setPlanErrors>

/**
 * Sets when the device works how hard: one time, the same on all the days given. A sub-account needs the permission
 * `Config` on the device.
 *
 * Source: "v3 Device Configuration", Set the device working mode plan.
 *
 * @since 0.1.0
 * @category operations
 */
export const setPlan: Operation.Operation<SetPlanInput, void, SetPlanError> = /*#__PURE__*/ Operation.make({
  id: "workMode.setPlan",
  section: "v3 Device Configuration",
  lines: [5214, 5272],
  method: "POST",
  path: "/api/v3/device/timing/plan/set",
  in: {
    deviceSerial: "header",
    enable: "body",
    startTime: "body",
    endTime: "body",
    week: "body",
    eventArg: "body"
  },
  auth: "header",
  family: "v3-status-body",
  semantics: "idempotent",
  payload: SetPlanPayload,
  success: Wire.Nothing,
  errors: setPlanErrors
})
