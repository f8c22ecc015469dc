/**
 * The inbox in PostgreSQL: for many machines. Needs `@effect/sql`, `@effect/experimental` and `@effect/sql-pg`.
 *
 * @since 0.1.0
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { DeduplicationStore } from "./DeduplicationStore.js"
import type { Inbox } from "./Inbox.js"
import * as SqlInbox from "./SqlInbox.js"
import type { InvalidOptions, StoreUnavailable } from "./WebhookError.js"
import { WebhookStore } from "./WebhookStore.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends SqlInbox.Options {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: Redacted.Redacted<string>
  /** 10 by default. */
  readonly maxConnections?: number | undefined
}

/**
 * Fails when the database cannot be reached at the start. When it goes later, pushes are answered with 503 until it
 * is back.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable> =>
  Layer.provide(
    SqlInbox.layer(options),
    PgClient.layer({
      url: options.url,
      applicationName: "effect-ezviz-webhook",
      ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections })
    }).pipe(Layer.mapError((error) => SqlInbox.unavailable("cause" in error ? error.cause : error)))
  )

/**
 * For `createWebhook({ store })`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const store = (options: Omit<Options, "url"> & { readonly url: string }): WebhookStore =>
  new WebhookStore(layer({ ...options, url: Redacted.make(options.url) }))
