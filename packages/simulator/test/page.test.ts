import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Alarm, Device } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import axe from "axe-core"
import { Effect } from "effect"
import type { Page } from "playwright-core"
import * as Browser from "./browser.js"
import { camera, env, offline } from "./household.js"

/** The control page of the simulator, connected, and what went wrong in it. */
const open = (options: Parameters<typeof Browser.open>[0] = {}) =>
  Effect.gen(function* () {
    const { url } = yield* Simulator.Simulator
    const { errors, page } = yield* Browser.open({ viewport: { width: 1300, height: 900 }, ...options })
    yield* visit(page, url)
    return { page, errors, url }
  })

const does = <A>(action: () => Promise<A>) => Effect.promise(action)

const visit = (page: Page, url: string) =>
  does(async () => {
    await page.goto(url)
    await page.getByText("connected", { exact: true }).waitFor()
    await page.getByRole("heading", { level: 3 }).first().waitFor()
  })

const entry = (page: Page, text: string) => page.locator("#log li").filter({ hasText: text }).first()

/** Waits until the pictures have come that were asked for. */
const seen = (page: Page) =>
  does(() => page.evaluate("Promise.all([...document.images].map((image) => image.decode()))"))

/** Goes on by keyboard to what has this name. */
const tabTo = (page: Page, name: string) =>
  does(async () => {
    for (let tabs = 0; tabs < 120; tabs++) {
      await page.keyboard.press("Tab")
      const text = await page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.firstChild.textContent ?? document.activeElement.textContent"
      )
      if (String(text).trim() === name) return
    }
    throw new Error(`no ${name} can be reached by keyboard`)
  })

