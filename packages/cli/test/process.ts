import { spawn } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Effect } from "effect"
import { build } from "esbuild"

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Below the package, because what it imports is found from there. */
const directory = fileURLToPath(new URL(`../dist/test-${process.pid}/`, import.meta.url))

export const bin = `${directory}bin.js`

/** Builds the command as it is installed. */
export const make = () =>
  build({
    entryPoints: [source("cli/src/bin.ts")],
    outdir: directory,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["effect", "@effect/*", "string-width"],
    alias: {
      "@effect-ezviz/core": source("core/src"),
      "@effect-ezviz/simulator": source("simulator/src"),
      "@effect-ezviz/webhook": source("webhook/src")
    }
  })

export const remove = () => rmSync(directory, { recursive: true, force: true })

export interface Ran {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
  /** What the process list showed of it. */
  readonly listed: string
}

/** Runs the command as a process of its own, with nothing in its environment but what is given. */
export const run = (
  argv: ReadonlyArray<string>,
  options: {
    readonly env?: Readonly<Record<string, string>>
    readonly stdin?: string
    readonly cwd?: string
    /** Presses Ctrl-C when its output holds this. */
    readonly interruptAt?: string
  } = {}
): Effect.Effect<Ran> =>
  Effect.async<Ran>((resume) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      env: { PATH: process.env.PATH, HOME: "/nowhere", ...options.env },
      cwd: options.cwd
    })
    let out = ""
    let err = ""
    let listed = ""
    child.on("spawn", () => {
      try {
        listed = readFileSync(`/proc/${child.pid}/cmdline`, "utf8")
      } catch {
        listed = argv.join("\0")
      }
    })
    child.stdout.on("data", (chunk) => {
      out += chunk
      if (options.interruptAt !== undefined && out.includes(options.interruptAt)) child.kill("SIGINT")
    })
    child.stderr.on("data", (chunk) => {
      err += chunk
    })
    child.on("close", (exitCode) =>
      resume(Effect.succeed({ exitCode, out: out.trimEnd(), err: err.trimEnd(), listed }))
    )
    child.stdin.on("error", () => {})
    child.stdin.end(options.stdin ?? "")
    return Effect.sync(() => child.kill())
  })
