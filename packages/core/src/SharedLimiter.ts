/**
 * A limiter that processes share, by the `RateLimiter` of `@effect/experimental` and one of its stores, such as Redis.
 * Needs the package `@effect/experimental`; its store on Redis also `ioredis`.
 *
 * @since 0.1.0
 */
import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as RateLimit from "./RateLimit.js"

/**
 * The limits of the `RateLimit` layer, held among all who share the store. While the store cannot be reached every
 * process keeps to the limits by itself, and says so in a warning.
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
      return {
        reserve: (key, spacing) =>
          shared.consume(windowFor(key, spacing)).pipe(
            Effect.map(({ delay }) => Duration.toMillis(delay)),
            Effect.catchAll((error) =>
              Effect.zipRight(
                Effect.logWarning(
                  "The shared rate limit cannot be reached: this process limits itself",
                  error.message
                ),
                own.reserve(key, spacing)
              )
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
