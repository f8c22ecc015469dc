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
import type { Operation } from "@effect-ezviz/core"
import { Testing } from "@effect-ezviz/webhook"
import * as Clock from "effect/Clock"
import * as EffectContext from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import type * as Redacted from "effect/Redacted"
import * as Answer from "./Answer.js"
import * as Fault from "./Fault.js"
import * as Household from "./Household.js"
import * as Media from "./Media.js"
import * as Received from "./Received.js"
import * as Route from "./Route.js"
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
  /** So many calls of one second are answered, and the rest 10029. Default: no limit. */
  readonly callsPerSecond?: number | undefined
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
  /** The device that it named. */
  readonly deviceSerial?: string | undefined
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

/**
 * Runs a simulator for as long as the layer lives.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options = {}): Layer.Layer<Simulator, HttpServerError.ServeError> =>
  Layer.scoped(Simulator, make(options))

const placeOf = ({ in: places }: Operation.Route, name: string): Operation.Place =>
  typeof places === "string" ? places : (places[name] ?? "form")

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

  let second = { at: 0, calls: 0 }
  const isTooMany = (now: number): boolean => {
    const at = Math.floor(now / 1000)
    if (second.at !== at) second = { at, calls: 0 }
    second.calls += 1
    return second.calls > (options.callsPerSecond ?? Number.POSITIVE_INFINITY)
  }

  const answer = Effect.gen(function* () {
    const received = yield* Received.make(areaHost)
    const { url } = received
    const request = yield* HttpServerRequest.HttpServerRequest
    const now = yield* Clock.currentTimeMillis
    const media = Media.serve(url, now, household)
    if (media !== undefined) return media

    const [route] = Routes.all
      .filter(({ definition }) => definition.method === request.method && definition.path === url.pathname)
      .sort((one, other) => other.matches(received) - one.matches(received))
    if (route === undefined) return HttpServerResponse.text("Not found", { status: 404 })
    const { definition } = route

    const fault = rules.strike(definition.id, yield* Random.next)
    if (fault?.kind === "reset" && fault.when !== "after") {
      NodeHttpServerRequest.toIncomingMessage(request).socket.destroy()
      return HttpServerResponse.empty()
    }
    if (fault?.kind === "html") {
      return HttpServerResponse.html(`<html><body>${fault.status}</body></html>`).pipe(
        HttpServerResponse.setStatus(fault.status)
      )
    }
    if (fault?.kind === "delay") yield* Effect.sleep(fault.millis)

    const outcome = yield* Effect.gen(function* () {
      if (isTooMany(now)) return yield* new Route.Refusal({ code: "10029" })
      if (fault?.kind === "code") return yield* new Route.Refusal({ code: fault.code })
      if (definition.auth === "none")
        return yield* route.run(received, { ...context, now, caller: undefined })
      const token = received.read("accessToken", definition.auth)
      const end = typeof token === "string" ? household.tokens.get(token) : undefined
      if (typeof token !== "string" || end === undefined || end <= now || url.host !== areaHost) {
        return yield* new Route.Refusal({ code: "10002" })
      }
      const caller = [...household.subAccounts.values()].find(({ tokens }) => tokens.has(token))
      return yield* route.run(received, { ...context, now, caller })
    }).pipe(
      Effect.map((data) => ({ code: "200", data })),
      Effect.catchTag("Refusal", ({ code }) => Effect.succeed({ code, data: undefined }))
    )
    const deviceSerial = received.read("deviceSerial", placeOf(definition, "deviceSerial"))
    served.push({
      operation: definition.id,
      code: outcome.code,
      ...(typeof deviceSerial === "string" && { deviceSerial })
    })
    if (fault?.kind === "reset") {
      NodeHttpServerRequest.toIncomingMessage(request).socket.destroy()
      return HttpServerResponse.empty()
    }
    const content =
      definition.reads === "page" && typeof outcome.data === "object" && outcome.data !== null
        ? { ...outcome.data }
        : { data: outcome.data }
    return Answer.make(
      definition.family,
      { code: outcome.code, content },
      { truncated: fault?.kind === "truncate" }
    )
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
