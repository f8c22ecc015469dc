/**
 * Every operation by its id, and by its noun.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { AlarmHelpers, DeviceHelpers, PtzHelpers } from "./Helpers.js"
import type * as AccessToken from "./operations/AccessToken.js"
import type * as Alarm from "./operations/Alarm.js"
import type * as AlarmSound from "./operations/AlarmSound.js"
import type * as Camera from "./operations/Camera.js"
import type * as Chime from "./operations/Chime.js"
import type * as CloudStorage from "./operations/CloudStorage.js"
import type * as Detector from "./operations/Detector.js"
import type * as Device from "./operations/Device.js"
import type * as DeviceSwitch from "./operations/DeviceSwitch.js"
import type * as FillLight from "./operations/FillLight.js"
import type * as Firmware from "./operations/Firmware.js"
import type * as Infrared from "./operations/Infrared.js"
import type * as Live from "./operations/Live.js"
import type * as Microphone from "./operations/Microphone.js"
import type * as MotionDetect from "./operations/MotionDetect.js"
import type * as Pir from "./operations/Pir.js"
import type * as Preset from "./operations/Preset.js"
import type * as Ptz from "./operations/Ptz.js"
import type * as Ram from "./operations/Ram.js"
import type * as Recording from "./operations/Recording.js"
import type * as Ringtone from "./operations/Ringtone.js"
import type * as Storage from "./operations/Storage.js"
import type * as TimeZone from "./operations/TimeZone.js"
import type * as WorkMode from "./operations/WorkMode.js"

export type {
  AccessToken,
  Alarm,
  AlarmSound,
  Camera,
  Chime,
  CloudStorage,
  Detector,
  Device,
  DeviceSwitch,
  FillLight,
  Firmware,
  Infrared,
  Live,
  Microphone,
  MotionDetect,
  Pir,
  Preset,
  Ptz,
  Ram,
  Recording,
  Ringtone,
  Storage,
  TimeZone,
  WorkMode
}

/**
 * Where to ask first, by a name people know.
 *
 * @since 0.1.0
 * @category models
 */
export type Region =
  | "global"
  | "china"
  | "europe"
  | "northAmerica"
  | "southAmerica"
  | "singapore"
  | "india"
  | "russia"

/**
 * One page of a list.
 *
 * @since 0.1.0
 * @category models
 */
export interface Page<out A> {
  readonly items: ReadonlyArray<A>
  /** What the server says there is in all. It may change, or be wrong. */
  readonly total?: number
  /** Index of this page, from 0. */
  readonly pageStart?: number
  /** The page size that the server used. */
  readonly pageSize?: number
}

/**
 * Where a parameter travels. `body` is a JSON body; `form` is the usual URL-encoded one.
 *
 * @since 0.1.0
 * @category models
 */
export type Place = "form" | "query" | "header" | "body"

/**
 * An endpoint that this SDK does not know, as `request` is told of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  readonly path: `/${string}`
  /** Names the call in errors, logs and spans. Default: method and path. */
  readonly id?: string | undefined
  /** By their wire names. */
  readonly parameters?:
    | {
        readonly [name: string]: boolean | string | number | undefined
      }
    | undefined
  /** The place of every parameter, or of each by its name. Default: `form`, and `query` of a GET. */
  readonly in?:
    | "form"
    | "query"
    | "header"
    | "body"
    | {
        readonly [name: string]: Place
      }
    | undefined
  /** Default: `areaDomain`. */
  readonly host?: "areaDomain" | "configured" | undefined
  /** Where the access token travels. Default: `form`, and `header` of a GET. The v3 endpoints want `header`. */
  readonly auth?: "none" | "form" | "header" | undefined
  /** Whether a failed call may be sent again. Default: `once`, which is never after an ambiguous failure. */
  readonly semantics?: "read" | "idempotent" | "once" | undefined
  /** Default: `200` alone. */
  readonly successCodes?: ReadonlyArray<string> | undefined
  /** What the value is. Default: `data`. */
  readonly reads?: "data" | "page" | "answer" | undefined
  /** The names of parameters that must not show up in any error or log. */
  readonly secrets?: ReadonlyArray<string> | undefined
}

/**
 * The method of each operation, by its id.
 *
 * @since 0.1.0
 * @category models
 */
