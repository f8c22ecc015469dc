/**
 * Colours, where they are wanted: at a terminal, unless `NO_COLOR` or `TERM=dumb` says otherwise.
 *
 * @since 0.1.0
 */
import { stripVTControlCharacters } from "node:util"
import * as Terminal from "@effect/platform/Terminal"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

/**
 * @since 0.1.0
 * @category styles
 */
export const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`

const isColoured = (stream: NodeJS.WriteStream): boolean => stream.isTTY && stream.hasColors()

const plain = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  values.map((value) => (typeof value === "string" ? stripVTControlCharacters(value) : value))

/** A prompt moves the cursor all the same. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const withoutColours = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, "")

/**
 * Takes the colours out of all that an effect prints where they are not wanted.
 *
 * @since 0.1.0
 * @category styles
 */
export const asWanted = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const console = yield* Console.consoleWith(Effect.succeed)
    const out = isColoured(process.stdout) ? undefined : plain
    const err = isColoured(process.stderr) ? undefined : plain
    const terminal = yield* Effect.serviceOption(Terminal.Terminal)
    const printing = Effect.withConsole(effect, {
      ...console,
      log: (...values) => console.log(...(out?.(values) ?? values)),
      error: (...values) => console.error(...(err?.(values) ?? values))
    })
    return yield* Option.isSome(terminal) && out !== undefined
      ? Effect.provideService(printing, Terminal.Terminal, {
          ...terminal.value,
          display: (text) => terminal.value.display(withoutColours(text))
        })
      : printing
  })
