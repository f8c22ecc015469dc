/**
 * The whole command, `ezviz`.
 *
 * @since 0.1.0
 */
import { createRequire } from "node:module"
import * as CliConfig from "@effect/cli/CliConfig"
import * as Command from "@effect/cli/Command"
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Account from "./Account.js"
import { alarms } from "./commands/alarms.js"
import { call } from "./commands/call.js"
import { defence } from "./commands/defence.js"
import { device } from "./commands/device.js"
import { cameras, devices, status } from "./commands/devices.js"
import { firmware } from "./commands/firmware.js"
import { format } from "./commands/format.js"
import { live } from "./commands/live.js"
import { login, logout, profiles } from "./commands/login.js"
import { ptz } from "./commands/ptz.js"
import { recordings } from "./commands/recordings.js"
import { hoisted, root } from "./commands/root.js"
import { sim } from "./commands/sim.js"
import { snapshot } from "./commands/snapshot.js"
import * as Failure from "./Failure.js"

const manifest: { readonly version: string } = createRequire(import.meta.url)(
  "@effect-ezviz/cli/package.json"
)

/** Built only for the commands that need it: `sim` runs without an account. */
const account = Layer.unwrapEffect(Effect.map(root, ({ profile }) => Account.layer(profile)))

const command = root.pipe(
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
    Command.provide(defence, account),
    Command.provide(alarms, account),
    Command.provide(recordings, account),
    Command.provide(firmware, account),
    Command.provide(format, account),
    Command.provide(call, account),
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

/** Standard output is for data. */
const environment = Layer.mergeAll(
  Logger.replace(Logger.defaultLogger, Logger.withConsoleError(Logger.stringLogger)),
  CliConfig.layer({ showBuiltIns: false })
)

/**
 * Runs a command line, and gives the exit code.
 *
 * @since 0.1.0
 * @category running
 */
export const run = (argv: ReadonlyArray<string>) =>
  parse(hoisted(argv)).pipe(
    Effect.as(0),
    Effect.catchAll((error) => {
      const { exitCode, text } = Failure.report(error)
      return Effect.as(text === undefined ? Effect.void : Console.error(text), exitCode)
    }),
    Effect.provide(environment)
  )
