/**
 * A time as a clock on the wall shows it: `2022-08-22 13:59:13`, with no zone. The vendor wants such times for
 * recordings and does not say in which zone; it is the device's or the region's (UTC+8 on the Chinese host). We never
 * guess: you say the zone when you make one of an instant.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"
import * as Schema from "effect/Schema"
import type * as Wire from "./Wire.js"

const pattern = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/

/** Whether the parts name a day and a time that exist. */
const exists = (text: string): boolean => {
  const parts = pattern.exec(text)
  if (parts === null) return false
  const iso = `${text.slice(0, 10)}T${text.slice(11)}`
  const millis = Date.parse(`${iso}Z`)
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(iso)
}

/**
 * A wall-clock time as the API takes it, `yyyy-MM-dd HH:mm:ss`. Two of them compare as texts.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WallClock: Schema.Schema<string> = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter(exists, {
    description: "a time written yyyy-MM-dd HH:mm:ss",
    jsonSchema: { type: "string", pattern: pattern.source },
    arbitrary: () => (fc) =>
      fc.integer({ min: 946_684_800, max: 4_102_444_799 }).map((seconds) => format(new Date(seconds * 1000)))
  })
)

/**
 * For answers: a time as above, which may come with a `T` in place of the space. Anything else is kept as it came.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Output: Wire.Reads<string> = /*#__PURE__*/ Schema.make<string, unknown>(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.Union(Schema.String, Schema.Number),
    /*#__PURE__*/ Schema.String.annotations({
      arbitrary: () => (fc) =>
        fc.oneof(
          fc.integer({ min: 0, max: 4_102_444_799 }).map((seconds) => format(new Date(seconds * 1000))),
          fc.string()
        )
    }),
    {
      strict: true,
      decode: (wire) => {
        const text = String(wire).replace("T", " ")
        return exists(text) ? text : String(wire)
      },
      encode: (text) => (exists(text) ? text.replace(" ", "T") : text)
    }
  ).annotations({ jsonSchema: { type: "string" } }).ast
)

/**
 * A time of every day, `HH:mm`, on the device's own clock.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TimeOfDay: Schema.Schema<string> = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
    description: "a time of day written HH:mm, from 00:00 to 23:59",
    jsonSchema: { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" },
    arbitrary: () => (fc) =>
      fc.integer({ min: 0, max: 86_399 }).map((seconds) => format(new Date(seconds * 1000)).slice(11, 16))
  })
)

const format = (date: Date): string => date.toISOString().slice(0, 19).replace("T", " ")

/**
 * What the clocks of a zone show at an instant.
 *
 * @example
 * ```ts
 * import { WallClock } from "@effect-ezviz/core"
 * import { DateTime } from "effect"
 *
 * const start = WallClock.fromZoned(
 *   DateTime.unsafeMakeZoned("2022-08-22T05:59:13Z", { timeZone: "Asia/Shanghai" })
 * )
 * // "2022-08-22 13:59:13"
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromZoned = (instant: DateTime.Zoned): string =>
  format(new Date(DateTime.toEpochMillis(instant) + DateTime.zonedOffset(instant)))

/**
 * What clocks that are so many minutes ahead of UTC show at an instant.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromUtc = (instant: DateTime.Utc, offsetMinutes: number): string =>
  format(new Date(DateTime.toEpochMillis(instant) + offsetMinutes * 60_000))

/**
 * The instant at which clocks that are so many minutes ahead of UTC show this time.
 *
 * @since 0.1.0
 * @category conversions
 */
export const toUtc = (text: string, offsetMinutes: number): DateTime.Utc | undefined =>
  exists(text)
    ? DateTime.unsafeMake(Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`) - offsetMinutes * 60_000)
    : undefined
