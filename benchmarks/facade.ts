/**
 * The façade against what a user would take instead: undici and fetch by hand, and the clients of OpenAI, GitHub and
 * Tuya, all against one server on loopback. Time and CPU of a call, memory over many, cold import, size installed, and
 * the size of a bundled program that makes one call.
 *
 * `--quick` makes fewer calls, and leaves out what has to be installed.
 */
import { execFileSync, fork } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { gzipSync } from "node:zlib"
import { createEzviz } from "@effect-ezviz/node"
import { Octokit } from "@octokit/core"
import { TuyaContext } from "@tuya/tuya-connector-nodejs"
import { build } from "esbuild"
import OpenAI from "openai"
import { Agent, request } from "undici"
import * as Compare from "./compare.js"

const quick = process.argv.includes("--quick")
const here = fileURLToPath(new URL("..", import.meta.url))

const goal = (text: string, reached: boolean) =>
  console.log(`  ${reached ? "reached" : "NOT REACHED"}: ${text}`)

// One server for all

const server = fork(fileURLToPath(new URL("facadeServer.js", import.meta.url)))
const port = await new Promise<unknown>((resolve) => server.once("message", resolve))
const baseUrl = `http://127.0.0.1:${String(port)}`
const path = "/api/lapp/device/info"

// What a call is with each

/** One device after another: of one, the façade has four calls under way at most. */
let made = 0
const input = () => ({ deviceSerial: `SIM${100_000 + (made++ % 64)}` })
const form = () => new URLSearchParams({ accessToken: "at.x", ...input() })
const formHeaders = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" }
const dispatcher = new Agent()
const ezviz = createEzviz({ appKey: "key", appSecret: "secret", baseUrl })
const openai = new OpenAI({ apiKey: "key", baseURL: baseUrl })
const octokit = new Octokit({ auth: "key", baseUrl })
const tuya = new TuyaContext({ baseUrl, accessKey: "key", secretKey: "secret" })

const calls: Readonly<Record<string, () => PromiseLike<unknown>>> = {
  "fetch + JSON.parse": async () => {
    const response = await fetch(`${baseUrl}${path}`, { method: "POST", headers: formHeaders, body: form() })
    return JSON.parse(await response.text())
  },
  "undici.request + JSON.parse": async () => {
    const { body } = await request(`${baseUrl}${path}`, {
      method: "POST",
      headers: formHeaders,
      body: form().toString(),
      dispatcher
    })
    return JSON.parse(await body.text())
  },
  "@effect-ezviz/node": () => ezviz.device.getInfo(input()),
  openai: () => openai.post(path, { body: input() }),
  "@octokit/core": () => octokit.request(`POST ${path}`, input()),
  "@tuya/tuya-connector-nodejs": () => tuya.request({ method: "POST", path, body: input() })
}
const [reference = "", ...others] = Object.keys(calls)

