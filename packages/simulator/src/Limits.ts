/**
 * How often an account may call.
 *
 * @since 0.1.0
 */

/**
 * What an account's plan allows. Each is without a limit by default.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** So many calls of one second are answered, and the rest 10029. */
  readonly callsPerSecond?: number | undefined
  /** As for a second: personal accounts are said to have about 20. */
  readonly callsPerMinute?: number | undefined
  /** So many calls of one day are answered, and the rest 10007, until the day turns at midnight in UTC+8. */
  readonly callsPerDay?: number | undefined
  /** So many calls of one day for a picture are answered, and the rest 10028: trial accounts are said to have 100. */
  readonly capturesPerDay?: number | undefined
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The platform's days begin at midnight in China. */
const zone = 8 * hour

/**
 * Counts calls, and has the code that refuses one that is too many.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options) => {
  const windows = [
    { millis: second, limit: options.callsPerSecond, code: "10029" },
    { millis: minute, limit: options.callsPerMinute, code: "10029" },
    { millis: day, limit: options.callsPerDay, code: "10007" },
    { millis: day, limit: options.capturesPerDay, code: "10028", operation: "device.capture" }
  ].map((window) => ({ ...window, limit: window.limit ?? Number.POSITIVE_INFINITY, at: 0, calls: 0 }))

  return (operation: string, now: number): string | undefined => {
    const concerned = windows.filter((window) => (window.operation ?? operation) === operation)
    for (const window of concerned) {
      const at = Math.floor((now + zone) / window.millis)
      if (window.at !== at) {
        window.at = at
        window.calls = 0
      }
    }
    const reached = concerned.find(({ calls, limit }) => calls >= limit)
    // A call that is refused uses nothing up.
    if (reached === undefined) for (const window of concerned) window.calls += 1
    return reached?.code
  }
}
