#!/usr/bin/env node
/** Runs a simulator until it is stopped. */
import { parseArgs } from "node:util"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Simulator from "./Simulator.js"

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    devices: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean" }
  }
})

const help = `ezviz-simulator: a local stand-in for the EZVIZ cloud, until it is stopped

  --port N      the port; a free one by default
  --devices N   how many devices the account has; 12 by default
  --json        one line that a program can read`

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))

const main = Effect.gen(function* () {
  const { appKey, appSecret, url } = yield* Simulator.Simulator
  yield* Console.log(
    values.json
      ? JSON.stringify({ url, appKey, appSecret })
      : `The simulator listens at ${url}\n  EZVIZ_BASE_URL=${url}\n  EZVIZ_APP_KEY=${appKey}\n  EZVIZ_APP_SECRET=${appSecret}`
  )
  return yield* Effect.never
}).pipe(Effect.provide(Simulator.layer({ port: number(values.port), devices: number(values.devices) })))

NodeRuntime.runMain(values.help ? Console.log(help) : main)
