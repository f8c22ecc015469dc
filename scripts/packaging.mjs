// Packs every public package as it would be published, and uses the tarballs as a stranger would.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs"
import { builtinModules } from "node:module"
import { homedir, tmpdir } from "node:os"
import { join, posix, relative } from "node:path"
import ts from "typescript"
import { check, checkAll, failed, succeeds } from "./checks.mjs"
import { installLines } from "./install-lines.mjs"
import { node, npm, pnpm, publicPackages, readJson, root, run, startSimulator, tool } from "./lib.mjs"

/** The oldest compiler whose users we serve. */
const oldestTypeScript = "5.4"

const facade = "@effect-ezviz/node"

const temporary = mkdtempSync(join(tmpdir(), "effect-ezviz-packaging-"))
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }))

const write = (file, content) => {
  mkdirSync(join(file, ".."), { recursive: true })
  writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`)
}

const packages = publicPackages()

/** Packs all, and notes on each entry where its tarball is and which files it holds. */
const pack = async () => {
  const { code, output } = await pnpm([
    "--recursive",
    "--filter",
    "./packages/*",
    "pack",
    "--json",
    "--pack-destination",
    temporary
  ])
  if (code !== 0) return [output.trim()]
  const list = JSON.parse(output.slice(output.search(/^\[$/m)))
  const tarballs = new Map(list.map((tarball) => [tarball.name, tarball]))
  for (const entry of packages) {
    entry.tarball = tarballs.get(entry.name).filename
    entry.files = tarballs.get(entry.name).files.map((file) => file.path)
  }
  return []
}

/** The modules of a package, by their path below `src` and without an extension. */
const modulesOf = (entry) =>
  readdirSync(join(entry.directory, "src"), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(join(entry.directory, "src"), join(file.parentPath ?? file.path, file.name)))
    .map((file) => file.replaceAll("\\", "/").replace(/\.ts$/, ""))

/** Every file that belongs in the package, and no other. */
const expected = (entry) => {
  const modules = modulesOf(entry)
  const outputs = (format, kinds, of = modules) =>
    of.flatMap((module) => kinds.map((kind) => `dist/${format}/${module}.${kind}`))
  // Of a bundled package only what its declarations lead to, and none of the modules that the bundle is made of.
  const declared = modules.filter((module) => !module.startsWith("internal/"))
  return [
    "package.json",
    "README.md",
    "LICENSE",
    // Since its first release.
    ...(existsSync(join(entry.directory, "CHANGELOG.md")) ? ["CHANGELOG.md"] : []),
    ...modules.map((module) => `src/${module}.ts`),
    ...(entry.bundled
      ? [
          ...["index.js", "index.js.map", "index.cjs", "index.cjs.map", "THIRD-PARTY-NOTICES.txt"].map(
            (file) => `dist/bundle/${file}`
          ),
          ...outputs("esm", ["d.ts", "d.ts.map"], declared),
          ...outputs("cjs", ["d.ts"], declared)
        ]
      : [
          ...outputs("esm", ["js", "js.map", "d.ts", "d.ts.map"]),
          ...(entry.dual ? outputs("cjs", ["js", "js.map", "d.ts", "d.ts.map"]) : [])
        ]),
    ...(entry.dual ? ["dist/cjs/package.json"] : [])
  ]
}

const contents = (entry) => () => {
  const wanted = new Set(expected(entry))
  return [
    ...entry.files
      .filter((file) => !wanted.has(file))
      .map((file) => `${file} does not belong in the package`),
    ...[...wanted].filter((file) => !entry.files.includes(file)).map((file) => `${file} is missing`),
    ...Object.values(entry.bin)
      .filter((file) => !readFileSync(join(entry.directory, file), "utf8").startsWith("#!/usr/bin/env node"))
      .map((file) => `${file} does not start with #!/usr/bin/env node`)
  ]
}

/** What gives away whoever built it. The examples' own secrets are invented, and look like none of these. */
const telltales = [
  [root.replace(/\/$/, ""), "the directory it was built in"],
  [join(homedir(), "/"), "a home directory"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\b(npm_|ghp_|github_pat_)[A-Za-z0-9_]{30,}/, "a token"]
]

const discretion = (entry) => () =>
  entry.files.flatMap((file) => {
    const text = readFileSync(join(entry.directory, file), "utf8")
    return telltales
      .filter(([telltale]) => (typeof telltale === "string" ? text.includes(telltale) : telltale.test(text)))
      .map(([, what]) => `${file} holds ${what}`)
  })

/** Debuggers and editors find the sources; those of others that are bundled are not ours to publish. */
const maps = (entry) => () =>
  entry.files
    .filter((file) => file.endsWith(".map"))
    .flatMap((file) => {
      const sources = readJson(join(entry.directory, file)).sources
      return sources
        .map((source) => posix.join(posix.dirname(file), source))
        .filter((source) => !(entry.bundled && source.startsWith("../")) && !entry.files.includes(source))
        .map((source) => `${file} leads to ${source}, which is not there`)
    })

