/**
 * Whose account a command works with.
 *
 * What `ezviz login` stores is readable by its owner alone: in `$XDG_CONFIG_HOME/ezviz` (`~/.config/ezviz`), under
 * Windows in `%APPDATA%\ezviz`, a directory for each profile.
 *
 * @since 0.1.0
 */
import { homedir } from "node:os"
import type * as PlatformError from "@effect/platform/Error"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as FileSystem from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Path from "@effect/platform/Path"
import { Ezviz, type EzvizClient, FileTokenStore, TokenStore } from "@effect-ezviz/core"
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Failure from "./Failure.js"

/**
 * The name of a profile. It becomes the name of a directory, so that a name is refused that could lead anywhere else:
 * 1 to 64 letters, digits, `_`, `-` and `.`, with a letter or a digit at both ends.
 *
 * @since 0.1.0
 * @category models
 */
export const ProfileName = Schema.String.pipe(
  Schema.pattern(/^[A-Za-z0-9]([\w.-]{0,62}[A-Za-z0-9])?$/, {
    message: () =>
      "the name of a profile has up to 64 letters, digits, '_', '-' and '.', with a letter or a digit at both ends"
  }),
  Schema.brand("@effect-ezviz/cli/ProfileName")
)

/**
 * A name that is safe as the name of a directory.
 *
 * @since 0.1.0
 * @category models
 */
export type ProfileName = typeof ProfileName.Type

/**
 * What an application calls the cloud with.
 *
 * @since 0.1.0
 * @category models
 */
export interface Credentials {
  readonly appKey: string
  readonly appSecret: Redacted.Redacted<string>
  /** Where to ask first. Default: the vendor's global address. */
  readonly baseUrl?: string | undefined
}

/**
 * The account of this command.
 *
 * @since 0.1.0
 * @category tags
 */
export class Account extends Context.Tag("@effect-ezviz/cli/Account")<
  Account,
  Credentials & {
    /** The profile it is stored under; absent where it comes from the environment. */
    readonly profile: ProfileName | undefined
  }
>() {}

const Stored = Schema.parseJson(
  Schema.Struct({
    appKey: Schema.NonEmptyString,
    appSecret: Schema.Redacted(Schema.NonEmptyString),
    baseUrl: Schema.optionalWith(Schema.NonEmptyString, { exact: true })
  })
)

/** Where files have no modes of their own. */
const ignoreModes = process.platform === "win32"

/** An empty variable is none, and one that is relative is not to be used. */
const home = (variable: string, ...otherwise: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const path = yield* Path.Path
    const set = yield* Config.option(Config.nonEmptyString(variable))
    return path.join(
      Option.getOrElse(Option.filter(set, path.isAbsolute), () => path.join(homedir(), ...otherwise)),
      "ezviz"
    )
  })

const directory = ignoreModes ? home("APPDATA", "AppData", "Roaming") : home("XDG_CONFIG_HOME", ".config")

const credentialsName = "credentials.json"
const tokensName = "tokens"

/** The file, or what is left of a login that was killed while writing it. */
const isCredentials = (name: string) =>
  name === credentialsName || (name.startsWith(`${credentialsName}.`) && name.endsWith(".new"))

const directoryOf = (profile: ProfileName) =>
  Effect.flatMap(directory, (parent) => Effect.map(Path.Path, (path) => path.join(parent, profile)))

const fileOf = (profile: ProfileName) =>
  Effect.flatMap(directoryOf(profile), (parent) =>
    Effect.map(Path.Path, (path) => path.join(parent, credentialsName))
  )

const unusable = (what: string) => (error: PlatformError.PlatformError) =>
  new Failure.NoAccount({ message: `${what}: ${error.message}` })

const exists = (path: string) =>
  Effect.flatMap(FileSystem.FileSystem, (fs) =>
    Effect.mapError(fs.exists(path), unusable(`${path} cannot be read`))
  )

/**
 * The credentials that are stored under a profile.
 *
 * @since 0.1.0
 * @category stores
 */
