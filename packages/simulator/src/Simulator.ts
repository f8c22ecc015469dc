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
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Testing } from "@effect-ezviz/webhook"
import * as Clock from "effect/Clock"
import * as EffectContext from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type * as Stream from "effect/Stream"
import * as Answering from "./Answering.js"
import * as Fault from "./Fault.js"
import * as Household from "./Household.js"
import * as Journal from "./Journal.js"

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
    readonly served: ReadonlyArray<Answering.Served>
    /** What happens, as it happens, and the last of what happened before. */
    readonly entries: Stream.Stream<Journal.Entry>
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

const make = Effect.fnUntraced(function* (options: Options) {
  const server = yield* NodeHttpServer.make(() => createServer(), {
    port: options.port ?? 0,
    host: "127.0.0.1"
  })
  if (server.address._tag !== "TcpAddress") return yield* Effect.dieMessage("a TCP server has a TCP address")
  const { port } = server.address
  const household = Household.make(options.devices ?? 12)
  const rules = Fault.makeRules()
  const served: Array<Answering.Served> = []
  const journal = yield* Journal.make
  const appKey = options.appKey ?? "simulated-app-key"
  const appSecret = options.appSecret ?? "simulated-app-secret"
  let ids = 512_000_000_000_000_000n
  const nextId = () => String(++ids)
  const answer = Answering.make({
    household,
    rules,
    served,
    journal,
    appKey,
    appSecret,
    areaHost: `localhost:${port}`,
    tokenLifeMillis: Duration.toMillis(options.tokenLife ?? Duration.days(7)),
    callsPerSecond: options.callsPerSecond ?? Number.POSITIVE_INFINITY,
    nextId
  })

  const alarm = Effect.fnUntraced(function* (options: AlarmOptions) {
    const now = yield* Clock.currentTimeMillis
    const messageId = nextId()
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
    served,
    entries: journal.entries
  }
})
