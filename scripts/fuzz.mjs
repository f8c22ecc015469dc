// Feeds what comes from outside to the code that reads it, and demands that what must hold holds.
//   node scripts/fuzz.mjs                            the kept inputs once more, as the gate does
//   node scripts/fuzz.mjs --minutes 10 [--target T]  new inputs as well, guided by what they reach; the useful ones are kept
import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { measure } from "./fuzz/coverage.mjs"
import { generator, mutator } from "./fuzz/mutate.mjs"
import { targets } from "./fuzz/targets.mjs"
import { root } from "./lib.mjs"

const { values: options } = parseArgs({
  options: { minutes: { type: "string", default: "0" }, target: { type: "string" }, seed: { type: "string" } }
})

/** So many new inputs between two looks at what they have reached. */
const batch = 100

/** One input that takes so long is a finding: the reader's time must not grow faster than the input. */
const slowMillis = 2000

const nameOf = (input) => createHash("sha256").update(input).digest("hex").slice(0, 16)

const problemOf = async (run, input) => {
  const began = performance.now()
  try {
    await run(input)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const millis = performance.now() - began
  return millis > slowMillis ? `took ${Math.round(millis)} ms` : undefined
}

/** A slow input is slow to be made smaller. */
const shrinkingMillis = 30_000

/** The smallest input still refused that removing pieces leads to. */
const shrink = async (run, input, end) => {
  let smallest = input
  for (let size = input.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < smallest.length && performance.now() < end; ) {
      const shorter = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)])
      if ((await problemOf(run, shorter)) === undefined) at += size
      else smallest = shorter
    }
  }
  return smallest
}

const read = (directory) => {
  mkdirSync(directory, { recursive: true })
  return readdirSync(directory)
    .sort()
    .map((file) => ({ file, input: readFileSync(join(directory, file)) }))
}

const report = (name, file, problem) => {
  console.log(`FAILED ${name}: ${file}\n${problem.replace(/^/gm, "       ")}`)
  process.exitCode = 1
}

const replay = async (name, { corpus, run }) => {
  const kept = read(join(root, corpus))
  if (kept.length === 0) return report(name, corpus, "no inputs are kept here")
  let failed = 0
  for (const { file, input } of kept) {
    const problem = await problemOf(run, input)
    if (problem === undefined) continue
    failed += 1
    report(name, join(corpus, file), problem)
  }
  if (failed === 0) console.log(`ok     ${name}: ${kept.length} kept inputs`)
}

const explore = async (name, { corpus, run, ...language }, minutes, seed) => {
  const directory = join(root, corpus)
  const coverage = measure()
  const inputs = []
  /** Whether an input reaches what none before has reached. */
  const reachesMore = async (input) => {
    coverage.fresh()
    await problemOf(run, input)
    const blocks = coverage.fresh()
    coverage.learn(blocks)
    return blocks.length > 0
  }
  /** The smallest first, and of the others only what they add. */
  for (const { file, input } of read(directory).sort((a, b) => a.input.length - b.input.length)) {
    if ((await reachesMore(input)) || file.startsWith("found-")) inputs.push(input)
    else rmSync(join(directory, file))
  }
  const before = coverage.size()
  const mutate = mutator(generator(seed), language)
  const end = performance.now() + minutes * 60_000
  let executions = 0
  let findings = 0
  while (performance.now() < end && findings < 5) {
    const tried = Array.from({ length: batch }, () => mutate(inputs.length > 0 ? inputs : [Buffer.alloc(0)]))
    coverage.fresh()
    for (const input of tried) {
      executions += 1
      const problem = await problemOf(run, input)
      if (problem === undefined) continue
      findings += 1
      const smallest = await shrink(run, input, performance.now() + shrinkingMillis)
      const file = `found-${nameOf(smallest)}`
      writeFileSync(join(directory, file), smallest)
      report(name, join(corpus, file), problem)
    }
    if (coverage.fresh().length === 0) continue
    for (const input of tried) {
      if (!(await reachesMore(input))) continue
      inputs.push(input)
      writeFileSync(join(directory, nameOf(input)), input)
    }
  }
  coverage.stop()
  console.log(
    `${name}: ${executions} inputs with seed ${seed}, ${findings} findings; ` +
      `${coverage.size() - before} more than ${before} blocks reached; ${inputs.length} inputs kept`
  )
}

const minutes = Number(options.minutes)
const chosen = Object.entries(targets).filter(([name]) => (options.target ?? name) === name)
for (const [name, target] of chosen) {
  if (minutes > 0) {
    const seed = Number(options.seed ?? Date.now() % 4_294_967_296)
    await explore(name, target, minutes / chosen.length, seed)
  }
  await replay(name, target)
}
