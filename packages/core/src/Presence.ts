/**
 * Waiting for a device that is on its way: it was just added, reboots, or wakes from sleep.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import * as Device from "./operations/Device.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions {
  /** How often to look. Default: every 5 seconds. */
  readonly interval?: Duration.DurationInput | undefined
  /** When to give up. Default: after 5 minutes. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * Looks at a device until it is online, and gives what the cloud then knows of it. Errors that pass by themselves do
 * not end the wait. A device that is still offline at the end is a `CallTimeout`.
 *
 * @since 0.1.0
 * @category helpers
 */
export const waitUntilOnline = (
  input: Device.DeviceInput,
  { interval = "5 seconds", timeout = "5 minutes" }: WaitOptions = {}
): Effect.Effect<Device.DeviceInfo, Device.GetInfoError | ApiError.Common, EzvizClient.EzvizClient> => {
  const look: Effect.Effect<
    Device.DeviceInfo,
    Device.GetInfoError | ApiError.Common,
    EzvizClient.EzvizClient
  > = Device.getInfo(input).pipe(
    Effect.catchIf(
      (error) => error.retryable,
      () => Effect.succeed(undefined)
    ),
    Effect.flatMap((info) =>
      info?.status === "online" ? Effect.succeed(info) : Effect.zipRight(Effect.sleep(interval), look)
    )
  )
  return Effect.timeoutFail(look, {
    duration: timeout,
    onTimeout: () =>
      new ApiError.CallTimeout({
        operation: Device.getInfo.definition.id,
        attempts: 0,
        maybeApplied: false,
        limit: "call",
        limitMillis: Duration.toMillis(timeout)
      })
  })
}
