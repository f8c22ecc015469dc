import { assert, it } from "@effect/vitest"
import { createWebhook, Testing } from "../src/index.js"
import { signedHeaders } from "./signed.js"

const secret = "test-signing-key"

/** Lets everything run that is ready to. */
const settle = async () => {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

it("a push that is on its way in when the webhook closes is handled before it has closed", async () => {
  const handled: Array<string> = []
  const webhook = createWebhook({ secrets: [secret], onMessage: (push) => void handled.push(push.messageId) })
  let finish: () => void = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      finish = () => {
        controller.enqueue(new TextEncoder().encode(Testing.fixtures.iot))
        controller.close()
      }
    }
  })
  const headers = signedHeaders({ secret, body: Testing.fixtures.iot, t: Date.now() })
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" }
  const answer = webhook.handle(new Request("http://localhost/", init))
  const closed = webhook.close()
  await settle()
  finish()
  assert.strictEqual((await answer).status, 200)
  await closed
  assert.deepStrictEqual(handled, [JSON.parse(Testing.fixtures.iot).header.messageId])
})

it("a handler that does not end is aborted when the webhook has waited long enough", async () => {
  const { headers } = await Testing.signPush({ secret, body: Testing.fixtures.iot })
  let aborted = false
  await new Promise<void>((started) => {
    const webhook = createWebhook({
      secrets: [secret],
      closeTimeoutMillis: 1,
      onMessage: (_push, { signal }) =>
        new Promise(() => {
          signal.addEventListener("abort", () => {
            aborted = true
          })
          webhook.close().then(started)
        })
    })
    webhook.handle(
      new Request("http://localhost/", {
        method: "POST",
        body: Testing.fixtures.iot,
        headers: { ...headers }
      })
    )
  })
  assert.isTrue(aborted)
})
