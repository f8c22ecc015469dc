// `npm run mutation`: breaks the modules that a mistake would cost most, one small change at a time, and counts the
// changes that no test notices.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  packageManager: "pnpm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.ts", related: false },
  mutate: [
    "packages/core/src/Envelope.ts",
    "packages/core/src/AccessToken.ts",
    "packages/core/src/Retry.ts",
    "packages/webhook/src/Signature.ts",
    "packages/webhook/src/SignatureNode.ts",
    "packages/webhook/src/internal/{claim,nodeVerifier}.ts"
  ],
  ignorePatterns: ["dist", "docs", "benchmarks", "examples", "coverage"],
  tempDirName: "node_modules/.cache/stryker",
  coverageAnalysis: "perTest",
  concurrency: 1,
  // What loops for ever is told from what is slow on a busy machine.
  timeoutMS: 10_000,
  reporters: ["clear-text", "json", "progress"],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: "node_modules/.cache/mutation.json" }
}
