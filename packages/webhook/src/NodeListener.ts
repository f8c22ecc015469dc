/**
 * The webhook for `node:http` and what is built on it, such as Express.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import * as Effect from "effect/Effect"
import * as Runtime from "effect/Runtime"
import { checkLength, collect } from "./internal/readBody.js"
import * as Webhook from "./Webhook.js"
import { type BodyError, RawBodyMissing } from "./WebhookError.js"

const readBody = (
  request: IncomingMessage,
  limitBytes: number
): Effect.Effect<string | Uint8Array, BodyError> =>
  Effect.suspend((): Effect.Effect<string | Uint8Array, BodyError> => {
    const parsed = "body" in request ? request.body : undefined
    // What `express.raw()` and `express.text()` leave can be verified; what other parsers leave cannot.
    if (typeof parsed === "string" || parsed instanceof Uint8Array) return Effect.succeed(parsed)
    if (request.readableDidRead) {
      return Effect.fail(
        new RawBodyMissing({
          message:
            "A body parser has read this request before the webhook, and the signature covers the raw bytes. Register the webhook before express.json(), or give its route express.raw({ type: () => true })."
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
