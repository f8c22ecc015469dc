import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { Alarm, ApiError, Device, Ezviz, EzvizClient, Live, Ptz, Retry } from "@effect-ezviz/core"
import {
  ConfigProvider,
  DateTime,
  Deferred,
  Duration,
  Effect,
  Exit,
  Fiber,
  Layer,
  Redacted,
  Schema,
  TestClock
} from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "./cloud.js"

const secret = "PLANTED-APP-SECRET"
const week = 7 * 24 * 3_600_000

const client = (
  answer: Parameters<typeof Cloud.layer>[0],
  log: Array<Cloud.Seen> = [],
  options: Partial<Ezviz.Options> = {}
) =>
  Ezviz.layer({ appKey: "key", appSecret: Redacted.make(secret), ...options }).pipe(
    Layer.provide(Cloud.layer(answer, log))
  )

/** Gives tokens of a week by number, and answers all else by `rest`. */
const withTokens = (
  rest: (seen: Cloud.Seen, index: number) => Effect.Effect<Cloud.Reply, "reset" | "refused">
) =>
  (() => {
    let issued = 0
    return (seen: Cloud.Seen, index: number) =>
      seen.url.pathname === "/api/lapp/token/get"
        ? Effect.map(Effect.clock, (clock) =>
            // Whole milliseconds, also after a wait at random.
            Cloud.token(`at.number-${++issued}`, Math.floor(clock.unsafeCurrentTimeMillis()) + week)
          )
        : rest(seen, index)
  })()

const isTokenRequest = (seen: Cloud.Seen) => seen.url.pathname === "/api/lapp/token/get"

const device = { deviceSerial: "900000001" }

const info = Cloud.ok({
  deviceSerial: "900000001",
  deviceName: "fake device",
  model: "CS-C1-11WPFR",
  status: 0,
  defence: 1,
  isEncrypt: 0
})

describe("a call", () => {
  it.effect("gets a token, follows its areaDomain, and sends the form", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const answer = yield* Device.getInfo(device)
      assert.strictEqual(answer.status, "offline")
      assert.strictEqual(answer.defence, "armed")
      assert.strictEqual(answer.isEncrypt, false)
      assert.deepStrictEqual(
        log.map((seen) => seen.url.href),
        [
          "https://open.ezvizlife.com/api/lapp/token/get",
          "https://iusopen.ezvizlife.com/api/lapp/device/info"
        ]
      )
      assert.deepStrictEqual(
        [...(log[1]?.form ?? [])],
        [
          ["deviceSerial", "900000001"],
          ["accessToken", "at.one"]
        ]
      )
    }).pipe(
      Effect.provide(
        client(
          (seen) =>
            Effect.succeed(
              isTokenRequest(seen) ? Cloud.token("at.one", week, "https://iusopen.ezvizlife.com") : info
            ),
          log
        )
      )
    )
  })

  it.effect("does not tell the token to a host that is none of the vendor's", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.strictEqual(error._tag, "AccessTokenUnavailable")
      assert.strictEqual(log.length, 1)
    }).pipe(
      Effect.provide(
        client(
          () => Effect.succeed(Cloud.token("at.one", week, "https://open.ezvizlife.com.evil.example")),
          log
        )
      )
    )
  })

  it.effect("sends no trace headers to the vendor", () => {
    const log: Array<Cloud.Seen> = []
    return Device.getInfo(device).pipe(
      Effect.withSpan("parent"),
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(info)),
          log
        )
      ),
      Effect.tap(() =>
        Effect.sync(() => {
          for (const seen of log) {
            assert.isUndefined(seen.headers["traceparent"])
            assert.isUndefined(seen.headers["b3"])
          }
        })
      )
    )
  })

  it.effect("names the parameter and sends nothing when the input is wrong", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const page = yield* Effect.flip(Device.list({ pageSize: 51 }))
      assert.isTrue(page._tag === "InvalidInput" && page.parameter === "pageSize")
      assert.include(page.message, "a whole number from 1 to 50")
      const excess = yield* Effect.flip(Device.list({ pageSzie: 5 } as never))
      assert.isTrue(excess._tag === "InvalidInput" && excess.parameter === "pageSzie")
      // @ts-expect-error playback has no hls
      const hls = yield* Effect.flip(Live.getAddress({ ...device, type: "localRecording", protocol: "hls" }))
      assert.isTrue(hls._tag === "InvalidInput" && hls.parameter === "protocol")
      const order = yield* Effect.flip(
        Live.getAddress({
          ...device,
          type: "cloudRecording",
          startTime: "2022-08-22 13:59:13",
          stopTime: "2022-08-22 13:59:12"
        })
      )
      assert.isTrue(order._tag === "InvalidInput" && order.parameter === "stopTime")
      // A plain string where a Redacted belongs is refused without being repeated.
      const plain = yield* Effect.flip(Device.add({ ...device, validateCode: "SECRET" as never }))
      assert.isTrue(plain._tag === "InvalidInput" && plain.parameter === "validateCode")
      assert.notInclude(inspect(plain, { depth: 9 }), "SECRET")
      assert.strictEqual(log.length, 0)
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(info)),
          log
        )
      )
    )
  })

  it.effect("puts numbers on the wire for names, and leaves out what is not given", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Ptz.start({ ...device, channelNo: 1, direction: "lowerLeft", speed: "fast" })
      yield* Live.getAddress({ ...device, protocol: "hls", expireTime: Duration.minutes(5) }).pipe(
        Effect.ignore
      )
      yield* Device.getStatus({ ...device, channelNo: 2 }).pipe(Effect.ignore)
      yield* Alarm.list({ startTime: DateTime.unsafeMake(1_457_420_564_508), status: "all" }).pipe(
        Effect.ignore
      )
      const forms = log.slice(1).map((seen) => {
        const form = new URLSearchParams(seen.form)
        form.delete("accessToken")
        form.delete("deviceSerial")
        return form.toString()
      })
      assert.deepStrictEqual(forms, [
        "channelNo=1&direction=5&speed=2",
        "expireTime=300&protocol=2",
        "channel=2",
        "startTime=1457420564508&status=2"
      ])
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(Cloud.ok({}))),
          log
        )
      )
    )
  })
})

