import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as SqlClient from "@effect/sql/SqlClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { isMissing } from "../../../scripts/programs.mjs"
import { Consumer, type DeduplicationStore, Inbox, Testing, Verifier, Webhook } from "../src/index.js"
import * as Postgres from "../src/postgres.js"
import * as RedisStore from "../src/redis.js"
import * as SqlInbox from "../src/SqlInbox.js"
import * as Sqlite from "../src/sqlite.js"
import type { InvalidOptions, StoreUnavailable } from "../src/WebhookError.js"
import { startPostgres, startRedis, type TestServer } from "./servers.js"

type StoreOptions = Omit<SqlInbox.Options, "table">
type StoreLayer = Layer.Layer<
  Inbox.Inbox | DeduplicationStore.DeduplicationStore,
  InvalidOptions | StoreUnavailable
>

interface Store {
  /** The same `name` is the same store, seen by another process. */
  readonly layer: (name: string, options?: StoreOptions) => StoreLayer
  readonly server: TestServer | undefined
  readonly close: () => Promise<void>
}

const openSqlite = async (): Promise<Store> => {
  const directory = mkdtempSync(join(tmpdir(), "ezviz-sqlite-"))
  return {
    layer: (name, options) => Sqlite.layer({ ...options, filename: join(directory, `${name}.db`) }),
    server: undefined,
    close: async () => rmSync(directory, { recursive: true, force: true })
  }
}

const openPostgres = async (): Promise<Store> => {
  const server = await startPostgres()
  const url = Redacted.make(server.url)
  return {
    layer: (name, options) => Postgres.layer({ ...options, url, table: name, maxConnections: 3 }),
    server,
    close: server.close
  }
}

const openRedis = async (): Promise<Store> => {
  const server = await startRedis()
  const url = Redacted.make(server.url)
  return {
    layer: (name, options) => RedisStore.layer({ ...options, url, prefix: `{${name}}:` }),
    server,
    close: server.close
  }
}

const stores = [
  { name: "SQLite", missing: false, hasServer: false, open: openSqlite },
  { name: "PostgreSQL", missing: isMissing("postgres"), hasServer: true, open: openPostgres },
  { name: "Redis", missing: isMissing("redis-server"), hasServer: true, open: openRedis }
]

const push = (messageId: string, deviceSerial?: string): Inbox.StoredPush => ({
  messageId,
  type: "ys.iot",
  deviceSerial,
  receivedAt: 1582821945396,
  body: Redacted.make(Testing.pushBody({ type: "ys.iot", messageId, body: {}, deviceSerial }))
})

const idOf = ({ push }: Inbox.Delivery) => push.messageId

const stopped: Clock.Clock = Object.assign(Clock.make(), { sleep: () => Effect.never })

const quiet = Logger.remove(Logger.defaultLogger)

