import { assert, describe, it } from "@effect/vitest"
import { ApiError, Device, EzvizClient, Metrics, Retry, RetryBudget } from "@effect-ezviz/core"
import { Effect, Fiber, Layer, Metric, Random, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const device = { deviceSerial: "900000001" }
const info = Cloud.ok({ ...device, deviceName: "", model: "C1", status: 1, defence: 0, isEncrypt: 0 })

/** Always the longest wait, so that waits can be told. */
const longestWaits = Effect.withRandom({ ...Random.make("longest"), next: Effect.succeed(1) })

const counting = (
  reply: (index: number) => Effect.Effect<Cloud.Reply, "reset" | "refused">,
  options: Retry.Options = {},
  budget: RetryBudget.Options = {}
) => {
  const log: Array<Cloud.Seen> = []
  return {
    log,
    layer: Retry.layer(options).pipe(
      Layer.provide(EzvizClient.layerTransport({ baseUrl: "http://cloud.example" })),
      Layer.provide(Cloud.layer((_seen, index) => reply(index), log)),
      Layer.provide(RetryBudget.layer(budget))
    )
  }
}

const counted = (counter: Metric.Metric.Counter<number>) =>
  Effect.map(Metric.value(counter), ({ count }) => count)

describe("a device that sleeps", () => {
  for (const code of ["2009", "20008"]) {
    it.effect(`is asked again after ${code}, with time to wake up`, () => {
      const cloud = counting((index) => Effect.succeed(index < 2 ? Cloud.code(code) : info))
      return Effect.gen(function* () {
        const fiber = yield* Effect.fork(longestWaits(Device.getInfo(device)))
        yield* TestClock.adjust("1999 millis")
        assert.strictEqual(cloud.log.length, 1)
        yield* TestClock.adjust("1 millis")
        assert.strictEqual(cloud.log.length, 2)
        yield* TestClock.adjust("4 seconds")
        assert.strictEqual((yield* Fiber.join(fiber)).model, "C1")
      }).pipe(Effect.provide(cloud.layer))
    })
  }

  it.effect("is given up after three tries more", () => {
    const cloud = counting(() => Effect.succeed(Cloud.code("20008")))
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Effect.flip(Device.getStatus(device)))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "DeviceTimeout")
      assert.strictEqual(cloud.log.length, 4)
    }).pipe(Effect.provide(cloud.layer))
  })

  const capture = Device.capture({ ...device, channelNo: 1 })

  it.effect("is not sent a write again that may have been done, unless the caller says it is safe", () => {
    const cloud = counting((index) =>
      Effect.succeed(index < 2 ? Cloud.code("20008") : Cloud.ok({ picUrl: "http://pictures.example/1.jpg" }))
    )
    return Effect.gen(function* () {
      const error = yield* Effect.flip(capture)
      assert.isTrue(error._tag === "DeviceTimeout" && error.maybeApplied)
      assert.strictEqual(cloud.log.length, 1)
      const fiber = yield* Effect.fork(
        Retry.withPolicy({ repeatable: (_semantics, error) => error.retryable })(capture)
      )
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.log.length, 3)
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("the policy", () => {
  it.effect("that is more special wins: call, operation, meaning, layer", () => {
    const cloud = counting(() => Effect.succeed(Cloud.code("10029")), {
      retries: 1,
      errors: { FrequencyLimited: { retries: 2 } },
      operations: { "device.getStatus": { retries: 4 } }
    })
    const sent = (call: Effect.Effect<unknown, unknown, EzvizClient.EzvizClient>) =>
      Effect.gen(function* () {
        const before = cloud.log.length
        const fiber = yield* Effect.fork(Effect.flip(call))
        yield* TestClock.adjust("5 minutes")
        yield* Fiber.join(fiber)
        return cloud.log.length - before
      })
    return Effect.gen(function* () {
      assert.strictEqual(yield* sent(Device.getInfo(device)), 3)
      assert.strictEqual(yield* sent(Device.getStatus(device)), 5)
      assert.strictEqual(yield* sent(Retry.withPolicy({ retries: 0 })(Device.getStatus(device))), 1)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("doubles the longest wait up to the cap", () => {
    const cloud = counting(() => Effect.fail("reset"), { retries: 4, base: "1 second", cap: "3 seconds" })
    return Effect.gen(function* () {
      yield* Effect.fork(longestWaits(Effect.flip(Device.getInfo(device))))
      const sent: Array<number> = []
      for (let second = 0; second < 10; second++) {
        yield* Effect.yieldNow()
        sent.push(cloud.log.length)
        yield* TestClock.adjust("1 second")
      }
      assert.deepStrictEqual(sent, [1, 2, 2, 3, 3, 3, 4, 4, 4, 5])
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("a wait", () => {
  it.effect("is a random share of the longest one", () => {
    const cloud = counting(() => Effect.fail("reset"), { retries: 1, base: "1 second" })
    return Effect.gen(function* () {
      const half = Effect.withRandom({ ...Random.make("half"), next: Effect.succeed(0.5) })
      const fiber = yield* Effect.fork(half(Effect.flip(Device.getInfo(device))))
      yield* TestClock.adjust("499 millis")
      assert.strictEqual(cloud.log.length, 1)
      yield* TestClock.adjust("1 millis")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.log.length, 2)
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("a wait that the server asks for", () => {
  const asking = (seconds: string) =>
    counting((index) =>
      Effect.succeed(index === 0 ? { status: 503, headers: { "retry-after": seconds }, body: "busy" } : info)
    )

  it.effect("is kept to, up to half a minute", () => {
    const cloud = asking("30")
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Device.getInfo(device))
      yield* TestClock.adjust("29999 millis")
      assert.strictEqual(cloud.log.length, 1)
      yield* TestClock.adjust("1 millis")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.log.length, 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("and is longer is the caller's to decide on", () => {
    const cloud = asking("31")
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.isTrue(error._tag === "GatewayFailure" && error.retryAfterMillis === 31_000)
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("a call that failed", () => {
  const failure = { operation: "some.call", attempts: 1, requestSent: "maybe", reason: "ECONNRESET" } as const

  it("may be sent again if it passes by itself, and is safe to repeat or was surely not applied", () => {
    for (const [semantics, maybeApplied, repeatable] of [
      ["read", true, true],
      ["idempotent", true, true],
      ["once", true, false],
      ["once", false, true]
    ] as const) {
      const error = new ApiError.TransportFailure({ ...failure, maybeApplied })
      assert.strictEqual(Retry.isRepeatable(semantics, error), repeatable)
    }
    const refused = { ...failure, maybeApplied: false, code: "20002", vendorMessage: "", httpStatus: 200 }
    assert.isFalse(Retry.isRepeatable("read", new ApiError.DeviceNotFound(refused)))
  })

  for (const [first, maybeApplied] of [
    ["reset", true],
    ["refused", false]
  ] as const) {
    it.effect(`says in the end whether an attempt before may have been applied: ${first}`, () => {
      const cloud = counting((index) =>
        index === 0 ? Effect.fail(first) : Effect.succeed(Cloud.code("20002"))
      )
      return Effect.gen(function* () {
        const again = Retry.withPolicy({ repeatable: (_semantics, error) => error.retryable })
        const fiber = yield* Effect.fork(Effect.flip(again(Device.capture({ ...device, channelNo: 1 }))))
        yield* TestClock.adjust("1 minute")
        const error = yield* Fiber.join(fiber)
        assert.deepStrictEqual([error._tag, error.maybeApplied], ["DeviceNotFound", maybeApplied])
      }).pipe(Effect.provide(cloud.layer))
    })
  }
})

describe("who listens", () => {
  it.effect("is told of every retry when it begins: which call, which attempt, and why", () => {
    const told: Array<readonly [string, number, string, number]> = []
    const cloud = counting((index) =>
      Effect.succeed(index === 0 ? Cloud.code("10029") : index === 1 ? Cloud.code("20008") : info)
    )
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Device.getInfo(device))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(told, [
        ["device.getInfo", 2, "FrequencyLimited", 1],
        ["device.getInfo", 3, "DeviceTimeout", 2]
      ])
    }).pipe(
      Effect.provide(cloud.layer),
      Effect.provideService(Retry.OnRetry, ({ attempt, error, operation }) =>
        Effect.sync(() => void told.push([operation, attempt, error._tag, cloud.log.length]))
      )
    )
  })
})

describe("the budget", () => {
  it.effect("ends retries when it is used up, counts them, and is refilled by successes", () => {
    let failing = true
    const cloud = counting(
      () => Effect.succeed(failing ? Cloud.code("10029") : info),
      {},
      { capacity: 10, cost: 5, deposit: 1 }
    )
    const settle = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.fork(effect)
        yield* TestClock.adjust("1 minute")
        return yield* Fiber.join(fiber)
      })
    return Effect.gen(function* () {
      const refused = Metric.tagged(Metrics.retriesRefused, "operation", "device.getInfo")
      const before = yield* counted(refused)
      yield* settle(Effect.flip(Device.getInfo(device)))
      assert.strictEqual(cloud.log.length, 3)
      assert.strictEqual((yield* counted(refused)) - before, 1)
      yield* settle(Effect.flip(Device.getInfo(device)))
      assert.strictEqual(cloud.log.length, 4)
      failing = false
      yield* settle(Effect.repeatN(Device.getInfo(device), 4))
      failing = true
      cloud.log.length = 0
      yield* settle(Effect.flip(Device.getInfo(device)))
      assert.strictEqual(cloud.log.length, 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("gives back what a retry cost that led to success", () => {
    // Enough for one retry at a time, and every other answer is a refusal.
    const cloud = counting(
      (index) => Effect.succeed(index % 2 === 0 ? Cloud.code("10029") : info),
      {},
      { capacity: 5, cost: 5, deposit: 0 }
    )
    return Effect.gen(function* () {
      for (let call = 0; call < 3; call++) {
        const fiber = yield* Effect.fork(Device.getInfo(device))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* Fiber.join(fiber)).model, "C1")
      }
      assert.strictEqual(cloud.log.length, 6)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("is not spent on what is not tried again", () => {
    let code = "20002"
    const cloud = counting(() => Effect.succeed(Cloud.code(code)), {}, { capacity: 5 })
    return Effect.gen(function* () {
      for (let sent = 0; sent < 5; sent++) yield* Effect.flip(Device.getInfo(device))
      code = "10029"
      const fiber = yield* Effect.fork(Effect.flip(Device.getInfo(device)))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.log.length, 7)
    }).pipe(Effect.provide(cloud.layer))
  })

  it("is one for the process unless another is provided", () => {
    assert.strictEqual(
      Effect.runSync(RetryBudget.RetryBudget),
      Effect.runSync(Effect.provide(RetryBudget.RetryBudget, Layer.empty))
    )
  })
})

describe("metrics", () => {
  it.effect("count calls by outcome, and retries by reason", () => {
    const cloud = counting((index) => Effect.succeed(index === 0 ? Cloud.code("10029") : info))
    return Effect.gen(function* () {
      const ok = Metric.tagged(Metric.tagged(Metrics.calls, "operation", "device.getInfo"), "outcome", "ok")
      const retries = Metric.tagged(
        Metric.tagged(Metrics.retries, "operation", "device.getInfo"),
        "reason",
        "FrequencyLimited"
      )
      const before = [yield* counted(ok), yield* counted(retries)] as const
      const fiber = yield* Effect.fork(Device.getInfo(device))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(
        [(yield* counted(ok)) - before[0], (yield* counted(retries)) - before[1]],
        [1, 1]
      )
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("an open circuit", () => {
  it.effect("is not waited for, although it may close", () => {
    let calls = 0
    const open = new ApiError.CircuitOpen({
      operation: "device.getInfo",
      attempts: 0,
      maybeApplied: false,
      retryAfterMillis: 1000
    })
    const below = Layer.succeed(EzvizClient.EzvizClient, {
      send: () =>
        Effect.suspend(() => {
          calls += 1
          return Effect.fail(open)
        })
    })
    return Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(Device.getInfo(device)))._tag, "CircuitOpen")
      assert.strictEqual(calls, 1)
    }).pipe(Effect.provide(Layer.provide(Retry.layer(), below)))
  })
})
