/**
 * Times in pushes: milliseconds here, ISO without a zone there. The text is always kept; an instant is given where
 * the message says enough, or where a rule for that very field is known.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"

/**
 * @since 0.1.0
 * @category models
 */
export interface PushTime {
  /** As it came. */
  readonly raw: string
  /** The instant; `undefined` when the text does not say which one. */
  readonly instant: DateTime.Utc | undefined
  /**
   * What the instant rests on: `epoch` a number of milliseconds or seconds since 1970; `stated` an offset in the text;
   * `assumed` an offset that the field is known to use; `unknown` nothing, so there is no instant.
   */
  readonly basis: "epoch" | "stated" | "assumed" | "unknown"
}

/**
 * `ys.alarm` writes times without a zone in Beijing time, UTC+8, whatever the zone of the device.
 *
 * @since 0.1.0
 * @category constants
 */
export const alarmOffsetMinutes = 480

const wallClock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:[.,]\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** `Date.parse` rolls 30 February over to March; a time that does not exist is no time. */
const epochOf = (date: string, time: string, offset: string): number | undefined => {
  const utc = Date.parse(`${date}T${time.replace(",", ".").slice(0, 12)}Z`)
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(date)) return undefined
  if (offset === "Z") return utc
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith("-") ? utc + minutes * 60_000 : utc - minutes * 60_000
}

const offsetText = (minutes: number): string => {
  const two = (n: number): string => String(n).padStart(2, "0")
  const size = Math.abs(minutes)
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`
}

const of = (raw: string, epochMillis: number | undefined, basis: PushTime["basis"]): PushTime =>
  epochMillis === undefined
    ? { raw, instant: undefined, basis: "unknown" }
    : { raw, instant: DateTime.unsafeMake(epochMillis), basis }

/**
 * Reads a time. 13 digits are milliseconds since 1970 and 10 digits seconds: no other reading of either falls into
 * this century. A text without an offset has no instant, unless you say how many minutes its clock is ahead of UTC.
 * `undefined` when there is no time at all.
 *
 * @example
 * ```ts
 * import { PushTime } from "@effect-ezviz/webhook"
 *
 * PushTime.parse(1582821945396) // 2020-02-27T16:45:45.396Z, "epoch"
 * PushTime.parse("2020-02-28T00:45:45") // no instant, "unknown"
 * PushTime.parse("2020-02-28T00:45:45", PushTime.alarmOffsetMinutes) // 2020-02-27T16:45:45Z, "assumed"
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (value: unknown, offsetMinutes?: number): PushTime | undefined => {
  if (typeof value !== "string" && typeof value !== "number") return undefined
  const raw = String(value).trim()
  if (raw === "") return undefined
  if (/^\d{13}$/.test(raw)) return of(raw, Number(raw), "epoch")
  if (/^\d{10}$/.test(raw)) return of(raw, Number(raw) * 1000, "epoch")
  const parts = wallClock.exec(raw)
  if (parts === null) return of(raw, undefined, "unknown")
  const [, date = "", time = "", offset] = parts
  if (offset !== undefined) return of(raw, epochOf(date, time, offset.toUpperCase()), "stated")
  return offsetMinutes === undefined
    ? of(raw, undefined, "unknown")
    : of(raw, epochOf(date, time, offsetText(offsetMinutes)), "assumed")
}
