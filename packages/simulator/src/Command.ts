/**
 * Running the simulator from a command line: the options, and what is done with them. `ezviz-simulator` and `ezviz sim`
 * have the same.
 *
 * Light: the simulator itself is loaded when it is run.
 *
 * @since 0.1.0
 */
import type * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Options from "@effect/cli/Options"
import * as ValidationError from "@effect/cli/ValidationError"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"

const refused = (name: string, expected: string) =>
  ValidationError.invalidValue(HelpDoc.p(`--${name} takes ${expected}`))

const whole = (name: string, to = Number.MAX_SAFE_INTEGER) =>
  Options.integer(name).pipe(
    Options.mapEffect((number) =>
      number >= 0 && number <= to
        ? Effect.succeed(number)
        : Effect.fail(
            refused(name, to === Number.MAX_SAFE_INTEGER ? "a number from 0" : `a number from 0 to ${to}`)
          )
    ),
    Options.optional
  )

const duration = (name: string) =>
  Options.text(name).pipe(
    Options.mapEffect((text) =>
      Duration.decodeUnknown(text).pipe(
        Option.filter(Duration.greaterThan(0)),
        Option.match({
          onNone: () => Effect.fail(refused(name, 'a time such as "7 days" or "30 seconds"')),
          onSome: Effect.succeed
        })
      )
    ),
    Options.optional
  )

const variable = "EZVIZ_WEBHOOK_SECRET"

/**
 * What can be said on the command line.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  port: whole("port", 65_535).pipe(Options.withDescription("The port to listen at. Default: a free one.")),
  devices: whole("devices").pipe(Options.withDescription("How many devices the account has. Default: 12.")),
  tokenLife: duration("token-life").pipe(
    Options.withDescription('How long an access token lives. Default: "7 days", as documented.')
  ),
  callsPerSecond: whole("calls-per-second").pipe(
    Options.withDescription("How many calls of a second are answered, and the rest 10029. Default: all.")
  ),
  callsPerMinute: whole("calls-per-minute").pipe(Options.withDescription("The same for a minute.")),
  callsPerDay: whole("calls-per-day").pipe(
    Options.withDescription("How many calls of a day are answered, and the rest 10007. Default: all.")
  ),
  capturesPerDay: whole("captures-per-day").pipe(
    Options.withDescription("How many captures of a day are answered, and the rest 10028. Default: all.")
  ),
  faults: Options.file("faults", { exists: "yes" }).pipe(
    Options.optional,
    Options.withDescription("A file with a JSON array of fault rules.")
  ),
  webhook: Options.text("webhook").pipe(
    Options.mapEffect((url) =>
      /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")
        ? Effect.succeed(url)
        : Effect.fail(refused("webhook", "an address that begins with http: or https:"))
    ),
    Options.optional,
    Options.withDescription(
      `The address that alarms are pushed to, signed with the key in ${variable}, if it is set.`
    )
  ),
  alarmsEvery: duration("alarms-every").pipe(
    Options.withDescription('About how often a device raises an alarm, such as "30 seconds". Default: never.')
  )
}

/**
 * What was said.
 *
 * @since 0.1.0
 * @category models
 */
export interface Said extends Command.Command.ParseConfig<typeof options> {}

/**
 * Runs a simulator until it is stopped. Prints where it is, for a person or as one line of JSON.
 *
 * @since 0.1.0
 * @category running
 */
export const run = ({ faults, webhook, ...said }: Said, printed: { readonly json: boolean }) =>
  Effect.gen(function* () {
    const { FaultFile, Push, Simulator } = yield* Effect.promise(() => import("./index.js"))
    const secret = Option.getOrElse(yield* Config.option(Config.redacted(variable)), () => Push.defaultSecret)
    const url = Option.getOrUndefined(webhook)
    const simulator = Simulator.layer({
      port: Option.getOrUndefined(said.port),
      devices: Option.getOrUndefined(said.devices),
      tokenLife: Option.getOrUndefined(said.tokenLife),
      callsPerSecond: Option.getOrUndefined(said.callsPerSecond),
      callsPerMinute: Option.getOrUndefined(said.callsPerMinute),
      callsPerDay: Option.getOrUndefined(said.callsPerDay),
      capturesPerDay: Option.getOrUndefined(said.capturesPerDay),
      alarmsEvery: Option.getOrUndefined(said.alarmsEvery),
      webhook: url === undefined ? undefined : { url, secret },
      faults: Option.isNone(faults) ? undefined : yield* FaultFile.read(faults.value)
    })
    return yield* Effect.gen(function* () {
      const { appKey, appSecret, url: address } = yield* Simulator.Simulator
      yield* Console.log(
        printed.json
          ? JSON.stringify({ url: address, appKey, appSecret })
          : [
              `The simulated cloud listens at ${address} until it is stopped, and shows itself there to a browser.`,
              ...(url === undefined
                ? []
                : [
                    `Pushes go to ${url}, signed with ${
                      secret === Push.defaultSecret ? Redacted.value(secret) : `the key in ${variable}`
                    }.`
                  ]),
              "For commands in another terminal:",
              "",
              `  export EZVIZ_BASE_URL=${address}`,
              `  export EZVIZ_APP_KEY=${appKey}`,
              `  export EZVIZ_APP_SECRET=${appSecret}`
            ].join("\n")
      )
      return yield* Effect.never
    }).pipe(Effect.provide(simulator))
  })
