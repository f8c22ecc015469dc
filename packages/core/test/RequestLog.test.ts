import { assert, describe, it } from "@effect/vitest"
import { Device, Ezviz, EzvizClient, RequestLog } from "@effect-ezviz/core"
import { Effect, Fiber, Layer, Redacted, TestClock } from "effect"
import * as Cloud from "./cloud.js"

/** What is told of the request that an effect makes over a transport that behaves like this. */
const told = (send: EzvizClient.Send, effect: Effect.Effect<unknown, unknown, EzvizClient.EzvizClient>) => {
  const entries: Array<RequestLog.Entry> = []
  return effect.pipe(
    Effect.exit,
    Effect.provide(RequestLog.layer.pipe(Layer.provide(Layer.succeed(EzvizClient.EzvizClient, { send })))),
    Effect.provideService(RequestLog.OnRequest, (entry) => Effect.sync(() => void entries.push(entry))),
    Effect.as(entries)
  )
}

const getInfo = Device.getInfo({ deviceSerial: "S1" })

describe("the log of requests", () => {
  it.effect("tells of a request that was given up, and how long it took", () =>
    Effect.gen(function* () {
      const fiber = yield* Effect.fork(told(() => Effect.never, Effect.timeout(getInfo, "3 seconds")))
      yield* TestClock.adjust("3 seconds")
      const [entry] = yield* Fiber.join(fiber)
      assert.deepStrictEqual(
        [entry?.outcome, entry?.host, entry?.durationMillis],
        ["interrupted", undefined, 3000]
      )
    })
  )

  it.effect("tells of a defect as one", () =>
    Effect.gen(function* () {
      const [entry] = yield* told(() => Effect.die("broken"), getInfo)
      assert.deepStrictEqual([entry?.outcome, entry?.host], ["defect", undefined])
    })
  )

  it.effect("tells of every attempt, and no secret of any", () => {
    const entries: Array<RequestLog.Entry> = []
    let calls = 0
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(
        Effect.exit(
          EzvizClient.request({
            id: "some.write",
            method: "POST",
            path: "/api/lapp/some/write",
            parameters: { deviceSerial: "S1", validateCode: Redacted.make("AB"), note: "planted-code is it" },
            semantics: "idempotent"
          })
        )
      )
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      yield* Effect.exit(Device.add({ deviceSerial: "S1", validateCode: Redacted.make("PLANTD") }))
      assert.deepStrictEqual(
        entries.map(({ attempt, host, operation, outcome }) => [operation, attempt, outcome, host]),
        [
          ["accessToken.get", 1, "200", "cloud.example"],
          ["some.write", 1, "GatewayFailure", "cloud.example"],
          ["some.write", 2, "20002", "cloud.example"],
          ["device.add", 1, "20002", "cloud.example"]
        ]
      )
      assert.deepStrictEqual(entries[1]?.parameters, {
        deviceSerial: "S1",
        validateCode: "<redacted>",
        note: "planted-code is it"
      })
      const text = JSON.stringify(entries)
      for (const secret of ["PLANTD", "planted-secret", "at.planted", '"AB"']) assert.notInclude(text, secret)
    }).pipe(
      Effect.provide(
        Ezviz.layer({
          appKey: "key",
          appSecret: Redacted.make("planted-secret"),
          baseUrl: "http://cloud.example"
        })
      ),
      Effect.provide(
        Cloud.layer((seen) =>
          Effect.succeed(
            seen.url.pathname.endsWith("/token/get")
              ? Cloud.token("at.planted-token", Date.UTC(1971, 0, 1))
              : calls++ === 0
                ? { status: 502, body: "<html>" }
                : Cloud.code("20002")
          )
        )
      ),
      Effect.provide(
        Layer.succeed(RequestLog.OnRequest, (entry) => Effect.sync(() => void entries.push(entry)))
      )
    )
  })
})
