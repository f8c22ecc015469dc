/**
 * Work that takes a while, as it goes on.
 *
 * @since 0.1.0
 */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Output from "./Output.js"

const width = 30

/**
 * @since 0.1.0
 * @category models
 */
export interface Step {
  readonly status: string | number
  readonly percent?: number
}

/**
 * A step as a bar.
 *
 * @since 0.1.0
 * @category conversions
 */
export const bar = ({ percent, status }: Step): string => {
  if (percent === undefined) return String(status)
  const done = Math.round((Math.min(Math.max(percent, 0), 100) / 100) * width)
  return `[${"#".repeat(done)}${".".repeat(width - done)}] ${String(percent).padStart(3)} %  ${status}`
}

/** In the place of the one before. */
const draw = (step: Step) =>
  Effect.sync(() => {
    process.stderr.write(`\r\u001b[2K${bar(step)}`)
  })

/**
 * Tells how far a long work is, and gives its last step. At a terminal there is a bar on standard error, elsewhere a
 * line for each new status; with `ndjson` a line of JSON on standard output for each step, with `json` the last step.
 *
 * @since 0.1.0
 * @category printing
 */
export const follow = <A extends Step, E, R>(
  steps: Stream.Stream<A, E, R>,
  format: Output.Format
): Effect.Effect<A | undefined, E, R> => {
  const drawn = process.stderr.isTTY && !format.ndjson
  const tell = (step: A, last: A | undefined) => {
    if (format.ndjson) return Console.log(Output.json(step))
    if (drawn) return draw(step)
    return step.status === last?.status ? Effect.void : Console.error(String(step.status))
  }
  return steps.pipe(
    Stream.runFoldEffect(undefined as A | undefined, (last, step) => Effect.as(tell(step, last), step)),
    Effect.ensuring(drawn ? Console.error("") : Effect.void),
    Effect.tap((last) =>
      format.json && !format.ndjson ? Output.document(last ?? null, format) : Effect.void
    )
  )
}
