import * as Command from "@effect/cli/Command"
import * as Simulator from "@effect-ezviz/simulator/Command"
import * as Effect from "effect/Effect"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"

export const sim = Command.make(
  "sim",
  { ...Simulator.options, ...Output.format },
  ({ json, ndjson, ...said }) =>
    Simulator.run(said, { json: json || ndjson }).pipe(
      Effect.catchTag("FaultFileInvalid", ({ message }) => Effect.fail(new Failure.Usage({ message })))
    )
).pipe(
  Command.withDescription(
    "Run a stand-in for the cloud on this machine, to try everything without an account."
  )
)
