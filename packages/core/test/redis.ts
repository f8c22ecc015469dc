import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Redis } from "ioredis"
import { find, isMissing } from "../../../scripts/programs.mjs"

/** Whether tests of Redis are skipped. */
export const missing = isMissing("redis-server")

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** A server of its own, that keeps nothing. */
export const start = async () => {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), "ezviz-redis-"))
  const child: ChildProcess = spawn(
    find("redis-server") ?? "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", directory],
    { stdio: "ignore" }
  )
  const clients: Array<Redis> = []
  const connect = () => {
    const client = new Redis({ port, host: "127.0.0.1", retryStrategy: () => 50, maxRetriesPerRequest: 100 })
    client.on("error", () => undefined)
    clients.push(client)
    return client
  }
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve())
    child.once("exit", () => resolve())
  })
  await connect().ping()
  return {
    port,
    connect,
    stop: async () => {
      for (const client of clients) client.disconnect()
      child.kill("SIGKILL")
      await ended
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
