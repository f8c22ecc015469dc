/**
 * Addresses with a signature in them: live video, pictures, recordings. They are used byte for byte; all that is read
 * of one is when it ends.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"
import * as Redacted from "effect/Redacted"

/** From here on a number is taken for milliseconds: as seconds it would be after the year 5138. */
const leastMillis = 100_000_000_000

/**
 * When an address ends, as it says itself: `expire` of live addresses and `Expires` of pictures, in seconds since
 * 1970, or in milliseconds. The `expireTime` beside an address is a text in a zone that depends on the region, and the
 * address is right. `undefined` for an address that does not say, such as an `ezopen` one.
 *
 * @example
 * ```ts
 * import { SignedUrl } from "@effect-ezviz/core"
 * import { DateTime, Redacted } from "effect"
 *
 * const url = Redacted.make("https://example.com/v3/openlive/C1_1_1.m3u8?expire=1668578537&id=1&t=56528d84")
 * const end = SignedUrl.expiresAt(url)
 * console.log(end && DateTime.formatIso(end)) // 2022-11-16T06:02:17.000Z
 * ```
 *
 * @since 0.1.0
 * @category getters
 */
export const expiresAt = (url: Redacted.Redacted<string>): DateTime.Utc | undefined => {
  const digits = /[?&]expires?=(\d{9,14})(?=[&#]|$)/i.exec(Redacted.value(url))?.[1]
  if (digits === undefined) return undefined
  const value = Number(digits)
  return DateTime.unsafeMake(value < leastMillis ? value * 1000 : value)
}
