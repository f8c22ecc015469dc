/**
 * What goes to standard output: tables for people, JSON for scripts.
 *
 * @since 0.1.0
 */
import * as Options from "@effect/cli/Options"
import * as Terminal from "@effect/platform/Terminal"
import * as Chunk from "effect/Chunk"
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import stringWidth from "string-width"
import * as Style from "./Style.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Format {
  readonly json: boolean
  readonly ndjson: boolean
}

/**
 * The options that choose the format, for every command that prints data.
 *
 * @since 0.1.0
 * @category options
 */
export const format = {
  json: Options.boolean("json").pipe(Options.withDescription("Print one JSON document.")),
  ndjson: Options.boolean("ndjson").pipe(Options.withDescription("Print a line of JSON for each item."))
}

/**
 * The columns of a table: a title, and what stands below it.
 *
 * @since 0.1.0
 * @category models
 */
export type Columns<A> = Readonly<Record<string, (item: A) => string | number | boolean | undefined>>

/**
 * A value as a terminal may see it: a control character in a name that somebody gave a device must not reach it.
 *
 * @since 0.1.0
 * @category conversions
 */
export const printable = (value: string | number | boolean | undefined): string => {
  if (value === undefined) return ""
  if (typeof value === "boolean") return value ? "yes" : "no"
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return String(value).replace(/[\u0000-\u001f\u007f-\u009f]/g, "·")
}

/** Narrower than this, a cell says nothing any more. */
const narrowest = 6

const graphemes = new Intl.Segmenter()

/** As much of a text as has room. */
const cut = (text: string, room: number): string => {
  if (stringWidth(text) <= room) return text
  let kept = ""
  let width = 1
  for (const { segment } of graphemes.segment(text)) {
    width += stringWidth(segment)
    if (width > room) break
    kept += segment
  }
  return `${kept}…`
}

/** The widths of columns that share a line: the widest give way. */
const fitted = (widths: ReadonlyArray<number>, room: number): ReadonlyArray<number> => {
  const fit = [...widths]
  const spare = room - 2 * (fit.length - 1)
  while (fit.reduce((sum, width) => sum + width, 0) > spare) {
    const widest = Math.max(...fit)
    if (widest <= narrowest) break
    fit[fit.indexOf(widest)] = widest - 1
  }
  return fit
}

/**
 * Items as a table for a terminal that is so wide; 0 where there is no end to a line.
 *
 * @since 0.1.0
 * @category conversions
 */
export const table = <A>(columns: Columns<A>, items: ReadonlyArray<A>, room: number): string => {
  const titles = Object.keys(columns)
  const rows = items.map((item) => titles.map((title) => printable(columns[title]?.(item))))
  const wanted = titles.map((title, column) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[column] ?? "")))
  )
  const widths = room === 0 ? wanted : fitted(wanted, room)
  const line = (row: ReadonlyArray<string>) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        const shown = cut(cell, width)
        return shown + " ".repeat(width - stringWidth(shown))
      })
      .join("  ")
      .trimEnd()
  return [Style.bold(line(titles)), ...rows.map(line)].join("\n")
}

/**
 * A value as JSON. Secrets read `<redacted>`, unless they are what was asked for.
 *
 * @since 0.1.0
 * @category conversions
 */
export const json = (
  value: unknown,
  options: { readonly secrets?: boolean; readonly indent?: number } = {}
): string =>
  JSON.stringify(
    value,
    // The holder still has the secret, of which `each` is only what it says in JSON.
    function (this: Readonly<Record<string, unknown>>, key, each: unknown) {
      const held = this[key]
      return Redacted.isRedacted(held) && options.secrets === true ? Redacted.value(held) : each
    },
    options.indent
  )

/**
 * Prints one JSON document, on one line as `--ndjson` wants it.
 *
 * @since 0.1.0
 * @category printing
 */
export const document = (value: unknown, { ndjson }: Format): Effect.Effect<void> =>
  Console.log(json(value, ndjson ? {} : { indent: 2 }))

/**
 * Prints the items of a stream. Lines of JSON come as the items do.
 *
 * @since 0.1.0
 * @category printing
 */
export const items = <A, E, R>(
  stream: Stream.Stream<A, E, R>,
  { json: asJson, ndjson }: Format,
  columns: Columns<A>
): Effect.Effect<void, E, R | Terminal.Terminal> =>
  ndjson
    ? Stream.runForEach(stream, (item) => Console.log(json(item)))
    : Effect.flatMap(Stream.runCollect(stream), (chunk) => {
        const all = Chunk.toReadonlyArray(chunk)
        if (asJson) return Console.log(json(all, { indent: 2 }))
        return all.length === 0
          ? Console.error("Nothing found.")
          : Effect.flatMap(Terminal.Terminal, (terminal) =>
              Effect.flatMap(terminal.columns, (room) => Console.log(table(columns, all, room)))
            )
      })

/**
 * Prints one thing: a line for each of its facts, or JSON.
 *
 * @since 0.1.0
 * @category printing
 */
export const one = <A>(value: A, format: Format, facts: Columns<A>): Effect.Effect<void> => {
  if (format.json || format.ndjson) return document(value, format)
  const width = Math.max(...Object.keys(facts).map((name) => name.length))
  return Console.log(
    Object.entries(facts)
      .map(([name, fact]) => `${name.padEnd(width)}  ${printable(fact(value))}`)
      .join("\n")
  )
}

/**
 * An instant as people read it: local time, to the second.
 *
 * @since 0.1.0
 * @category conversions
 */
export const instant = (at: DateTime.DateTime | undefined): string | undefined =>
  at === undefined ? undefined : DateTime.formatLocal(at, { dateStyle: "short", timeStyle: "medium" })
