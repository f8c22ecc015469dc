/**
 * The webhook under a stream of pushes, for each store: a server process with slow handlers, and this process, which
 * sends at a fixed rate whether answers come or not, as the vendor would.
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createWebhook, Testing } from "@effect-ezviz/webhook"
import * as SignatureNode from "@effect-ezviz/webhook/SignatureNode"
import type { WebhookStore } from "@effect-ezviz/webhook/WebhookStore"
import { Pool } from "undici"
import * as Database from "./database.js"

const here = fileURLToPath(import.meta.url)
const secret = "signing-key-of-the-benchmark"

const storeOf = async (name: Database.Name, at: string): Promise<WebhookStore> => {
  switch (name) {
    case "sqlite":
      return (await import("@effect-ezviz/webhook/sqlite")).store({ filename: at })
    case "postgres":
      return (await import("@effect-ezviz/webhook/postgres")).store({ url: at })
    case "redis":
      return (await import("@effect-ezviz/webhook/redis")).store({ url: at })
  }
}

/** In the process of its own: handlers that take 50 ms, 32 at once, and so fall behind. */
const serve = async (name: Database.Name, at: string) => {
  let handled = 0
  const webhook = createWebhook({
    secrets: [secret],
    store: await storeOf(name, at),
    concurrency: 32,
    onMessage: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      handled += 1
    }
  })
  const server = createServer(webhook.nodeListener).listen(0, "127.0.0.1", () => {
    const address = server.address()
    process.send?.(typeof address === "object" ? address?.port : undefined)
  })
  process.once("message", () => {
    process.send?.(handled)
    process.exit(0)
  })
}

const heard = async (child: ChildProcess): Promise<number> => {
  const [message] = await once(child, "message")
  return Number(message)
}

export interface Load {
  readonly sent: number
  readonly accepted: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** By the slow handlers, while pushes came in. */
  readonly handled: number
}

/** Sends so many pushes a second, in batches of ten milliseconds, and waits for every answer. */
const send = async (port: number, rate: number, seconds: number): Promise<Omit<Load, "handled">> => {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 64, pipelining: 1 })
  const times: Array<number> = []
  let accepted = 0
  let sent = 0
  const pending = new Set<Promise<void>>()
  const one = async () => {
    sent += 1
    const messageId = `load-${process.pid}-${sent}`
    const body = Testing.pushBody({
      type: "ys.alarm",
      messageId,
      deviceSerial: `C${sent % 500}`,
      body: { alarmType: "motiondetect", pictureList: [{ url: "https://pictures.example.com/1.jpg" }] }
    })
    const t = String(Date.now())
    const began = performance.now()
    const answer = await pool.request({
      method: "POST",
      path: "/",
      headers: { "content-type": "text/plain", t, signature: SignatureNode.sign({ secret, body, t }) },
      body
    })
    await answer.body.dump()
    times.push(performance.now() - began)
    if (answer.statusCode === 200) accepted += 1
  }
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    while (sent < due) {
      const push: Promise<void> = one().finally(() => pending.delete(push))
      pending.add(push)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await Promise.all(pending)
  const took = (performance.now() - began) / 1000
  await pool.close()
  times.sort((a, b) => a - b)
  const at = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return { sent, accepted, perSecond: accepted / took, p50: at(0.5), p99: at(0.99), slowest: at(1) }
}

export const measure = async (name: Database.Name, rate: number, seconds: number): Promise<Load> => {
  const directory = mkdtempSync(join(tmpdir(), "ezviz-load-"))
  const database = await Database.start(name, directory)
  const child = fork(here, [name, database.at])
  try {
    const port = await heard(child)
    // What the first pushes cost is not what the rest do.
    await send(port, 500, 2)
    const load = await send(port, rate, seconds)
    child.send("stop")
    return { ...load, handled: await heard(child) }
  } finally {
    child.kill()
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

if (process.argv[1] === here && process.send !== undefined) {
  const [name, at] = process.argv.slice(2)
  if (at !== undefined && (name === "sqlite" || name === "postgres" || name === "redis"))
    await serve(name, at)
}
