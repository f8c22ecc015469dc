/**
 * Chapters "Device Operation", "Device Query" and "Device Switch".
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions, PagedCall } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The verification code on the device's label: six upper-case letters, unless the owner changed it. */
  readonly validateCode: string
}

/**
 * How `device.add` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type AddError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.DeviceAddFailed
  | errors.DeviceOwnedByOther
  | errors.DeviceAlreadyAdded
  | errors.CommonError

/**
 * Names one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * How `device.delete` can fail.
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
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface RenameInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The new name, at most 50 bytes of UTF-8. Special characters are refused; which are special is not documented. */
  readonly deviceName: string
}

/**
 * How `device.rename` can fail.
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
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface CaptureInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel; 1 for a camera. */
  readonly channelNo: number
  /** The size of the picture. The default is not documented. */
  readonly quality?: "smooth" | "720p" | "4cif" | "1080p" | "400w" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Capture {
  /** The picture's signed address. It dies soon (2 hours were seen): download at once. Often plain `http`. */
  readonly picUrl: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.capture` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type CaptureError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CaptureFailed
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkIpcInput {
  /** The recorder's serial number. */
  readonly deviceSerial: string
  /** The camera's serial number. */
  readonly ipcSerial: string
  /** The recorder's channel. Left out, most likely the first one: the documentation contradicts itself. */
  readonly channelNo?: number | undefined
  /** The camera's verification code. */
  readonly validateCode?: string | undefined
}

/**
 * How `device.linkIpc` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type LinkIpcError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.UnknownDeviceError
  | errors.IpcNotInSameLan
  | errors.IpcLinkedElsewhere
  | errors.IpcPasswordWrong
  | errors.IpcLimitReached
  | errors.IpcNetworkTimeout
  | errors.IpcAddressConflict
  | errors.IpcAddressConflictsWithParent
  | errors.IpcStreamTypeNotSupported
  | errors.IpcBandwidthExceeded
  | errors.IpcAddressInvalid
  | errors.IpcVersionNotSupported
  | errors.IpcNotSupported
  | errors.IpcChannelInvalid
  | errors.IpcResolutionNotSupported
  | errors.IpcAccountLocked
  | errors.IpcStreamFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface UnlinkIpcInput {
  /** The recorder's serial number. */
  readonly deviceSerial: string
  /** The camera's serial number. */
  readonly ipcSerial: string
  /** The recorder's channel. Left out, most likely the first one: the documentation contradicts itself. */
  readonly channelNo?: number | undefined
}

/**
 * How `device.unlinkIpc` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type UnlinkIpcError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommandNotSupported
  | errors.UnknownDeviceError
  | errors.IpcUnlinkFailed
  | errors.IpcNotLinked
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListInput {
  /** Index of the page, from 0, which is the default. */
  readonly pageStart?: number | undefined
  /** Items in a page, 1 to 50. Default: 10. */
  readonly pageSize?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceListItem {
  readonly deviceSerial: string
  readonly deviceName: string
  /** The model in short, such as `C1`; `UNKNOWN` happens. */
  readonly deviceType: string
  readonly status: "offline" | "online" | "notReported" | number
  readonly defence: "disarmed" | "armed" | "home" | "away" | number
  /** The firmware, such as `V4.2.5 build 151223`. */
  readonly deviceVersion: string
  /** Whether video is encrypted. Documented, and absent from the sample. */
  readonly isEncrypt?: boolean
  /** `yyyy-MM-dd HH:mm:ss` in a zone nobody says, or milliseconds; as it came. */
  readonly updateTime?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.list` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListError = errors.ParameterError | errors.ServerDataError | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceInfo {
  readonly deviceSerial: string
  readonly deviceName: string
  /** The model in full, such as `CS-C2S-21WPFR-WX`. */
  readonly model: string
  readonly status: "offline" | "online" | "notReported" | number
  readonly defence: "disarmed" | "armed" | "home" | "away" | number
  /** Whether video is encrypted. */
  readonly isEncrypt: boolean
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getInfo` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetInfoError =
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
export interface GetPictureByUuidInput {
  /** The UUID that the device's capture gave: 32 hexadecimal digits in the sample. */
  readonly uuid: string
  /** The size of the picture, 0 to 1280. The documentation does not say of what. */
  readonly size: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UuidPicture {
  /** The picture's address, with a session in it. */
  readonly picUrl: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getPictureByUuid` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetPictureByUuidError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.AlarmNotFound
  | errors.PictureNotFound
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetStatusInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Default: 1. The wire calls it `channel` here, and only here. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceStatus {
  readonly privacyStatus: "unsupported" | "notReported" | "off" | "on" | "initial" | number
  readonly pirStatus: "unsupported" | "notReported" | "off" | "on" | "initial" | number
  readonly alarmSoundMode: "notReported" | "short" | "long" | "mute" | "custom" | number
  /** The battery in percent, 1 to 100; -1 where there is none to report. */
  readonly batteryStatus: number
  /** The signal between lock and gateway; -1 where there is none to report. */
  readonly lockSignal: number
  /** The number of SD cards; -1 where there is none to report. */
  readonly diskNum: number
  /** A character for each card, padded with `-`: 0 normal, 1 wrong medium, 2 unformatted, 3 formatting. */
  readonly diskState: string
  readonly cloudStatus: "unsupported" | "unavailable" | "notActivated" | "activated" | "expired" | number
  /** The number of disks of the recorder; -1 not reported, -2 not linked to one. */
  readonly nvrDiskNum: number
  /** As `diskState`; `-1` not reported, `-2` not linked to a recorder. */
  readonly nvrDiskState: string
  /** In the sample only; its meaning is not documented. */
  readonly cloudType?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getStatus` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetStatusError =
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
export interface ListChannelsInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Channel {
  readonly deviceSerial: string
  readonly channelNo: number
  readonly deviceName: string
  readonly channelName: string
  readonly status: "offline" | "online" | "notReported" | number
  readonly isShared: "notShared" | "sharedToOthers" | "sharedByOthers" | number
  /** The cover the user has set, else a default picture. */
  readonly picUrl: string
  /** Whether video is encrypted. */
  readonly isEncrypt: boolean
  readonly videoLevel: "hd" | "fluent" | "balanced" | "fullHd" | number
  /** Whether a camera is linked to this channel; false also where the recorder has not reported it. */
  readonly relatedIpc: boolean
  /** The serial number of the camera on this channel; the device's own where it is the camera itself. */
  readonly ipcSerial?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.listChannels` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListChannelsError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.UserNotFound
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetDefenceInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /**
   * `disarmed` or `armed`; of an A1 hub `disarmed` (asleep), `home` or `away`. The wire calls it `isDefence`, and what
   * a list answers `defence`.
   */
  readonly defence: "disarmed" | "armed" | "home" | "away"
}

/**
 * How `device.setDefence` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetDefenceError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.CommonError

/**
 * How `device.disableEncryption` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type DisableEncryptionError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.EncryptionAlreadyDisabled
  | errors.CommonError

/**
 * How `device.enableEncryption` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type EnableEncryptionError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.EncryptionAlreadyEnabled
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetSwitchInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SwitchStatus {
  readonly deviceSerial: string
  /** On or off. */
  readonly enable: boolean
  readonly channelNo?: number
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getAudioPrompt` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetAudioPromptError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.UserNotFound
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetSwitchInput {
  /** On or off. */
  readonly enable: boolean
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * How `device.setAudioPrompt` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetAudioPromptError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.AlreadyInState
  | errors.CommonError

/**
 * How `device.getVideoTampering` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetVideoTamperingError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.UserNotFound
  | errors.CommonError

/**
 * How `device.setVideoTampering` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetVideoTamperingError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.AlreadyInState
  | errors.CommonError

/**
 * How `device.getSoundSourcePositioning` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetSoundSourcePositioningError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.CommandNotSupported
  | errors.UserNotFound
  | errors.CommonError

/**
 * How `device.setSoundSourcePositioning` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetSoundSourcePositioningError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.AlreadyInState
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetDefencePlanInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DefencePlan {
  /** When it arms itself, `H:mm` or `HH:mm`, on the device's own clock. */
  readonly startTime: string
  /** When it disarms itself, as `startTime`; `24:00` is the end of the day. */
  readonly stopTime: string
  /** The days it does so. The wire calls them `period`. */
  readonly days: ReadonlyArray<
    "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | number
  >
  /** Whether the plan is in force. */
  readonly enable: boolean
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getDefencePlan` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetDefencePlanError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.UserNotFound
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetDefencePlanInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. Left out, it is the device itself. */
  readonly channelNo?: number | undefined
  /** When to arm, `HH:mm` on the device's own clock. Default: 00:00. */
  readonly startTime?: string | undefined
  /** When to disarm, as `startTime`; `24:00` is the end of the day. The default is not documented. */
  readonly stopTime?: string | undefined
  /** The days to do so, at least one. The default is not documented. The wire calls them `period`. */
  readonly days?:
    | ReadonlyArray<"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday">
    | undefined
  /** Whether the plan is in force. Default: true. */
  readonly enable?: boolean | undefined
}

/**
 * How `device.setDefencePlan` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetDefencePlanError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTimeZoneInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceTimeZone {
  readonly deviceSerial: string
  readonly deviceName: string
  /** The model in full, such as `CS-C2S-21WPFR-WX`. */
  readonly model: string
  readonly status: "offline" | "online" | "notReported" | number
  readonly defence: "disarmed" | "armed" | "home" | "away" | number
  /** Whether video is encrypted. */
  readonly isEncrypt: boolean
  /** The tzValue, such as `UTC+14:00`: several tzCodes have the same. `TimeZoneCode` knows which. */
  readonly timeZone: string
  readonly alarmSoundMode?: "notReported" | "short" | "long" | "mute" | "custom" | number
  /** Whether somebody is told when the device goes offline. */
  readonly offlineNotify?: boolean
  /** The Wi-Fi network the device is in, if it is in one. */
  readonly wifiSsid?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getTimeZone` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetTimeZoneError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetTimeZoneInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** A code of `ezviz.timeZone.list`, such as `"138"`. The wire calls it `timezone`. */
  readonly tzCode: string
  /** How the device writes dates. The wire calls it `timeFormat`. */
  readonly dateFormat: "YYYY-MM-DD" | "MM-DD-YYYY" | "DD-MM-YYYY"
  /** Whether the clock is set forward in summer. The default is not documented. */
  readonly daylightSaving?: boolean | undefined
}

/**
 * How `device.setTimeZone` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetTimeZoneError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetCapabilitiesInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. What it means to leave it out is not documented. */
  readonly channelNo?: number | undefined
}

/**
 * What is said of a capability: a text, such as `1`, `16-9` or `ENGLISH,GERMAN`, also where the device sends a number;
 * lists and objects, whose insides are not documented, as they came.
 *
 * @since 0.1.0
 * @category models
 */
export type CapabilityValue =
  | string
  | ReadonlyArray<unknown>
  | {
      readonly [name: string]: unknown
    }

/**
 * What a device can do, by the wire's names, some of them misspelt. Ask the module `Capability` instead: it knows them
 * by names of its own. A capability that is not here, the device has not.
 *
 * @since 0.1.0
 * @category models
 */
export interface Capabilities {
  readonly [name: string]: CapabilityValue
}

/**
 * How `device.getCapabilities` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetCapabilitiesError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetLanguageInput {
  /** The device's serial number. */
  readonly deviceSerial: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeviceLanguage {
  /** Such as `ENGLISH`. `Language.tagOf` makes a language tag of it. */
  readonly language: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `device.getLanguage` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetLanguageError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface SetLanguageInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /**
   * Such as `GERMAN`: one of those that the device has, which `Capability.languages` reads from its capabilities. There
   * is no list of all; `Language.fromTag` knows the documented ones.
   */
  readonly language: string
}

/**
 * How `device.setLanguage` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetLanguageError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ServerError
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePasswordInput {
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The password as it is; the verification code, unless it was changed. */
  readonly oldPassword: string
  /** The new one, 12 characters at most. */
  readonly newPassword: string
}

/**
 * How `device.updatePassword` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type UpdatePasswordError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.CommandNotSupported
  | errors.UnknownDeviceError
  | errors.CommonError

/**
 * The operations of `ezviz.device`.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceOperations {
  /**
   * Adds a device to the account.
   *
   * Source: "Device Operation", Add Device.
   *
   * @since 0.1.0
   * @category operations
   */
  add(input: AddInput, options?: CallOptions): Call<void, AddError>

  /**
   * Removes a device from the account.
   *
   * Source: "Device Operation", Delete Device.
   *
   * @since 0.1.0
   * @category operations
   */
  delete(input: DeviceInput, options?: CallOptions): Call<void, DeleteError>

  /**
   * Gives a device another name.
   *
   * Source: "Device Operation", Edit Device Name.
   *
   * @since 0.1.0
   * @category operations
   */
  rename(input: RenameInput, options?: CallOptions): Call<void, RenameError>

  /**
   * Takes a picture now. Leave at least 4 seconds between two captures of a device; the captures of a day are limited.
   *
   * Source: "Device Operation", Capture Pictures.
   *
   * @since 0.1.0
   * @category operations
   */
  capture(input: CaptureInput, options?: CallOptions): Call<Capture, CaptureError>

  /**
   * Links a camera to a channel of a recorder.
   *
   * Source: "Device Operation", 1.5 Link IPC to NVR.
   *
   * @since 0.1.0
   * @category operations
   */
  linkIpc(input: LinkIpcInput, options?: CallOptions): Call<void, LinkIpcError>

  /**
   * Removes a camera from a recorder.
   *
   * Source: "Device Operation", 1.6 Delete IPC from NVR.
   *
   * @since 0.1.0
   * @category operations
   */
  unlinkIpc(input: UnlinkIpcInput, options?: CallOptions): Call<void, UnlinkIpcError>

  /**
   * One page of the account's devices; `for await (const item of ezviz.device.list())` gives all of them.
   *
   * Source: "Device Query", Get Device List.
   *
   * @since 0.1.0
   * @category operations
   */
  list(input?: ListInput, options?: CallOptions): PagedCall<DeviceListItem, ListError>

  /**
   * What the cloud knows of one device.
   *
   * Source: "Device Query", Get Device Information.
   *
   * @since 0.1.0
   * @category operations
   */
  getInfo(input: DeviceInput, options?: CallOptions): Call<DeviceInfo, GetInfoError>

  /**
   * The address of a picture that a "device connectivity" device has captured.
   *
   * Source: "Device Query", 1.4 Search Captured Picture by UUID.
   *
   * @since 0.1.0
   * @category operations
   */
  getPictureByUuid(
    input: GetPictureByUuidInput,
    options?: CallOptions
  ): Call<UuidPicture, GetPictureByUuidError>

  /**
   * The state of a device: privacy mask, battery, storage. A sub-account needs the permission `Get` on the device.
   *
   * Source: "Device Query", Get Device Status.
   *
   * @since 0.1.0
   * @category operations
   */
  getStatus(input: GetStatusInput, options?: CallOptions): Call<DeviceStatus, GetStatusError>

  /**
   * The channels of one device, all at once. A recorder that never reports its cameras has none here.
   *
   * Source: "Device Query", 1.6 Get device channel information.
   *
   * @since 0.1.0
   * @category operations
   */
  listChannels(
    input: ListChannelsInput,
    options?: CallOptions
  ): Call<ReadonlyArray<Channel>, ListChannelsError>

  /**
   * Arms or disarms a device: whether motion raises an alarm.
   *
   * Source: "Device Switch", 1.1 Arming and Disarming.
   *
   * @since 0.1.0
   * @category operations
   */
  setDefence(input: SetDefenceInput, options?: CallOptions): Call<void, SetDefenceError>

  /**
   * Switches video encryption off, which needs the device's verification code.
   *
   * Source: "Device Switch", Disable Device Encryption.
   *
   * @since 0.1.0
   * @category operations
   */
  disableEncryption(input: AddInput, options?: CallOptions): Call<void, DisableEncryptionError>

  /**
   * Switches video encryption on.
   *
   * Source: "Device Switch", Enable Device Encryption.
   *
   * @since 0.1.0
   * @category operations
   */
  enableEncryption(input: DeviceInput, options?: CallOptions): Call<void, EnableEncryptionError>

  /**
   * Whether the device speaks while its Wi-Fi is set up and when it restarts.
   *
   * Source: "Device Switch", 1.4 Get Audio Prompt Status of Wi-Fi Configuration.
   *
   * @since 0.1.0
   * @category operations
   */
  getAudioPrompt(input: GetSwitchInput, options?: CallOptions): Call<SwitchStatus, GetAudioPromptError>

  /**
   * Switches the voice that speaks while Wi-Fi is set up and when the device restarts. Already so, it is `AlreadyInState`.
   *
   * Source: "Device Switch", 1.5 Set Audio Prompt for Wi-Fi Configuration.
   *
   * @since 0.1.0
   * @category operations
   */
  setAudioPrompt(input: SetSwitchInput, options?: CallOptions): Call<void, SetAudioPromptError>

  /**
   * Whether the device raises an alarm when its view changes or is covered.
   *
   * Source: "Device Switch", 1.6 Get Video Tampering Status.
   *
   * @since 0.1.0
   * @category operations
   */
  getVideoTampering(input: GetSwitchInput, options?: CallOptions): Call<SwitchStatus, GetVideoTamperingError>

  /**
   * Switches the alarm for a view that changes or is covered. Already so, it is `AlreadyInState`.
   *
   * Source: "Device Switch", 1.7 Set Video Tampering Status.
   *
   * @since 0.1.0
   * @category operations
   */
  setVideoTampering(input: SetSwitchInput, options?: CallOptions): Call<void, SetVideoTamperingError>

  /**
   * Whether the device looks for where a sound comes from.
   *
   * Source: "Device Switch", 1.8 Get Sound Source Positioning Status.
   *
   * @since 0.1.0
   * @category operations
   */
  getSoundSourcePositioning(
    input: GetSwitchInput,
    options?: CallOptions
  ): Call<SwitchStatus, GetSoundSourcePositioningError>

  /**
   * Switches the search for where a sound comes from. Already so, it is `AlreadyInState`.
   *
   * Source: "Device Switch", 1.9 Set Sound Source Positioning Status.
   *
   * @since 0.1.0
   * @category operations
   */
  setSoundSourcePositioning(
    input: SetSwitchInput,
    options?: CallOptions
  ): Call<void, SetSoundSourcePositioningError>

  /**
   * The times at which a device arms itself: one span, the same on all its days.
   *
   * Source: "Device Switch", 1.10 Get Device Arming and Disarming Schedule.
   *
   * @since 0.1.0
   * @category operations
   */
  getDefencePlan(input: GetDefencePlanInput, options?: CallOptions): Call<DefencePlan, GetDefencePlanError>

  /**
   * Sets the times at which a device arms itself: one span, the same on all the days given. What happens to parts that
   * are left out is not documented, so give them all.
   *
   * Source: "Device Switch", 1.11 Set Device Arming and Disarming Schedule.
   *
   * @since 0.1.0
   * @category operations
   */
  setDefencePlan(input: SetDefencePlanInput, options?: CallOptions): Call<void, SetDefencePlanError>

  /**
   * The time zone of a device, with what `device.getInfo` tells and its Wi-Fi network.
   *
   * Source: "Device Switch", Get device time zone.
   *
   * @since 0.1.0
   * @category operations
   */
  getTimeZone(input: GetTimeZoneInput, options?: CallOptions): Call<DeviceTimeZone, GetTimeZoneError>

  /**
   * Sets the time zone of a device, and how it writes dates.
   *
   * Source: "Device Switch", Set device time zone.
   *
   * @since 0.1.0
   * @category operations
   */
  setTimeZone(input: SetTimeZoneInput, options?: CallOptions): Call<void, SetTimeZoneError>

  /**
   * What a device can do: `Capability.supports(capabilities, "ptz")`. A sub-account needs the permission `Get` on the
   * camera.
   *
   * Source: "Device Switch", Get device capability.
   *
   * @since 0.1.0
   * @category operations
   */
  getCapabilities(
    input: GetCapabilitiesInput,
    options?: CallOptions
  ): Call<Capabilities, GetCapabilitiesError>

  /**
   * The language of a device. A sub-account needs the permission `Get` on the device.
   *
   * Source: "Device Switch", Get device language.
   *
   * @since 0.1.0
   * @category operations
   */
  getLanguage(input: GetLanguageInput, options?: CallOptions): Call<DeviceLanguage, GetLanguageError>

  /**
   * Sets the language of a device. A sub-account needs the permission `Config` on the device.
   *
   * Source: "Device Switch", Set device language.
   *
   * @since 0.1.0
   * @category operations
   */
  setLanguage(input: SetLanguageInput, options?: CallOptions): Call<void, SetLanguageError>

  /**
   * Changes the password that a device encrypts its video with. A wrong old one is `ValidateCodeWrong`. Resetting the
   * device undoes it.
   *
   * Source: "Device Switch", Change the video encryption password.
   *
   * @since 0.1.0
   * @category operations
   */
  updatePassword(input: UpdatePasswordInput, options?: CallOptions): Call<void, UpdatePasswordError>
}
