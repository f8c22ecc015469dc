/**
 * The webhook as a plugin of Fastify 5.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { FastifyPluginAsync } from "fastify"

/**
 * Answers what comes to `path`. The body parsers of the rest of the application do not apply to it, whatever the
 * order. `listener` is `createWebhook(…).nodeListener`, or made by `NodeListener.make`.
 *
 * @example
 * ```ts
 * import { createWebhook } from "@effect-ezviz/webhook"
 * import { plugin } from "@effect-ezviz/webhook/fastify"
 *
 * const webhook = createWebhook({ secrets: ["test-signing-key"], onMessage: () => {} })
 * const ezviz = plugin({ path: "/ezviz", listener: webhook.nodeListener }) // app.register(ezviz)
 * ```
 *
 * @since 0.1.0
 * @category adapters
 */
export const plugin =
  (options: {
    readonly path: string
    readonly listener: (request: IncomingMessage, response: ServerResponse) => void
  }): FastifyPluginAsync =>
  async (scope) => {
    scope.all(
      options.path,
      {
        // Before parsing, which has opinions of its own on content types and lengths.
        onRequest: (request, reply, done) => {
          reply.hijack()
          options.listener(request.raw, reply.raw)
          done()
        }
      },
      // Not reached: what is hijacked goes no further.
      async () => {}
    )
  }
