/**
 * Commands that change something: shown before they are done, asked about before they destroy.
 *
 * @since 0.1.0
 */
import * as Options from "@effect/cli/Options"
import * as Prompt from "@effect/cli/Prompt"
import type { ApiError, EzvizClient, Operation } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Failure from "./Failure.js"
import * as Output from "./Output.js"

/**
 * The option of every command that changes something.
 *
 * @since 0.1.0
 * @category options
 */
export const dryRun = Options.boolean("dry-run").pipe(
  Options.withDescription("Show what would be sent, and send nothing.")
)

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

/**
 * Shows what a call would send.
 *
 * @since 0.1.0
 * @category running
 */
export const show = <I, A, E extends ApiError.CodedError>(
  { definition }: Operation.Operation<I, A, E>,
  input: I
): Effect.Effect<void> =>
  Console.log(
    `${definition.id} would send ${definition.method} ${definition.path}\n${Output.json(input, { indent: 2 })}`
  )

/**
 * Sends a write, or shows it.
 *
 * @since 0.1.0
 * @category running
 */
export const send = <I, A, E extends ApiError.CodedError>(
  operation: Operation.Operation<I, A, E>,
  input: I,
  options: { readonly dryRun: boolean; readonly done: string }
): Effect.Effect<void, E | ApiError.Common, EzvizClient.EzvizClient> =>
  options.dryRun ? show(operation, input) : Effect.zipRight(operation(input), Console.error(options.done))

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
    const answer = yield* Prompt.confirm({ message: question, initial: false })
    if (!answer) return yield* new Failure.Usage({ message: "Not done." })
  })
