import { mkdtempSync, rmSync, statSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { HttpServer } from "@effect/platform"
import { NodeHttpServer } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import { Testing, Verifier } from "@effect-ezviz/webhook"
import { Effect, Fiber, Redacted, Stream } from "effect"
import * as Browser from "../../simulator/test/browser.js"
import { sentEvents } from "../../simulator/test/sentEvents.js"
import type * as Inspection from "../src/inspector/Inspection.js"
import * as Inspector from "../src/inspector/Inspector.js"

const secret = "PLANTED-SIGNING-KEY"

/** A running inspector, over a real socket: its address, and what it has seen. */
const start = (options: Partial<Inspector.Options> = {}) =>
  Effect.gen(function* () {
    const seen: Array<Inspection.Inspection> = []
    const app = yield* Inspector.make({
      unsigned: false,
      reveal: false,
      onInspection: (inspection) => Effect.sync(() => seen.push(inspection)),
      ...options
    })
    yield* HttpServer.serveEffect(app)
    const url = yield* HttpServer.addressFormattedWith(Effect.succeed)
    return { url: url.replace("0.0.0.0", "127.0.0.1"), seen }
  })

const env = NodeHttpServer.layer(createServer, { port: 0, host: "127.0.0.1" })
const signed = Verifier.layer({ secrets: [Redacted.make(secret)] })

const send = (url: string, body: string, key = secret) =>
  Effect.promise(async () => {
    const { headers } = await Testing.signPush({ secret: key, body })
    return fetch(url, { method: "POST", headers, body })
  })

const body = (messageId: string, deviceSerial: string, content: unknown = {}, type = "ys.alarm") =>
  Testing.pushBody({ type, messageId, deviceSerial, body: content })

describe("the webhook for development", () => {
  it.live("answers as a webhook does, and says what came", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* start()
      const answer = yield* send(url, Testing.fixtures.alarm)
      assert.strictEqual(answer.status, 200)
      assert.deepStrictEqual(yield* Effect.promise(() => answer.json()), {
        messageId: "5e0000000000000000000a01"
      })
      assert.strictEqual((yield* send(url, Testing.fixtures.alarm)).status, 200)
      assert.strictEqual((yield* send(`${url}/any/path`, Testing.fixtures.onOffline, "other")).status, 401)
      assert.strictEqual((yield* send(url, "no push")).status, 400)
      assert.deepStrictEqual(
        seen.map(({ id, outcome, refusal, status, type, verified }) => [
          id,
          outcome,
          verified,
          status,
          type,
          refusal?.reason
        ]),
        [
          [1, "accepted", true, 200, "ys.alarm", undefined],
          [2, "repeated", true, 200, "ys.alarm", undefined],
          [3, "refused", false, 401, "ys.onoffline", "SignatureMismatch"],
          [4, "refused", false, 400, undefined, "MalformedBody"]
        ]
      )
      assert.notInclude(JSON.stringify(seen), secret)
    }).pipe(Effect.scoped, Effect.provide([env, signed]))
  )

  it.live("hides signed addresses and digests, unless it is told not to", () =>
    Effect.gen(function* () {
      const content = {
        alarmType: "pir",
        checksum: "PLANTED-DIGEST",
        pictureList: [{ url: "https://pictures.example.com/1.jpg?auth_key=PLANTED-SIGNATURE" }],
        nested: JSON.stringify({
          picChecksum: "PLANTED-DIGEST",
          url: "http://a.example/b?t=PLANTED-SIGNATURE"
        })
      }
      const { seen, url } = yield* start()
      yield* send(url, body("1", "C1", content))
      assert.notInclude(JSON.stringify(seen), "PLANTED")
      assert.include(JSON.stringify(seen), "https://pictures.example.com/1.jpg?hidden")
    }).pipe(Effect.scoped, Effect.provide([env, signed]))
  )

  it.live("shows them with --reveal", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* start({ reveal: true })
      yield* send(url, Testing.fixtures.alarm)
      assert.include(seen[0]?.raw, "auth_key=signed")
    }).pipe(Effect.scoped, Effect.provide([env, signed]))
  )

  it.live("says that an unsigned push is not verified", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* start({ unsigned: true })
      yield* Effect.promise(() => fetch(url, { method: "POST", body: Testing.fixtures.alarm }))
      assert.deepInclude(seen[0], { outcome: "accepted", verified: false })
    }).pipe(Effect.scoped, Effect.provide([env, Verifier.layerUnsigned]))
  )

  it.live("shows its page to this machine alone", () =>
    Effect.gen(function* () {
      const { seen, url } = yield* start()
      yield* send(url, Testing.fixtures.alarm)
      const get = (path: string, headers: Record<string, string> = {}) =>
        Effect.promise(() => fetch(`${url}${path}`, { headers }).then((response) => response.text()))
      assert.include(yield* get("/"), "<title>EZVIZ pushes</title>")
      // What a tunnel adds. A `host` of one's own is what fetch does not send.
      const tunnel = { "x-forwarded-for": "203.0.113.9" }
      assert.strictEqual(yield* get("/", tunnel), '{"status":"ok"}')
      assert.strictEqual(yield* get("/events", tunnel), '{"status":"ok"}')
      assert.strictEqual(seen.length, 1)
    }).pipe(Effect.scoped, Effect.provide([env, signed]))
  )

  it.live("tells who comes late what came before, and then what comes", () =>
    Effect.gen(function* () {
      const { url } = yield* start()
      yield* send(url, body("1", "C1"))
      const response = yield* Effect.promise(() => fetch(`${url}/events`))
      assert.strictEqual(response.headers.get("content-type"), "text/event-stream")
      const events = yield* sentEvents(response).pipe(
        Stream.map(({ messageId }) => messageId),
        Stream.take(2),
        Stream.runCollect,
        Effect.fork
      )
      yield* send(url, body("2", "C1"))
      assert.deepStrictEqual([...(yield* Fiber.join(events))], ["1", "2"])
    }).pipe(Effect.scoped, Effect.provide([env, signed]))
  )
})

