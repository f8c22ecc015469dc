/**
 * Completions for the shell.
 *
 * @since 0.1.0
 */
import * as Command from "@effect/cli/Command"
import { Operations } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"

/** The labels below the first level are not those that the script goes by: `a,b,c` for `a__b,c`. */
const label = (line: string): string =>
  line.replace(
    /^(\s*)([\w,]+),(\w+\))$/,
    (_, indent: string, parents: string, name: string) => `${indent}${parents.replaceAll(",", "__")},${name}`
  )

const operations = Object.values(Operations.all).map(({ definition }) => definition.id)

/**
 * The script for bash. Options of every command are offered after every command, and operations after `call`. It loads
 * in the bash of macOS, which does not know `-o nosort`.
 *
 * @since 0.1.0
 * @category completions
 */
export const bash = <Name extends string, R, E, A>(
  command: Command.Command<Name, R, E, A>
): Effect.Effect<string> =>
  Effect.map(Command.getBashCompletions(command, "ezviz"), (lines) => {
    let of = ""
    return lines
      .map((line) => {
        of = /^\s*(ezviz(?:__\w+)*)\)$/.exec(line)?.[1] ?? of
        const more = ["--profile", "--debug", ...(of === "ezviz__call" ? operations : [])]
        return label(line)
          .replace(/^(\s*opts=".*)"$/, (_, opts: string) => `${opts} ${more.join(" ")}"`)
          .replace(" -o nosort", "")
      })
      .join("\n")
  })
