/**
 * What a camera sees: a picture that says which device took it, and when.
 *
 * @since 0.1.0
 */
import { createCipheriv, createHash } from "node:crypto"
import { encode } from "jpeg-js"
import * as Font from "./internal/font.js"

const width = 640
const height = 360
const scale = 4
const margin = 24

/** A colour of its own for each device, dark enough for white letters. */
const colourOf = (text: string): readonly [number, number, number] => {
  const digest = createHash("sha256").update(text).digest()
  return [(digest[0] ?? 0) % 96, (digest[1] ?? 0) % 96, 48 + ((digest[2] ?? 0) % 96)]
}

/**
 * A JPEG with lines of text.
 *
 * @since 0.1.0
 * @category constructors
 */
export const jpeg = (lines: ReadonlyArray<string>): Uint8Array => {
  const data = new Uint8Array(width * height * 4)
  const paint = (x: number, y: number, [red, green, blue]: readonly [number, number, number]) => {
    if (x >= width || y >= height) return
    const at = (y * width + x) * 4
    data[at] = red
    data[at + 1] = green
    data[at + 2] = blue
    data[at + 3] = 255
  }
  const [red, green, blue] = colourOf(lines[0] ?? "")
  for (let y = 0; y < height; y++) {
    const light = Math.round((60 * y) / height)
    for (let x = 0; x < width; x++) paint(x, y, [red + light, green + light, blue + light])
  }
  lines.forEach((line, row) => {
    const top = margin + row * (Font.height + 4) * scale
    ;[...line].forEach((character, column) => {
      const left = margin + column * (Font.width + 1) * scale
      Font.glyph(character).forEach((bits, dotY) => {
        for (let dotX = 0; dotX < Font.width; dotX++) {
          if ((bits & (1 << (Font.width - 1 - dotX))) === 0) continue
          for (let y = 0; y < scale; y++) {
            for (let x = 0; x < scale; x++) {
              paint(left + dotX * scale + x, top + dotY * scale + y, [255, 255, 255])
            }
          }
        }
      })
    })
  })
  return new Uint8Array(encode({ data, width, height }, 70).data)
}

const padded = (text: string) => {
  const bytes = Buffer.alloc(16)
  bytes.write(text, "utf8")
  return bytes
}

const initial = padded("01234567")

const md5 = (text: string) => createHash("md5").update(text).digest("hex")

/**
 * A picture as a device with video encryption stores it: a mark, a digest of its verification code to know the right
 * one by, and the picture under AES-128-CBC.
 *
 * @since 0.1.0
 * @category conversions
 */
export const encrypt = (picture: Uint8Array, validateCode: string): Uint8Array => {
  const cipher = createCipheriv("aes-128-cbc", padded(validateCode), initial)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("hikencodepicture", "utf8"),
      Buffer.from(md5(md5(validateCode)), "utf8"),
      cipher.update(picture),
      cipher.final()
    ])
  )
}

const packetBytes = 188
const headerBytes = 4

/**
 * A transport stream as it comes of a device with video encryption to who gave a wrong verification code, or none: its
 * packets are there, and nothing in them can be read.
 *
 * @since 0.1.0
 * @category conversions
 */
export const scramble = (stream: Uint8Array, validateCode: string): Uint8Array => {
  const cipher = createCipheriv("aes-128-ctr", padded(validateCode), initial)
  const scrambled = new Uint8Array(stream)
  for (let at = 0; at < stream.length; at += packetBytes) {
    scrambled.set(cipher.update(stream.subarray(at + headerBytes, at + packetBytes)), at + headerBytes)
  }
  return scrambled
}
