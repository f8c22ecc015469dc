/**
 * Secrets come from the environment, are asked for, or are piped in: an argument would stand in the process list and
 * in the shell's history.
 *
 * @since 0.1.0
 */
import * as Prompt from "@effect/cli/Prompt"
import type * as Terminal from "@effect/platform/Terminal"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Failure from "./Failure.js"
import * as StandardInput from "./StandardInput.js"

/**
 * A secret that is needed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Question {
  /** The environment variable that may hold it. */
  readonly variable: string
  /** What a person is asked for. */
  readonly message: string
  /** Whether what is typed may be seen. Default: it may not. */
  readonly visible?: boolean
}

type Answer = Effect.Effect<
  Redacted.Redacted<string>,
  ConfigError.ConfigError | Failure.Usage | Terminal.QuitException,
  Prompt.Prompt.Environment
>

/**
 * Gets secrets one after the other, each from its variable or else from the person at the terminal. Where nobody is,
 * those that have no variable are the lines of standard input.
 *
 * @since 0.1.0
 * @category inputs
 */
export const asking: Effect.Effect<(question: Question) => Answer> = Effect.map(
  Effect.cached(Effect.map(StandardInput.text, (text) => text.split(/\r?\n/))),
  (lines) =>
    ({ message, variable, visible }) =>
      Effect.gen(function* () {
        const found = yield* Config.option(Config.redacted(Config.nonEmptyString(variable)))
        if (Option.isSome(found)) return found.value
        if (process.stdin.isTTY) {
          return yield* visible
            ? Effect.map(Prompt.run(Prompt.text({ message })), (text) => Redacted.make(text))
            : Prompt.run(Prompt.hidden({ message }))
        }
        const line = (yield* lines).shift()
        return line
          ? Redacted.make(line)
          : yield* new Failure.Usage({
              message: `${message}: set ${variable}, or give it as a line of standard input.`
            })
      })
)

/**
 * The verification code of a device.
 *
 * @since 0.1.0
 * @category inputs
 */
export const validateCode: Answer = Effect.flatMap(asking, (ask) =>
  ask({ variable: "EZVIZ_VALIDATE_CODE", message: "The verification code on the device's label" })
)
