/**
 * A limiter that processes share, by the `RateLimiter` of `@effect/experimental` and one of its stores, such as Redis.
 * Needs the package `@effect/experimental`; its store on Redis also `ioredis`.
 *
 * @since 0.1.0
 */
import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as RateLimit from "./RateLimit.js"

/** How long the store may take to answer. */
const patience = Duration.seconds(2)
/** For how long a store that failed is left alone, in milliseconds: each call would wait for it in vain. */
const pause = 5000

/**
 * The limits of the `RateLimit` layer, held among all who share the store. While the store cannot be reached, or does
 * not answer, every process keeps to the limits by itself, and says so in a warning.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<RateLimit.Limiter, never, RateLimiter.RateLimiter> =
  /*#__PURE__*/ Layer.effect(
    RateLimit.Limiter,
    /*#__PURE__*/ Effect.gen(function* () {
      const shared = yield* RateLimiter.RateLimiter
      const own = yield* RateLimit.Limiter
      let askAgainAt = 0
      const givenUp = (reason: string) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          askAgainAt = now + pause
          return Effect.logWarning(
            "The shared rate limit cannot be reached: this process limits itself",
            reason
          )
        })
      return {
        reserve: (key, spacing) =>
          Effect.flatMap(Clock.currentTimeMillis, (now) =>
            now < askAgainAt
              ? own.reserve(key, spacing)
              : shared.consume(windowFor(key, spacing)).pipe(
                  Effect.map(({ delay }) => Duration.toMillis(delay)),
                  Effect.mapError(({ message }) => message),
                  Effect.timeoutFail({ duration: patience, onTimeout: () => "the store does not answer" }),
                  Effect.catchAll((reason) => Effect.zipRight(givenUp(reason), own.reserve(key, spacing)))
                )
          )
      }
    })
  ).pipe(/*#__PURE__*/ Layer.provide(RateLimit.layerLimiterMemory))

/**
 * A window of one call is an even spacing. The store's fixed window lets its keys expire, which its token bucket does
 * not, and goes by the store's clock alone; but it knows whole milliseconds only, hence the bucket for the few keys
 * with a spacing in between.
 */
const windowFor = (key: string, spacing: Duration.Duration) => ({
  key,
  limit: 1,
  window: spacing,
  onExceeded: "delay" as const,
  algorithm: Number.isInteger(Duration.toMillis(spacing))
    ? ("fixed-window" as const)
    : ("token-bucket" as const)
})
