import { createDecipheriv } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { assert, describe, it } from "@effect/vitest"
import { Device, Live } from "@effect-ezviz/core"
import { Picture, Simulator } from "@effect-ezviz/simulator"
import { DateTime, Effect, Redacted } from "effect"
import { decode } from "jpeg-js"
import * as Browser from "./browser.js"
import { env } from "./household.js"
import { listening } from "./listening.js"

const camera = { deviceSerial: "SIM100000", channelNo: 1 }

const get = (url: string) =>
  Effect.promise(async () => {
    const response = await fetch(url)
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  })

const isWhite = (data: ArrayLike<number>, at: number) =>
  [0, 1, 2].every((channel) => (data[at * 4 + channel] ?? 0) > 200)

describe("a picture", () => {
  it("is a JPEG with its lines of text on it", () => {
    const blank = decode(Picture.jpeg([""]))
    const { data, height, width } = decode(Picture.jpeg(["I", "I"]))
    assert.deepStrictEqual([width, height], [640, 360])
    const whites = (picture: ArrayLike<number>) =>
      Array.from({ length: width * height }, (_, at) => at).filter((at) => isWhite(picture, at)).length
    assert.strictEqual(whites(blank.data), 0)
    // An I has eleven dots of four by four, and there are two of them; JPEG blurs the edges.
    assert.approximately(whites(data), 2 * 11 * 16, 60)
  })

  it.live("can be fetched until its address ends", () =>
    Effect.gen(function* () {
      const picUrl = Redacted.value((yield* Device.capture(camera)).picUrl)
      const picture = yield* get(picUrl)
      assert.strictEqual(picture.status, 200)
      assert.strictEqual(decode(picture.bytes).width, 640)

      const url = new URL(picUrl)
      const now = yield* DateTime.now
      url.searchParams.set("Expires", String(Math.floor(DateTime.toEpochMillis(now) / 1000) - 1))
      assert.strictEqual((yield* get(url.href)).status, 403)
    }).pipe(Effect.provide(env()))
  )

  it.live("of a device that encrypts opens with its verification code", () =>
    Effect.gen(function* () {
      yield* Device.enableEncryption({ deviceSerial: camera.deviceSerial })
      const { bytes } = yield* get(Redacted.value((yield* Device.capture(camera)).picUrl))
      assert.strictEqual(Buffer.from(bytes.subarray(0, 16)).toString(), "hikencodepicture")
      const key = Buffer.from("ABCDEF".padEnd(16, "\0"))
      const decipher = createDecipheriv("aes-128-cbc", key, Buffer.from("01234567".padEnd(16, "\0")))
      const plain = Buffer.concat([decipher.update(bytes.subarray(48)), decipher.final()])
      assert.strictEqual(decode(plain).width, 640)
    }).pipe(Effect.provide(env()))
  )
})

const hls = readFileSync(createRequire(import.meta.url).resolve("hls.js/dist/hls.light.min.js"))

/** A page of a developer's own, at an origin of its own. */
const website = listening(({ url }, response) => {
  if (url === "/hls.js") response.setHeader("content-type", "text/javascript").end(hls)
  else
    response
      .setHeader("content-type", "text/html")
      .end('<link rel="icon" href="data:,"><video muted></video><script src="/hls.js"></script>')
})

describe.skipIf(Browser.isMissing)("the live stream", () => {
  /** A page that tells what becomes of an address: it plays on, or it fails. */
  const open = Effect.gen(function* () {
    const url = yield* website
    const { errors, page } = yield* Browser.open()
    const watch = Effect.fnUntraced(function* (
      player: "video" | "hls.js",
      address: Redacted.Redacted<string>
    ) {
      yield* Effect.promise(() => page.goto(url))
      return yield* Effect.promise(
        (): Promise<string> =>
          page.evaluate(
            `new Promise((resolve) => {
              const [url, player] = ${JSON.stringify([Redacted.value(address), player])}
              const video = document.querySelector("video")
              video.onerror = () => resolve("fails")
              // Beyond what the first playlist had.
              video.ontimeupdate = () => { if (video.currentTime > 7) resolve("plays " + video.videoWidth) }
              if (player === "video") video.src = url
              else {
                const stream = new Hls()
                stream.on(Hls.Events.ERROR, (_, { details, fatal }) => { if (fatal) resolve("fails: " + details) })
                stream.loadSource(url)
                stream.attachMedia(video)
              }
              video.play().catch(() => {})
            })`
          )
      )
    })
    return { errors, watch }
  })

  const code = Redacted.make("ABCDEF")

  for (const player of ["video", "hls.js"] as const) {
    it.live(`plays in a browser with ${player}, of a device that encrypts as well`, () =>
      Effect.gen(function* () {
        const { errors, watch } = yield* open
        const clear = yield* Live.getAddress({ ...camera, protocol: "hls" })
        assert.strictEqual(yield* watch(player, clear.url), "plays 320")
        yield* Device.enableEncryption({ deviceSerial: camera.deviceSerial })
        const encrypted = yield* Live.getAddress({ ...camera, protocol: "hls", code })
        assert.strictEqual(yield* watch(player, encrypted.url), "plays 320")
        assert.deepStrictEqual(errors, [])
        const wrong = yield* Live.getAddress({ ...camera, protocol: "hls", code: Redacted.make("WRONG1") })
        assert.match(yield* watch(player, wrong.url), /^fails/)
      }).pipe(Effect.scoped, Effect.provide(env()))
    )
  }
})

describe("a live address", () => {
  it.live("serves its segments as long as it lives, and its device is online", () =>
    Effect.gen(function* () {
      const { setOnline } = yield* Simulator.Simulator
      const { id, url } = yield* Live.getAddress({ ...camera, protocol: "hls" })
      const playlist = yield* get(Redacted.value(url))
      const segment = new TextDecoder()
        .decode(playlist.bytes)
        .split("\n")
        .find((line) => line.startsWith("segment"))
      const address = new URL(segment ?? "", Redacted.value(url)).href
      assert.strictEqual((yield* get(address)).status, 200)
      yield* setOnline(camera.deviceSerial, false)
      assert.strictEqual((yield* get(address)).status, 404)
      yield* setOnline(camera.deviceSerial, true)
      yield* Live.disableAddress({ ...camera, urlId: id })
      assert.strictEqual((yield* get(address)).status, 403)
    }).pipe(Effect.provide(env()))
  )
})
