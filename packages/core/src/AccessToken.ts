/**
 * Who we are: gets the access token, keeps it fresh, and puts it on every call.
 *
 * The rules, each of which some client gets wrong: only 10002 renews, at most once per call; callers that failed with
 * the old token never throw away a new one; all who wait share one request, and none of them is lost when the one who
 * asked first is interrupted; a token is renewed ahead of its end; a second 10002 is an error that names the host.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import * as AccessTokenOperations from "./operations/AccessToken.js"
import * as Region from "./Region.js"
import * as TokenStore from "./TokenStore.js"

/**
 * Gives the current access token, and takes back one that the server has refused.
 *
 * @since 0.1.0
 * @category tags
 */
export class AccessToken extends /*#__PURE__*/ Context.Tag("@effect-ezviz/core/AccessToken")<
  AccessToken,
  {
    readonly get: Effect.Effect<TokenStore.StoredToken, ApiError.AccessTokenUnavailable>
    /** Says that the server refused this very token. A newer one stays. */
    readonly invalidate: (rejected: TokenStore.StoredToken) => Effect.Effect<void>
  }
>() {}

/**
 * A token that is known already: of a sub-account, or from somewhere else. It is never renewed.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerFixed = (options: {
  readonly accessToken: Redacted.Redacted<string>
  /** The address the token is valid at, if it is not the configured one. */
  readonly areaDomain?: string | undefined
}): Layer.Layer<AccessToken> =>
  Layer.succeed(AccessToken, {
    get: Effect.succeed({
      accessToken: options.accessToken,
      expiresAt: Number.POSITIVE_INFINITY,
      areaDomain: options.areaDomain
    }),
    invalidate: () => Effect.void
  })

/**
 * @since 0.1.0
 * @category models
 */
export interface AppKeyOptions {
  readonly appKey: string
  readonly appSecret: Redacted.Redacted<string>
  /** The configured base URL: what the token's areaDomain is judged by, and part of the store's key. */
  readonly baseUrl: string
  /** Domains besides the vendor's own that may be told the token. */
  readonly allowedAreaDomains?: ReadonlyArray<string> | undefined
  /** How long before its end a token is renewed in the background. Default: 12 hours. */
  readonly renewAhead?: Duration.DurationInput | undefined
}

/**
 * The token of an appKey and appSecret, got when it is first needed and kept in the TokenStore.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerAppKey = (
  options: AppKeyOptions
): Layer.Layer<AccessToken, never, EzvizClient.EzvizClient | TokenStore.TokenStore> =>
  Layer.scoped(AccessToken, makeAppKey(options))

const makeAppKey = Effect.fnUntraced(function* (options: AppKeyOptions) {
  const client = yield* EzvizClient.EzvizClient
  const store = yield* TokenStore.TokenStore
  const scope = yield* Effect.scope
  const key = `${options.appKey}@${options.baseUrl}`
  const renewAheadMillis = Duration.toMillis(options.renewAhead ?? Duration.hours(12))

  let current: TokenStore.StoredToken | undefined
  let rejected: TokenStore.StoredToken | undefined
  let inFlight: Deferred.Deferred<TokenStore.StoredToken, ApiError.AccessTokenUnavailable> | undefined

  const isRejected = (token: TokenStore.StoredToken) =>
    rejected !== undefined && Redacted.value(token.accessToken) === Redacted.value(rejected.accessToken)

  /** What another process sharing the store has got meanwhile, or a new one. */
  const obtain = store.exclusive(key)(
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const stored = yield* store.load(key)
      const renewing = current
      const usable = Option.filter(
        stored,
        (token) =>
          !isRejected(token) &&
          token.expiresAt - renewAheadMillis > now &&
          (renewing === undefined || token.expiresAt > renewing.expiresAt)
      )
      if (Option.isSome(usable)) return usable.value
      const token = yield* request(options).pipe(Effect.provideService(EzvizClient.EzvizClient, client))
      yield* store.save(key, token)
      return token
    })
  )

  /** Starts a flight, or joins the one under way. It belongs to the layer, not to the caller who happened to be first. */
  const fly = Effect.suspend(() => {
    if (inFlight !== undefined) return Effect.succeed(inFlight)
    const flight = Deferred.unsafeMake<TokenStore.StoredToken, ApiError.AccessTokenUnavailable>(FiberId.none)
    inFlight = flight
    return obtain.pipe(
      Effect.onExit((exit) => {
        inFlight = undefined
        if (Exit.isSuccess(exit)) current = exit.value
        return Deferred.done(flight, exit)
      }),
      Effect.interruptible,
      Effect.forkIn(scope),
      Effect.as(flight)
    )
  })

  const get = Effect.flatMap(Clock.currentTimeMillis, (now) => {
    if (current === undefined || current.expiresAt <= now) return Effect.flatMap(fly, Deferred.await)
    return current.expiresAt - renewAheadMillis <= now ? Effect.as(fly, current) : Effect.succeed(current)
  })

  const invalidate = (token: TokenStore.StoredToken) =>
    Effect.sync(() => {
      if (current === token) {
        current = undefined
        rejected = token
      }
    })

  // A closing scope interrupts the flight, and its end ends the waiters.
  yield* Scope.addFinalizer(
    scope,
    Effect.suspend(() => (inFlight ? Deferred.interrupt(inFlight) : Effect.void))
  )

  return { get, invalidate }
})