/** The most that a packed package may weigh, in kB: what it weighs, and a fifth. */
const budgets = {
  "@effect-ezviz/cli": 140,
  "@effect-ezviz/core": 580,
  "@effect-ezviz/node": 1150,
  "@effect-ezviz/simulator": 215,
  "@effect-ezviz/webhook": 190
}

const weight = (entry) => () => {
  const kilobytes = Math.ceil(statSync(entry.tarball).size / 1000)
  return kilobytes <= budgets[entry.name]
    ? []
    : [`it weighs ${kilobytes} kB, and may weigh ${budgets[entry.name] ?? "nothing yet"}`]
}

/** What the published modules import has to be declared: in the workspace an undeclared one is found by luck. */
const dependencies = (entry) => () => {
  const { name, dependencies = {}, peerDependencies = {} } = entry.manifest
  const declared = new Set([name, ...Object.keys(dependencies), ...Object.keys(peerDependencies)])
  const undeclared = new Map()
  for (const file of entry.files.filter((file) => /^dist\/(esm|bundle)\/.*(\.c?js|\.d\.ts)$/.test(file))) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(entry.directory, file), "utf8"))
    for (const { fileName } of importedFiles) {
      if (/^(\.|#|node:)/.test(fileName) || builtinModules.includes(fileName)) continue
      const dependency = fileName.split("/", fileName.startsWith("@") ? 2 : 1).join("/")
      if (!declared.has(dependency)) undeclared.set(dependency, file)
    }
  }
  return [...undeclared].map(([dependency, file]) => `${dependency}, imported in ${file}, is not declared`)
}

/** The façade's users need not know what it is made of: its declarations stand on their own. */
const selfContained = (entry) => () => {
  const problems = []
  const seen = new Set()
  const visit = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const { importedFiles } = ts.preProcessFile(readFileSync(join(entry.directory, file), "utf8"))
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith(".")) visit(join(file, "..", fileName.replace(/\.js$/, ".d.ts")))
      else if (!fileName.startsWith("node:")) problems.push(`${file} imports ${fileName}`)
    }
  }
  // What is internal counts only where something public leads to it.
  for (const file of entry.files) if (file.endsWith(".d.ts") && !file.includes("/internal/")) visit(file)
  return problems
}

const isOptional = (entry, name) => entry.manifest.peerDependenciesMeta?.[name]?.optional === true

/** An optional peer is imported by modules of its own alone, which the main one does not lead to. */
const optionalPeers = (entry) => () => {
  const problems = []
  const seen = new Set()
  const visit = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const { importedFiles } = ts.preProcessFile(readFileSync(join(entry.directory, file), "utf8"))
    for (const { fileName } of importedFiles) {
      const dependency = fileName.split("/", fileName.startsWith("@") ? 2 : 1).join("/")
      if (fileName.startsWith(".")) visit(join(file, "..", fileName))
      else if (isOptional(entry, dependency)) problems.push(`${file} imports ${fileName}`)
    }
  }
  visit(entry.bundled ? "dist/bundle/index.js" : "dist/esm/index.js")
  return problems
}

const typesOf = (entry) => () =>
  succeeds(
    tool("@arethetypeswrong/cli", "attw", [
      entry.tarball,
      "--profile",
      entry.dual ? "node16" : "esm-only",
      "--no-definitely-typed",
      "--no-color",
      "--no-emoji",
      "--format",
      "ascii"
    ])
  )

const published = (entry) => () => succeeds(tool("publint", "publint", [entry.tarball, "--strict"]))

if (!(await check("pack", pack))) process.exit(1)
await checkAll(
  packages.flatMap((entry) => [
    [`${entry.name}: contents`, contents(entry)],
    [`${entry.name}: tells nothing of who built it`, discretion(entry)],
    [`${entry.name}: maps lead to sources`, maps(entry)],
    [`${entry.name}: weight`, weight(entry)],
    [`${entry.name}: declared dependencies`, dependencies(entry)],
    [`${entry.name}: no optional peer behind the main module`, optionalPeers(entry)],
    [`${entry.name}: publint`, published(entry)],
    ...(entry.name === facade
      ? [[`${entry.name}: declarations stand on their own`, selfContained(entry)]]
      : []),
    [`${entry.name}: types resolve`, typesOf(entry)]
  ])
)

/** In the versions that the workspace has, for the range of one peer may exclude the latest of another. */
const optional = packages.flatMap((entry) =>
  Object.keys(entry.manifest.peerDependencies ?? {})
    .filter((name) => isOptional(entry, name))
    .map((name) => [name, readJson(join(entry.directory, "node_modules", name, "package.json")).version])
)

