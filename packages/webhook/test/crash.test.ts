import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { build } from "esbuild"
import { isMissing } from "../../../scripts/programs.mjs"
import { Testing } from "../src/index.js"
import { freePort, startPostgres, startRedis } from "./servers.js"

/** `EZVIZ_CRASH_ROUNDS=100` for the whole of it. */
const rounds = Number(process.env.EZVIZ_CRASH_ROUNDS ?? 6)

/** Below the package, because what it imports is found from there. */
const sandbox = fileURLToPath(new URL(`../dist/crash-${process.pid}/`, import.meta.url))
const receiver = join(sandbox, "receiver.mjs")

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("./crash/receiver.ts", import.meta.url))],
    outdir: sandbox,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    external: ["effect", "@effect/*", "ioredis"],
    alias: { "@effect-ezviz/core": fileURLToPath(new URL("../../core/src", import.meta.url)) }
  })
})
afterAll(() => rmSync(sandbox, { recursive: true, force: true }))

const stores = [
  {
    name: "SQLite",
    missing: false,
    open: async (directory: string) => ({ url: join(directory, "pushes.db"), close: async () => {} })
  },
  { name: "PostgreSQL", missing: isMissing("postgres"), open: startPostgres },
  { name: "Redis", missing: isMissing("redis-server"), open: startRedis }
]

const start = (args: ReadonlyArray<string>): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [receiver, ...args], { stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    child.stdout.on("data", (chunk) => {
      output += chunk
      if (output.includes("listening")) resolve(child)
    })
    child.stderr.on("data", (chunk) => {
      output += chunk
    })
    child.on("error", reject)
    child.on("exit", (code) => reject(new Error(`the receiver ended with ${code}:\n${output}`)))
  })

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => resolve())
    child.kill("SIGKILL")
  })

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis))

/** One push, as the cloud sends it: again when it fails, three times at most, then never more. */
const push = async (url: string, messageId: string): Promise<boolean> => {
  const body = Testing.pushBody({ type: "ys.iot", messageId, body: { text: "x".repeat(500) } })
  for (let attempt = 0; attempt < 4; attempt++) {
    try {
      const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(2000) })
      const text = await response.text()
      if (response.status === 200 && text.includes(messageId)) return true
    } catch {
      // The receiver is dead at this moment.
    }
    await wait(50)
  }
  return false
}

describe.each(stores)("$name: kill -9 in the middle of the load", ({ missing, name, open }) => {
  it.skipIf(missing)(
    `loses nothing that was answered, in ${rounds} rounds`,
    async () => {
      const directory = mkdtempSync(join(tmpdir(), "ezviz-crash-"))
      const server = await open(directory)
      const log = join(directory, "handled.log")
      const port = await freePort()
      const url = `http://127.0.0.1:${port}/`
      const args = [name, server.url, log, String(port)]
      const handled = () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [])

      let child = await start(args)
      const answered = new Set<string>()
      const sent = new Set<string>()
      let over = false
      let next = 0
      const send = async () => {
        while (!over) {
          const messageId = `${name}-${next++}`
          sent.add(messageId)
          if (await push(url, messageId)) answered.add(messageId)
        }
      }
      try {
        const senders = Array.from({ length: 16 }, send)
        for (let round = 0; round < rounds; round++) {
          const until = answered.size + 1 + Math.random() * 200
          while (answered.size < until) await wait(1)
          await kill(child)
          child = await start(args)
        }
        over = true
        await Promise.all(senders)

        for (let last = -1; ; ) {
          const done = new Set(handled())
          if ([...answered].every((id) => done.has(id))) break
          // Leases are 300 ms: when nothing moves for so long, what is left is lost.
          assert.notStrictEqual(done.size, last, "answered with 200, and never handled")
          last = done.size
          await wait(2000)
        }
        assert.isAbove(answered.size, rounds)
        const before = handled()
        for (const id of before) assert.isTrue(sent.has(id), `${id} was handled and never sent`)

        // Whatever was handled is on record: sent again, it is acknowledged and not handled again.
        const ids = [...new Set(before)]
        await kill(child)
        child = await start(args)
        for (let at = 0; at < ids.length; at += 50) {
          const answers = await Promise.all(ids.slice(at, at + 50).map((id) => push(url, id)))
          assert.isTrue(answers.every((answer) => answer))
        }
        const marker = `${name}-marker`
        assert.isTrue(await push(url, marker))
        while (!handled().includes(marker)) await wait(20)
        const after = handled()
        assert.strictEqual(new Set(after).size, ids.length + 1)
        process.stdout.write(
          `${name}: ${rounds} kills, ${sent.size} sent, ${answered.size} answered with 200, all handled, ` +
            `${before.length - ids.length} more than once; handled again after a repeat: ${after.length - before.length - 1}\n`
        )
        assert.isAtMost(after.length - before.length - 1, 8)
      } finally {
        over = true
        await kill(child)
        await server.close()
        rmSync(directory, { recursive: true, force: true })
      }
    },
    60_000 + rounds * 5000
  )
})
