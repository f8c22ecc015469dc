/**
 * The state behind the simulator: one account with its devices.
 *
 * @since 0.1.0
 */
import type {
  AlarmSound,
  AreaGrid,
  Chime,
  Detector as DetectorOperations,
  Device as DeviceOperations,
  FillLight,
  Policy,
  Ram,
  Ringtone,
  WorkMode
} from "@effect-ezviz/core"
import * as Devices from "./Devices.js"

/**
 * The versions of a device's firmware, and since when it has been upgrading to the latest, in milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Firmware {
  readonly installed: string
  readonly latest: string
  upgradingSince: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Clock {
  tzCode: string
  dateFormat: DeviceOperations.SetTimeZoneInput["dateFormat"]
  daylightSaving: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ChimeSettings {
  type: Chime.Chime["type"]
  duration: number
}

/**
 * A card or disk that a device records to.
 *
 * @since 0.1.0
 * @category models
 */
export interface Disk {
  readonly index: number
  readonly name: string
  readonly capacity: number
  /** Since when it records, in milliseconds: until then it is being formatted, and before it there is nothing. */
  recordsSince: number
}

/**
 * What is set in a device by chapter "v3 Device Configuration".
 *
 * @since 0.1.0
 * @category models
 */
export interface Configuration {
  fillLight: FillLight.SetModeInput["mode"]
  motionLight: boolean
  alarmSound: AlarmSound.SetModeInput["mode"]
  workPlan: Omit<WorkMode.SetPlanInput, "deviceSerial"> | undefined
  /** A number for each row of the grid. */
  motionArea: ReadonlyArray<number>
  /** What it was told to play last. */
  ringtone: Omit<Ringtone.PlayInput, "deviceSerial"> | undefined
}

/**
 * Cloud storage of a device for a time, which may begin later. In milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface CloudService {
  /** For how many days a recording is kept. */
  readonly totalDays: number
  readonly startTime: number
  readonly expireTime: number
}

/**
 * A card that pays for cloud storage.
 *
 * @since 0.1.0
 * @category models
 */
export interface CloudCard {
  readonly totalDays: number
  /** How long it pays for. */
  readonly validDays: number
  /** The one device that it fits, if it is not for sale. */
  readonly onlyFor?: string
  used: boolean
}

/**
 * What is on and what is off in a device.
 *
 * @since 0.1.0
 * @category models
 */
export interface Switches {
  audioPrompt: boolean
  videoTampering: boolean
  soundSourcePositioning: boolean
  microphone: boolean
}

/**
 * Where a camera points, in steps from the middle.
 *
 * @since 0.1.0
 * @category models
 */
export interface Position {
  pan: number
  tilt: number
  zoom: number
}

/**
 * A detector of an A1 hub.
 *
 * @since 0.1.0
 * @category models
 */
