/**
 * The inbox in Redis (6.2 or newer): for many machines. Needs `ioredis`. Run Redis with `appendonly yes` and
 * `maxmemory-policy noeviction`, or it forgets what was answered; with `appendfsync everysec` a crash of Redis itself
 * may cost the last second.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Redis } from "ioredis"
import type { DeduplicationStore } from "./DeduplicationStore.js"
import type { Inbox, StoredPush } from "./Inbox.js"
import * as Durable from "./internal/durable.js"
import * as Lua from "./internal/redisScripts.js"
import { type InvalidOptions, StoreUnavailable } from "./WebhookError.js"
import { WebhookStore } from "./WebhookStore.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Durable.DurableOptions {
  /** `redis://user:password@host:6379/0`, or `rediss://…` with TLS. */
  readonly url: Redacted.Redacted<string>
  /** Begins every key: `{ezviz}:` by default. The braces keep all keys in one slot of a cluster. */
  readonly prefix?: string | undefined
}

const unavailable = (reason: string): StoreUnavailable => new StoreUnavailable({ store: "inbox", reason })

/** The first word of an answer of Redis (`OOM`, `READONLY`), or the code of the connection: never what was sent. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "the command failed"
  if ("code" in error && typeof error.code === "string") return error.code
  return /^[A-Z]+(?= )/.exec(error.message)?.[0] ?? error.name
}

const fail = (error: unknown): StoreUnavailable => unavailable(reasonOf(error))

const connect = (url: Redacted.Redacted<string>): Effect.Effect<Redis, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const redis = yield* Effect.acquireRelease(
      Effect.sync(
        () =>
          new Redis(Redacted.value(url), {
            lazyConnect: true,
            // A push that waits for Redis is answered too late: better at once with 503.
            enableOfflineQueue: false,
            maxRetriesPerRequest: 1
          })
      ),
      (redis) => Effect.sync(() => redis.disconnect())
    )
    // Without a listener, ioredis writes to the console. What `connect` rejects with says that it failed, but not why.
    let why: unknown
    redis.on("error", (error) => {
      why = error
    })
    yield* Effect.tryPromise({ try: () => redis.connect(), catch: (error) => fail(why ?? error) })
    yield* warn(redis)
    return redis
  })

/** Hosted ones forbid to ask, and then there is nothing to say. */
const warn = (redis: Redis): Effect.Effect<void> =>
  Effect.tryPromise(() =>
    Promise.all([redis.config("GET", "appendonly"), redis.config("GET", "maxmemory-policy")])
  ).pipe(
    Effect.flatMap((answers) => {
      const known = answers.flat().map(String)
      return Effect.all([
        known.includes("no")
          ? Effect.logWarning("Redis runs with appendonly no: pushes are lost when it restarts.")
          : Effect.void,
        known.some((value) => value.startsWith("allkeys-") || value.startsWith("volatile-"))
          ? Effect.logWarning("Redis evicts keys when its memory is full: set maxmemory-policy noeviction.")
          : Effect.void
      ])
    }),
    Effect.ignore
  )

/** Id, type, serial (empty when there is none), time, body, attempts. */
const PushRow = Schema.Tuple(
  Schema.String,
  Schema.String,
  Schema.String,
  Schema.NumberFromString,
  Schema.String,
  Schema.NumberFromString
)

const Pushes = Schema.Array(PushRow)

/** A push, and why and when it was buried. */
const DeadRows = Schema.Array(Schema.Tuple(PushRow, Schema.String, Schema.NumberFromString))

const pushOf = ([messageId, type, device, receivedAt, body]: typeof PushRow.Type): StoredPush => ({
  messageId,
  type,
  deviceSerial: device === "" ? undefined : device,
  receivedAt,
  body: Redacted.make(body)
})

const makeBackend = (
  redis: Redis,
  prefix: string,
  { byDevice, keepDeadMillis, leaseMillis, rememberMillis }: Durable.Settings
): Durable.Backend => {
  const process = crypto.randomUUID()

  const run = <A, I>(
    answer: Schema.Schema<A, I>,
    script: string,
    args: ReadonlyArray<string | number> = []
  ): Effect.Effect<A, StoreUnavailable> =>
    Effect.tryPromise({ try: () => redis.eval(script, 1, prefix, ...args), catch: fail }).pipe(
      Effect.flatMap((value) =>
        Effect.mapError(Schema.decodeUnknown(answer)(value), () =>
          unavailable("Redis answered in another form")
        )
      )
    )
  const tell = (script: string, args: ReadonlyArray<string | number> = []) =>
    Effect.asVoid(run(Schema.Unknown, script, args))

  return {
    insert: (pushes) =>
      Effect.map(
        run(Schema.Array(Schema.String), Lua.insert, [
          byDevice ? 1 : 0,
          ...pushes.flatMap((push) => [
            push.messageId,
            push.type,
            push.deviceSerial ?? "",
            push.receivedAt,
            Redacted.value(push.body)
          ])
        ]),
        (ids) => new Set(ids)
      ),
    pending: run(Schema.Number, Lua.pending),
    lend: (limit) =>
      Effect.map(run(Pushes, Lua.lend, [limit, process, leaseMillis]), (rows) =>
        rows.map((row) => ({ push: pushOf(row), attempt: row[5] }))
      ),
    renew: (messageIds) => tell(Lua.renew, [process, leaseMillis, ...messageIds]),
    done: (deliveries) =>
      tell(Lua.done, [process, rememberMillis, ...deliveries.map(({ push }) => push.messageId)]),
    again: ({ attempt, push }, { counted, delayMillis }) =>
      tell(Lua.again, [process, push.messageId, attempt, counted ? attempt : attempt - 1, delayMillis]),
    bury: ({ attempt, push }, reason) => tell(Lua.bury, [process, push.messageId, attempt, reason]),
    releaseAll: tell(Lua.releaseAll, [process]),
    deadLetters: (limit) =>
      Effect.map(run(DeadRows, Lua.deadLetters, [limit]), (rows) =>
        rows.map(([row, reason, buriedAt]) => ({ push: pushOf(row), attempts: row[5], reason, buriedAt }))
      ),
    replay: (messageId) => Effect.map(run(Schema.Number, Lua.replay, [messageId]), (found) => found === 1),
    stats: Effect.map(
      run(Schema.Tuple(Schema.Number, Schema.Number, Schema.Number, Schema.Number), Lua.stats),
      ([queued, inFlight, delayed, dead]) => ({ queued, inFlight, delayed, dead })
    ),
    purge: tell(Lua.purge, [keepDeadMillis])
  }
}

/**
 * Fails when Redis cannot be reached at the start. When it goes later, pushes are answered with 503 until it is back.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<Inbox | DeduplicationStore, InvalidOptions | StoreUnavailable> =>
  Layer.scopedContext(
    Effect.gen(function* () {
      const settings = yield* Durable.settings(options)
      const redis = yield* connect(options.url)
      return yield* Durable.make(makeBackend(redis, options.prefix ?? "{ezviz}:", settings), settings)
    })
  )

/**
 * For `createWebhook({ store })`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const store = (options: Omit<Options, "url"> & { readonly url: string }): WebhookStore =>
  new WebhookStore(layer({ ...options, url: Redacted.make(options.url) }))
