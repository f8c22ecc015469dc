import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Account from "../Account.js"

const profile = Options.text("profile").pipe(
  Options.withSchema(Account.ProfileName),
  Options.withPseudoName("name"),
  Options.optional,
  Options.withDescription(
    "The account to use: one that was logged in under this name. It goes before the account in the environment, and that before EZVIZ_PROFILE."
  )
)

const debug = Options.boolean("debug").pipe(Options.withDescription("Show also what led to an error."))

/** What holds for every command. */
export const root = Command.make("ezviz", { profile, debug })

/** The parser wants the options of `ezviz` before the command; people write them anywhere. */
export const hoisted = (
  words: ReadonlyArray<string>
): { readonly options: ReadonlyArray<string>; readonly rest: ReadonlyArray<string> } => {
  const end = words.indexOf("--")
  const before = end === -1 ? words : words.slice(0, end)
  const options: Array<string> = []
  const rest: Array<string> = []
  for (let at = 0; at < before.length; at++) {
    const word = before[at] ?? ""
    if (word === "--debug" || word.startsWith("--profile=")) options.push(word)
    else if (word === "--profile") options.push(word, ...before.slice(++at, at + 1))
    else rest.push(word)
  }
  return { options, rest: [...rest, ...words.slice(before.length)] }
}
