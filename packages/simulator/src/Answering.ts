/**
 * How the simulated cloud answers a request: who may ask, how often, and what comes of it.
 *
 * @since 0.1.0
 */
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { EzvizClient } from "@effect-ezviz/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Answer from "./Answer.js"
import type * as Fault from "./Fault.js"
import type * as Household from "./Household.js"
import type * as Journal from "./Journal.js"
import * as Limits from "./Limits.js"
import * as Media from "./Media.js"
import * as Received from "./Received.js"
import * as Route from "./Route.js"
import * as Routes from "./Routes.js"

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
 * What answers come from.
 *
 * @since 0.1.0
 * @category models
 */
export interface World {
  readonly household: Household.Household
  readonly rules: Fault.Rules
  /** Grows by a call when it has been answered. */
  readonly served: Array<Served>
  readonly journal: Journal.Journal
  readonly appKey: string
  readonly appSecret: string
  /** The host of the account's region, at which alone its tokens are valid. */
  readonly areaHost: string
  readonly tokenLifeMillis: number
  readonly limits: Limits.Options
  readonly nextId: () => string
}

/**
 * The answer to the request that is being served.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ areaHost, journal, limits, rules, served, ...world }: World) => {
  const { household } = world
  const context = { ...world, areaDomain: `http://${areaHost}` }

  const exceeded = Limits.make(limits)

  return Effect.gen(function* () {
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
    const device = definition.semantics === "read" ? household.devices.look : household.devices.get

    const named = received.read("deviceSerial", EzvizClient.placeOf(definition, "deviceSerial"))
    const deviceSerial = typeof named === "string" ? named : undefined
    const fault = rules.strike(definition.id, yield* Random.next)
    const happened = Effect.fnUntraced(function* (code: string | undefined) {
      const durationMillis = (yield* Clock.currentTimeMillis) - now
      const operation = definition.id
      yield* journal.add({ kind: "call", operation, code, deviceSerial, durationMillis, fault: fault?.kind })
    })
    if (fault?.kind === "reset" && fault.when !== "after") {
      yield* happened(undefined)
      NodeHttpServerRequest.toIncomingMessage(request).socket.destroy()
      return HttpServerResponse.empty()
    }
    if (fault?.kind === "html") {
      yield* happened(undefined)
      return HttpServerResponse.html(`<html><body>${fault.status}</body></html>`).pipe(
        HttpServerResponse.setStatus(fault.status)
      )
    }
    if (fault?.kind === "delay") yield* Effect.sleep(fault.millis)

    const outcome = yield* Effect.gen(function* () {
      const tooMany = exceeded(definition.id, now)
      if (tooMany !== undefined) return yield* Route.refuse(tooMany)
      if (fault?.kind === "code") return yield* Route.refuse(fault.code)
      if (definition.auth === "none")
        return yield* route.run(received, { ...context, device, now, caller: undefined })
      const token = received.read("accessToken", definition.auth)
      const end = typeof token === "string" ? household.tokens.get(token) : undefined
      if (typeof token !== "string" || end === undefined || end <= now || url.host !== areaHost) {
        return yield* Route.refuse("10002")
      }
      const caller = [...household.subAccounts.values()].find(({ tokens }) => tokens.has(token))
      if (caller?.accountStatus === "off") return yield* Route.refuse("10036")
      return yield* route.run(received, { ...context, device, now, caller })
    }).pipe(
      Effect.map((data) => ({ code: "200", data })),
      Effect.catchTag("Refusal", ({ code }) => Effect.succeed({ code, data: undefined }))
    )
    served.push({
      operation: definition.id,
      code: outcome.code,
      ...(deviceSerial !== undefined && { deviceSerial })
    })
    yield* happened(outcome.code)
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
}
