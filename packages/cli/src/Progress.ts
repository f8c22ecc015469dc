/**
 * Work that takes a while, as it goes on.
 *
 * @since 0.1.0
 */
import * as Console from "effect/Console"
import type * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Output from "./Output.js"

const width = 30

const line = ({ percent, status }: Step): string => {
  const done = Math.round((Math.min(Math.max(percent ?? 0, 0), 100) / 100) * width)
  return percent === undefined
    ? String(status)
    : `[${"#".repeat(done)}${".".repeat(width - done)}] ${String(percent).padStart(3)} %  ${status}`
}

interface Step {
  readonly status: string | number
  readonly percent?: number
}

/**
 * Prints how far a long work is, and gives its last step: a line for each step on standard error, or lines of JSON on
 * standard output.
 *
 * @since 0.1.0
 * @category printing
 */
export const follow = <A extends Step, E, R>(
  steps: Stream.Stream<A, E, R>,
  options: { readonly ndjson: boolean }
): Effect.Effect<A | undefined, E, R> =>
  steps.pipe(
    Stream.tap((step) => (options.ndjson ? Console.log(Output.json(step)) : Console.error(line(step)))),
    Stream.runFold(undefined as A | undefined, (_, step) => step)
  )
