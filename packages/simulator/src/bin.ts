#!/usr/bin/env node
/** Runs a simulator until it is stopped. */
import { createRequire } from "node:module"
import * as CliConfig from "@effect/cli/CliConfig"
import * as Cli from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as ValidationError from "@effect/cli/ValidationError"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Command from "./Command.js"

const manifest: { readonly version: string } = createRequire(import.meta.url)(
  "@effect-ezviz/simulator/package.json"
)

const json = Options.boolean("json").pipe(Options.withDescription("Print one line that a program can read."))

const command = Cli.make("ezviz-simulator", { ...Command.options, json }, ({ json, ...said }) =>
  Command.run(said, { json })
).pipe(Cli.withDescription("A local stand-in for the EZVIZ cloud, until it is stopped."))

Cli.run(command, { name: "ezviz-simulator", version: manifest.version })(process.argv).pipe(
  // What is wrong with the command line has been printed by its parser.
  Effect.tapError((error) =>
    ValidationError.isValidationError(error) ? Effect.void : Console.error(error.message)
  ),
  Effect.provide([NodeContext.layer, CliConfig.layer({ showBuiltIns: false })]),
  NodeRuntime.runMain({ disableErrorReporting: true })
)
