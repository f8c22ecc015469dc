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
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import * as Metrics from "./Metrics.js"
import * as AccessTokenOperations from "./operations/AccessToken.js"
import * as Ram from "./operations/Ram.js"
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
export interface RenewingOptions<R> {
  /** What the token is kept under in the store: who it belongs to, and where it was asked for. */
  readonly key: string
  /** Gets a new token. It is run by one process at a time, of those that share the store. */
  readonly request: Effect.Effect<TokenStore.StoredToken, ApiError.AccessTokenUnavailable, R>
  /**
   * How long before its end a token is renewed in the background, but never before half of its time is over. Default:
   * 12 hours.
   */
  readonly renewAhead?: Duration.DurationInput | undefined
}

/**
 * A token from anywhere, got by an effect of your own when it is first needed, kept in the `TokenStore`, and renewed
 * ahead of its end or when the server refuses it.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerRenewing = <R>(
  options: RenewingOptions<R>
): Layer.Layer<AccessToken, never, R | TokenStore.TokenStore> =>
  Layer.scoped(AccessToken, makeRenewing(options))

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
  /**
   * How long before its end a token is renewed in the background, but never before half of its time is over. Default:
   * 12 hours.
   */
  readonly renewAhead?: Duration.DurationInput | undefined
}

/**
 * The token of an appKey and appSecret, got when it is first needed and kept in the `TokenStore`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerAppKey = (
  options: AppKeyOptions
): Layer.Layer<AccessToken, never, EzvizClient.EzvizClient | TokenStore.TokenStore> =>
  layerRenewing({
    key: `${options.appKey}@${options.baseUrl}`,
    request: request(options),
    renewAhead: options.renewAhead
  })

/**
 * @since 0.1.0
 * @category models
 */
export interface SubAccountOptions extends Omit<AppKeyOptions, "appKey" | "appSecret"> {
  readonly accountId: string
}

/**
 * The token of a sub-account, asked for by the client of the main account that this layer is given. Calls that are
 * made with it are limited to what the sub-account may do.
 *
 * Source: "Sub-account (RAM)", Access Mode B Sub-Account AccessToken.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerSubAccount = (
  options: SubAccountOptions
): Layer.Layer<AccessToken, never, EzvizClient.EzvizClient | TokenStore.TokenStore> =>
  layerRenewing({
    key: `sub-account ${options.accountId}@${options.baseUrl}`,
    request: Ram.getToken({ accountId: options.accountId }).pipe(
      Effect.mapError(unavailable),
      Effect.flatMap((token) => stored(token, options))
    ),
    renewAhead: options.renewAhead
  })

/** After a renewal ahead of the end that failed, the next one is tried so much later: the old token still serves. */
const renewAgainAfter = 60_000

const makeRenewing = Effect.fnUntraced(function* <R>(options: RenewingOptions<R>) {
  const context = yield* Effect.context<R>()
  const store = yield* TokenStore.TokenStore
  const scope = yield* Effect.scope
  const { key } = options
  const renewAheadMillis = Duration.toMillis(options.renewAhead ?? Duration.hours(12))

  const renew = options.request.pipe(
    Effect.provide(context),
    Effect.tapBoth({
      onSuccess: () => Metric.increment(Metric.tagged(Metrics.tokenRequests, "outcome", "ok")),
      onFailure: () => Metric.increment(Metric.tagged(Metrics.tokenRequests, "outcome", "failed"))
    })
  )

  /** The token that serves, and when to renew it. */
  let current: { readonly token: TokenStore.StoredToken; renewAt: number } | undefined
  let rejected: TokenStore.StoredToken | undefined
  let inFlight: Deferred.Deferred<TokenStore.StoredToken, ApiError.AccessTokenUnavailable> | undefined

  const isRejected = (token: TokenStore.StoredToken) =>
    rejected !== undefined && Redacted.value(token.accessToken) === Redacted.value(rejected.accessToken)

  /** What another process sharing the store has got meanwhile, or a new one. */
  const shared = store.exclusive(key)(
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const stored = yield* store.load(key)
      const renewing = current
      const usable = Option.filter(
        stored,
        (token) =>
          !isRejected(token) &&
          token.expiresAt > now &&
          (renewing === undefined || token.expiresAt > renewing.token.expiresAt)
      )
      if (Option.isSome(usable)) return usable.value
      const token = yield* renew
      yield* Effect.catchTag(store.save(key, token), "TokenStoreError", (error) =>
        Effect.logWarning("The access token could not be stored", error.message)
      )
      return token
    })
  )

  /** A store that is down must not stop the calls; one that others can read must. */
  const obtain = Effect.catchTag(shared, "TokenStoreError", (error) =>
    error.reason === "insecure"
      ? Effect.fail(
          new ApiError.AccessTokenUnavailable({
            operation: AccessTokenOperations.get.definition.id,
            attempts: 0,
            maybeApplied: false,
            reason: error._tag,
            cause: error
          })
        )
      : Effect.zipRight(Effect.logWarning("The token store is not used", error.message), renew)
  )

  const landed = (exit: Exit.Exit<TokenStore.StoredToken, ApiError.AccessTokenUnavailable>) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      inFlight = undefined
      if (Exit.isSuccess(exit)) {
        const { expiresAt } = exit.value
        const ahead = Math.min(renewAheadMillis, (expiresAt - now) / 2)
        current = { token: exit.value, renewAt: expiresAt - ahead }
        return Effect.void
      }
      if (current === undefined || Exit.isInterrupted(exit)) return Effect.void
      current.renewAt = now + renewAgainAfter
      return Effect.logWarning("The access token could not be renewed ahead of its end", exit.cause)
    })

  /** Starts a flight, or joins the one under way. It belongs to the layer, not to the caller who happened to be first. */
  const fly = Effect.suspend(() => {
    if (inFlight !== undefined) return Effect.succeed(inFlight)
    const flight = Deferred.unsafeMake<TokenStore.StoredToken, ApiError.AccessTokenUnavailable>(FiberId.none)
    inFlight = flight
    return obtain.pipe(
      Effect.onExit((exit) => Effect.zipRight(landed(exit), Deferred.done(flight, exit))),
      Effect.interruptible,
      Effect.forkIn(scope),
      Effect.as(flight)
    )
  })

  const get = Effect.flatMap(Clock.currentTimeMillis, (now) => {
    if (current === undefined || current.token.expiresAt <= now) return Effect.flatMap(fly, Deferred.await)
    const { renewAt, token } = current
    return renewAt <= now ? Effect.as(fly, token) : Effect.succeed(token)
  })

  const invalidate = (token: TokenStore.StoredToken) =>
    Effect.sync(() => {
      if (current?.token === token) {
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
  return yield* stored(token, options)
})

/** A token as it is kept: its end made sensible, its areaDomain one that may be told it. */
const stored = Effect.fnUntraced(function* (
  token: AccessTokenOperations.Token,
  options: Pick<AppKeyOptions, "baseUrl" | "allowedAreaDomains">
) {
  if (
    token.areaDomain !== undefined &&
    !Region.isTrustedAreaDomain(token.areaDomain, options.baseUrl, options.allowedAreaDomains)
  ) {
    return yield* new ApiError.AccessTokenUnavailable({
      operation: AccessTokenOperations.get.definition.id,
      attempts: 1,
      maybeApplied: false,
      reason: `the areaDomain ${token.areaDomain} is not https at a domain of the vendor's or of allowedAreaDomains`,
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
  error: AccessTokenOperations.GetError | Ram.GetTokenError | ApiError.Common
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
