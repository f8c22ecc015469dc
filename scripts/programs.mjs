// The programs that some tests need and npm does not bring. Only Node's own modules, because the gate asks before
// anything is installed.
import { existsSync, readdirSync } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The commands that will do, the first one first, and the Debian package that has it. */
const programs = {
  "redis-server": { commands: ["redis-server"], debian: "redis-server" },
  postgres: { commands: ["postgres"], debian: "postgresql" },
  chromium: { commands: ["chromium", "google-chrome"], debian: "chromium" },
  bash: { commands: ["bash"], debian: "bash" },
  fish: { commands: ["fish"], debian: "fish" },
  zsh: { commands: ["zsh"], debian: "zsh" }
}

/** Debian keeps the server's commands of each version out of PATH. */
const postgresql = "/usr/lib/postgresql"

const directories = [
  ...(process.env.PATH ?? "").split(delimiter),
  ...(existsSync(postgresql)
    ? readdirSync(postgresql).map((version) => join(postgresql, version, "bin"))
    : [])
]

export const locate = (command) =>
  directories.map((directory) => join(directory, command)).find((path) => existsSync(path))

export const find = (program) => programs[program].commands.map(locate).find((path) => path !== undefined)

/** In the gate nothing is skipped. */
const required = process.env.CI === "true"

export const isMissing = (program) => !required && find(program) === undefined

const absent = Object.keys(programs).filter((program) => find(program) === undefined)

/** The Debian packages of the programs that are not on this machine. */
export const packages = absent.map((program) => programs[program].debian)

/** One line for people, or nothing where all are there. */
export const notice =
  absent.length === 0
    ? ""
    : `Not on this machine: ${absent.join(", ")}. Tests that need them are ${required ? "going to fail" : "skipped"}; on Debian or Ubuntu, get them with: apt-get install ${packages.join(" ")}`

// For shells: the packages to install, one a line.
if (process.argv[1] === fileURLToPath(import.meta.url)) for (const name of packages) console.log(name)
