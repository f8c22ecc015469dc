/**
 * Chapter "A1 Detector": the detectors of an A1 hub, and the cameras that record when one of them goes off.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as DetectorType from "../reference/DetectorType.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

/**
 * What a hub guards against. Each detector takes part in some of the modes. The numbers are not those of the hub's own
 * `defence`.
 *
 * @since 0.1.0
 * @category tables
 */
export const SafeMode = /*#__PURE__*/ Enumeration.make({ stay: 0, away: 1, sleeping: 2 })

const IpcOperation = /*#__PURE__*/ Enumeration.make({ delete: 0, bind: 1 })

const HubPayload = /*#__PURE__*/ Schema.Struct({
  /** The hub's serial number. */
  deviceSerial: Field.DeviceSerial
})

const DetectorPayload = /*#__PURE__*/ Schema.Struct({
  ...HubPayload.fields,
  /** The detector's serial number. */
  detectorSerial: Field.DeviceSerial
})

// 20014 is printed as a network error in most of the chapter; it is the illegal serial number that it is elsewhere.
const orderErrors = { ...errors.device, ...errors.reach }

// list

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput extends Schema.Schema.Type<typeof HubPayload> {}

const ListItem = /*#__PURE__*/ Wire.result({
  /** The detector's serial number. */
  detectorSerial: Wire.Text,
  /** What it detects: a name of `DetectorType.codes`, or its code where the documentation has none. */
  detectorType: DetectorType.Output,
  /** Whether it is connected to the hub. */
  detectorState: Wire.Flag,
  /** Its type, in words of the vendor's. */
  detectorTypeName: Wire.Text,
  /** Its name, which `Detector.rename` changes. */
  location: Wire.Text,
  /** Whether its zone reports a fault. */
  zfStatus: Wire.Flag,
  /** Whether its battery is low. */
  uvStatus: Wire.Flag,
  /** Whether its radio is disturbed. */
  iwcStatus: Wire.Flag,
  /** Whether it is offline. */
  olStatus: Wire.Flag,
  /** Whether it takes part in mode `stay`. */
  atHomeEnable: Wire.Flag,
  /** Whether it takes part in mode `away`. */
  outerEnable: Wire.Flag,
  /** Whether it takes part in mode `sleeping`. */
  sleepEnable: Wire.Flag,
  /** `yyyy-MM-dd HH:mm:ss` in a zone nobody says; as it came. In the sample only. */
  updateTime: /*#__PURE__*/ Wire.optional(Wire.NonEmptyText)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Detector extends Schema.Schema.Type<typeof ListItem> {}

const listErrors = errors.device

/**
 * @since 0.1.0
 * @category errors
 */
export type ListError = Operation.ErrorOf<typeof listErrors>

/**
 * The detectors of a hub, all at once.
 *
 * Source: "A1 Detector", Get Detector List.
 *
 * @since 0.1.0
 * @category operations
 */
export const list: Operation.Operation<
  ListInput,
  ReadonlyArray<Detector>,
  ListError
> = /*#__PURE__*/ Operation.make({
  id: "detector.list",
  section: "A1 Detector",
  lines: [4398, 4502],
  method: "POST",
  path: "/api/lapp/detector/list",
  family: "result",
  semantics: "read",
  payload: HubPayload,
  success: /*#__PURE__*/ Wire.list(ListItem),
  errors: listErrors
})

// setStatus

const SetStatusPayload = /*#__PURE__*/ Schema.Struct({
  ...DetectorPayload.fields,
  /** The mode of the hub that this is about. */
  safeMode: SafeMode.Input,
  /** Whether the detector takes part in it. */
  enable: Field.Flag
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetStatusInput extends Schema.Schema.Type<typeof SetStatusPayload> {}

const setStatusErrors = { ...orderErrors, "60022": ApiError.AlreadyInState }

/**
 * @since 0.1.0
 * @category errors
 */
export type SetStatusError = Operation.ErrorOf<typeof setStatusErrors>

/**
 * Says whether a detector takes part in a mode of its hub. `AlreadyInState` says that it is so already.
 *
 * Source: "A1 Detector", Set Detector Status.
 *
 * @since 0.1.0
 * @category operations
 */
export const setStatus: Operation.Operation<SetStatusInput, void, SetStatusError> =
  /*#__PURE__*/ Operation.make({
    id: "detector.setStatus",
    section: "A1 Detector",
    lines: [4503, 4547],
    method: "POST",
    path: "/api/lapp/detector/status/set",
    semantics: "idempotent",
    payload: SetStatusPayload,
    success: Wire.Nothing,
    errors: setStatusErrors
  })

// delete

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteInput extends Schema.Schema.Type<typeof DetectorPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type DeleteError = Operation.ErrorOf<typeof orderErrors>

const delete_: Operation.Operation<DeleteInput, void, DeleteError> = /*#__PURE__*/ Operation.make({
  id: "detector.delete",
  section: "A1 Detector",
  lines: [4548, 4589],
  method: "POST",
  path: "/api/lapp/detector/delete",
  semantics: "once",
  payload: DetectorPayload,
  success: Wire.Nothing,
  errors: orderErrors
})

export {
  /**
   * Removes a detector from its hub.
   *
   * Source: "A1 Detector", Delete Detector.
   *
   * @since 0.1.0
   * @category operations
   */
  delete_ as delete
}

// listBindableIpcs

/**
 * @since 0.1.0
 * @category models
 */
export interface ListBindableIpcsInput extends Schema.Schema.Type<typeof HubPayload> {}

const BindableIpcItem = /*#__PURE__*/ Wire.result({
  /** The camera's serial number. */
  deviceSerial: Wire.Text,
  channelNo: Wire.Integer,
  /** The camera's name; the table says that it is a number. */
  cameraName: Wire.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface BindableIpc extends Schema.Schema.Type<typeof BindableIpcItem> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type ListBindableIpcsError = Operation.ErrorOf<typeof listErrors>

/**
 * The cameras (IPCs) that a hub's detectors can be linked to.
 *
 * Source: "A1 Detector", Get IPC List to be Linked.
 *
 * @since 0.1.0
 * @category operations
 */
export const listBindableIpcs: Operation.Operation<
  ListBindableIpcsInput,
  ReadonlyArray<BindableIpc>,
  ListBindableIpcsError
> = /*#__PURE__*/ Operation.make({
  id: "detector.listBindableIpcs",
  section: "A1 Detector",
  lines: [4590, 4644],
  method: "POST",
  path: "/api/lapp/detector/ipc/list/bindable",
  semantics: "read",
  payload: HubPayload,
  success: /*#__PURE__*/ Wire.list(BindableIpcItem),
  errors: listErrors
})

// listLinkedIpcs

/**
 * @since 0.1.0
 * @category models
 */
export interface ListLinkedIpcsInput extends Schema.Schema.Type<typeof DetectorPayload> {}

const LinkedIpcItem = /*#__PURE__*/ Wire.result(
  {
    /** The detector's serial number. */
    detectorSerial: Wire.Text,
    /** The camera's serial number. */
    ipcSerial: Wire.Text
  },
  // The table's name for it is the other one.
  { detectorSerial: ["detectorSerial", "deviceSerial"] }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedIpc extends Schema.Schema.Type<typeof LinkedIpcItem> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type ListLinkedIpcsError = Operation.ErrorOf<typeof listErrors>

/**
 * The cameras (IPCs) that a detector is linked to.
 *
 * Source: "A1 Detector", Get Linked IPC List.
 *
 * @since 0.1.0
 * @category operations
 */
export const listLinkedIpcs: Operation.Operation<
  ListLinkedIpcsInput,
  ReadonlyArray<LinkedIpc>,
  ListLinkedIpcsError
> = /*#__PURE__*/ Operation.make({
  id: "detector.listLinkedIpcs",
  section: "A1 Detector",
  lines: [4645, 4693],
  method: "POST",
  path: "/api/lapp/detector/ipc/list/bind",
  semantics: "read",
  payload: DetectorPayload,
  success: /*#__PURE__*/ Wire.list(LinkedIpcItem),
  errors: listErrors
})

// setIpcLink

const SetIpcLinkPayload = /*#__PURE__*/ Schema.Struct({
  ...DetectorPayload.fields,
  /** The camera's serial number. */
  ipcSerial: Field.DeviceSerial,
  /** Whether to link the camera or to remove the link. */
  operation: IpcOperation.Input
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetIpcLinkInput extends Schema.Schema.Type<typeof SetIpcLinkPayload> {}

const setIpcLinkErrors = { ...orderErrors, "60020": ApiError.CommandNotSupported }

/**
 * @since 0.1.0
 * @category errors
 */
export type SetIpcLinkError = Operation.ErrorOf<typeof setIpcLinkErrors>

/**
 * Links a detector to a camera (IPC), or removes the link. A hub that knows of no cameras answers
 * `CommandNotSupported`.
 *
 * Source: "A1 Detector", Set Linkage Relation between Detector and IPC.
 *
 * @since 0.1.0
 * @category operations
 */
export const setIpcLink: Operation.Operation<SetIpcLinkInput, void, SetIpcLinkError> =
  /*#__PURE__*/ Operation.make({
    id: "detector.setIpcLink",
    section: "A1 Detector",
    lines: [4694, 4738],
    method: "POST",
    path: "/api/lapp/detector/ipc/relation/set",
    semantics: "idempotent",
    payload: SetIpcLinkPayload,
    success: Wire.Nothing,
    errors: setIpcLinkErrors
  })

// rename

const Name = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((name) => /^.{1,49}$/su.test(name), {
    description: "a name of 1 to 49 characters",
    jsonSchema: { type: "string", minLength: 1, maxLength: 49 },
    arbitrary: () => (fc) => fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 49 })
  })
)

const RenamePayload = /*#__PURE__*/ Schema.Struct({
  ...DetectorPayload.fields,
  /** The new name: less than 50 characters. Special characters are refused; which are special is not documented. */
  newName: Name
})

/**
 * @since 0.1.0
 * @category models
 */
export interface RenameInput extends Schema.Schema.Type<typeof RenamePayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type RenameError = Operation.ErrorOf<typeof orderErrors>

/**
 * Gives a detector another name, which `Detector.list` calls its `location`.
 *
 * Source: "A1 Detector", Edit Detector Name.
 *
 * @since 0.1.0
 * @category operations
 */
export const rename: Operation.Operation<RenameInput, void, RenameError> = /*#__PURE__*/ Operation.make({
  id: "detector.rename",
  section: "A1 Detector",
  lines: [4739, 4781],
  method: "POST",
  path: "/api/lapp/detector/name/change",
  semantics: "idempotent",
  payload: RenamePayload,
  success: Wire.Nothing,
  errors: orderErrors
})

// cancelAlarm

/**
 * @since 0.1.0
 * @category models
 */
export interface CancelAlarmInput extends Schema.Schema.Type<typeof HubPayload> {}

const unsupported = { "60020": ApiError.CommandNotSupported }

const evidence =
  "The hub must support it, and the table has no code for one that does not; this is the one that other tables have."

/**
 * @since 0.1.0
 * @category errors
 */
export type CancelAlarmError = Operation.ErrorOf<typeof orderErrors & typeof unsupported>

/**
 * Silences a hub and clears its alarms, of all its detectors at once, if the hub can.
 *
 * Source: "A1 Detector", One-touch Clear Alarm for Device.
 *
 * @since 0.1.0
 * @category operations
 */
export const cancelAlarm: Operation.Operation<CancelAlarmInput, void, CancelAlarmError> =
  /*#__PURE__*/ Operation.make({
    id: "detector.cancelAlarm",
    section: "A1 Detector",
    lines: [4782, 4822],
    method: "POST",
    path: "/api/lapp/detector/cancelAlarm",
    semantics: "idempotent",
    payload: HubPayload,
    success: Wire.Nothing,
    errors: orderErrors,
    reported: unsupported,
    evidence
  })

// add

const AddPayload = /*#__PURE__*/ Schema.Struct({
  ...DetectorPayload.fields,
  /** The detector's model, such as `T2`. The wire calls it `detectorType`, and a type in its place is refused. */
  detectorModel: /*#__PURE__*/ Schema.propertySignature(DetectorType.ModelInput).pipe(
    /*#__PURE__*/ Schema.fromKey("detectorType")
  ),
  /** The detector's verification code: `ABCDEF` for all of them, says the documentation. */
  detectorCode: Field.Secret
})

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput extends Schema.Schema.Type<typeof AddPayload> {}

// 20007 and 20008 are printed with each other's texts here; they are what they are elsewhere.
const addErrors = { ...orderErrors, "50000": ApiError.ServerError }

/**
 * @since 0.1.0
 * @category errors
 */
export type AddError = Operation.ErrorOf<typeof addErrors & typeof unsupported>

/**
 * Adds a detector to a hub, if the hub can (capability `support_add_del_detector`). The two must be within a metre of
 * each other. A sub-account needs the permission `Config` on the hub.
 *
 * Source: "A1 Detector", Set device associated with detector.
 *
 * @since 0.1.0
 * @category operations
 */
export const add: Operation.Operation<AddInput, void, AddError> = /*#__PURE__*/ Operation.make({
  id: "detector.add",
  section: "A1 Detector",
  lines: [4823, 4885],
  method: "POST",
  path: "/api/lapp/detector/add",
  semantics: "once",
  payload: AddPayload,
  success: Wire.Nothing,
  errors: addErrors,
  reported: unsupported,
  evidence
})
