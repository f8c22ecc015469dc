/**
 * The whole command, `ezviz`.
 *
 * @since 0.1.0
 */
import { createRequire } from "node:module"
import * as CliConfig from "@effect/cli/CliConfig"
import * as Command from "@effect/cli/Command"
import type * as CommandDescriptor from "@effect/cli/CommandDescriptor"
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Account from "./Account.js"
import * as Completion from "./Completion.js"
import { accounts, policy, statement } from "./commands/accounts.js"
import { alarms } from "./commands/alarms.js"
import { call, listOperations } from "./commands/call.js"
import { defence } from "./commands/defence.js"
import { detectors } from "./commands/detectors.js"
import { device } from "./commands/device.js"
import { cameras, devices, status } from "./commands/devices.js"
import { firmware } from "./commands/firmware.js"
import { format } from "./commands/format.js"
import { live } from "./commands/live.js"
import { login, logout, profiles } from "./commands/login.js"
import { presets } from "./commands/presets.js"
import { ptz } from "./commands/ptz.js"
import { recordings } from "./commands/recordings.js"
import { hoisted, root } from "./commands/root.js"
import { sim } from "./commands/sim.js"
import { snapshot } from "./commands/snapshot.js"
import { webhook } from "./commands/webhook.js"
import * as ExitCode from "./ExitCode.js"
import * as Failure from "./Failure.js"
import * as Help from "./Help.js"
import * as Style from "./Style.js"

const manifest: { readonly version: string } = createRequire(import.meta.url)(
  "@effect-ezviz/cli/package.json"
)

/** Built only for the commands that need it: `sim` runs without an account. */
const account = Layer.unwrapEffect(Effect.map(root, ({ profile }) => Account.layer(profile)))

/**
 * The tree of commands.
 *
 * @since 0.1.0
 * @category running
 */
export const command = root.pipe(
  Command.withDescription("The EZVIZ Open Platform on the command line."),
  Command.withSubcommands([
    login,
    logout,
    profiles,
    Command.provide(devices, account),
    Command.provide(cameras, account),
    Command.provide(status, account),
    Command.provide(device, account),
    Command.provide(snapshot, account),
    Command.provide(live, account),
    Command.provide(ptz, account),
    Command.provide(presets, account),
    Command.provide(detectors, account),
    Command.provide(defence, account),
    Command.provide(alarms, account),
    Command.provide(recordings, account),
    Command.provide(firmware, account),
    Command.provide(format, account),
    Command.provide(accounts, account),
    Command.provide(call, account),
    listOperations,
    webhook,
    sim
  ]),
  Command.transformHandler((effect, { debug }) =>
    debug
      ? Effect.tapErrorCause(effect, (cause) =>
          Console.error(Cause.pretty(cause, { renderErrorCause: true }))
        )
      : effect
  )
)

const parse = Command.run(command, { name: "ezviz", version: manifest.version })

/**
 * The commands that only hold others.
 *
 * @since 0.1.0
 * @category running
 */
export const groups: Help.Groups = new Map<string, CommandDescriptor.Command<unknown>>([
  ["", command.descriptor],
  ["accounts", accounts.descriptor],
  ["accounts policy", policy.descriptor],
  ["accounts statement", statement.descriptor],
  ["detectors", detectors.descriptor],
  ["device", device.descriptor],
  ["firmware", firmware.descriptor],
  ["presets", presets.descriptor]
])

/** Standard output is for data. */
const environment = Layer.mergeAll(
  Logger.replace(Logger.defaultLogger, Logger.withConsoleError(Logger.stringLogger)),
  CliConfig.layer({ showBuiltIns: false })
)

/** What is printed without running a command, or else what running it comes to. */
const answered = (argv: ReadonlyArray<string>) => {
  const { options, rest } = hoisted(argv.slice(2))
  const help = Help.asked(groups, rest)
  if (help !== undefined) {
    return help.explicit
      ? Effect.as(Console.log(help.text), 0)
      : Effect.as(Console.error(help.text), ExitCode.ofCategory.input)
  }
  const shell = Completion.asked(rest)
  if (shell !== undefined) {
    return Effect.as(Effect.flatMap(Completion.script(shell, command), Console.log), 0)
  }
  return Effect.as(parse([...argv.slice(0, 2), ...options, ...rest]), 0)
}

/**
 * Runs a command line, and gives the exit code.
 *
 * @since 0.1.0
 * @category running
 */
export const run = (argv: ReadonlyArray<string>) =>
  answered(argv).pipe(
    Effect.catchAllCause((cause) => {
      if (Cause.isInterruptedOnly(cause)) return Effect.interrupt
      const { exitCode, text } = Failure.report(cause)
      return Effect.as(text === undefined ? Effect.void : Console.error(text), exitCode)
    }),
    Style.asWanted,
    Effect.provide(environment)
  )
