/**
 * Secrets come from the environment or are asked for: an argument would stand in the process list and in the shell's
 * history.
 *
 * @since 0.1.0
 */
import * as Prompt from "@effect/cli/Prompt"
import type * as Terminal from "@effect/platform/Terminal"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import * as Failure from "./Failure.js"

/**
 * @since 0.1.0
 * @category inputs
 */
export const ask = (
  variable: string,
  message: string
): Effect.Effect<
  Redacted.Redacted<string>,
  ConfigError.ConfigError | Failure.Usage | Terminal.QuitException,
  Prompt.Prompt.Environment
> =>
  Effect.flatMap(
    Config.option(Config.redacted(variable)),
    (
      found
    ): Effect.Effect<
      Redacted.Redacted<string>,
      Failure.Usage | Terminal.QuitException,
      Prompt.Prompt.Environment
    > => {
      if (Option.isSome(found)) return Effect.succeed(found.value)
      return process.stdin.isTTY
        ? Prompt.run(Prompt.hidden({ message }))
        : Effect.fail(new Failure.Usage({ message: `${message}: set ${variable}.` }))
    }
  )