describe.each(stores)("$name", ({ hasServer, missing, open }) => {
  describe.skipIf(missing)("inbox", () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store?.close())

    /** The inbox of one process, for as long as the scope. */
    const process = (name: string, options?: StoreOptions) =>
      Effect.map(Layer.build(store.layer(name, options)), Context.get(Inbox.Inbox))

    it.scopedLive("stores, lends, forgets, and keeps knowing the id, over a restart", () =>
      Effect.gen(function* () {
        const first = Effect.gen(function* () {
          const inbox = yield* process("restart")
          assert.strictEqual(yield* inbox.offer(push("m1", "D1")), "accepted")
          assert.strictEqual(yield* inbox.offer(push("m2")), "accepted")
          assert.strictEqual(yield* inbox.offer(push("m1", "D1")), "duplicate")
          const delivery = yield* inbox.take
          assert.strictEqual(delivery.attempt, 1)
          assert.deepStrictEqual(
            { ...delivery.push, body: Redacted.value(delivery.push.body) },
            { ...push("m1", "D1"), body: Redacted.value(push("m1", "D1").body) }
          )
          assert.deepStrictEqual(yield* inbox.stats, { queued: 1, inFlight: 1, delayed: 0, dead: 0 })
          yield* inbox.ack(delivery)
        })
        yield* Effect.scoped(first)
        const inbox = yield* process("restart")
        assert.strictEqual(yield* inbox.offer(push("m1", "D1")), "duplicate")
        assert.strictEqual(yield* inbox.offer(push("m2")), "duplicate")
        const delivery = yield* inbox.take
        assert.strictEqual(idOf(delivery), "m2")
        assert.isUndefined(delivery.push.deviceSerial)
        yield* inbox.ack(delivery)
        assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 0 })
      })
    )

    it.scopedLive("of many alike at once, through two processes, one is accepted", () =>
      Effect.gen(function* () {
        const a = yield* process("alike")
        const b = yield* process("alike")
        const outcomes = yield* Effect.all(
          Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? a : b).offer(push("same"))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(outcomes.filter((outcome) => outcome === "accepted").length, 1)
        assert.strictEqual((yield* a.stats).queued, 1)
      })
    )

    it.scopedLive("two processes never get the same push, and get them all", () =>
      Effect.gen(function* () {
        const a = yield* process("shared")
        const b = yield* process("shared")
        const ids = Array.from({ length: 200 }, (_, n) => `m${n}`)
        yield* Effect.forEach(ids, (id) => a.offer(push(id)), { concurrency: "unbounded" })
        const taken: Array<string> = []
        const all = yield* Deferred.make<void>()
        const work = (inbox: typeof Inbox.Inbox.Service) =>
          Effect.gen(function* () {
            const delivery = yield* inbox.take
            taken.push(idOf(delivery))
            yield* inbox.ack(delivery)
            if (taken.length === ids.length) yield* Deferred.succeed(all, undefined)
          }).pipe(Effect.forever, Effect.forkScoped)
        for (const inbox of [a, b, a, b, a, b]) yield* work(inbox)
        yield* Deferred.await(all)
        assert.deepStrictEqual([...taken].sort(), [...ids].sort())
      })
    )

    it.scopedLive("counts what failed, and not what was given back", () =>
      Effect.gen(function* () {
        const inbox = yield* process("attempts")
        yield* inbox.offer(push("m1"))
        yield* inbox.release(yield* inbox.take)
        const first = yield* inbox.take
        assert.strictEqual(first.attempt, 1)
        yield* inbox.nack(first, { delay: Duration.zero })
        const second = yield* inbox.take
        assert.strictEqual(second.attempt, 2)
        yield* inbox.nack(second, { delay: Duration.hours(1) })
        assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 0, delayed: 1, dead: 0 })
      })
    )

    it.scopedLive("keeps dead letters, newest first, and replays them as new", () =>
      Effect.gen(function* () {
        const inbox = yield* process("dead")
        for (const id of ["m1", "m2"]) {
          yield* inbox.offer(push(id))
          yield* inbox.bury(yield* inbox.take, `${id} is bad\0`)
        }
        const letters = yield* inbox.deadLetters(10)
        assert.deepStrictEqual(letters.map(({ push }) => push.messageId).sort(), ["m1", "m2"])
        assert.strictEqual((yield* inbox.deadLetters(1)).length, 1)
        const letter = letters.find((letter) => letter.push.messageId === "m1")
        assert.strictEqual(letter?.reason, "m1 is bad�")
        assert.strictEqual(letter?.attempts, 1)
        assert.isAbove(letter?.buriedAt ?? 0, 1582821945396)
        assert.strictEqual(yield* inbox.offer(push("m1")), "duplicate")
        assert.isFalse(yield* inbox.replay("m3"))
        assert.isTrue(yield* inbox.replay("m1"))
        assert.isFalse(yield* inbox.replay("m1"))
        const again = yield* inbox.take
        assert.strictEqual(idOf(again), "m1")
        assert.strictEqual(again.attempt, 1)
        assert.deepStrictEqual(yield* inbox.stats, { queued: 0, inFlight: 1, delayed: 0, dead: 1 })
      })
    )

    it.scopedLive("hands a device's pushes out one after the other, when asked to", () =>
      Effect.gen(function* () {
        const inbox = yield* process("order", { order: "device", pollInterval: "20 millis" })
        for (const [id, device] of [
          ["a1", "A"],
          ["a2", "A"],
          ["a3", "A"],
          ["b1", "B"],
          ["x1", undefined],
          ["x2", undefined]
        ] as const) {
          yield* inbox.offer(push(id, device))
        }
        const four = yield* Effect.all([inbox.take, inbox.take, inbox.take, inbox.take])
        assert.deepStrictEqual(four.map(idOf), ["a1", "b1", "x1", "x2"])
        const waiting = yield* Effect.fork(inbox.take)
        const [a1] = four
        yield* inbox.nack(a1, { delay: Duration.millis(100) })
        // Not a2: the retry of a1 comes before it.
        const retry = yield* Fiber.join(waiting)
        assert.strictEqual(idOf(retry), "a1")
        assert.strictEqual(retry.attempt, 2)
        yield* inbox.ack(retry)
        const a2 = yield* inbox.take
        assert.strictEqual(idOf(a2), "a2")
        yield* inbox.bury(a2, "bad")
        assert.strictEqual(idOf(yield* inbox.take), "a3")
      })
    )

    it.scopedLive("hands out again what a dead process had, and ignores what that one still says", () =>
      Effect.gen(function* () {
        // On a clock that stands still it never renews, as if it were dead.
        const dead = yield* Effect.withClock(process("lease", { lease: "50 millis" }), stopped)
        const alive = yield* process("lease", { pollInterval: "10 millis" })
        yield* dead.offer(push("m1"))
        const lost = yield* dead.take
        const found = yield* alive.take
        assert.strictEqual(idOf(found), "m1")
        assert.strictEqual(found.attempt, 2)
        yield* dead.ack(lost)
        yield* dead.nack(lost, { delay: Duration.zero })
        yield* dead.bury(lost, "late")
        assert.deepStrictEqual(yield* alive.stats, { queued: 0, inFlight: 1, delayed: 0, dead: 0 })
        yield* alive.ack(found)
        assert.deepStrictEqual(yield* alive.stats, { queued: 0, inFlight: 0, delayed: 0, dead: 0 })
      })
    )

    it.scopedLive("keeps what it has for as long as it lives, and gives it back when it ends", () =>
      Effect.gen(function* () {
        const other = yield* process("renew", { pollInterval: "10 millis" })
        const closing = Effect.gen(function* () {
          const inbox = yield* process("renew", { lease: "300 millis" })
          yield* inbox.offer(push("m1"))
          yield* inbox.take
          // Four leases long, the other one looks for work all the while.
          const early = yield* Effect.timeoutOption(other.take, "1200 millis")
          assert.strictEqual(early._tag, "None")
        })
        yield* Effect.scoped(closing)
        const delivery = yield* other.take
        assert.strictEqual(delivery.attempt, 1)
      })
    )

    it.scopedLive("takes no more than its capacity", () =>
      Effect.gen(function* () {
        const inbox = yield* process("full", { capacity: 2 })
        yield* inbox.offer(push("m1"))
        yield* inbox.offer(push("m2"))
        const refused = yield* Effect.either(inbox.offer(push("m3")))
        assert.strictEqual(Either.isLeft(refused) && refused.left._tag, "InboxFull")
        yield* inbox.ack(yield* inbox.take)
        assert.strictEqual(yield* inbox.offer(push("m3")), "accepted")
      })
    )

    it.scopedLive("bears any text, and one bad id does not spoil the batch", () =>
      Effect.gen(function* () {
        const inbox = yield* process("texts")
        const strange = [`nul\0`, "half \ud800", "café 门 🚪", "'; DROP TABLE x; --", "a:b", "x".repeat(200)]
        const outcomes = yield* Effect.forEach(strange, (id) => inbox.offer(push(id, id)), {
          concurrency: "unbounded"
        })
        assert.deepStrictEqual(
          outcomes,
          strange.map(() => "accepted" as const)
        )
        for (const id of strange) assert.strictEqual(yield* inbox.offer(push(id)), "duplicate")
        const bodies = yield* Effect.forEach(strange, () =>
          Effect.tap(inbox.take, inbox.ack).pipe(
            Effect.map(({ push }) => JSON.parse(Redacted.value(push.body)))
          )
        )
        assert.strictEqual(bodies.length, strange.length)
        assert.deepInclude(
          bodies.map(({ header }) => header.messageId),
          "café 门 🚪"
        )
      })
    )

    it.scopedLive("is refused with the name of an option that cannot work", () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(process("options", { capacity: Number.NaN }))
        assert.strictEqual(error._tag, "InvalidOptions")
        assert.match(error.message, /capacity/)
      })
    )

    it.scopedLive("works with the consumer: retries, dead letters, replay", () =>
      Effect.gen(function* () {
        const context = yield* Layer.build(store.layer("consumer", { pollInterval: "10 millis" }))
        const inbox = Context.get(context, Inbox.Inbox)
        const buried = yield* Deferred.make<void>()
        const handled = yield* Deferred.make<number>()
        let broken = true
        yield* Consumer.start({
          handle: (_, { attempt }) => (broken ? Effect.fail("broken") : Deferred.succeed(handled, attempt)),
          maxAttempts: 2,
          retryDelay: () => "5 millis",
          onFailure: ({ retryIn }) =>
            retryIn === undefined ? Deferred.succeed(buried, undefined) : Effect.void
        }).pipe(Effect.provide(context))
        yield* inbox.offer(push("m1"))
        yield* Deferred.await(buried)
        broken = false
        yield* Effect.repeat(inbox.replay("m1"), { until: (found) => found })
        assert.strictEqual(yield* Deferred.await(handled), 1)
      })
    )

    if (hasServer) {
      it.scopedLive("answers 503 while its server is gone, and 200 once it is back", () =>
        Effect.gen(function* () {
          const { server } = store
          if (server === undefined) return yield* Effect.die("a store with a server has one")
          const services = yield* Layer.build(Layer.mergeAll(store.layer("gone"), Verifier.layerUnsigned))
          const ask = (method: string, id = "m1") =>
            Webhook.answer(
              {
                method,
                headers: {},
                body: () => Effect.succeed(Testing.pushBody({ type: "ys.iot", messageId: id, body: {} }))
              },
              { onRefused: () => Effect.void }
            ).pipe(
              Effect.map(({ status }) => status),
              Effect.provide(services),
              Effect.provide(quiet)
            )
          assert.strictEqual(yield* ask("POST"), 200)
          yield* Effect.promise(server.stop)
          assert.strictEqual(yield* ask("POST", "m2"), 503)
          assert.strictEqual(yield* ask("GET"), 503)
          yield* Effect.promise(server.start)
          yield* Effect.repeat(ask("GET"), {
            until: (status) => status === 200,
            schedule: Schedule.spaced("20 millis")
          })
          assert.strictEqual(yield* ask("POST", "m2"), 200)
          const inbox = Context.get(services, Inbox.Inbox)
          const both = yield* Effect.all([inbox.take, inbox.take])
          assert.deepStrictEqual(both.map(idOf).sort(), ["m1", "m2"])
        }).pipe(Effect.timeout("20 seconds"))
      )
    }
  })
})

