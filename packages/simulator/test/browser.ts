import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { Effect } from "effect"
import { type Browser, chromium, type Page } from "playwright-core"

const path = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((directory) => ["chromium", "google-chrome"].map((name) => join(directory, name)))
  .find(existsSync)

/** On a developer's machine without Chromium its tests are skipped; where everything must run, they fail. */
export const isMissing = path === undefined && process.env.CI !== "true"

const launch = Effect.acquireRelease(
  Effect.promise((): Promise<Browser> => {
    if (path === undefined) throw new Error("chromium is not installed, and CI=true asks for its tests")
    return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] })
  }),
  (browser) => Effect.promise(() => browser.close())
)

/** A page in a real browser, and what went wrong in it. */
export const open = (options: Parameters<Browser["newPage"]>[0] = {}) =>
  Effect.gen(function* () {
    const browser = yield* launch
    const page: Page = yield* Effect.promise(() => browser.newPage(options))
    const errors: Array<string> = []
    page.on("pageerror", (error) => errors.push(error.message))
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text())
    })
    return { page, errors }
  })
