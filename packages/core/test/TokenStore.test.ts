import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import {
  AccessToken,
  ApiError,
  Device,
  Ezviz,
  EzvizClient,
  FileTokenStore,
  RateLimit,
  RedisTokenStore,
  TokenStore
} from "@effect-ezviz/core"
import {
  Array as Arr,
  Clock,
  Context,
  Deferred,
  Duration,
  Effect,
  Fiber,
  Layer,
  Logger,
  Option,
  Redacted,
  TestClock
} from "effect"
import * as Cloud from "./cloud.js"
import * as RedisServer from "./redis.js"

const token: TokenStore.StoredToken = {
  accessToken: Redacted.make("at.planted-token-1"),
  expiresAt: Date.UTC(2100, 0, 1),
  areaDomain: "https://iusopen.ezvizlife.com"
}
const encryptionKey = Redacted.make("planted-key-planted-key-planted-key-1")

const directories: Array<string> = []
const directory = () => {
  const made = mkdtempSync(join(tmpdir(), "ezviz-tokens-"))
  directories.push(made)
  return made
}

let redis: Awaited<ReturnType<typeof RedisServer.start>> | undefined
beforeAll(async () => {
  if (!RedisServer.missing) redis = await RedisServer.start()
})
afterAll(async () => {
  await redis?.stop()
  for (const made of directories) rmSync(made, { recursive: true, force: true })
})

const files = (options: Partial<FileTokenStore.Options> = {}) =>
  FileTokenStore.layer({ directory: directory(), ...options }).pipe(Layer.provide(NodeFileSystem.layer))

let prefixes = 0
const inRedis = (options: Partial<RedisTokenStore.Options> = {}) =>
  Layer.unwrapEffect(
    Effect.sync(() => {
      if (redis === undefined) throw new Error("redis-server is not installed")
      return RedisTokenStore.layer({ client: redis.connect(), prefix: `${++prefixes}:`, ...options })
    })
  )

const stores: ReadonlyArray<{
  readonly name: string
  readonly missing: boolean
  readonly layer: () => Layer.Layer<TokenStore.TokenStore, TokenStore.TokenStoreError>
}> = [
  { name: "memory", missing: false, layer: () => TokenStore.layerMemory },
  { name: "files", missing: false, layer: () => files() },
  { name: "encrypted files", missing: false, layer: () => files({ encryptionKey }) },
  { name: "Redis", missing: RedisServer.missing, layer: () => inRedis() },
  { name: "encrypted Redis", missing: RedisServer.missing, layer: () => inRedis({ encryptionKey }) }
]

describe.each(stores)("a store in $name", ({ layer, missing }) => {
  it.live.skipIf(missing)("gives back what was saved last, under its key", () =>
    Effect.gen(function* () {
      const store = yield* TokenStore.TokenStore
      assert.deepStrictEqual(yield* store.load("app@https://open.ezvizlife.com"), Option.none())
      yield* store.save("app@https://open.ezvizlife.com", { ...token, areaDomain: undefined })
      yield* store.save("app@https://open.ezvizlife.com", token)
      const loaded = Option.getOrThrow(yield* store.load("app@https://open.ezvizlife.com"))
      assert.strictEqual(Redacted.value(loaded.accessToken), "at.planted-token-1")
      assert.deepStrictEqual([loaded.expiresAt, loaded.areaDomain], [token.expiresAt, token.areaDomain])
      assert.deepStrictEqual(yield* store.load("other"), Option.none())
    }).pipe(Effect.provide(layer()))
  )

  it.live.skipIf(missing)("lets one in at a time, and the next when the first is interrupted", () =>
    Effect.gen(function* () {
      const store = yield* TokenStore.TokenStore
      const entered = yield* Deferred.make<void>()
      const first = yield* Effect.fork(
        store.exclusive("a")(Effect.zipRight(Deferred.succeed(entered, undefined), Effect.never))
      )
      yield* Deferred.await(entered)
      let inside = 0
      const others = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 5 }, () =>
            store.exclusive("a")(
              Effect.gen(function* () {
                inside += 1
                assert.strictEqual(inside, 1)
                yield* Effect.yieldNow()
                inside -= 1
              })
            )
          ),
          { concurrency: "unbounded" }
        )
      )
      yield* store.exclusive("b")(Effect.void)
      yield* Fiber.interrupt(first)
      yield* Fiber.join(others)
    }).pipe(Effect.provide(layer()))
  )
})

