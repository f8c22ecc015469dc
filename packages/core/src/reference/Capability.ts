/**
 * What devices can do, by names that people understand. `Device.getCapabilities` answers the wire's names, some of
 * them misspelt, with texts for values; the functions here read them.
 *
 * A capability that is missing is one that the device has not. Some names are of firmware newer than the
 * documentation: `value` reads those too.
 *
 * Source: "Device capability set description".
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Enumeration from "./Enumeration.js"

/**
 * The capabilities of a device, as `Device.getCapabilities` answers them, or as they came.
 *
 * @since 0.1.0
 * @category models
 */
export interface Capabilities {
  readonly [wireName: string]: unknown
}

// Names

/**
 * What a device can do or not: the wire's name of each feature.
 *
 * @since 0.1.0
 * @category tables
 */
export const features = {
  // Arming
  /** Arming, or detection of activity. */
  defence: "support_defence",
  defencePlan: "support_defenceplan",
  channelDefence: "support_chan_defence",
  protectionMode: "support_protection_mode",
  safeModePlan: "support_safe_mode_plan",
  activeDefence: "support_active_defense",
  sensitivity: "support_sensibility_adjust",
  motionDetectArea: "support_motion_detect_area",
  /** The way the alarm sounds. */
  alarmVoice: "support_alarm_voice",
  alarmLight: "support_alarm_light",
  /** The documentation describes it as `alarmLight`; the name says otherwise. */
  alarmArea: "support_alarm_area",
  soundLightAlarm: "support_sound_light_alarm",
  alertTone: "support_alert_tone",
  antiOpen: "support_anti_open",
  /** An A1 that alarms at a distance without a sound. */
  remoteQuiet: "support_remote_quiet",
  temperatureAlarm: "support_temperature_alarm",
  presetAlarm: "support_preset_alarm",
  deviceOfflineNotify: "support_device_offline_notify",
  channelOfflineNotify: "support_channel_offline_notify",

  // Detectors
  addDetector: "support_add_del_detector",
  renameDetector: "support_modify_detectorname",
  /** Arming detectors one by one: see `detectorGuard`. */
  detectorGuard: "support_modify_detectorguard",
  associateDetector: "support_associate_detector",
  ipcLink: "support_ipc_link",
  relatedDevice: "support_related_device",
  relatedStorage: "support_related_storage",
  relatedCamera: "support_relation_camera",

  // Movement of the camera
  /** Also where the device has one of the four that newer ones have instead. */
  ptz: "support_ptz",
  ptzUpDown: "ptz_top_bottom",
  ptzLeftRight: "ptz_left_right",
  ptzDiagonal: "ptz_45",
  ptzZoom: "ptz_zoom",
  ptzFocus: "ptz_focus",
  ptzAutoReset: "support_ptz_auto_reset",
  preset: "ptz_preset",
  cruise: "ptz_common_cruise",
  patternCruise: "ptz_figure_cruise",
  centerMirror: "ptz_center_mirror",
  leftRightMirror: "ptz_left_right_mirror",
  topBottomMirror: "ptz_top_bottom_mirror",
  closeLens: "ptz_close_scene",
  panoramicPtz: "support_fullscreen_ptz",
  /** With 12 pictures; where it is there, it counts instead of `panoramicPtz`. */
  panoramicPtz12: "support_fullscreen_ptz_12",
  horizontalPanorama: "support_horizontal_panoramic",
  verticalPanorama: "support_vertical_panoramic",
  intelligentTracking: "support_intelligent_track",
  keyFocus: "support_key_focus",
  soundSourcePositioning: "support_ssl",

  // Picture and sound
  /** The privacy mask. */
  privacy: "support_privacy",
  encryption: "support_encrypt",
  changePassword: "support_modify_pwd",
  proxyEncryption: "support_noencript_via_antproxy",
  capture: "support_capture",
  infraredSwitch: "support_close_infrared_light",
  microscope: "support_microscope",
  fisheye: "support_fisheye_mode",
  rectifyImage: "support_rectify_image",
  videoMode: "support_video_mode",
  videoQuality: "video_quality_capacity",
  adaptiveStream: "support_auto_adjust",
  customBitRate: "support_customize_rate",
  bitRateLimit: "support_rate_limit",
  multiScreen: "support_multi_screen",
  replaySpeed: "support_replay_speed",
  talk: "support_talk",
  newTalk: "support_new_talk",
  audioSwitch: "support_audio_onoff",
  volume: "support_volumn_set",
  microphoneVolume: "support_mcvolumn_set",
  music: "support_music",
  customVoice: "support_custom_voice",
  voiceAlarmClock: "support_voice_alarmclock",
  speechRecognition: "support_speech_recognition",
  message: "support_message",
  messageCover: "support_message_cover",

  // Recognition
  pirDetection: "support_pir_detect",
  pirArea: "support_pir_setting",
  faceDetection: "support_face_detect",
  humanFilter: "support_human_filter",
  /** By a service of the platform, which must be activated. */
  humanDetection: "support_human_service",
  peopleCounting: "support_flow_statistics",

  // Doorbells and locks
  doorbellTalk: "support_doorbell_talk",
  /** The documentation describes it as `ptzFocus`; the name says otherwise. */
  doorbellSound: "support_doorbell_sound",
  chime: "support_chime",
  unlock: "support_unlock",
  renameLockUser: "support_modify_username",

  // Storage
  formatStorage: "support_disk",
  cloudStorage: "support_cloud",
  /** Whether the firmware can do what `cloudStorage` says of the model. */
  cloudStorageFirmware: "support_cloud_version",
  continuousCloudStorage: "support_continuous_cloud",
  uploadToCloud: "support_upload_cloud_file",
  fullDayRecording: "support_fullday_record",

  // Network
  wifi: "support_wifi",
  wifi24GHz: "support_wifi_2.4G",
  wifi5GHz: "support_wifi_5G",
  /** Marketing pages; only where there is `wifi24GHz`. */
  wifiPortal: "support_wifi_portal",
  wifiUserId: "support_wifi_userId",
  smartWifi: "support_smart_wifi",
  accessPointMode: "support_ap_mode",
  accessPointAllSeries: "support_ap_allseries",
  soundWave: "support_new_sound_wave",
  simCard: "support_sim_card",
  bluetooth: "support_bluetooth",
  natPass: "support_nat_pass",
  reverseDirect: "support_reverse_direct",
  crossNetworkConfiguration: "support_sdk_transport",
  queryConnections: "support_query_play_connections",
  radioSignalReport: "support_device_rf_signal_report",

  // The device
  upgrade: "support_upgrade",
  timeZone: "support_timezone",
  /** See `languages`. */
  language: "support_language",
  renameChannel: "support_modify_chan_name",
  batteryManagement: "support_battery_manage",
  sleep: "support_sleep",
  autoOffline: "support_auto_offline",
  /** The device's own page of more settings. */
  moreSettings: "support_more",
  deviceLog: "support_devicelog",
  unbind: "support_unbind",
  userId: "support_userId",
  remoteAuthorization: "support_remote_auth_randcode",
  nvrWhitelist: "support_nvr_whitelist",
  weChat: "support_weixin"
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type Feature = keyof typeof features

/**
 * What a device says of itself that is no feature: here 0 does not mean that something is not supported.
 *
 * @since 0.1.0
 * @category tables
 */
export const settings = {
  /** See `resolution`. */
  resolution: "support_resolution",
  ptzModel: "support_ptz_model",
  talkMicrophone: "support_talk_type",
  channelType: "support_chan_type",
  p2pProtocol: "support_p2p_mode",
  streamTransport: "support_transfertype",
  /** See `restartTime`. */
  restartTime: "support_restart_time",
  /** How many channels an X3 or N1 can be linked to. */
  replayChannels: "replay_chan_nums",
  channelNumber: "support_channel_number"
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type Setting = keyof typeof settings

/**
 * @since 0.1.0
 * @category models
 */
export type Name = Feature | Setting

/** Other spellings of a wire name that are printed, or were seen. */
const spellings: { readonly [wireName: string]: string } = {
  support_encrypt: "supprot_encrypt",
  support_defence: "support_denfence",
  support_modify_detectorguard: "support_modify_guard"
}

const wireNames: { readonly [N in Name]: string } = { ...features, ...settings }

const isName = (name: string): name is Name => Object.hasOwn(wireNames, name)

/**
 * The wire's name of a capability, spelt right: what is sometimes `supprot_encrypt` is `support_encrypt`.
 *
 * @since 0.1.0
 * @category lookup
 */
export const wireNameOf = (name: Name): string => wireNames[name]

/**
 * The name of a capability by the wire's, in any spelling; `undefined` for one that nobody has documented.
 *
 * @since 0.1.0
 * @category lookup
 */
export const nameOf = (wireName: string): Name | undefined =>
  Object.keys(wireNames)
    .filter(isName)
    .find((name) => {
      const right = wireNames[name]
      return right === wireName || (Object.hasOwn(spellings, right) && spellings[right] === wireName)
    })

// Reading

const own = (capabilities: Capabilities, wireName: string): unknown =>
  Object.hasOwn(capabilities, wireName) ? capabilities[wireName] : undefined

/**
 * What is said of a capability, in whichever spelling, as text where it is one; `undefined` where nothing is said. A
 * name that the table does not have is taken for the wire's.
 *
 * @since 0.1.0
 * @category reading
 */
export const value = (capabilities: Capabilities, name: string): unknown => {
  const wireName = isName(name) ? wireNames[name] : name
  const said =
    own(capabilities, wireName) ??
    (Object.hasOwn(spellings, wireName) ? own(capabilities, spellings[wireName] ?? wireName) : undefined)
  if (typeof said === "number" || typeof said === "boolean") return String(Number(said))
  return typeof said === "string" ? said.trim() : (said ?? undefined)
}

const isYes = (said: unknown): boolean =>
  typeof said === "string" ? said !== "" && said !== "0" : Array.isArray(said) && said.length > 0

/** What newer devices have in the place of `support_ptz`. */
const kindsOfPtz = ["ptz", "ptzUpDown", "ptzLeftRight", "ptzDiagonal", "ptzZoom"] as const

/**
 * Whether a device can do something. What is missing, it cannot.
 *
 * @example
 * ```ts
 * import { Capability } from "@effect-ezviz/core"
 *
 * Capability.supports({ ptz_left_right: "1" }, "ptz") // true
 * Capability.supports({ ptz_left_right: "1" }, "talk") // false
 * ```
 *
 * @since 0.1.0
 * @category reading
 */
export const supports = (capabilities: Capabilities, feature: Feature): boolean =>
  (feature === "ptz" ? kindsOfPtz : [feature]).some((name) => isYes(value(capabilities, name)))

/**
 * All that a device can do.
 *
 * @since 0.1.0
 * @category reading
 */
export const supported = (capabilities: Capabilities): ReadonlyArray<Feature> =>
  Object.keys(features).filter((name): name is Feature => isFeature(name) && supports(capabilities, name))

const isFeature = (name: string): name is Feature => Object.hasOwn(features, name)

// Values

const tables = {
  talk: /*#__PURE__*/ Enumeration.make({ notSupported: 0, fullDuplex: 1, halfDuplex: 3 }),
  defencePlan: /*#__PURE__*/ Enumeration.make({ notSupported: 0, supported: 1, newProtocol: 2 }),
  wifi: /*#__PURE__*/ Enumeration.make({ notSupported: 0, byNetSdk: 1, byUserId: 2, oneKey: 3 }),
  relatedDevice: /*#__PURE__*/ Enumeration.make({
    none: 0,
    monitoringPointOrN1: 1,
    detectorOrA1: 2,
    monitoringPointDetectorOrR1: 3,
    multiChannelDevice: 4
  }),
  wifiPortal: /*#__PURE__*/ Enumeration.make({ notSupported: 0, fixedPage: 1, ownPage: 2 }),
  unbind: /*#__PURE__*/ Enumeration.make({ notSupported: 0, resetButton: 1, okButton: 2 }),
  protectionMode: /*#__PURE__*/ Enumeration.make({ activityDetection: 0, protection: 1, both: 2 }),
  activeDefence: /*#__PURE__*/ Enumeration.make({ notSupported: 0, button: 1, buttonAndLight: 2 }),
  accessPointMode: /*#__PURE__*/ Enumeration.make({ notSupported: 0, fallback: 1, default: 2 }),
  ptzModel: /*#__PURE__*/ Enumeration.make({ directAndForwarded: 0, direct: 1, forwarded: 2 }),
  talkMicrophone: /*#__PURE__*/ Enumeration.make({ upper: 0, lower: 1 }),
  channelType: /*#__PURE__*/ Enumeration.make({ digital: 1, analog: 2 }),
  p2pProtocol: /*#__PURE__*/ Enumeration.make({ old: 0, new: 1 }),
  streamTransport: /*#__PURE__*/ Enumeration.make({ tcp: 0, udp: 1 })
}

type LevelNames = { readonly [N in keyof typeof tables]: keyof (typeof tables)[N]["values"] & string }

/**
 * The capabilities that have more than no and yes.
 *
 * @since 0.1.0
 * @category models
 */
export type Levelled = keyof LevelNames

/**
 * What the numbers of a capability mean, where there is more than no and yes.
 *
 * @since 0.1.0
 * @category tables
 */
export const levels: { readonly [N in Levelled]: Enumeration.Enumeration<LevelNames[N]> } = tables

/** Where nothing is said, these have no value; the others have 0, as documented. */
const withoutDefault: ReadonlyArray<Levelled> = ["ptzModel", "talkMicrophone", "channelType"]

/**
 * What a device says of a capability that has more than no and yes, by the names in `levels`; a number that has no name
 * as itself. Where nothing is said, it is 0, which is not supported or the documented default; `undefined` where
 * neither is.
 *
 * @example
 * ```ts
 * import { Capability } from "@effect-ezviz/core"
 *
 * Capability.level({ support_talk: "3" }, "talk") // "halfDuplex"
 * ```
 *
 * @since 0.1.0
 * @category reading
 */
export const level = <N extends Levelled>(
  capabilities: Capabilities,
  name: N
): LevelNames[N] | number | undefined => {
  const said = value(capabilities, name)
  const known = said === undefined ? (withoutDefault.includes(name) ? undefined : 0) : numberOf(said)
  return known === undefined ? undefined : (levels[name].nameOf(known) ?? known)
}

const numberOf = (said: unknown): number | undefined =>
  typeof said === "string" && /^-?\d+$/.test(said) ? Number(said) : undefined

const listOf = (said: unknown): ReadonlyArray<string> =>
  typeof said === "string"
    ? said
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "")
    : []

/**
 * The languages that `Device.setLanguage` takes, by the vendor's names: `ENGLISH`, `GERMAN`.
 *
 * @since 0.1.0
 * @category reading
 */
export const languages = (capabilities: Capabilities): ReadonlyArray<string> =>
  supports(capabilities, "language") ? listOf(value(capabilities, "language")) : []

/**
 * The ratio of the picture's sides, by default 16 to 9.
 *
 * @since 0.1.0
 * @category reading
 */
export const resolution = (
  capabilities: Capabilities
): { readonly width: number; readonly height: number } => {
  const parts = /^(\d+)\s*[-:]\s*(\d+)$/.exec(String(value(capabilities, "resolution") ?? ""))
  return parts === null ? { width: 16, height: 9 } : { width: Number(parts[1]), height: Number(parts[2]) }
}

/**
 * How long the device takes to restart, by default 120 seconds.
 *
 * @since 0.1.0
 * @category reading
 */
export const restartTime = (capabilities: Capabilities): Duration.Duration =>
  Duration.seconds(Math.max(0, numberOf(value(capabilities, "restartTime")) ?? 120))

/**
 * The kinds of detectors in the order of `detectorGuard`. The documentation has two of emergency buttons.
 *
 * @since 0.1.0
 * @category tables
 */
export const guarded = [
  "smoke",
  "emergencyButton",
  "doorMagnet",
  "infrared",
  "curtain",
  "emergencyButton2",
  "singleDoorMagnet",
  "siren",
  "gas",
  "flood"
] as const

/**
 * In which modes of an A1 a kind of detector can be armed by itself.
 *
 * @since 0.1.0
 * @category models
 */
export interface Guard {
  /** One of `guarded`, or its place in the list where there are more than the documentation knows. */
  readonly detector: (typeof guarded)[number] | number
  readonly away: boolean
  readonly sleep: boolean
  readonly home: boolean
}

/**
 * In which modes each kind of detector can be armed by itself; empty where the device cannot do that at all.
 *
 * @since 0.1.0
 * @category reading
 */
export const detectorGuard = (capabilities: Capabilities): ReadonlyArray<Guard> =>
  listOf(value(capabilities, "detectorGuard")).map((text, index) => {
    const bits = numberOf(text) ?? 0
    return {
      detector: guarded[index] ?? index,
      away: (bits & 1) !== 0,
      sleep: (bits & 2) !== 0,
      home: (bits & 4) !== 0
    }
  })
