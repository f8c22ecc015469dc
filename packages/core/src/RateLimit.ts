/**
 * Calls no faster than allowed, before the server has to say so: for the whole application, for an operation, and with
 * a pause between captures of one device. Who waits is served in turn by device, so that one busy device does not hold
 * up the others. When the server says 10029 all the same, the pace is lowered and raised again by and by.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import { deviceOf } from "./internal/deviceOf.js"
import { longestAsked } from "./internal/longestAsked.js"
import { makeRecent } from "./internal/recent.js"
import { makeTurns } from "./internal/turns.js"
import * as Metrics from "./Metrics.js"

/**
 * So many calls per interval, evenly spaced.
 *
 * @since 0.1.0
 * @category models
 */
export interface Rate {
  /** At least 1. */
  readonly limit: number
  readonly interval: Duration.DurationInput
}

/** The time from one call to the next, in milliseconds. */
const spacingOf = (rate: Rate): number => Duration.toMillis(rate.interval) / rate.limit

/**
 * Gives out the times at which calls may be made. One in memory holds for this process, one that is shared for all
 * who share it.
 *
 * @since 0.1.0
 * @category tags
 */
export class Limiter extends /*#__PURE__*/ Context.Tag("@effect-ezviz/core/RateLimit/Limiter")<
  Limiter,
  {
    /** Takes the next free time under a key; the milliseconds until then. `spacing` is from one call to the next. */
    readonly reserve: (key: string, spacing: Duration.Duration) => Effect.Effect<number>
  }
>() {}

/** When keys whose time has passed are looked for: what there is of them is bounded by the keys of late. */
const sweepAbove = 1000

/**
 * A limiter of this process.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerLimiterMemory: Layer.Layer<Limiter> = /*#__PURE__*/ Layer.sync(Limiter, () => {
  const nextFree = new Map<string, number>()
  let sweepAt = sweepAbove
  return {
    reserve: (key, spacing) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const at = Math.max(now, nextFree.get(key) ?? now)
        nextFree.set(key, at + Duration.toMillis(spacing))
        if (nextFree.size > sweepAt) {
          for (const [each, free] of nextFree) if (free <= now) nextFree.delete(each)
          sweepAt = Math.max(sweepAbove, nextFree.size * 2)
        }
        return at - now
      })
  }
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Whose limits they are: the appKey. What shares a limiter and this key shares the limits. */
  readonly key: string
  /** Of all calls together. The numbers depend on the plan. Default: none, until the server says 10029. */
  readonly calls?: Rate | undefined
  /** Of an operation, by its id. */
  readonly operations?: Readonly<Record<string, Rate>> | undefined
  /** Whether 10029 lowers the pace of all calls, for a while. Default: yes. */
  readonly adapt?: boolean | undefined
  /** The time between two calls of an operation for one device. Default: 4 seconds for `device.capture`. */
  readonly spacing?: Readonly<Record<string, Duration.DurationInput>> | undefined
}

/**
 * What the vendor asks for: at least 4 s between captures of a device.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultSpacing: Readonly<Record<string, Duration.DurationInput>> = {
  "device.capture": "4 seconds"
}

/** After a 10029 the pace is this part of what it was. */
const slower = 0.5
/** No slower than this, in milliseconds from one call to the next. */
const slowest = 10_000
/** Calls that were sent before the pace was lowered say nothing about the new one. */
const patience = 1000
/** So long without another 10029, and the pace rises. */
const calm = 10_000
const faster = 1.5
/** The time over which the pace is measured where none is configured, and the least it is taken for. */
const measured = 1000
const leastMeasured = 5

/** The pace that the server seems to allow, found by trying. */
const makePace = (configured: Rate | undefined) => {
  const allowed = configured === undefined ? undefined : spacingOf(configured)
  const recent = makeRecent(measured)
  /** The time between two calls, in milliseconds; none while there is no reason for one. */
  let spacing: number | undefined
  let first = 0
  let loweredAt = Number.NEGATIVE_INFINITY
  let raisedAt = 0
  let nextFree = 0

  const raise = (now: number) => {
    while (spacing !== undefined && now - raisedAt >= calm) {
      raisedAt += calm
      spacing /= faster
      // As fast as configured, or much faster than what was too fast: there is nothing left to learn.
      if (spacing <= (allowed ?? first / 8)) spacing = undefined
    }
  }

  return {
    isLowered: (now: number) => {
      raise(now)
      return spacing !== undefined || nextFree > now
    },
    reserve: (now: number) => {
      raise(now)
      const at = Math.max(now, nextFree)
      nextFree = at + (spacing ?? 0)
      return at - now
    },
    sent: (now: number) => {
      if (allowed === undefined) recent.add(now, false)
    },
    lower: (now: number, sentAt: number, retryAfterMillis: number | undefined) => {
      if (retryAfterMillis !== undefined) {
        nextFree = Math.max(nextFree, now + Math.min(retryAfterMillis, longestAsked))
      }
      if (sentAt < loweredAt || now - loweredAt < patience) return
      const before = spacing ?? allowed ?? measured / Math.max(leastMeasured, recent.sum(now).all)
      if (spacing === undefined) first = before
      spacing = Math.min(before / slower, slowest)
      loweredAt = now
      raisedAt = now
    }
  }
}

