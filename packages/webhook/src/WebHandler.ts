/**
 * The webhook for servers that speak the web's `Request` and `Response`: Hono, Next.js, Bun, Deno, workers.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Runtime from "effect/Runtime"
import { checkLength, collect } from "./internal/readBody.js"
import * as Webhook from "./Webhook.js"
import { type BodyError, RawBodyMissing } from "./WebhookError.js"

const chunks = async function* (stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let done = false
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    done = true
  } finally {
    // Only what is not wanted is cancelled, and not waited for: the answer is.
    if (!done) reader.cancel().catch(() => {})
  }
}

const readBody = (request: Request, limitBytes: number): Effect.Effect<Uint8Array, BodyError> =>
  Effect.suspend((): Effect.Effect<Uint8Array, BodyError> => {
    // A reader that someone else holds is as good as read.
    if (request.bodyUsed || request.body?.locked) {
      return Effect.fail(
        new RawBodyMissing({
          message:
            "Something has read the body of this Request before the webhook. Pass the Request on unread."
        })
      )
    }
    return Effect.zipRight(
      checkLength(request.headers, limitBytes),
      request.body === null ? Effect.succeed(new Uint8Array()) : collect(chunks(request.body), limitBytes)
    )
  })

/**
 * Answers one request.
 *
 * @since 0.1.0
 * @category adapters
 */
export const respond = (
  request: Request,
  options?: Webhook.Options
): Effect.Effect<Response, never, Webhook.Services> =>
  Effect.map(
    Webhook.answer(
      {
        method: request.method,
        headers: request.headers,
        body: (limitBytes) => readBody(request, limitBytes)
      },
      options
    ),
    // `null`, because `new Response("")` would claim a content type.
    ({ body, headers, status }) => new Response(body === "" ? null : body, { status, headers })
  )

/**
 * The function that such servers take.
 *
 * @example
 * ```ts
 * import { WebHandler } from "@effect-ezviz/webhook"
 * import { Effect } from "effect"
 *
 * const program = Effect.gen(function* () {
 *   const handle = yield* WebHandler.make()
 *   return { POST: handle, GET: handle }
 * })
 * ```
 *
 * @since 0.1.0
 * @category adapters
 */
export const make = (
  options?: Webhook.Options
): Effect.Effect<(request: Request) => Promise<Response>, never, Webhook.Services> =>
  Effect.map(Effect.runtime<Webhook.Services>(), (runtime) => {
    const run = Runtime.runPromise(runtime)
    return (request) => run(respond(request, options))
  })
