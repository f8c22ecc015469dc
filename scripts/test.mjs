// `npm test`: everything that must hold before a change goes in. The last line is "N passed, N failed", and
// ", N skipped" where a program that some tests need is not on this machine.
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { compile, install, node, readJson, requireNode, seconds, tool } from "./lib.mjs"
import { isMissing, notice } from "./programs.mjs"

requireNode()

const temporary = mkdtempSync(join(tmpdir(), "effect-ezviz-test-"))
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }))

const command = (run) => async () => {
  const { code, output } = await run()
  const ok = code === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
}

const tests = async (options, more = () => []) => {
  const report = join(temporary, "vitest.json")
  rmSync(report, { force: true })
  const { code, output } = await tool("vitest", "vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...options
  ])
  let result
  try {
    result = readJson(report)
  } catch {
    return { passed: 0, failed: 1, output: `${output}\nvitest wrote no report\n` }
  }
  const passed = result.numPassedTests
  // A file that does not even load holds no test to count, and is a failure all the same.
  const broken = result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0
  )
  const failed = result.numFailedTests + broken.length
  const none = passed + failed === 0
  return {
    passed,
    skipped: result.numPendingTests,
    failed: failed === 0 && (code !== 0 || none) ? 1 : failed,
    output: none ? `${output}\nno test ran\n` : output,
    note: [
      `${passed} tests in ${result.testResults.length} files`,
      ...(result.numPendingTests > 0 ? [`${result.numPendingTests} skipped`] : []),
      ...(result.numTodoTests > 0 ? [`${result.numTodoTests} to do`] : []),
      ...more()
    ].join(", ")
  }
}

const core = "@effect-ezviz/core"

/** The floor is in `vitest.config.ts`, and vitest fails below it. */
const coreTests = () => {
  const directory = join(temporary, "coverage")
  const options = ["--coverage", "--coverage.reportOnFailure", `--coverage.reportsDirectory=${directory}`]
  return tests([`--project=${core}`, ...options], () => {
    const summary = join(directory, "coverage-summary.json")
    if (!existsSync(summary)) return ["coverage not measured"]
    const { statements, branches } = readJson(summary).total
    return [
      `${statements.pct} % of statements and ${branches.pct} % of branches covered`,
      ...(isMissing("redis-server") ? ["floor not judged without redis-server"] : [])
    ]
  })
}

const steps = [
  { name: "install", run: command(install) },
  { name: "compile", needs: ["install"], run: command(compile) },
  { name: "type-check", needs: ["install"], run: command(() => tool("typescript", "tsc", ["-b"])) },
  {
    name: "lint",
    needs: ["install"],
    run: command(() => tool("@biomejs/biome", "biome", ["ci", "--colors=off", "."]))
  },
  {
    name: "build",
    needs: ["install"],
    run: command(async () => {
      const compiled = await tool("typescript", "tsc", ["-b", "tsconfig.build.json"])
      return compiled.code === 0 ? node(["scripts/build.mjs"]) : compiled
    })
  },
  { name: "core tests", needs: ["compile"], run: coreTests },
  { name: "tests", needs: ["compile"], run: () => tests([`--project=!${core}`]) },
  {
    name: "reference",
    needs: ["build"],
    run: command(() => node(["scripts/generate-reference.mjs", "--check"]))
  },
  { name: "api", needs: ["build"], run: command(() => node(["scripts/api.mjs"])) },
  { name: "fuzz", needs: ["build"], run: command(() => node(["scripts/fuzz.mjs"])) },
  { name: "publishable", needs: ["build"], run: command(() => node(["scripts/publishable.mjs"])) },
  { name: "packaging", needs: ["build"], run: command(() => node(["scripts/packaging.mjs"])) },
  { name: "docs", needs: ["build"], run: command(() => node(["scripts/check-docs.mjs"])) },
  { name: "site", needs: ["install"], run: command(() => node(["scripts/build-site.mjs"])) },
  { name: "links", needs: ["site"], run: command(() => node(["scripts/check-links.mjs"])) },
  { name: "pages", needs: ["site"], run: () => tests(["--config=docs/vitest.config.ts"]) }
]

const results = new Map()

if (notice !== "") console.log(notice)
for (const { name, needs = [], run } of steps) {
  const missing = needs.find((need) => results.get(need).failed > 0)
  if (missing !== undefined) {
    results.set(name, { passed: 0, failed: 1, time: "-", state: "not run", note: `needs ${missing}` })
    console.log(`${name}: not run, because ${missing} failed`)
    continue
  }
  const began = performance.now()
  const { passed, failed, skipped, output, note = "" } = await run()
  const state = failed === 0 ? "passed" : "failed"
  results.set(name, { passed, failed, skipped, time: seconds(began), state, note })
  if (failed > 0) console.log(`\n--- ${name} ---\n${output.trimEnd()}\n--- end of ${name} ---\n`)
  console.log(`${name}: ${state} in ${seconds(began)}${note && ` (${note})`}`)
}

console.log("")
for (const [name, { state, time, note }] of results) {
  console.log(`${name.padEnd(12)}${state.padEnd(10)}${time.padStart(8)}  ${note}`.trimEnd())
}

const sum = (key) => [...results.values()].reduce((total, result) => total + (result[key] ?? 0), 0)
// Said again where it is read: the first line has scrolled away by now.
if (notice !== "") console.log(`\n${notice}`)
const skipped = sum("skipped")
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`)
process.exitCode = sum("failed") === 0 ? 0 : 1