describe("an answer", () => {
  const failing = (reply: Cloud.Reply, operation = Effect.flip(Device.getInfo(device))) =>
    operation.pipe(
      Retry.withPolicy({ retries: 0 }),
      Effect.provide(client(withTokens(() => Effect.succeed(reply))))
    )

  it.effect("means what the operation's own table says, as a number or a string", () =>
    Effect.gen(function* () {
      const number = yield* failing(Cloud.code(20002))
      const text = yield* failing(Cloud.code("20018"))
      assert.strictEqual(number._tag, "DeviceNotFound")
      assert.strictEqual(text._tag, "DeviceNotOwned")
      assert.isTrue(number._tag === "DeviceNotFound" && number.vendorMessage === "vendor text")
    })
  )

  it.effect("is UnknownCode where the code is not documented", () =>
    Effect.gen(function* () {
      for (const code of ["99999", "110002", "60019", "toString", "__proto__"]) {
        const error = yield* failing(Cloud.code(code))
        assert.isTrue(error._tag === "UnknownCode" && error.code === code)
      }
    })
  )

  it.effect("is read before its HTTP status", () =>
    Effect.gen(function* () {
      const coded = yield* failing({ status: 401, body: { meta: { code: 20002, message: "x" } } })
      assert.strictEqual(coded._tag, "DeviceNotFound")
      const gateway = yield* failing({ status: 502, body: "<html>Bad gateway</html>" })
      assert.isTrue(gateway._tag === "GatewayFailure" && gateway.httpStatus === 502)
      const missing = yield* failing({ status: 404, body: "Not found" })
      assert.strictEqual(missing._tag, "EndpointUnavailable")
      const login = yield* failing({ body: "<html>login</html>" })
      assert.isTrue(login._tag === "MalformedAnswer" && login.problem === "notJson")
      const moved = yield* failing({
        status: 302,
        headers: { location: "https://elsewhere.example" },
        body: ""
      })
      assert.strictEqual(moved._tag, "HttpFailure")
    })
  )

  it.effect("that lacks its data is a DecodeFailure naming where, and never the value", () =>
    Effect.gen(function* () {
      const error = yield* failing(Cloud.ok({ deviceSerial: { nested: "PLANTED" } }))
      assert.strictEqual(error._tag, "DecodeFailure")
      assert.notInclude(inspect(error, { depth: 9 }), "PLANTED")
    })
  )

  it.effect("keeps unknown fields and values, and reads what differs in the field", () =>
    Effect.gen(function* () {
      const page = yield* Device.list({})
      const [item] = page.items
      assert.deepStrictEqual(item?.extra, { riskLevel: 0, netAddress: "203.0.113.1" })
      assert.strictEqual(item?.status, 7)
      assert.strictEqual(item?.defence, "away")
      assert.strictEqual(item?.updateTime, "1504251045000")
    }).pipe(
      Effect.provide(
        client(
          withTokens(() =>
            Effect.succeed({
              body: {
                code: 200,
                page: null,
                data: [
                  {
                    deviceSerial: "900000001",
                    deviceName: null,
                    deviceType: "C1",
                    status: 7,
                    defence: "16",
                    deviceVersion: "V4.2.5 build 151223",
                    updateTime: 1_504_251_045_000,
                    riskLevel: 0,
                    netAddress: "203.0.113.1"
                  }
                ]
              }
            })
          )
        )
      )
    )
  )
})

