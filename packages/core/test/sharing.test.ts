import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import * as RedisServer from "./redis.js"

/** Runs what `tsc -b` has built, as a program of another process does. */
const program = fileURLToPath(new URL("./programs/sharing.mjs", import.meta.url))

interface Task {
  readonly part: "call" | "hold"
  readonly url: string
  readonly appKey: string
  readonly appSecret: string
  readonly directory?: string
  readonly redisPort?: number
}

const startProcess = (task: Task) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const child = spawn(process.execPath, [program, JSON.stringify(task)], {
        stdio: ["pipe", "pipe", "pipe"]
      })
      let errors = ""
      child.stderr.on("data", (chunk) => {
        errors += chunk
      })
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      const line = Effect.promise(async () => {
        const { done, value } = await lines.next()
        if (done) throw new Error(`the process ended:\n${errors}`)
        return value
      })
      return { child, line, go: Effect.sync(() => child.stdin.write("go\n")) }
    }),
    ({ child }) => Effect.sync(() => child.kill("SIGKILL"))
  )

const directory = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "ezviz-sharing-"))),
  (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true }))
)

const redisPort = Effect.map(
  Effect.acquireRelease(Effect.promise(RedisServer.start), ({ stop }) => Effect.promise(stop)),
  ({ port }) => port
)

const places = [
  { name: "one directory", missing: false, place: Effect.map(directory, (made) => ({ directory: made })) },
  {
    name: "one Redis",
    missing: RedisServer.missing,
    place: Effect.map(redisPort, (port) => ({ redisPort: port }))
  }
]

describe.each(places)("processes that share $name", ({ missing, place }) => {
  it.scopedLive.skipIf(missing)(
    "ask for one token, all eight at once",
    () =>
      Effect.gen(function* () {
        const { appKey, appSecret, served, url } = yield* Simulator.Simulator
        const where = yield* place
        const task: Task = { part: "call", url, appKey, appSecret, ...where }
        const processes = yield* Effect.replicateEffect(startProcess(task), 8)
        yield* Effect.forEach(processes, ({ line }) => line)
        yield* Effect.forEach(processes, ({ go }) => go)
        const results = yield* Effect.forEach(processes, ({ line }) => line)
        assert.deepStrictEqual(
          results.map((result) => JSON.parse(result)),
          Array.from({ length: 8 }, () => ({ model: "CS-C6N-A0-1C2WFR" }))
        )
        assert.strictEqual(served.filter(({ operation }) => operation === "accessToken.get").length, 1)
      }).pipe(Effect.provide(Simulator.layer())),
    120_000
  )

  it.scopedLive.skipIf(missing)(
    "go on when the one with the lock is killed",
    () =>
      Effect.gen(function* () {
        const { appKey, appSecret, url } = yield* Simulator.Simulator
        const where = yield* place
        const task = { url, appKey, appSecret, ...where }
        const holder = yield* startProcess({ ...task, part: "hold" })
        const heir = yield* startProcess({ ...task, part: "call" })
        for (const { line } of [holder, heir]) assert.strictEqual(yield* line, "ready")
        yield* holder.go
        assert.strictEqual(yield* holder.line, "holding")
        yield* heir.go
        holder.child.kill("SIGKILL")
        assert.deepStrictEqual(JSON.parse(yield* heir.line), { model: "CS-C6N-A0-1C2WFR" })
      }).pipe(Effect.provide(Simulator.layer())),
    120_000
  )
})
