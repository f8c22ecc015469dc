/**
 * A documented table of numbers, each with a name that a person understands. Names in the program, numbers on the
 * wire; a number that the documentation does not list stays readable as itself.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Wire from "../Wire.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Enumeration<Name extends string> {
  /** The number of each name. */
  readonly values: { readonly [N in Name]: number }
  readonly names: ReadonlyArray<Name>
  /** The name of a number, which may come as a string. */
  readonly nameOf: (wire: number | string) => Name | undefined
  /** For parameters: one of the names, sent as its number. */
  readonly Input: Schema.Schema<Name, number>
  /** For parameters of a table that has gaps: one of the names, or a number that has none yet. */
  readonly OpenInput: Schema.Schema<Name | number, number>
  /** For parameters that are documented as a string with the number in it. */
  readonly InputText: Schema.Schema<Name, string>
  /** For answers: one of the names, or a number that has none yet. */
  readonly Output: Wire.Reads<Name | number>
  /** As `Output`, where the documented form is a string. */
  readonly OutputText: Wire.Reads<Name | number>
}

/**
 * Makes an enumeration of its table.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <const T extends { readonly [name: string]: number }>(
  values: T
): Enumeration<keyof T & string> => {
  type Name = keyof T & string
  const isName = (value: unknown): value is Name => typeof value === "string" && Object.hasOwn(values, value)
  const names = Object.keys(values).filter(isName)
  const byNumber = new Map(names.map((name): [number, Name] => [values[name] ?? Number.NaN, name]))
  const nameOf = (wire: number | string) => byNumber.get(Number(wire))
  const numberOf = (name: Name): number => values[name] ?? Number.NaN

  const quoted = names.map((name) => JSON.stringify(name))
  const oneOfThem =
    names.length > 20
      ? `one of ${names.length} names such as ${quoted.slice(0, 3).join(", ")}`
      : `one of ${quoted.join(", ")}`
  const Names = Schema.Literal(...names).annotations({ description: oneOfThem })
  /** Each number with its name; an open table has others besides. */
  const shape = (
    encode: (value: number) => number | string,
    open: boolean
  ): { [Wire.Shape]: Wire.Shape } => ({
    [Wire.Shape]: () => {
      const named = names.map((name) => ({ const: encode(numberOf(name)), title: name }))
      return Schema.Unknown.annotations({
        jsonSchema: {
          type: typeof encode(0) === "string" ? "string" : "integer",
          anyOf: open ? [...named, { title: "one that has no name yet" }] : named
        }
      }).ast
    }
  })
  const input = <W extends number | string>(wire: Schema.Schema<W>, encode: (value: number) => W) =>
    Schema.transform(wire, Names, {
      strict: false,
      decode: (value: W) => nameOf(value) ?? value,
      encode: (name: Name) => encode(numberOf(name))
    }).annotations(shape(encode, false))
  const Unlisted = Schema.Int.pipe(
    Schema.filter((value) => !byNumber.has(value), {
      arbitrary: () => (fc) => fc.integer().filter((value) => !byNumber.has(value))
    })
  )
  const known = (value: number): Name | number => byNumber.get(value) ?? value
  const wire = (value: Name | number): number => (isName(value) ? numberOf(value) : value)
  const output = (encode: (value: number) => number | string): Wire.Reads<Name | number> =>
    Schema.make<Name | number, unknown>(
      Schema.transform(Schema.Union(Schema.Number, Schema.NumberFromString), Schema.Union(Names, Unlisted), {
        strict: false,
        decode: known,
        encode: wire
      })
        .pipe((schema) =>
          encode(0) === 0
            ? schema
            : Schema.transform(Schema.Union(Schema.String, Schema.Number), schema, {
                strict: false,
                decode: (wire) => wire,
                encode: (wire: string | number) => encode(Number(wire))
              })
        )
        .annotations(shape(encode, true)).ast
    )

  return {
    values,
    names,
    nameOf,
    Input: input<number>(Schema.Number, (value) => value),
    // A number that does have a name is as good.
    OpenInput: Schema.transform(
      Schema.Number,
      Schema.Union(
        Names,
        Schema.Int.annotations({
          arbitrary: () => (fc) => fc.integer().filter((value) => !byNumber.has(value))
        })
      ).annotations({ description: `${oneOfThem}, or a number` }),
      { strict: false, decode: known, encode: wire }
    ).annotations(shape((value) => value, true)),
    InputText: input<string>(Schema.String, String),
    Output: output((value) => value),
    OutputText: output(String)
  }
}

/**
 * For parameters that hold several values of an enumeration: the names, at least one and each once, sent as `0,1`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const inputList = <Name extends string>(
  values: Enumeration<Name>
): Schema.Schema<ReadonlyArray<Name>, string> =>
  Schema.transform(
    Schema.String,
    Schema.Array(values.InputText).pipe(
      Schema.filter((names) => names.length > 0 && new Set(names).size === names.length, {
        description: `at least one of ${values.names.map((name) => JSON.stringify(name)).join(", ")}, each once`,
        arbitrary: () => (fc) => fc.subarray([...values.names], { minLength: 1 })
      })
    ),
    { strict: true, decode: (wire) => wire.split(","), encode: (numbers) => numbers.join() }
  )

/**
 * For answers that hold several values of an enumeration, written `0,1`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const outputList = <Name extends string>(
  values: Enumeration<Name>
): Wire.Reads<ReadonlyArray<Name | number>> =>
  Schema.make<ReadonlyArray<Name | number>, unknown>(
    Schema.transform(
      Schema.NullOr(Schema.Union(Schema.String, Schema.Number)),
      Schema.Array(values.OutputText),
      {
        strict: false,
        decode: (wire) =>
          String(wire ?? "")
            .split(",")
            .map((value) => value.trim())
            .filter((value) => value !== ""),
        encode: (numbers) => numbers.join()
      }
    ).annotations({ jsonSchema: { type: "string" } }).ast
  )
