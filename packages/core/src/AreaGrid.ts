/**
 * The part of a picture that a detector watches: a grid of cells, row by row from the top. A row is a number whose
 * binary digits are its cells, the leftmost cell the highest digit: with three columns, 6 is `110`, the first two.
 *
 * How many columns there are is the device's business: ask it.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Wire from "./Wire.js"

/**
 * A grid, cell by cell: `true` is watched. The top row comes first, and in it the left cell.
 *
 * @since 0.1.0
 * @category models
 */
export type Cells = ReadonlyArray<ReadonlyArray<boolean>>

/**
 * The cells of the rows, or `undefined` where a row does not fit so many columns.
 *
 * @example
 * ```ts
 * import { AreaGrid } from "@effect-ezviz/core"
 *
 * AreaGrid.toCells([1, 6], 3)
 * // [[false, false, true], [true, true, false]]
 * ```
 *
 * @since 0.1.0
 * @category conversions
 */
export const toCells = (rows: ReadonlyArray<number>, columns: number): Cells | undefined =>
  rows.every((row) => isRow(row) && row < 2 ** columns)
    ? rows.map((row) =>
        Array.from(
          { length: columns },
          (_, column) => Math.floor(row / 2 ** (columns - 1 - column)) % 2 === 1
        )
      )
    : undefined

/**
 * The numbers of the rows. A row that is shorter than the longest one ends with cells that are not watched.
 *
 * @since 0.1.0
 * @category conversions
 */
export const fromCells = (cells: Cells): ReadonlyArray<number> => {
  const columns = Math.max(0, ...cells.map((row) => row.length))
  return cells.map((row) =>
    row.reduce((sum, watched, column) => sum + (watched ? 2 ** (columns - 1 - column) : 0), 0)
  )
}

const isRow = (value: number) => Number.isSafeInteger(value) && value >= 0

const Row = /*#__PURE__*/ Schema.Number.pipe(
  /*#__PURE__*/ Schema.filter(isRow, {
    description: "a row of the grid as a whole number, not below 0",
    jsonSchema: { type: "integer", minimum: 0 },
    arbitrary: () => (fc) => fc.nat()
  })
)

const split = (text: string) => text.split(",").map((row) => (row.trim() === "" ? Number.NaN : Number(row)))

/**
 * For parameters: the rows, at least one, sent as `8,8,8`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Input: Schema.Schema<ReadonlyArray<number>, string> = /*#__PURE__*/ Schema.transform(
  Schema.String,
  /*#__PURE__*/ Schema.Array(Row).pipe(
    /*#__PURE__*/ Schema.minItems(1, { description: "the rows of the grid, at least one" })
  ),
  { strict: true, decode: split, encode: (rows) => rows.join() }
)

/**
 * For answers: the rows, which come as a list of numbers.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Output: Wire.Reads<ReadonlyArray<number>> = /*#__PURE__*/ Schema.transform(
  Schema.Unknown,
  /*#__PURE__*/ Wire.list(/*#__PURE__*/ Schema.compose(Wire.Integer, Row)),
  {
    strict: true,
    decode: (wire) => (typeof wire === "string" && wire !== "" ? wire.split(",") : wire),
    encode: (rows) => rows
  }
).annotations({ jsonSchema: { type: "array", items: { type: "integer" } } })
