/**
 * Completions for the shell: the scripts that `@effect/cli` writes, mended where shells would not do with them what they
 * say, and with what it does not know of: the options of every command, and the operations after `call`.
 *
 * @since 0.1.0
 */
import * as Command from "@effect/cli/Command"
import { Operations } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"

/**
 * A shell that there are completions for.
 *
 * @since 0.1.0
 * @category models
 */
export type Shell = "bash" | "zsh" | "fish"

const operations = Object.values(Operations.all)
  .map(({ definition }) => definition.id)
  .join(" ")

const profile = "The account that was logged in under this name."
const debug = "Show also what led to an error."

/** Below the first level the labels are not those that the script goes by: `a,b,c` for `a__b,c`. */
const label = (line: string): string =>
  line.replace(
    /^(\s*)([\w,]+),(\w+\))$/,
    (_, indent: string, parents: string, name: string) => `${indent}${parents.replaceAll(",", "__")},${name}`
  )

const inBash = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  let command = ""
  return lines.map((line) => {
    command = /^\s*(ezviz(?:__\w+)*)\)$/.exec(line)?.[1] ?? command
    const more = command === "ezviz__call" ? ` ${operations}` : ""
    return (
      label(line)
        .replace(/^(\s*opts=".*)"$/, (_, opts: string) => `${opts} --profile --debug${more}"`)
        // A choice is given with commas between the words.
        .replace(/(?<=compgen -W ")[\w,]+/, (choice) => choice.replaceAll(",", " "))
        // Unknown to the bash of macOS.
        .replace(" -o nosort", "")
    )
  })
}

const inZsh = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  let command = ""
  return lines.flatMap((line, at) => {
    command = /^\s*\((\w[\w-]*)\)$/.exec(line)?.[1] ?? command
    const indent = /^\s*/.exec(line)?.[0] ?? ""
    if (line.trim() === "&& ret=0" && !lines[at - 1]?.includes("*:::")) {
      // Without it, nothing more is completed after an argument of any text.
      const first = command === "call" ? [`${indent}'1:operation:(${operations})' \\`] : []
      return [...first, `${indent}'*: : ' \\`, line]
    }
    return command !== "" && line.includes("'--version[")
      ? [line, `${indent}'--profile[${profile}]:name: ' \\`, `${indent}'--debug[${debug}]' \\`]
      : [line]
  })
}

const inFish = (lines: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...lines,
  `complete -c ezviz -n "not __fish_use_subcommand" -r -f -l profile -d '${profile}'`,
  `complete -c ezviz -n "not __fish_use_subcommand" -f -l debug -d '${debug}'`,
  `complete -c ezviz -n "__fish_seen_subcommand_from call" -f -a "${operations}"`
]

const writers = {
  bash: { written: Command.getBashCompletions, mended: inBash },
  zsh: { written: Command.getZshCompletions, mended: inZsh },
  fish: { written: Command.getFishCompletions, mended: inFish }
}

/**
 * The script for a shell.
 *
 * @since 0.1.0
 * @category completions
 */
export const script = <Name extends string, R, E, A>(
  shell: Shell,
  command: Command.Command<Name, R, E, A>
): Effect.Effect<string> => {
  const { mended, written } = writers[shell]
  return Effect.map(written(command, "ezviz"), (lines) =>
    mended(lines.flatMap((line) => line.split("\n"))).join("\n")
  )
}

/**
 * The shell whose completions are asked for by these words.
 *
 * @since 0.1.0
 * @category completions
 */
export const asked = (words: ReadonlyArray<string>): Shell | undefined => {
  const shell = /^--completions[= ](bash|sh|zsh|fish)$/.exec(words.join(" "))?.[1]
  return shell === "sh" ? "bash" : shell === "bash" || shell === "zsh" || shell === "fish" ? shell : undefined
}
