import { defineConfig } from "vitest/config"
import { isMissing } from "./scripts/programs.mjs"
import projects from "./vitest.workspace.js"

export default defineConfig({
  test: {
    projects,
    minWorkers: 1,
    maxWorkers: 2,
    // Measured while core's own tests run, since those of the other packages would hide what core's leave out.
    coverage: {
      provider: "v8",
      experimentalAstAwareRemapping: true,
      include: ["packages/core/src/**"],
      reporter: ["text-summary", "json-summary"],
      // A little below what is reached. It may only be raised. Where the tests that need Redis are skipped, their part of
      // core counts as not covered, and the floor would tell of the machine instead of the tests.
      thresholds: isMissing("redis-server") ? {} : { statements: 97, branches: 93, functions: 95, lines: 97 }
    }
  }
})