export interface Detector {
  readonly detectorSerial: string
  readonly detectorModel: string
  location: string
  /** Whether its zone reports a fault. */
  fault: boolean
  /** Whether it takes part in the modes of its hub. */
  readonly modes: Record<DetectorOperations.SetStatusInput["safeMode"], boolean>
  /** The serial numbers of the cameras that it is linked to. */
  readonly ipcs: Set<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Device {
  readonly deviceSerial: string
  deviceName: string
  readonly deviceType: string
  readonly model: string
  online: boolean
  encrypted: boolean
  /** What it can do, by the documented names; what is not here it cannot. */
  readonly capabilities: Map<string, string>
  /** How many cameras it is; a hub is none. */
  readonly channels: number
  /** What its video is encrypted with as well. */
  validateCode: string
  /** Whether the account has it. Others exist and can be added. */
  owned: boolean
  readonly position: Position
  /** By their indexes. */
  readonly presets: Map<number, Readonly<Position>>
  moving: string | undefined
  readonly firmware: Firmware
  defence: DeviceOperations.SetDefenceInput["defence"]
  defencePlan: Required<Omit<DeviceOperations.SetDefencePlanInput, "deviceSerial" | "channelNo">>
  readonly switches: Switches
  /** The cameras on the channels of a recorder, by channel. */
  readonly ipcs: Map<number, string>
  /** The detectors of a hub, by serial number. */
  readonly detectors: Map<string, Detector>
  /** Whether the infrared light may be on. */
  infrared: boolean
  /** What a PIR sensor watches, row by row. */
  pirArea: AreaGrid.Cells
  readonly chime: ChimeSettings
  readonly disks: ReadonlyArray<Disk>
  readonly configuration: Configuration
  /** In the order of their times. */
  cloudServices: ReadonlyArray<CloudService>
  readonly clock: Clock
  /** By the vendor's name, such as `ENGLISH`. */
  language: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Alarm {
  readonly alarmId: string
  readonly alarmType: number
  readonly alarmTime: number
  readonly deviceSerial: string
  readonly isChecked: boolean
}

/**
 * An account below the main one.
 *
 * @since 0.1.0
 * @category models
 */
export interface SubAccount {
  readonly accountId: string
  readonly accountName: string
  /** As it travels. */
  password: string
  accountStatus: Ram.SubAccount["accountStatus"]
  /** What it may do. Without one it may do nothing. */
  policy: Policy.Policy | undefined
  /** Those of the household's tokens that are its own. */
  readonly tokens: Set<string>
}

/**
 * What an address to watch is of.
 *
 * @since 0.1.0
 * @category models
 */
export interface Watched {
  readonly deviceSerial: string
  readonly channelNo: number
  /** The verification code that was given for it. Nobody checks it; the picture tells. */
  readonly code: string | undefined
  /** When the stream began, in milliseconds. */
  readonly since: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Household {
  readonly devices: Devices.Devices<Device>
  /** By the UUIDs of pictures, the devices that took them. */
  readonly pictures: ReadonlyMap<string, string>
  readonly alarms: Array<Alarm>
  readonly tokens: Map<string, number>
  /** By the ids of addresses to watch. */
  readonly addresses: Map<string, Watched>
  /** The phone number of the account's user. */
  readonly phone: string
  /** By their passwords. */
  readonly cloudCards: Map<string, CloudCard>
  /** When a card's password was wrong, in milliseconds. */
  wrongCards: ReadonlyArray<number>
  /** By their ids. */
  readonly subAccounts: Map<string, SubAccount>
}

/** What every camera can do. The misspelt name is how cameras in the field have it. */
const camera = {
  support_alarm_voice: "1",
  support_audio_onoff: "1",
  support_capture: "1",
  support_close_infrared_light: "1",
  support_cloud: "1",
  support_cloud_version: "1",
  support_defence: "1",
  support_defenceplan: "1",
  support_device_offline_notify: "1",
  support_disk: "1",
  support_fullday_record: "1",
  support_language: "ENGLISH,SIMPCN,GERMAN,FRENCH,SPANISH,ITALIAN,RUSSIAN",
  support_modify_pwd: "1",
  support_motion_detect_area: "1",
  support_privacy: "1",
  support_protection_mode: "0",
  support_ptz: "0",
  support_resolution: "16-9",
  support_sensibility_adjust: "1",
  support_talk: "1",
  support_timezone: "1",
  support_upgrade: "1",
  support_wifi: "3",
  supprot_encrypt: "1"
}

interface Model {
  readonly deviceType: string
  readonly model: string
  readonly channels: number
  readonly latestFirmware: string
  readonly capabilities: Readonly<Record<string, string>>
}

const installedFirmware = "V5.3.0 build 231116"
const newerFirmware = "V5.3.8 build 250310"

/** Pans and tilts. */
const c6n: Model = {
  deviceType: "C6N",
  model: "CS-C6N-A0-1C2WFR",
  channels: 1,
  latestFirmware: newerFirmware,
  capabilities: {
    ...camera,
    ptz_center_mirror: "1",
    ptz_left_right: "1",
    ptz_left_right_mirror: "1",
    ptz_preset: "1",
    ptz_top_bottom: "1",
    ptz_top_bottom_mirror: "1",
    support_intelligent_track: "1",
    support_ptz: "1",
    support_ssl: "1"
  }
}

/** Stands still, and has the latest firmware. */
const c1: Model = {
  deviceType: "C1",
  model: "CS-C1-11WPFR",
  channels: 1,
  latestFirmware: installedFirmware,
  capabilities: camera
}

/** A doorbell on a battery, with a PIR sensor and a chime. */
const db1: Model = {
  deviceType: "DB1",
  model: "CS-DB1-A0-1B3WPFR",
  channels: 1,
  latestFirmware: newerFirmware,
  capabilities: {
    ...camera,
    support_battery_manage: "1",
    support_chime: "1",
    support_doorbell_sound: "1",
    support_doorbell_talk: "1",
    support_human_filter: "1",
    support_pir_detect: "1",
    support_pir_setting: "1",
    support_privacy: "0"
  }
}

/** A hub of detectors, without a picture. Its capabilities are the documentation's sample. */
const a1s: Model = {
  deviceType: "A1S",
  model: "CS-A1S-32WE2G",
  channels: 0,
  latestFirmware: newerFirmware,
  capabilities: {
    ptz_left_right: "0",
    ptz_top_bottom: "0",
    support_add_del_detector: "1",
    support_alarm_voice: "1",
    support_alert_tone: "1",
    support_anti_open: "1",
    support_ap_allseries: "1",
    support_ap_mode: "2",
    support_auto_offline: "0",
    support_battery_manage: "1",
    support_channel_number: "0",
    support_cloud: "0",
    support_defence: "1",
    support_defenceplan: "1",
    support_device_rf_signal_report: "1",
    support_devicelog: "1",
    support_disk: "0",
    support_encrypt: "0",
    support_ipc_link: "1",
    support_language: "FRENCH,SPANISH,RUSSIAN,KOREAN,ITALIAN,GERMAN,ENGLISH",
    support_message: "0",
    support_modify_detectorguard: "0,0,7,7,7,0,7,0,0,0",
    support_modify_detectorname: "1",
    support_privacy: "0",
    support_protection_mode: "1",
    support_ptz: "0",
    support_related_device: "2",
    support_remote_quiet: "1",
    support_safe_mode_plan: "1",
    support_sim_card: "1",
    support_smart_wifi: "1",
    support_sound_light_alarm: "1",
    support_talk: "0",
    support_timezone: "1",
    support_unbind: "0",
    support_upgrade: "1",
    support_weixin: "1",
    support_wifi: "3",
    support_wifi_userId: "1"
  }
}

/** A recorder for the cameras of the house. */
const n1: Model = {
  deviceType: "N1",
  model: "CS-N1-208",
  channels: 4,
  latestFirmware: newerFirmware,
  capabilities: {
    support_channel_number: "4",
    support_disk: "1",
    support_related_storage: "1",
    support_timezone: "1",
    support_upgrade: "1"
  }
}

const installer: Omit<SubAccount, "tokens"> = {
  accountId: "b3ad7ba927524b748e557572024d4ac2",
  accountName: "installer",
  password: "5305b671da2d66785f7e6dd24c117370",
  accountStatus: "on",
  policy: { statements: [{ permissions: ["GET", "REAL"], resources: [{ deviceSerial: "SIM100000" }] }] }
}

const rooms = ["Front door", "Garden", "Garage", "Kitchen", "Hall"]

/** What looks outside is armed, so that alarms come. */
const isArmed = (index: number): boolean => index % rooms.length < 3

const modelOf = (index: number): Model => {
  if (index % 12 === 9) return n1
  if (index % 12 === 10) return db1
  if (index % 12 === 11) return a1s
  return index % 2 === 0 ? c6n : c1
}

/**
 * A detector as it comes out of its box.
 *
 * @since 0.1.0
 * @category constructors
 */
export const newDetector = (detectorSerial: string, detectorModel: string, location: string): Detector => ({
  detectorSerial,
  detectorModel,
  location,
  fault: false,
  modes: { stay: false, away: true, sleeping: true },
  ipcs: new Set()
})

/** The door, the hall, and the washing room, where there is water. */
const detectorsOf = (index: number): ReadonlyArray<Detector> => {
  const serial = (n: number) => `SIMD${String(Math.floor(index / 12) * 3 + n).padStart(5, "0")}`
  return [
    newDetector(serial(1), "T2", "Front Door"),
    newDetector(serial(2), "T1", "Hall"),
    { ...newDetector(serial(3), "T10", "Washing Room"), fault: true }
  ]
}

/** The serial number of the one device that is not the account's from the start. */
const spare = "SIM900000"

/** Serial numbers begin here, and leave out the spare one's. */
const first = 100_000
const spareIndex = 800_000

const serialOf = (index: number) => `SIM${first + index + (index < spareIndex ? 0 : 1)}`

const indexOf = (deviceSerial: string): number | undefined => {
  const number = Number(/^SIM([1-9]\d{5,})$/.exec(deviceSerial)?.[1]) - first
  if (Number.isNaN(number) || number === spareIndex) return undefined
  return number < spareIndex ? number : number - 1
}

/**
 * So many devices of the account, from serial `SIM100000`, every seventh offline, and one more that is not added yet:
 * serial `SIM900000`, verification code `ABCDEF`, as all have it.
 *
 * Cameras that pan and tilt (C6N, even serials), with preset 1 to the right of the middle, take turns with those that
 * do not (C1); the last three of each dozen are a recorder with four channels (N1, `SIM100009`), a doorbell (DB1,
 * `SIM100010`) and a hub without a camera (A1S, `SIM100011`) that has three detectors: at the front door
 * (`SIMD00001`), in the hall, and in the washing room, which reports a leak.
 *
 * Cards for cloud storage: `4326717075050976` and `4326717075050977` keep recordings for 7 and for 30 days,
 * `4326717075050978` fits `SIM100002` alone.
 *
 * What is in the first three rooms of five is armed, as `SIM100000` is, and what is in the others is not.
 *
 * A sub-account, `b3ad7ba927524b748e557572024d4ac2`, may look at `SIM100000` and see its pictures.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (count: number): Household => {
  const device = (index: number): Device => {
    const { capabilities, latestFirmware, ...model } = modelOf(index)
    return {
      ...model,
      deviceSerial: serialOf(index),
      deviceName: `${rooms[index % rooms.length]} ${Math.floor(index / rooms.length) + 1}`,
      online: index % 7 !== 6,
      encrypted: false,
      capabilities: new Map(Object.entries(capabilities)),
      validateCode: "ABCDEF",
      owned: true,
      position: { pan: 0, tilt: 0, zoom: 0 },
      presets: new Map(capabilities["ptz_preset"] === "1" ? [[1, { pan: 1, tilt: 0, zoom: 0 }]] : []),
      moving: undefined,
      firmware: { installed: installedFirmware, latest: latestFirmware, upgradingSince: undefined },
      defence: isArmed(index)
        ? capabilities["support_safe_mode_plan"] === "1"
          ? "away"
          : "armed"
        : "disarmed",
      defencePlan: { startTime: "00:00", stopTime: "24:00", days: ["monday"], enable: false },
      switches: {
        audioPrompt: true,
        videoTampering: false,
        soundSourcePositioning: false,
        microphone: true
      },
      ipcs: new Map(),
      detectors: new Map(
        capabilities["support_add_del_detector"] === "1"
          ? detectorsOf(index).map((detector) => [detector.detectorSerial, detector])
          : []
      ),
      infrared: true,
      pirArea: [
        [false, false, false, true],
        [true, false, false, true],
        [true, true, false, true]
      ],
      chime: { type: "none", duration: 1000 },
      disks:
        capabilities["support_disk"] === "1"
          ? [{ index: 0, name: "SD card", capacity: 231_313, recordsSince: 0 }]
          : [],
      configuration: {
        fillLight: "blackAndWhite",
        motionLight: false,
        alarmSound: "mute",
        workPlan: undefined,
        motionArea: Array.from({ length: 20 }, () => 0),
        ringtone: undefined
      },
      cloudServices: [],
      clock: { tzCode: "138", dateFormat: "YYYY-MM-DD", daylightSaving: false },
      language: "ENGLISH"
    }
  }
  return {
    devices: Devices.make({
      count,
      device,
      serialOf,
      indexOf,
      isCamera: (index) => modelOf(index).channels > 0,
      others: [{ ...device(0), deviceSerial: spare, owned: false }]
    }),
    pictures: new Map([["09076e76501644989b63ba0016ec5776", serialOf(0)]]),
    alarms: [],
    tokens: new Map(),
    addresses: new Map(),
    phone: "18888888888",
    cloudCards: new Map([
      ["4326717075050976", { totalDays: 7, validDays: 365, used: false }],
      ["4326717075050977", { totalDays: 30, validDays: 365, used: false }],
      ["4326717075050978", { totalDays: 7, validDays: 30, onlyFor: "SIM100002", used: false }]
    ]),
    wrongCards: [],
    subAccounts: new Map([[installer.accountId, { ...installer, tokens: new Set() }]])
  }
}
