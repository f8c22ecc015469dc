/**
 * A receiving process, to be killed: takes pushes over HTTP into a store, and writes the id of each that it handles to
 * a file, and only then lets the store forget it.
 */
import { appendFileSync } from "node:fs"
import { createServer } from "node:http"
import { createWebhook, type WebhookStore } from "../../src/index.js"

const [kind, where, log, port] = process.argv.slice(2)
if (kind === undefined || where === undefined || log === undefined) throw new Error("kind, where, log, port")

// Shorter than a round, so that what a killed process had is handed out while the test still runs.
const settings = { lease: "300 millis", pollInterval: "20 millis" } as const

/** Loaded one at a time, for the start is part of every round. */
const stores: Readonly<Record<string, () => Promise<WebhookStore>>> = {
  SQLite: async () => (await import("../../src/sqlite.js")).store({ ...settings, filename: where }),
  PostgreSQL: async () => (await import("../../src/postgres.js")).store({ ...settings, url: where }),
  Redis: async () => (await import("../../src/redis.js")).store({ ...settings, url: where })
}

const webhook = createWebhook({
  unsigned: true,
  store: await stores[kind]?.(),
  concurrency: 8,
  onMessage: async ({ messageId }) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
    appendFileSync(log, `${messageId}\n`)
  }
})

createServer(webhook.nodeListener).listen(Number(port), "127.0.0.1", () =>
  process.stdout.write("listening\n")
)
