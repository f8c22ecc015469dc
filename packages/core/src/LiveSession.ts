/**
 * Live addresses that do not run out.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import * as Live from "./operations/Live.js"
import * as SignedUrl from "./SignedUrl.js"

/**
 * An address with the instant at which it ends.
 *
 * @since 0.1.0
 * @category models
 */
export interface LiveUrl {
  /** Names the address to `Live.disableAddress`. */
  readonly id: string
  /** The address, byte for byte. It is signed: who has it can watch. */
  readonly url: Redacted.Redacted<string>
  /** When it ends, as the address itself says. An `ezopen` address says nothing, and does not end. */
  readonly expiresAt?: DateTime.Utc
}

/**
 * Gets an address to watch a channel live, or to play a recording of it.
 *
 * @since 0.1.0
 * @category helpers
 */
export const get = (
  input: Live.GetAddressInput
): Effect.Effect<LiveUrl, Live.GetAddressError | ApiError.Common, EzvizClient.EzvizClient> =>
  Effect.map(Live.getAddress(input), ({ id, url }) => {
    const expiresAt = SignedUrl.expiresAt(url)
    return { id, url, ...(expiresAt !== undefined && { expiresAt }) }
  })

/**
 * One address after another, each before the one it follows has ended, for as long as the stream is read. Ends after
 * the first address if that one does not end.
 *
 * @since 0.1.0
 * @category streams
 */
export const session = (
  input: Live.GetAddressInput,
  options: {
    /** How long before the end of an address its successor comes; at most half of its life. Default: 30 seconds. */
    readonly renewAhead?: Duration.DurationInput | undefined
  } = {}
): Stream.Stream<LiveUrl, Live.GetAddressError | ApiError.Common, EzvizClient.EzvizClient> => {
  const ahead = Duration.toMillis(options.renewAhead ?? "30 seconds")
  const after = (previous: LiveUrl | undefined) =>
    Effect.gen(function* () {
      if (previous !== undefined) {
        if (previous.expiresAt === undefined) return Option.none()
        const life = DateTime.toEpochMillis(previous.expiresAt) - (yield* Clock.currentTimeMillis)
        // Never in a tight loop, even where the clock here is ahead of the server's.
        yield* Effect.sleep(Duration.millis(Math.max(1000, life - Math.min(ahead, life / 2))))
      }
      const next = yield* get(input)
      return Option.some([next, next] as const)
    })
  return Stream.unfoldEffect(undefined, after)
}
