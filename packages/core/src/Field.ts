/**
 * The parameters that many operations share, each with its documented limits.
 *
 * @since 0.1.0
 */
import type * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Wire from "./Wire.js"

/**
 * A device's serial number: 1 to 50 printable ASCII characters. Some contain a colon.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeviceSerial: Schema.Schema<string> = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((serial) => /^[\x21-\x7e]{1,50}$/.test(serial), {
    description: "a serial number of 1 to 50 ASCII characters without spaces",
    jsonSchema: { type: "string", pattern: "^[\\x21-\\x7e]{1,50}$" },
    arbitrary: () => (fc) => fc.stringMatching(/^[\x21-\x7e]{1,50}$/)
  })
)

/**
 * A whole number within limits, both included.
 *
 * @since 0.1.0
 * @category constructors
 */
export const whole = (min: number, max: number): Schema.Schema<number> =>
  Schema.Number.pipe(
    Schema.filter((value) => Number.isInteger(value) && value >= min && value <= max, {
      description: `a whole number from ${min} to ${max}`,
      jsonSchema: { type: "integer", minimum: min, maximum: max },
      arbitrary: () => (fc) => fc.integer({ min, max })
    })
  )

/**
 * A channel number, from 1. A single camera is channel 1.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelNo: Schema.Schema<number> = /*#__PURE__*/ whole(1, 65_535)

/**
 * The index of a page, from 0.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PageStart: Schema.Schema<number> = /*#__PURE__*/ whole(0, 2_147_483_647)

/**
 * How many items a page holds: 1 to 50.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PageSize: Schema.Schema<number> = /*#__PURE__*/ whole(1, 50)

/**
 * A text that must not be empty.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Text: Schema.Schema<string> = /*#__PURE__*/ Schema.NonEmptyString.annotations({
  description: "a text that is not empty",
  jsonSchema: { type: "string", minLength: 1 }
})

/**
 * A secret that must not be empty: a verification code, a password, an appSecret.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Secret: Schema.Schema<Redacted.Redacted<string>, string> = /*#__PURE__*/ Schema.Redacted(
  Schema.NonEmptyString
).annotations({
  description: "a Redacted text that is not empty",
  jsonSchema: { type: "string", minLength: 1, format: "password" }
})

/**
 * An instant, sent as milliseconds since 1970.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Instant: Schema.Schema<DateTime.Utc, number> =
  /*#__PURE__*/ Schema.DateTimeUtcFromNumber.annotations({
    jsonSchema: { type: "integer", description: "milliseconds since 1970" }
  })

/**
 * A duration of whole seconds within limits, both included.
 *
 * @since 0.1.0
 * @category constructors
 */
export const seconds = (min: number, max: number): Schema.Schema<Duration.Duration, number> =>
  Schema.transform(
    whole(min, max),
    Schema.DurationFromSelf.annotations({
      description: "a Duration",
      arbitrary: () => (fc) => fc.integer({ min, max }).map(Duration.seconds)
    }),
    { strict: true, decode: Duration.seconds, encode: Duration.toSeconds }
  ).annotations({ description: `a duration of whole seconds, from ${min} s to ${max} s` })

/**
 * On or off, sent as the number `1` or `0`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Flag: Schema.Schema<boolean, number> = /*#__PURE__*/ Schema.transform(
  /*#__PURE__*/ whole(0, 1),
  Schema.Boolean,
  { strict: true, decode: (wire) => wire === 1, encode: (on) => (on ? 1 : 0) }
).annotations({ jsonSchema: { type: "integer", enum: [1, 0] } })

/**
 * On or off, sent as the text `1` or `0`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FlagText: Schema.Schema<boolean, string> = /*#__PURE__*/ Schema.transform(
  /*#__PURE__*/ Schema.String.pipe(/*#__PURE__*/ Schema.pattern(/^[01]$/)),
  Schema.Boolean,
  { strict: true, decode: (wire) => wire === "1", encode: (on) => (on ? "1" : "0") }
).annotations({ jsonSchema: { type: "string", enum: ["1", "0"] } })

/**
 * A parameter that may be left out.
 *
 * @since 0.1.0
 * @category combinators
 */
export const optional = Wire.optional

/**
 * The parameters of every paged operation.
 *
 * @since 0.1.0
 * @category schemas
 */
export const paging = {
  /** Index of the page, from 0, which is the default. */
  pageStart: /*#__PURE__*/ Wire.optional(PageStart),
  /** Items in a page, 1 to 50. Default: 10. */
  pageSize: /*#__PURE__*/ Wire.optional(PageSize)
}

/**
 * The parameters of operations on a device or on one of its channels.
 *
 * @since 0.1.0
 * @category schemas
 */
export const target = {
  /** The device's serial number. */
  deviceSerial: DeviceSerial,
  /** The channel. Left out, it is the device itself. */
  channelNo: /*#__PURE__*/ Wire.optional(ChannelNo)
}
