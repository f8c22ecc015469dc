/**
 * The whole command, `ezviz`.
 *
 * @since 0.1.0
 */
import { createRequire } from "node:module"
import * as CliConfig from "@effect/cli/CliConfig"
import * as Command from "@effect/cli/Command"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Ezviz } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { alarms } from "./commands/alarms.js"
import { call } from "./commands/call.js"
import { defence } from "./commands/defence.js"
import { device } from "./commands/device.js"
import { cameras, devices, status } from "./commands/devices.js"
import { firmware } from "./commands/firmware.js"
import { format } from "./commands/format.js"
import { live } from "./commands/live.js"
import { ptz } from "./commands/ptz.js"
import { recordings } from "./commands/recordings.js"
import { sim } from "./commands/sim.js"
import { snapshot } from "./commands/snapshot.js"
import * as Failure from "./Failure.js"

const manifest: { readonly version: string } = createRequire(import.meta.url)(
  "@effect-ezviz/cli/package.json"
)

/** Built only for the commands that need it: `sim` runs without an account. */
const client = Layer.provideMerge(Ezviz.layerConfig(), FetchHttpClient.layer)

const command = Command.make("ezviz").pipe(
  Command.withDescription("The EZVIZ Open Platform on the command line."),
  Command.withSubcommands([
    Command.provide(devices, client),
    Command.provide(cameras, client),
    Command.provide(status, client),
    Command.provide(device, client),
    Command.provide(snapshot, client),
    Command.provide(live, client),
    Command.provide(ptz, client),
    Command.provide(defence, client),
    Command.provide(alarms, client),
    Command.provide(recordings, client),
    Command.provide(firmware, client),
    Command.provide(format, client),
    Command.provide(call, client),
    sim
  ])
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
  parse(argv).pipe(
    Effect.as(0),
    Effect.catchAll((error) => {
      const { exitCode, text } = Failure.report(error)
      return Effect.as(text === undefined ? Effect.void : Console.error(text), exitCode)
    }),
    Effect.provide(environment)
  )
