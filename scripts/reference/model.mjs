// Everything that is known of each operation, in one place: its definition from the built core, its documentation and
// types from core's sources, the documentation's titles and HTTP statuses from the catalogue.
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import ts from "typescript"
import { checker, core, exportsOf, resolve } from "../core-types.mjs"
import { readJson, root } from "../lib.mjs"

const packageRoot = join(root, "packages/core")

const built = (module) => import(pathToFileURL(join(packageRoot, "dist/esm", module)).href)
const { JSONSchema, Option, ParseResult, Schema, SchemaAST } = createRequire(join(packageRoot, "src/"))(
  "effect"
)
const { wireShape } = await built("internal/wireShape.js")

export const { AlarmType, ApiError, ErrorCode, Operations, Region, Retry } = await built("index.js")
export const catalogueOf = (name) => readJson(join(packageRoot, "catalogue", `${name}.json`))

const catalogue = new Map(catalogueOf("operations").map((row) => [row.id, row]))
const examples = catalogueOf("examples")

// Types and their documentation

const docOf = (symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker))
const isOptional = (symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0

/** The name under which a module is exported: operations of the access token have another one. */
const namespaces = new Map(
  exportsOf("index.ts").map((symbol) => [resolve(symbol).valueDeclaration?.fileName, symbol.name])
)

const partsOf = (type) =>
  (type.isUnion() ? type.types : [type]).filter((part) => !(part.flags & ts.TypeFlags.Undefined))

/** How the types of Effect's modules are written in a program. */
const qualified = {
  Utc: "DateTime.Utc",
  Duration: "Duration.Duration",
  "Redacted<string>": "Redacted<string>"
}

/** Names first, each once. What is between angle brackets belongs together. */
const alternatives = (texts) =>
  [...new Set(texts.flatMap((text) => text.split(/ \| (?![^<]*>)/)))]
    .sort((one, other) => Number(!one.startsWith('"')) - Number(!other.startsWith('"')))
    .join(" | ")

const textOf = (type) => {
  const literals = partsOf(type).filter((part) => part.isStringLiteral())
  if (literals.length > 20) {
    const others = partsOf(type).filter((part) => !part.isStringLiteral())
    return [`${literals.length} names`, ...others.map(textOf)].join(" | ")
  }
  if (isOpenText(type)) return "string"
  if (checker.isArrayType(type)) return `ReadonlyArray<${textOf(checker.getTypeArguments(type)[0])}>`
  const boolean = partsOf(type).filter((part) => part.flags & ts.TypeFlags.BooleanLiteral)
  if (type.isUnion() && boolean.length < partsOf(type).length) {
    return alternatives(
      partsOf(type).map((part) =>
        part.isStringLiteral() || part.isNumberLiteral() ? JSON.stringify(part.value) : textOf(part)
      )
    )
  }
  const text = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
  return qualified[text] ?? text.replace(/\bUtc\b/g, "DateTime.Utc")
}

/** Any text besides the ones that are listed beside it. */
const isOpenText = (type) =>
  type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)

const isForeign = (type) =>
  type.symbol?.declarations?.some(
    (declaration) => !declaration.getSourceFile().fileName.startsWith(core) && declaration.name !== undefined
  ) ?? false

/** Whether a type is an object of ours, whose members are worth a row each. */
const isObject = (type) =>
  (type.flags & ts.TypeFlags.Object || type.isIntersection()) &&
  !checker.isArrayType(type) &&
  !checker.isTupleType(type) &&
  !isForeign(type) &&
  !isOpenText(type) &&
  checker.getPropertiesOfType(type).length > 0

const placeOf = (symbol) => symbol.declarations?.[0]?.pos ?? 0

/** The members of an object or of all variants of one, and of the objects in them. */
const membersOf = (type, prefix = "") => {
  const variants = partsOf(type).filter(isObject)
  const names = new Map()
  for (const variant of variants) {
    for (const symbol of checker.getPropertiesOfType(variant)) {
      names.set(symbol.name, [...(names.get(symbol.name) ?? []), symbol])
    }
  }
  return [...names]
    .filter(([name]) => name !== "extra")
    .sort(([, [one]], [, [other]]) => placeOf(one) - placeOf(other))
    .flatMap(([name, symbols]) => {
      const types = symbols.map((symbol) => checker.getTypeOfSymbol(symbol))
      const own = types.flatMap(partsOf)
      const items = own.flatMap((type) =>
        checker.isArrayType(type) ? partsOf(checker.getTypeArguments(type)[0]) : []
      )
      const path = `${prefix}${name}`
      return [
        {
          name: path,
          required: symbols.length === variants.length && !symbols.some(isOptional),
          type: alternatives(
            types
              .map(withoutUndefined)
              .map((type) =>
                isObject(type) ? "object" : items.some(isObject) ? "list of objects" : textOf(type)
              )
          ),
          doc: joined(symbols.map(docOf))
        },
        ...own.filter(isObject).flatMap((type) => membersOf(type, `${path}.`)),
        ...items.filter(isObject).flatMap((type) => membersOf(type, `${path}[].`))
      ]
    })
}

/** The texts in a row, but for one that another one says as well. */
const joined = (texts) =>
  [...new Set(texts)]
    .filter((text) => text !== "" && !texts.some((other) => other !== text && other.includes(text)))
    .join(" ")
    .replaceAll("\n", " ")

const withoutUndefined = (type) => {
  const parts = partsOf(type)
  return parts.length === 1 ? parts[0] : type
}

// What travels

