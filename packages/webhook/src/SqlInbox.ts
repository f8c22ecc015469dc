/**
 * An inbox in a database that `@effect/sql` reaches: SQLite or PostgreSQL. Use it with a client you have already;
 * `@effect-ezviz/webhook/sqlite` and `…/postgres` bring one.
 *
 * @since 0.1.0
 */
import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { DeduplicationStore } from "./DeduplicationStore.js"
import type { Inbox, StoredPush } from "./Inbox.js"
import * as Durable from "./internal/durable.js"
import { type InvalidOptions, StoreUnavailable } from "./WebhookError.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Durable.DurableOptions {
  /** `ezviz_pushes` by default. It is created when it is not there. */
  readonly table?: string | undefined
}

/** The code alone: messages of databases quote what they were given. */
const reasonOf = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  return typeof code === "string" && code !== "" ? code : "the statement failed"
}

/**
 * What a driver reports, as a failure of the inbox.
 *
 * @internal
 */
export const unavailable = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable({ store: "inbox", reason: reasonOf(cause) })

interface Row {
  readonly message_id: string
  readonly type: string
  readonly device_serial: string | null
  /** `pg` gives a BIGINT as text. */
  readonly received_at: number | string
  readonly body: string
  readonly attempts: number
}

const pushOf = (row: Row): StoredPush => ({
  messageId: row.message_id,
  type: row.type,
  deviceSerial: row.device_serial ?? undefined,
  receivedAt: Number(row.received_at),
  body: Redacted.make(row.body)
})

