import { assert, describe, it } from "@effect/vitest"
import { AccessToken, ApiError, Device, EzvizClient, Metrics, TokenStore } from "@effect-ezviz/core"
import { Cause, Effect, Exit, Fiber, Layer, Logger, Metric, Option, Redacted, Scope, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 27)

const token = (name: string, expiresAt: number): TokenStore.StoredToken => ({
  accessToken: Redacted.make(name),
  expiresAt,
  areaDomain: undefined
})

const nameOf = (stored: TokenStore.StoredToken) => Redacted.value(stored.accessToken)

const unavailable = new ApiError.AccessTokenUnavailable({
  operation: "accessToken.get",
  attempts: 1,
  maybeApplied: false,
  reason: "down",
  cause: undefined
})

/** A provider whose requests give `new-1`, `new-2`, …, of a week each, over a store that others write to as well. */
const provider = (
  options: {
    readonly request?: (
      number: number
    ) => Effect.Effect<TokenStore.StoredToken, ApiError.AccessTokenUnavailable>
    readonly store?: Partial<TokenStore.TokenStore["Type"]>
  } = {}
) => {
  const shared = { stored: Option.none<TokenStore.StoredToken>(), requests: 0 }
  const layer = AccessToken.layerRenewing({
    key: "key",
    request: Effect.flatMap(Effect.clock, (clock) => {
      const number = ++shared.requests
      return (
        options.request?.(number) ??
        Effect.succeed(token(`new-${number}`, clock.unsafeCurrentTimeMillis() + 7 * day))
      )
    })
  }).pipe(
    Layer.provide(
      Layer.succeed(TokenStore.TokenStore, {
        load: () => Effect.sync(() => shared.stored),
        save: (_key, saved) =>
          Effect.sync(() => {
            shared.stored = Option.some(saved)
          }),
        exclusive: () => (effect) => effect,
        ...options.store
      })
    )
  )
  return { shared, layer }
}

/** What is logged while an effect runs. */
const logged = <A, E, R>(effect: Effect.Effect<A, E, R>) => {
  const lines: Array<string> = []
  const logger = Logger.make(({ message }) => void lines.push(String(message)))
  return Effect.as(Effect.provide(effect, Logger.replace(Logger.defaultLogger, logger)), lines)
}

const get = Effect.flatMap(AccessToken.AccessToken, ({ get }) => get)
const invalidate = (rejected: TokenStore.StoredToken) =>
  Effect.flatMap(AccessToken.AccessToken, ({ invalidate }) => invalidate(rejected))

/** A renewal in the background has then come to its end. */
const settle = Effect.repeatN(Effect.yieldNow(), 20)

describe("a token in the store", () => {
  it.effect("is taken while it lasts, and not from its end on", () => {
    const { layer, shared } = provider()
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const tokenOf = (expiresAt: number) => {
        shared.stored = Option.some(token("stored", expiresAt))
        return Effect.map(Effect.provide(get, layer), nameOf)
      }
      assert.strictEqual(yield* tokenOf(now + 1), "stored")
      assert.strictEqual(shared.requests, 0)
      assert.strictEqual(yield* tokenOf(now), "new-1")
      assert.strictEqual(yield* tokenOf(now - 1), "new-2")
    })
  })

  it.effect(
    "is not taken when it is the one that was refused, and is when another process has put a new one there",
    () => {
      const { layer, shared } = provider()
      return Effect.gen(function* () {
        yield* TestClock.setTime(now)
        shared.stored = Option.some(token("first", now + 7 * day))
        const first = yield* get
        yield* invalidate(first)
        // A store gives what it has read, not the very object.
        shared.stored = Option.some(token("first", now + 7 * day))
        assert.strictEqual(nameOf(yield* get), "new-1")
        shared.stored = Option.some(token("of another process", now + 7 * day))
        yield* invalidate(yield* get)
        assert.strictEqual(nameOf(yield* get), "of another process")
        assert.strictEqual(shared.requests, 1)
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("ends a renewal ahead when it lasts longer than the present one, and only then", () => {
    const { layer, shared } = provider()
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      assert.strictEqual(nameOf(yield* get), "new-1")
      yield* TestClock.adjust("6.6 days")
      shared.stored = Option.some(token("of another process", now + 8 * day))
      yield* Effect.zipRight(get, settle)
      assert.strictEqual(nameOf(yield* get), "of another process")
      assert.strictEqual(shared.requests, 1)
      yield* TestClock.adjust("1 day")
      shared.stored = Option.some(token("as old", now + 8 * day))
      yield* Effect.zipRight(get, settle)
      assert.strictEqual(nameOf(yield* get), "new-2")
    }).pipe(Effect.provide(layer))
  })

  it.effect("that cannot be written is used all the same, with a warning", () => {
    const { layer } = provider({
      store: {
        save: () => new TokenStore.TokenStoreError({ reason: "unavailable", message: "the disk is full" })
      }
    })
    return Effect.gen(function* () {
      const lines = yield* logged(Effect.map(get, (given) => assert.strictEqual(nameOf(given), "new-1")))
      assert.deepStrictEqual(lines, ["The access token could not be stored,the disk is full"])
    }).pipe(Effect.provide(layer))
  })

  it.effect("that cannot be reached is done without, with a warning", () => {
    const { layer } = provider({
      store: {
        load: () => new TokenStore.TokenStoreError({ reason: "unavailable", message: "no connection" })
      }
    })
    return Effect.gen(function* () {
      const lines = yield* logged(Effect.map(get, (given) => assert.strictEqual(nameOf(given), "new-1")))
      assert.deepStrictEqual(lines, ["The token store is not used,no connection"])
    }).pipe(Effect.provide(layer))
  })

  it.effect("that others can read stops the call, which was not sent", () => {
    const insecure = new TokenStore.TokenStoreError({ reason: "insecure", message: "mode 0644" })
    const { layer, shared } = provider({ store: { load: () => insecure } })
    return Effect.gen(function* () {
      const error = yield* Effect.flip(get)
      assert.deepStrictEqual(
        [error.operation, error.attempts, error.maybeApplied, error.reason, error.cause],
        ["accessToken.get", 0, false, "TokenStoreError", insecure]
      )
      assert.include(error.message, "TokenStoreError: mode 0644")
      assert.strictEqual(shared.requests, 0)
    }).pipe(Effect.provide(layer))
  })
})

