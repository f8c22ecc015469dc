import { current } from "./modules.mjs"

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  packageManager: "pnpm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.mjs", related: false },
  mutate: current().mutate,
  ignorePatterns: ["dist", "docs", "benchmarks", "examples", "coverage"],
  tempDirName: "node_modules/.cache/stryker",
  coverageAnalysis: "perTest",
  concurrency: 1,
  // What waits for ever is told from what is slow on a busy machine.
  timeoutMS: 10_000,
  reporters: ["clear-text", "progress"],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  thresholds: { high: 100, low: current().floor, break: current().floor }
}
