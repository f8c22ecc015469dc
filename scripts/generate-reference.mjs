// Writes what is derived from the operations of the built core: the OpenAPI document and the reference pages.
// `--check` only says whether they are up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { readJson, root } from "./lib.mjs"
import { operations } from "./reference/model.mjs"
import { openapi } from "./reference/openapi.mjs"
import { pages } from "./reference/pages.mjs"

const isCheck = process.argv.includes("--check")
const { version } = readJson(join(root, "packages/core/package.json"))

const files = new Map([
  ["packages/core/openapi.json", `${JSON.stringify(openapi(operations, { version }), undefined, 2)}\n`],
  ...Object.entries(pages(operations)).map(([file, text]) => [`docs/reference/${file}`, text])
])

const stale = []
for (const [file, text] of files) {
  const path = join(root, file)
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue
  stale.push(file)
  if (isCheck) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const directory = join(root, "docs/reference")
for (const file of existsSync(directory) ? readdirSync(directory) : []) {
  if (files.has(`docs/reference/${file}`)) continue
  stale.push(`docs/reference/${file}`)
  if (!isCheck) rmSync(join(directory, file))
}

if (isCheck && stale.length > 0) {
  console.error(`not up to date, run \`pnpm generate\`: ${stale.join(", ")}`)
  process.exitCode = 1
} else {
  console.log(stale.length === 0 ? "up to date" : `written: ${stale.join(", ")}`)
}
