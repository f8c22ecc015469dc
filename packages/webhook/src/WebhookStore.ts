/**
 * Where `createWebhook` keeps pushes.
 *
 * @since 0.1.0
 */
import type * as Layer from "effect/Layer"
import type { DeduplicationStore } from "./DeduplicationStore.js"
import type { Inbox } from "./Inbox.js"
import type { InvalidOptions, StoreUnavailable } from "./WebhookError.js"

/**
 * Made by `store` of `@effect-ezviz/webhook/sqlite`, `…/postgres` and `…/redis`.
 *
 * @since 0.1.0
 * @category models
 */
export class WebhookStore {
  readonly #layer: Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable>

  /** @internal */
  constructor(layer: Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable>) {
    this.#layer = layer
  }

  /** @internal */
  static layerOf(
    store: WebhookStore
  ): Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable> {
    return store.#layer
  }
}
