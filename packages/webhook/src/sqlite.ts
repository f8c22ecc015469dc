/**
 * The inbox in a SQLite file: for one machine, with nothing to set up. Needs `@effect/sql`, `@effect/experimental`
 * and `@effect/sql-sqlite-node`.
 *
 * @since 0.1.0
 */
import * as SqlClient from "@effect/sql/SqlClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
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
  /** The file; it is created when it is not there. On a local disk, for SQLite does not bear a network's. */
  readonly filename: string
}

/**
 * A push is on the disk before it is answered. Several processes of one machine may share the file.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable> => {
  const client = SqliteClient.layer({ filename: options.filename }).pipe(
    // A file that cannot be opened is a defect of that layer.
    Layer.catchAllCause((cause) => Layer.fail(SqlInbox.unavailable(Cause.squash(cause))))
  )
  const durable = Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    // better-sqlite3 has lowered it: a push would be answered, and gone when the power goes.
    yield* sql`PRAGMA synchronous = FULL`
    // Waiting for another process's write stops this one, and the vendor waits two seconds.
    yield* sql`PRAGMA busy_timeout = 1000`
  }).pipe(Effect.mapError(({ cause }) => SqlInbox.unavailable(cause)))
  return Layer.provide(Layer.provideMerge(SqlInbox.layer(options), Layer.effectDiscard(durable)), client)
}

/**
 * For `createWebhook({ store })`.
 *
 * @example
 * ```ts
 * import { createWebhook } from "@effect-ezviz/webhook"
 * import { store } from "@effect-ezviz/webhook/sqlite"
 *
 * const webhook = createWebhook({
 *   secrets: ["test-signing-key"],
 *   store: store({ filename: "pushes.db" }),
 *   onAlarm: (alarm) => console.log(alarm.deviceSerial)
 * })
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const store = (options: Options): WebhookStore => new WebhookStore(layer(options))
