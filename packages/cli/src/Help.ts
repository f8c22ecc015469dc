/**
 * What `--help` prints: of a group its commands, of a command its usage and its options.
 *
 * @since 0.1.0
 */
import { stripVTControlCharacters } from "node:util"
import * as CliConfig from "@effect/cli/CliConfig"
import * as CommandDescriptor from "@effect/cli/CommandDescriptor"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Usage from "@effect/cli/Usage"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as ExitCode from "./ExitCode.js"

type Descriptor = CommandDescriptor.Command<unknown>

/**
 * The commands that only hold others, by their words: `accounts policy`. The program itself has none.
 *
 * @since 0.1.0
 * @category models
 */
export type Groups = ReadonlyMap<string, Descriptor>

const config = CliConfig.make({ showBuiltIns: false })

const childrenOf = (groups: Groups, path: ReadonlyArray<string>): HashMap.HashMap<string, Descriptor> =>
  Option.match(Option.fromNullable(groups.get(path.join(" "))), {
    onNone: () => HashMap.empty(),
    onSome: CommandDescriptor.getSubcommands
  })

/**
 * The commands below a group, in the order of the alphabet.
 *
 * @since 0.1.0
 * @category conversions
 */
export const namesBelow = (groups: Groups, path: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...HashMap.keys(childrenOf(groups, path))].sort()

const paragraphs = (doc: HelpDoc.HelpDoc): ReadonlyArray<string> =>
  HelpDoc.isSequence(doc)
    ? [...paragraphs(doc.left), ...paragraphs(doc.right)]
    : HelpDoc.isParagraph(doc)
      ? [stripVTControlCharacters(HelpDoc.toAnsiText(doc)).trim()]
      : []

/** The first sentence of a description. */
const summary = (descriptor: Descriptor): string => {
  const [description = ""] = paragraphs(CommandDescriptor.getHelp(descriptor, config))
  return description.replace(/(?<=\.) .*$/s, "")
}

const section = (title: string, rows: ReadonlyArray<readonly [name: string, text: string]>): string => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return [title, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join("\n")
}

const global = section("Options of every command:", [
  ["--profile NAME", "The account that was logged in under this name."],
  ["--debug", "Show also what led to an error."],
  ["--json, --ndjson", "Print for programs: one document, or a line for each item."],
  ["--log-level LEVEL", "Show more or less of what goes on: debug, warning, …"],
  ["--wizard", "Ask for the arguments and options one after the other."],
  ["--help", "This, or the help of a command."]
])

const ofGroup = (groups: Groups, path: ReadonlyArray<string>): ReadonlyArray<string> => {
  const children = childrenOf(groups, path)
  const commands = namesBelow(groups, path).map((name): [string, string] => [
    name,
    Option.match(HashMap.get(children, name), { onNone: () => "", onSome: summary })
  ])
  return [
    `Usage: ${["ezviz", ...path].join(" ")} COMMAND`,
    section("Commands:", commands),
    global,
    ...(path.length === 0
      ? [
          "`ezviz login` comes first; `ezviz sim` is there to try everything without an account. `ezviz --completions bash|zsh|fish` prints completions for the shell.",
          section(
            "Exit codes:",
            ExitCode.meanings.map(([code, meaning]) => [String(code), meaning])
          )
        ]
      : [])
  ]
}

const ofCommand = (path: ReadonlyArray<string>, descriptor: Descriptor): ReadonlyArray<string> => {
  const [usage = ""] = paragraphs(Usage.getHelp(CommandDescriptor.getUsage(descriptor)))
  return [
    `Usage: ${["ezviz", ...path.slice(0, -1), usage].join(" ")}`,
    HelpDoc.toAnsiText(CommandDescriptor.getHelp(descriptor, config)).trim(),
    global
  ]
}

/** The parser would name the commands of the program, whichever group has no such. */
const unknown = (groups: Groups, path: ReadonlyArray<string>, stranger: string): string => {
  const group = ["ezviz", ...path].join(" ")
  return [
    `${group} has no command ${JSON.stringify(stranger)}, but ${namesBelow(groups, path).join(", ")}.`,
    `${group} --help says what they do.`
  ].join("\n")
}

/**
 * The help that is asked for by `--help`, or by words that name no command but a group of them or a stranger to one.
 *
 * @since 0.1.0
 * @category conversions
 */
export const asked = (
  groups: Groups,
  words: ReadonlyArray<string>
): { readonly text: string; readonly explicit: boolean } | undefined => {
  const path: Array<string> = []
  let command: Descriptor | undefined
  for (const word of words) {
    const child = Option.getOrUndefined(HashMap.get(childrenOf(groups, path), word))
    if (child === undefined) break
    path.push(word)
    command = child
  }
  const rest = words.slice(path.length)
  const end = rest.indexOf("--")
  const explicit = (end === -1 ? rest : rest.slice(0, end)).some((word) => word === "--help" || word === "-h")
  const isGroup = groups.has(path.join(" "))
  const [stranger] = rest
  if (!explicit && isGroup && stranger !== undefined && !stranger.startsWith("-")) {
    return { text: unknown(groups, path, stranger), explicit }
  }
  if (!explicit && !(isGroup && rest.length === 0)) return undefined
  const parts = isGroup || command === undefined ? ofGroup(groups, path) : ofCommand(path, command)
  return { text: parts.join("\n\n"), explicit }
}
