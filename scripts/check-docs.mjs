// Keeps the documentation true: type-checks every fenced `ts` block strictly, as a module of its own, against
// the built packages, and runs the `ts` and `js` blocks not marked `no-run`, against the simulator. Arguments are the
// documents to look at, or folders of them; without any, all are.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { codeBlocks } from "./code-blocks.mjs"
import { documents, node, root, startSimulator, tool } from "./lib.mjs"

const secondsPerBlock = 30

// Below the examples, because what those depend on is what the blocks may import.
const workspace = join(root, "examples/dist/docs")

const wanted = process.argv.slice(2).map((path) => join(root, path))

const checked = documents().filter(
  (document) => wanted.length === 0 || wanted.some((path) => document.startsWith(path))
)

/** The extension of a block's module. JavaScript is CommonJS when it requires and does not import. */
const extensionOf = ({ lang, value }) => {
  if (lang === "ts" || lang === "typescript") return "ts"
  if (lang !== "js" && lang !== "javascript") return undefined
  return /\brequire\(/.test(value) && !/^import\b/m.test(value) ? "cjs" : "mjs"
}

const blocks = checked.flatMap((document) => {
  const path = relative(root, document).replaceAll("\\", "/")
  return codeBlocks(document)
    .filter((code) => extensionOf(code) !== undefined)
    .map((code) => {
      const { meta, position, value } = code
      const name = `${path.replaceAll("/", "__")}.${position.start.line}`
      const module = `${name}.${extensionOf(code)}`
      return {
        document: path,
        line: position.start.line,
        module,
        runs: module.endsWith(".ts") ? join("out", `${name}.js`) : module,
        run: !(meta ?? "").split(/\s+/).includes("no-run"),
        code: value
      }
    })
})

/** A block stands in its module at the line it has in its document, so an error's line is right as it is. */
const inTermsOfDocuments = (text) =>
  blocks.reduce(
    (text, { document, module }) => text.replaceAll(module, document),
    text.replaceAll(join(workspace, "/"), "")
  )

const typeCheck = async () => {
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace, { recursive: true })
  for (const { code, line, module } of blocks) {
    writeFileSync(join(workspace, module), `${"\n".repeat(line)}${code}\n`)
  }
  writeFileSync(join(workspace, "package.json"), JSON.stringify({ private: true, type: "module" }))
  writeFileSync(
    join(workspace, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../tsconfig.base.json",
      include: ["*.ts"],
      compilerOptions: {
        composite: false,
        declaration: false,
        declarationMap: false,
        noUnusedLocals: false,
        noUnusedParameters: false,
        types: ["node"],
        outDir: "out"
      }
    })
  )
  const { code, output } = await tool("typescript", "tsc", ["-p", ".", "--pretty", "false"], {
    cwd: workspace
  })
  if (code === 0) return true
  console.log(inTermsOfDocuments(output))
  return false
}

/** Every document gets a simulator of its own, so that no document depends on what another one changed. */
const runBlocks = async (document, blocks) => {
  const { appKey, appSecret, simulator, url } = await startSimulator()
  let failed = 0
  for (const { line, runs } of blocks) {
    const { code, output } = await node(["--enable-source-maps", runs], {
      cwd: workspace,
      timeout: secondsPerBlock * 1000,
      env: { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url }
    })
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${document}:${line}`)
    if (code !== 0) {
      failed += 1
      console.log(inTermsOfDocuments(output))
    }
  }
  simulator.stop()
  await simulator.ended
  return failed
}

const main = async () => {
  if (blocks.length === 0) {
    console.log("no block in README.md, docs/ or packages/*/README.md")
    return false
  }
  console.log(`${blocks.length} blocks in ${new Set(blocks.map(({ document }) => document)).size} documents`)
  if (!(await typeCheck())) return false
  let failed = 0
  for (const document of checked) {
    const path = relative(root, document).replaceAll("\\", "/")
    const runnable = blocks.filter((block) => block.document === path && block.run)
    if (runnable.length > 0) failed += await runBlocks(path, runnable)
  }
  return failed === 0
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