describe("a renewal", () => {
  it.effect(
    "begins 12 hours ahead of the end, to the millisecond, and the old token serves meanwhile",
    () => {
      const { layer, shared } = provider()
      return Effect.gen(function* () {
        yield* TestClock.setTime(now)
        yield* get
        yield* TestClock.setTime(now + 7 * day - 12 * hour - 1)
        yield* Effect.zipRight(get, settle)
        assert.strictEqual(shared.requests, 1)
        yield* TestClock.setTime(now + 7 * day - 12 * hour)
        assert.strictEqual(nameOf(yield* get), "new-1")
        yield* settle
        assert.strictEqual(nameOf(yield* get), "new-2")
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("is waited for from the very end on", () => {
    const { layer } = provider()
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      yield* get
      yield* TestClock.setTime(now + 7 * day)
      assert.strictEqual(nameOf(yield* get), "new-2")
    }).pipe(Effect.provide(layer))
  })

  it.effect("that fails leaves the token that serves, and is tried again a minute later", () => {
    const { layer, shared } = provider({
      request: (number) =>
        number === 1 ? Effect.succeed(token("new-1", now + 7 * day)) : Effect.fail(unavailable)
    })
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      yield* get
      yield* TestClock.setTime(now + 7 * day - hour)
      const lines = yield* logged(Effect.zipRight(get, settle))
      assert.include(lines.join(), "The access token could not be renewed ahead of its end")
      assert.strictEqual(shared.requests, 2)
      for (const [later, requests] of [
        [59_999, 2],
        [60_000, 3]
      ] as const) {
        yield* TestClock.setTime(now + 7 * day - hour + later)
        assert.strictEqual(nameOf(yield* get), "new-1")
        yield* settle
        assert.strictEqual(shared.requests, requests)
      }
    }).pipe(Effect.provide(layer))
  })

  it.effect("is counted by its outcome", () => {
    const { layer } = provider({
      request: (number) => (number === 1 ? Effect.fail(unavailable) : Effect.succeed(token("new", now + day)))
    })
    const counted = (outcome: string) =>
      Effect.map(Metric.value(Metric.tagged(Metrics.tokenRequests, "outcome", outcome)), ({ count }) => count)
    return Effect.gen(function* () {
      const before = [yield* counted("ok"), yield* counted("failed")] as const
      yield* Effect.flip(get)
      yield* get
      assert.deepStrictEqual(
        [(yield* counted("ok")) - before[0], (yield* counted("failed")) - before[1]],
        [1, 1]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("ends with the layer that it belongs to, and who waits for it is interrupted", () => {
    const { layer } = provider({ request: () => Effect.never })
    return Effect.gen(function* () {
      const scope = yield* Scope.make()
      const context = yield* Layer.buildWithScope(layer, scope)
      const waiter = yield* Effect.fork(Effect.provide(get, context))
      yield* settle
      yield* Scope.close(scope, Exit.void)
      const exit = yield* Fiber.await(waiter)
      assert.isTrue(Exit.isFailure(exit) && Cause.isInterruptedOnly(exit.cause))
    })
  })
})

describe("a refusal", () => {
  it.effect("of an old token does not throw away the new one", () => {
    const { layer, shared } = provider()
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const old = yield* get
      yield* invalidate(old)
      yield* get
      yield* invalidate(old)
      assert.strictEqual(nameOf(yield* get), "new-2")
      assert.strictEqual(shared.requests, 2)
    }).pipe(Effect.provide(layer))
  })
})

describe("the token of an application", () => {
  const options = {
    appKey: "app",
    appSecret: Redacted.make("secret"),
    baseUrl: "https://open.ezvizlife.com"
  }

  /** The provider of an application whose token request is answered like this, and what it stores under which key. */
  const application = (
    reply: Cloud.Reply,
    more: Partial<AccessToken.AppKeyOptions> = {},
    make: (
      options: AccessToken.AppKeyOptions
    ) => ReturnType<typeof AccessToken.layerAppKey> = AccessToken.layerAppKey
  ) => {
    const saved = new Map<string, TokenStore.StoredToken>()
    const layer = make({ ...options, ...more }).pipe(
      Layer.provide(Cloud.answering(reply)),
      Layer.provide(
        Layer.succeed(TokenStore.TokenStore, {
          load: () => Effect.succeedNone,
          save: (key, token) => Effect.sync(() => void saved.set(key, token)),
          exclusive: () => (effect) => effect
        })
      )
    )
    return { saved, layer }
  }

  it.effect("is kept under who it belongs to and where it was asked for", () =>
    Effect.gen(function* () {
      const reply = Cloud.token("at.x", now)
      const main = application(reply)
      const sub = application(reply, {}, ({ baseUrl }) =>
        AccessToken.layerSubAccount({ accountId: "account-1", baseUrl })
      )
      yield* Effect.provide(get, main.layer)
      yield* Effect.provide(get, sub.layer)
      assert.deepStrictEqual([...main.saved.keys()], ["app@https://open.ezvizlife.com"])
      assert.deepStrictEqual([...sub.saved.keys()], ["sub-account account-1@https://open.ezvizlife.com"])
    })
  )

  it.effect("ends when the answer says so, in milliseconds or seconds, within a year from now", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const week = now + 7 * day
      for (const [expireTime, expected] of [
        [now + 1, now + 1],
        [now, week],
        [now + 366 * day - 1, now + 366 * day - 1],
        [now + 366 * day, week],
        [(now + day) / 1000, now + day]
      ] as const) {
        const { layer } = application(Cloud.token("at.x", expireTime))
        assert.strictEqual((yield* Effect.provide(get, layer)).expiresAt, expected)
      }
    })
  )

  it.effect("is not used at a host that is none of the vendor's, unless it is allowed", () =>
    Effect.gen(function* () {
      const reply = Cloud.token("at.x", now, "https://area.example.org")
      const error = yield* Effect.flip(Effect.provide(get, application(reply).layer))
      assert.deepStrictEqual(
        [error.operation, error.attempts, error.maybeApplied],
        ["accessToken.get", 1, false]
      )
      assert.include(error.reason, "https://area.example.org")
      assert.include(error.reason, "allowedAreaDomains")
      const allowed = application(reply, { allowedAreaDomains: ["example.org"] })
      assert.strictEqual((yield* Effect.provide(get, allowed.layer)).areaDomain, "https://area.example.org")
    })
  )

  it.effect("that was refused says by which code, where there is one", () =>
    Effect.gen(function* () {
      const refused = yield* Effect.flip(Effect.provide(get, application(Cloud.code("10030")).layer))
      assert.deepStrictEqual(
        [refused.code, refused.reason, refused.maybeApplied, refused.attempts, refused.host],
        ["10030", "AppSecretMismatch", false, 1, "open.ezvizlife.com"]
      )
      const broken = yield* Effect.flip(Effect.provide(get, application({ status: 502, body: "" }).layer))
      assert.strictEqual(broken.reason, "GatewayFailure")
      assert.isFalse(Object.hasOwn(broken, "code"))
    })
  )
})

describe("a call", () => {
  it.effect("that needs no token does not ask for one", () => {
    const log: Array<Cloud.Seen> = []
    const none = Layer.succeed(AccessToken.AccessToken, {
      get: Effect.fail(unavailable),
      invalidate: () => Effect.void
    })
    return Effect.gen(function* () {
      yield* EzvizClient.request({
        id: "some.public",
        method: "POST",
        path: "/public",
        parameters: {},
        semantics: "read",
        auth: "none"
      })
      assert.isFalse(log[0]?.form.has("accessToken"))
      const error = yield* Effect.flip(Device.getInfo({ deviceSerial: "S1" }))
      assert.isTrue(error._tag === "AccessTokenUnavailable" && error.operation === "device.getInfo")
    }).pipe(
      Effect.provide(
        AccessToken.layer.pipe(Layer.provide(none), Layer.provide(Cloud.answering(Cloud.ok(), log)))
      )
    )
  })

  it.effect("is not sent again with a token that was refused already", () => {
    const log: Array<Cloud.Seen> = []
    const fixed = AccessToken.layerFixed({ accessToken: Redacted.make("at.fixed") })
    return Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(Device.getInfo({ deviceSerial: "S1" })))._tag, "TokenRejected")
      assert.strictEqual(log.length, 1)
    }).pipe(
      Effect.provide(
        AccessToken.layer.pipe(Layer.provide(fixed), Layer.provide(Cloud.answering(Cloud.code("10002"), log)))
      )
    )
  })
})