export const load = (profile: ProfileName) =>
  Effect.gen(function* () {
    const fs = yield* FileSystem.FileSystem
    const path = yield* fileOf(profile)
    if (!(yield* exists(path))) return Option.none<Credentials>()
    const text = yield* Effect.gen(function* () {
      const { mode } = yield* fs.stat(path)
      return !ignoreModes && (mode & 0o077) !== 0
        ? yield* new Failure.NoAccount({
            message: `Others than its owner can read ${path}. Take the right from them: chmod 600 ${path}`
          })
        : yield* fs.readFileString(path)
    }).pipe(
      Effect.catchTags({
        BadArgument: unusable(`${path} cannot be read`),
        SystemError: unusable(`${path} cannot be read`)
      })
    )
    return Option.some<Credentials>(
      yield* Effect.mapError(
        Schema.decode(Stored)(text),
        () => new Failure.NoAccount({ message: `${path} is damaged: log in again.` })
      )
    )
  })

/**
 * Stores credentials under a profile, in place of those that were there.
 *
 * @since 0.1.0
 * @category stores
 */
export const save = (profile: ProfileName, credentials: Credentials) =>
  Effect.gen(function* () {
    const fs = yield* FileSystem.FileSystem
    const path = yield* fileOf(profile)
    const { baseUrl, ...keys } = credentials
    const text = yield* Schema.encode(Stored)(baseUrl === undefined ? keys : { ...keys, baseUrl })
    // Whoever is stopped while writing leaves the old one.
    const fresh = `${path}.${globalThis.crypto.randomUUID()}.new`
    yield* Effect.gen(function* () {
      yield* fs.makeDirectory(yield* directoryOf(profile), { recursive: true, mode: 0o700 })
      yield* fs.writeFileString(fresh, `${text}\n`, { flag: "wx", mode: 0o600 })
      yield* fs.rename(fresh, path)
    }).pipe(
      Effect.onError(() => Effect.ignore(fs.remove(fresh, { force: true }))),
      Effect.catchTags({
        BadArgument: unusable(`${path} cannot be written`),
        SystemError: unusable(`${path} cannot be written`)
      })
    )
    return path
  })

/**
 * Forgets a profile with its credentials and tokens; whether there was one.
 *
 * @since 0.1.0
 * @category stores
 */
export const forget = (profile: ProfileName) =>
  Effect.gen(function* () {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const kept = yield* directoryOf(profile)
    if (!(yield* exists(kept))) return false
    return yield* Effect.gen(function* () {
      const names = yield* fs.readDirectory(kept)
      // What somebody else has put there stays, and with it the directory.
      const ours = names.filter((name) => name === tokensName || isCredentials(name))
      yield* Effect.forEach(ours, (name) =>
        fs.remove(path.join(kept, name), { recursive: true, force: true })
      )
      if (ours.length === names.length) yield* fs.remove(kept, { recursive: true })
      return ours.length > 0
    }).pipe(Effect.mapError(unusable(`${kept} cannot be removed`)))
  })

/**
 * The profiles that there are.
 *
 * @since 0.1.0
 * @category stores
 */
export const profiles = Effect.gen(function* () {
  const fs = yield* FileSystem.FileSystem
  const path = yield* directory
  if (!(yield* exists(path))) return []
  const names = yield* Effect.mapError(fs.readDirectory(path), unusable(`${path} cannot be read`))
  const stored = yield* Effect.forEach(names.filter(Schema.is(ProfileName)).sort(), (profile) =>
    Effect.map(
      load(profile),
      Option.map((credentials) => ({ profile, ...credentials }))
    )
  )
  return stored.flatMap(Option.toArray)
})

const fromEnvironment = Config.all({
  appKey: Config.option(Config.nonEmptyString("EZVIZ_APP_KEY")),
  appSecret: Config.option(Config.redacted(Config.nonEmptyString("EZVIZ_APP_SECRET"))),
  baseUrl: Config.withDefault(Config.nonEmptyString("EZVIZ_BASE_URL"), undefined)
})

