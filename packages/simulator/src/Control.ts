/**
 * The simulator's control: its page at `/`, and what the page and tests use, at `/_control`.
 *
 * @since 0.1.0
 */
import * as HttpApiBuilder from "@effect/platform/HttpApiBuilder"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServer from "@effect/platform/HttpServer"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import { ApiError, type Operation, Operations } from "@effect-ezviz/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Alarms from "./Alarms.js"
import { ControlApi, type Device, NotFound } from "./ControlApi.js"
import type * as Fault from "./Fault.js"
import type * as Household from "./Household.js"
import { page } from "./internal/control/page.js"
import type * as Journal from "./Journal.js"
import * as LocalPage from "./LocalPage.js"
import * as Media from "./Media.js"
import type * as Push from "./Push.js"
import * as Firmware from "./routes/Firmware.js"
import type * as Time from "./Time.js"

/**
 * What is controlled.
 *
 * @since 0.1.0
 * @category models
 */
export interface World {
  readonly url: string
  readonly appKey: string
  readonly household: Household.Household
  readonly rules: Fault.Rules
  readonly journal: Journal.Journal
  readonly alarms: Alarms.Alarms
  readonly webhooks: Push.Webhooks
  readonly time: Time.Time
  readonly areaDomain: string
  readonly nextId: () => string
}

const liveSeconds = 300

const codesOf = ({ errors, reported }: Operation.Operation.Any["definition"]) =>
  Object.entries({ ...ApiError.commonCodes, ...reported, ...errors }).map(([code, { about }]) => ({
    code,
    name: about.tag,
    explanation: about.explanation
  }))

const operations = Object.values(Operations.all).map(({ definition }) => ({
  id: definition.id,
  reads: definition.semantics === "read",
  codes: codesOf(definition)
}))

const show = (device: Household.Device, now: number): Device => ({
  deviceSerial: device.deviceSerial,
  deviceName: device.deviceName,
  deviceType: device.deviceType,
  model: device.model,
  channels: device.channels,
  online: device.online,
  encrypted: device.encrypted,
  defence: device.defence,
  firmware: { installed: Firmware.installed(device, now), latest: device.firmware.latest },
  position: device.position,
  moving: device.moving,
  infrared: device.infrared,
  microphone: device.switches.microphone,
  language: device.language,
  disks: device.disks.map(({ name, recordsSince }) => ({ name, formatting: recordsSince > now })),
  detectors: [...device.detectors.values()].map(({ detectorSerial, location }) => ({
    detectorSerial,
    location
  }))
})

const unknownDevice = ({ message }: Alarms.UnknownDevice) => new NotFound({ message })

