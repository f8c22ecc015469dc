/**
 * Chapter "A1 Detector": the detectors of an A1 hub, and the cameras that record when one of them goes off.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Detector {
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** What it detects: a name of `DetectorType.codes`, or its code where the documentation has none. */
  readonly detectorType:
    | "videoDevice"
    | "alarmIn"
    | "alarmOut"
    | "pir"
    | "smoke"
    | "magneticContact"
    | "combustibleGas"
    | "waterLeak"
    | "emergencyButton"
    | "remoteControl"
    | "alarmDevice"
    | "keyboard"
    | "curtain"
    | "openClose"
    | (string & {})
  /** Whether it is connected to the hub. */
  readonly detectorState: boolean
  /** Its type, in words of the vendor's. */
  readonly detectorTypeName: string
  /** Its name, which `ezviz.detector.rename` changes. */
  readonly location: string
  /** Whether its zone reports a fault. */
  readonly zfStatus: boolean
  /** Whether its battery is low. */
  readonly uvStatus: boolean
  /** Whether its radio is disturbed. */
  readonly iwcStatus: boolean
  /** Whether it is offline. */
  readonly olStatus: boolean
  /** Whether it takes part in mode `stay`. */
  readonly atHomeEnable: boolean
  /** Whether it takes part in mode `away`. */
  readonly outerEnable: boolean
  /** Whether it takes part in mode `sleeping`. */
  readonly sleepEnable: boolean
  /** `yyyy-MM-dd HH:mm:ss` in a zone nobody says; as it came. In the sample only. */
  readonly updateTime?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `detector.list` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetStatusInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** The mode of the hub that this is about. */
  readonly safeMode: "away" | "stay" | "sleeping"
  /** Whether the detector takes part in it. */
  readonly enable: boolean
}

/**
 * How `detector.setStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetStatusError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.AlreadyInState
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
}

/**
 * How `detector.delete` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type DeleteError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListBindableIpcsInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BindableIpc {
  /** The camera's serial number. */
  readonly deviceSerial: string
  readonly channelNo: number
  /** The camera's name; the table says that it is a number. */
  readonly cameraName: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `detector.listBindableIpcs` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListBindableIpcsError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListLinkedIpcsInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedIpc {
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** The camera's serial number. */
  readonly ipcSerial: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `detector.listLinkedIpcs` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListLinkedIpcsError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetIpcLinkInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** The camera's serial number. */
  readonly ipcSerial: string
  /** Whether to link the camera or to remove the link. */
  readonly operation: "delete" | "bind"
}

/**
 * How `detector.setIpcLink` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetIpcLinkError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface RenameInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** The new name: less than 50 characters. Special characters are refused; which are special is not documented. */
  readonly newName: string
}

/**
 * How `detector.rename` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type RenameError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface CancelAlarmInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
}

/**
 * How `detector.cancelAlarm` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type CancelAlarmError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput {
  /** The hub's serial number. */
  readonly deviceSerial: string
  /** The detector's serial number. */
  readonly detectorSerial: string
  /** The detector's model, such as `T2`. The wire calls it `detectorType`, and a type in its place is refused. */
  readonly detectorModel: "T1" | "T2" | "T3" | "T4" | "T5" | "T6" | "T8" | "T9" | "T10" | "K2" | (string & {})
  /** The detector's verification code: `ABCDEF` for all of them, says the documentation. */
  readonly detectorCode: string
}

/**
 * How `detector.add` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type AddError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.ServerError
  | errors.CommonError

/**
 * The operations of `ezviz.detector`.
 *
 * @since 0.1.0
 * @category models
 */
export interface DetectorOperations {
  /**
   * The detectors of a hub, all at once.
   *
   * Source: "A1 Detector", Get Detector List.
   *
   * @since 0.1.0
   * @category operations
   */
  list(input: ListInput, options?: CallOptions): Call<ReadonlyArray<Detector>, ListError>

  /**
   * Says whether a detector takes part in a mode of its hub. `AlreadyInState` says that it is so already.
   *
   * Source: "A1 Detector", Set Detector Status.
   *
   * @since 0.1.0
   * @category operations
   */
  setStatus(input: SetStatusInput, options?: CallOptions): Call<void, SetStatusError>

  /**
   * Removes a detector from its hub.
   *
   * Source: "A1 Detector", Delete Detector.
   *
   * @since 0.1.0
   * @category operations
   */
  delete(input: DeleteInput, options?: CallOptions): Call<void, DeleteError>

  /**
   * The cameras (IPCs) that a hub's detectors can be linked to.
   *
   * Source: "A1 Detector", Get IPC List to be Linked.
   *
   * @since 0.1.0
   * @category operations
   */
  listBindableIpcs(
    input: ListBindableIpcsInput,
    options?: CallOptions
  ): Call<ReadonlyArray<BindableIpc>, ListBindableIpcsError>

  /**
   * The cameras (IPCs) that a detector is linked to.
   *
   * Source: "A1 Detector", Get Linked IPC List.
   *
   * @since 0.1.0
   * @category operations
   */
  listLinkedIpcs(
    input: ListLinkedIpcsInput,
    options?: CallOptions
  ): Call<ReadonlyArray<LinkedIpc>, ListLinkedIpcsError>

  /**
   * Links a detector to a camera (IPC), or removes the link. A hub that knows of no cameras answers
   * `CommandNotSupported`.
   *
   * Source: "A1 Detector", Set Linkage Relation between Detector and IPC.
   *
   * @since 0.1.0
   * @category operations
   */
  setIpcLink(input: SetIpcLinkInput, options?: CallOptions): Call<void, SetIpcLinkError>

  /**
   * Gives a detector another name, which `ezviz.detector.list` calls its `location`.
   *
   * Source: "A1 Detector", Edit Detector Name.
   *
   * @since 0.1.0
   * @category operations
   */
  rename(input: RenameInput, options?: CallOptions): Call<void, RenameError>

  /**
   * Silences a hub and clears its alarms, of all its detectors at once, if the hub can.
   *
   * Source: "A1 Detector", One-touch Clear Alarm for Device.
   *
   * @since 0.1.0
   * @category operations
   */
  cancelAlarm(input: CancelAlarmInput, options?: CallOptions): Call<void, CancelAlarmError>

  /**
   * Adds a detector to a hub, if the hub can (capability `support_add_del_detector`). The two must be within a metre of
   * each other. A sub-account needs the permission `Config` on the hub.
   *
   * Source: "A1 Detector", Set device associated with detector.
   *
   * @since 0.1.0
   * @category operations
   */
  add(input: AddInput, options?: CallOptions): Call<void, AddError>
}
