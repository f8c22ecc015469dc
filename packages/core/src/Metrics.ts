/**
 * What is counted, for whatever exporter the program has. Tags have few values: an operation's id, an error's tag, a
 * host; never a device, and nothing of a call's input.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import * as MetricKey from "effect/MetricKey"

/** From a loopback's answer to the time limit of a call. */
const boundaries = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000]

const callsKey = /*#__PURE__*/ MetricKey.counter("ezviz_calls", {
  description: "Calls that ended, by operation and outcome",
  incremental: true
})

/**
 * Calls by `operation` and `outcome`: `ok`, the tag of the error, `interrupted` or `defect`.
 *
 * @since 0.1.0
 * @category metrics
 */
export const calls: Metric.Metric.Counter<number> = /*#__PURE__*/ Metric.fromMetricKey(callsKey)

/** As of `Metric.timerWithBoundaries`. */
const callDurationKey = /*#__PURE__*/ MetricKey.tagged(
  /*#__PURE__*/ MetricKey.histogram(
    "ezviz_call_duration",
    /*#__PURE__*/ MetricBoundaries.fromIterable(boundaries),
    "Time from call to outcome, retries and waits included"
  ),
  "time_unit",
  "milliseconds"
)

/**
 * How long calls took with all their waits and attempts, in milliseconds, by `operation`.
 *
 * @since 0.1.0
 * @category metrics
 */
export const callDuration = /*#__PURE__*/ Metric.mapInput(
  /*#__PURE__*/ Metric.fromMetricKey(callDurationKey),
  (duration: Duration.Duration) => Duration.toMillis(duration)
)

/**
 * Attempts after the first one, by `operation` and `reason`: the tag of the error that the one before ended with.
 *
 * @since 0.1.0
 * @category metrics
 */
export const retries = /*#__PURE__*/ Metric.counter("ezviz_retries", {
  description: "Attempts after the first, by operation and reason",
  incremental: true
})

/**
 * Retries that the budget did not allow, by `operation`.
 *
 * @since 0.1.0
 * @category metrics
 */
export const retriesRefused = /*#__PURE__*/ Metric.counter("ezviz_retries_refused", {
  description: "Retries that the process-wide budget did not allow",
  incremental: true
})

/**
 * Access tokens that were asked for, by `outcome`: `ok` or `failed`.
 *
 * @since 0.1.0
 * @category metrics
 */
export const tokenRequests = /*#__PURE__*/ Metric.counter("ezviz_token_requests", {
  description: "Access tokens asked for, by outcome",
  incremental: true
})

/**
 * How long attempts waited for the rate limit, in milliseconds, by `operation`. Those that did not wait are left out.
 *
 * @since 0.1.0
 * @category metrics
 */
export const rateLimitWait = /*#__PURE__*/ Metric.timerWithBoundaries(
  "ezviz_rate_limit_wait",
  boundaries,
  "Time that attempts waited for the rate limit"
)

/**
 * The circuit breaker by `host`: 0 closed, 1 half open, 2 open.
 *
 * @since 0.1.0
 * @category metrics
 */
export const circuit = /*#__PURE__*/ Metric.gauge("ezviz_circuit", {
  description: "0 closed, 1 half open, 2 open"
})

const outcomeOf = <A, E extends { readonly _tag: string }>(exit: Exit.Exit<A, E>): string => {
  if (Exit.isSuccess(exit)) return "ok"
  if (exit.cause._tag === "Fail") return exit.cause.error._tag
  return Exit.isInterrupted(exit) ? "interrupted" : "defect"
}

const remembered = <A>(make: (tag: string) => A) => {
  const made = new Map<string, A>()
  return (tag: string): A => {
    const known = made.get(tag) ?? make(tag)
    made.set(tag, known)
    return known
  }
}

/** Tags of the key: those that `Metric.tagged` adds are put together and looked up anew at every update. */
const metricsOf = /*#__PURE__*/ remembered((operation) => {
  const ofOperation = MetricKey.tagged(callsKey, "operation", operation)
  return {
    duration: Metric.fromMetricKey(MetricKey.tagged(callDurationKey, "operation", operation)),
    outcome: remembered((outcome) => Metric.fromMetricKey(MetricKey.tagged(ofOperation, "outcome", outcome)))
  }
})

/**
 * Counts a call and its time.
 *
 * @since 0.1.0
 * @category combinators
 */
export const measureCall =
  (operation: string) =>
  <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(Effect.clock, (clock) => {
      const began = clock.unsafeCurrentTimeMillis()
      const { duration, outcome } = metricsOf(operation)
      return Effect.onExit(effect, (exit) =>
        Effect.zipRight(
          Metric.update(duration, clock.unsafeCurrentTimeMillis() - began),
          Metric.increment(outcome(outcomeOf(exit)))
        )
      )
    })
