/** Following something on a device that takes minutes, and during which the device may be out of reach. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Stream from "effect/Stream"
import * as ApiError from "../ApiError.js"

/**
 * Looks again and again, and gives what is new, up to and including what is last. A look that says nothing
 * (`undefined`) is a look in vain; so is one that fails with an error that passes by itself.
 */
export const follow = <A, E extends ApiError.CallError, R>(
  operation: string,
  look: Effect.Effect<A | undefined, E, R>,
  isLast: (state: A) => boolean,
  options: { readonly interval: Duration.DurationInput; readonly timeout: Duration.DurationInput }
): Stream.Stream<A, E | ApiError.CallTimeout, R> =>
  Stream.unwrap(
    Effect.map(Clock.currentTimeMillis, (began) => {
      const limitMillis = Duration.toMillis(options.timeout)
      const inTime = Effect.filterOrFail(
        Clock.currentTimeMillis,
        (now) => now - began < limitMillis,
        () =>
          new ApiError.CallTimeout({
            operation,
            attempts: 0,
            maybeApplied: true,
            limit: "call",
            limitMillis
          })
      )
      const next = Effect.catchIf(
        look,
        (error) => error.retryable || error.category === "offline",
        () => Effect.succeed(undefined)
      )
      return Stream.concat(
        Stream.fromEffect(next),
        Stream.repeatEffect(
          Effect.sleep(options.interval).pipe(Effect.zipRight(inTime), Effect.zipRight(next))
        )
      ).pipe(
        Stream.filter((state) => state !== undefined),
        Stream.changesWith((one, other) => Equal.equals(one, other)),
        Stream.takeUntil(isLast)
      )
    })
  )
