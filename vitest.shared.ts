import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const source = fileURLToPath(new URL("./packages/", import.meta.url))

/** Tests run against the sources, so that a failing line is the line you edit. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@effect-ezviz\/([^/]+)$/, replacement: `${source}$1/src/index.ts` },
      { find: /^@effect-ezviz\/([^/]+)\/(.+)$/, replacement: `${source}$1/src/$2.ts` }
    ]
  },
  test: {
    include: ["test/**/*.test.ts"],
    // For what hangs: a slow machine is given its time.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})
