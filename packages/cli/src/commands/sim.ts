import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Output from "../Output.js"

const port = Options.integer("port").pipe(
  Options.optional,
  Options.withDescription("The port to listen at. Default: a free one.")
)

const devices = Options.integer("devices").pipe(
  Options.withDefault(12),
  Options.withDescription("How many devices the account has.")
)

export const sim = Command.make(
  "sim",
  { port, devices, ...Output.format },
  ({ port, devices, json, ndjson }) =>
    Effect.gen(function* () {
      // Only this command waits for it to be loaded.
      const { Simulator } = yield* Effect.promise(() => import("@effect-ezviz/simulator"))
      return yield* Effect.gen(function* () {
        const { appKey, appSecret, url } = yield* Simulator.Simulator
        yield* Console.log(
          json || ndjson
            ? JSON.stringify({ url, appKey, appSecret })
            : `The simulated cloud listens at ${url} until it is stopped. For commands in another terminal:

  export EZVIZ_BASE_URL=${url}
  export EZVIZ_APP_KEY=${appKey}
  export EZVIZ_APP_SECRET=${appSecret}`
        )
        return yield* Effect.never
      }).pipe(Effect.provide(Simulator.layer({ port: Option.getOrUndefined(port), devices })))
    })
).pipe(
  Command.withDescription(
    "Run a stand-in for the cloud on this machine, to try everything without an account."
  )
)
