/**
 * Access tokens in files, shared by the processes of a machine. Over the `FileSystem` of `@effect/platform`, so that it
 * runs wherever there is one: `NodeFileSystem.layer`, `BunFileSystem.layer`.
 *
 * A file is readable by its owner alone, and replaced as a whole: whoever is killed while writing leaves the old one.
 *
 * @since 0.1.0
 */
import type * as PlatformError from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import { withLease } from "./internal/lease.js"
import { makeLocks } from "./internal/locks.js"
import { makeSealing } from "./internal/sealedToken.js"
import * as TokenStore from "./TokenStore.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Made if need be, for its owner alone. */
  readonly directory: string
  /** Encrypts what is stored; 32 characters or more at random, such as from `openssl rand -base64 32`. */
  readonly encryptionKey?: Redacted.Redacted<string> | undefined
  /** After how long without a sign of life a holder of the lock counts as dead. Default: 10 seconds. */
  readonly lease?: Duration.DurationInput | undefined
  /** Where files have no modes of their own, as on Windows: whether others can read them is not looked at. */
  readonly ignoreModes?: boolean | undefined
}

const unavailable = (message: string) => (cause: unknown) =>
  new TokenStore.TokenStoreError({ reason: "unavailable", message, cause })

const isReason = (reason: PlatformError.SystemErrorReason) => (error: PlatformError.PlatformError) =>
  error._tag === "SystemError" && error.reason === reason

/** Names a file: a key has characters that a name has not. */
const fileName = (key: string) =>
  Effect.map(
    Effect.promise(() => globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(key))),
    (digest) => Encoding.encodeHex(new Uint8Array(digest).slice(0, 16))
  )

const mtimeOf = (info: FileSystem.File.Info) =>
  Option.getOrElse(
    Option.map(info.mtime, (time) => time.getTime()),
    () => 0
  )

/**
 * Keeps tokens in files of a directory.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<TokenStore.TokenStore, TokenStore.TokenStoreError, FileSystem.FileSystem> =>
  Layer.effect(TokenStore.TokenStore, make(options))

const make = Effect.fnUntraced(function* (options: Options) {
  const fs = yield* FileSystem.FileSystem
  const sealing = yield* makeSealing(options.encryptionKey)
  const lease = Duration.decode(options.lease ?? "10 seconds")
  const me = globalThis.crypto.randomUUID()
  const { directory } = options
  yield* Effect.mapError(
    fs.makeDirectory(directory, { recursive: true, mode: 0o700 }),
    unavailable(`the directory ${directory} cannot be made`)
  )
  const pathOf = (key: string) => Effect.map(fileName(key), (name) => `${directory}/${name}`)

  const refuseOpen = (path: string, info: FileSystem.File.Info) =>
    !options.ignoreModes && (info.mode & 0o077) !== 0
      ? Effect.fail(
          new TokenStore.TokenStoreError({
            reason: "insecure",
            message: `others than its owner can read ${path}; remove it, or take the right from them (chmod 600)`
          })
        )
      : Effect.void

  const load = (key: string) =>
    Effect.gen(function* () {
      const path = yield* pathOf(key)
      const info = yield* fs.stat(path).pipe(
        Effect.asSome,
        Effect.catchIf(isReason("NotFound"), () => Effect.succeedNone),
        Effect.mapError(unavailable(`${path} cannot be read`))
      )
      if (Option.isNone(info)) return Option.none()
      yield* refuseOpen(path, info.value)
      const text = yield* Effect.mapError(fs.readFileString(path), unavailable(`${path} cannot be read`))
      return yield* sealing.open(key, text)
    })

  /** What those left who were killed while writing: whoever writes holds the lock. */
  const sweep = (name: string) =>
    Effect.flatMap(fs.readDirectory(directory), (files) =>
      Effect.forEach(
        files.filter((file) => file.startsWith(`${name}.`) && file.endsWith(".new")),
        (file) => fs.remove(`${directory}/${file}`, { force: true }),
        { discard: true }
      )
    ).pipe(Effect.ignore)

  const save = (key: string, token: TokenStore.StoredToken) =>
    Effect.gen(function* () {
      const text = yield* sealing.seal(key, token)
      const name = yield* fileName(key)
      const path = `${directory}/${name}`
      yield* sweep(name)
      const fresh = `${path}.${globalThis.crypto.randomUUID()}.new`
      yield* Effect.scoped(
        Effect.flatMap(fs.open(fresh, { flag: "wx", mode: 0o600 }), (file) =>
          Effect.zipRight(file.writeAll(new TextEncoder().encode(text)), file.sync)
        )
      ).pipe(
        Effect.zipRight(fs.rename(fresh, path)),
        Effect.onError(() => Effect.ignore(fs.remove(fresh, { force: true }))),
        Effect.mapError(unavailable(`${path} cannot be written`))
      )
    })

  const leaseOf = (path: string) => {
    const lock = `${path}.lock`
    const create = fs.writeFileString(lock, me, { flag: "wx", mode: 0o600 }).pipe(
      Effect.as(true),
      Effect.catchIf(isReason("AlreadyExists"), () => Effect.succeed(false))
    )
    /** Takes the lock of a dead holder out of the way; what turns out to be another's meanwhile is put back. */
    const bury = (dead: string) => {
      const aside = `${lock}.${me}`
      return Effect.gen(function* () {
        yield* fs.rename(lock, aside)
        if ((yield* fs.readFileString(aside)) !== dead) yield* Effect.ignore(fs.link(aside, lock))
        yield* fs.remove(aside, { force: true })
      })
    }
    const tryAcquire = Effect.gen(function* () {
      if (yield* create) return true
      const holder = yield* fs.readFileString(lock)
      const signOfLife = mtimeOf(yield* fs.stat(lock))
      const now = yield* Clock.currentTimeMillis
      if (now - signOfLife <= Duration.toMillis(lease)) return false
      yield* bury(holder)
      return yield* create
    }).pipe(
      // It was released while it was looked at.
      Effect.catchIf(isReason("NotFound"), () => Effect.succeed(false)),
      Effect.mapError(unavailable(`${lock} cannot be had`))
    )
    return {
      tryAcquire,
      renew: Effect.flatMap(Clock.currentTimeMillis, (now) =>
        Effect.mapError(
          fs.utimes(lock, new Date(now), new Date(now)),
          unavailable(`${lock} cannot be renewed`)
        )
      ),
      release: Effect.flatMap(fs.readFileString(lock), (holder) =>
        holder === me ? fs.remove(lock, { force: true }) : Effect.void
      ).pipe(
        Effect.catchIf(isReason("NotFound"), () => Effect.void),
        Effect.mapError(unavailable(`${lock} cannot be released`))
      )
    }
  }

  const locks = yield* makeLocks
  const exclusive =
    (key: string) =>
    <A, E, R>(effect: Effect.Effect<A, E, R>) =>
      Effect.flatMap(pathOf(key), (path) => locks(key)(withLease(leaseOf(path), lease)(effect)))

  return { load, save, exclusive }
})
