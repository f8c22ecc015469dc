/**
 * How the vendor writes values, and how we read them: flags that come as `1`, `"1"` or `true`, numbers in strings,
 * `null` for nothing, names spelt in two ways, fields nobody documented.
 *
 * Every schema here decodes what was seen in the field and encodes what the documentation shows.
 *
 * @since 0.1.0
 */
import type * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"
import type { Page } from "./Operation.js"

/**
 * Parameters as they travel, by their wire names. One that is `undefined` is not sent.
 *
 * @since 0.1.0
 * @category models
 */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * Annotates a schema with what travels, where that is not what the schema reads: an object by its wire names, the one
 * documented form of many. A function, since few programs ever ask: those that write documents.
 *
 * @since 0.1.0
 * @category annotations
 */
export const Shape: unique symbol = Symbol.for("@effect-ezviz/core/Wire/Shape")

/**
 * @since 0.1.0
 * @category annotations
 */
export type Shape = () => AST.AST

/**
 * A schema for something on the wire: decodes every form that was seen of it, encodes the documented one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Reads<in out A> extends Schema.Schema<A, unknown> {}

/** What the wire holds in detail is of no use to a type: any of it may come. */
const reads = <A, I>(schema: Schema.Schema<A, I>, jsonSchema?: object): Reads<A> =>
  Schema.make<A, unknown>(schema.annotations(jsonSchema === undefined ? {} : { jsonSchema }).ast)

// Scalars

/**
 * A text; `null` reads as the empty one.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Text: Reads<string> = /*#__PURE__*/ reads(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.NullOr(/*#__PURE__*/ Schema.Union(Schema.String, Schema.Number)),
    Schema.String,
    { strict: true, decode: (wire) => (wire === null ? "" : String(wire)), encode: (text) => text }
  ),
  { type: "string" }
)

/**
 * A text that is not empty, for optional fields: there, nothing and the empty text are the same.
 *
 * @since 0.1.0
 * @category schemas
 */
export const NonEmptyText: Reads<string> = /*#__PURE__*/ reads(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.Union(Schema.String, Schema.Number),
    Schema.NonEmptyString,
    { strict: true, decode: String, encode: (text) => text }
  ),
  { type: "string", minLength: 1 }
)

/** Reads a number that may come as a string, and leaves anything else for the schema to refuse. */
const numeric = (wire: string | number): number =>
  typeof wire === "number" ? wire : /^\s*-?\d+(\.\d+)?\s*$/.test(wire) ? Number(wire) : Number.NaN

const integer = (encode: (value: number) => string | number): Reads<number> =>
  reads(
    Schema.transform(Schema.Union(Schema.Number, Schema.String), Schema.Int, {
      strict: true,
      decode: numeric,
      encode
    }),
    { type: typeof encode(0) === "string" ? "string" : "integer" }
  )

/**
 * A whole number, which may come as a string.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Integer: Reads<number> = /*#__PURE__*/ integer((value) => value)

/**
 * A whole number whose documented form is a string.
 *
 * @since 0.1.0
 * @category schemas
 */
export const IntegerText: Reads<number> = /*#__PURE__*/ integer(String)

const truthy = (wire: string | number | boolean): boolean =>
  wire === true || wire === 1 || (typeof wire === "string" && /^\s*(1|true)\s*$/i.test(wire))

const flag = (on: string | number | boolean, off: string | number | boolean): Reads<boolean> =>
  reads(
    Schema.transform(
      Schema.Union(Schema.Literal(0, 1), Schema.Boolean, Schema.Literal("0", "1", "true", "false")),
      Schema.Boolean,
      { strict: false, decode: truthy, encode: (value: boolean) => (value ? on : off) }
    ),
    typeof on === "boolean"
      ? { type: "boolean" }
      : { type: typeof on === "string" ? "string" : "integer", enum: [on, off] }
  )

/**
 * Yes or no, written `1` or `0`; reads `"1"` and `true` as well.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Flag: Reads<boolean> = /*#__PURE__*/ flag(1, 0)

