/**
 * So many attempts at once and no more, and few of them for one device: a camera that is dead holds up its own calls,
 * each until its time limit, and nobody else's.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as EzvizClient from "./EzvizClient.js"
import { deviceOf } from "./internal/deviceOf.js"
import { makePermits } from "./internal/permits.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Attempts under way for one device. Default: 4. */
  readonly perDevice?: number | undefined
  /** Attempts under way in all. Default: 128. */
  readonly total?: number | undefined
}

/**
 * Makes attempts wait while there are too many under way. Belongs under the retries.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options = {}
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.sync((): EzvizClient.Send => {
      const { perDevice = 4, total = 128 } = options
      const withAny = makePermits(total)
      const devices = new Map<string, ReturnType<typeof makePermits>>()

      const withDevice =
        (serial: string) =>
        <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
          Effect.suspend(() => {
            const permits = devices.get(serial) ?? makePermits(perDevice, () => devices.delete(serial))
            devices.set(serial, permits)
            return permits(effect)
          })

      return (call) => {
        const serial = deviceOf(call)
        const attempt = withAny(next(call))
        return serial === undefined ? attempt : withDevice(serial)(attempt)
      }
    })
  )
