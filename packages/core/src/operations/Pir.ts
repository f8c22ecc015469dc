/**
 * Chapter "Device Switch": the area in which a PIR sensor looks for warm bodies.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as AreaGrid from "../AreaGrid.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Wire from "../Wire.js"
import * as errors from "./errors.js"

// The area

/** As many columns as the bits of a positive integer of the vendor's. */
const maxColumns = 31

/** The cells of rows that are whole numbers: in the columns that are said, and in more where a row needs them. */
const cellsOf = (rows: ReadonlyArray<number>, columns: number): AreaGrid.Cells =>
  AreaGrid.toCells(rows, Math.max(columns, ...rows.map((row) => row.toString(2).length))) ?? []

const sameRows = (one: AreaGrid.Cells, other: AreaGrid.Cells): boolean =>
  String(AreaGrid.fromCells(one)) === String(AreaGrid.fromCells(other))

/** On the wire, columns at the left in which nothing is watched cannot be told from no columns. */
const CellsFromSelf: Schema.Schema<AreaGrid.Cells> = /*#__PURE__*/ Schema.Array(
  /*#__PURE__*/ Schema.Array(Schema.Boolean)
).pipe(
  /*#__PURE__*/ Schema.filter(
    (rows) => {
      const width = rows[0]?.length ?? 0
      return width >= 1 && width <= maxColumns && rows.every((row) => row.length === width)
    },
    {
      description: `rows of cells, all of the same length, which is 1 to ${maxColumns}`,
      equivalence: () => sameRows,
      arbitrary: () => (fc) =>
        fc.integer({ min: 1, max: maxColumns }).chain((columns) =>
          fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
            minLength: 1,
            maxLength: 8
          })
        )
    }
  )
)

// setArea

const SetAreaPayload = /*#__PURE__*/ Schema.Struct({
  ...Field.target,
  /**
   * All cells of the grid, `true` where one is watched: the rows from the top, each from the left. How many rows and
   * columns there are, `getArea` tells.
   */
  area: /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.String.pipe(/*#__PURE__*/ Schema.pattern(/^\d{1,10}(,\d{1,10})*$/)),
    CellsFromSelf,
    {
      strict: true,
      decode: (wire) => cellsOf(wire.split(",").map(Number), 1),
      encode: (area) => AreaGrid.fromCells(area).join(",")
    }
  )
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetAreaInput extends Schema.Schema.Type<typeof SetAreaPayload> {}

/** Printed as "Subscription failed." here; everywhere else it is a command that is not supported. */
const areaErrors = {
  ...errors.device,
  ...errors.reach,
  "60020": ApiError.CommandNotSupported
}

const areaReported = { "20032": ApiError.ChannelNotFound }

const evidence = "It takes a channelNo; the tables of its siblings that take one have the code."

/**
 * @since 0.1.0
 * @category errors
 */
export type SetAreaError = Operation.ErrorOf<typeof areaErrors & typeof areaReported>

/**
 * Says in which cells of its grid the sensor looks for warm bodies. A grid that is not the device's is the caller's
 * mistake: read `getArea` first, and change its cells.
 *
 * Source: "Device Switch", Set configuration of pir area.
 *
 * @since 0.1.0
 * @category operations
 */
export const setArea: Operation.Operation<SetAreaInput, void, SetAreaError> = /*#__PURE__*/ Operation.make({
  id: "pir.setArea",
  section: "Device Switch",
  lines: [2048, 2103],
  method: "POST",
  path: "/api/lapp/device/pir/set",
  semantics: "idempotent",
  payload: SetAreaPayload,
  success: Wire.Nothing,
  errors: areaErrors,
  reported: areaReported,
  evidence
})

// getArea

const GetAreaPayload = /*#__PURE__*/ Schema.Struct(Field.target)

/**
 * @since 0.1.0
 * @category models
 */
export interface GetAreaInput extends Schema.Schema.Type<typeof GetAreaPayload> {}

const fields = {
  deviceSerial: Wire.Text,
  channelNo: /*#__PURE__*/ Wire.optional(Wire.Integer),
  /** How many rows the grid has. */
  rows: Wire.Integer,
  /** How many columns the grid has. */
  columns: /*#__PURE__*/ Wire.Integer.pipe(/*#__PURE__*/ Schema.between(0, maxColumns))
}

/** The table spells the serial number in a way of its own. */
const names = { deviceSerial: ["deviceSerial", "devceSerial"] } as const

const RowNumber = /*#__PURE__*/ Wire.Integer.pipe(/*#__PURE__*/ Schema.between(0, 2 ** maxColumns - 1))

const Row = /*#__PURE__*/ Schema.Array(Schema.Boolean).pipe(/*#__PURE__*/ Schema.maxItems(maxColumns))

const AreaResult = /*#__PURE__*/ Schema.transform(
  /*#__PURE__*/ Wire.result({ ...fields, area: /*#__PURE__*/ Wire.list(RowNumber) }, names),
  /*#__PURE__*/ Schema.typeSchema(
    /*#__PURE__*/ Wire.result({
      ...fields,
      /** Every row of the grid from the top, with its cells from the left: `true` where a cell is watched. */
      area: /*#__PURE__*/ Schema.Array(Row)
    })
  ),
  {
    strict: true,
    decode: (wire) => ({ ...wire, area: cellsOf(wire.area, wire.columns) }),
    encode: (value) => ({ ...value, area: AreaGrid.fromCells(value.area) })
  }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface PirArea extends Schema.Schema.Type<typeof AreaResult> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetAreaError = Operation.ErrorOf<typeof areaErrors & typeof areaReported>

/**
 * The grid of the sensor, and in which of its cells it looks for warm bodies.
 *
 * Source: "Device Switch", Get configuration of pir area.
 *
 * @since 0.1.0
 * @category operations
 */
export const getArea: Operation.Operation<GetAreaInput, PirArea, GetAreaError> = /*#__PURE__*/ Operation.make(
  {
    id: "pir.getArea",
    section: "Device Switch",
    lines: [2104, 2175],
    method: "POST",
    path: "/api/lapp/device/pir/get",
    semantics: "read",
    payload: GetAreaPayload,
    success: AreaResult,
    errors: areaErrors,
    reported: areaReported,
    evidence
  }
)
