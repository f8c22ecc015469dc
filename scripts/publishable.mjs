// What publishing needs that no compiler sees: licences that allow it, manifests and a workflow that npm can attest.
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import semver from "semver"
import { parse } from "yaml"
import { check } from "./checks.mjs"
import { pnpm, publicPackages, readJson, root } from "./lib.mjs"

const packages = publicPackages()

/** Licences that ask for no more than to be passed on. Another one is a decision, and belongs here when it is taken. */
const allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]

/** Of everything that is installed with the packages. */
const licences = async () => {
  const { code, output } = await pnpm(["licenses", "list", "--prod", "--json", "--filter", "./packages/*"])
  if (code !== 0) return [output.trim()]
  const byLicence = Object.entries(JSON.parse(output.slice(output.indexOf("{"))))
  const found = byLicence.flatMap(([licence, dependencies]) =>
    dependencies.map(({ name }) => ({ name, licence }))
  )
  if (!found.some(({ name }) => name === "effect"))
    return [`effect is not among the dependencies:\n${output}`]
  return found
    .filter(({ licence }) => !allowed.includes(licence))
    .map(({ name, licence }) => `${name}: ${licence} is not allowed`)
}

/** Of everything that is published within a bundle. */
const bundledLicences = (entry) => () => {
  const notices = readFileSync(join(entry.directory, "dist/bundle/THIRD-PARTY-NOTICES.txt"), "utf8")
  const found = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((.*)\)$/gm)]
  if (!found.some(([, name]) => name === "effect")) return ["effect is not among the notices"]
  return found
    .filter(([, , licence]) => !allowed.includes(licence))
    .map(([, name, licence]) => `${name}: ${licence} is not allowed`)
}

/** The versions of Node that every package promises to run on. */
const supported = readJson(join(root, "package.json")).engines.node

/** Where a package finds one that it depends on. */
const directoryOf = (from, name) => {
  for (let directory = from; directory !== dirname(directory); directory = dirname(directory)) {
    const found = join(directory, "node_modules", name)
    if (existsSync(found)) return realpathSync(found)
  }
  throw new Error(`${name} is not installed for ${from}`)
}

/** A package runs on no older Node than what is installed with it does. */
const runtimes = (entry) => () => {
  const seen = new Set()
  const visit = (directory) =>
    Object.keys(readJson(join(directory, "package.json")).dependencies ?? {}).flatMap((name) => {
      const dependency = directoryOf(directory, name)
      if (seen.has(dependency)) return []
      seen.add(dependency)
      const { engines, version } = readJson(join(dependency, "package.json"))
      const fits = engines?.node === undefined || semver.subset(supported, engines.node)
      return [
        ...(fits ? [] : [`${name} ${version} needs Node ${engines.node}, which ${supported} is not`]),
        ...visit(dependency)
      ]
    })
  return visit(entry.directory)
}

const repository = "effect-ezviz/effect-ezviz"

/** npm attests only what says itself which repository it was built from. */
const manifest = (entry) => () => {
  const { description, engines, license, publishConfig, repository: source, version } = entry.manifest
  const expected = {
    description: [typeof description === "string" && description.length > 0, "a text"],
    "engines.node": [engines?.node === supported, supported],
    license: [license === "MIT", "MIT"],
    version: [version === packages[0].manifest.version, "that of the other packages"],
    "publishConfig.access": [publishConfig?.access === "public", "public"],
    "publishConfig.provenance": [publishConfig?.provenance === true, "true"],
    "repository.url": [
      source?.url === `git+https://github.com/${repository}.git`,
      `git+https://github.com/${repository}.git`
    ],
    "repository.directory": [
      source?.directory === relative(root, entry.directory),
      relative(root, entry.directory)
    ]
  }
  return Object.entries(expected)
    .filter(([, [right]]) => !right)
    .map(([field, [, value]]) => `${field} in package.json has to be ${value}`)
}

const workflows = readdirSync(join(root, ".github/workflows")).map((file) => ({
  file,
  content: parse(readFileSync(join(root, ".github/workflows", file), "utf8"))
}))

const stepsOf = ({ content }) => Object.values(content.jobs).flatMap(({ steps }) => steps)

/** A tag can be moved to other code afterwards; a commit cannot. */
const pinned = () =>
  workflows.flatMap((workflow) =>
    stepsOf(workflow)
      .filter(({ uses }) => uses !== undefined && !/@[0-9a-f]{40}$/.test(uses))
      .map(({ uses }) => `${workflow.file} uses ${uses}, which is no commit`)
  )

/** What may write, or sign, is one job of one workflow. */
const permissions = () =>
  workflows.flatMap(({ file, content }) => {
    const ofAll = content.permissions
    const ofJobs = Object.entries(content.jobs).flatMap(([job, { permissions = {} }]) =>
      Object.entries(permissions)
        .filter(([, level]) => level === "write" && `${file}/${job}` !== "release.yml/release")
        .map(([scope]) => `${file}: the job ${job} may write ${scope}`)
    )
    const readsOnly = ofAll?.contents === "read" && Object.keys(ofAll).length === 1
    return [...(readsOnly ? [] : [`${file} does not begin with \`contents: read\` alone`]), ...ofJobs]
  })

/** The tests pass before anything is published, and npm is given what it attests by. */
const publishing = () => {
  const release = workflows.find(({ file }) => file === "release.yml")?.content.jobs.release
  if (release === undefined) return ["release.yml has no job release"]
  const { if: condition, permissions, steps } = release
  const tests = steps.findIndex(({ run }) => run === ".ci/run")
  const publish = steps.findIndex(({ uses }) => uses?.startsWith("changesets/action@"))
  const node = steps.find(({ uses }) => uses?.startsWith("actions/setup-node@"))
  const problems = [
    [condition === `github.repository == '${repository}'`, "it runs in forks too"],
    [permissions?.["id-token"] === "write", "`id-token: write` is missing"],
    [tests !== -1 && tests < publish, ".ci/run does not come before changesets/action"],
    [steps[publish]?.with?.publish === "pnpm release", "it does not publish by `pnpm release`"],
    [steps[publish]?.env?.NPM_CONFIG_PROVENANCE === "true", "NPM_CONFIG_PROVENANCE is not true"],
    [node?.with?.["registry-url"] === "https://registry.npmjs.org", "registry-url is not that of npm"]
  ]
  return problems.filter(([right]) => !right).map(([, problem]) => `release.yml: ${problem}`)
}

await check("licences of what is installed with the packages", licences)
for (const entry of packages.filter(({ bundled }) => bundled)) {
  await check(`${entry.name}: licences of what is in the bundle`, bundledLicences(entry))
}
for (const entry of packages) await check(`${entry.name}: package.json`, manifest(entry))
for (const entry of packages) {
  await check(`${entry.name}: Node versions of what is installed with it`, runtimes(entry))
}
await check("workflows use actions by their commit", pinned)
await check("workflows may do no more than they need", permissions)
await check("the release is tested and attested", publishing)
