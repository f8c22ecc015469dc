// One of several processes that share a store of tokens. Says "ready", waits for a line, and does its part.
import { once } from "node:events"
import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as RateLimiterRedis from "@effect/experimental/RateLimiter/Redis"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Device, Ezviz, FileTokenStore, RateLimit, RedisTokenStore, TokenStore } from "@effect-ezviz/core"
import * as SharedLimiter from "@effect-ezviz/core/SharedLimiter"
import { Clock, Effect, Layer, Redacted } from "effect"
import { Redis } from "ioredis"

const task = JSON.parse(process.argv[2])

const client =
  task.redisPort === undefined ? undefined : new Redis({ port: task.redisPort, host: "127.0.0.1" })
const store =
  client === undefined
    ? FileTokenStore.layer({ directory: task.directory, lease: "1 second" }).pipe(
        Layer.provide(NodeFileSystem.layer)
      )
    : RedisTokenStore.layer({ client, lease: "1 second" })

const ezviz = Ezviz.layerShared({
  appKey: task.appKey,
  appSecret: Redacted.make(task.appSecret),
  baseUrl: task.url,
  retry: { retries: 0 },
  ...(task.perSecond !== undefined && {
    rateLimit: { calls: { limit: task.perSecond, interval: "1 second" } }
  })
}).pipe(
  Layer.provide(
    task.perSecond === undefined
      ? RateLimit.layerLimiterMemory
      : SharedLimiter.layer.pipe(
          Layer.provide(RateLimiter.layer),
          Layer.provide(RateLimiterRedis.layerStore({ port: task.redisPort, host: "127.0.0.1" }))
        )
  ),
  Layer.provide(store),
  Layer.provide(FetchHttpClient.layer)
)

const getInfo = Device.getInfo({ deviceSerial: "SIM100000" })

const parts = {
  call: getInfo.pipe(
    Effect.map((info) => ({ model: info.model })),
    Effect.provide(ezviz)
  ),
  /** Takes the lock, says so, and never lets go. */
  hold: Effect.flatMap(TokenStore.TokenStore, (tokens) =>
    tokens.exclusive(`${task.appKey}@${task.url}`)(
      Effect.zipRight(
        Effect.sync(() => process.stdout.write("holding\n")),
        Effect.never
      )
    )
  ).pipe(Effect.provide(store)),
  /** Calls as fast as it may, for so long. */
  flood: Effect.gen(function* () {
    const end = (yield* Clock.currentTimeMillis) + task.millis
    const outcomes = { ok: 0, limited: 0, other: 0 }
    const caller = Effect.gen(function* () {
      while ((yield* Clock.currentTimeMillis) < end) {
        const outcome = yield* Effect.merge(
          Effect.match(getInfo, {
            onSuccess: () => "ok",
            onFailure: (error) => (error._tag === "FrequencyLimited" ? "limited" : "other")
          })
        )
        outcomes[outcome] += 1
      }
    })
    yield* Effect.all(
      Array.from({ length: 8 }, () => caller),
      { concurrency: "unbounded" }
    )
    return outcomes
  }).pipe(Effect.provide(ezviz))
}

process.stdout.write("ready\n")
await once(process.stdin, "data")
const result = await Effect.runPromise(parts[task.part])
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)
