/**
 * The webhook for `node:http` and what is built on it. Express takes the listener as it is:
 * `app.all("/ezviz", listener)`, before any body parser.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import * as Effect from "effect/Effect"
import * as Runtime from "effect/Runtime"
import { checkLength, collect } from "./internal/readBody.js"
import * as Webhook from "./Webhook.js"
import { type BodyError, BodyTooLarge, RawBodyMissing } from "./WebhookError.js"

/** What a body parser kept of the bytes: `rawBody` by convention, or the whole of `express.raw()` and `express.text()`. */
const keptRaw = (request: IncomingMessage): string | Uint8Array | undefined => {
  for (const kept of [
    "rawBody" in request ? request.rawBody : undefined,
    "body" in request ? request.body : undefined
  ]) {
    if (typeof kept === "string" || kept instanceof Uint8Array) return kept
  }
  return undefined
}

const readBody = (
  request: IncomingMessage,
  limitBytes: number
): Effect.Effect<string | Uint8Array, BodyError> =>
  Effect.suspend((): Effect.Effect<string | Uint8Array, BodyError> => {
    const raw = keptRaw(request)
    if (raw !== undefined) {
      return Buffer.byteLength(raw) > limitBytes
        ? Effect.fail(new BodyTooLarge({ limitBytes }))
        : Effect.succeed(raw)
    }
    if (request.readableDidRead) {
      return Effect.fail(
        new RawBodyMissing({
          message:
            "A body parser has read this request before the webhook, and the signature covers the raw bytes. Register the webhook before express.json() and its like, or give its route express.raw({ type: () => true })."
        })
      )
    }
    return Effect.zipRight(
      checkLength(request.headers, limitBytes),
      // Destroying the request would close the connection before a refusal is sent.
      collect(request.iterator({ destroyOnReturn: false }), limitBytes)
    )
  })

/**
 * Answers one request.
 *
 * @since 0.1.0
 * @category adapters
 */
export const respond = (
  request: IncomingMessage,
  response: ServerResponse,
  options?: Webhook.Options
): Effect.Effect<void, never, Webhook.Services> =>
  Effect.map(
    Webhook.answer(
      {
        method: request.method ?? "",
        headers: request.headers,
        body: (limitBytes) => readBody(request, limitBytes)
      },
      options
    ),
    ({ body, headers, status }) => {
      if (response.destroyed || response.headersSent) return
      // A body that is not read to its end cannot be followed by another request.
      const end = request.complete ? {} : { connection: "close" }
      response.writeHead(status, { ...headers, ...end, "content-length": Buffer.byteLength(body) }).end(body)
    }
  )

/**
 * The function that `createServer` and `app.post` take.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http"
 * import { NodeListener } from "@effect-ezviz/webhook"
 * import { Effect } from "effect"
 *
 * const program = Effect.map(NodeListener.make(), (listener) => createServer(listener).listen(3000))
 * ```
 *
 * @since 0.1.0
 * @category adapters
 */
export const make = (
  options?: Webhook.Options
): Effect.Effect<(request: IncomingMessage, response: ServerResponse) => void, never, Webhook.Services> =>
  Effect.map(Effect.runtime<Webhook.Services>(), (runtime) => {
    const run = Runtime.runFork(runtime)
    return (request, response) => void run(respond(request, response, options))
  })
