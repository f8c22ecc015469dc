import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { type Operation, Operations } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"
import * as StandardInput from "../StandardInput.js"
import * as Write from "../Write.js"

const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

const operation = Args.choice(
  operations.map((each): [string, Operation.Operation.Any] => [each.definition.id, each]),
  { name: "operation" }
).pipe(Args.withDescription("The operation's id, such as device.getInfo."))

const parameters = Options.text("json").pipe(
  Options.withDefault("{}"),
  Options.withDescription(
    "The parameters as a JSON object, by the names and numbers of the vendor's documentation. `-` reads them from standard input, where secrets belong."
  )
)

const showSecrets = Options.boolean("show-secrets").pipe(
  Options.withDescription("Print tokens and signed addresses instead of <redacted>.")
)

const Parameters = Schema.parseJson(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

export const call = Command.make(
  "call",
  { operation, parameters, showSecrets, dryRun: Write.dryRun },
  Effect.fnUntraced(function* ({ dryRun, operation, parameters, showSecrets }) {
    const text = parameters === "-" ? yield* StandardInput.text : parameters
    const given = yield* Effect.mapError(
      Schema.decode(Parameters)(text),
      () => new Failure.Usage({ message: "--json takes a JSON object." })
    )
    const input: unknown = yield* Effect.mapError(
      Schema.decodeUnknown(operation.definition.payload, { onExcessProperty: "error" })(given),
      (error) => new Failure.Usage({ message: problems(error) })
    )
    if (dryRun) return yield* Write.show(operation, input)
    const value: unknown = yield* operation(input)
    yield* Console.log(Output.json(value ?? null, { indent: 2, secrets: showSecrets }))
  })
).pipe(Command.withDescription("Call any documented operation."))

/** Names each parameter that was refused. Its value may be a secret, and is not repeated. */
const problems = (error: ParseResult.ParseError): string =>
  [
    ...new Set(
      ParseResult.ArrayFormatter.formatErrorSync(error).map(
        ({ path }) => `${path.map(String).join(".") || "parameters"}: not as documented`
      )
    )
  ].join("\n")