describe("SQLite", () => {
  const directory = mkdtempSync(join(tmpdir(), "ezviz-sqlite-"))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it.scopedLive("a disk that is full refuses, and loses nothing that was accepted", () =>
    Effect.gen(function* () {
      const client = SqliteClient.layer({ filename: join(directory, "full.db") })
      const context = yield* Layer.build(Layer.provideMerge(SqlInbox.layer(), client))
      const inbox = Context.get(context, Inbox.Inbox)
      const sql = Context.get(context, SqlClient.SqlClient)
      yield* sql`PRAGMA max_page_count = 20`
      const accepted: Array<string> = []
      const large = (messageId: string) => ({ ...push(messageId), body: Redacted.make("x".repeat(4000)) })
      const error = yield* Effect.flip(
        Effect.forEach(
          Array.from({ length: 50 }, (_, n) => `m${n}`),
          (id) => Effect.tap(inbox.offer(large(id)), () => Effect.sync(() => accepted.push(id)))
        )
      )
      assert.strictEqual(error._tag, "StoreUnavailable")
      assert.match(error.message, /SQLITE_FULL/)
      assert.isAbove(accepted.length, 0)
      yield* sql`PRAGMA max_page_count = 1000`
      const taken = yield* Effect.forEach(accepted, () => inbox.take)
      assert.deepStrictEqual(taken.map(idOf), accepted)
    })
  )

  it.scopedLive("a file that cannot be opened is a typed error", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(
        Layer.build(Sqlite.layer({ filename: join(directory, "no", "such", "directory.db") }))
      )
      assert.strictEqual(error._tag, "StoreUnavailable")
    })
  )
})

it.scopedLive("a server that is not there is a typed error, without its address", () =>
  Effect.gen(function* () {
    for (const layer of [
      Postgres.layer({ url: Redacted.make("postgres://user:hidden@127.0.0.1:1/x") }),
      RedisStore.layer({ url: Redacted.make("redis://user:hidden@127.0.0.1:1/0") })
    ]) {
      const error = yield* Effect.flip(Layer.build(layer))
      assert.strictEqual(error._tag, "StoreUnavailable")
      assert.notMatch(error.message, /hidden|127\.0\.0\.1/)
    }
  })
)
