/**
 * The time zones that a device can be set to, as the documentation lists them. The server's own list, which may be
 * newer, is `TimeZone.list`. The offsets are of standard time, and some are of the past: Istanbul is UTC+02:00 here.
 *
 * Source: "Device Switch", Get time zone list.
 *
 * @since 0.1.0
 */

/**
 * A time zone of the vendor's.
 *
 * @since 0.1.0
 * @category models
 */
export interface TimeZoneCode {
  /** What `device.setTimeZone` takes, such as `"138"`. */
  readonly tzCode: string
  /** The standard time, as `device.getTimeZone` answers: `UTC+01:00`, or `UTC` alone. */
  readonly tzValue: string
  /** How far clocks are ahead of UTC in standard time, in minutes. */
  readonly offsetMinutes: number
  /** Cities and countries, in English. */
  readonly places: string
}

const text = (offsetMinutes: number): string => {
  if (offsetMinutes === 0) return "UTC"
  const digits = (value: number) => String(value).padStart(2, "0")
  const minutes = Math.abs(offsetMinutes)
  return `UTC${offsetMinutes < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`
}

const rows: ReadonlyArray<readonly [tzCode: number, offsetMinutes: number, places: string]> = [
  [2, 840, "Kiritimati Island"],
  [4, 780, "Samoa"],
  [6, 780, "Nuku'alofa"],
  [8, 720, "Fiji"],
  [10, 720, "Auckland, Wellington"],
  [12, 720, "Anadyr, Petropavlovsk-Kamchatsky (RTZ 11)"],
  [14, 720, "Coordinated Universal Time+12"],
  [16, 660, "Solomon Is., New Caledonia"],
  [18, 660, "Chokurdakh (RTZ 10)"],
  [20, 600, "Canberra, Melbourne, Sydney"],
  [22, 600, "Brisbane"],
  [24, 600, "Magadan"],
  [26, 600, "Hobart"],
  [28, 600, "Vladivostok, Magadan (RTZ 9)"],
  [30, 600, "Guam, Port Moresby"],
  [32, 570, "Darwin"],
  [34, 570, "Adelaide"],
  [36, 540, "Seoul"],
  [38, 540, "Osaka, Sapporo, Tokyo"],
  [40, 540, "Yakutsk (RTZ 8)"],
  [42, 480, "Beijing, Chongqing, Hong Kong, Urumqi"],
  [44, 480, "Irkutsk (RTZ 7)"],
  [46, 480, "Kuala Lumpur, Singapore"],
  [48, 480, "Taipei"],
  [50, 480, "Ulaanbaatar"],
  [52, 480, "Perth"],
  [54, 420, "Krasnoyarsk (RTZ 6)"],
  [56, 420, "Bangkok, Hanoi, Jakarta"],
  [58, 390, "Yangon (Rangoon)"],
  [60, 360, "Dhaka"],
  [62, 360, "Astana"],
  [64, 360, "Novosibirsk (RTZ 5)"],
  [66, 345, "Kathmandu"],
  [68, 330, "Chennai, Kolkata, Mumbai, New Delhi"],
  [70, 330, "Sri Jayawardenepura"],
  [72, 300, "Ekaterinburg (RTZ 4)"],
  [74, 300, "Islamabad, Karachi"],
  [76, 300, "Ashgabat, Tashkent"],
  [78, 270, "Kabul"],
  [80, 240, "Abu Dhabi, Muscat"],
  [82, 240, "Baku"],
  [84, 240, "Yerevan"],
  [86, 240, "Tbilisi"],
  [88, 240, "Port Louis"],
  [90, 240, "Izhevsk, Samara (RTZ 3)"],
  [92, 210, "Tehran"],
  [94, 180, "Kuwait, Riyadh"],
  [96, 180, "Baghdad"],
  [98, 180, "Minsk"],
  [100, 180, "Nairobi"],
  [102, 180, "Moscow, St. Petersburg, Volgograd (RTZ 2)"],
  [104, 120, "E. Europe"],
  [106, 120, "Cairo"],
  [108, 120, "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"],
  [110, 120, "Athens, Bucharest"],
  [112, 120, "Jerusalem"],
  [114, 120, "Amman"],
  [116, 120, "Kaliningrad (RTZ 1)"],
  [118, 120, "Tripoli"],
  [120, 120, "Beirut"],
  [122, 120, "Harare, Pretoria"],
  [124, 120, "Damascus"],
  [126, 120, "Istanbul"],
  [128, 60, "Belgrade, Bratislava, Budapest, Ljubljana, Prague"],
  [130, 60, "Sarajevo, Skopje, Warsaw, Zagreb"],
  [132, 60, "Windhoek"],
  [134, 60, "Brussels, Copenhagen, Madrid, Paris"],
  [136, 60, "West Central Africa"],
  [138, 60, "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"],
  [140, 0, "Dublin, Edinburgh, Lisbon, London"],
  [142, 0, "Monrovia, Reykjavik"],
  [144, 0, "Casablanca"],
  [146, 0, "Coordinated Universal Time"],
  [148, -60, "Azores"],
  [150, -60, "Cabo Verde Is."],
  [152, -120, "Coordinated Universal Time-02"],
  [154, -180, "Buenos Aires"],
  [156, -180, "Salvador"],
  [158, -180, "Brasilia"],
  [160, -180, "Greenland"],
  [162, -180, "Montevideo"],
  [164, -180, "Cayenne, Fortaleza"],
  [166, -210, "Newfoundland"],
  [168, -240, "Atlantic Time (Canada)"],
  [170, -240, "Cuiaba"],
  [172, -240, "Santiago"],
  [174, -240, "Asuncion"],
  [176, -240, "Georgetown, La Paz, Manaus, San Juan"],
  [178, -270, "Caracas"],
  [180, -300, "Eastern Time (US & Canada)"],
  [182, -300, "Bogota, Lima, Quito, Rio Branco"],
  [184, -300, "Indiana (East)"],
  [186, -360, "Saskatchewan"],
  [188, -360, "Central America"],
  [190, -360, "Central Time (US & Canada)"],
  [192, -360, "Guadalajara, Mexico City, Monterrey"],
  [194, -420, "Mountain Time (US & Canada)"],
  [196, -420, "Chihuahua, La Paz, Mazatlan"],
  [198, -420, "Arizona"],
  [200, -480, "Pacific Time (US & Canada)"],
  [202, -480, "Baja California"],
  [204, -540, "Alaska"],
  [206, -600, "Hawaii"],
  [208, -660, "Coordinated Universal Time-11"],
  [210, -720, "International Date Line West"]
]

