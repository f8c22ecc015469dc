import { Effect } from "effect"
import { type Browser, chromium, type Page } from "playwright-core"
import { find, isMissing as isProgramMissing } from "../../../scripts/programs.mjs"

/** Whether tests in a browser are skipped. */
export const isMissing = isProgramMissing("chromium")

const launch = Effect.acquireRelease(
  Effect.promise((): Promise<Browser> => {
    const path = find("chromium")
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
