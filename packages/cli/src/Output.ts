/**
 * What goes to standard output: tables for people, JSON for scripts.
 *
 * @since 0.1.0
 */
import * as Options from "@effect/cli/Options"
import * as Chunk from "effect/Chunk"
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"

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

const table = <A>(columns: Columns<A>, items: ReadonlyArray<A>): string => {
  const titles = Object.keys(columns)
  const rows = items.map((item) => titles.map((title) => printable(columns[title]?.(item))))
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0))
  )
  return [titles, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()
    )
    .join("\n")
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
 * Prints the items of a stream. Lines of JSON come as the items do.
 *
 * @since 0.1.0
 * @category printing
 */
export const items = <A, E, R>(
  stream: Stream.Stream<A, E, R>,
  { json: asJson, ndjson }: Format,
  columns: Columns<A>
): Effect.Effect<void, E, R> =>
  ndjson
    ? Stream.runForEach(stream, (item) => Console.log(json(item)))
    : Effect.flatMap(Stream.runCollect(stream), (chunk) => {
        const all = Chunk.toReadonlyArray(chunk)
        if (asJson) return Console.log(json(all, { indent: 2 }))
        return all.length === 0 ? Console.error("Nothing found.") : Console.log(table(columns, all))
      })

/**
 * Prints one thing: a line for each of its facts, or JSON.
 *
 * @since 0.1.0
 * @category printing
 */
export const one = <A>(
  value: A,
  { json: asJson, ndjson }: Format,
  facts: Columns<A>
): Effect.Effect<void> => {
  if (asJson || ndjson) return Console.log(json(value, ndjson ? {} : { indent: 2 }))
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
