import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { locate } from "../../../scripts/programs.mjs"

/** A throw-away server on a free port of this machine. */
export interface TestServer {
  readonly url: string
  /** Ends it at once, as a crash would; its data stay. */
  readonly stop: () => Promise<void>
  /** Starts it again, at the same address, with the same data. */
  readonly start: () => Promise<void>
  /** Ends it and removes its data. */
  readonly close: () => Promise<void>
}

const binary = (name: string): string => {
  const path = locate(name)
  if (path === undefined) throw new Error(`${name} is not installed, and CI=true asks for its tests`)
  return path
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))
      )
    })
  })

/** PostgreSQL refuses to run as root. */
const unprivileged = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }))
      return { uid: id("-u"), gid: id("-g") }
    } catch {
      // There is no such user here.
    }
  }
  throw new Error("PostgreSQL needs a user other than root")
}

const running = new Set<ChildProcess>()
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

const ready = /ready to accept connections/i

const launch = (
  command: string,
  args: ReadonlyArray<string>,
  user: { readonly uid: number; readonly gid: number } | undefined
): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...user })
    running.add(child)
    let output = ""
    const read = (chunk: Buffer) => {
      if (ready.test(output)) return
      output += chunk
      if (ready.test(output)) resolve(child)
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    child.on("error", reject)
    child.on("exit", () => {
      running.delete(child)
      reject(new Error(`${command} ended:\n${output}`))
    })
  })

const serve = async (
  url: string,
  directory: string,
  start: () => Promise<ChildProcess>,
  signal: NodeJS.Signals
): Promise<TestServer> => {
  let child: ChildProcess | undefined = await start()
  const stop = async () => {
    const current = child
    child = undefined
    if (current === undefined) return
    const ended = new Promise((resolve) => current.once("exit", resolve))
    current.kill(signal)
    await ended
  }
  return {
    url,
    stop,
    start: async () => {
      child ??= await start()
    },
    close: async () => {
      await stop()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

export const startRedis = async (): Promise<TestServer> => {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), "ezviz-redis-"))
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", directory, "--appendonly", "yes"]
  return serve(
    `redis://127.0.0.1:${port}`,
    directory,
    () => launch(binary("redis-server"), args, undefined),
    "SIGTERM"
  )
}

export const startPostgres = async (): Promise<TestServer> => {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), "ezviz-postgres-"))
  const user = unprivileged()
  if (user !== undefined) chownSync(directory, user.uid, user.gid)
  execFileSync(
    binary("initdb"),
    ["--pgdata", directory, "--auth", "trust", "--username", "ezviz", "--no-sync", "--encoding", "UTF8"],
    { stdio: "pipe", ...user }
  )
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=50"]
  const args = ["-D", directory, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])]
  return serve(
    `postgres://ezviz@127.0.0.1:${port}/postgres`,
    directory,
    () => launch(binary("postgres"), args, user),
    // "Fast": clients are sent away.
    "SIGINT"
  )
}
