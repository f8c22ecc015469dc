import * as Effect from "effect/Effect"
import { BodyInterrupted, BodyTooLarge } from "../WebhookError.js"
import type { HeadersInput } from "./headers.js"
import { header } from "./headers.js"

/** The chunks as one, or the failure once they are longer than allowed; reading stops there. */
export const collect = (
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number
): Effect.Effect<Uint8Array, BodyTooLarge | BodyInterrupted> =>
  Effect.tryPromise({
    try: async () => {
      const parts: Array<Uint8Array> = []
      let length = 0
      for await (const chunk of chunks) {
        length += chunk.length
        if (length > limitBytes) return undefined
        parts.push(chunk)
      }
      return concat(parts, length)
    },
    catch: () => new BodyInterrupted()
  }).pipe(
    Effect.flatMap((body) =>
      body === undefined ? Effect.fail(new BodyTooLarge({ limitBytes })) : Effect.succeed(body)
    )
  )

const concat = (parts: ReadonlyArray<Uint8Array>, length: number): Uint8Array => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const body = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    body.set(part, offset)
    offset += part.length
  }
  return body
}

/** Refuses by the announced length, before a byte is read. */
export const checkLength = (headers: HeadersInput, limitBytes: number): Effect.Effect<void, BodyTooLarge> =>
  Number(header(headers, "content-length")) > limitBytes
    ? Effect.fail(new BodyTooLarge({ limitBytes }))
    : Effect.void
