import { readFileSync } from "node:fs"
import { FetchHttpClient } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import { Ezviz, type Operation, Operations } from "@effect-ezviz/core"
import { Effect, Layer, Redacted, Schema, SchemaAST } from "effect"
import { Simulator } from "../src/index.js"

/** One input for every operation, as the reference pages show it, and as its parameters travel. */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("../../core/catalogue/examples.json", import.meta.url), "utf8")
)

/** The codes of those that need what a fresh household does not have. */
const refused: Readonly<Record<string, string>> = {
  // No camera encrypts its video yet.
  "device.disableEncryption": "60016",
  // No camera is linked to the recorder yet.
  "device.unlinkIpc": "60057"
}

const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

const membersOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  ast._tag === "Union" ? ast.types.flatMap(membersOf) : [ast]

/** The input that is sent as these texts. */
const inputOf = ({ definition }: Operation.Operation.Any) => {
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

describe("the examples of the reference", () => {
  for (const operation of operations) {
    const { id } = operation.definition
    it.scopedLive(`${id} ${refused[id] === undefined ? "is done" : `is refused with ${refused[id]}`}`, () =>
      Effect.gen(function* () {
        const simulator = yield* Simulator.Simulator
        const client = Ezviz.layer({
          appKey: simulator.appKey,
          appSecret: Redacted.make(simulator.appSecret),
          baseUrl: simulator.url
        }).pipe(Layer.provide(FetchHttpClient.layer))
        const input =
          id === "accessToken.get"
            ? { appKey: simulator.appKey, appSecret: Redacted.make(simulator.appSecret) }
            : yield* inputOf(operation)
        const exit = yield* Effect.exit(Effect.provide(operation(input), client))
        const code =
          exit._tag === "Failure" && exit.cause._tag === "Fail"
            ? "code" in exit.cause.error
              ? exit.cause.error.code
              : exit.cause.error._tag
            : undefined
        assert.strictEqual(code, refused[id], String(exit))
      }).pipe(Effect.provide(Simulator.layer()))
    )
  }
})
