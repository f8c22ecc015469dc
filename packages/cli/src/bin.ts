#!/usr/bin/env node
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Cli from "./Cli.js"
import * as ExitCode from "./ExitCode.js"

// Whoever reads has read enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

Cli.run(process.argv).pipe(
  Effect.flatMap((exitCode) =>
    Effect.sync(() => {
      process.exitCode = exitCode
    })
  ),
  Effect.provide(NodeContext.layer),
  NodeRuntime.runMain({
    teardown: (exit, end) => {
      const interrupted = Exit.isFailure(exit) && Cause.isInterruptedOnly(exit.cause)
      end(interrupted ? ExitCode.interrupted : Exit.isFailure(exit) ? ExitCode.ofCategory.unexpected : 0)
    }
  })
)