/** Turns by key, forgotten when nobody waits: what was given out is the limiter's to remember. */
const makeKeyedTurns = (scope: Scope.Scope, { reserve }: Context.Tag.Service<Limiter>) => {
  const turns = new Map<string, ReturnType<typeof makeTurns>>()
  return (key: string, spacing: Duration.DurationInput) => {
    const turn =
      turns.get(key) ?? makeTurns(scope, reserve(key, Duration.decode(spacing)), () => turns.delete(key))
    turns.set(key, turn)
    return turn
  }
}

/** Runs what waits, and tells when it is over; the call's span has the time of all its waits. */
const waiting = (operation: string, began: number, wait: Effect.Effect<void>) =>
  Effect.gen(function* () {
    yield* wait
    const turn = yield* Clock.currentTimeMillis
    if (turn > began) {
      const span = yield* Effect.option(Effect.currentSpan)
      const before = Option.getOrUndefined(span)?.attributes.get("ezviz.queue_ms")
      yield* Effect.annotateCurrentSpan(
        "ezviz.queue_ms",
        turn - began + (typeof before === "number" ? before : 0)
      )
      yield* Metric.update(
        Metric.tagged(Metrics.rateLimitWait, "operation", operation),
        Duration.millis(turn - began)
      )
    }
    return turn
  })

/**
 * Leaves a pause between two calls of an operation for one device. Belongs under the retries, and over the `Bulkhead`:
 * who waits for a camera's next picture takes no place from the camera's other calls.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerSpacing = (
  options: Pick<Options, "key" | "spacing">
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient | Limiter> =>
  Layer.scoped(
    EzvizClient.EzvizClient,
    Effect.gen(function* () {
      const { send: next } = yield* EzvizClient.EzvizClient
      const turn = makeKeyedTurns(yield* Effect.scope, yield* Limiter)
      const { key, spacing = defaultSpacing } = options
      const send: EzvizClient.Send = (call) => {
        const operation = call.route.id
        const pause = spacing[operation]
        const device = deviceOf(call)
        if (pause === undefined || device === undefined) return next(call)
        return Effect.flatMap(Clock.currentTimeMillis, (began) =>
          Effect.zipRight(
            waiting(operation, began, turn(`${key}/${operation}/${device}`, pause)(device)),
            next(call)
          )
        )
      }
      return { send }
    })
  )

/**
 * Makes every attempt wait for its turn by the rates: of the application, of its operation, and what is left of them
 * after a 10029. Belongs under the `Bulkhead`, and over the time limit of an attempt: waiting is no part of the attempt.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerRates = (
  options: Omit<Options, "spacing">
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient | Limiter> =>
  Layer.scoped(EzvizClient.EzvizClient, makeRates(options))

/**
 * Both `layerSpacing` and `layerRates`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient | Limiter> =>
  Layer.provide(layerSpacing(options), layerRates(options))

const makeRates = Effect.fnUntraced(function* (options: Omit<Options, "spacing">) {
  const { send: next } = yield* EzvizClient.EzvizClient
  const limiter = yield* Limiter
  const scope = yield* Effect.scope
  const { adapt = true, operations = {} } = options
  const pace = makePace(options.calls)

  const reserveCall = Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const adapted = pace.reserve(now)
    return options.calls === undefined
      ? Effect.succeed(adapted)
      : Effect.map(limiter.reserve(options.key, Duration.millis(spacingOf(options.calls))), (millis) =>
          Math.max(millis, adapted)
        )
  })
  const callTurn = makeTurns(scope, reserveCall)
  const operationTurn = makeKeyedTurns(scope, limiter)

  /** Whether a call has nothing to wait for, as most. */
  const isFree = (operation: string, now: number): boolean =>
    operations[operation] === undefined && options.calls === undefined && !pace.isLowered(now)

  const wait = (operation: string, flow: string) =>
    Effect.gen(function* () {
      const rate = operations[operation]
      if (rate !== undefined) yield* operationTurn(`${options.key}/${operation}`, spacingOf(rate))(flow)
      const now = yield* Clock.currentTimeMillis
      if (options.calls !== undefined || pace.isLowered(now)) yield* callTurn(flow)
    })

  const send: EzvizClient.Send = (call) => {
    const operation = call.route.id
    const sendAt = (sentAt: number) => {
      pace.sent(sentAt)
      if (!adapt) return next(call)
      return Effect.tapError(next(call), (error) =>
        error instanceof ApiError.FrequencyLimited
          ? Effect.map(Clock.currentTimeMillis, (now) => pace.lower(now, sentAt, error.retryAfterMillis))
          : Effect.void
      )
    }
    return Effect.flatMap(Clock.currentTimeMillis, (began) =>
      isFree(operation, began)
        ? sendAt(began)
        : Effect.flatMap(waiting(operation, began, wait(operation, deviceOf(call) ?? operation)), sendAt)
    )
  }
  return { send }
})
