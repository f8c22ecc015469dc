#!/usr/bin/env node
/** Runs a simulator until it is stopped: `--port N`, `--devices N`, `--json` for one line that a program can read. */
import { parseArgs } from "node:util"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Simulator from "./Simulator.js"

const { values } = parseArgs({
  options: { port: { type: "string" }, devices: { type: "string" }, json: { type: "boolean" } }
})

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

NodeRuntime.runMain(main)