// One installation serves four projects below it, which differ in what `type` and the compiler say.
const dual = packages.filter((entry) => entry.dual)
const project = join(temporary, "project")

write(join(project, "package.json"), {
  private: true,
  dependencies: {
    ...Object.fromEntries(packages.map((entry) => [entry.name, `file:${entry.tarball}`])),
    ...Object.fromEntries(optional),
    "@types/node": "^20.0.0",
    typescript: `~${oldestTypeScript}.0`
  }
})

/** The root and every other module that `exports` offers, as a user would name them. Commands are no modules. */
const specifiers = (entry) => [
  entry.name,
  ...entry.files
    .filter((file) => /^dist\/esm\/(?!internal\/|index\.js$).*\.js$/.test(file))
    .filter((file) => !Object.values(entry.bin).includes(`./${file}`))
    .map((file) => file.replace(/^dist\/esm/, entry.name).replace(/\.js$/, ""))
]

const importing = (entries) =>
  entries
    .flatMap((entry, index) => [
      ...specifiers(entry).map(
        (specifier, module) => `import * as module${index}_${module} from "${specifier}"`
      ),
      `if (Object.keys(module${index}_0).length === 0) throw new Error("${entry.name} exports nothing")`,
      ...specifiers(entry).map((_, module) => `void module${index}_${module}`)
    ])
    .join("\n")

const requiring = (entries) =>
  entries
    .flatMap((entry) => [
      ...specifiers(entry).map((specifier) => `require("${specifier}")`),
      `if (Object.keys(require("${entry.name}")).length === 0) throw new Error("${entry.name} exports nothing")`
    ])
    .join("\n")

write(join(project, "esm/package.json"), { private: true, type: "module" })
write(join(project, "esm/index.js"), importing(packages))
write(join(project, "cjs/package.json"), { private: true, type: "commonjs" })
write(join(project, "cjs/index.js"), requiring(dual))

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: ["node"]
}
write(join(project, "nodenext/package.json"), { private: true, type: "module" })
write(join(project, "nodenext/index.ts"), importing(packages))
write(join(project, "nodenext/index.cts"), importing(dual))
write(join(project, "nodenext/tsconfig.json"), {
  compilerOptions: { ...compilerOptions, module: "NodeNext", outDir: "out", skipLibCheck: false }
})
write(join(project, "bundler/package.json"), { private: true, type: "module" })
write(join(project, "bundler/index.ts"), importing(packages))
write(join(project, "bundler/tsconfig.json"), {
  compilerOptions: {
    ...compilerOptions,
    module: "ESNext",
    moduleResolution: "Bundler",
    noEmit: true,
    skipLibCheck: true
  }
})

// What a stranger writes who knows of no Effect: it must compile with every compiler and every way to resolve modules,
// and run on every Node, as ESM and as CommonJS. The client is not closed, and must not keep the process alive.
const stranger = `import { createEzviz, DeviceOffline, EzvizError, isErrorOf, type Device } from "${facade}"

const ezviz = createEzviz({ timeoutMillis: 20_000 })

const capture = async (input: Device.CaptureInput): Promise<string> => {
  const result = await ezviz.device.capture(input).safe()
  if (result.ok) return result.value.picUrl
  const tag: "DeviceOffline" | undefined = result.error instanceof DeviceOffline ? result.error.tag : undefined
  return tag ?? result.error.message
}

const main = async () => {
  const serials: Array<string> = []
  for await (const { deviceSerial, status } of ezviz.device.list()) if (status === "online") serials.push(deviceSerial)
  console.log(serials.length, await capture({ deviceSerial: serials[0] ?? "", channelNo: 1 }))
  try {
    await ezviz.device.getInfo({ deviceSerial: "NONE" })
    throw new Error("there is no such device")
  } catch (error) {
    if (!(error instanceof EzvizError) || !isErrorOf("device.getInfo", error)) throw error
    // @ts-expect-error: no error that this operation can have
    if (error.tag === "PtzUpperLimit") throw error
    if (error.tag !== "DeviceNotFound") throw error
  }
  await new Promise(setImmediate)
  const left = process.getActiveResourcesInfo().filter((resource) => /TCP|TLS|Timeout/.test(resource))
  if (left.length > 0) throw new Error("kept alive by " + left.join(", "))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
`
for (const [resolution, module] of [
  ["node16", "Node16"],
  ["nodenext", "NodeNext"],
  ["bundler", "ESNext"]
]) {
  const directory = join(project, "stranger", resolution)
  write(join(directory, "package.json"), { private: true, type: "module" })
  write(join(directory, "index.ts"), stranger)
  if (resolution !== "bundler") write(join(directory, "index.cts"), stranger)
  write(join(directory, "tsconfig.json"), {
    compilerOptions: {
      ...compilerOptions,
      lib: ["ES2022"],
      module,
      moduleResolution: resolution,
      outDir: "out"
    }
  })
}