/**
 * Yes or no, written `"1"` or `"0"`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FlagText: Reads<boolean> = /*#__PURE__*/ flag("1", "0")

/**
 * Yes or no, written `true` or `false`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Bool: Reads<boolean> = /*#__PURE__*/ flag(true, false)

/** The last millisecond that a date can hold. */
const lastInstant = 8.64e15

/**
 * An instant, written as milliseconds since 1970.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EpochMillis: Reads<DateTime.Utc> = /*#__PURE__*/ reads(
  /*#__PURE__*/ Schema.compose(
    /*#__PURE__*/ Schema.transform(
      /*#__PURE__*/ Schema.Union(Schema.Number, Schema.String),
      /*#__PURE__*/ Schema.Int.pipe(/*#__PURE__*/ Schema.between(-lastInstant, lastInstant)),
      { strict: true, decode: numeric, encode: (value) => value }
    ),
    Schema.DateTimeUtcFromNumber
  ),
  { type: "integer", description: "milliseconds since 1970" }
)

/**
 * A duration, written as whole seconds.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Seconds: Reads<Duration.Duration> = /*#__PURE__*/ reads(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.compose(Integer, Schema.NonNegativeInt),
    /*#__PURE__*/ Schema.DurationFromSelf.annotations({
      arbitrary: () => (fc) => fc.nat().map(Duration.seconds)
    }),
    { strict: true, decode: Duration.seconds, encode: Duration.toSeconds }
  ),
  { type: "integer", description: "seconds" }
)

/**
 * A secret text. An address with a signature in it is one: whoever has it can see the picture.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SecretText: Reads<Redacted.Redacted<string>> = /*#__PURE__*/ reads(
  /*#__PURE__*/ Schema.Redacted(Schema.String),
  { type: "string", format: "password" }
)

// Compound shapes

/**
 * A field that may be missing; `null` and the empty text read as missing too.
 *
 * @since 0.1.0
 * @category combinators
 */
export const optional = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { exact: true })

/** What the documentation does not know of. */
const Extra = /*#__PURE__*/ Schema.Record({ key: Schema.String, value: Schema.Unknown })

/** What a result decodes to: its fields, and under `extra` what it is not described to have. */
type WithExtra<Fields extends Schema.Struct.Fields> = {
  readonly [K in keyof Schema.Struct.Type<Fields>]: Schema.Struct.Type<Fields>[K]
} & {
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: RawRecord
}

type RawRecord = { readonly [name: string]: unknown }

const isNothing = (value: unknown) => value === undefined || value === null || value === ""

/**
 * An object in an answer. Fields that are not described are kept under `extra`, which is there only when there are
 * some. `wire` names the fields whose wire name is not their own; the first name is written, all are read.
 *
 * @since 0.1.0
 * @category combinators
 */
export const result = <Fields extends Schema.Struct.Fields>(
  fields: Fields,
  wire: { readonly [K in keyof Fields]?: readonly [string, ...Array<string>] } = {}
): Reads<WithExtra<Fields>> => {
  const names = new Map<string, readonly [string, ...Array<string>]>()
  const optionals = new Set<string>()
  for (const key of Object.keys(fields)) {
    names.set(key, wire[key] ?? [key])
    const field = fields[key]
    if (Schema.isPropertySignature(field) && "isOptional" in field.ast && field.ast.isOptional) {
      optionals.add(key)
    }
  }
  const known = new Set([...names.values()].flat())
  const extra = Extra.annotations({
    arbitrary: () => (fc) =>
      fc.dictionary(
        fc.string().filter((name) => !known.has(name) && name !== "__proto__"),
        fc.jsonValue(),
        { minKeys: 1, maxKeys: 3 }
      )
  })
  const schema = Schema.transform(
    Extra,
    Schema.Struct({ ...fields, extra: Schema.optionalWith(extra, { exact: true }) }),
    {
      strict: false,
      decode: (raw: RawRecord) => {
        const out: Record<string, unknown> = {}
        for (const [key, [first, ...others]] of names) {
          const name = Object.hasOwn(raw, first)
            ? first
            : (others.find((n) => Object.hasOwn(raw, n)) ?? first)
          const value = raw[name]
          if (value === undefined || (optionals.has(key) && isNothing(value))) continue
          out[key] = value
        }
        const rest = Object.entries(raw).filter(([name]) => !known.has(name))
        return rest.length === 0 ? out : { ...out, extra: Object.fromEntries(rest) }
      },
      encode: ({ extra: rest, ...out }: { readonly extra?: RawRecord; readonly [key: string]: unknown }) => {
        const raw: Record<string, unknown> = { ...rest }
        for (const [key, [name]] of names) if (out[key] !== undefined) raw[name] = out[key]
        return raw
      }
    }
  ).annotations({
    [Shape]: () =>
      Schema.Struct(
        Object.fromEntries(Object.entries(fields).map(([key, field]) => [names.get(key)?.[0] ?? key, field]))
      ).ast
  })
  return Schema.make<WithExtra<Fields>, unknown>(schema.ast)
}