describe.skipIf(Browser.isMissing)("the control page", () => {
  it.live("shows calls as they happen, with what their codes mean", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* Device.getInfo(camera)
      yield* Effect.flip(Device.capture({ ...offline, channelNo: 1 }))
      const good = entry(page, "device.getInfo")
      const bad = entry(page, "device.capture")
      yield* does(() => bad.waitFor())
      assert.include(yield* does(() => good.textContent()), "200 success")
      assert.include(yield* does(() => bad.textContent()), "20007 DeviceOffline")
      const colours =
        "[...document.querySelectorAll('#log .outcome')].map((said) => getComputedStyle(said).color)"
      // Newest first: the offline device, the device, and the token.
      const [failed, ...others] = yield* does((): Promise<Array<string>> => page.evaluate(colours))
      assert.deepStrictEqual(new Set(others).size, 1)
      assert.notInclude(others, failed)

      // Those that fail, then those that contain a text.
      const shown = page.locator("#log li:visible")
      yield* does(() => page.getByLabel("Show").selectOption("failed"))
      assert.strictEqual(yield* does(() => shown.count()), 1)
      yield* does(() => page.getByLabel("Show").selectOption(""))
      yield* does(() => page.getByLabel("Contains").fill("sim100000"))
      assert.strictEqual(yield* does(() => shown.count()), 1)
      yield* does(() => page.getByLabel("Contains").fill(""))

      // While it is paused nothing moves, and nothing is lost.
      yield* does(() => page.getByRole("button", { name: "Pause" }).click())
      yield* Device.getStatus(camera)
      const resume = page.getByRole("button", { name: "Resume (1 waiting)" })
      yield* does(() => resume.waitFor())
      assert.strictEqual(yield* does(() => entry(page, "device.getStatus").count()), 0)
      yield* does(() => resume.click())
      yield* does(() => entry(page, "device.getStatus").waitFor())
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("adds a fault by keyboard alone, and takes it back", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      const { keyboard } = page
      yield* Device.getInfo(camera)
      yield* tabTo(page, "Operation")
      yield* does(() => keyboard.type("device.getInfo"))
      yield* tabTo(page, "Code")
      yield* does(() => keyboard.type("20002"))
      yield* tabTo(page, "Times")
      yield* does(() => keyboard.type("2"))
      yield* does(() => keyboard.press("Enter"))
      yield* does(() => page.getByText("device.getInfo: code 20002, 2 times").waitFor())
      yield* does(() => page.getByText("The fault is added.").waitFor())

      assert.strictEqual((yield* Effect.flip(Device.getInfo(camera)))._tag, "DeviceNotFound")
      yield* does(() => entry(page, "20002 DeviceNotFound, fault: code").waitFor())
      yield* does(() => page.getByText("device.getInfo: code 20002, once").waitFor())

      yield* tabTo(page, "Remove device.getInfo: code 20002, once")
      yield* does(() => keyboard.press("Enter"))
      yield* does(() => page.getByText("No faults").waitFor())
      assert.strictEqual(yield* does(() => page.evaluate("document.activeElement.name")), "operation")
      yield* Device.getInfo(camera)
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("sends alarms, and switches devices off and on", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* does(() => page.getByLabel("Alarms to send").selectOption("pirEvent"))
      yield* does(() => page.getByRole("button", { name: "Send alarm of Front door 1" }).click())
      yield* does(() => entry(page, "pirEvent 10000").waitFor())
      const { items } = yield* Alarm.list({ status: "all" })
      assert.deepStrictEqual(
        items.map(({ alarmType, deviceSerial }) => [alarmType, deviceSerial]),
        [["pirEvent", "SIM100000"]]
      )

      const online = page.getByRole("switch", { name: "Front door 1 online" })
      assert.strictEqual(yield* does(() => online.getAttribute("aria-checked")), "true")
      yield* does(() => online.press("Space"))
      yield* does(() => entry(page, "went offline").waitFor())
      const error = yield* Effect.flip(Device.capture({ ...camera, channelNo: 1 }))
      assert.isTrue(error._tag === "DeviceOffline" && error.code === "20007")
      yield* does(() => online.press("Space"))
      yield* does(() => entry(page, "came online").waitFor())
      assert.strictEqual((yield* Device.getInfo(camera)).status, "online")
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("moves the cloud's time ahead", () =>
    Effect.gen(function* () {
      const { time } = yield* Simulator.Simulator
      const { errors, page } = yield* open()
      yield* Device.getInfo(camera)
      yield* does(() => page.getByLabel("Advance by").selectOption("7 days"))
      const before = yield* time.now
      yield* does(() => page.getByRole("button", { name: "Advance" }).click())
      yield* does(() => page.getByText("The cloud's time is 7 days ahead of what it was.").waitFor())
      assert.isAtLeast(yield* time.now, before + 7 * 24 * 60 * 60 * 1000)
      const day = new Date(yield* time.now).toISOString().slice(0, 10)
      yield* does(() => page.locator("#now").filter({ hasText: day }).waitFor())
      // The token has ended, which the client finds out by its code.
      yield* Device.getInfo(camera)
      yield* does(() => entry(page, "10002 TokenRejected").waitFor())
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("follows what clients change, and takes what they say for text", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      const attack = "<img src=x onerror=\"document.title='owned'\">"
      yield* Device.rename({ ...camera, deviceName: attack })
      yield* does(() => page.getByRole("heading", { name: attack }).waitFor())
      assert.strictEqual(yield* does(() => page.title()), "EZVIZ simulator")
      yield* Device.enableEncryption(camera)
      yield* does(() => page.getByText("SIM100000 · C6N · armed · encrypted").waitFor())
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("finds a device in a large fleet, by page and by serial number", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* does(() => page.getByText("1 to 12 of 100,000", { exact: true }).waitFor())
      yield* does(() => page.getByRole("button", { name: "Next" }).click())
      yield* does(() => page.getByText("13 to 24 of 100,000", { exact: true }).waitFor())
      yield* does(() => page.getByText("SIM100012 ").waitFor())
      yield* does(() => page.getByLabel("Serial number").fill("sim199999"))
      yield* does(() => page.getByText("1 to 1 of 1", { exact: true }).waitFor())
      yield* does(() => page.getByText("SIM199999 ").waitFor())
      yield* does(() => page.getByLabel("Serial number").fill("none"))
      yield* does(() => page.getByText("No device.").waitFor())
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env({ devices: 100_000 })))
  )

  it.live("renews the pictures, but not of a hidden tab, nor where motion is unwanted", () =>
    Effect.gen(function* () {
      const { errors, page, url } = yield* open()
      yield* does(() => page.clock.install())
      yield* visit(page, url)
      const asked = does(
        (): Promise<string> => page.evaluate("[...document.images].map(({ src }) => src).join()")
      )
      const renews = Effect.gen(function* () {
        yield* seen(page)
        const before = yield* asked
        yield* does(() => page.clock.runFor(60_000))
        return before !== (yield* asked)
      })
      assert.isTrue(yield* renews)
      const hide = (hidden: boolean) =>
        does(() =>
          page.evaluate(`Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true })`)
        )
      yield* hide(true)
      assert.isFalse(yield* renews)
      yield* hide(false)
      assert.isTrue(yield* renews)
      yield* does(() => page.emulateMedia({ reducedMotion: "reduce" }))
      yield* visit(page, url)
      assert.isFalse(yield* does(() => page.getByLabel("Live pictures").isChecked()))
      assert.isFalse(yield* renews)
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("is readable in light and dark, wide and narrow", () =>
    Effect.gen(function* () {
      const simulator = yield* Simulator.Simulator
      const directory = process.env.EZVIZ_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "ezviz-page-"))
      yield* simulator.inject({
        operation: "device.list",
        fault: { kind: "delay", millis: 2000 },
        times: Number.POSITIVE_INFINITY,
        probability: 0.5
      })
      yield* simulator.webhooks.subscribe({ url: "http://127.0.0.1:1/webhook", retries: 0 })
      yield* Device.getInfo(camera)
      yield* Effect.flip(Device.capture({ ...offline, channelNo: 1 }))
      yield* simulator.alarm(camera)
      const { page } = yield* open()
      yield* does(() => entry(page, "device.getInfo").waitFor())
      yield* does(() => page.getByText("Details").first().click())
      const violations = does(
        (): Promise<Array<string>> =>
          page.evaluate(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(" ")))`
          )
      )
      yield* does(() => page.evaluate(axe.source))
      for (const [name, colorScheme, width] of [
        ["light", "light", 1300],
        ["dark", "dark", 1300],
        ["narrow", "dark", 360]
      ] as const) {
        yield* does(() => page.emulateMedia({ colorScheme }))
        yield* does(() => page.setViewportSize({ width, height: 900 }))
        assert.deepStrictEqual(yield* violations, [])
        assert.isTrue(
          yield* does(() =>
            page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
          )
        )
        yield* seen(page)
        yield* does(() => page.screenshot({ path: join(directory, `control-${name}.png`) }))
        yield* does(() => page.getByRole("button", { name: "Watch Front door 1 live" }).click())
        yield* does(() => page.getByRole("dialog", { name: "Front door 1 live" }).waitFor())
        assert.deepStrictEqual(yield* violations, [])
        yield* does(() => page.getByRole("button", { name: "Close" }).click())
      }
      if (process.env.EZVIZ_SCREENSHOTS === undefined) rmSync(directory, { recursive: true })
    }).pipe(Effect.scoped, Effect.provide(env()))
  )

  it.live("plays what a camera sees live", () =>
    Effect.gen(function* () {
      const { errors, page } = yield* open()
      yield* does(() => page.getByRole("button", { name: "Watch Front door 1 live" }).press("Enter"))
      // Beyond the first clips: the playlist was read again, and time went on.
      yield* does(() =>
        page.evaluate(`new Promise((resolve) => {
          const video = document.querySelector("video")
          video.ontimeupdate = () => { if (video.currentTime > 7) resolve() }
        })`)
      )
      yield* does(() => page.keyboard.press("Escape"))
      yield* does(() => page.getByRole("dialog").waitFor({ state: "hidden" }))
      const focused = "document.activeElement.getAttribute('aria-label')"
      assert.strictEqual(yield* does(() => page.evaluate(focused)), "Watch Front door 1 live")
      assert.deepStrictEqual(errors, [])
    }).pipe(Effect.scoped, Effect.provide(env()))
  )
})
