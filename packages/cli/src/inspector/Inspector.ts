/**
 * A webhook for development: it answers pushes just as a real one does, keeps the last of them, and shows them on a
 * page as they come.
 *
 * @since 0.1.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as LocalPage from "@effect-ezviz/simulator/LocalPage"
import { DeduplicationStore, Inbox, type Verifier, Webhook, WebhookError } from "@effect-ezviz/webhook"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as PubSub from "effect/PubSub"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Inspection from "./Inspection.js"
import { page } from "./page.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Whether pushes are believed without a signature. */
  readonly unsigned: boolean
  /** Whether signed addresses and digests are shown as they are. */
  readonly reveal: boolean
  /** Told of every push, after it was answered. */
  readonly onInspection: (inspection: Inspection.Inspection) => Effect.Effect<void>
}

/** How many pushes the page finds when it is opened. */
const kept = 200

const limitBytes = 1_048_576

/** What is read is what the signature covers. */
const bytesOf = (request: HttpServerRequest.HttpServerRequest) =>
  request.arrayBuffer.pipe(
    HttpServerRequest.withMaxBodySize(Option.some(limitBytes)),
    Effect.mapBoth({
      onFailure: () => new WebhookError.BodyTooLarge({ limitBytes }),
      onSuccess: (buffer) => new Uint8Array(buffer)
    })
  )

/**
 * `POST /` is the webhook, `GET /` the page, and `GET /events` what feeds it. Whoever asks from elsewhere with GET is
 * told what a webhook tells a probe.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = ({
  onInspection,
  reveal,
  unsigned
}: Options): Effect.Effect<
  HttpApp.Default<never, Verifier.Verifier>,
  WebhookError.InvalidOptions,
  Scope.Scope
> =>
  Effect.gen(function* () {
    // The server ends when its last connection does: those of the page end first.
    const inspections = yield* Effect.acquireRelease(
      PubSub.unbounded<Inspection.Inspection>({ replay: kept }),
      PubSub.shutdown
    )
    const stores = yield* Layer.build(Layer.merge(DeduplicationStore.layerMemory(), Inbox.layerMemory()))
    const inbox = Context.get(stores, Inbox.Inbox)
    let count = 0

    const receive = Effect.gen(function* () {
      const request = yield* HttpServerRequest.HttpServerRequest
      const at = yield* Clock.currentTimeMillis
      let bytes: Uint8Array = new Uint8Array()
      let refusal: WebhookError.ReceiveError | undefined
      let isNew = false
      const [duration, answer] = yield* Effect.timed(
        Webhook.answer(
          {
            method: request.method,
            headers: request.headers,
            body: () =>
              Effect.tap(bytesOf(request), (read) => {
                bytes = read
              })
          },
          {
            onRefused: (error) =>
              Effect.sync(() => {
                refusal = error
              })
          }
        ).pipe(
          // What is accepted is shown, and kept nowhere else.
          Effect.provideService(Inbox.Inbox, {
            ...inbox,
            offer: () =>
              Effect.sync(() => {
                isNew = true
                return "accepted"
              })
          }),
          Effect.provide(stores)
        )
      )
      if (request.method === "POST") {
        count += 1
        const inspection = Inspection.make({
          id: count,
          at,
          answer,
          duration,
          refusal,
          isNew,
          unsigned,
          bytes,
          messageType: request.headers["message_type"],
          reveal
        })
        yield* PubSub.publish(inspections, inspection)
        yield* onInspection(inspection)
      }
      return HttpServerResponse.raw(answer.body, { status: answer.status, headers: answer.headers })
    })

    const home = LocalPage.html(page)
    const events = Effect.sync(() => LocalPage.events(Stream.fromPubSub(inspections)))

    return Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
      if (request.method !== "GET" || !LocalPage.isLocal(request)) return receive
      const path = request.url.replace(/\?.*$/, "")
      return path === "/" ? home : path === "/events" ? events : receive
    })
  })
