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
  Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
    Effect.map(
      Webhook.answer(
        {
          method: request.method,
          headers: request.headers,
          body: (limitBytes) =>
            Effect.zipRight(
              checkLength(request.headers, limitBytes),
              collect(Stream.toAsyncIterable(request.stream), limitBytes, "discard")
            )
        },
        options
      ),
      (answer) =>
        HttpServerResponse.text(answer.body, {
          status: answer.status,
          headers: answer.headers,
          contentType: answer.headers["content-type"]
        })
    )
  )
