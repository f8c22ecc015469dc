/**
 * Receives EZVIZ pushes: verifies, parses, deduplicates, accepts, answers in time, and handles afterwards.
 *
 * What needs `node:crypto` is not here but at its own path: `@effect-ezviz/webhook/SignatureNode` and
 * `…/VerifierNode`. So is what needs an optional peer, at the peer's name in lower case: `…/sqlite`, `…/postgres`,
 * `…/redis`, `…/fastify`; and `…/koa`.
 *
 * @since 0.1.0
 */
export * as AlarmEvent from "./AlarmEvent.js"
export * as Consumer from "./Consumer.js"
export * from "./createWebhook.js"
export * as DeduplicationStore from "./DeduplicationStore.js"
export * as Inbox from "./Inbox.js"
export * as NodeListener from "./NodeListener.js"
export * as Push from "./Push.js"
export * as PushMessage from "./PushMessage.js"
export * as PushTime from "./PushTime.js"
export * as Signature from "./Signature.js"
export * as Testing from "./Testing.js"
export * as Verifier from "./Verifier.js"
export * as WebHandler from "./WebHandler.js"
export * as Webhook from "./Webhook.js"
export * as WebhookError from "./WebhookError.js"
export * as WebhookHttpApp from "./WebhookHttpApp.js"
export { WebhookStore } from "./WebhookStore.js"
