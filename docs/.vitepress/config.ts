import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { slug } from "github-slugger"
import { defineConfig } from "vitepress"

const docs = fileURLToPath(new URL("..", import.meta.url))
const repository = "https://github.com/effect-ezviz/effect-ezviz"

/** Pages of wide tables, which need the room that the outline takes. */
const wide = [
  "comparison.md",
  "durability.md",
  "guides/operator.md",
  "resilience.md",
  "reference/alarmTypes.md",
  "reference/errors.md",
  "reference/index.md"
]

/** A page names itself once, in its first heading; what follows a colon there is for the page itself. */
const page = (path: string) => {
  const title = /^# (.+)$/m.exec(readFileSync(`${docs}${path}.md`, "utf8"))?.[1]
  if (title === undefined) throw new Error(`docs/${path}.md has no heading`)
  return { text: title.replace(/:.*/, ""), link: `/${path.replace(/(^|\/)index$/, "$1")}` }
}

const root = fileURLToPath(new URL("../..", import.meta.url))

/** The pages that include a document from outside docs/, by that document. */
const guides: Readonly<Record<string, string>> = {
  "packages/cli/README.md": "guides/terminal",
  "packages/core/README.md": "guides/effect",
  "packages/node/README.md": "guides/node",
  "packages/simulator/README.md": "guides/testing",
  "packages/webhook/README.md": "guides/webhook"
}

/** What a relative link on a page means, as a path from the root: it may stand in a document that the page includes. */
const targetOf = (href: string, page: string): URL => {
  const [included] = Object.entries(guides).find(([, guide]) => `${guide}.md` === page) ?? []
  const targets = [`docs/${page}`, ...(included === undefined ? [] : [included])].map(
    (document) => new URL(href, `file:///${document}`)
  )
  return (
    targets.find(({ pathname }) => existsSync(`${root}${pathname.slice(1)}`)) ??
    new URL(href, `file:///docs/${page}`)
  )
}

const written = [
  { text: "Start", pages: ["tutorial"] },
  {
    text: "Guides",
    pages: [
      "guides/effect",
      "guides/node",
      "guides/webhook",
      "guides/testing",
      "guides/terminal",
      "guides/operator"
    ]
  },
  { text: "How it behaves", pages: ["resilience", "durability", "benchmarks"] },
  { text: "The project", pages: ["comparison", "architecture", "adding-an-endpoint", "quality"] }
]

const overview = ["reference/index", "reference/errors", "reference/alarmTypes"]
const generated = readdirSync(`${docs}reference`)
  .map((file) => `reference/${file.replace(/\.md$/, "")}`)
  .filter((path) => !overview.includes(path))
  .sort((one, other) => one.localeCompare(other))

const sidebar = [
  ...written.map(({ pages, text }) => ({ text, items: pages.map(page) })),
  { text: "Reference", items: overview.map(page) },
  { text: "Operations", collapsed: true, items: generated.map(page) }
]

export default defineConfig({
  title: "effect-ezviz",
  description: "The TypeScript SDK for the EZVIZ Open Platform",
  lang: "en",
  srcExclude: ["test/**"],
  // What typedoc writes beside the pages; the links check reads it with all the rest.
  ignoreDeadLinks: [/^\/api\//],
  transformPageData: ({ frontmatter, relativePath }) => ({
    frontmatter: { ...frontmatter, ...(wide.includes(relativePath) && { aside: false }) }
  }),
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Tutorial", link: "/tutorial" },
      { text: "Reference", link: "/reference/" },
      { text: "Errors", link: "/reference/errors" },
      { text: "API", link: "/api/index.html", target: "_self" }
    ],
    sidebar,
    outline: [2, 3],
    socialLinks: [{ icon: "github", link: repository }]
  },
  markdown: {
    // The anchors that the repository gives the same headings.
    anchor: { slugify: (text) => slug(text) },
    config: (md) => {
      // The pages are read in the repository, too: what they link to outside docs/ is there, or in the page that
      // includes it.
      md.core.ruler.push("repository", ({ env, tokens }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.attrGet("href")
          if (token.type !== "link_open" || href === null || /^([a-z]+:|[/#])/.test(href)) continue
          const { hash, pathname } = targetOf(href, env.relativePath)
          const guide = hash === "" ? undefined : guides[pathname.slice(1)]
          const page = guide === undefined ? /^\/docs(\/.+)$/.exec(pathname)?.[1] : `/${guide}.html`
          token.attrSet("href", `${page ?? `${repository}/blob/main${pathname}`}${hash}`)
        }
      })
    }
  }
})