/**
 * Every documented time zone, from the east to the west.
 *
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<TimeZoneCode> = /*#__PURE__*/ rows.map(([tzCode, offsetMinutes, places]) => ({
  tzCode: String(tzCode),
  tzValue: text(offsetMinutes),
  offsetMinutes,
  places
}))

/**
 * The time zone of a tzCode, as text or as number; `undefined` for one that the documentation does not list.
 *
 * @example
 * ```ts
 * import { TimeZoneCode } from "@effect-ezviz/core"
 *
 * TimeZoneCode.find("138")?.places // "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"
 * ```
 *
 * @since 0.1.0
 * @category lookup
 */
export const find = (tzCode: string | number): TimeZoneCode | undefined =>
  all.find((zone) => zone.tzCode === String(tzCode))

/**
 * How far clocks are ahead of UTC, in minutes, by a tzValue such as `UTC-03:30`; `undefined` where it is none. With
 * it, `WallClock` shows what the device's clock does, but for daylight saving.
 *
 * @since 0.1.0
 * @category lookup
 */
export const offsetMinutes = (tzValue: string): number | undefined => {
  const parts = /^UTC(?:([+-])(\d{1,2}):?(\d{2}))?$/.exec(tzValue.trim())
  if (parts === null) return undefined
  const [, sign, hours = "0", minutes = "0"] = parts
  const offset = Number(hours) * 60 + Number(minutes)
  return sign === "-" ? -offset : offset
}

/**
 * The time zones with the offset of a tzValue: more than one in most cases, so that a device's answer does not tell
 * which one it was set to.
 *
 * @since 0.1.0
 * @category lookup
 */
export const withValue = (tzValue: string): ReadonlyArray<TimeZoneCode> => {
  const offset = offsetMinutes(tzValue)
  return all.filter((zone) => zone.offsetMinutes === offset)
}
