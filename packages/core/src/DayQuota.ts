/**
 * Quotas of a day. When the day's calls (10007) or captures (10028) are used up, every further try makes it worse;
 * so calls fail at once until the vendor's day turns, and tell when that will be.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Where the day turns. Default: UTC+8. */
  readonly zone?: DateTime.TimeZone | undefined
  /** How often one call goes through all the same, since a plan can be raised within the day. Default: 1 hour. */
  readonly probeEvery?: Duration.DurationInput | undefined
}

/**
 * When the day turns in a zone, in milliseconds since 1970.
 *
 * @since 0.1.0
 * @category utilities
 */
export const nextDay = (now: number, zone: DateTime.TimeZone): number => {
  const zoned = DateTime.setZone(DateTime.unsafeMake(now), zone)
  return DateTime.toEpochMillis(DateTime.add(DateTime.startOf(zoned, "day"), { days: 1 }))
}

interface Exhausted {
  readonly error: ApiError.QuotaExhausted
  readonly since: number
  readonly resetsAt: number
  probeAt: number
}

/** The quota of all calls, as opposed to that of one operation. */
const everything = "*"

/**
 * Fails what the day's quota does not allow with `QuotaExhausted`, without asking: after 10007 every call, after any
 * other such code the calls of that operation.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options = {}
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> => {
  const zone = options.zone ?? DateTime.zoneMakeOffset(8 * 3_600_000)
  const probeEvery = Duration.toMillis(options.probeEvery ?? "1 hour")

  return EzvizClient.layerWrap((next) =>
    Effect.sync((): EzvizClient.Send => {
      const exhausted = new Map<string, Exhausted>()

      /** The quota that forbids a call now; the one call that may try it is let through. */
      const forbidding = (operation: string, now: number) => {
        for (const key of [everything, operation]) {
          const quota = exhausted.get(key)
          if (quota === undefined) continue
          if (now >= quota.resetsAt) exhausted.delete(key)
          else if (now < quota.probeAt) return quota
          else quota.probeAt = now + probeEvery
        }
        return undefined
      }

      /** A call succeeded that was sent although the quota was used up. */
      const reopen = (operation: string, sentAt: number) => {
        for (const key of [everything, operation]) {
          const quota = exhausted.get(key)
          if (quota !== undefined && sentAt > quota.since) exhausted.delete(key)
        }
      }

      return <E extends ApiError.CodedError>(call: EzvizClient.Call<E>) =>
        Effect.flatMap(
          Clock.currentTimeMillis,
          (now): Effect.Effect<EzvizClient.Answer, E | ApiError.Common> => {
            const operation = call.route.id
            const quota = forbidding(operation, now)
            if (quota !== undefined) {
              return Effect.fail(
                new ApiError.QuotaExhausted({
                  ...quota.error,
                  operation,
                  attempts: call.attempts.count,
                  resetsAt: quota.resetsAt
                })
              )
            }
            return next(call).pipe(
              Effect.tap(() => Effect.sync(() => reopen(operation, now))),
              Effect.catchAll((error): Effect.Effect<never, E | ApiError.Common> => {
                if (!(error instanceof ApiError.QuotaExhausted)) return Effect.fail(error)
                return Effect.flatMap(Clock.currentTimeMillis, (since) => {
                  const resetsAt = nextDay(since, zone)
                  exhausted.set(error.code === "10007" ? everything : operation, {
                    error,
                    since,
                    resetsAt,
                    probeAt: since + probeEvery
                  })
                  return Effect.fail(new ApiError.QuotaExhausted({ ...error, resetsAt }))
                })
              })
            )
          }
        )
    })
  )
}
