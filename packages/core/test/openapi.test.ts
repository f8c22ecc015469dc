import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { type Operation, Operations } from "@effect-ezviz/core"
import { compileErrors, validate } from "@readme/openapi-parser"

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

const catalogue: ReadonlyArray<{
  readonly id: string
  readonly params: ReadonlyArray<Parameter>
  readonly response: { readonly fields: ReadonlyArray<{ readonly path: string }> }
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

  it("has every operation at its address", () => {
    const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)
    assert.sameMembers([...described.keys()], Object.keys(Operations.all))
    for (const { definition } of operations) {
      const { method, path } = described.get(definition.id) ?? {}
      assert.deepStrictEqual({ method, path }, { method: definition.method, path: definition.path })
    }
  })

  for (const { codes, id, params, response } of catalogue) {
    const operation = described.get(id)
    if (operation === undefined) continue
    it(`has the documented parameters, fields and codes of ${id}`, () => {
      const byName = (one: Parameter, other: Parameter) => one.name.localeCompare(other.name)
      assert.deepStrictEqual(
        [...parametersOf(operation)].sort(byName),
        params.map(({ in: place, name, required }) => ({ name, in: place, required })).sort(byName)
      )
      const answer = JSON.stringify(operation.responses)
      for (const { path } of response.fields) {
        const name = path.split(".").at(-1)?.replace("[]", "")
        // What a device answers besides its code is described where an operation does so.
        if (name !== "data" && name !== "moreInfo") assert.include(answer, `"${name}":`, path)
      }
      for (const { code, http } of codes) {
        const described = operation["x-ezviz-codes"][String(code)]
        assert.isTrue(described?.class !== undefined || described?.success === true, String(code))
        if (http !== null) assert.property(operation.responses, String(http))
      }
    })
  }
})