/** The compiler reads no declaration of Effect's: its users need not have it, nor wait for it. */
const withoutEffect = (compiler, directory) => async () => {
  const { output } = await node([compiler, "-p", directory, "--listFilesOnly"], { cwd: project })
  const files = output.split("\n")
  if (!files.some((file) => file.includes(`node_modules/${facade}/`))) return [output]
  return files.filter((file) => /node_modules\/(effect|@effect|undici|@effect-ezviz\/core)\//.test(file))
}

/** The oldest runtime whose users we serve. */
const oldestNode = readJson(join(root, "package.json")).engines.node.replace(">=", "")

/** Other runtimes, from npm's own package of them. */
const runtimes = () =>
  Promise.all(
    [oldestNode, "20", "22", "24"]
      .filter((version) => ![process.versions.node, process.versions.node.split(".")[0]].includes(version))
      .map(async (version) => {
        const directory = join(temporary, `node${version}`)
        write(join(directory, "package.json"), { private: true, dependencies: { node: version } })
        const { code, output } = await npm(["install", "--no-audit", "--no-fund", "--loglevel=error"], {
          cwd: directory
        })
        if (code !== 0) throw new Error(output)
        return { version, path: join(directory, "node_modules/node/bin/node") }
      })
  )

/** One project has declarations checked too, but what is wrong in those of others is not our fault. */
const compiles = (compiler, directory) => async () => {
  const { code, output } = await node([compiler, "-p", directory, "--pretty", "false"], { cwd: project })
  const errors = output.split("\n").filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && errors.length === 0) return [output.trim()]
  return errors.filter(
    (line) => !line.includes("node_modules/") || line.includes("node_modules/@effect-ezviz/")
  )
}

/** Two copies of Effect are two sets of tags, and the services of one are unknown to the other. */
const oneCopy = (dependency) => async () => {
  const { output } = await npm(["ls", "--all", "--parseable", dependency], { cwd: project })
  const copies = new Set(output.split("\n").filter((line) => line.endsWith(join("node_modules", dependency))))
  return copies.size === 1 ? [] : [`found ${copies.size}: ${[...copies].join(", ")}`]
}

const runs = (args) => () => succeeds(node(args, { cwd: project, timeout: 30_000 }))

const installed = await check("install all tarballs into an empty project", () =>
  // Modules load without what native ones compile.
  succeeds(
    npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: project })
  )
)

if (installed) {
  const compilers = {
    [oldestTypeScript]: join(project, "node_modules/typescript/bin/tsc"),
    [ts.version]: join(root, "node_modules/typescript/bin/tsc")
  }
  await checkAll([
    ...Object.entries(compilers).flatMap(([version, compiler]) =>
      ["nodenext", "bundler"].map((resolution) => [
        `TypeScript ${version}, ${resolution}: compile`,
        compiles(compiler, resolution)
      ])
    ),
    ["ESM JavaScript: import", runs(["esm/index.js"])],
    ["CommonJS JavaScript: require", runs(["cjs/index.js"])],
    ...["effect", "@effect/platform"].map((dependency) => [`one copy of ${dependency}`, oneCopy(dependency)]),
    ...packages.flatMap((entry) =>
      Object.entries(entry.bin).map(([command, file]) => [
        `${command} --help`,
        runs([join(project, "node_modules", entry.name, file), "--help"])
      ])
    )
  ])
  await check("TypeScript, nodenext: run as ESM", runs(["nodenext/out/index.js"]))
  await check("TypeScript, nodenext: run as CommonJS", runs(["nodenext/out/index.cjs"]))

  await checkAll(
    Object.entries(compilers).flatMap(([version, compiler]) =>
      ["node16", "nodenext", "bundler"].map((resolution) => [
        `${facade} with TypeScript ${version}, ${resolution}: compile`,
        compiles(compiler, `stranger/${resolution}`)
      ])
    )
  )
  await check(
    `${facade}: its users' compiler reads nothing of Effect`,
    withoutEffect(compilers[ts.version], "stranger/nodenext")
  )
  const { appKey, appSecret, simulator, url } = await startSimulator()
  const env = { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url }
  await checkAll(
    [{ version: process.versions.node, path: process.execPath }, ...(await runtimes())].flatMap(
      ({ path, version }) =>
        ["index.js", "index.cjs"].map((file) => [
          `${facade} on Node ${version}: ${file} runs, and ends`,
          () => succeeds(run(path, [`stranger/nodenext/out/${file}`], { cwd: project, timeout: 30_000, env }))
        ])
    )
  )
  simulator.stop()
  await simulator.ended
}

const { checks, close } = await installLines(packages, temporary)
await checkAll(checks)
close()

if (failed() > 0) console.log(`\n${failed()} packaging checks failed`)