describe("a store in files", () => {
  it.live("is readable by its owner alone, and by nobody who is not", () =>
    Effect.gen(function* () {
      const place = join(directory(), "new")
      yield* Effect.gen(function* () {
        const store = yield* TokenStore.TokenStore
        yield* store.save("a", token)
        const [name = ""] = readdirSync(place)
        assert.strictEqual(readdirSync(place).length, 1)
        assert.strictEqual(statSync(join(place, name)).mode & 0o777, 0o600)
        assert.strictEqual(statSync(place).mode & 0o777, 0o700)
        chmodSync(join(place, name), 0o644)
        const error = yield* Effect.flip(store.load("a"))
        assert.strictEqual(error.reason, "insecure")
        assert.include(error.message, "chmod 600")
      }).pipe(Effect.provide(files({ directory: place })))
    })
  )

  it.live("holds no token in plain where a key is given, and takes a damaged or strange one for none", () =>
    Effect.gen(function* () {
      const place = directory()
      const of = (key: Redacted.Redacted<string>) => files({ directory: place, encryptionKey: key })
      const load = Effect.flatMap(TokenStore.TokenStore, (store) => store.load("a"))
      yield* Effect.flatMap(TokenStore.TokenStore, (store) => store.save("a", token)).pipe(
        Effect.provide(of(encryptionKey))
      )
      const path = join(place, readdirSync(place)[0] ?? "")
      const text = readFileSync(path, "utf8")
      assert.notInclude(text + Buffer.from(text, "base64").toString("latin1"), "planted")
      assert.isTrue(Option.isSome(yield* Effect.provide(load, of(encryptionKey))))
      assert.isTrue(Option.isNone(yield* Effect.provide(load, of(Redacted.make("x".repeat(40))))))
      for (const damaged of [
        text.slice(0, 20),
        "",
        "{}",
        `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`
      ]) {
        writeFileSync(path, damaged, { mode: 0o600 })
        assert.isTrue(Option.isNone(yield* Effect.provide(load, of(encryptionKey))))
      }
      const weak = yield* Effect.flip(Effect.provide(load, of(Redacted.make("short"))))
      assert.strictEqual(weak.reason, "insecure")
    })
  )

  it.live("survives those who were killed while writing or holding the lock", () =>
    Effect.gen(function* () {
      const place = directory()
      const layer = files({ directory: place, lease: "300 millis" })
      yield* Effect.gen(function* () {
        const store = yield* TokenStore.TokenStore
        yield* store.save("a", token)
        const path = join(place, readdirSync(place)[0] ?? "")
        writeFileSync(`${path}.dead.new`, "half a to")
        writeFileSync(`${path}.lock`, "a process that is gone")
        assert.isTrue(Option.isSome(yield* store.load("a")))
        yield* store.exclusive("a")(store.save("a", token))
        assert.deepStrictEqual(readdirSync(place), [path.slice(place.length + 1)])
        assert.isFalse(existsSync(`${path}.lock`))
      }).pipe(Effect.provide(layer))
    })
  )
})

describe.skipIf(RedisServer.missing)("a store in Redis", () => {
  it.live("forgets a token at its end, and a holder that is dead", () =>
    Effect.gen(function* () {
      if (redis === undefined) return yield* Effect.die("redis-server is not installed")
      const client = redis.connect()
      const layer = RedisTokenStore.layer({ client, prefix: "ends:", lease: "500 millis" })
      yield* Effect.gen(function* () {
        const store = yield* TokenStore.TokenStore
        yield* store.save("a", { ...token, expiresAt: Date.now() + 60_000 })
        const ttl = yield* Effect.promise(() => client.pttl("ends:a"))
        assert.isTrue(ttl > 50_000 && ttl <= 60_000)
        yield* Effect.promise(() => client.set("ends:a:lock", "a process that is gone", "PX", 300))
        yield* store.exclusive("a")(Effect.void)
        assert.strictEqual(yield* Effect.promise(() => client.exists("ends:a:lock")), 0)
      }).pipe(Effect.provide(layer))
    })
  )

  it.live("that does not answer says so", () =>
    Effect.gen(function* () {
      const store = yield* TokenStore.TokenStore
      const error = yield* Effect.flip(store.load("a"))
      assert.strictEqual(error.reason, "unavailable")
    }).pipe(
      Effect.provide(
        RedisTokenStore.layer({ client: { eval: () => new Promise(() => {}) }, timeout: "50 millis" })
      )
    )
  )
})

// What the client makes of its store

const device = { deviceSerial: "900000001" }
const info = Cloud.ok({ ...device, deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })
const isTokenRequest = (seen: Cloud.Seen) => seen.url.pathname === "/api/lapp/token/get"
const options = { appKey: "key", appSecret: Redacted.make("secret") }

const brokenStore = (reason: "insecure" | "unavailable") => {
  const error = new TokenStore.TokenStoreError({ reason, message: "planted reason" })
  return Layer.succeed(TokenStore.TokenStore, {
    load: () => Effect.fail(error),
    save: () => Effect.fail(error),
    exclusive: () => (effect) => effect
  })
}

