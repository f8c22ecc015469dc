import { createServer } from "node:http"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as HttpServer from "@effect/platform/HttpServer"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Verifier } from "@effect-ezviz/webhook"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Inspection from "../inspector/Inspection.js"
import * as Inspector from "../inspector/Inspector.js"
import * as Output from "../Output.js"
import * as Secret from "../Secret.js"

const port = Options.integer("port").pipe(
  Options.withDefault(8787),
  Options.withDescription("The port to listen at; 0 for a free one.")
)

const host = Options.text("host").pipe(
  Options.withDefault("127.0.0.1"),
  Options.withDescription("The address to listen at.")
)

const unsigned = Options.boolean("unsigned").pipe(
  Options.withDescription("Believe pushes without a signature.")
)

const reveal = Options.boolean("reveal").pipe(
  Options.withDescription("Show the signed addresses in pushes, too.")
)

const variable = "EZVIZ_WEBHOOK_SECRETS"

/** The signing keys: from the environment, with commas between them, or else the one that is asked for. */
const secrets = Effect.gen(function* () {
  const found = yield* Config.option(Config.array(Config.redacted(), variable))
  if (Option.isSome(found)) return found.value
  const ask = yield* Secret.asking
  return [yield* ask({ variable, message: "The webhook's signing key (or say --unsigned)" })]
})

/** A push as a person reads it in a terminal: a line, and what it says below. */
const pretty = (push: Inspection.Inspection): string => {
  const at = Output.instant(DateTime.unsafeMake(push.at))
  const word = push.outcome === "accepted" ? (push.verified ? "verified" : "unsigned") : push.outcome
  const from = push.deviceSerial === undefined ? "" : ` from ${push.deviceSerial}`
  const channel = push.channelNo === undefined ? "" : `, channel ${push.channelNo}`
  const why = push.refusal === undefined ? "" : `: ${push.refusal.reason}: ${push.refusal.message}`
  const line = `${at}  ${word}  ${push.type || "no push"}${from}${channel}${why}  (${push.status} in ${push.answeredInMillis} ms)`
  const payload = Output.json(push.payload, { indent: 2 }).split("\n")
  return [line, ...payload.map((text) => `  ${text}`)].map(Output.printable).join("\n")
}

export const webhook = Command.make(
  "webhook",
  { port, host, unsigned, reveal, ndjson: Output.format.ndjson },
  ({ port, host, unsigned, reveal, ndjson }) =>
    Effect.gen(function* () {
      const verifier = unsigned ? Verifier.layerUnsigned : Verifier.layer({ secrets: yield* secrets })
      const app = yield* Inspector.make({
        unsigned,
        reveal,
        onInspection: (push) => Console.log(ndjson ? Output.json(push) : pretty(push))
      })
      yield* Effect.provide(HttpServer.serveEffect(app), verifier)
      yield* HttpServer.addressFormattedWith((url) =>
        Console.error(`Listening for pushes at ${url}, which shows them to a browser on this machine.`)
      )
      return yield* Effect.never
    }).pipe(Effect.scoped, Effect.provide(NodeHttpServer.layer(createServer, { port, host })))
).pipe(Command.withDescription("Receive pushes on this machine and show them as they come, for development."))
