// Builds the documentation site into docs/.vitepress/dist: the pages, and beside them, in api/, what typedoc makes of
// the sources. Fails on a dead link, and on a public export that has no documentation.
import { readdirSync, readFileSync, renameSync, rmSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { Application, Comment, Converter, Logger, LogLevel, ReflectionKind } from "typedoc"
import ts from "typescript"
import { publicPackages, root, tool } from "./lib.mjs"

const site = join(root, "docs/.vitepress/dist")
const api = join(root, "docs/.vitepress/api")

/** Modules that are imported by a path of their own, because they need an optional peer, Node, or are rarely wanted. */
const modulesBeside = ({ directory, manifest }) => {
  if (manifest.exports["./*"] === undefined) return []
  const index = readFileSync(join(directory, "src/index.ts"), "utf8")
  return readdirSync(join(directory, "src"))
    .filter((file) => file.endsWith(".ts") && !["bin.ts", "index.ts"].includes(file))
    .map((file) => basename(file, ".ts"))
    .filter((module) => !index.includes(`"./${module}.js"`))
}

/** The module's name for who imports it, by its file. */
const modules = new Map(
  publicPackages()
    .filter(({ directory }) => basename(directory) !== "cli")
    .flatMap((entry) => [
      [join(entry.directory, "src/index.ts"), entry.name],
      ...modulesBeside(entry).map((module) => [
        join(entry.directory, `src/${module}.ts`),
        `${entry.name}/${module}`
      ])
    ])
)

const commentOf = (text) =>
  new Comment([{ kind: "text", text: text.replace(/\{@link (\S+?)\}/g, "`$1`").trim() }])

/** What a module says of itself, above its imports: typedoc would have it marked by a tag. */
const moduleComment = (file) => {
  const block = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(file.text)?.[1].replace(/^ \* ?/gm, "") ?? ""
  return commentOf(block.split(/^@/m)[0])
}

/** What stands at `export { delete_ as delete }`, where typedoc does not look. */
const aliasComment = (context, { name, parent }) => {
  const module = context.getSymbolFromReflection(parent)
  if (!module?.declarations?.some(ts.isSourceFile)) return undefined
  const alias = context.checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  if (!alias?.declarations?.some(ts.isExportSpecifier)) return undefined
  const text = ts.displayPartsToString(alias.getDocumentationComment(context.checker))
  return text === "" ? undefined : commentOf(text)
}

/** What a module exports and does not explain. */
const undocumented = (project) =>
  project
    .getReflectionsByKind(ReflectionKind.SomeModule)
    .flatMap(({ children = [] }) => children)
    .filter(({ kind }) => kind !== ReflectionKind.Reference)
    .filter((reflection) => ![reflection, ...(reflection.signatures ?? [])].some((one) => one.hasComment()))

/** Members that several errors share are declared once, and typedoc counts one declaration for each class. */
class QuietLogger extends Logger {
  log(message, level) {
    if (level >= LogLevel.Warn && !message.includes("has multiple declarations with a comment")) {
      console.log(message)
    }
  }
}

const writeApi = async () => {
  const app = await Application.bootstrap({
    name: "effect-ezviz",
    entryPoints: [...modules.keys()].map((file) => relative(root, file)),
    tsconfig: join(root, "docs/tsconfig.api.json"),
    // `tsc -b` has checked the same sources.
    skipErrorChecking: true,
    readme: "none",
    excludeExternals: true,
    excludeInternal: true,
    disableGit: true,
    displayBasePath: root,
    sourceLinkTemplate: "https://github.com/effect-ezviz/effect-ezviz/blob/main/{path}#L{line}",
    categoryOrder: ["constructors", "layers", "operations", "helpers", "streams", "*", "models", "errors"],
    navigationLinks: { Guide: "../index.html" },
    blockTags: ["@category", "@example", "@since", "@see", "@param", "@returns", "@throws", "@deprecated"],
    treatValidationWarningsAsErrors: true
  })
  app.logger = new QuietLogger()
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const file = reflection.kindOf(ReflectionKind.SomeModule)
      ? context.getSymbolFromReflection(reflection)?.declarations?.find(ts.isSourceFile)
      : undefined
    if (file !== undefined) reflection.comment = moduleComment(file)
    else reflection.comment ??= aliasComment(context, reflection)
  })
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      const file = module.sources?.[0]?.fullFileName
      module.name = modules.get(file) ?? module.name
    }
  })
  const project = await app.convert()
  if (project === undefined) return false
  app.validate(project)
  for (const reflection of undocumented(project)) {
    app.logger.error(`${reflection.getFriendlyFullName()} has no documentation`)
  }
  await app.generateDocs(project, api)
  return !app.logger.hasErrors() && app.logger.validationWarningCount === 0
}

const main = async () => {
  for (const directory of [site, api]) rmSync(directory, { recursive: true, force: true })
  const pages = tool("vitepress", "vitepress", ["build", "docs"])
  const isApiWritten = await writeApi()
  const { code, output } = await pages
  console.log(output.trimEnd())
  if (code !== 0 || !isApiWritten) return false
  renameSync(api, join(site, "api"))
  return true
}

process.exitCode = (await main()) ? 0 : 1
