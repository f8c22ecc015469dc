import { Stream } from "effect"

/** What an answer of server-sent events brings, event by event. */
export const sentEvents = (response: Response) =>
  Stream.fromReadableStream(() => response.body ?? new ReadableStream<Uint8Array>(), String).pipe(
    Stream.decodeText(),
    Stream.splitLines,
    Stream.filter((line) => line.startsWith("data: ")),
    Stream.map((line) => JSON.parse(line.slice(6)))
  )
