import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { EzvizClient, type Operation, Operations } from "@effect-ezviz/core"
import { Arbitrary, Effect, FastCheck, Layer, SchemaAST } from "effect"
import { wireShape } from "../src/internal/wireShape.js"
import * as Cloud from "./cloud.js"

/** The documentation, operation by operation. */
interface Row {
  readonly id: string
  readonly section: string
  readonly lines: readonly [number, number]
  readonly method: string
  readonly path: string
  readonly host: string
  readonly auth: string
  readonly params: ReadonlyArray<{ readonly name: string; readonly in: string; readonly required: boolean }>
  readonly response: {
    readonly envelope: Operation.Family
    readonly fields: ReadonlyArray<{ readonly path: string }>
  }
  readonly codes: ReadonlyArray<{ readonly code: number; readonly http: number | null }>
}

const catalogue: ReadonlyArray<Row> = JSON.parse(
  readFileSync(new URL("../catalogue/operations.json", import.meta.url), "utf8")
)

const operations: ReadonlyMap<string, Operation.Operation.Any> = new Map(Object.entries(Operations.all))

const ofTheQuery = "The table of fields is the query's, which has none: the sample answers nothing."

/** Where an operation differs from the documentation on purpose, `id: what`, and why. */
const deliberate: Readonly<Record<string, string>> = {
  "detector.listLinkedIpcs: field data[].deviceSerial":
    "The table's name for what the sample calls detectorSerial: both are read, as detectorSerial.",
  "infrared.set: field data.deviceSerial": ofTheQuery,
  "infrared.set: field data.channelNo": ofTheQuery,
  "infrared.set: field data.enable": ofTheQuery,
  "motionDetect.getArea: host":
    "This one page prints the Chinese host in full; all others, and the setter beside it, ask the areaDomain."
}

// What an operation sends

interface Parameter {
  readonly in: string
  readonly required: boolean
}

const membersOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  ast._tag === "Union" ? ast.types.flatMap(membersOf) : [ast]

/** By wire name, over all variants: required is what every variant requires. */
const parametersOf = ({ auth, in: places, payload }: Operation.Operation.Any["definition"]) => {
  const variants = membersOf(wireShape(payload.ast)).map(SchemaAST.getPropertySignatures)
  const names = new Set(variants.flatMap((variant) => variant.map(({ name }) => String(name))))
  const parameters = new Map<string, Parameter>()
  for (const name of names) {
    parameters.set(name, {
      in: typeof places === "string" ? places : (places[name] ?? "no place"),
      required: variants.every((variant) =>
        variant.some((property) => property.name === name && !property.isOptional)
      )
    })
  }
  if (auth !== "none") parameters.set("accessToken", { in: auth, required: true })
  return parameters
}

// What an operation reads

/** `data[].deviceSerial` and the like, `data.*` for fields of any name; what is inside of texts and other leaves has no path. */
const pathsOf = (ast: SchemaAST.AST, path: string): ReadonlyArray<string> => {
  if (ast._tag === "Union") return ast.types.flatMap((member) => pathsOf(member, path))
  if (ast._tag === "TupleType") {
    return [path, ...[...ast.elements, ...ast.rest].flatMap(({ type }) => pathsOf(type, `${path}[]`))]
  }
  if (ast._tag === "TypeLiteral") {
    return [
      path,
      ...ast.propertySignatures.flatMap(({ name, type }) =>
        pathsOf(type, path === "" ? String(name) : `${path}.${String(name)}`)
      ),
      ...ast.indexSignatures.map(() => `${path}.*`)
    ]
  }
  return [path]
}

const fieldsOf = ({ reads, success }: Operation.Operation.Any["definition"]) =>
  new Set(pathsOf(wireShape(success.ast), reads === "data" ? "data" : ""))

/** Code, text and the objects around the data are of the envelope, which all operations share. */
const isEnvelope = (path: string) =>
  /^((body|result)\.)?(code|msg|status|meta(\..*)?|data(\[\])?|page|requestId)$/.test(path) ||
  path === "body" ||
  path === "result"

// The comparison

interface Comparison {
  readonly id: string
  readonly parameters: number
  readonly fields: number
  readonly codes: number
  readonly differences: ReadonlyArray<string>
}

