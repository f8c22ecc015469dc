/**
 * Why the webhook's inbox is no `PersistedQueue`: what the stores that are installed with Effect 3 do to messages when
 * their process is killed, and to a handler that takes longer than a lock. `packages/webhook/test/crash.test.ts` is the
 * same for our own.
 *
 * `--rounds 20` is how often the process is killed, `--only redis` (or `sqlite`, `postgres`) leaves out the rest.
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import * as PersistedQueue from "@effect/experimental/PersistedQueue"
import * as RedisStore from "@effect/experimental/PersistedQueue/Redis"
import * as SqlPersistedQueue from "@effect/sql/SqlPersistedQueue"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Database from "./database.js"

const here = fileURLToPath(import.meta.url)
const names = ["sqlite", "postgres", "redis"] as const

/** The shortest lock that the SQL store knows is a second. It is refreshed twice within one, where it is. */
const settings = {
  pollInterval: "20 millis",
  lockExpiration: "1 seconds",
  lockRefreshInterval: "400 millis"
} as const
const lockMillis = 1000

const storeOf = (name: Database.Name, at: string) => {
  switch (name) {
    case "sqlite":
      return Layer.provide(SqlPersistedQueue.layerStore(settings), SqliteClient.layer({ filename: at }))
    case "postgres":
      return Layer.provide(SqlPersistedQueue.layerStore(settings), PgClient.layer({ url: Redacted.make(at) }))
    case "redis":
      return RedisStore.layerStore({ ...settings, host: "127.0.0.1", port: Number(new URL(at).port) })
  }
}

// The process to be killed

/** Takes what it is told into the queue, and writes down what it handles. A handler takes so long, and up to 10 ms. */
const work = async (name: Database.Name, at: string, log: string, handlerMillis: number) => {
  const program = Effect.gen(function* () {
    const queue = yield* PersistedQueue.make({ name: basename(log), schema: Schema.String })
    const runtime = yield* Effect.runtime()
    process.on("message", (id) => {
      const offered = queue.offer(String(id), { id: String(id) })
      Effect.runPromise(Effect.provide(offered, runtime)).then(
        () => process.send?.(id),
        () => process.send?.(`failed ${id}`)
      )
    })
    process.send?.("ready")
    const handle = (id: string) =>
      Effect.zipRight(
        Effect.sleep(handlerMillis + Math.random() * 10),
        Effect.sync(() => appendFileSync(log, `${id}\n`))
      )
    yield* Effect.all(
      Array.from({ length: 8 }, () => Effect.forever(queue.take(handle))),
      { concurrency: "unbounded" }
    ).pipe(Effect.sandbox, Effect.retry(Schedule.spaced("20 millis")))
  })
  const layer = Layer.provide(PersistedQueue.layer, storeOf(name, at))
  await Effect.runPromise(Effect.provide(program, layer))
}

const [role, name, at, log, handlerMillis] = process.argv.slice(2)
if (role === "worker" && at !== undefined && log !== undefined) {
  const known = names.find((each) => each === name)
  if (known !== undefined) await work(known, at, log, Number(handlerMillis))
}

// What is done to it

const start = async (args: ReadonlyArray<string>): Promise<ChildProcess> => {
  const child = fork(here, ["worker", ...args], { stdio: ["ignore", "ignore", "ignore", "ipc"] })
  await once(child, "message")
  return child
}

const kill = async (child: ChildProcess) => {
  const ended = once(child, "exit")
  child.kill("SIGKILL")
  await ended
}

const linesOf = (log: string): ReadonlyArray<string> =>
  existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []

/** Until nothing more happens for five locks. */
const settled = async (log: string) => {
  for (let last = -1; linesOf(log).length !== last; await setTimeout(5 * lockMillis))
    last = linesOf(log).length
}

const crash = async (name: Database.Name, at: string, log: string, rounds: number) => {
  const args = [name, at, log, "0"]
  const accepted = new Set<string>()
  const sent = new Set<string>()
  let next = 0
  const offer = (child: ChildProcess) => {
    const id = `${name}-${next++}`
    sent.add(id)
    if (child.connected) child.send(id, () => {})
  }
  let child = await start(args)
  const listen = (child: ChildProcess) => {
    child.on("message", (id) => {
      accepted.add(String(id))
      offer(child)
    })
    for (let lane = 0; lane < 16; lane++) offer(child)
  }
  for (let round = 0; round < rounds; round++) {
    listen(child)
    await setTimeout(200 + Math.random() * 800)
    await kill(child)
    child = await start(args)
  }
  await settled(log)
  await kill(child)
  const handled = linesOf(log)
  const ids = new Set(handled)
  const taken = [...accepted].filter((id) => !id.startsWith("failed"))
  return {
    taken: taken.length,
    lost: taken.filter((id) => !ids.has(id)).length,
    twice: handled.length - ids.size
  }
}

/** One message whose handler takes three locks, and a second process with nothing to do. */
const slow = async (name: Database.Name, at: string, log: string) => {
  const args = [name, at, log, String(3 * lockMillis)]
  const children = [await start(args), await start(args)]
  children[0]?.send(`${name}-slow`)
  await settled(log)
  await Promise.all(children.map(kill))
  return linesOf(log).length
}

if (role !== "worker") {
  const { values } = parseArgs({
    options: { rounds: { type: "string", default: "20" }, only: { type: "string" } }
  })
  for (const name of names) {
    if (values.only !== undefined && values.only !== name) continue
    const directory = mkdtempSync(join(tmpdir(), "ezviz-queue-"))
    const database = await Database.start(name, directory)
    try {
      const { lost, taken, twice } = await crash(
        name,
        database.at,
        join(directory, "crash.log"),
        Number(values.rounds)
      )
      const times = await slow(name, database.at, join(directory, "slow.log"))
      console.log(
        `${name}: ${values.rounds} kills, ${taken} accepted, ${lost} never handled, ${twice} handled again; ` +
          `a handler that takes three locks ran ${times} times`
      )
    } finally {
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