export interface Operations {
  readonly "accessToken.get": AccessToken.AccessTokenOperations["get"]
  readonly "live.getAddress": Live.LiveOperations["getAddress"]
  readonly "live.disableAddress": Live.LiveOperations["disableAddress"]
  readonly "recording.queryLocal": Recording.RecordingOperations["queryLocal"]
  readonly "device.add": Device.DeviceOperations["add"]
  readonly "device.delete": Device.DeviceOperations["delete"]
  readonly "device.rename": Device.DeviceOperations["rename"]
  readonly "device.capture": Device.DeviceOperations["capture"]
  readonly "device.linkIpc": Device.DeviceOperations["linkIpc"]
  readonly "device.unlinkIpc": Device.DeviceOperations["unlinkIpc"]
  readonly "device.list": Device.DeviceOperations["list"]
  readonly "device.getInfo": Device.DeviceOperations["getInfo"]
  readonly "device.getPictureByUuid": Device.DeviceOperations["getPictureByUuid"]
  readonly "device.getStatus": Device.DeviceOperations["getStatus"]
  readonly "device.listChannels": Device.DeviceOperations["listChannels"]
  readonly "device.setDefence": Device.DeviceOperations["setDefence"]
  readonly "device.disableEncryption": Device.DeviceOperations["disableEncryption"]
  readonly "device.enableEncryption": Device.DeviceOperations["enableEncryption"]
  readonly "device.getAudioPrompt": Device.DeviceOperations["getAudioPrompt"]
  readonly "device.setAudioPrompt": Device.DeviceOperations["setAudioPrompt"]
  readonly "device.getVideoTampering": Device.DeviceOperations["getVideoTampering"]
  readonly "device.setVideoTampering": Device.DeviceOperations["setVideoTampering"]
  readonly "device.getSoundSourcePositioning": Device.DeviceOperations["getSoundSourcePositioning"]
  readonly "device.setSoundSourcePositioning": Device.DeviceOperations["setSoundSourcePositioning"]
  readonly "device.getDefencePlan": Device.DeviceOperations["getDefencePlan"]
  readonly "device.setDefencePlan": Device.DeviceOperations["setDefencePlan"]
  readonly "device.getTimeZone": Device.DeviceOperations["getTimeZone"]
  readonly "device.setTimeZone": Device.DeviceOperations["setTimeZone"]
  readonly "device.getCapabilities": Device.DeviceOperations["getCapabilities"]
  readonly "device.getLanguage": Device.DeviceOperations["getLanguage"]
  readonly "device.setLanguage": Device.DeviceOperations["setLanguage"]
  readonly "device.updatePassword": Device.DeviceOperations["updatePassword"]
  readonly "camera.list": Camera.CameraOperations["list"]
  readonly "microphone.getStatus": Microphone.MicrophoneOperations["getStatus"]
  readonly "microphone.setStatus": Microphone.MicrophoneOperations["setStatus"]
  readonly "pir.setArea": Pir.PirOperations["setArea"]
  readonly "pir.getArea": Pir.PirOperations["getArea"]
  readonly "chime.setType": Chime.ChimeOperations["setType"]
  readonly "chime.getType": Chime.ChimeOperations["getType"]
  readonly "infrared.set": Infrared.InfraredOperations["set"]
  readonly "infrared.get": Infrared.InfraredOperations["get"]
  readonly "timeZone.list": TimeZone.TimeZoneOperations["list"]
  readonly "firmware.getVersion": Firmware.FirmwareOperations["getVersion"]
  readonly "firmware.upgrade": Firmware.FirmwareOperations["upgrade"]
  readonly "firmware.getUpgradeStatus": Firmware.FirmwareOperations["getUpgradeStatus"]
  readonly "ptz.start": Ptz.PtzOperations["start"]
  readonly "ptz.stop": Ptz.PtzOperations["stop"]
  readonly "ptz.mirror": Ptz.PtzOperations["mirror"]
  readonly "preset.add": Preset.PresetOperations["add"]
  readonly "preset.move": Preset.PresetOperations["move"]
  readonly "preset.clear": Preset.PresetOperations["clear"]
  readonly "alarm.list": Alarm.AlarmOperations["list"]
  readonly "alarm.listByDevice": Alarm.AlarmOperations["listByDevice"]
  readonly "detector.list": Detector.DetectorOperations["list"]
  readonly "detector.setStatus": Detector.DetectorOperations["setStatus"]
  readonly "detector.delete": Detector.DetectorOperations["delete"]
  readonly "detector.listBindableIpcs": Detector.DetectorOperations["listBindableIpcs"]
  readonly "detector.listLinkedIpcs": Detector.DetectorOperations["listLinkedIpcs"]
  readonly "detector.setIpcLink": Detector.DetectorOperations["setIpcLink"]
  readonly "detector.rename": Detector.DetectorOperations["rename"]
  readonly "detector.cancelAlarm": Detector.DetectorOperations["cancelAlarm"]
  readonly "detector.add": Detector.DetectorOperations["add"]
  readonly "fillLight.getMode": FillLight.FillLightOperations["getMode"]
  readonly "fillLight.setMode": FillLight.FillLightOperations["setMode"]
  readonly "deviceSwitch.get": DeviceSwitch.DeviceSwitchOperations["get"]
  readonly "deviceSwitch.set": DeviceSwitch.DeviceSwitchOperations["set"]
  readonly "workMode.getPlan": WorkMode.WorkModeOperations["getPlan"]
  readonly "workMode.setPlan": WorkMode.WorkModeOperations["setPlan"]
  readonly "alarmSound.getMode": AlarmSound.AlarmSoundOperations["getMode"]
  readonly "alarmSound.setMode": AlarmSound.AlarmSoundOperations["setMode"]
  readonly "motionDetect.getArea": MotionDetect.MotionDetectOperations["getArea"]
  readonly "motionDetect.setArea": MotionDetect.MotionDetectOperations["setArea"]
  readonly "ringtone.play": Ringtone.RingtoneOperations["play"]
  readonly "storage.getFormatStatus": Storage.StorageOperations["getFormatStatus"]
  readonly "storage.formatDisk": Storage.StorageOperations["formatDisk"]
  readonly "cloudStorage.open": CloudStorage.CloudStorageOperations["open"]
  readonly "cloudStorage.getDeviceInfo": CloudStorage.CloudStorageOperations["getDeviceInfo"]
  readonly "ram.createAccount": Ram.RamOperations["createAccount"]
  readonly "ram.getAccount": Ram.RamOperations["getAccount"]
  readonly "ram.listAccounts": Ram.RamOperations["listAccounts"]
  readonly "ram.updatePassword": Ram.RamOperations["updatePassword"]
  readonly "ram.setPolicy": Ram.RamOperations["setPolicy"]
  readonly "ram.addStatement": Ram.RamOperations["addStatement"]
  readonly "ram.deleteStatements": Ram.RamOperations["deleteStatements"]
  readonly "ram.getToken": Ram.RamOperations["getToken"]
  readonly "ram.deleteAccount": Ram.RamOperations["deleteAccount"]
}

