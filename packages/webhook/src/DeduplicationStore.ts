/**
 * Remembers which pushes were accepted: the vendor repeats a push whose answer came late.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { positiveInteger, validate } from "./internal/options.js"
import type { InvalidOptions, StoreUnavailable } from "./WebhookError.js"

/**
 * A push is claimed, accepted by the inbox, then confirmed; when accepting fails it is released, so that the vendor's
 * retry is no duplicate. A store shared by processes lets an unconfirmed claim lapse after a short while, for the
 * process that made it may have died.
 *
 * @since 0.1.0
 * @category tags
 */
export class DeduplicationStore extends /*#__PURE__*/ Context.Tag("@effect-ezviz/webhook/DeduplicationStore")<
  DeduplicationStore,
  {
    /** `claimed`: yours to accept. `pending`: someone else is at it. `seen`: accepted before. */
    readonly claim: (messageId: string) => Effect.Effect<"claimed" | "pending" | "seen", StoreUnavailable>
    readonly confirm: (messageId: string) => Effect.Effect<void, StoreUnavailable>
    readonly release: (messageId: string) => Effect.Effect<void, StoreUnavailable>
  }
>() {}

/**
 * Remembers the last `capacity` accepted pushes (10,000 by default) in memory, for as long as the layer lives. Choose
 * more than you receive within the verifier's window, and no replay gets through.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerMemory = (options?: {
  readonly capacity?: number | undefined
}): Layer.Layer<DeduplicationStore, InvalidOptions> =>
  Layer.effect(
    DeduplicationStore,
    Effect.map(
      validate(() => positiveInteger("capacity", options?.capacity ?? 10_000)),
      (capacity) => {
        const pending = new Set<string>()
        /** In the order in which they were accepted. */
        const seen = new Set<string>()
        return {
          claim: (messageId) =>
            Effect.sync(() => {
              if (seen.has(messageId)) return "seen"
              if (pending.has(messageId)) return "pending"
              pending.add(messageId)
              return "claimed"
            }),
          confirm: (messageId) =>
            Effect.sync(() => {
              pending.delete(messageId)
              seen.add(messageId)
              for (const oldest of seen) {
                if (seen.size <= capacity) break
                seen.delete(oldest)
              }
            }),
          release: (messageId) => Effect.sync(() => void pending.delete(messageId))
        }
      }
    )
  )
