import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { type Operation, Operations } from "@effect-ezviz/core"
import { compileErrors, validate } from "@readme/openapi-parser"
import { SchemaAST } from "effect"
import { wireShape } from "../src/internal/wireShape.js"

// Written by `pnpm generate`; that it is up to date is a step of `npm test` of its own.
const text = readFileSync(new URL("../openapi.json", import.meta.url), "utf8")

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
}

interface Fields {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: ReadonlyArray<string>
  readonly anyOf?: ReadonlyArray<Fields>
}

interface Described {
  readonly operationId: string
  readonly servers?: ReadonlyArray<{ readonly url: string }>
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Fields }>> }
  readonly responses: Readonly<Record<string, unknown>>
  readonly "x-ezviz-codes": Readonly<Record<string, { readonly class?: string; readonly success?: boolean }>>
}

const document: {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
} = JSON.parse(text)

/** Every operation of the document by its id, with the whole path at the host. */
const described = new Map(
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const prefix = (operation.servers?.[0]?.url ?? "").replace("https://{host}", "")
      return [operation.operationId, { ...operation, method: method.toUpperCase(), path: prefix + path }]
    })
  )
)

/** The HTTP statuses of the documentation; that the operations are as documented is the conformance test's. */
const catalogue: ReadonlyArray<{
  readonly id: string
  readonly codes: ReadonlyArray<{ readonly code: number; readonly http: number | null }>
}> = JSON.parse(readFileSync(new URL("../catalogue/operations.json", import.meta.url), "utf8"))

const places: Readonly<Record<string, string>> = {
  "application/x-www-form-urlencoded": "form",
  "application/json": "body"
}

const variantsOf = (schema: Fields): ReadonlyArray<Fields> => schema.anyOf?.flatMap(variantsOf) ?? [schema]

/** Parameters of every place, as the catalogue lists them. */
const parametersOf = ({ parameters = [], requestBody }: Described): ReadonlyArray<Parameter> => [
  ...parameters.map(({ in: place, name, required }) => ({ name, in: place, required })),
  ...Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const variants = variantsOf(schema)
    const names = new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))
    return [...names].map((name) => ({
      name,
      in: places[type] ?? type,
      required: variants.every(({ required = [] }) => required.includes(name))
    }))
  })
]

const membersOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  ast._tag === "Union" ? ast.types.flatMap(membersOf) : [ast]

/** The names of all fields, however deep. */
const namesIn = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  switch (ast._tag) {
    case "Union":
      return ast.types.flatMap(namesIn)
    case "TupleType":
      return [...ast.elements, ...ast.rest].flatMap(({ type }) => namesIn(type))
    case "TypeLiteral":
      return ast.propertySignatures.flatMap(({ name, type }) => [String(name), ...namesIn(type)])
    default:
      return []
  }
}

describe("openapi.json", () => {
  it("is a valid OpenAPI 3.1 document", async () => {
    const result = await validate(JSON.parse(text))
    assert.strictEqual(result.valid ? "valid" : compileErrors(result), "valid")
    assert.strictEqual(document.openapi, "3.1.0")
  })

  it("is found invalid when it is", async () => {
    const broken = JSON.parse(text)
    delete broken.paths["/api/lapp/device/list"].post.responses
    broken.paths["/api/lapp/device/list"].post.parameters = [{ name: "x", in: "form" }]
    assert.isFalse((await validate(broken)).valid)
  })

  const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

  it("has every operation at its address", () => {
    assert.sameMembers([...described.keys()], Object.keys(Operations.all))
    for (const { definition } of operations) {
      const { method, path } = described.get(definition.id) ?? {}
      assert.deepStrictEqual({ method, path }, { method: definition.method, path: definition.path })
    }
  })

  for (const { definition } of operations) {
    const operation = described.get(definition.id)
    if (operation === undefined) continue
    it(`has the parameters, fields and codes of ${definition.id}`, () => {
      const { auth, in: places } = definition
      const variants = membersOf(wireShape(definition.payload.ast)).map(SchemaAST.getPropertySignatures)
      const names = new Set(variants.flatMap((variant) => variant.map(({ name }) => String(name))))
      const expected = [...names].map((name) => ({
        name,
        in: typeof places === "string" ? places : (places[name] ?? "no place"),
        required: variants.every((variant) =>
          variant.some((property) => property.name === name && !property.isOptional)
        )
      }))
      if (auth !== "none") expected.push({ name: "accessToken", in: auth, required: true })
      assert.sameDeepMembers([...parametersOf(operation)], expected)

      const answer = JSON.stringify(operation.responses)
      for (const name of namesIn(wireShape(definition.success.ast))) assert.include(answer, `"${name}":`)

      const codes = operation["x-ezviz-codes"]
      for (const [code, Class] of Object.entries({ ...definition.reported, ...definition.errors })) {
        assert.strictEqual(codes[code]?.class, Class.about.tag, code)
      }
      for (const code of definition.successCodes) assert.isTrue(codes[code]?.success, code)
      for (const { http } of catalogue.find(({ id }) => id === definition.id)?.codes ?? []) {
        if (http !== null) assert.property(operation.responses, String(http))
      }
    })
  }
})
