import { fileURLToPath } from "node:url"
import { mergeConfig } from "vitest/config"
import shared from "../../vitest.shared.js"
import { current } from "./modules.mjs"

export default mergeConfig(shared, {
  test: { root: fileURLToPath(new URL("../..", import.meta.url)), include: current().tests }
})
