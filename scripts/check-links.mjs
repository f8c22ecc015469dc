// Follows every link of the built site, and of the Markdown as it is read in the repository: pages, files and anchors
// have to be there. Nothing is fetched: a link that leads elsewhere has to lead to a host of the list.
import { existsSync, readFileSync, statSync } from "node:fs"
import { extname, join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import GithubSlugger from "github-slugger"
import { Parser } from "htmlparser2"
import { fromMarkdown } from "mdast-util-from-markdown"
import { toString } from "mdast-util-to-string"
import { documents, filesIn, root } from "./lib.mjs"

const site = join(root, "docs/.vitepress/dist")
const repository = "https://github.com/effect-ezviz/effect-ezviz"

const hosts = new Set([
  "effect.website",
  "github.com",
  "nodejs.org",
  "open.ezviz.com",
  "open.ys7.com",
  "stryker-mutator.io",
  // What typedoc links to from its pages and its types.
  "typedoc.org",
  "www.typescriptlang.org",
  "developer.mozilla.org"
])

/** Where a page can be entered, and where it leads to. */
const readHtml = (file) => {
  const anchors = new Set()
  const links = []
  const parser = new Parser({
    onopentag: (name, { href, id, src, ...rest }) => {
      if (id !== undefined) anchors.add(id)
      if (name === "a" && rest.name !== undefined) anchors.add(rest.name)
      for (const link of [href, src]) if (link !== undefined) links.push(link)
    }
  })
  parser.end(readFileSync(file, "utf8"))
  return { anchors, links }
}

const nodesOf = (node) => [node, ...(node.children ?? []).flatMap(nodesOf)]

const readMarkdown = (file) => {
  const nodes = nodesOf(fromMarkdown(readFileSync(file, "utf8")))
  const slugger = new GithubSlugger()
  return {
    anchors: new Set(
      nodes.filter(({ type }) => type === "heading").map((node) => slugger.slug(toString(node)))
    ),
    links: nodes.flatMap(({ url }) => (url === undefined ? [] : [url]))
  }
}

const read = new Map()
const documentOf = (file) => {
  const known = read.get(file)
  if (known !== undefined) return known
  const document = extname(file) === ".md" ? readMarkdown(file) : readHtml(file)
  read.set(file, document)
  return document
}

const hasAnchors = (file) => [".md", ".html"].includes(extname(file))

/** What is wrong with a link in a file, if anything is. `top` is where an absolute path begins. */
const problemOf = (link, file, top) => {
  if (/^(data|mailto|javascript):/.test(link)) return undefined
  if (/^(https?:)?\/\//.test(link)) {
    const url = new URL(link, "https://localhost")
    const [, path] = link.split("#")[0].match(`^${repository}/(?:blob|tree)/main/(.+)$`) ?? []
    if (path !== undefined) return existsSync(join(root, path)) ? undefined : "no such file in the repository"
    return hosts.has(url.host) ? undefined : `${url.host} is not among the hosts that may be linked to`
  }
  const [path, ...query] = link.split(/(?=[?#])/)
  const fragment = decodeURIComponent(query.find((part) => part.startsWith("#"))?.slice(1) ?? "")
  let target = file
  if (path !== "" && !/^[?#]/.test(path)) {
    target = path.startsWith("/")
      ? join(top, decodeURIComponent(path))
      : fileURLToPath(new URL(path, pathToFileURL(file)))
  }
  if (!existsSync(target) && existsSync(`${target}.html`)) target = `${target}.html`
  if (!existsSync(target)) return "no such page"
  if (statSync(target).isDirectory()) {
    if (top !== site) return undefined
    target = join(target, "index.html")
    if (!existsSync(target)) return "no such page"
  }
  if (fragment === "" || !hasAnchors(target)) return undefined
  return documentOf(target).anchors.has(fragment) ? undefined : "no such anchor"
}

const markdown = documents()

const check = (files, top) =>
  files.flatMap((file) =>
    documentOf(file)
      .links.map((link) => ({ link, file, problem: problemOf(link, file, top) }))
      .filter(({ problem }) => problem !== undefined)
  )

const pages = filesIn(site, ".html")
const broken = [...check(markdown, root), ...check(pages, site)]
for (const { file, link, problem } of broken) console.log(`${relative(root, file)}: ${link}: ${problem}`)

const links = [...markdown, ...pages].reduce((sum, file) => sum + documentOf(file).links.length, 0)
console.log(
  `${links} links in ${markdown.length} documents and ${pages.length} pages, ${broken.length} broken`
)
process.exitCode = broken.length === 0 && pages.length > 0 ? 0 : 1
