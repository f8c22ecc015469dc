import { Effect, Queue } from "effect"
import { listening } from "./listening.js"

export interface Received {
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly body: string
}

/** How a webhook answers: as documented, with another status, without the messageId, or not at all. */
export type Answer = "echo" | "500" | "no id" | "silence"

/** A webhook that answers as told, one push after the other, and the last answer for ever. */
export const receiver = (...answers: [...ReadonlyArray<Answer>, Answer]) =>
  Effect.gen(function* () {
    const received = yield* Queue.unbounded<Received>()
    let count = 0
    const origin = yield* listening((request, response) => {
      const chunks: Array<Buffer> = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString()
        const answer = answers[Math.min(count++, answers.length - 1)]
        if (answer === "echo") response.end(JSON.stringify({ messageId: JSON.parse(body).header.messageId }))
        if (answer === "500") response.writeHead(500).end(body)
        if (answer === "no id") response.end("ok")
        Queue.unsafeOffer(received, { headers: request.headers, body })
      })
    })
    return { url: `${origin}/webhook`, received }
  })