const compare = (row: Row): Comparison => {
  const { definition } = operations.get(row.id) ?? {}
  const differences: Array<string> = []
  const same = (what: string, actual: unknown, expected: unknown) => {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      differences.push(`${row.id}: ${what}, ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`)
    }
  }
  const fields = row.response.fields.map(({ path }) => path).filter((path) => !isEnvelope(path))
  const codes = row.codes.map(({ code }) => String(code))
  if (definition === undefined) {
    differences.push(`${row.id}: missing`)
  } else {
    const parameters = parametersOf(definition)
    const known = fieldsOf(definition)
    same("method", definition.method, row.method)
    same("path", definition.path, row.path)
    same("section", definition.section, row.section)
    same("lines", definition.lines, row.lines)
    same("envelope", definition.family, row.response.envelope)
    same("host", definition.host, row.host === "areaDomain" ? "areaDomain" : "configured")
    same("auth", definition.auth, row.auth)
    for (const { in: place, name, required } of row.params) {
      same(`parameter ${name}`, parameters.get(name), { in: place, required })
    }
    for (const name of parameters.keys()) {
      if (!row.params.some((param) => param.name === name)) {
        differences.push(`${row.id}: parameter ${name}, undocumented`)
      }
    }
    for (const path of fields) {
      const field = path.replace(/^(body|result)\./, "")
      const isKnown = known.has(field) || known.has(field.replace(/^(\w+)\..*/, "$1.*"))
      if (!isKnown) differences.push(`${row.id}: field ${field}, missing`)
    }
    for (const code of codes) {
      const isSuccess = definition.successCodes.includes(code)
      if (Object.hasOwn(definition.errors, code) === isSuccess) {
        differences.push(`${row.id}: code ${code}, ${isSuccess ? "both" : "missing"}`)
      }
    }
    for (const code of Object.keys(definition.errors)) {
      if (!codes.includes(code)) differences.push(`${row.id}: code ${code}, undocumented`)
    }
  }
  return {
    id: row.id,
    parameters: row.params.length,
    fields: fields.length,
    codes: codes.length,
    differences
  }
}

const comparisons = catalogue.map(compare)
const keyOf = (difference: string) => difference.replace(/,.*$/, "")
const undeclared = comparisons
  .flatMap(({ differences }) => differences)
  .filter((difference) => !Object.hasOwn(deliberate, keyOf(difference)))

const table = (): string => {
  const rows = comparisons.map(({ codes, differences, fields, id, parameters }) =>
    [
      id.padEnd(30),
      String(parameters).padStart(10),
      String(fields).padStart(6),
      String(codes).padStart(5),
      `  ${differences.length === 0 ? "as documented" : differences.map((text) => text.slice(id.length + 2)).join("; ")}`
    ].join(" ")
  )
  const total = (count: (comparison: Comparison) => number) =>
    comparisons.reduce((sum, comparison) => sum + count(comparison), 0)
  return [
    `${"operation".padEnd(30)} parameters fields codes`,
    ...rows,
    `${`${operations.size} of ${catalogue.length}`.padEnd(30)} ${String(total((c) => c.parameters)).padStart(10)} ${String(total((c) => c.fields)).padStart(6)} ${String(total((c) => c.codes)).padStart(5)}`
  ].join("\n")
}

describe("the operations and the documentation", () => {
  it("agree on every method, path, place, parameter, field and code", () => {
    process.stdout.write(`${table()}\n`)
    assert.deepStrictEqual(undeclared, [])
  })

  it("differ on purpose only where a reason is given", () => {
    const seen = new Set(comparisons.flatMap(({ differences }) => differences.map(keyOf)))
    assert.deepStrictEqual(
      Object.keys(deliberate).filter((key) => !seen.has(key)),
      []
    )
  })

  it("have the same operations", () => {
    assert.strictEqual(catalogue.length, 86)
    assert.sameMembers(
      [...operations.keys()],
      catalogue.map(({ id }) => id)
    )
  })
})

/** An answer with a code, in the envelope that the operation is documented to have. */
const envelopes: Record<Operation.Family, (code: number) => unknown> = {
  lapp: (code) => ({ code: String(code), msg: "text" }),
  "lapp-page": (code) => ({ code: String(code), msg: "text" }),
  result: (code) => ({ result: { code: String(code), msg: "text" } }),
  "v3-meta": (code) => ({ meta: { code, message: "text", moreInfo: null } }),
  "v3-status-body": (code) => ({ status: 200, body: { meta: { code, message: "text" } } })
}

describe("every documented code, with its documented HTTP status", () => {
  for (const row of catalogue) {
    const operation = operations.get(row.id)
    if (operation === undefined) continue
    it.effect(row.id, () =>
      Effect.gen(function* () {
        const [input] = FastCheck.sample(Arbitrary.make(operation.definition.payload), {
          numRuns: 1,
          seed: 1
        })
        for (const { code, http } of row.codes) {
          const Class = operation.definition.errors[String(code)]
          if (Class === undefined) continue
          const error = yield* Effect.flip(operation(input)).pipe(
            Effect.provide(
              EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
                Layer.provide(
                  Cloud.layer(() =>
                    Effect.succeed({ status: http ?? 200, body: envelopes[row.response.envelope](code) })
                  )
                )
              )
            )
          )
          assert.deepInclude(
            { ...error },
            { code: String(code), httpStatus: http ?? 200, operation: row.id, attempts: 1 }
          )
          assert.strictEqual(error._tag, Class.about.tag)
        }
      })
    )
  }
})
