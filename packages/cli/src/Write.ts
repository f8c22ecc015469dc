/**
 * Commands that change something: shown before they are done, asked about before they destroy.
 *
 * @since 0.1.0
 */
import * as Options from "@effect/cli/Options"
import * as Prompt from "@effect/cli/Prompt"
import * as Terminal from "@effect/platform/Terminal"
import { type ApiError, EzvizClient, type Wire } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Record from "effect/Record"
import * as Failure from "./Failure.js"
import * as Output from "./Output.js"

/**
 * The options of every command that changes something.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  ...Output.format,
  dryRun: Options.boolean("dry-run").pipe(
    Options.withDescription("Show what would be sent, and send nothing.")
  )
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Chosen extends Output.Format {
  readonly dryRun: boolean
}

/**
 * The option of every command that destroys something.
 *
 * @since 0.1.0
 * @category options
 */
export const yes = Options.boolean("yes").pipe(
  Options.withAlias("y"),
  Options.withDescription("Do it without asking.")
)

/** A request, as it would leave. */
interface Request {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly parameters: Wire.Parameters
}

const hidden = (parameters: Wire.Parameters, secrets: ReadonlyArray<string>): Wire.Parameters =>
  Record.map(parameters, (value) =>
    typeof value === "string"
      ? secrets.reduce(
          (text, secret) => (secret === "" ? text : text.replaceAll(secret, "<redacted>")),
          value
        )
      : value
  )

/** The request that a call would make, with its input checked. */
const requestOf = <A, E, R>(call: Effect.Effect<A, E, R | EzvizClient.EzvizClient>) =>
  Effect.gen(function* () {
    const caught = yield* Deferred.make<Request>()
    const send: EzvizClient.Send = ({ parameters, route, secrets }) =>
      Effect.zipRight(
        Deferred.succeed(caught, {
          operation: route.id,
          method: route.method,
          path: route.path,
          parameters: hidden(parameters, secrets)
        }),
        Effect.never
      )
    return yield* Effect.raceFirst(
      Deferred.await(caught),
      Effect.zipRight(Effect.provideService(call, EzvizClient.EzvizClient, { send }), Effect.never)
    )
  })

/**
 * Shows the request that a call would make, with its secrets hidden.
 *
 * @since 0.1.0
 * @category running
 */
export const show = <A, E, R>(
  call: Effect.Effect<A, E, R | EzvizClient.EzvizClient>,
  format: Output.Format
) =>
  Effect.flatMap(requestOf(call), ({ method, operation, parameters, path }) =>
    format.json || format.ndjson
      ? Output.document({ sent: false, operation, method, path, parameters }, format)
      : Console.log(`${operation} would send ${method} ${path}\n${Output.json(parameters, { indent: 2 })}`)
  )

/**
 * Makes a call that changes something, or shows it. `done` tells people what came of it.
 *
 * @since 0.1.0
 * @category running
 */
export const send = <A, E extends ApiError.CallError, R>(
  call: Effect.Effect<A, E, R | EzvizClient.EzvizClient>,
  { done, dryRun, ...format }: Chosen & { readonly done: (value: A) => string }
) =>
  dryRun
    ? show(call, format)
    : Effect.flatMap(call, (value) =>
        format.json || format.ndjson
          ? Output.document({ sent: true, result: value ?? null }, format)
          : Console.error(done(value))
      )

/**
 * Asks before going on. Where nobody can be asked, `--yes` must have been given.
 *
 * @since 0.1.0
 * @category running
 */
export const confirmed = (question: string, options: { readonly yes: boolean; readonly dryRun: boolean }) =>
  Effect.gen(function* () {
    if (options.yes || options.dryRun) return
    if (!process.stdin.isTTY) {
      return yield* new Failure.Usage({ message: `${question} Nobody is there to answer: say --yes.` })
    }
    if (yield* Prompt.confirm({ message: question, initial: false })) return
    yield* Console.error("Not done.")
    return yield* new Terminal.QuitException()
  })
