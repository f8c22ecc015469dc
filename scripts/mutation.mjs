// Breaks modules one small change at a time, and counts the changes that no test notices.
//   node scripts/mutation.mjs [module…]   all of `scripts/mutation/modules.mjs`, or those named
import { tool } from "./lib.mjs"
import { modules } from "./mutation/modules.mjs"

const named = process.argv.slice(2)

for (const name of named.length > 0 ? named : Object.keys(modules)) {
  console.log(`\n${name}`)
  const { code } = await tool(
    "@stryker-mutator/core",
    "stryker",
    ["run", "scripts/mutation/stryker.config.mjs"],
    {
      env: { MUTATION_MODULE: name },
      inherit: true
    }
  )
  if (code !== 0) process.exitCode = code
}
