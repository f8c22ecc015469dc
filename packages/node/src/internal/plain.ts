/**
 * Between core's values and plain ones, by one rule each way:
 *
 * - `Redacted<string>` is a `string`;
 * - `DateTime.Utc` is a `Date`;
 * - a property that is a `Duration` is a number of seconds, under a name that says so: `expireTime` is
 *   `expireTimeSeconds`;
 * - everything else is itself.
 *
 * `scripts/generate-facade.mjs` applies the same rule to types.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

/** The plain name of a property that holds a duration. */
const secondsName = (name: string) => `${name}Seconds`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

// From core

/**
 * What an answer was decoded to, in plain values.
 */
export const toPlain = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Redacted.isRedacted(value)) return Redacted.value(value)
  if (DateTime.isDateTime(value)) return DateTime.toDateUtc(value)
  if (Array.isArray(value)) return value.map(toPlain)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) =>
      Duration.isDuration(field) ? [secondsName(name), Duration.toSeconds(field)] : [name, toPlain(field)]
    )
  )
}

// To core

/**
 * Where in an input there is something to convert, and into what.
 */
export type Shape =
  | { readonly kind: "same" | "secret" | "instant" | "duration" }
  | { readonly kind: "list"; readonly item: Shape }
  | {
      readonly kind: "record"
      readonly fields: ReadonlyMap<string, Shape>
      readonly required?: ReadonlyArray<string>
    }

const same: Shape = { kind: "same" }

/** Two members of a union that both convert convert alike, or each the fields of its own. */
const merge = (one: Shape, other: Shape): Shape => {
  if (one.kind === "same") return other
  if (one.kind !== "record" || other.kind !== "record") return one
  const fields = new Map(one.fields)
  for (const [name, shape] of other.fields) fields.set(name, merge(fields.get(name) ?? same, shape))
  return { kind: "record", fields }
}

const declared: Readonly<Record<string, Shape>> = {
  "effect/Redacted": { kind: "secret" },
  "effect/DateTime.Utc": { kind: "instant" },
  "effect/Duration": { kind: "duration" }
}

const shapeOfAst = (ast: AST.AST): Shape => {
  switch (ast._tag) {
    case "Declaration": {
      const constructor = AST.getTypeConstructorAnnotation(ast)
      return constructor._tag === "Some" ? (declared[constructor.value._tag] ?? same) : same
    }
    case "Refinement":
      return shapeOfAst(ast.from)
    case "Transformation":
      return shapeOfAst(ast.to)
    case "Union":
      return ast.types.map(shapeOfAst).reduce(merge, same)
    case "TupleType":
      return {
        kind: "list",
        item: [...ast.elements, ...ast.rest].map(({ type }) => shapeOfAst(type)).reduce(merge, same)
      }
    case "TypeLiteral":
      return {
        kind: "record",
        fields: new Map(ast.propertySignatures.map(({ name, type }) => [String(name), shapeOfAst(type)]))
      }
    default:
      return same
  }
}

/**
 * What there is to convert in the values of a schema.
 */
export const shapeOf = <A, I>(schema: Schema.Schema<A, I>): Shape => shapeOfAst(AST.typeAST(schema.ast))

/**
 * The shape of a record with fields of its own besides those of another.
 */
export const record = (
  fields: Readonly<Record<string, "instant" | "duration">>,
  { base, required = [] }: { readonly base?: Shape; readonly required?: ReadonlyArray<string> } = {}
): Shape => ({
  kind: "record",
  fields: new Map([
    ...(base?.kind === "record" ? base.fields : []),
    ...Object.entries(fields).map(([name, kind]): [string, Shape] => [name, { kind }])
  ]),
  required
})

/**
 * Core's value of a plain one. What does not fit is left as it is, for the schema to refuse by its name; a property
 * that is `undefined` is left out.
 */
export const fromPlain = (shape: Shape, value: unknown): unknown => {
  switch (shape.kind) {
    case "same":
      return value
    case "secret":
      return typeof value === "string" ? Redacted.make(value) : value
    case "instant":
      return value instanceof Date && !Number.isNaN(value.getTime()) ? DateTime.unsafeFromDate(value) : value
    case "duration":
      return typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY
        ? Duration.seconds(value)
        : value
    case "list":
      return Array.isArray(value) ? value.map((item) => fromPlain(shape.item, item)) : value
    case "record": {
      if (!isRecord(value)) return value
      const durations = new Map(
        [...shape.fields]
          .filter(([, field]) => field.kind === "duration")
          .map(([name]) => [secondsName(name), name])
      )
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== undefined)
          .map(([plain, field]) => {
            const name = durations.get(plain)
            if (name !== undefined) return [name, fromPlain({ kind: "duration" }, field)]
            const shapeOfField = shape.fields.get(plain) ?? same
            // A duration without the unit in its name might be meant in any.
            return [plain, shapeOfField.kind === "duration" ? field : fromPlain(shapeOfField, field)]
          })
      )
    }
  }
}

/**
 * The first instant or duration of a record that is none, where no schema says so.
 */
export const misfit = (
  shape: Shape,
  value: unknown
): { readonly parameter: string; readonly expected: string } | undefined => {
  if (shape.kind !== "record") return undefined
  if (!isRecord(value)) return { parameter: "input", expected: "an object" }
  for (const [name, { kind }] of shape.fields) {
    const field = value[name]
    if (field === undefined && !shape.required?.includes(name)) continue
    if (kind === "duration" && !Duration.isDuration(field)) {
      return { parameter: name, expected: "a Duration that ends" }
    }
    if (kind === "instant" && !DateTime.isDateTime(field)) {
      return { parameter: name, expected: "a DateTime.Utc instance" }
    }
  }
  return undefined
}

/**
 * The plain name of a parameter that core names by its path.
 */
export const plainPath = (shape: Shape, path: string): string => {
  const [first = "", ...rest] = path.split(".")
  if (shape.kind === "list")
    return [first, ...(rest.length > 0 ? [plainPath(shape.item, rest.join("."))] : [])].join(".")
  if (shape.kind !== "record") return path
  const field = shape.fields.get(first) ?? same
  if (field.kind === "duration") return secondsName(first)
  return rest.length === 0 ? first : `${first}.${plainPath(field, rest.join("."))}`
}

const plainTerms: ReadonlyArray<readonly [core: string, plain: string]> = [
  ["a Redacted text", "a text"],
  ["a DateTime.Utc instance", "a valid Date"],
  ["a Duration", "a number of seconds"]
]

/**
 * What core expected, in the words of those who give plain values.
 */
export const plainExpected = (expected: string): string =>
  plainTerms.reduce((text, [core, plain]) => text.replace(core, plain), expected)
