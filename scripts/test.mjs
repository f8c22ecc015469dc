import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install, run } from "./run.mjs"

const scratch = mkdtempSync(join(tmpdir(), "effect-ezviz-"))
const report = join(scratch, "vitest.json")

const steps = [
  ["install", install],
  ["types", () => run(["npx", "tsc", "-b"])],
  ["lint", () => run(["npx", "biome", "ci", "."])],
  [
    "tests",
    () =>
      run(["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`])
  ]
]

const rows = []
for (const [name, step] of steps) {
  console.log(`\n— ${name}`)
  const started = performance.now()
  const ok = (await step()) === 0
  rows.push({
    step: name,
    result: ok ? "passed" : "FAILED",
    seconds: ((performance.now() - started) / 1000).toFixed(1)
  })
  if (!ok && name === "install") break
}

let tests = { numPassedTests: 0, numFailedTests: 0 }
try {
  tests = JSON.parse(readFileSync(report, "utf8"))
} catch {
  // No report: the tests did not run, and their step has failed.
}
rmSync(scratch, { recursive: true, force: true })

const others = rows.filter(({ step }) => step !== "tests")
const failedSteps = rows.filter(({ result }) => result === "FAILED").length
const passed = tests.numPassedTests + others.filter(({ result }) => result === "passed").length
// A test run can fail without a failed test, as when a file does not load.
const failed = Math.max(
  failedSteps,
  tests.numFailedTests + others.filter(({ result }) => result === "FAILED").length
)
console.log("")
console.table(rows)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && tests.numPassedTests > 0 ? 0 : 1)
