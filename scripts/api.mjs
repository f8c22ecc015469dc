// Keeps `packages/*/api.md`, the declarations that each package publishes, so that no change of them goes unannounced.
//   node scripts/api.mjs                  fails where what was built differs from the report, and says how
//   node scripts/api.mjs --accept         writes the reports anew
//   node scripts/api.mjs --since <commit> fails where a report has changed since then, and no changeset names its package
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { parseArgs } from "node:util"
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor"
import ts from "typescript"
import { parse } from "yaml"
import { publicPackages, root, run, tool } from "./lib.mjs"

const { accept, since } = parseArgs({
  options: { accept: { type: "boolean", default: false }, since: { type: "string" } }
}).values

const packages = publicPackages()

const reportOf = (entry) => join(entry.directory, "api.md")

const git = async (...args) => {
  const { code, output } = await run("git", args)
  if (code !== 0) throw new Error(output)
  return output.split("\n").filter((line) => line !== "")
}

/** The modules that can be imported by a path, and that the main one does not pass on. */
const modulesBeside = (entry) => {
  if (entry.manifest.exports["./*"] === undefined) return []
  const directory = join(entry.directory, "dist/esm")
  const { importedFiles } = ts.preProcessFile(readFileSync(join(directory, "index.d.ts"), "utf8"))
  const passedOn = new Set(importedFiles.map(({ fileName }) => join(fileName)))
  const commands = new Set(Object.values(entry.bin).map((file) => join(entry.directory, file)))
  return readdirSync(directory, { recursive: true })
    .filter((file) => file.endsWith(".d.ts") && !/^internal\b/.test(file) && file !== "index.d.ts")
    .map((file) => file.replaceAll("\\", "/").replace(/\.d\.ts$/, ".js"))
    .filter((module) => !passedOn.has(module) && !commands.has(join(directory, module)))
    .sort()
}

const silent = { logLevel: ExtractorLogLevel.None, addToApiReportFile: false }

/** The report of what was built. */
const extract = (entry) => {
  const temporary = join(entry.directory, "dist/api")
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  writeFileSync(
    join(temporary, "index.d.ts"),
    [
      `export * from "../esm/index.js"`,
      ...modulesBeside(entry).map(
        (module) => `export * as ${module.replace(/\.js$/, "").replaceAll("/", "_")} from "../esm/${module}"`
      )
    ].join("\n")
  )
  Extractor.invoke(
    ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(entry.directory, "package.json"),
      configObject: {
        projectFolder: entry.directory,
        mainEntryPointFilePath: join(temporary, "index.d.ts"),
        newlineKind: "lf",
        compiler: { tsconfigFilePath: join(entry.directory, "tsconfig.src.json") },
        apiReport: {
          enabled: true,
          // A type that nobody exports is part of the API all the same, where something exported is made of it.
          includeForgottenExports: true,
          reportFileName: "report",
          reportFolder: temporary,
          reportTempFolder: join(temporary, "temporary")
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          compilerMessageReporting: { default: silent },
          extractorMessageReporting: {
            default: silent,
            "ae-forgotten-export": silent,
            "ae-undocumented": silent,
            "ae-incompatible-release-tags": silent
          },
          tsdocMessageReporting: { default: silent }
        }
      }
    }),
    { localBuild: true, messageCallback: (message) => Object.assign(message, { handled: true }) }
  )
  return readFileSync(join(temporary, "report.api.md"), "utf8").replace(/^ *\/\/ \(undocumented\)\n/gm, "")
}

/** A build of what has changed alone may name the members of a union in another order than one of everything. */
const declareAnew = async () => {
  const { code, output } = await tool("typescript", "tsc", ["-b", "tsconfig.build.json", "--force"])
  if (code !== 0) throw new Error(output)
}

/** What is different from the report, as a diff. */
const differences = async (entry) => {
  const report = reportOf(entry)
  const built = join(entry.directory, "dist/api/api.md")
  writeFileSync(built, extract(entry))
  if (existsSync(report) && readFileSync(report, "utf8") === readFileSync(built, "utf8")) return undefined
  const { output } = await run("git", [
    "diff",
    "--no-index",
    "--no-color",
    ...[existsSync(report) ? report : "/dev/null", built].map((file) => relative(root, file))
  ])
  return output
}

/** The packages that a changeset names. */
const announcedBy = (changeset) =>
  Object.keys(parse(/^---\n(.*?)\n---\n/s.exec(readFileSync(join(root, changeset), "utf8"))?.[1] ?? "") ?? {})

const unannounced = async (commit) => {
  const changed = await git("diff", "--name-only", "--diff-filter=d", `${commit}...HEAD`)
  const announced = new Set(
    changed.filter((file) => /^\.changeset\/.*\.md$/.test(file)).flatMap((file) => announcedBy(file))
  )
  return packages.filter(
    (entry) => changed.includes(relative(root, reportOf(entry))) && !announced.has(entry.name)
  )
}

if (accept) {
  await declareAnew()
  for (const entry of packages) writeFileSync(reportOf(entry), extract(entry))
} else if (since !== undefined) {
  for (const { name } of await unannounced(since)) {
    console.log(`The API of ${name} changes, and no changeset tells its users: run \`npm run changeset\`.`)
    process.exitCode = 1
  }
} else {
  let isAnew = false
  for (const entry of packages) {
    let diff = await differences(entry)
    if (diff !== undefined && !isAnew) {
      await declareAnew()
      isAnew = true
      diff = await differences(entry)
    }
    console.log(`${diff === undefined ? "ok    " : "FAILED"} ${entry.name}`)
    if (diff === undefined) continue
    console.log(diff)
    process.exitCode = 1
  }
  if (process.exitCode === 1) {
    console.log(
      "The API is not what the reports say. If that is meant: `npm run api:accept`, and a changeset."
    )
  }
}