describe("the access token", () => {
  it.effect("is renewed once on 10002, for all who failed with the old one", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const results = yield* Effect.all(
        Array.from({ length: 200 }, () => Device.getInfo(device)),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(results.length, 200)
      assert.strictEqual(log.filter(isTokenRequest).length, 2)
    }).pipe(
      Effect.provide(
        client(
          withTokens((seen) =>
            Effect.zipRight(
              Effect.yieldNow(),
              Effect.succeed(seen.form.get("accessToken") === "at.number-1" ? Cloud.code("10002") : info)
            )
          ),
          log
        )
      )
    )
  })

  it.effect("ends in TokenRejected naming the host when a fresh one is refused too", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.isTrue(error._tag === "TokenRejected" && error.host === "open.ezvizlife.com")
      assert.match(error.message, /at open\.ezvizlife\.com; likely the region does not fit/)
      assert.strictEqual(error.attempts, 2)
      assert.strictEqual(log.filter(isTokenRequest).length, 2)
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(Cloud.code("10002"))),
          log
        )
      )
    )
  })

  for (const [refused, tag] of [
    ["10001", "ParameterError"],
    ["10005", "AppKeyInvalid"],
    ["10017", "AppKeyNotFound"],
    ["10030", "AppSecretMismatch"],
    ["10031", "PermissionDenied"]
  ] as const) {
    it.effect(`is not renewed on ${refused}`, () => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(Device.getInfo(device))
        assert.strictEqual(error._tag, tag)
        assert.strictEqual(log.length, 2)
      }).pipe(
        Effect.provide(
          client(
            withTokens(() => Effect.succeed(Cloud.code(refused))),
            log
          )
        )
      )
    })
  }

  it.effect("is renewed ahead of its end, while the old one still serves", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* Device.getInfo(device)
      yield* TestClock.adjust("6 days")
      yield* Device.getInfo(device)
      assert.strictEqual(log.filter(isTokenRequest).length, 1)
      yield* TestClock.adjust("13 hours")
      yield* Device.getInfo(device)
      yield* Effect.yieldNow()
      yield* Device.getInfo(device)
      assert.strictEqual(log.filter(isTokenRequest).length, 2)
      assert.strictEqual(log.at(-1)?.form.get("accessToken"), "at.number-2")
      yield* TestClock.adjust("30 days")
      yield* Device.getInfo(device)
      assert.strictEqual(log.at(-1)?.form.get("accessToken"), "at.number-3")
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(info)),
          log
        )
      )
    )
  })

  it.effect("still comes for those who wait when the first to ask is interrupted", () =>
    Effect.gen(function* () {
      const gate = yield* Deferred.make<void>()
      const log: Array<Cloud.Seen> = []
      const tokens = withTokens(() => Effect.succeed(info))
      yield* Effect.gen(function* () {
        const leader = yield* Effect.fork(Device.getInfo(device))
        yield* Effect.yieldNow()
        const waiter = yield* Effect.fork(Device.getInfo(device))
        yield* Effect.yieldNow()
        yield* Fiber.interrupt(leader)
        yield* Deferred.succeed(gate, undefined)
        assert.strictEqual((yield* Fiber.join(waiter)).model, "CS-C1-11WPFR")
        assert.strictEqual(log.filter(isTokenRequest).length, 1)
      }).pipe(
        Effect.provide(
          client(
            (seen, index) =>
              isTokenRequest(seen)
                ? Effect.zipRight(Deferred.await(gate), tokens(seen, index))
                : tokens(seen, index),
            log
          )
        )
      )
    })
  )

  it.effect("tells by AccessTokenUnavailable why it could not be had, without the secret", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.isTrue(error._tag === "AccessTokenUnavailable" && error.code === "10030")
      assert.include(error.message, "the appSecret does not belong to the appKey (code 10030)")
      assert.instanceOf(error.cause, ApiError.AppSecretMismatch)
      assert.notInclude(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error), secret)
    }).pipe(
      Effect.provide(
        client(() => Effect.succeed({ body: { code: "10030", msg: `appSecret=${secret} mismatched` } }))
      )
    )
  )
})

