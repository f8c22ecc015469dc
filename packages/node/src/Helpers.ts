/**
 * What people ask for, made of several calls.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { CallOptions, Task } from "./Call.js"
import type * as errors from "./errors.js"
import type * as Alarm from "./operations/Alarm.js"
import type * as Device from "./operations/Device.js"
import type * as Firmware from "./operations/Firmware.js"
import type * as Live from "./operations/Live.js"
import type * as Recording from "./operations/Recording.js"
import type * as Storage from "./operations/Storage.js"
import type { AnyAlarmType } from "./Tables.js"

/**
 * A picture.
 *
 * @since 0.1.0
 * @category models
 */
export interface Snapshot {
  readonly bytes: Uint8Array
  /** By the bytes, whatever the server said: `image/jpeg`, `image/png` or `image/webp`. */
  readonly contentType: string
  /** The address it was read from. It is signed, and ends soon. */
  readonly picUrl: string
  /** When the address ends, if it says so. */
  readonly expiresAt?: Date
}

/**
 * How `snapshot` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SnapshotError =
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
  | errors.PictureUnusable
  | errors.CommonError

/**
 * An address with the instant at which it ends.
 *
 * @since 0.1.0
 * @category models
 */
export interface LiveUrl {
  /** Names the address to `ezviz.live.disableAddress`. */
  readonly id: string
  /** The address, byte for byte. It is signed: who has it can watch. */
  readonly url: string
  /** When it ends, as the address itself says. An `ezopen` address says nothing, and does not end. */
  readonly expiresAt?: Date
}

/**
 * How `liveUrl` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type LiveUrlError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.EncryptionEnabled
  | errors.CommonError

/**
 * How `liveSession` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type LiveSessionError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.EncryptionEnabled
  | errors.CommonError

/**
 * A time without a gap in its recording.
 *
 * @since 0.1.0
 * @category models
 */
export interface RecordedSpan {
  readonly channelNo: number
  /** `yyyy-MM-dd HH:mm:ss`, as `live.getAddress` takes it. In a zone the documentation does not say. */
  readonly startTime: string
  /** As `startTime`. */
  readonly endTime: string
  /** The vendor's words for why it was recorded, each once. */
  readonly types: ReadonlyArray<string>
}

/**
 * How `recordings` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type RecordingsError =
  | errors.ParameterError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceOffline
  | errors.DeviceNotSupported
  | errors.FunctionNotSupported
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatOptions {
  /** How often to look. Default: every 5 seconds. In seconds. */
  readonly intervalSeconds?: number | undefined
  /** When to give up following it; the formatting itself goes on. Default: after 30 minutes. In seconds. */
  readonly timeoutSeconds?: number | undefined
}

/**
 * How far formatting is. It ends with `normal`, or with `faulty`.
 *
 * @since 0.1.0
 * @category models
 */
export interface FormatProgress {
  readonly status: "normal" | "faulty" | "unformatted" | "formatting" | number
  /** In percent, while it is `formatting`. */
  readonly percent?: number
}

/**
 * How `formatDisk` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type FormatDiskError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ValidateCodeWrong
  | errors.UnknownDeviceError
  | errors.VerificationRequired
  | errors.DeviceFailure
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface UpgradeOptions {
  /** How often to look. Default: every 5 seconds. In seconds. */
  readonly intervalSeconds?: number | undefined
  /** When to give up following it; the upgrade itself goes on. Default: after 30 minutes. In seconds. */
  readonly timeoutSeconds?: number | undefined
}

/**
 * How far an upgrade is. It ends with `upgraded` or with `failed`.
 *
 * @since 0.1.0
 * @category models
 */
export interface UpgradeProgress {
  readonly status: "failed" | "upgrading" | "rebooting" | "upgraded" | number
  /** In percent, while it is `upgrading`. */
  readonly percent?: number
}

/**
 * How `upgradeFirmware` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type UpgradeFirmwareError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNotOwned
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.FirmwareUpToDate
  | errors.FirmwareUpgradeFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions {
  /** How often to look. Default: every 5 seconds. In seconds. */
  readonly intervalSeconds?: number | undefined
  /** When to give up. Default: after 5 minutes. In seconds. */
  readonly timeoutSeconds?: number | undefined
}

/**
 * How `device.waitUntilOnline` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type WaitUntilOnlineError =
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
export interface MoveInput {
  /** How long to move before the camera is stopped. In seconds. */
  readonly durationSeconds: number
  /** The device's serial number. */
  readonly deviceSerial: string
  /** The channel. */
  readonly channelNo: number
  readonly direction:
    | "up"
    | "down"
    | "left"
    | "right"
    | "upperLeft"
    | "lowerLeft"
    | "upperRight"
    | "lowerRight"
    | "zoomIn"
    | "zoomOut"
    | "focusNear"
    | "focusFar"
  readonly speed: "slow" | "medium" | "fast"
}

/**
 * Why a camera no longer moves: its time is over, or it can go no further.
 *
 * @since 0.1.0
 * @category models
 */
