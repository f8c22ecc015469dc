/**
 * The webhook as a middleware of Koa. Imports nothing of it.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"

/**
 * What is used of Koa's `ctx`.
 *
 * @since 0.1.0
 * @category models
 */
export interface KoaContext {
  readonly path: string
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly request: object
  respond?: boolean | undefined
}

/**
 * Answers what comes to `path`, and passes everything else on. Use it before a body parser; behind one that keeps
 * `ctx.request.rawBody` it works too. `listener` is `createWebhook(…).nodeListener`, or made by `NodeListener.make`.
 *
 * @example
 * ```ts
 * import { createWebhook } from "@effect-ezviz/webhook"
 * import { middleware } from "@effect-ezviz/webhook/koa"
 *
 * const webhook = createWebhook({ secrets: ["test-signing-key"], onMessage: () => {} })
 * const ezviz = middleware({ path: "/ezviz", listener: webhook.nodeListener }) // app.use(ezviz)
 * ```
 *
 * @since 0.1.0
 * @category adapters
 */
export const middleware =
  (options: {
    readonly path: string
    readonly listener: (request: IncomingMessage, response: ServerResponse) => void
  }): ((ctx: KoaContext, next: () => Promise<unknown>) => Promise<void>) =>
  async (ctx, next) => {
    if (ctx.path !== options.path) {
      await next()
      return
    }
    // The listener writes the answer itself.
    ctx.respond = false
    if ("rawBody" in ctx.request) Object.assign(ctx.req, { rawBody: ctx.request.rawBody })
    options.listener(ctx.req, ctx.res)
  }