describe.skipIf(Browser.isMissing)("its page", () => {
  const text = (item: { textContent: () => Promise<string | null> }) =>
    Effect.promise(async () => (await item.textContent()) ?? "")

  it.live(
    "shows pushes as they come, newest first, and by device and type",
    () =>
      Effect.gen(function* () {
        const { url } = yield* start()
        const { errors, page } = yield* Browser.open({ viewport: { width: 1000, height: 700 } })
        yield* Effect.promise(() => page.goto(url))
        yield* Effect.promise(() => page.getByText("Waiting for a push.").waitFor())
        yield* Effect.promise(() => page.getByText("listening", { exact: true }).waitFor())
        yield* send(url, body("1", "C1", { alarmType: "pir" }))
        yield* send(url, body("2", "C2", { msgType: "ONLINE" }, "ys.onoffline"))
        yield* send(url, body("3", "C1", { alarmType: "pir" }), "a wrong key")
        const items = page.getByRole("listitem")
        yield* Effect.promise(() => items.nth(2).waitFor())
        assert.match(yield* text(items.nth(0)), /refused.*ys\.alarm from C1.*SignatureMismatch.*401 in/)
        assert.match(yield* text(items.nth(2)), /verified.*ys\.alarm from C1, channel 1.*200 in/)

        yield* Effect.promise(() => page.getByLabel("Device").selectOption("C2"))
        assert.strictEqual(yield* Effect.promise(() => items.filter({ visible: true }).count()), 1)
        yield* Effect.promise(() => page.getByLabel("Type").selectOption("ys.alarm"))
        yield* Effect.promise(() => page.getByText("No push matches the filter.").waitFor())
        yield* Effect.promise(() => page.getByLabel("Device").selectOption(""))
        assert.strictEqual(yield* Effect.promise(() => items.filter({ visible: true }).count()), 2)
        assert.deepStrictEqual(errors, [])
      }).pipe(Effect.scoped, Effect.provide([env, signed])),
    60_000
  )

  it.live(
    "takes what a stranger sends for text",
    () =>
      Effect.gen(function* () {
        const { url } = yield* start()
        const { errors, page } = yield* Browser.open()
        yield* Effect.promise(() => page.goto(url))
        const attack =
          "<img src=x onerror=\"document.title='owned'\"></pre><script>document.title='owned'</script>"
        yield* send(url, body("1", attack, { alarmType: attack }, attack))
        yield* Effect.promise(() => page.getByRole("listitem").waitFor())
        yield* Effect.promise(() => page.locator("summary").click())
        assert.include(yield* text(page.locator("pre").first()), "<img src=x")
        assert.strictEqual(yield* Effect.promise(() => page.title()), "EZVIZ pushes")
        assert.strictEqual(yield* Effect.promise(() => page.locator("img").count()), 0)
        assert.deepStrictEqual(errors, [])
      }).pipe(Effect.scoped, Effect.provide([env, signed])),
    60_000
  )

  it.live(
    "is used by keyboard alone, in dark and light, wide and narrow",
    () =>
      Effect.gen(function* () {
        const { url } = yield* start()
        const directory = process.env.EZVIZ_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "ezviz-page-"))
        yield* send(url, Testing.fixtures.alarm)
        yield* send(url, Testing.fixtures.onOffline, "a wrong key")
        for (const [name, colorScheme, width] of [
          ["light", "light", 1000],
          ["dark", "dark", 1000],
          ["narrow", "light", 390]
        ] as const) {
          const { page } = yield* Browser.open({ colorScheme, viewport: { width, height: 700 } })
          yield* Effect.promise(() => page.goto(url))
          yield* Effect.promise(() => page.getByRole("listitem").nth(1).waitFor())
          // Device, type, clear, the newest push.
          for (let tabs = 0; tabs < 4; tabs++) yield* Effect.promise(() => page.keyboard.press("Tab"))
          yield* Effect.promise(() => page.keyboard.press("Enter"))
          yield* Effect.promise(() => page.getByText("Why it was refused").waitFor())
          assert.isTrue(
            yield* Effect.promise(() =>
              page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            )
          )
          const path = join(directory, `${name}.png`)
          yield* Effect.promise(() => page.screenshot({ path }))
          assert.isAbove(statSync(path).size, 5000)
        }
        if (process.env.EZVIZ_SCREENSHOTS === undefined) rmSync(directory, { recursive: true })
      }).pipe(Effect.scoped, Effect.provide([env, signed])),
    60_000
  )
})
