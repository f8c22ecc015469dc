import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Device, Region } from "@effect-ezviz/core"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Record from "effect/Record"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as Account from "../Account.js"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"
import * as Secret from "../Secret.js"
import { root } from "./root.js"

const check = Options.boolean("check").pipe(
  Options.withDescription("Only say which account is used, and whether the cloud takes it.")
)

const region = Options.choice("region", Record.keys(Region.hosts)).pipe(
  Options.optional,
  Options.withDescription(
    "Where the application is registered. Default: EZVIZ_BASE_URL, or global, which finds all but china."
  )
)

const entered = (given: Option.Option<Account.ProfileName>, region: Option.Option<Region.Region>) =>
  Effect.gen(function* () {
    const profile = yield* Account.profileName(given)
    const ask = yield* Secret.asking
    const appKey = yield* ask({
      variable: "EZVIZ_APP_KEY",
      message: "The application's appKey",
      visible: true
    })
    const appSecret = yield* ask({ variable: "EZVIZ_APP_SECRET", message: "The application's appSecret" })
    const baseUrl = Option.isSome(region)
      ? Region.hosts[region.value]
      : yield* Config.withDefault(Config.nonEmptyString("EZVIZ_BASE_URL"), undefined)
    return Account.Account.of({ profile, appKey: Redacted.value(appKey), appSecret, baseUrl })
  })

/** A new token, and the smallest call that needs one. */
const proven = (account: Account.Account["Type"]) =>
  Effect.map(
    Effect.provide(Device.list({ pageSize: 1 }), Account.client(account, { renew: true })),
    ({ total }) => ({
      appKey: account.appKey,
      profile: account.profile,
      baseUrl: account.baseUrl ?? Region.hosts.global,
      devices: total
    })
  )

export const login = Command.make(
  "login",
  { check, region, ...Output.format },
  ({ check, region, ...format }) =>
    Effect.gen(function* () {
      const { profile: given } = yield* root
      const account = check ? yield* Account.current(given) : yield* entered(given, region)
      const facts = yield* proven(account)
      if (!check && account.profile !== undefined) {
        const path = yield* Account.save(account.profile, account)
        yield* Console.error(`Logged in. The credentials are in ${path}, which only you can read.`)
      }
      yield* Output.one(facts, format, {
        appKey: ({ appKey }) => appKey,
        From: ({ profile }) => (profile === undefined ? "the environment" : `the profile ${profile}`),
        Address: ({ baseUrl }) => baseUrl,
        Devices: ({ devices }) => devices
      })
    })
).pipe(
  Command.withDescription(
    "Store the credentials of an account, once the cloud has taken them. They are asked for, or read from EZVIZ_APP_KEY and EZVIZ_APP_SECRET, or from standard input: a line for the appKey, and one for the appSecret."
  )
)

export const logout = Command.make("logout", Output.format, (format) =>
  Effect.gen(function* () {
    const profile = yield* Account.profileName((yield* root).profile)
    if (!(yield* Account.forget(profile))) {
      return yield* new Failure.NoAccount({ message: `Nobody is logged in under the profile ${profile}.` })
    }
    yield* format.json || format.ndjson
      ? Output.document({ forgotten: profile }, format)
      : Console.error(`Forgotten: the credentials and the token of the profile ${profile}.`)
  })
).pipe(Command.withDescription("Forget the stored credentials and token of a profile."))

export const profiles = Command.make("profiles", Output.format, (format) =>
  Output.items(
    Stream.fromIterableEffect(
      Effect.map(Account.profiles, (all) =>
        all.map(({ appKey, baseUrl, profile }) => ({
          profile,
          appKey,
          baseUrl: baseUrl ?? Region.hosts.global
        }))
      )
    ),
    format,
    {
      PROFILE: ({ profile }) => profile,
      APPKEY: ({ appKey }) => appKey,
      ADDRESS: ({ baseUrl }) => baseUrl
    }
  )
).pipe(Command.withDescription("List the profiles that are logged in."))