/** Makes calls, so many at once, and says what one took, in microseconds. */
const spend = async (call: () => PromiseLike<unknown>, count: number, atOnce: number) => {
  const cpu = process.cpuUsage()
  const began = performance.now()
  let left = count
  const lane = async () => {
    while (left-- > 0) await call()
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const wall = ((performance.now() - began) * 1000) / count
  const { system, user } = process.cpuUsage(cpu)
  return { cpu: (system + user) / count, wall }
}

const compareCalls = async (title: string, atOnce: number) => {
  const walls = new Map<string, Array<number>>()
  const contender = (name: string): Compare.Contender => ({
    name,
    measure: async () => {
      const { cpu, wall } = await spend(calls[name] ?? assertNever, quick ? 300 : 2000, atOnce)
      walls.set(name, [...(walls.get(name) ?? []), wall])
      return cpu
    }
  })
  const comparison = await Compare.compare(contender(reference), others.map(contender), {
    rounds: quick ? 5 : 9
  })
  Compare.print(`CPU of a call, ${title}`, "µs", comparison)
  console.log(`Time of a call, ${title}`)
  const base = Compare.median(walls.get(reference) ?? [])
  for (const [name, times] of walls) {
    const time = Compare.median(times)
    console.log(
      `  ${name.padEnd(30)}${time.toFixed(0).padStart(8)} µs  ${(time / base).toFixed(2).padStart(6)} x`
    )
  }
  const ratioOf = (name: string) => comparison.rows.find((row) => row.name === name)?.ratio ?? Number.NaN
  const ours = ratioOf("@effect-ezviz/node")
  goal("CPU at most 1.5 x a plain fetch", ours <= 1.5)
  goal(
    "faster than each SDK",
    others.slice(2).every((name) => ours < ratioOf(name))
  )
}

const assertNever = (): never => {
  throw new Error("no such contender")
}

// A call of a process that has been running for a while: what the first one costs is in the cold import, below.
for (const call of Object.values(calls)) await spend(call, quick ? 1000 : 3000, 8)

await compareCalls("one after the other", 1)
await compareCalls("32 at once", 32)

// Memory

setFlagsFromString("--expose-gc")
const collect: () => void = runInNewContext("gc")
const heap = () => {
  collect()
  return process.memoryUsage().heapUsed / 1024
}
const count = quick ? 5000 : 100_000
console.log(`\nHeap that is left over after ${count.toLocaleString("en")} calls`)
for (const name of [reference, "@effect-ezviz/node"]) {
  const call = calls[name] ?? assertNever
  await spend(call, count / 10, 32)
  const before = heap()
  await spend(call, count, 32)
  console.log(`  ${name.padEnd(30)}${(heap() - before).toFixed(0).padStart(8)} KiB`)
}

await ezviz.close()
await dispatcher.close()
server.disconnect()

// Cold import

const importing = (specifier: string): Compare.Contender => ({
  name: specifier,
  measure: () =>
    Number(
      execFileSync(
        process.execPath,
        [
          "--input-type=module",
          "--eval",
          `const began = performance.now(); await import("${specifier}"); console.log(performance.now() - began)`
        ],
        { cwd: here, encoding: "utf8" }
      )
    )
})
const imports = await Compare.compare(
  importing("openai"),
  ["@effect-ezviz/node", "@octokit/core", "@tuya/tuya-connector-nodejs", "undici"].map(importing),
  { rounds: quick ? 5 : 11 }
)
Compare.print("Cold import", "ms", imports)
goal("cold import under 1.5 x openai's", (imports.rows[2]?.ratio ?? Number.NaN) < 1.5)

// Bundles

const bundle = async (contents: string) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error"
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
const programs = {
  "@effect-ezviz/core, one operation": `
    import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
    import * as Ezviz from "@effect-ezviz/core/Ezviz"
    import * as Ptz from "@effect-ezviz/core/operations/Ptz"
    import * as Effect from "effect/Effect"
    import * as Layer from "effect/Layer"
    import * as Redacted from "effect/Redacted"
    const client = Ezviz.layer({ appKey: "key", appSecret: Redacted.make("secret") })
    Ptz.stop({ deviceSerial: "1", channelNo: 1, direction: "left" }).pipe(
      Effect.provide(Layer.provide(client, FetchHttpClient.layer)),
      Effect.runPromise
    )`,
  openai: `import OpenAI from "openai"; new OpenAI({ apiKey: "key" }).models.list().then(console.log)`,
  stripe: `import Stripe from "stripe"; new Stripe("key").customers.list().then(console.log)`
}
console.log("\nA bundled program that makes one call, minified")
const sizes = new Map<string, number>()
for (const [name, program] of Object.entries(programs)) {
  const bytes = await bundle(program)
  sizes.set(name, bytes.length)
  const zipped = gzipSync(bytes).length
  console.log(
    `  ${name.padEnd(36)}${(bytes.length / 1024).toFixed(0).padStart(6)} KiB${(zipped / 1024).toFixed(0).padStart(6)} KiB gzip`
  )
  if (name.startsWith("@effect-ezviz")) {
    const text = new TextDecoder().decode(bytes)
    const paths = new Set(text.match(/\/api\/(?:lapp|v3)\/[\w/]+/g))
    console.log(`    endpoints in it: ${[...paths].join(", ")}`)
    goal("no other operation is in it", paths.size === 2)
  }
}
const [ours = Number.NaN, ...theirs] = sizes.values()
goal(
  "smaller than openai's or stripe's",
  theirs.some((size) => ours < size)
)

// Installed

const sizeOf = (directory: string): number =>
  readdirSync(directory, { withFileTypes: true }).reduce((total, entry) => {
    const file = join(directory, entry.name)
    return total + (entry.isDirectory() ? sizeOf(file) : entry.isFile() ? statSync(file).size : 0)
  }, 0)

if (!quick) {
  console.log("\nInstalled, with everything it depends on")
  const temporary = mkdtempSync(join(tmpdir(), "effect-ezviz-size-"))
  const root = join(here, "..")
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const pack = ["--yes", packageManager, "pack", "--json", "--pack-destination", temporary]
  const output = execFileSync("npx", pack, { cwd: join(root, "packages/node"), encoding: "utf8" })
  const { filename } = JSON.parse(output.slice(output.search(/^\{$/m)))
  const installs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "@effect-ezviz/node": { "@effect-ezviz/node": `file:${filename}` },
    openai: { openai: "latest" },
    "@octokit/core": { "@octokit/core": "latest" },
    "@tuya/tuya-connector-nodejs": { "@tuya/tuya-connector-nodejs": "latest" }
  }
  for (const [name, dependencies] of Object.entries(installs)) {
    const directory = join(temporary, name.replace(/\W/g, "_"))
    mkdirSync(directory)
    writeFileSync(join(directory, "package.json"), JSON.stringify({ private: true, dependencies }))
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: directory })
    console.log(`  ${name.padEnd(30)}${(sizeOf(directory) / 1024 / 1024).toFixed(1).padStart(8)} MiB`)
  }
  rmSync(temporary, { recursive: true, force: true })
}
