/**
 * A stand-in for the EZVIZ cloud, over real HTTP on a loopback port.
 *
 * The token request is answered at `127.0.0.1` and names `localhost` as areaDomain: a token is refused anywhere else,
 * as it is in the real cloud.
 *
 * @since 0.1.0
 */
import { createServer } from "node:http"
import type * as HttpServerError from "@effect/platform/HttpServerError"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { Testing } from "@effect-ezviz/webhook"
import * as Clock from "effect/Clock"
import * as EffectContext from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Fault from "./Fault.js"
import * as Household from "./Household.js"
import * as Media from "./Media.js"
import * as Routes from "./Routes.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Default: a free one. */
  readonly port?: number | undefined
  readonly appKey?: string | undefined
  readonly appSecret?: string | undefined
  /** How many devices the account has. Default: 12. */
  readonly devices?: number | undefined
  /** Default: 7 days, as documented. */
  readonly tokenLife?: Duration.DurationInput | undefined
}

/**
 * A call that was made.
 *
 * @since 0.1.0
 * @category models
 */
export interface Served {
  readonly operation: string
  readonly code: string
}

/**
 * An alarm to raise, and who is told.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmOptions {
  readonly deviceSerial: string
  /** The alarm type's code. Default: 10002, motion. */
  readonly alarmType?: number | undefined
  /** The webhook's address. */
  readonly url: string
  /** The signing key. */
  readonly secret: Redacted.Redacted<string>
}

/**
 * What the webhook answered. A push counts as delivered when the status is 200 and the answer holds the messageId.
 *
 * @since 0.1.0
 * @category models
 */
export interface PushResult {
  readonly messageId: string
  readonly status: number
  readonly delivered: boolean
}

/**
 * The webhook did not answer.
 *
 * @since 0.1.0
 * @category errors
 */
export class PushFailed extends Data.TaggedError("PushFailed")<{ readonly url: string }> {}

/**
 * A running simulator.
 *
 * @since 0.1.0
 * @category tags
 */
export class Simulator extends EffectContext.Tag("@effect-ezviz/simulator/Simulator")<
  Simulator,
  {
    /** Where the token is asked for: the base URL to configure. */
    readonly url: string
    readonly appKey: string
    readonly appSecret: string
    /** The state, to look at and to change. */
    readonly household: Household.Household
    readonly inject: (rule: Fault.Rule) => Effect.Effect<void>
    /** Raises an alarm: it joins the list, and is pushed, signed, to the address given. */
    readonly alarm: (alarm: AlarmOptions) => Effect.Effect<PushResult, PushFailed>
    /** What was answered so far. */
    readonly served: ReadonlyArray<Served>
  }
>() {}

/** The texts of the codes that matter to a reader; the vendor's own differ from one operation to the next. */
const message = (code: string) => (code === "200" ? "Operation succeeded!" : `simulated ${code}`)

const wrap = (
  family: Routes.Route["definition"]["family"],
  code: string,
  content: Record<string, unknown>
) => {
  switch (family) {
    case "lapp":
    case "lapp-page":
      return { ...content, code, msg: message(code) }
    case "result":
      return { result: { ...content, code, msg: message(code) } }
    case "v3-meta":
      return { meta: { code: Number(code), message: message(code), moreInfo: null }, ...content }
    case "v3-status-body":
      return { status: 200, body: { meta: { code: Number(code), message: message(code) }, ...content } }
  }
}

