import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it } from "@effect/vitest"
import { Bulkhead, Device, Ezviz, EzvizClient } from "@effect-ezviz/core"
import { Deferred, Effect, Exit, Fiber, Layer, Redacted } from "effect"
import * as Cloud from "./cloud.js"

const info = Cloud.ok({ deviceSerial: "1", deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })

const client = (
  options: Bulkhead.Options,
  answer: (serial: string | null) => Effect.Effect<Cloud.Reply>,
  log: Array<Cloud.Seen> = []
) =>
  Bulkhead.layer(options).pipe(
    Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
    Layer.provide(Cloud.layer((seen) => answer(seen.form.get("deviceSerial")), log))
  )

const getInfo = (deviceSerial: string) => Device.getInfo({ deviceSerial })
const settled = Effect.repeatN(Effect.yieldNow(), 200)

describe("a dead camera", () => {
  it.effect("holds up its own calls and nobody else's", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const dead = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 100 }, () => getInfo("dead")),
          { concurrency: "unbounded" }
        )
      )
      yield* settled
      assert.strictEqual(log.length, 4)
      assert.strictEqual((yield* getInfo("alive")).model, "C1")
      yield* Fiber.interrupt(dead)
      const again = yield* Effect.fork(getInfo("dead"))
      yield* settled
      assert.strictEqual(log.length, 6)
      yield* Fiber.interrupt(again)
    }).pipe(
      Effect.provide(
        client({ total: 8 }, (serial) => (serial === "dead" ? Effect.never : Effect.succeed(info)), log)
      )
    )
  })

  it.effect("that is asked and given up at any moment loses no permit", () =>
    Effect.gen(function* () {
      let gate = yield* Deferred.make<void>()
      const layer = client({ perDevice: 1 }, () => Effect.as(Deferred.await(gate), info))
      yield* Effect.gen(function* () {
        for (let moment = 0; moment < 60; moment++) {
          gate = yield* Deferred.make<void>()
          const holder = yield* Effect.fork(getInfo("A"))
          yield* settled
          const waiter = yield* Effect.fork(getInfo("A"))
          yield* settled
          yield* Deferred.succeed(gate, undefined)
          yield* Effect.repeatN(Effect.yieldNow(), moment)
          yield* Fiber.interrupt(waiter)
          yield* Fiber.await(holder)
        }
        assert.strictEqual((yield* getInfo("A")).model, "C1")
      }).pipe(Effect.provide(layer))
    })
  )

  it.effect("and all others together are bounded too", () =>
    Effect.gen(function* () {
      const gate = yield* Deferred.make<void>()
      const log: Array<Cloud.Seen> = []
      yield* Effect.gen(function* () {
        const fiber = yield* Effect.fork(
          Effect.forEach(
            Array.from({ length: 50 }, (_, i) => `D${i}`),
            getInfo,
            { concurrency: "unbounded" }
          )
        )
        yield* settled
        assert.strictEqual(log.length, 8)
        yield* Deferred.succeed(gate, undefined)
        assert.strictEqual((yield* Fiber.join(fiber)).length, 50)
      }).pipe(Effect.provide(client({ total: 8 }, () => Effect.as(Deferred.await(gate), info), log)))
    })
  )
})

/** A server that takes requests and never answers, and tells of sockets that close. */
const silentServer = Effect.gen(function* () {
  const asked = yield* Deferred.make<void>()
  const closed = yield* Deferred.make<void>()
  const url = yield* Effect.acquireRelease(
    Effect.async<{ readonly server: ReturnType<typeof createServer>; readonly url: string }>((resume) => {
      const server = createServer((request) => {
        Deferred.unsafeDone(asked, Exit.void)
        request.socket.once("close", () => Deferred.unsafeDone(closed, Exit.void))
      })
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as AddressInfo
        resume(Effect.succeed({ server, url: `http://127.0.0.1:${port}` }))
      })
    }),
    ({ server }) =>
      Effect.async<void>((resume) => {
        server.closeAllConnections()
        server.close(() => resume(Effect.void))
      })
  )
  return { url: url.url, asked, closed }
})

describe("interruption", () => {
  it.scopedLive("of a call closes its socket", () =>
    Effect.gen(function* () {
      const { asked, closed, url } = yield* silentServer
      const fiber = yield* Effect.fork(
        getInfo("A").pipe(
          Effect.provide(EzvizClient.layerTransport({ baseUrl: url })),
          Effect.provide(FetchHttpClient.layer)
        )
      )
      yield* Deferred.await(asked)
      yield* Fiber.interrupt(fiber)
      yield* Deferred.await(closed)
    })
  )

  it.scopedLive("by a time limit does too, through all layers", () =>
    Effect.gen(function* () {
      const { closed, url } = yield* silentServer
      const error = yield* getInfo("A").pipe(
        Effect.flip,
        Effect.provide(
          Ezviz.layer({
            appKey: "key",
            appSecret: Redacted.make("secret"),
            baseUrl: url,
            attemptTimeout: "300 millis",
            retry: { retries: 0 }
          })
        ),
        Effect.provide(FetchHttpClient.layer)
      )
      assert.isTrue(error._tag === "AccessTokenUnavailable" && error.reason === "CallTimeout")
      yield* Deferred.await(closed)
    })
  )
})