const handlers = ({ alarms, household, journal, rules, time, webhooks, ...world }: World) => {
  const deviceOf = (deviceSerial: string) => {
    const device = household.devices.look(deviceSerial)
    return device?.owned === true
      ? Effect.succeed(device)
      : Effect.fail(new NotFound({ message: `the simulated account has no device ${deviceSerial}` }))
  }

  const cloud = HttpApiBuilder.group(ControlApi, "cloud", (handle) =>
    handle
      .handle("state", () =>
        Effect.map(Clock.currentTimeMillis, (now) => ({ url: world.url, appKey: world.appKey, now }))
      )
      .handle("operations", () => Effect.succeed(operations))
      .handleRaw("events", () => Effect.succeed(LocalPage.events(journal.entries)))
      .handle("advance", ({ payload }) =>
        Effect.map(Effect.zipRight(time.advance(payload.advance), time.now), (now) => ({ now }))
      )
  )

  const devices = HttpApiBuilder.group(ControlApi, "devices", (handle) =>
    handle
      .handle("list", ({ urlParams: { page = 0, search = "", size = 12 } }) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const found = household.devices.search(search.toUpperCase())
          return {
            items: found.slice(page * size, (page + 1) * size).map((device) => show(device, now)),
            total: found.length
          }
        })
      )
      .handle("update", ({ path: { deviceSerial }, payload: { online } }) =>
        Effect.gen(function* () {
          yield* Effect.mapError(alarms.setOnline(deviceSerial, online), unknownDevice)
          return show(yield* deviceOf(deviceSerial), yield* Clock.currentTimeMillis)
        })
      )
      .handle("picture", ({ path: { deviceSerial } }) =>
        Effect.zipWith(deviceOf(deviceSerial), Clock.currentTimeMillis, Media.jpeg)
      )
      .handle("watch", ({ path: { deviceSerial }, payload: { channelNo = 1 } }) =>
        Effect.zipWith(deviceOf(deviceSerial), Clock.currentTimeMillis, ({ validateCode }, now) => {
          const watched = { deviceSerial, channelNo, code: validateCode }
          return { path: Media.liveAddress(watched, { household, now, ...world }, liveSeconds).path }
        })
      )
      .handle("alarm", ({ path: { deviceSerial }, payload: { alarmType } }) =>
        Effect.asVoid(Effect.mapError(alarms.raise({ deviceSerial, alarmType }), unknownDevice))
      )
  )

  const faults = HttpApiBuilder.group(ControlApi, "faults", (handle) =>
    handle
      .handle("list", () => Effect.sync(rules.list))
      .handle("add", ({ payload }) => Effect.sync(() => rules.add(payload)))
      .handle("clear", () => Effect.sync(rules.clear))
      .handle("remove", ({ path: { id } }) =>
        Effect.suspend(() =>
          rules.remove(id) ? Effect.void : Effect.fail(new NotFound({ message: `there is no fault ${id}` }))
        )
      )
  )

  const pushes = HttpApiBuilder.group(ControlApi, "webhooks", (handle) =>
    handle
      .handle("list", () => Effect.map(webhooks.list, (all) => all.map(({ url }) => ({ url }))))
      .handle("add", ({ payload: { secret, url } }) =>
        Effect.as(webhooks.subscribe({ url: url.href, secret }), { url: url.href })
      )
      .handle("remove", ({ urlParams: { url } }) => webhooks.unsubscribe(url))
  )

  return Layer.mergeAll(cloud, devices, faults, pushes)
}

const refuse = (status: number, message: string) => HttpServerResponse.unsafeJson({ message }, { status })

/**
 * A website somewhere else that is open in a browser of this machine must not drive the simulator: not from its own
 * name (`Origin`, `Sec-Fetch-Site`), not by a name that leads here (`Host`), and not with what a form sends unasked.
 */
const guarded = <E, R>(app: HttpApp.Default<E, R>) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const { headers, method } = request
    const site = headers["sec-fetch-site"] ?? "none"
    const origin = headers["origin"] ?? `http://${headers["host"]}`
    if (
      !LocalPage.isLocal(request) ||
      origin !== `http://${headers["host"]}` ||
      !["none", "same-origin"].includes(site)
    ) {
      return refuse(403, "The control answers this machine and its own page.")
    }
    if (method === "POST" || method === "PATCH") {
      if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) {
        return refuse(415, "Expected a body of content type application/json.")
      }
      const body = yield* Effect.either(request.json)
      if (body._tag === "Left") return refuse(400, "Expected a body in JSON.")
    }
    return yield* app
  })

/**
 * Answers what is for the control, and leaves the rest to `otherwise`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <E, R>(world: World, otherwise: HttpApp.Default<E, R>) =>
  Effect.gen(function* () {
    const control = yield* HttpApiBuilder.httpApp.pipe(
      Effect.provide(
        Layer.mergeAll(
          Layer.provide(HttpApiBuilder.api(ControlApi), handlers(world)),
          HttpApiBuilder.Router.Live,
          HttpApiBuilder.Middleware.layer
        )
      )
    )
    const services = yield* Layer.build(HttpServer.layerContext)
    const api = guarded(Effect.provide(control, services))
    const home = LocalPage.html(page, "img-src 'self' data:; media-src 'self'; ")
    return Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
      const path = request.url.replace(/\?.*$/, "")
      if (/^\/_control(\/|$)/.test(path)) return api
      return path === "/" && request.method === "GET" && LocalPage.isLocal(request) ? home : otherwise
    })
  })
