/**
 * Access tokens in Redis, shared by the processes of many machines.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import { withLease } from "./internal/lease.js"
import { makeLocks } from "./internal/locks.js"
import { makeSealing } from "./internal/sealedToken.js"
import * as TokenStore from "./TokenStore.js"

/**
 * What is needed of a client: that of `ioredis` is one. It stays yours to connect and to close.
 *
 * @since 0.1.0
 * @category models
 */
export interface RedisClient {
  readonly eval: (
    script: string,
    numberOfKeys: number,
    ...keysAndArguments: Array<string>
  ) => Promise<unknown>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  readonly client: RedisClient
  /** What every key begins with. Default: `ezviz:token:`. */
  readonly prefix?: string | undefined
  /** Encrypts what is stored; 32 characters or more at random, such as from `openssl rand -base64 32`. */
  readonly encryptionKey?: Redacted.Redacted<string> | undefined
  /** After how long without a sign of life a holder of the lock counts as dead. Default: 10 seconds. */
  readonly lease?: Duration.DurationInput | undefined
  /** How long Redis may take to answer. Default: 2 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
}

const scripts = {
  load: `return redis.call("GET", KEYS[1])`,
  save: `return redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])`,
  acquire: `return redis.call("SET", KEYS[1], ARGV[1], "NX", "PX", ARGV[2])`,
  renew: `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("PEXPIRE", KEYS[1], ARGV[2]) end return 0`,
  release: `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`
}

/**
 * Keeps tokens in Redis, each until its end.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<TokenStore.TokenStore, TokenStore.TokenStoreError> =>
  Layer.effect(TokenStore.TokenStore, make(options))

const make = Effect.fnUntraced(function* (options: Options) {
  const sealing = yield* makeSealing(options.encryptionKey)
  const prefix = options.prefix ?? "ezviz:token:"
  const lease = Duration.decode(options.lease ?? "10 seconds")
  const leaseMillis = String(Duration.toMillis(lease))
  const timeout = options.timeout ?? "2 seconds"

  const run = (script: string, key: string, ...values: Array<string>) =>
    Effect.tryPromise({
      try: () => options.client.eval(script, 1, `${prefix}${key}`, ...values),
      catch: (cause) =>
        new TokenStore.TokenStoreError({ reason: "unavailable", message: "Redis does not do as told", cause })
    }).pipe(
      Effect.timeoutFail({
        duration: timeout,
        onTimeout: () =>
          new TokenStore.TokenStoreError({ reason: "unavailable", message: "Redis does not answer" })
      })
    )

  const locks = yield* makeLocks
  return {
    load: (key: string) =>
      Effect.flatMap(run(scripts.load, key), (text) =>
        typeof text === "string" ? sealing.open(key, text) : Effect.succeed(Option.none())
      ),
    save: (key: string, token: TokenStore.StoredToken) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const text = yield* sealing.seal(key, token)
        yield* run(scripts.save, key, text, String(Math.max(1, Math.ceil(token.expiresAt - now))))
      }),
    exclusive:
      (key: string) =>
      <A, E, R>(effect: Effect.Effect<A, E, R>) =>
        Effect.suspend(() => {
          const lock = `${key}:lock`
          const owner = globalThis.crypto.randomUUID()
          return locks(key)(
            withLease(
              {
                tryAcquire: Effect.map(
                  run(scripts.acquire, lock, owner, leaseMillis),
                  (held) => held === "OK"
                ),
                renew: run(scripts.renew, lock, owner, leaseMillis),
                release: run(scripts.release, lock, owner)
              },
              lease
            )(effect)
          )
        })
  }
})