/** Without what only says that there is nothing to say. */
const cleaned = (schema) => {
  if (Array.isArray(schema)) return schema.map(cleaned)
  if (typeof schema !== "object" || schema === null) return schema
  const { $id, additionalProperties, ...rest } = schema
  if (rest.title === "unknown" || rest.title === "void") delete rest.title
  if (Array.isArray(rest.required) && rest.required.length === 0) delete rest.required
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, cleaned(value)])),
    ...(typeof additionalProperties === "object" && { additionalProperties: cleaned(additionalProperties) })
  }
}

/** Shared definitions stand where they are used: there are few, and small ones. */
const inlined = (schema, definitions) => {
  if (Array.isArray(schema)) return schema.map((item) => inlined(item, definitions))
  if (typeof schema !== "object" || schema === null) return schema
  if (typeof schema.$ref === "string") return inlined(definitions[schema.$ref.split("/").at(-1)], definitions)
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inlined(value, definitions)]))
}

const jsonSchemaOf = ({ ast }) => {
  const definitions = {}
  const schema = JSONSchema.fromAST(wireShape(ast), {
    definitions,
    target: "openApi3.1",
    additionalPropertiesStrategy: "allow"
  })
  return cleaned(inlined(schema, definitions))
}

/** The variants of an input, each as the struct it is written as. */
const structsOf = (ast) => {
  if (ast._tag === "Union") return ast.types.flatMap(structsOf)
  return ast._tag === "Refinement" ? structsOf(ast.from) : [ast]
}

/** The wire name of each parameter and what its schema says it must be, by its name in the API. */
const wireNamesOf = (ast) => {
  const names = new Map()
  for (const struct of structsOf(ast)) {
    const renamed = new Map(
      (struct.transformation?.propertySignatureTransformations ?? []).map(({ from, to }) => [from, to])
    )
    const literal = struct._tag === "Transformation" ? struct.from : struct
    for (const { name, type } of literal.propertySignatures ?? []) {
      const must = SchemaAST.getDescriptionAnnotation(type)
      names.set(renamed.get(name) ?? name, { wire: name, must: Option.getOrUndefined(must) })
    }
  }
  return names
}

/** The example of an operation as its input. */
const exampleOf = ({ definition }) => {
  const wire = examples[definition.id]
  if (wire === undefined) throw new Error(`${definition.id} has no example in catalogue/examples.json`)
  const decoded = Schema.decodeUnknownEither(definition.payload)(fromTexts(definition.payload, wire))
  if (decoded._tag === "Right") return decoded.right
  throw new Error(
    `the example of ${definition.id}: ${ParseResult.TreeFormatter.formatErrorSync(decoded.left)}`
  )
}

/** Parameters travel as texts; the schema knows which of them are numbers. */
const fromTexts = (payload, wire) => {
  const schema = jsonSchemaOf(payload)
  const types = new Map(
    (schema.anyOf ?? [schema]).flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([name, { type }]) => [name, type])
    )
  )
  return Object.fromEntries(
    Object.entries(wire).map(([name, text]) => [
      name,
      ["integer", "number"].includes(types.get(name)) ? Number(text) : text
    ])
  )
}

const table = exportsOf("Operations.ts").find(({ name }) => name === "all")

export const operations = checker.getPropertiesOfType(checker.getTypeOfSymbol(table)).map((property) => {
  const id = property.name
  const operation = Operations.all[id]
  const { definition } = operation
  const row = catalogue.get(id)
  const { initializer } = property.valueDeclaration
  const exported = checker.getSymbolAtLocation(initializer.name ?? initializer)
  const declared = resolve(exported).valueDeclaration
  // The module that has it for a user: a chapter may be in several files.
  const module = resolve(checker.getSymbolAtLocation(initializer.expression)).valueDeclaration.getSourceFile()
  const type = checker.getTypeOfSymbol(property)
  const [input, value] = checker.getTypeArguments(type)
  const wireNames = wireNamesOf(definition.payload.ast)
  const [noun, name] = id.split(".")
  const places = definition.in
  const http = new Map(row.codes.flatMap(({ code, http }) => (http === null ? [] : [[String(code), http]])))
  return {
    id,
    noun,
    name,
    title: row.title.replace(/^[\d.]+\s*/, ""),
    module: namespaces.get(module.fileName),
    moduleDoc: module.text.match(/^\/\*\*\n \* ([\s\S]*?)\n \*(\n| @|\/)/)?.[1].replaceAll("\n * ", " "),
    definition,
    doc: docOf(exported),
    isPaged: type.symbol.name === "Paged",
    types: (declared.type?.typeArguments ?? []).map((node) => node.getText().replace(/^Operation\./, "")),
    parameters: membersOf(input).map((member) => {
      const { must, wire } = wireNames.get(member.name) ?? {}
      const place = typeof places === "string" ? places : places[wire ?? member.name]
      return { ...member, wire, must, place }
    }),
    // Of a paged operation, the value is one item.
    result: membersOf(checker.isArrayType(value) ? checker.getTypeArguments(value)[0] : value),
    resultIsList: checker.isArrayType(value),
    answersNothing: (value.flags & ts.TypeFlags.Void) !== 0,
    payload: jsonSchemaOf(definition.payload),
    success: jsonSchemaOf(definition.success),
    http,
    codes: [
      ...Object.entries(definition.errors).map(([code, { about }]) => ({ code, ...about, reported: false })),
      ...Object.entries(definition.reported).map(([code, { about }]) => ({ code, ...about, reported: true }))
    ],
    example: exampleOf(operation)
  }
})

/** What there is to know of the errors that any call can end with. */
export const commonErrors = partsOf(
  checker.getDeclaredTypeOfSymbol(exportsOf("ApiError.ts").find(({ name }) => name === "Common"))
).map(({ symbol }) => ApiError[symbol.name].about)
