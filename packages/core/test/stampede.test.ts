import { assert, describe, it } from "@effect/vitest"
import { AccessToken, ApiError, Device, EzvizClient, TokenStore } from "@effect-ezviz/core"
import { Deferred, Effect, Fiber, Layer, Redacted } from "effect"

const calls = 10_000
const week = 7 * 86_400_000
const info = { deviceSerial: "S1", deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 }

/** The first token is dead from the start; what is asked for later works. `gate` holds up the second token. */
const cloud = (gate: Deferred.Deferred<void>) => {
  let tokens = 0
  const answer = (data: unknown): EzvizClient.Answer => ({
    code: "200",
    message: "",
    data,
    page: undefined,
    requestId: undefined,
    httpStatus: 200,
    host: "cloud.example",
    attempts: 1
  })
  const send: EzvizClient.Send = (call) =>
    Effect.suspend(() => {
      call.attempts.count += 1
      if (call.route.id === "accessToken.get") {
        tokens += 1
        const token = answer({ accessToken: `at.number-${tokens}`, expireTime: week })
        return tokens === 1 ? Effect.succeed(token) : Effect.as(Deferred.await(gate), token)
      }
      return call.accessToken !== undefined && Redacted.value(call.accessToken) === "at.number-1"
        ? Effect.fail(
            new ApiError.TokenRejected({
              operation: call.route.id,
              attempts: call.attempts.count,
              maybeApplied: false,
              code: "10002",
              vendorMessage: "",
              httpStatus: 200
            })
          )
        : Effect.succeed(answer(info))
    })
  const below = Layer.succeed(EzvizClient.EzvizClient, { send })
  const token = AccessToken.layerAppKey({
    appKey: "key",
    appSecret: Redacted.make("secret"),
    baseUrl: "http://cloud.example"
  })
  return {
    tokens: () => tokens,
    layer: AccessToken.layer.pipe(
      Layer.provide(token),
      Layer.provide(TokenStore.layerMemory),
      Layer.provide(below)
    )
  }
}

const getInfo = Device.getInfo({ deviceSerial: "S1" })

describe(`${calls} calls at once with a dead token`, () => {
  it.effect(
    "ask for one new token, and all succeed",
    () =>
      Effect.gen(function* () {
        const gate = yield* Deferred.make<void>()
        yield* Deferred.succeed(gate, undefined)
        const server = cloud(gate)
        yield* Effect.gen(function* () {
          const results = yield* Effect.all(
            Array.from({ length: calls }, () => getInfo),
            { concurrency: "unbounded" }
          )
          assert.strictEqual(results.length, calls)
          assert.strictEqual(server.tokens(), 2)
        }).pipe(Effect.provide(server.layer))
      }),
    240_000
  )

  it.effect(
    "do so, too, when the one that asks is interrupted",
    () =>
      Effect.gen(function* () {
        const gate = yield* Deferred.make<void>()
        const server = cloud(gate)
        yield* Effect.gen(function* () {
          const leader = yield* Effect.fork(getInfo)
          while (server.tokens() < 2) yield* Effect.yieldNow()
          const others = yield* Effect.fork(
            Effect.all(
              Array.from({ length: calls }, () => getInfo),
              { concurrency: "unbounded" }
            )
          )
          yield* Effect.yieldNow()
          yield* Fiber.interrupt(leader)
          yield* Deferred.succeed(gate, undefined)
          assert.strictEqual((yield* Fiber.join(others)).length, calls)
          assert.strictEqual(server.tokens(), 2)
        }).pipe(Effect.provide(server.layer))
      }),
    240_000
  )
})
