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
import * as EffectContext from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { flow } from "effect/Function"
import * as Layer from "effect/Layer"
import type * as Stream from "effect/Stream"
import * as Alarms from "./Alarms.js"
import * as Answering from "./Answering.js"
import * as Control from "./Control.js"
import * as Fault from "./Fault.js"
import * as Household from "./Household.js"
import * as Journal from "./Journal.js"
import type * as Limits from "./Limits.js"
import * as Push from "./Push.js"
import * as Time from "./Time.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Limits.Options {
  /** Default: a free one. */
  readonly port?: number | undefined
  readonly appKey?: string | undefined
  readonly appSecret?: string | undefined
  /** How many devices the account has. Default: 12. */
  readonly devices?: number | undefined
  /** Default: 7 days, as documented. */
  readonly tokenLife?: Duration.DurationInput | undefined
  /** Faults from the beginning. */
  readonly faults?: ReadonlyArray<Fault.Rule> | undefined
  /** Who is told of alarms, and of devices that come and go. More can be added later. */
  readonly webhook?: Push.Webhook | undefined
  /** About so often a device that is online and armed raises an alarm. Default: never. */
  readonly alarmsEvery?: Duration.DurationInput | undefined
}

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
    /** Adds a rule of faults. */
    readonly inject: (rule: Fault.Rule) => Effect.Effect<void>
    /** The rules of faults that are not spent, to look at and to change. */
    readonly faults: Fault.Rules
    /** Raises an alarm: it joins the list, and is pushed. Answers when it has arrived or was given up, at each webhook. */
    readonly alarm: (
      alarm: Alarms.AlarmOptions
    ) => Effect.Effect<ReadonlyArray<Push.Attempt>, Alarms.UnknownDevice>
    /** Switches a device on or off; a change is pushed. Answers as `alarm` does. */
    readonly setOnline: (
      deviceSerial: string,
      online: boolean
    ) => Effect.Effect<ReadonlyArray<Push.Attempt>, Alarms.UnknownDevice>
    /** The cloud's time, which can be moved ahead. */
    readonly time: Pick<Time.Time, "now" | "advance">
    /** Who is told, and of what so far. */
    readonly webhooks: Push.Webhooks
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
  Layer.scoped(
    Simulator,
    Effect.flatMap(Time.make, (time) => Effect.withClock(make(options, time), time.clock))
  )

const make = Effect.fnUntraced(function* (options: Options, time: Time.Time) {
  const server = yield* NodeHttpServer.make(() => createServer(), {
    port: options.port ?? 0,
    host: "127.0.0.1"
  })
  if (server.address._tag !== "TcpAddress") return yield* Effect.dieMessage("a TCP server has a TCP address")
  const { port } = server.address
  const household = Household.make(options.devices ?? 12)
  const rules = Fault.makeRules()
  for (const rule of options.faults ?? []) rules.add(rule)
  const served: Array<Answering.Served> = []
  const journal = yield* Journal.make
  const appKey = options.appKey ?? "simulated-app-key"
  const appSecret = options.appSecret ?? "simulated-app-secret"
  const url = `http://127.0.0.1:${port}`
  const areaHost = `localhost:${port}`
  const areaDomain = `http://${areaHost}`
  let ids = 512_000_000_000_000_000n
  const nextId = () => String(++ids)
  const answer = Answering.make({
    household,
    rules,
    served,
    journal,
    appKey,
    appSecret,
    areaHost,
    tokenLifeMillis: Duration.toMillis(options.tokenLife ?? Duration.days(7)),
    limits: options,
    nextId
  })

  const sender = yield* Push.make(journal, time.outside)
  if (options.webhook !== undefined) yield* sender.subscribe(options.webhook)
  const alarms = yield* Alarms.make(sender, { household, journal, areaDomain, nextId })
  if (options.alarmsEvery !== undefined) yield* Effect.forkScoped(alarms.everySoOften(options.alarmsEvery))

  const control = {
    url,
    areaDomain,
    appKey,
    household,
    rules,
    journal,
    alarms,
    webhooks: sender,
    time,
    nextId
  }
  yield* server.serve(yield* Control.make(control, answer))
  return {
    url,
    appKey,
    appSecret,
    household,
    inject: (rule: Fault.Rule) => Effect.sync(() => rules.add(rule)),
    faults: rules,
    alarm: flow(alarms.raise, Effect.flatMap(Fiber.join)),
    setOnline: flow(alarms.setOnline, Effect.flatMap(Fiber.join)),
    time: { now: time.now, advance: time.advance },
    webhooks: sender,
    served,
    entries: journal.entries
  }
})
