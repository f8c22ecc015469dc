import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../", import.meta.url))

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, "utf8"))

/** pnpm at the pinned version; corepack is not to be relied on. */
export const pnpm = ["npx", "--yes", packageManager]

/** Runs a command at the root. Quiet ones show what they said only when they fail. */
export const run = (command, { quiet = false } = {}) =>
  new Promise((resolve) => {
    const [file, ...args] = command
    const child = spawn(file, args, {
      cwd: root,
      stdio: ["inherit", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"]
    })
    const said = []
    child.stdout?.on("data", (chunk) => said.push(chunk))
    child.stderr?.on("data", (chunk) => said.push(chunk))
    const pass = (signal) => child.kill(signal)
    process.once("SIGINT", pass)
    process.once("SIGTERM", pass)
    child.on("error", () => resolve(127))
    child.on("close", (code, signal) => {
      process.removeListener("SIGINT", pass)
      process.removeListener("SIGTERM", pass)
      const status = code ?? (signal === null ? 1 : 130)
      if (quiet && status !== 0) process.stderr.write(Buffer.concat(said))
      resolve(status)
    })
  })

/** Installs what the lockfile names. */
export const install = () => run([...pnpm, "install", "--frozen-lockfile"], { quiet: true })

const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`Node 20.12 or later is needed; this is ${process.version}.`)
  process.exit(1)
}
