// Turns what `tsc -b` emitted into what gets published:
// - dist/esm: calls at module level marked as pure, so that bundlers drop the operations a program does not use;
// - dist/cjs: the same modules for `require`, with their declarations;
// - dist/bundle: of a package whose users need not know what it is made of, one file for `import` and one for `require`.
// The ESM is annotated in place: project references resolve to dist/esm, and `tsc -b` judges by its build info
// and not by its outputs, so it only rewrites a module whose source changed, which is then annotated again.
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import babel from "@babel/core"
import { build } from "esbuild"
import { publicPackages, readJson, root } from "./lib.mjs"

const hash = (text) => createHash("sha256").update(text).digest("hex")

const noImportMeta = () => ({
  visitor: {
    MetaProperty(path) {
      throw path.buildCodeFrameError("import.meta does not exist in the CommonJS build")
    }
  }
})

const pluginsFor = {
  esm: ["babel-plugin-annotate-pure-calls"],
  cjs: [
    noImportMeta,
    "@babel/plugin-transform-export-namespace-from",
    "@babel/plugin-transform-modules-commonjs"
  ]
}

/** Any change to these rebuilds everything. */
const toolchain = hash(
  [
    await readFile(fileURLToPath(import.meta.url), "utf8"),
    ...["@babel/core", ...pluginsFor.esm, ...pluginsFor.cjs]
      .filter((name) => typeof name === "string")
      .map((name) => readJson(join(root, "node_modules", name, "package.json")).version)
  ].join("\n")
)

const transform = async (code, map, filename, format) => {
  const result = await babel.transformAsync(code.replace(/^\/\/# sourceMappingURL=.*$/m, ""), {
    babelrc: false,
    configFile: false,
    cwd: root,
    filename,
    compact: false,
    sourceMaps: true,
    inputSourceMap: map,
    plugins: pluginsFor[format]
  })
  return { code: result.code, map: result.map }
}

const save = async (file, { code, map }) => {
  await mkdir(dirname(file), { recursive: true })
  const name = file.split(/[\\/]/).at(-1)
  await writeFile(file, `${code}\n//# sourceMappingURL=${name}.map\n`)
  await writeFile(`${file}.map`, JSON.stringify({ ...map, file: name }))
}

const filesIn = async (directory) =>
  existsSync(directory)
    ? (await readdir(directory, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)))
    : []

/** Outputs of a source that was renamed or removed would be published for ever. */
const removeStale = async (directory) => {
  const sources = new Set((await filesIn(join(directory, "src"))).map((file) => file.replace(/\.ts$/, "")))
  for (const format of ["esm", "cjs"]) {
    for (const file of await filesIn(join(directory, "dist", format))) {
      const module = file.replace(/(\.d\.ts|\.js)(\.map)?$/, "")
      if (file !== "package.json" && !sources.has(module)) await rm(join(directory, "dist", format, file))
    }
  }
}

/** The package that a file is of, if it is not ours. */
const dependencyOf = (file) => {
  const directory = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
  return directory === undefined ? undefined : resolve(root, directory)
}

/** What is bundled is published by us, under the licences that it came with. */
const notices = async (inputs) => {
  const directories = [...new Set(inputs.map(dependencyOf).filter((directory) => directory !== undefined))]
  const texts = await Promise.all(
    directories.sort().map(async (directory) => {
      const { license, name, version } = readJson(join(directory, "package.json"))
      const file = (await readdir(directory)).find((file) => /^licen[cs]e(\.|$)/i.test(file))
      if (file === undefined) throw new Error(`${name} has no licence to pass on`)
      return `${name} ${version} (${license})\n\n${(await readFile(join(directory, file), "utf8")).trim()}\n`
    })
  )
  return `This package contains code of others, unchanged:\n\n${texts.join("\n----\n\n")}`
}

const bundle = async ({ directory, manifest }) => {
  const external = Object.keys(manifest.dependencies ?? {})
  for (const [format, file] of [
    ["esm", "index.js"],
    ["cjs", "index.cjs"]
  ]) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [join(directory, "dist/esm/index.js")],
      outfile: join(directory, "dist/bundle", file),
      bundle: true,
      format,
      platform: "node",
      target: "node20.18.1",
      external,
      sourcemap: true,
      // Our own sources are in the package; those of others would be most of it.
      sourcesContent: false,
      legalComments: "none",
      // Names stay as they are: stack traces are read.
      minifySyntax: true,
      minifyWhitespace: true,
      metafile: true,
      logLevel: "warning"
    })
    await writeFile(
      join(directory, "dist/bundle/THIRD-PARTY-NOTICES.txt"),
      await notices(Object.keys(metafile.inputs))
    )
  }
}

const buildPackage = async ({ directory, dual }) => {
  const esm = join(directory, "dist/esm")
  const cjs = join(directory, "dist/cjs")
  const stampFile = join(directory, "dist/tsbuildinfo/build.json")
  await removeStale(directory)
  const before = existsSync(stampFile) ? readJson(stampFile) : {}
  const known = before.toolchain === toolchain ? before.modules : {}
  const modules = {}
  let built = 0

  for (const file of (await filesIn(esm)).filter((file) => file.endsWith(".js"))) {
    const path = join(esm, file)
    const code = await readFile(path, "utf8")
    modules[file] = hash(code)
    if (modules[file] === known[file] && (!dual || existsSync(join(cjs, file)))) continue
    built += 1
    const annotated = await transform(code, readJson(`${path}.map`), path, "esm")
    await save(path, annotated)
    modules[file] = hash(await readFile(path, "utf8"))
    if (dual) await save(join(cjs, file), await transform(annotated.code, annotated.map, path, "cjs"))
  }

  if (dual) {
    for (const file of (await filesIn(esm)).filter((file) => /\.d\.ts(\.map)?$/.test(file))) {
      const target = join(cjs, file)
      const declaration = await readFile(join(esm, file), "utf8")
      if (existsSync(target) && (await readFile(target, "utf8")) === declaration) continue
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, declaration)
    }
    await writeFile(
      join(cjs, "package.json"),
      `${JSON.stringify({ type: "commonjs", sideEffects: false })}\n`
    )
  } else {
    await rm(cjs, { recursive: true, force: true })
  }

  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, JSON.stringify({ toolchain, modules }))
  return { built, total: Object.keys(modules).length }
}

const entries = publicPackages()
for (const entry of entries) {
  const { built, total } = await buildPackage(entry)
  if (total === 0)
    throw new Error(`${entry.name}: nothing in dist/esm, run \`tsc -b tsconfig.build.json\` first`)
  console.log(
    `${entry.name}: ${built} of ${total} modules built${entry.dual ? " (ESM and CommonJS)" : " (ESM)"}`
  )
}
for (const entry of entries.filter(({ bundled }) => bundled)) await bundle(entry)
