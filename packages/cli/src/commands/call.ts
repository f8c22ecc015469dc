import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Options from "@effect/cli/Options"
import {
  Detector,
  Device,
  Firmware,
  type Operation,
  Operations,
  Preset,
  Ram,
  Storage
} from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"
import * as StandardInput from "../StandardInput.js"
import * as Write from "../Write.js"

const operations: ReadonlyMap<string, Operation.Operation.Any> = new Map(
  Object.values(Operations.all).map((each) => [each.definition.id, each])
)

/** Not a choice of the parser, which would print them all wherever it says what `call` takes. */
const operation = Args.text({ name: "operation" }).pipe(
  Args.withDescription("The operation's id, such as device.getInfo. `ezviz operations` lists them."),
  Args.mapEffect((id) =>
    Effect.mapError(Effect.fromNullable(operations.get(id)), () => HelpDoc.p(unknown(id)))
  )
)

const unknown = (id: string): string => {
  const [noun = ""] = id.split(".")
  const near = [...operations.keys()].filter((each) => each.startsWith(`${noun}.`))
  return `There is no operation ${Output.printable(id)}. ${
    near.length === 0 ? "`ezviz operations` lists them." : `Of ${noun} there are: ${near.join(", ")}.`
  }`
}

const parameters = Options.text("json").pipe(
  Options.withDefault("{}"),
  Options.withDescription(
    "The parameters as a JSON object, by the names and numbers of the vendor's documentation. `-` reads them from standard input, where secrets belong."
  )
)

const Parameters = Schema.parseJson(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

/** What cannot be undone. */
const destructive: ReadonlySet<string> = new Set(
  [
    Detector.delete,
    Device.delete,
    Firmware.upgrade,
    Preset.clear,
    Ram.deleteAccount,
    Ram.deleteStatements,
    Ram.setPolicy,
    Storage.formatDisk
  ].map(({ definition }) => definition.id)
)

const secretIn = (input: unknown): string | undefined =>
  Predicate.isRecord(input) ? Object.keys(input).find((name) => Redacted.isRedacted(input[name])) : undefined

export const call = Command.make(
  "call",
  {
    operation,
    parameters,
    reveal: Parameter.reveal,
    ndjson: Output.format.ndjson,
    dryRun: Write.options.dryRun,
    yes: Write.yes
  },
  Effect.fnUntraced(function* ({ ndjson, operation, parameters, reveal, ...options }) {
    const text = parameters === "-" ? yield* StandardInput.text : parameters
    const given = yield* Effect.mapError(
      Schema.decode(Parameters)(text),
      () => new Failure.Usage({ message: "--json takes a JSON object." })
    )
    const { id, payload } = operation.definition
    const input: unknown = yield* Effect.mapError(
      Schema.decodeUnknown(payload, { onExcessProperty: "error" })(given),
      (error) => new Failure.Usage({ message: problems(error) })
    )
    const secret = secretIn(input)
    if (secret !== undefined && parameters !== "-") {
      return yield* new Failure.Usage({
        message: `${secret} is a secret, and every process sees the arguments of all others: say --json -, and give the JSON as standard input.`
      })
    }
    if (options.dryRun) return yield* Write.show(operation(input), { json: true, ndjson })
    if (destructive.has(id)) yield* Write.confirmed(`Really ${id}?`, options)
    const value: unknown = yield* operation(input)
    yield* Console.log(Output.json(value ?? null, { secrets: reveal, ...(ndjson ? {} : { indent: 2 }) }))
  })
).pipe(Command.withDescription("Call any documented operation, and print what it answers as JSON."))

export const listOperations = Command.make("operations", Output.format, (format) =>
  Output.items(
    Stream.map(Stream.fromIterable(operations.values()), ({ definition }) => ({
      operation: definition.id,
      method: definition.method,
      path: definition.path,
      changes: definition.semantics !== "read",
      section: definition.section
    })),
    format,
    {
      OPERATION: (each) => each.operation,
      METHOD: (each) => each.method,
      PATH: (each) => each.path,
      CHANGES: (each) => each.changes,
      SECTION: (each) => each.section
    }
  )
).pipe(Command.withDescription("List the operations that `call` takes."))

/** Names each parameter that was refused. Its value may be a secret, and is not repeated. */
const problems = (error: ParseResult.ParseError): string =>
  [
    ...new Set(
      ParseResult.ArrayFormatter.formatErrorSync(error).map(
        ({ path }) => `${path.map(String).join(".") || "parameters"}: not as documented`
      )
    )
  ].join("\n")
