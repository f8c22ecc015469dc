/**
 * The types of alarms, each with a name that a person understands.
 *
 * Numbers in the lists of the API; in pushes numbers with some devices and words with others. The table is long:
 * a program that never touches alarms does not carry it.
 *
 * Source: "Alarm", the tables "Alarm Type" of both lists, which are alike; the words are from pushes that were seen.
 *
 * @since 0.1.0
 */

/**
 * The number of every type. The documentation's misspellings ("Tempering", "Lotering", "Low Batter") are corrected.
 *
 * @since 0.1.0
 * @category tables
 */
export const codes = {
  pirEvent: 10000,
  emergencyButtonEvent: 10001,
  motionDetectionAlarm: 10002,
  babyCryAlarm: 10003,
  magneticContactAlarm: 10004,
  smokeAlarm: 10005,
  combustibleGasAlarm: 10006,
  waterLeakAlarm: 10008,
  emergencyButtonAlarm: 10009,
  pirAlarm: 10010,
  videoTamperingAlarm: 10011,
  videoLoss: 10012,
  lineCrossing: 10013,
  intrusion: 10014,
  faceDetectionEvent: 10015,
  doorBellRingAlarm: 10016,
  curtainAlarm: 10018,
  openCloseDetectorAlarm: 10019,
  sceneChangeDetection: 10020,
  defocusDetection: 10021,
  audioExceptionDetection: 10022,
  unattendedBaggageDetection: 10023,
  objectRemovalDetection: 10024,
  illegalParkingDetection: 10025,
  peopleGatheringDetection: 10026,
  loiteringDetection: 10027,
  fastMovingDetection: 10028,
  regionEntranceDetection: 10029,
  regionExitingDetection: 10030,
  magneticDisturbanceAlarm: 10031,
  lowBatteryAlarm: 10032,
  intrusionAlarm: 10033,
  babyMotionDetection: 10035,
  switchPowerSupplyAlarm: 10036,
  highTemperatureAlarm: 10037,
  lowTemperatureAlarm: 10038,
  highHumidityAlarm: 10039,
  lowHumidityAlarm: 10040,
  ioAlarm: 10100,
  io1Alarm: 10101,
  io2Alarm: 10102,
  io3Alarm: 10103,
  io4Alarm: 10104,
  io5Alarm: 10105,
  io6Alarm: 10106,
  io7Alarm: 10107,
  io8Alarm: 10108,
  io9Alarm: 10109,
  io10Alarm: 10110,
  io11Alarm: 10111,
  io12Alarm: 10112,
  io13Alarm: 10113,
  io14Alarm: 10114,
  io15Alarm: 10115,
  io16Alarm: 10116,
  /** The documentation gives a few names twice: the second one has its number here. */
  motionDetectionAlarm12000: 12000,
  videoLoss12001: 12001,
  videoTamperingAlarm12002: 12002,
  instantZoneAlarm: 12003,
  instantZoneAlarmRecovered: 12004,
  voiced24HourZoneAlarm: 12005,
  voiced24HourZoneAlarmRecovered: 12006,
  delayZoneAlarm: 12007,
  delayZoneAlarmRecovered: 12008,
  internalDelayedAlarm: 12009,
  internalDelayedAlarmRecovered: 12010,
  fireZoneAlarm: 12011,
  fireZoneAlarmRecovered: 12012,
  behaviorAnalysisAlarm: 12013,
  behaviorAnalysisAlarmRecovered: 12014,
  silent24HourZoneAlarm: 12015,
  silent24HourZoneAlarmRecovered: 12016,
  auxiliary24HourZoneAlarm: 12017,
  auxiliary24HourZoneAlarmRecovered: 12018,
  shock24HourZoneAlarm: 12019,
  shock24HourZoneAlarmRecovered: 12020,
  sensorTampered: 12021,
  sensorTamperedRecovered: 12022,
  softZoneEmergencyAlarm: 12023,
  softZoneFireAlarm: 12024,
  softZoneBanditAlarm: 12025,
  duressReport: 12026,
  deviceTamperingAlarm: 12027,
  deviceTamperingAlarmRecovered: 12028,
  acPowerOff: 12029,
  acPowerOn: 12030,
  lowBatteryVoltage: 12031,
  batteryVoltageRecovery: 12032,
  telephoneDisconnected: 12033,
  telephoneConnected: 12034,
  expansionBusModuleOffline: 12035,
  expansionBusModuleOnline: 12036,
  keyboardOffline: 12037,
  keyboardRecovered: 12038,
  kbusTriggerDisconnected: 12039,
  kbusTriggerRecovered: 12040,
  autoArmingOrDisarmingFailed: 12041,
  autoDisarmingFailed: 12042,
  wirelessNetworkException: 12043,
  wirelessNetworkRecovery: 12044,
  simCardException: 12045,
  simCardRecovery: 12046,
  controlPanelReset: 12047,
  disarm: 12048,
  arm: 12049,
  autoDisarm: 12050,
  autoArm: 12051,
  clearAlarm: 12052,
  instantArm: 12053,
  keyRegionDisarming: 12054,
  keyRegionArming: 12055,
  stayArm: 12056,
  forcedArm: 12057,
  bypass: 12058,
  bypassRecovery: 12059,
  partitionGroupBypass: 12060,
  partitionGroupBypassRecovered: 12061,
  manualTestReport: 12062,
  scheduledTestReport: 12063,
  singleZoneDisarming: 12064,
  singleZoneArming: 12065,
  keypadLocked: 12066,
  keypadUnlocked: 12067,
  printerDisconnected: 12068,
  printerConnected: 12069,
  instantDisarming: 12070,
  stayDisarming: 12071,
  triggerEnabledBySchedule: 12072,
  triggerDisabledBySchedule: 12073,
  triggerEnablingByScheduleFailed: 12074,
  triggerDisablingByScheduleFailed: 12075,
  enterProgramming: 12076,
  exitProgramming: 12077,
  kbusGpkDisconnected: 12078,
  kbusGpkConnected: 12079,
  kbusMnkDisconnected: 12080,
  kbusMnkConnected: 12081,
  ipConflict: 12082,
  ipConflictRecovered: 12083,
  networkDisconnected: 12084,
  networkRecovered: 12085,
  motionDetectionAlarmStopped: 12086,
  videoTamperingDetectionStopped: 12087,
  videoSignalRecovered: 12088,
  videoStandardMismatch: 12089,
  videoStandardMismatchRecovered: 12090,
  videoInputException: 12091,
  videoInputRecovered: 12092,
  hddFull: 12093,
  hddSpaceFreed: 12094,
  hddError: 12095,
  hddRecovered: 12096,
  uploadingPictureFailed: 12097,
  detectorOffline: 12098,
  detectorOnline: 12099,
  detectorBatteryLow: 12100,
  detectorBatteryRecovered: 12101,
  zoneAddDetector: 12102,
  zoneDeleteDetector: 12103,
  wifiException: 12104,
  /**
   * Both tables print this one without its number. It is read as 12105: it stands between 12104 and 12106, every other
   * pair of trouble and recovery has two numbers in a row, and nothing else has this one.
   */
  wifiRecovered: 12105,
  rfException: 12106,
  rfRecovered: 12107,
  hostAntiTamperAlarm: 12108,
  hostAntiTamperAlarmRecovered: 12109,
  cardReaderAntiTamperAlarm: 12110,
  cardReaderAntiTamperAlarmRecovered: 12111,
  eventInputAlarm: 12112,
  eventInputAlarmRecovered: 12113,
  doorControlSecurityAntiTamperAlarm: 12114,
  doorControlSecurityAntiTamperAlarmRecovered: 12115,
  networkDisconnected12116: 12116,
  networkConnected: 12117,
  devicePowerOn: 12118,
  devicePowerOff: 12119,
  doorAbnormallyOpen: 12120,
  thirdPartyCapture: 40001,
  connectivity: 40002
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type AlarmType = keyof typeof codes

/**
 * A type that has a name, or the number of one that has none yet.
 *
 * @since 0.1.0
 * @category models
 */
export type AnyAlarmType = AlarmType | number

/**
 * The words that pushes carry instead of numbers, in lower case. None of them is documented.
 *
 * @since 0.1.0
 * @category tables
 */
export const words: Readonly<Record<string, AlarmType>> = {
  motiondetect: "motionDetectionAlarm",
  alarmmove: "motionDetectionAlarm",
  pir: "pirEvent",
  fire: "smokeAlarm",
  shelteralarm: "videoTamperingAlarm",
  smartfacedet: "faceDetectionEvent"
}

/**
 * Whether a text is the name of a type.
 *
 * @since 0.1.0
 * @category refinements
 */
export const is = (name: string): name is AlarmType => Object.hasOwn(codes, name)

/**
 * @since 0.1.0
 * @category tables
 */
export const names: ReadonlyArray<AlarmType> = /*#__PURE__*/ Object.keys(codes).filter(is)

const byCode: ReadonlyMap<number, AlarmType> = /*#__PURE__*/ new Map(
  /*#__PURE__*/ names.map((name) => [codes[name], name])
)

/**
 * The type of a number (`10002`, `"10002"`) or of a push's word (`"motiondetect"`); `undefined` for one that nobody
 * has described.
 *
 * @example
 * ```ts
 * import { AlarmType } from "@effect-ezviz/core"
 *
 * AlarmType.fromWire(10000) // "pirEvent"
 * AlarmType.fromWire("shelteralarm") // "videoTamperingAlarm"
 * AlarmType.codes.pirEvent // 10000
 * ```
 *
 * @since 0.1.0
 * @category lookup
 */
export const fromWire = (wire: number | string): AlarmType | undefined => {
  const text = String(wire).trim().toLowerCase()
  if (/^\d+$/.test(text)) return byCode.get(Number(text))
  return Object.hasOwn(words, text) ? words[text] : undefined
}