export type Ended = "time" | "upperLimit" | "lowerLimit" | "leftLimit" | "rightLimit"

/**
 * How `ptz.move` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type MoveError =
  | errors.ParameterError
  | errors.ServerDataError
  | errors.DeviceNotFound
  | errors.DeviceSerialInvalid
  | errors.DeviceNetworkError
  | errors.DeviceOffline
  | errors.ChannelNotFound
  | errors.CommandNotSupported
  | errors.PtzNotSupported
  | errors.PtzNotPermitted
  | errors.PtzFailed
  | errors.PresetRunning
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface PollOptions {
  /** Alarms from here on. To go on where you stopped: the `alarmTime` of the last one. Default: now. */
  readonly since?: Date | undefined
  /** How long to wait between two looks. Default: 10 seconds. In seconds. */
  readonly intervalSeconds?: number | undefined
  /** How far to look back each time, for alarms that reach the cloud late. Default: 2 minutes. In seconds. */
  readonly lookBackSeconds?: number | undefined
  /** An alarm type, by its name or its number. Default: all. */
  readonly alarmType?: AnyAlarmType | undefined
  /** Default: `all`, so that nothing is missed that somebody has read meanwhile. */
  readonly status?: "unread" | "read" | "all" | undefined
}

/**
 * How `alarm.poll` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type PollError = errors.ParameterError | errors.ServerDataError | errors.CommonError

/**
 * What `ezviz` does of several calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface Helpers {
  /**
   * Takes a picture now and downloads it. The sensible stack of `Ezviz.layer` keeps 4 seconds between two captures of one
   * device.
   *
   * @since 0.1.0
   * @category helpers
   */
  snapshot(input: Device.CaptureInput, options?: CallOptions): Task<Snapshot, SnapshotError>

  /**
   * Gets an address to watch a channel live, or to play a recording of it.
   *
   * @since 0.1.0
   * @category helpers
   */
  liveUrl(input: Live.GetAddressInput, options?: CallOptions): Task<LiveUrl, LiveUrlError>

  /**
   * One address after another, each before the one it follows has ended, for as long as the stream is read. Ends after
   * the first address if that one does not end.
   *
   * @since 0.1.0
   * @category helpers
   */
  liveSession(
    input: Live.GetAddressInput & {
      /** How long before the end of an address its successor comes; at most half of its life. Default: 30 seconds. In seconds. */
      readonly renewAheadSeconds?: number | undefined
    },
    options?: CallOptions
  ): AsyncIterableIterator<LiveUrl>

  /**
   * What a device has recorded on its own card or disk in a time, in order; pieces that touch or overlap are one span.
   * Without times, since midnight.
   *
   * @since 0.1.0
   * @category helpers
   */
  recordings(
    input: Recording.QueryLocalInput,
    options?: CallOptions
  ): Task<ReadonlyArray<RecordedSpan>, RecordingsError>

  /**
   * **Erases a card or disk of a device: every recording on it is lost, for good.** Tells how far it is whenever that
   * changes. Joins a formatting that is under way. A device that is out of reach meanwhile is no error.
   *
   * @since 0.1.0
   * @category helpers
   */
  formatDisk(
    input: Storage.FormatDiskInput & FormatOptions,
    options?: CallOptions
  ): AsyncIterableIterator<FormatProgress>

  /**
   * Upgrades a device to the newest firmware, and tells how far it is whenever that changes. Joins an upgrade that is
   * under way. A device that is out of reach meanwhile, since it reboots, is no error; one that has the newest firmware
   * already is `FirmwareUpToDate`.
   *
   * @since 0.1.0
   * @category helpers
   */
  upgradeFirmware(
    input: Firmware.DeviceInput & UpgradeOptions,
    options?: CallOptions
  ): AsyncIterableIterator<UpgradeProgress>
}

/**
 * What `ezviz.device` does of several calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceHelpers {
  /**
   * Looks at a device until it is online, and gives what the cloud then knows of it. Errors that pass by themselves do
   * not end the wait. A device that is still offline at the end is a `CallTimeout`.
   *
   * @since 0.1.0
   * @category helpers
   */
  waitUntilOnline(
    input: Device.DeviceInput & WaitOptions,
    options?: CallOptions
  ): Task<Device.DeviceInfo, WaitUntilOnlineError>
}

/**
 * What `ezviz.ptz` does of several calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface PtzHelpers {
  /**
   * Starts to move a camera, waits, and stops it: also when it is interrupted, and when nobody knows whether the start
   * was heard. A camera that is at its end position already is no error.
   *
   * @since 0.1.0
   * @category helpers
   */
  move(input: MoveInput, options?: CallOptions): Task<Ended, MoveError>
}

/**
 * What `ezviz.alarm` does of several calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmHelpers {
  /**
   * Every alarm once, oldest first, without end. A look that fails with an error that passes by itself is made up for
   * by the next one; any other error ends the stream.
   *
   * @since 0.1.0
   * @category helpers
   */
  poll(input?: PollOptions, options?: CallOptions): AsyncIterableIterator<Alarm.Alarm>
}