/**
 * A list; `null`, nothing and an empty object read as the empty one.
 *
 * @since 0.1.0
 * @category combinators
 */
export const list = <A, I>(item: Schema.Schema<A, I>): Reads<ReadonlyArray<A>> =>
  Schema.transform(Schema.Unknown, Schema.Array(item), {
    strict: false,
    decode: (wire: unknown) =>
      isNothing(wire) ||
      (typeof wire === "object" && wire !== null && !Array.isArray(wire) && Object.keys(wire).length === 0)
        ? []
        : wire,
    encode: (items: unknown) => items
  }).annotations({ [Shape]: () => Schema.Array(item).ast })

/**
 * What a command answers: nothing, whatever the vendor puts there.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Nothing: Reads<void> = /*#__PURE__*/ Schema.transform(Schema.Unknown, Schema.Void, {
  strict: false,
  decode: () => undefined,
  encode: () => undefined
}).annotations({ [Shape]: () => Schema.Void.ast })

const PageInfo = /*#__PURE__*/ result({
  total: /*#__PURE__*/ optional(Integer),
  page: /*#__PURE__*/ optional(Integer),
  size: /*#__PURE__*/ optional(Integer)
})

/**
 * A page of a list, from the `data` and the `page` of the answer. A page object that is missing, or is none, leaves
 * its figures out.
 *
 * @since 0.1.0
 * @category combinators
 */
export const page = <A, I>(item: Schema.Schema<A, I>): Reads<Page<A>> =>
  reads(
    Schema.transform(
      Schema.Struct({ data: Schema.Unknown, page: Schema.Unknown }),
      Schema.Struct({
        items: list(item),
        total: Schema.optionalWith(Schema.Int, { exact: true }),
        pageStart: Schema.optionalWith(Schema.Int, { exact: true }),
        pageSize: Schema.optionalWith(Schema.Int, { exact: true })
      }),
      {
        strict: false,
        decode: (wire: { readonly data: unknown; readonly page: unknown }) => {
          const info = decodePageInfo(wire.page)
          return {
            items: wire.data,
            ...(info.total !== undefined && { total: info.total }),
            ...(info.page !== undefined && { pageStart: info.page }),
            ...(info.size !== undefined && { pageSize: info.size })
          }
        },
        encode: ({
          items,
          pageSize,
          pageStart,
          total
        }: Omit<Page<unknown>, "items"> & { readonly items: unknown }) => ({
          data: items,
          page: { total, page: pageStart, size: pageSize }
        })
      }
    ).annotations({ [Shape]: () => Schema.Struct({ data: Schema.Array(item), page: PageInfo }).ast })
  )

const decodePageInfo = (wire: unknown): Schema.Schema.Type<typeof PageInfo> => {
  const decoded = Schema.decodeUnknownOption(PageInfo)(wire)
  return decoded._tag === "Some" ? decoded.value : {}
}