const answering = (seen: Cloud.Seen) =>
  Effect.succeed(isTokenRequest(seen) ? Cloud.token("at.one", Date.UTC(1971, 0, 1)) : info)

describe("a client", () => {
  it.effect("goes on without a store that cannot be reached", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Device.getInfo(device)
      yield* Device.getInfo(device)
      assert.strictEqual(log.filter(isTokenRequest).length, 1)
    }).pipe(
      Effect.provide(Ezviz.layerWithStore(options)),
      Effect.provide(brokenStore("unavailable")),
      Effect.provide(Cloud.layer(answering, log))
    )
  })

  it.effect("does not go on with a store that others can read", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.isTrue(error._tag === "AccessTokenUnavailable")
      assert.include(error.message, "planted reason")
    }).pipe(
      Effect.provide(Ezviz.layerWithStore(options)),
      Effect.provide(brokenStore("insecure")),
      Effect.provide(Cloud.layer(answering))
    )
  )
})

describe("two accounts in one program", () => {
  it.effect("have a token and an address each", () => {
    const log: Array<Cloud.Seen> = []
    class Other extends Context.Tag("Other")<Other, EzvizClient.EzvizClient["Type"]>() {}
    const accounts = Layer.merge(
      Ezviz.layer({ ...options, appKey: "one", baseUrl: "http://one.example" }),
      Ezviz.layer({ ...options, appKey: "other", baseUrl: "http://other.example" }).pipe((layer) =>
        Layer.project(layer, EzvizClient.EzvizClient, Other, (client) => client)
      )
    )
    return Effect.gen(function* () {
      yield* Device.getInfo(device)
      yield* Effect.provideServiceEffect(Device.getInfo(device), EzvizClient.EzvizClient, Other)
      assert.deepStrictEqual(
        log.map((seen) => [seen.url.host, seen.form.get("appKey") ?? seen.form.get("accessToken")]),
        [
          ["one.example", "one"],
          ["one.example", "at.one"],
          ["other.example", "other"],
          ["other.example", "at.other"]
        ]
      )
    }).pipe(
      Effect.provide(accounts),
      Effect.provide(
        Cloud.layer(
          (seen) =>
            Effect.succeed(
              isTokenRequest(seen) ? Cloud.token(`at.${seen.form.get("appKey")}`, Date.UTC(1971, 0, 1)) : info
            ),
          log
        )
      )
    )
  })
})