/**
 * The operations, grouped by noun.
 *
 * @since 0.1.0
 * @category models
 */
export interface Nouns {
  /** Chapter "Authentication": the access token of the account. */
  readonly accessToken: AccessToken.AccessTokenOperations

  /** Chapter "Live": addresses to play video from. */
  readonly live: Live.LiveOperations

  /** Chapter "Recording": what a device has recorded on its own card or disk. */
  readonly recording: Recording.RecordingOperations

  /** Chapters "Device Operation", "Device Query" and "Device Switch". */
  readonly device: Device.DeviceOperations & DeviceHelpers

  /** Chapter "Device Query": the cameras, which are the channels of all devices. */
  readonly camera: Camera.CameraOperations

  /** Chapter "Device Switch": whether a camera listens. */
  readonly microphone: Microphone.MicrophoneOperations

  /** Chapter "Device Switch": the area in which a PIR sensor looks for warm bodies. */
  readonly pir: Pir.PirOperations

  /** Chapter "Device Switch": the chime that rings with a doorbell. */
  readonly chime: Chime.ChimeOperations

  /** Chapter "Device Switch": the infrared light with which a camera sees in the dark. */
  readonly infrared: Infrared.InfraredOperations

  /** Chapter "Device Switch": the time zones that a device can be set to. */
  readonly timeZone: TimeZone.TimeZoneOperations

  /** Chapter "Device Upgrade": the firmware of a device. */
  readonly firmware: Firmware.FirmwareOperations

  /** Chapter "PTZ": moving a camera. */
  readonly ptz: Ptz.PtzOperations & PtzHelpers

  /** Chapter "PTZ": places that a camera remembers and goes back to. */
  readonly preset: Preset.PresetOperations

  /** Chapter "Alarm": what devices have reported. */
  readonly alarm: Alarm.AlarmOperations & AlarmHelpers

  /** Chapter "A1 Detector": the detectors of an A1 hub, and the cameras that record when one of them goes off. */
  readonly detector: Detector.DetectorOperations

  /** Chapter "v3 Device Configuration": the lamp that a camera has for the night. */
  readonly fillLight: FillLight.FillLightOperations

  /** Chapter "v3 Device Configuration": switches of a device, each named by its type. */
  readonly deviceSwitch: DeviceSwitch.DeviceSwitchOperations

  /** Chapter "v3 Device Configuration": when a device on a battery works how hard. */
  readonly workMode: WorkMode.WorkModeOperations

  /** Chapter "v3 Device Configuration": the sound that a device makes when it raises an alarm. */
  readonly alarmSound: AlarmSound.AlarmSoundOperations

  /** Chapter "v3 Device Configuration": the part of the picture in which a camera looks for motion. */
  readonly motionDetect: MotionDetect.MotionDetectOperations

  /** Chapter "v3 Device Configuration": sounds that a device plays when it is told to. */
  readonly ringtone: Ringtone.RingtoneOperations

  /** Chapter "v3 Device Configuration": the cards and disks that a device records to. */
  readonly storage: Storage.StorageOperations

  /** Chapter "Cloud Storage": recordings that the cloud keeps for a device. */
  readonly cloudStorage: CloudStorage.CloudStorageOperations

  /** Chapter "Sub-account (RAM)": accounts below the main one, which may do what their policies say. */
  readonly ram: Ram.RamOperations
}