/**
 * Runs a simulator for as long as the layer lives.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options = {}): Layer.Layer<Simulator, HttpServerError.ServeError> =>
  Layer.scoped(Simulator, make(options))

const make = Effect.fnUntraced(function* (options: Options) {
  const server = yield* NodeHttpServer.make(() => createServer(), {
    port: options.port ?? 0,
    host: "127.0.0.1"
  })
  if (server.address._tag !== "TcpAddress") return yield* Effect.dieMessage("a TCP server has a TCP address")
  const { port } = server.address
  const household = Household.make(options.devices ?? 12)
  const rules = Fault.makeRules()
  const served: Array<Served> = []
  const appKey = options.appKey ?? "simulated-app-key"
  const appSecret = options.appSecret ?? "simulated-app-secret"
  const areaHost = `localhost:${port}`
  let ids = 512_000_000_000_000_000n
  const context = {
    household,
    appKey,
    appSecret,
    areaDomain: `http://${areaHost}`,
    tokenLifeMillis: Duration.toMillis(options.tokenLife ?? Duration.days(7)),
    nextId: () => String(++ids)
  }

  const answer = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const url = new URL(request.url, `http://${request.headers["host"] ?? areaHost}`)
    const now = yield* Clock.currentTimeMillis
    const media = serveMedia(url, now, household)
    if (media !== undefined) return media

    const sent = new URLSearchParams(yield* request.text)
    const route = Routes.all.find(
      ({ definition }) => definition.method === request.method && definition.path === url.pathname
    )
    if (route === undefined) return HttpServerResponse.text("Not found", { status: 404 })
    const { definition } = route

    const fault = rules.strike(definition.id)
    if (fault?.kind === "reset") {
      NodeHttpServerRequest.toIncomingMessage(request).socket.destroy()
      return HttpServerResponse.empty()
    }
    if (fault?.kind === "html") {
      return HttpServerResponse.html(`<html><body>${fault.status}</body></html>`).pipe(
        HttpServerResponse.setStatus(fault.status)
      )
    }
    if (fault?.kind === "delay") yield* Effect.sleep(fault.millis)

    const places = { form: sent, body: sent, query: url.searchParams, header: request.headers }
    const read = (name: string, place: keyof typeof places): string | undefined => {
      const from = places[place]
      return from instanceof URLSearchParams ? (from.get(name) ?? undefined) : from[name.toLowerCase()]
    }
    const parameters: Record<string, unknown> = {}
    for (const name of sent.keys()) if (name !== "accessToken") parameters[name] = sent.get(name)

    const outcome = yield* Effect.gen(function* () {
      if (fault?.kind === "code") return yield* new Routes.Refusal({ code: fault.code })
      if (definition.auth !== "none") {
        const token = read("accessToken", definition.auth)
        const end = token === undefined ? undefined : household.tokens.get(token)
        if (end === undefined || end <= now || url.host !== areaHost) {
          return yield* new Routes.Refusal({ code: "10002" })
        }
      }
      return yield* route.run(parameters, { ...context, now })
    }).pipe(
      Effect.map((data) => ({ code: "200", data })),
      Effect.catchTag("Refusal", ({ code }) => Effect.succeed({ code, data: undefined }))
    )
    served.push({ operation: definition.id, code: outcome.code })
    const content =
      definition.reads === "page" && typeof outcome.data === "object" && outcome.data !== null
        ? { ...outcome.data }
        : { data: outcome.data }
    const text = JSON.stringify(wrap(definition.family, outcome.code, content))
    return HttpServerResponse.text(fault?.kind === "truncate" ? text.slice(0, text.length / 2) : text, {
      contentType: "application/json;charset=UTF-8"
    })
  })

  const alarm = Effect.fnUntraced(function* (options: AlarmOptions) {
    const now = yield* Clock.currentTimeMillis
    const messageId = context.nextId()
    const alarmType = options.alarmType ?? 10_002
    const { deviceSerial } = options
    household.alarms.unshift({
      alarmId: messageId,
      alarmType,
      alarmTime: now,
      deviceSerial,
      isChecked: false
    })
    const push = yield* Testing.signPushEffect({
      secret: options.secret,
      messageType: "ys.alarm",
      body: Testing.pushBody({
        type: "ys.alarm",
        messageId,
        deviceSerial,
        messageTime: now,
        body: {
          devSerial: deviceSerial,
          channel: 1,
          alarmId: messageId,
          alarmType,
          alarmTime: now,
          pictureList: []
        }
      })
    })
    return yield* Effect.tryPromise({
      try: async (signal): Promise<PushResult> => {
        const body = typeof push.body === "string" ? push.body : new Uint8Array(push.body)
        const response = await fetch(options.url, { method: "POST", headers: push.headers, body, signal })
        const answer = await response.text()
        return {
          messageId,
          status: response.status,
          delivered: response.status === 200 && answer.includes(messageId)
        }
      },
      catch: () => new PushFailed({ url: options.url })
    })
  })

  yield* server.serve(answer)
  return {
    url: `http://127.0.0.1:${port}`,
    appKey,
    appSecret,
    household,
    inject: (rule: Fault.Rule) => Effect.sync(() => rules.add(rule)),
    alarm,
    served
  }
})

const serveMedia = (url: URL, now: number, household: Household.Household) => {
  if (url.pathname.startsWith("/pictures/")) {
    return HttpServerResponse.uint8Array(Media.jpeg, { contentType: "image/jpeg" })
  }
  if (!url.pathname.startsWith("/v3/openlive/")) return undefined
  if (url.pathname.endsWith(".ts"))
    return HttpServerResponse.uint8Array(Media.segment, { contentType: "video/mp2t" })
  const live =
    household.addresses.has(url.searchParams.get("id") ?? "") &&
    Number(url.searchParams.get("expire")) * 1000 > now
  return live
    ? HttpServerResponse.text(Media.playlist(Math.floor(now / 2000)), {
        contentType: "application/vnd.apple.mpegurl"
      })
    : HttpServerResponse.text("this address has ended", { status: 403 })
}
