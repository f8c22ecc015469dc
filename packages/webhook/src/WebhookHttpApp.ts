/**
 * The webhook as an Effect `HttpApp`, for `HttpRouter` and `HttpServer`.
 *
 * @since 0.1.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { checkLength, collect } from "./internal/readBody.js"
import * as Webhook from "./Webhook.js"
import { RawBodyMissing } from "./WebhookError.js"

/** Whether something has read the body already; Node's request and the web's each say it in their way. */
const isRead = ({ source }: HttpServerRequest.HttpServerRequest): boolean =>
  typeof source === "object" &&
  source !== null &&
  (("readableDidRead" in source && source.readableDidRead === true) ||
    ("bodyUsed" in source && source.bodyUsed === true))

/**
 * The chunks of the body, left as it is when reading stops: closing the stream would destroy the request, and with it
 * the connection that is to carry the answer.
 */
const open = (request: HttpServerRequest.HttpServerRequest) => {
  let broken = false
  const chunks: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => {
      const iterator = Stream.toAsyncIterable(request.stream)[Symbol.asyncIterator]()
      broken = true
      return {
        next: async () => {
          const chunk = await iterator.next()
          if (chunk.done === true) broken = false
          return chunk
        }
      }
    }
  }
  return {
    chunks,
    /** Reading began and did not come to the end: what is left would be taken for the next request. */
    isBroken: () => broken
  }
}

/**
 * @example
 * ```ts
 * import { HttpRouter } from "@effect/platform"
 * import { WebhookHttpApp } from "@effect-ezviz/webhook"
 *
 * const router = HttpRouter.empty.pipe(HttpRouter.all("/ezviz", WebhookHttpApp.make()))
 * ```
 *
 * @since 0.1.0
 * @category adapters
 */
export const make = (options?: Webhook.Options): HttpApp.Default<never, Webhook.Services> =>
  Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
    const { chunks, isBroken } = open(request)
    return Effect.map(
      Webhook.answer(
        {
          method: request.method,
          headers: request.headers,
          body: (limitBytes) =>
            isRead(request)
              ? Effect.fail(
                  new RawBodyMissing({
                    message:
                      "Something has read the body of this request before the webhook, and the signature covers the raw bytes. Route to the webhook before any middleware that reads bodies."
                  })
                )
              : Effect.zipRight(checkLength(request.headers, limitBytes), collect(chunks, limitBytes))
        },
        options
      ),
      ({ body, headers, status }) =>
        HttpServerResponse.text(body, {
          status,
          headers: isBroken() ? { ...headers, connection: "close" } : headers,
          contentType: headers["content-type"]
        })
    )
  })
