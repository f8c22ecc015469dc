import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as RateLimiterRedis from "@effect/experimental/RateLimiter/Redis"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { RateLimit } from "@effect-ezviz/core"
import * as SharedLimiter from "@effect-ezviz/core/SharedLimiter"
import { Duration, Effect, Fiber, Layer, TestClock } from "effect"
import * as RedisServer from "./redis.js"

let redis: Awaited<ReturnType<typeof RedisServer.start>> | undefined
beforeAll(async () => {
  if (!RedisServer.missing) redis = await RedisServer.start()
})
afterAll(() => redis?.stop())

const inRedis = Layer.unwrapEffect(
  Effect.sync(() => RateLimiterRedis.layerStore({ host: "127.0.0.1", port: redis?.port ?? 0 }))
)

const stores = [
  { name: "memory", missing: false, store: RateLimiter.layerStoreMemory },
  { name: "Redis", missing: RedisServer.missing, store: inRedis }
]

const over = (store: Layer.Layer<RateLimiter.RateLimiterStore>) =>
  SharedLimiter.layer.pipe(Layer.provide(RateLimiter.layer), Layer.provide(store))

const reserve = (key: string, spacing: Duration.DurationInput) =>
  Effect.flatMap(RateLimit.Limiter, (limiter) => limiter.reserve(key, Duration.decode(spacing)))

describe.each(stores)("a shared limiter in $name", ({ missing, store }) => {
  for (const [spacing, exact] of [
    [Duration.millis(60_000), true],
    // Not a whole number of milliseconds: the store's bucket has room for one, which the window has not.
    [Duration.millis(60_000.5), false]
  ] as const) {
    it.live.skipIf(missing)(`spaces what shares a key by ${Duration.format(spacing)}, and nothing else`, () =>
      Effect.gen(function* () {
        const key = `app-${exact}`
        const waits = yield* Effect.replicateEffect(reserve(key, spacing), 3)
        waits.forEach((wait, index) => {
          assert.isAtMost(wait, index * 60_001)
          assert.isAtLeast(wait, index * 60_000 - 5_000)
        })
        assert.strictEqual(yield* reserve(`${key}-other`, spacing), 0)
      }).pipe(Effect.provide(over(store)))
    )
  }
})

describe("a shared limiter", () => {
  it.effect("whose store cannot be reached leaves each process its own", () => {
    const failure = new RateLimiter.RateLimitStoreError({ message: "planted" })
    const broken = Layer.succeed(RateLimiter.RateLimiterStore, {
      fixedWindow: () => Effect.fail(failure),
      tokenBucket: () => Effect.fail(failure)
    })
    return Effect.gen(function* () {
      assert.strictEqual(yield* reserve("app", "4 seconds"), 0)
      assert.strictEqual(yield* reserve("app", "4 seconds"), 4000)
    }).pipe(Effect.provide(over(broken)))
  })

  it.effect("whose store does not answer is waited for once, and asked again later", () => {
    let asked = 0
    const silent = Layer.succeed(RateLimiter.RateLimiterStore, {
      fixedWindow: () =>
        Effect.suspend(() => (++asked > 1 ? Effect.succeed([1, 7000] as const) : Effect.never)),
      tokenBucket: () => Effect.never
    })
    return Effect.gen(function* () {
      const first = yield* Effect.fork(reserve("app", "4 seconds"))
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(yield* Fiber.join(first), 0)
      assert.strictEqual(yield* reserve("app", "4 seconds"), 4000)
      assert.strictEqual(asked, 1)
      yield* TestClock.adjust("5 seconds")
      yield* reserve("app", "4 seconds")
      assert.strictEqual(asked, 2)
    }).pipe(Effect.provide(over(silent)))
  })
})

describe.skipIf(RedisServer.missing)("keys in Redis", () => {
  it.live("of a pause between captures do not stay", () =>
    Effect.gen(function* () {
      yield* reserve("app/device.capture/S1", "4 seconds")
      const client = redis?.connect()
      const ttl = yield* Effect.promise(async () => client?.pttl("ratelimiter:app/device.capture/S1"))
      assert.isTrue(ttl !== undefined && ttl > 0 && ttl <= 4000)
    }).pipe(Effect.provide(over(inRedis)))
  )
})
