import { createDecipheriv } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import { Device } from "@effect-ezviz/core"
import { Picture } from "@effect-ezviz/simulator"
import { DateTime, Effect, Redacted } from "effect"
import { decode } from "jpeg-js"
import { env } from "./household.js"

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
