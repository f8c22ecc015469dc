import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Page } from "playwright-core"
import * as Browser from "../../packages/simulator/test/browser.js"

const site = fileURLToPath(new URL("../.vitepress/dist", import.meta.url))
const screenshots = fileURLToPath(new URL("screenshots", import.meta.url))
const origin = "http://docs.test"

/** The built site in a browser: read from the disk, and with nothing else within reach. */
const open = (options: Parameters<typeof Browser.open>[0] = {}) =>
  Effect.gen(function* () {
    if (!existsSync(site)) throw new Error("the site is not built: run `npm run docs:build`")
    const { errors, page } = yield* Browser.open(options)
    yield* Effect.promise(() =>
      page.route("**/*", (route) => {
        const url = new URL(route.request().url())
        const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname
        if (url.origin === origin && existsSync(join(site, path))) {
          return route.fulfill({ path: join(site, path) })
        }
        errors.push(`asked for ${url.href}`)
        return route.abort()
      })
    )
    return { errors, page }
  })

const visit = (page: Page, path: string) =>
  Effect.promise(() => page.goto(`${origin}${path}`, { waitUntil: "networkidle" }))

const shoot = (page: Page, name: string) =>
  Effect.promise(() => page.screenshot({ path: join(screenshots, `${name}.png`) }))

const pages = [
  { name: "home", path: "/", text: "Cloud cameras that keep working" },
  { name: "tutorial", path: "/tutorial.html", text: "Take the picture" },
  { name: "guide", path: "/guides/webhook.html", text: "Where pushes wait" },
  { name: "resilience", path: "/resilience.html", text: "What happens at each code" },
  { name: "operation", path: "/reference/device.html", text: "device.capture" },
  { name: "errors", path: "/reference/errors.html", text: "Error atlas" },
  { name: "api", path: "/api/modules/_effect-ezviz_core.Device.html", text: "GetInfoError" }
]

const looks = [
  { look: "wide", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { look: "dark", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { look: "narrow", colorScheme: "light", viewport: { width: 390, height: 800 } }
] as const

it("has every page in its sidebar", () => {
  const page = readFileSync(join(site, "tutorial.html"), "utf8")
  const inSidebar = new Set(
    [...page.matchAll(/class="VPLink link link" href="([^"]+)"/g)].map(([, href]) => href)
  )
  const written = readdirSync(fileURLToPath(new URL("..", import.meta.url)), { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !path.startsWith(".vitepress/") && path !== "index.md")
    .map((path) => `/${path.replace(/(index)?\.md$/, (_, index) => (index === undefined ? ".html" : ""))}`)
  assert.isAbove(written.length, 30)
  assert.deepStrictEqual(
    written.filter((path) => !inSidebar.has(path)),
    []
  )
})

describe.skipIf(Browser.isMissing)("in a browser, the site", () => {
  for (const { look, ...options } of looks) {
    it.scopedLive(`shows its pages ${look}, without an error and without asking another host`, () =>
      Effect.gen(function* () {
        const { errors, page } = yield* open(options)
        for (const { name, path, text } of pages) {
          yield* visit(page, path)
          yield* Effect.promise(() => page.getByText(text).filter({ visible: true }).first().waitFor())
          yield* shoot(page, `${name}-${look}`)
          const overflow = yield* Effect.promise(() =>
            page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
          )
          assert.strictEqual(overflow, 0, `${path} is wider than the window`)
        }
        assert.deepStrictEqual(errors, [])
      })
    )
  }

  it.scopedLive("finds deviceSerial, and goes where it is", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* visit(page, "/")
      yield* Effect.promise(() => page.keyboard.press("/"))
      yield* Effect.promise(() => page.locator("#localsearch-input").fill("deviceSerial"))
      const result = page.locator(".VPLocalSearchBox .result").first()
      yield* Effect.promise(() => result.waitFor())
      yield* shoot(page, "search")
      yield* Effect.promise(() => result.click())
      yield* Effect.promise(() => page.waitForURL((url) => url.pathname !== "/"))
      yield* Effect.promise(() => page.locator(".vp-doc").getByText("deviceSerial").first().waitFor())
      assert.deepStrictEqual(errors, [])
    })
  )

  it.scopedLive("finds a code of the vendor's", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* visit(page, "/")
      yield* Effect.promise(() => page.keyboard.press("/"))
      yield* Effect.promise(() => page.locator("#localsearch-input").fill("10029"))
      const results = page.locator(".VPLocalSearchBox .result")
      yield* Effect.promise(() => results.first().waitFor())
      const links = yield* Effect.promise(() =>
        results.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")))
      )
      assert.include(links, "/reference/errors.html#10029")
      assert.deepStrictEqual(errors, [])
    })
  )

  it.scopedLive("is dark when it is told to be, on the next page too", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open({ colorScheme: "light" })
      const isDark = Effect.promise(() => page.locator("html.dark").count())
      yield* visit(page, "/")
      assert.strictEqual(yield* isDark, 0)
      yield* Effect.promise(() => page.locator(".VPSwitchAppearance").filter({ visible: true }).click())
      assert.strictEqual(yield* isDark, 1)
      yield* visit(page, "/tutorial.html")
      assert.strictEqual(yield* isDark, 1)
      assert.deepStrictEqual(errors, [])
    })
  )

  it.scopedLive("searches the API by its own means", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* visit(page, "/api/index.html")
      yield* Effect.promise(() => page.keyboard.press("/"))
      yield* Effect.promise(() => page.locator("#tsd-search-input").fill("createEzviz"))
      yield* Effect.promise(() => page.locator("#tsd-search-results li a").first().click())
      yield* Effect.promise(() => page.waitForURL(/createEzviz/))
      assert.deepStrictEqual(errors, [])
    })
  )
})