describe("the configuration from the environment", () => {
  const built = (variables: Record<string, string>) =>
    Effect.exit(Effect.scoped(Layer.build(Ezviz.layerConfig()))).pipe(
      Effect.provide(Cloud.layer(() => Effect.never)),
      Effect.withConfigProvider(
        ConfigProvider.fromMap(
          new Map(Object.entries({ EZVIZ_APP_KEY: "key", EZVIZ_APP_SECRET: secret, ...variables }))
        )
      )
    )

  it.effect("takes an empty address for none", () =>
    Effect.gen(function* () {
      assert.isTrue(Exit.isSuccess(yield* built({ EZVIZ_BASE_URL: "" })))
      assert.isTrue(Exit.isSuccess(yield* built({ EZVIZ_BASE_URL: "http://127.0.0.1:8080/proxy" })))
    })
  )

  for (const [name, value] of [
    ["EZVIZ_APP_KEY", ""],
    ["EZVIZ_APP_SECRET", ""],
    ["EZVIZ_BASE_URL", "open.ezvizlife.com"],
    ["EZVIZ_BASE_URL", "ftp://open.ezvizlife.com"]
  ] as const) {
    it.effect(`says that ${name} cannot be "${value}" before anything is sent`, () =>
      Effect.gen(function* () {
        const exit = yield* built({ [name]: value })
        assert.include(String(exit), name)
        assert.notInclude(String(exit), secret)
      })
    )
  }
})