describe("a token provider", () => {
  it.effect("of a sub-account asks with the token of the application, once", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Effect.all([Device.getInfo(device), Device.getInfo(device)], { concurrency: "unbounded" })
      assert.deepStrictEqual(
        log.map((seen) => [seen.url.pathname, seen.form.get("accessToken"), seen.form.get("accountId")]),
        [
          ["/api/lapp/token/get", null, null],
          ["/api/lapp/ram/token/get", "at.one", "account-1"],
          ["/api/lapp/device/info", "ra.one", null],
          ["/api/lapp/device/info", "ra.one", null]
        ]
      )
    }).pipe(
      Effect.provide(Ezviz.layerSubAccount({ ...options, accountId: "account-1" })),
      Effect.provide(Layer.merge(TokenStore.layerMemory, RateLimit.layerLimiterMemory)),
      Effect.provide(
        Cloud.layer(
          (seen) =>
            seen.url.pathname === "/api/lapp/ram/token/get"
              ? Effect.succeed(Cloud.token("ra.one", Date.UTC(1971, 0, 1)))
              : answering(seen),
          log
        )
      )
    )
  })

  it.effect("that has only one token gives it once, at its address", () => {
    const log: Array<Cloud.Seen> = []
    const fixed = AccessToken.layerFixed({
      accessToken: Redacted.make("at.fixed"),
      areaDomain: "https://iusopen.ezvizlife.com"
    })
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.strictEqual(error._tag, "TokenRejected")
      assert.deepStrictEqual(
        log.map(({ form, url }) => [url.origin, form.get("accessToken")]),
        [["https://iusopen.ezvizlife.com", "at.fixed"]]
      )
    }).pipe(
      Effect.provide(Ezviz.layerWithToken({ appKey: "key" }, fixed)),
      Effect.provide(RateLimit.layerLimiterMemory),
      Effect.provide(Cloud.layer(() => Effect.succeed(Cloud.code("10002")), log))
    )
  })

  it.effect("of one's own is asked once for all, and again when the server refuses what it gave", () => {
    const log: Array<Cloud.Seen> = []
    let given = 0
    const token = AccessToken.layerRenewing({
      key: "mine",
      request: Effect.sync(() => ({
        accessToken: Redacted.make(`mine-${++given}`),
        expiresAt: Date.UTC(1971, 0, 1),
        areaDomain: undefined
      }))
    })
    return Effect.gen(function* () {
      yield* Effect.all(
        Array.from({ length: 20 }, () => Device.getInfo(device)),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(given, 2)
    }).pipe(
      Effect.provide(Ezviz.layerWithToken({ appKey: "key" }, token)),
      Effect.provide(Layer.merge(TokenStore.layerMemory, RateLimit.layerLimiterMemory)),
      Effect.provide(
        Cloud.layer(
          (seen) => Effect.succeed(seen.form.get("accessToken") === "mine-1" ? Cloud.code("10002") : info),
          log
        )
      )
    )
  })

  /** Many calls, one after the other; what flies in the background lands between two. */
  const manyGets = Effect.flatMap(AccessToken.AccessToken, ({ get }) =>
    Effect.replicateEffect(Effect.zipLeft(get, TestClock.adjust(0)), 20)
  )

  it.effect("is not asked at every call for tokens that end sooner than they would be renewed", () => {
    let given = 0
    const token = AccessToken.layerRenewing({
      key: "mine",
      request: Effect.map(Clock.currentTimeMillis, (now) => ({
        accessToken: Redacted.make(`mine-${++given}`),
        expiresAt: now + 3_600_000,
        areaDomain: undefined
      }))
    })
    const store = TokenStore.layerMemory
    return Effect.gen(function* () {
      yield* manyGets
      assert.strictEqual(given, 1)
      // Another client takes it from the store.
      yield* Effect.provide(manyGets, Layer.fresh(token))
      assert.strictEqual(given, 1)
      yield* TestClock.adjust("29 minutes")
      yield* manyGets
      assert.strictEqual(given, 1)
      yield* TestClock.adjust("1 minute")
      yield* manyGets
      assert.strictEqual(given, 2)
    }).pipe(Effect.provide(Layer.provideMerge(token, store)))
  })

  it.effect(
    "that fails ahead of the end is asked once a minute, and says so, while the old token serves",
    () => {
      let asked = 0
      const warnings: Array<unknown> = []
      const token = AccessToken.layerRenewing({
        key: "mine",
        request: Effect.suspend(() =>
          ++asked === 1
            ? Effect.succeed({
                accessToken: Redacted.make("mine"),
                expiresAt: Duration.toMillis("7 days"),
                areaDomain: undefined
              })
            : Effect.fail(
                new ApiError.AccessTokenUnavailable({
                  operation: "mine",
                  attempts: 1,
                  maybeApplied: false,
                  reason: "AppSecretMismatch",
                  cause: undefined
                })
              )
        )
      })
      return Effect.gen(function* () {
        yield* manyGets
        yield* TestClock.adjust("157 hours")
        yield* manyGets
        assert.strictEqual(asked, 2)
        yield* TestClock.adjust("1 minute")
        yield* manyGets
        assert.strictEqual(asked, 3)
        assert.deepStrictEqual(
          warnings,
          Array(2).fill("The access token could not be renewed ahead of its end")
        )
      }).pipe(
        Effect.provide(Layer.provideMerge(token, TokenStore.layerMemory)),
        Effect.provide(
          Logger.replace(
            Logger.defaultLogger,
            Logger.make(({ message }) => warnings.push(...Arr.ensure(message)))
          )
        )
      )
    }
  )

  it.effect("takes an end that makes no sense for the documented seven days", () =>
    Effect.gen(function* () {
      const now = Date.UTC(2026, 10, 26)
      const day = 86_400_000
      yield* TestClock.setTime(now)
      for (const [expireTime, sensible] of [
        [0, now + 7 * day],
        [now - day, now + 7 * day],
        [now + 3 * day, now + 3 * day],
        [(now + 3 * day) / 1000, now + 3 * day],
        [Date.UTC(2300, 0, 1), now + 7 * day]
      ] as const) {
        let end = 0
        const store = Layer.succeed(TokenStore.TokenStore, {
          load: () => Effect.succeedNone,
          save: (_key, token) =>
            Effect.sync(() => {
              end = token.expiresAt
            }),
          exclusive: () => (effect) => effect
        })
        yield* Device.getInfo(device).pipe(
          Effect.provide(Ezviz.layerWithStore(options)),
          Effect.provide(store),
          Effect.provide(
            Cloud.layer((seen) =>
              Effect.succeed(isTokenRequest(seen) ? Cloud.token("at.one", expireTime) : info)
            )
          )
        )
        assert.strictEqual(end, sensible)
      }
    })
  )
})
