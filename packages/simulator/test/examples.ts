import { readFileSync } from "node:fs"
import { type Operation, Operations } from "@effect-ezviz/core"
import { Schema, SchemaAST } from "effect"

/** One input for every operation, as the reference pages show it, and as its parameters travel. */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("../../core/catalogue/examples.json", import.meta.url), "utf8")
)

export const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

const membersOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  ast._tag === "Union" ? ast.types.flatMap(membersOf) : [ast]

/** The input that is sent as these texts. */
export const inputOf = ({ definition }: Operation.Operation.Any) => {
  const numbers = new Set(
    membersOf(SchemaAST.encodedAST(definition.payload.ast))
      .flatMap(SchemaAST.getPropertySignatures)
      .filter(({ type }) => type._tag === "NumberKeyword")
      .map(({ name }) => name)
  )
  const texts = Object.entries(examples[definition.id] ?? {})
  return Schema.decodeUnknown(definition.payload)(
    Object.fromEntries(texts.map(([name, text]) => [name, numbers.has(name) ? Number(text) : text]))
  )
}