describe("a retry", () => {
  const sent = (reply: (index: number) => Effect.Effect<Cloud.Reply, "reset" | "refused">) => {
    const log: Array<Cloud.Seen> = []
    let calls = 0
    return {
      log,
      layer: client(
        withTokens(() => reply(calls++)),
        log
      ),
      count: () => calls
    }
  }

  it.effect("waits out 10029, on a write too", () => {
    const cloud = sent((index) =>
      Effect.succeed(index < 2 ? Cloud.code("10029") : Cloud.ok({ picUrl: "http://x/y.jpg" }))
    )
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Device.capture({ ...device, channelNo: 1 }))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.count(), 3)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("never sends a write again after an ambiguous failure, and says so", () => {
    const cloud = sent(() => Effect.fail("reset"))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.capture({ ...device, channelNo: 1 }))
      assert.isTrue(error._tag === "TransportFailure" && error.maybeApplied)
      assert.strictEqual(cloud.count(), 1)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("sends a write again that surely never left", () => {
    const cloud = sent((index) => (index === 0 ? Effect.fail("refused") : Effect.succeed(Cloud.ok())))
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(
        Ptz.start({ ...device, channelNo: 1, direction: "left", speed: "slow" })
      )
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.count(), 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("never repeats what a quota has ended", () => {
    const cloud = sent(() => Effect.succeed(Cloud.code("10028")))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.capture({ ...device, channelNo: 1 }))
      assert.strictEqual(error._tag, "QuotaExhausted")
      assert.strictEqual(cloud.count(), 1)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("says what a sub-account may not do also where the chapter does not list it", () => {
    const codes = ["10031", "10036"]
    const cloud = sent((index) => Effect.succeed(Cloud.code(codes[index] ?? "200")))
    return Effect.gen(function* () {
      const denied = yield* Effect.flip(Device.getInfo(device))
      assert.strictEqual(denied._tag, "PermissionDenied")
      assert.strictEqual((yield* Effect.flip(Device.getInfo(device)))._tag, "SubAccountFrozen")
      assert.strictEqual(cloud.count(), 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("waits as long as the server asks", () => {
    const cloud = sent((index) =>
      Effect.succeed(index === 0 ? { status: 503, headers: { "retry-after": "30" }, body: "busy" } : info)
    )
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Device.getInfo(device))
      yield* TestClock.adjust("29 seconds")
      assert.strictEqual(cloud.count(), 1)
      yield* TestClock.adjust("1 second")
      yield* Fiber.join(fiber)
      assert.strictEqual(cloud.count(), 2)
    }).pipe(Effect.provide(cloud.layer))
  })

  it.effect("leaves it to the caller to wait longer than half a minute", () => {
    const busy = { status: 503, headers: { "retry-after": "31" }, body: "busy" }
    const cloud = sent(() => Effect.succeed(busy))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(Device.getInfo(device))
      assert.isTrue(error._tag === "GatewayFailure" && error.retryAfterMillis === 31_000)
      assert.strictEqual(cloud.count(), 1)
    }).pipe(Effect.provide(cloud.layer))
  })

  for (const [name, last] of [
    ["was surely not sent", Effect.fail("refused" as const)],
    ["was refused", Effect.succeed(Cloud.code("10001"))],
    ["found the token dead, and was replayed", Effect.succeed(Cloud.code("10002"))],
    ["finds things already so", Effect.succeed(Cloud.code("60016"))]
  ] as const) {
    it.effect(`does not forget that one before may have been applied when the last ${name}`, () => {
      const cloud = sent((index) => (index === 0 ? Effect.fail("reset") : last))
      return Effect.gen(function* () {
        const fiber = yield* Effect.fork(Effect.flip(Device.enableEncryption(device)))
        yield* TestClock.adjust("1 minute")
        const error = yield* Fiber.join(fiber)
        assert.isAbove(error.attempts, 1)
        assert.isTrue(error.maybeApplied)
        assert.isTrue(JSON.parse(JSON.stringify(error)).maybeApplied)
      }).pipe(Effect.provide(cloud.layer))
    })
  }

  it.effect("stops at the time limit of the call", () => {
    const cloud = sent(() => Effect.never)
    return Effect.gen(function* () {
      const fiber = yield* Effect.fork(Effect.flip(Device.getInfo(device)))
      yield* TestClock.adjust("60 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "CallTimeout")
    }).pipe(Effect.provide(cloud.layer))
  })
})

describe("an endpoint that the SDK does not know", () => {
  const Picture = Schema.Struct({ uuid: Schema.String })

  it.effect("is sent with its parameters in their places, and its answer is read by the schema", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const picture = yield* EzvizClient.request({
        method: "PUT",
        path: "/api/v3/some/endpoint",
        parameters: {
          deviceSerial: "900000001",
          volume: 7,
          code: Redacted.make("ABCDEF"),
          absent: undefined
        },
        in: { deviceSerial: "header", volume: "query", code: "body" },
        auth: "header",
        success: Picture
      })
      expectTypeOf(picture).toEqualTypeOf<{ readonly uuid: string }>()
      assert.deepStrictEqual(picture, { uuid: "1" })
      const sent = log.at(-1)
      assert.strictEqual(sent?.method, "PUT")
      assert.strictEqual(sent?.url.pathname, "/api/v3/some/endpoint")
      assert.strictEqual(sent?.url.search, "?volume=7")
      assert.strictEqual(sent?.headers["deviceserial"], "900000001")
      assert.strictEqual(sent?.headers["accesstoken"], "at.number-1")
      assert.deepStrictEqual([...(sent?.form ?? [])], [['{"code":"ABCDEF"}', ""]])
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed({ body: { meta: { code: 200 }, data: { uuid: "1" } } })),
          log
        )
      )
    )
  })

  it.effect("has its data as it came without a schema, and GET asks by query and header", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const data = yield* EzvizClient.request({
        method: "GET",
        path: "/api/some/endpoint",
        parameters: { pageStart: 0 }
      })
      expectTypeOf(data).toBeUnknown()
      assert.deepStrictEqual(data, [1, "two"])
      assert.strictEqual(log.at(-1)?.url.search, "?pageStart=0")
      assert.strictEqual(log.at(-1)?.headers["accesstoken"], "at.number-1")
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(Cloud.ok([1, "two"]))),
          log
        )
      )
    )
  })

  it.effect("replaces a dead token once, and knows the codes that mean the same everywhere", () => {
    const codes = ["10002", "10007"]
    return Effect.gen(function* () {
      const error = yield* Effect.flip(EzvizClient.request({ method: "POST", path: "/api/some/endpoint" }))
      assert.strictEqual(error._tag, "QuotaExhausted")
      assert.strictEqual(error.operation, "POST /api/some/endpoint")
      assert.strictEqual(error.attempts, 2)
      assert.deepStrictEqual(codes, [])
    }).pipe(Effect.provide(client(withTokens(() => Effect.sync(() => Cloud.code(codes.shift() ?? "200"))))))
  })

  it.effect("answers any other code as an UnknownCode, and repeats nothing that may have happened", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const unknown = yield* Effect.flip(EzvizClient.request({ method: "POST", path: "/one", id: "my.call" }))
      assert.strictEqual(unknown._tag === "UnknownCode" && unknown.code, "20007")
      assert.strictEqual(unknown.operation, "my.call")
      const before = log.length
      const broken = yield* Effect.flip(EzvizClient.request({ method: "POST", path: "/two" }))
      assert.strictEqual(broken._tag, "TransportFailure")
      assert.isTrue(broken.maybeApplied)
      assert.strictEqual(log.length, before + 1)
    }).pipe(
      Effect.provide(
        client(
          withTokens((seen) =>
            seen.url.pathname === "/one" ? Effect.succeed(Cloud.code("20007")) : Effect.fail("reset" as const)
          ),
          log
        )
      )
    )
  })

  it.effect("asks no other host for a path, and nothing by a method that is none", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      for (const [endpoint, parameter] of [
        [{ method: "POST", path: "@evil.example/api" }, "path"],
        [{ method: "POST", path: ".evil.example/api" }, "path"],
        [{ method: "get", path: "/api/some/endpoint" }, "method"],
        [{ method: "POST", path: "/api/some/endpoint", parameters: { deviceSerial: null } }, "deviceSerial"]
      ] as const) {
        const error = yield* Effect.flip(
          EzvizClient.request(endpoint as unknown as EzvizClient.Request<never>)
        )
        assert.isTrue(error._tag === "InvalidInput" && error.parameter === parameter, error.message)
      }
      assert.deepStrictEqual(log, [])
    }).pipe(
      Effect.provide(
        client(
          withTokens(() => Effect.succeed(info)),
          log
        )
      )
    )
  })

  it.effect("shows no secret of its parameters", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(
        EzvizClient.request({
          method: "POST",
          path: "/api/some/endpoint",
          parameters: { password: Redacted.make(secret) }
        })
      )
      assert.notInclude(inspect(exit, { depth: 12, showHidden: true }) + JSON.stringify(exit), secret)
    }).pipe(
      Effect.provide(
        client(withTokens(() => Effect.succeed({ body: { code: "1", msg: `your ${secret} is wrong` } })))
      )
    )
  )
})
