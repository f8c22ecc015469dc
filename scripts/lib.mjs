// What the scripts share: where the workspace is, which packages it publishes, and running commands.
// Only Node's own modules, because this runs before anything is installed.
import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { constants } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const windows = process.platform === "win32"

export const root = fileURLToPath(new URL("..", import.meta.url))

export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"))

const manifest = readJson(join(root, "package.json"))

/**
 * The packages of the workspace that get published. `dual` ones carry a CommonJS build beside the ESM one; `bundled` ones
 * are one file for each, with all in it that is no dependency of theirs.
 */
export const publicPackages = () =>
  readdirSync(join(root, "packages"))
    .map((directory) => join(root, "packages", directory))
    .filter((directory) => existsSync(join(directory, "package.json")))
    .map((directory) => ({ directory, manifest: readJson(join(directory, "package.json")) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map((entry) => ({
      ...entry,
      name: entry.manifest.name,
      bin: entry.manifest.bin ?? {},
      dual: entry.manifest.exports["."].require !== undefined,
      bundled: entry.manifest.exports["."].import?.default.startsWith("./dist/bundle/") === true
    }))

/** Ends the process with a message a person can act on when Node is older than `engines.node` asks. */
export const requireNode = () => {
  const wanted = manifest.engines.node.replace(">=", "").split(".").map(Number)
  const running = process.versions.node.split(".").map(Number)
  const differing = wanted.findIndex((part, index) => part !== running[index])
  if (differing !== -1 && running[differing] < wanted[differing]) {
    console.error(
      `effect-ezviz needs Node ${wanted.join(".")} or newer, and this is Node ${process.versions.node}.\n` +
        "Install a current version from https://nodejs.org and run the command again."
    )
    process.exit(1)
  }
}

const running = new Set()

// A captured command is the leader of its own process group, so that ending it also ends what it started.
// A command that has the terminal got Ctrl-C from there already, and npm repeats it to us: a second one would cut its
// clean-up short.
const end = (child, signal) => {
  try {
    if (child.ownGroup) process.kill(-child.pid, signal)
    else if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal)
  } catch {
    // It has just ended by itself.
  }
}

let leaving = false
const leave = (signal) => {
  if (leaving) return
  leaving = true
  const children = [...running]
  for (const child of children) end(child, signal)
  const exit = () => process.exit(128 + constants.signals[signal])
  Promise.all(children.map((child) => child.ended)).then(exit)
  setTimeout(() => {
    for (const child of running) end(child, "SIGKILL")
    exit()
  }, 5000).unref()
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave)

// npm passes a SIGTERM on to the shell it runs us in, and the shell ends without a word to us.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) leave("SIGTERM")
}, 500).unref()

/**
 * Starts a command. Its output is captured unless `inherit` is set. `onStdout` sees the standard output as it comes.
 * `ended` resolves with the exit code and everything printed; it never rejects.
 */
export const start = (
  command,
  args,
  { cwd = root, env = {}, inherit = false, shell = false, onStdout } = {}
) => {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    shell,
    stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"],
    detached: !inherit && !windows
  })
  child.ownGroup = !inherit && !windows
  let output = ""
  const collect = (chunk) => {
    output += chunk
  }
  child.stdout?.setEncoding("utf8").on("data", collect)
  child.stderr?.setEncoding("utf8").on("data", collect)
  if (onStdout) child.stdout?.on("data", onStdout)
  running.add(child)
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on("close", (code, signal) =>
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output })
    )
  }).finally(() => running.delete(child))
  child.ended = ended
  return { ended, stop: (signal = "SIGTERM") => end(child, signal) }
}

/** Runs a command to its end, or stops it after `timeout` milliseconds. */
export const run = async (command, args, { timeout, ...options } = {}) => {
  const { ended, stop } = start(command, args, options)
  if (timeout === undefined) return ended
  let late = false
  const timer = setTimeout(() => {
    late = true
    stop("SIGKILL")
  }, timeout)
  const result = await ended
  clearTimeout(timer)
  return late
    ? { code: 124, output: `${result.output}still running after ${timeout / 1000} s, stopped\n` }
    : result
}

const simulatorBin = join(root, "packages/simulator/dist/esm/bin.js")

/** Resolves with the address and the credentials that the simulator prints as its first line, in JSON. */
export const startSimulator = () =>
  new Promise((resolve, reject) => {
    if (!existsSync(simulatorBin)) {
      reject(new Error(`the simulator is not built: ${relative(root, simulatorBin)} is missing`))
      return
    }
    let text = ""
    // The simulator's command line and its first line, in this one place.
    const simulator = start(process.execPath, [simulatorBin, "--port", "0", "--json"], {
      onStdout: (chunk) => {
        text += chunk
        const end = text.indexOf("\n")
        if (end === -1) return
        try {
          const { url, appKey, appSecret } = JSON.parse(text.slice(0, end))
          if (!url || !appKey || !appSecret) throw new Error("url, appKey or appSecret is missing")
          clearTimeout(timer)
          resolve({ url, appKey, appSecret, simulator })
        } catch (error) {
          simulator.stop()
          reject(new Error(`the simulator's first line is not as agreed (${error.message}): ${text}`))
        }
      }
    })
    const timer = setTimeout(() => {
      simulator.stop("SIGKILL")
      reject(new Error(`the simulator did not start within 15 s:\n${text}`))
    }, 15_000)
    timer.unref()
    simulator.ended.then(({ code, output }) => {
      clearTimeout(timer)
      reject(new Error(`the simulator ended with code ${code}:\n${output}`))
    })
  })

export const node = (args, options) => run(process.execPath, args, options)

/** Runs the executable that an installed dependency brings, without a package manager in between. */
export const tool = (dependency, executable, args, options) => {
  const directory = join(root, "node_modules", dependency)
  const { bin } = readJson(join(directory, "package.json"))
  return node([join(directory, typeof bin === "string" ? bin : bin[executable]), ...args], options)
}

export const npm = (args, options) => run("npm", args, { ...options, shell: windows })

/** The files below a directory whose names end so, in order. */
export const filesIn = (directory, ending) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()

/** What people read in the repository; below `.vitepress` is what is made of it. */
export const documents = () => [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map((name) => join(root, name)),
  ...filesIn(join(root, "docs"), ".md").filter((file) => !file.includes("/.vitepress/")),
  ...publicPackages().map(({ directory }) => join(directory, "README.md"))
]

/** The pnpm that `packageManager` pins, fetched by npx: neither a global pnpm nor corepack is needed. */
export const pnpm = (args, options) =>
  run("npx", ["--yes", manifest.packageManager.split("+")[0], ...args], { ...options, shell: windows })

/** Installs what the lockfile says. Nothing is compiled: only tests need that. */
export const install = () =>
  pnpm(["install", "--frozen-lockfile", "--ignore-scripts", "--config.confirmModulesPurge=false"])

/**
 * Compiles what was left to be compiled, which is SQLite. Where there is no prebuilt one to be downloaded, the compiler
 * takes the headers that came with this Node.
 */
export const compile = () => {
  const nodedir = join(dirname(process.execPath), "..")
  return pnpm(["-r", "rebuild", "--pending"], {
    env: existsSync(join(nodedir, "include/node/node.h")) ? { npm_config_nodedir: nodedir } : {}
  })
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
