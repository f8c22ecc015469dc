import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, it } from "@effect/vitest"
import { createWebhook, Testing, WebhookError } from "../src/index.js"
import { store as redis } from "../src/redis.js"
import { store } from "../src/sqlite.js"

const secret = "test-signing-key"
const directory = mkdtempSync(join(tmpdir(), "ezviz-webhook-"))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const send = async (webhook: ReturnType<typeof createWebhook>, body: string) => {
  const { headers } = await Testing.signPush({ secret, body })
  return webhook.handle(new Request("http://localhost/", { method: "POST", body, headers: { ...headers } }))
}

it("what a handler never finished is handled after the next start, without waiting for a push", async () => {
  const filename = join(directory, "restart.db")
  let begun: () => void = () => {}
  const atWork = new Promise<void>((resolve) => {
    begun = resolve
  })
  const first = createWebhook({
    secrets: [secret],
    store: store({ filename }),
    closeTimeoutMillis: 1,
    onMessage: () => {
      begun()
      return new Promise(() => {})
    }
  })
  assert.strictEqual((await send(first, Testing.fixtures.iot)).status, 200)
  await atWork
  await first.close()
  const handled = await new Promise<{ readonly messageId: string; readonly attempt: number }>((resolve) => {
    const second = createWebhook({
      secrets: [secret],
      store: store({ filename }),
      onMessage: ({ messageId }, { attempt }) =>
        void second.close().then(() => resolve({ messageId, attempt }))
    })
  })
  // The attempt that the shutdown cut off does not count.
  assert.deepStrictEqual(handled, { messageId: "5e0000000000000000000a08", attempt: 1 })
})

it("a store that cannot be reached is answered with 503, and closing does not wait for it", async () => {
  const webhook = createWebhook({ secrets: [secret], store: redis({ url: "redis://127.0.0.1:1/0" }) })
  assert.strictEqual((await send(webhook, Testing.fixtures.iot)).status, 503)
  const failure = await webhook.stats().catch((error: unknown) => error)
  assert.instanceOf(failure, WebhookError.StoreUnavailable)
  await webhook.close()
})
