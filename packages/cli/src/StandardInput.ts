/**
 * What is piped into a command.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"

/**
 * All of it, as text. To be read once.
 *
 * @since 0.1.0
 * @category inputs
 */
export const text: Effect.Effect<string> = Effect.promise(async () => {
  const chunks: Array<Buffer> = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString("utf8")
})
