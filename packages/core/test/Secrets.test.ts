import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { Device, Ezviz, EzvizClient, Live, Retry } from "@effect-ezviz/core"
import { Effect, type Exit, Layer, Logger, LogLevel, Redacted, Tracer } from "effect"
import * as Cloud from "./cloud.js"

const planted = {
  appSecret: "PLANTED-APP-SECRET",
  token: "at.planted-access-token",
  validateCode: "PLANTED-VALIDATE-CODE",
  signature: "PLANTED-SIGNATURE"
}

const everything = (value: unknown) => inspect(value, { depth: 20, showHidden: true, getters: true })

/** Keeps all that a log or a trace would show. */
const listen = () => {
  const shown: Array<string> = []
  const tracer = Tracer.make({
    span: (name, parent, context, links, startTime, kind) => {
      const attributes = new Map<string, unknown>()
      return {
        _tag: "Span",
        spanId: "1",
        traceId: "1",
        name,
        parent,
        context,
        links,
        kind,
        sampled: true,
        attributes,
        status: { _tag: "Started", startTime },
        attribute: (key, value) => void attributes.set(key, value),
        event: (event, _time, details) => void shown.push(everything([event, details])),
        addLinks: () => undefined,
        end: (_time, exit) => void shown.push(everything([name, [...attributes], exit]))
      }
    },
    context: (f) => f()
  })
  const logger = Logger.make((entry) => {
    shown.push(everything([entry.message, entry.cause, [...entry.annotations]]))
  })
  return {
    shown,
    layer: Layer.mergeAll(
      Layer.setTracer(tracer),
      Logger.replace(Logger.defaultLogger, logger),
      Logger.minimumLogLevel(LogLevel.All)
    )
  }
}

describe("secrets", () => {
  const replies: ReadonlyArray<readonly [name: string, reply: Cloud.Reply | "echo" | "reset"]> = [
    ["a success", Cloud.ok({ picUrl: `https://x.example/a.jpg?Signature=${planted.signature}` })],
    ["a refusal that echoes what it was sent", "echo"],
    [
      "a page that echoes them",
      { status: 502, body: `<p>accessToken=${planted.token}&code=${planted.validateCode}</p>` }
    ],
    ["a success of the wrong shape", Cloud.ok({ picUrl: { leaked: planted.signature } })],
    ["no answer", "reset"]
  ]

  for (const [name, reply] of replies) {
    it.effect(`appear in no log, span or exit of ${name}`, () => {
      const { layer, shown } = listen()
      return Effect.gen(function* () {
        const exits: Array<Exit.Exit<unknown, unknown>> = []
        const watch = <A, E, R>(call: Effect.Effect<A, E, R>) =>
          Effect.gen(function* () {
            const exit = yield* Effect.exit(
              call.pipe(Effect.tapErrorCause(Effect.logError), Retry.withPolicy({ retries: 0 }))
            )
            yield* Effect.log(exit)
            exits.push(exit)
          })
        const device = { deviceSerial: "900000001" }
        const validateCode = Redacted.make(planted.validateCode)
        yield* watch(Device.capture({ ...device, channelNo: 1 }))
        yield* watch(Device.add({ ...device, validateCode }))
        yield* watch(Live.getAddress({ ...device, code: validateCode }))
        const text = shown.join("\n") + everything(exits) + JSON.stringify(exits)
        assert.include(shown.join("\n"), "ezviz.attempt")
        for (const secret of Object.values(planted)) assert.notInclude(text, secret)
      }).pipe(
        Effect.provide(
          Ezviz.layer({ appKey: "key", appSecret: Redacted.make(planted.appSecret) }).pipe(
            Layer.provide(
              Cloud.layer((seen): Effect.Effect<Cloud.Reply, "reset"> => {
                if (seen.url.pathname === "/api/lapp/token/get") {
                  return Effect.succeed(Cloud.token(planted.token, 7 * 24 * 3_600_000))
                }
                if (reply === "echo") {
                  return Effect.succeed({ body: { code: "20010", msg: [...seen.form.values()].join(" ") } })
                }
                return reply === "reset" ? Effect.fail("reset") : Effect.succeed(reply)
              })
            )
          )
        ),
        Effect.provide(layer)
      )
    })
  }

  it.effect("are not cut in half by the excerpt of a page that is mostly blank", () =>
    Effect.gen(function* () {
      const validateCode = Redacted.make(planted.validateCode)
      for (const size of [1024, 2048, 4096, 8192]) {
        const body = `<p>${" ".repeat(size - 3 - 8)}${planted.validateCode}</p>`
        const error = yield* Effect.flip(Device.add({ deviceSerial: "900000001", validateCode })).pipe(
          Effect.provide(
            EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
              Layer.provide(Cloud.layer(() => Effect.succeed({ status: 502, body })))
            )
          )
        )
        assert.strictEqual(error._tag === "GatewayFailure" && error.excerpt, "<p> <redacted></p>")
      }
    })
  )

  const password = `p@ss "wörd"/\\1 <it's>`
  for (const [name, spelled] of [
    ["as it is", password],
    ["as the form that was sent", new URLSearchParams({ password }).toString().replace("password=", "")],
    ["as a form with small digits", "p%40ss+%22w%c3%b6rd%22%2f%5c1+%3cit%27s%3e"],
    ["as a part of an address", encodeURIComponent(password)],
    ["as JSON", JSON.stringify(password)],
    ["as JSON of PHP", JSON.stringify(password).replaceAll("/", "\\/")],
    ["as a page", "p@ss &quot;wörd&quot;/\\1 &lt;it&#39;s&gt;"],
    ["in capitals", password.toUpperCase()]
  ] as const) {
    it.effect(`are found when they come back ${name}`, () =>
      Effect.gen(function* () {
        const call = EzvizClient.request({
          method: "POST",
          path: "/api/lapp/some/new/endpoint",
          parameters: { password: Redacted.make(password) }
        })
        for (const reply of [
          { status: 500, body: `<p>${spelled}, refused` },
          { body: { code: "99999", msg: `<p>${spelled}, refused` } }
        ]) {
          const error = yield* Effect.flip(call).pipe(Effect.provide(Cloud.withToken(reply)))
          const text = "excerpt" in error ? error.excerpt : "vendorMessage" in error && error.vendorMessage
          assert.match(String(text), /^<p>"?<redacted>"?, refused$/)
        }
      })
    )
  }
})
