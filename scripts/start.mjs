// `npm start`: from a fresh clone to the running quickstart. Arguments go on to the quickstart.
import { install, node, requireNode, run, seconds, tool } from "./lib.mjs"

requireNode()

const step = async (name, action) => {
  const began = performance.now()
  process.stdout.write(`${name} … `)
  const { code, output } = await action()
  console.log(code === 0 ? seconds(began) : "failed")
  if (code !== 0) {
    console.error(`\n${output}`)
    process.exit(code)
  }
}

await step("Installing", install)
await step("Compiling", () => tool("typescript", "tsc", ["-b", "tsconfig.build.json"]))
await step("Building", () => node(["scripts/build.mjs"]))
console.log("")

const { code } = await run(process.execPath, ["examples/dist/quickstart.js", ...process.argv.slice(2)], {
  inherit: true
})
process.exit(code)
