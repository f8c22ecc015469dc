import { mergeConfig } from "vitest/config"
import shared from "../vitest.shared.js"

/** Not among the projects of the workspace: the site has to be built first. */
export default mergeConfig(shared, { test: { root: import.meta.dirname } })
