// Runs the `npm install` lines of the documents as a newcomer does: as they stand there, in an empty folder. Then loads
// what the document imports.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, join, relative } from "node:path"
import { codeBlocks } from "./code-blocks.mjs"
import { documents, node, npm, pnpm, root, run } from "./lib.mjs"
import { startRegistry } from "./registry.mjs"

const shells = new Set(["sh", "bash", "shell"])

/** What one document tells its reader to install, and the modules of ours that its code then imports. */
const read = (document) => {
  const blocks = codeBlocks(document)
  const lines = blocks
    .filter(({ lang }) => shells.has(lang))
    .flatMap(({ value }) => value.split("\n"))
    .map((line) => line.replace(/\s#.*/, "").trim())
    .filter((line) => /^npm (install|i|add) /.test(line))
    .map((line) => line.split(/\s+/).slice(2))
  const installed = lines.flat().filter((word) => word.startsWith("@effect-ezviz/"))
  const imported = blocks
    .filter(({ lang }) => lang === "ts" || lang === "js")
    .flatMap(({ value }) => [...value.matchAll(/\bfrom "(@effect-ezviz\/[^"]+)"/g)].map(([, name]) => name))
    .filter((name) => installed.some((each) => name === each || name.startsWith(`${each}/`)))
  return { document: relative(root, document), lines, modules: [...new Set([...installed, ...imported])] }
}

/** Documents that say the same are tried once. */
const tried = () => {
  const found = new Map()
  for (const { document, lines, modules } of documents().map(read)) {
    if (lines.length === 0) continue
    const key = JSON.stringify(lines)
    const before = found.get(key) ?? { documents: [], lines, modules: [] }
    found.set(key, {
      documents: [...before.documents, document],
      lines,
      modules: [...new Set([...before.modules, ...modules])]
    })
  }
  return [...found.values()]
}

/** What an installation says when two packages do not go together. */
const disagreement = /ERESOLVE|peer dep|unmet peer/i

const managers = {
  npm: { init: ["init", "--yes"], add: "install", run: npm },
  pnpm: { init: ["init"], add: "add", run: pnpm }
}

/** A check for each document and package manager. The entries have their tarballs. */
export const installLines = async (entries, temporary) => {
  const registry = await startRegistry(entries)
  const { output } = await npm(["config", "get", "userconfig"])
  const settings = existsSync(output.trim()) ? readFileSync(output.trim(), "utf8") : ""
  const userconfig = join(temporary, "npmrc")
  writeFileSync(userconfig, `${settings}\n@effect-ezviz:registry=${registry.url}\n`)

  const attempt =
    (manager, { lines, modules }) =>
    async () => {
      const cwd = mkdtempSync(join(temporary, `newcomer-${manager}-`))
      const home = join(cwd, "global")
      mkdirSync(join(home, "bin"), { recursive: true })
      const options = {
        cwd,
        env: {
          NPM_CONFIG_USERCONFIG: userconfig,
          // Where `--global` goes.
          NPM_CONFIG_PREFIX: home,
          PNPM_HOME: home,
          PATH: [home, join(home, "bin"), process.env.PATH].join(delimiter),
          // Modules load without what native ones compile.
          NPM_CONFIG_IGNORE_SCRIPTS: "true",
          NPM_CONFIG_AUDIT: "false",
          NPM_CONFIG_FUND: "false"
        }
      }
      const { add, init, run: manage } = managers[manager]
      const begun = await manage(init, options)
      if (begun.code !== 0) return [begun.output.trim()]
      for (const line of lines) {
        const { code, output } = await manage([add, ...line], options)
        if (code !== 0 || disagreement.test(output)) return [`${line.join(" ")}\n${output.trim()}`]
      }
      if (lines.some((line) => line.includes("--global"))) {
        const { code, output } = await run("ezviz", ["--version"], { ...options, timeout: 60_000 })
        return code === 0 ? [] : [output.trim()]
      }
      const program = join(cwd, "newcomer.mjs")
      writeFileSync(program, modules.map((name) => `await import("${name}")\n`).join(""))
      const { code, output } = await node([program], { ...options, timeout: 60_000 })
      return code === 0 ? [] : [output.trim()]
    }

  const checks = tried().flatMap((what) =>
    Object.keys(managers).map((manager) => [
      `${what.documents.join(", ")}: the install lines, with ${manager}`,
      attempt(manager, what)
    ])
  )
  return { checks, close: registry.close }
}