/** A year: no token of this API lives longer, so a later end is a mistake. */
const longestLife = 366 * 24 * 3_600_000

/** What the documentation promises, for when the answer makes no sense. */
const documentedLife = 7 * 24 * 3_600_000

/** Reads `expireTime` also where it comes in seconds; an end in the past or far away is taken for the documented one. */
const sensibleExpiry = (millis: number, now: number): number => {
  const candidate = millis < 100_000_000_000 ? millis * 1000 : millis
  return candidate > now && candidate - now < longestLife ? candidate : now + documentedLife
}

const request = Effect.fnUntraced(function* (options: AppKeyOptions) {
  const token = yield* AccessTokenOperations.get({
    appKey: options.appKey,
    appSecret: options.appSecret
  }).pipe(Effect.mapError(unavailable))
  if (
    token.areaDomain !== undefined &&
    !Region.isTrustedAreaDomain(token.areaDomain, options.baseUrl, options.allowedAreaDomains)
  ) {
    return yield* new ApiError.AccessTokenUnavailable({
      operation: AccessTokenOperations.get.definition.id,
      attempts: 1,
      maybeApplied: false,
      reason: `the areaDomain ${token.areaDomain} is none of the vendor's; allow it with allowedAreaDomains`,
      cause: undefined
    })
  }
  const now = yield* Clock.currentTimeMillis
  return {
    accessToken: token.accessToken,
    expiresAt: sensibleExpiry(DateTime.toEpochMillis(token.expireTime), now),
    areaDomain: token.areaDomain
  } satisfies TokenStore.StoredToken
})

const unavailable = (
  error: AccessTokenOperations.GetError | ApiError.Common
): ApiError.AccessTokenUnavailable =>
  new ApiError.AccessTokenUnavailable({
    operation: error.operation,
    host: error.host,
    attempts: error.attempts,
    maybeApplied: false,
    reason: error._tag,
    ...("code" in error && error.code !== undefined && { code: error.code }),
    // Out of the proxy in which an effect within a span fails.
    cause: Cause.originalError(error)
  })

/**
 * Puts the token on every call that needs one, and asks at its areaDomain. A call that is answered 10002 is replayed
 * once with a new token; a second 10002 is `TokenRejected`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient | AccessToken> =
  /*#__PURE__*/ EzvizClient.layerWrap((next) =>
    Effect.map(AccessToken, (provider): EzvizClient.Send => {
      const withToken = <E extends ApiError.CodedError>(
        call: EzvizClient.Call<E>,
        token: TokenStore.StoredToken
      ): Effect.Effect<EzvizClient.Answer, E | ApiError.Common> =>
        next({ ...call, accessToken: token.accessToken, areaDomain: token.areaDomain })

      return (call) => {
        if (call.route.auth === "none") return next(call)
        const tokenFor = Effect.mapError(
          provider.get,
          // `cause` is an Error's own and hidden property: a spread does not see it.
          (error) =>
            new ApiError.AccessTokenUnavailable({ ...error, cause: error.cause, operation: call.route.id })
        )
        return Effect.flatMap(tokenFor, (token) =>
          Effect.catchIf(withToken(call, token), isTokenRejected, (rejection) =>
            provider.invalidate(token).pipe(
              Effect.zipRight(tokenFor),
              // A provider that has no other token to give would only be refused again.
              Effect.flatMap((fresh) => (fresh === token ? Effect.fail(rejection) : withToken(call, fresh)))
            )
          )
        )
      }
    })
  )

/** By its code, since an operation's own table may call 10002 otherwise. */
const isTokenRejected = (error: { readonly _tag: string }): boolean =>
  "code" in error && error.code === "10002"