const makeBackend = (
  table: string,
  { byDevice, keepDeadMillis, leaseMillis, rememberMillis }: Durable.Settings
): Effect.Effect<Durable.Backend, SqlError, SqlClient.SqlClient> =>
  Effect.gen(function* () {
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    const pushes = sql(table)
    const process = crypto.randomUUID()
    const dialect = <A>(by: { readonly postgres: () => A; readonly sqlite: () => A }): A =>
      sql.onDialectOrElse({ pg: by.postgres, orElse: by.sqlite })

    // The database's clock, so that those of the machines need not agree.
    const now = dialect({
      postgres: () => sql.literal("CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)"),
      sqlite: () => sql.literal("CAST(unixepoch('subsec') * 1000 AS INTEGER)")
    })
    const sequence = dialect({
      postgres: () => sql.literal("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
      sqlite: () => sql.literal("INTEGER PRIMARY KEY AUTOINCREMENT")
    })
    const createTable = sql`
      CREATE TABLE IF NOT EXISTS ${pushes} (
        sequence ${sequence},
        message_id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        device_serial TEXT,
        received_at BIGINT NOT NULL,
        body TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending',
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at BIGINT NOT NULL,
        taken_by TEXT,
        settled_at BIGINT,
        reason TEXT
      )`
    const createIndexes = [
      sql`CREATE INDEX IF NOT EXISTS ${sql(`${table}_due`)} ON ${pushes} (due_at, sequence)
        WHERE state = 'pending'`,
      sql`CREATE INDEX IF NOT EXISTS ${sql(`${table}_device`)} ON ${pushes} (device_serial, sequence)
        WHERE state = 'pending'`,
      sql`CREATE INDEX IF NOT EXISTS ${sql(`${table}_settled`)} ON ${pushes} (state, settled_at)
        WHERE state <> 'pending'`
    ]
    const create = Effect.all([createTable, ...createIndexes], { discard: true })
    yield* dialect({
      // IF NOT EXISTS fails when two processes start at once.
      postgres: () =>
        sql.withTransaction(Effect.zipRight(sql`SELECT pg_advisory_xact_lock(hashtext(${table}))`, create)),
      // A transaction that begins by reading could not wait for another's write.
      sqlite: () => create
    })

    const many = (rows: ReadonlyArray<object>, columns: Readonly<Record<string, "TEXT" | "BIGINT">>) => {
      const names = Object.entries(columns)
      return dialect({
        postgres: () =>
          sql`json_to_recordset(${JSON.stringify(rows)}::json) AS input(${sql.literal(
            names.map(([name, type]) => `${name} ${type}`).join(", ")
          )})`,
        sqlite: () =>
          sql`(SELECT ${sql.literal(
            names.map(([name]) => `value ->> '${name}' AS ${name}`).join(", ")
          )} FROM json_each(${JSON.stringify(rows)})) AS input`
      })
    }
    const ids = (messageIds: ReadonlyArray<string>) =>
      sql`(SELECT id FROM ${many(
        messageIds.map((id) => ({ id })),
        { id: "TEXT" }
      )})`

    // A delivery that outlived its lease has another attempt by now, or another process has it.
    const mine = (delivery: { readonly push: StoredPush; readonly attempt: number }) =>
      sql`message_id = ${delivery.push.messageId} AND state = 'pending'
        AND taken_by = ${process} AND attempts = ${delivery.attempt}`

    const firstOfDevice = byDevice
      ? sql`AND NOT EXISTS (
          SELECT 1 FROM ${pushes} AS earlier
          WHERE earlier.device_serial = candidate.device_serial
          AND earlier.state = 'pending' AND earlier.sequence < candidate.sequence
        )`
      : sql.literal("")
    const lock = dialect({
      postgres: () => sql.literal("FOR UPDATE SKIP LOCKED"),
      sqlite: () => sql.literal("")
    })

    const run = <A>(effect: Effect.Effect<A, SqlError>) =>
      Effect.mapError(effect, ({ cause }) => unavailable(cause))

    return {
      insert: (batch) =>
        run(
          sql<{ readonly message_id: string }>`
            INSERT INTO ${pushes} (message_id, type, device_serial, received_at, body, due_at)
            SELECT message_id, type, device_serial, received_at, body, ${now}
            FROM ${many(
              batch.map((push) => ({
                message_id: push.messageId,
                type: Durable.storable(push.type),
                device_serial: push.deviceSerial === undefined ? null : Durable.storable(push.deviceSerial),
                received_at: push.receivedAt,
                body: Durable.storable(Redacted.value(push.body))
              })),
              {
                message_id: "TEXT",
                type: "TEXT",
                device_serial: "TEXT",
                received_at: "BIGINT",
                body: "TEXT"
              }
            )}
            WHERE TRUE
            ON CONFLICT (message_id) DO NOTHING
            RETURNING message_id`
        ).pipe(Effect.map((rows) => new Set(rows.map((row) => row.message_id)))),
      pending: run(
        sql<{ readonly count: number | string }>`
          SELECT COUNT(*) AS count FROM ${pushes} WHERE state = 'pending'`
      ).pipe(Effect.map(([row]) => Number(row?.count ?? 0))),
      lend: (limit) =>
        run(
          sql<Row & { readonly sequence: number | string }>`
            WITH due AS ${dialect({
              postgres: () => sql.literal("MATERIALIZED"),
              sqlite: () => sql.literal("")
            })} (
              SELECT sequence FROM ${pushes} AS candidate
              WHERE state = 'pending' AND due_at <= ${now} ${firstOfDevice}
              ORDER BY due_at, sequence
              LIMIT ${limit}
              ${lock}
            )
            UPDATE ${pushes}
            SET taken_by = ${process}, attempts = attempts + 1, due_at = ${now} + ${leaseMillis}
            WHERE sequence IN (SELECT sequence FROM due)
            RETURNING sequence, message_id, type, device_serial, received_at, body, attempts`
        ).pipe(
          Effect.map((rows) =>
            [...rows]
              .sort((a, b) => Number(a.sequence) - Number(b.sequence))
              .map((row) => ({ push: pushOf(row), attempt: row.attempts }))
          )
        ),
      renew: (messageIds) =>
        run(sql`
          UPDATE ${pushes} SET due_at = ${now} + ${leaseMillis}
          WHERE taken_by = ${process} AND state = 'pending' AND message_id IN ${ids(messageIds)}`),
      done: (deliveries) =>
        run(sql`
          UPDATE ${pushes} SET state = 'done', body = '', taken_by = NULL, settled_at = ${now}
          WHERE taken_by = ${process} AND state = 'pending'
          AND message_id IN ${ids(deliveries.map(({ push }) => push.messageId))}`),
      again: (delivery, { counted, delayMillis }) =>
        run(sql`
          UPDATE ${pushes}
          SET taken_by = NULL, due_at = ${now} + ${delayMillis}, attempts = ${
            counted ? delivery.attempt : delivery.attempt - 1
          }
          WHERE ${mine(delivery)}`),
      bury: (delivery, reason) =>
        run(sql`
          UPDATE ${pushes} SET state = 'dead', taken_by = NULL, settled_at = ${now}, reason = ${reason}
          WHERE ${mine(delivery)}`),
      releaseAll: run(sql`
        UPDATE ${pushes} SET taken_by = NULL, due_at = ${now}, attempts = attempts - 1
        WHERE taken_by = ${process} AND state = 'pending'`),
      deadLetters: (limit) =>
        run(
          sql<Row & { readonly reason: string | null; readonly settled_at: number | string }>`
            SELECT message_id, type, device_serial, received_at, body, attempts, reason, settled_at
            FROM ${pushes} WHERE state = 'dead' ORDER BY settled_at DESC, sequence DESC LIMIT ${limit}`
        ).pipe(
          Effect.map((rows) =>
            rows.map((row) => ({
              push: pushOf(row),
              attempts: row.attempts,
              reason: row.reason ?? "",
              buriedAt: Number(row.settled_at)
            }))
          )
        ),
      replay: (messageId) =>
        run(
          sql`
            UPDATE ${pushes}
            SET state = 'pending', attempts = 0, due_at = ${now}, settled_at = NULL, reason = NULL
            WHERE message_id = ${messageId} AND state = 'dead'
            RETURNING message_id`
        ).pipe(Effect.map((rows) => rows.length > 0)),
      stats: run(
        sql<Record<"queued" | "inFlight" | "delayed" | "dead", number | string>>`
          SELECT
            COUNT(*) FILTER (WHERE state = 'pending' AND due_at <= ${now}) AS queued,
            COUNT(*) FILTER (WHERE state = 'pending' AND due_at > ${now} AND taken_by IS NOT NULL) AS "inFlight",
            COUNT(*) FILTER (WHERE state = 'pending' AND due_at > ${now} AND taken_by IS NULL) AS delayed,
            COUNT(*) FILTER (WHERE state = 'dead') AS dead
          FROM ${pushes} WHERE state IN ('pending', 'dead')`
      ).pipe(
        Effect.map(([row]) => ({
          queued: Number(row?.queued ?? 0),
          inFlight: Number(row?.inFlight ?? 0),
          delayed: Number(row?.delayed ?? 0),
          dead: Number(row?.dead ?? 0)
        }))
      ),
      purge: run(sql`
        DELETE FROM ${pushes}
        WHERE (state = 'done' AND settled_at < ${now} - ${rememberMillis})
        OR (state = 'dead' AND settled_at < ${now} - ${keepDeadMillis})`)
    }
  })

/**
 * Keeps pushes in a table; deduplicates within the same statement, across restarts and processes.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options = {}
): Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable, SqlClient.SqlClient> =>
  Layer.scopedContext(
    Effect.gen(function* () {
      const settings = yield* Durable.settings(options)
      const backend = yield* makeBackend(options.table ?? "ezviz_pushes", settings).pipe(
        Effect.mapError(({ cause }) => unavailable(cause))
      )
      return yield* Durable.make(backend, settings)
    })
  )