const nameInEnvironment = Config.nonEmptyString("EZVIZ_PROFILE").pipe(
  Config.mapOrFail((name) =>
    Either.mapLeft(Schema.decodeEither(ProfileName)(name), ({ message }) =>
      ConfigError.InvalidData([], message)
    )
  ),
  Config.withDefault(ProfileName.make("default"))
)

/**
 * The name of the profile: as given, or from `EZVIZ_PROFILE`, or `default`.
 *
 * @since 0.1.0
 * @category accounts
 */
export const profileName = (
  given: Option.Option<ProfileName>
): Effect.Effect<ProfileName, ConfigError.ConfigError> =>
  Option.match(given, { onNone: () => nameInEnvironment, onSome: Effect.succeed })

/**
 * The account to use: of the profile that the command line names, or of the environment, or of the profile that
 * `EZVIZ_PROFILE` names, or of the one called `default`.
 *
 * @since 0.1.0
 * @category accounts
 */
export const current = (given: Option.Option<ProfileName>) =>
  Effect.gen(function* () {
    const { appKey, appSecret, baseUrl } = yield* fromEnvironment
    if (Option.isNone(given)) {
      if (Option.isSome(appKey) && Option.isSome(appSecret)) {
        return Account.of({ appKey: appKey.value, appSecret: appSecret.value, baseUrl, profile: undefined })
      }
      if (Option.isSome(appKey) !== Option.isSome(appSecret)) {
        const missing = Option.isSome(appKey) ? "EZVIZ_APP_SECRET" : "EZVIZ_APP_KEY"
        return yield* new Failure.NoAccount({
          message: `Half an account is in the environment: set ${missing}, too.`
        })
      }
    }
    const profile = yield* profileName(given)
    const stored = yield* load(profile)
    if (Option.isSome(stored)) return Account.of({ ...stored.value, profile })
    return yield* new Failure.NoAccount({
      message: `No account${profile === "default" ? "" : ` under the profile ${profile}`}: run \`ezviz login${
        profile === "default" ? "" : ` --profile ${profile}`
      }\`, or set EZVIZ_APP_KEY and EZVIZ_APP_SECRET. To try it without one, run \`ezviz sim\` in another terminal and set what it prints.`
    })
  })

/** Tokens of a profile are kept with it; those of an account in the environment in memory, since nobody logged in. */
const tokens = (profile: ProfileName | undefined) =>
  profile === undefined
    ? TokenStore.layerMemory
    : Layer.unwrapEffect(
        Effect.gen(function* () {
          const path = yield* Path.Path
          return FileTokenStore.layer({
            directory: path.join(yield* directoryOf(profile), tokensName),
            ignoreModes
          })
        })
      )

/** A store that has nothing yet, and keeps what comes. */
const forgetful = Layer.effect(
  TokenStore.TokenStore,
  Effect.map(TokenStore.TokenStore, (store) => ({ ...store, load: () => Effect.succeedNone }))
)

/**
 * The client of an account. `renew` asks for a token whatever is stored, which proves the credentials.
 *
 * @since 0.1.0
 * @category layers
 */
export const client = (
  { profile, ...credentials }: Context.Tag.Service<Account>,
  options: { readonly renew?: boolean } = {}
) => {
  const store = tokens(profile)
  return Ezviz.layerWithStore(credentials).pipe(
    Layer.provide(options.renew ? Layer.provide(forgetful, store) : store),
    Layer.provideMerge(FetchHttpClient.layer)
  )
}

/**
 * The account to use, and its client.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  given: Option.Option<ProfileName>
): Layer.Layer<
  Account | EzvizClient.EzvizClient | HttpClient.HttpClient,
  Failure.NoAccount | ConfigError.ConfigError | TokenStore.TokenStoreError,
  FileSystem.FileSystem | Path.Path
> =>
  Layer.unwrapEffect(
    Effect.map(current(given), (account) => Layer.merge(Layer.succeed(Account, account), client(account)))
  )
