/**
 * What a client is told.
 *
 * @since 0.1.0
 */
import type { RetryOptions } from "./Call.js"
import type { Region } from "./Operations.js"

/**
 * Takes what the client logs. `console` fits.
 *
 * @since 0.1.0
 * @category models
 */
export interface Logger {
  readonly debug: (message: string, about: Readonly<Record<string, unknown>>) => void
  readonly info: (message: string, about: Readonly<Record<string, unknown>>) => void
  readonly warn: (message: string, about: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, about: Readonly<Record<string, unknown>>) => void
}

/**
 * An access token with what it is good for.
 *
 * @since 0.1.0
 * @category models
 */
export interface StoredToken {
  /** A secret: who has it can do what this client can. */
  readonly accessToken: string
  readonly expiresAt: Date
  /** The only address at which it is valid; absent in regions that do not name one. */
  readonly areaDomain?: string | undefined
}

/**
 * Where tokens are kept, so that processes share one and a restart needs no new one. The key names application and
 * region. A store that throws is logged and done without.
 *
 * @since 0.1.0
 * @category models
 */
export interface TokenStore {
  /** The token, or what JSON makes of one. */
  load(key: string): Promise<StoredToken | undefined>
  save(key: string, token: StoredToken): Promise<void>
  /** Runs a function while nobody else runs one under the same key, so that one renewal serves all. */
  exclusive?<A>(key: string, run: () => Promise<A>): Promise<A>
}

/**
 * So many calls in a time, evenly spaced.
 *
 * @since 0.1.0
 * @category models
 */
export interface Rate {
  /** At least 1. */
  readonly limit: number
  readonly perSeconds: number
}

/**
 * How fast calls are made.
 *
 * @since 0.1.0
 * @category models
 */
export interface RateLimitOptions {
  /** Of all calls together. The numbers depend on your plan. Default: none, until the server says 10029. */
  readonly calls?: Rate | undefined
  /** Of an operation, by its id. */
  readonly operations?: { readonly [operation: string]: Rate } | undefined
  /** The time between two calls of an operation for one device. Default: 4 for `device.capture`. */
  readonly spacingSeconds?: { readonly [operation: string]: number } | undefined
}

/**
 * When a host that fails is left alone for a while, so that calls fail at once with a `CircuitOpen`.
 *
 * @since 0.1.0
 * @category models
 */
export interface CircuitBreakerOptions {
  /** The part of attempts that must fail for that, up to 1. Default: 0.5. */
  readonly failureRatio?: number | undefined
  /** Fewer attempts than this within the window say nothing. Default: 20. */
  readonly minimumCalls?: number | undefined
  /** How long an attempt counts. Default: 30,000. */
  readonly windowMillis?: number | undefined
  /** How long the host is left alone before one call tries; doubled each time that fails. Default: 5,000. */
  readonly openForMillis?: number | undefined
  /** The longest such wait. Default: 60,000. */
  readonly openForAtMostMillis?: number | undefined
}

/**
 * How many requests are under way at once, so that one slow device cannot hold up the others.
 *
 * @since 0.1.0
 * @category models
 */
export interface BulkheadOptions {
  /** For one device. Default: 4. */
  readonly perDevice?: number | undefined
  /** In all. Default: 128. */
  readonly total?: number | undefined
}

/**
 * What happens when the quota of a day is used up: calls fail at once until the day turns in UTC+8.
 *
 * @since 0.1.0
 * @category models
 */
export interface DayQuotaOptions {
  /** How often one call goes through all the same, since a plan can be raised within the day. Default: 3,600,000. */
  readonly probeEveryMillis?: number | undefined
}

/**
 * Everything has a default but the credentials, and those may come from the environment.
 *
 * @since 0.1.0
 * @category models
 */
export interface EzvizOptions {
  /** The application's key. Default: the environment's `EZVIZ_APP_KEY`. */
  readonly appKey?: string | undefined
  /** The application's secret. Default: the environment's `EZVIZ_APP_SECRET`. */
  readonly appSecret?: string | undefined
  /** Where to ask first. The areaDomain that comes with the token is followed. Default: `global`. */
  readonly region?: Region | undefined
  /** Any other address to ask first, instead of a region. Default: the environment's `EZVIZ_BASE_URL`, if no region is given. */
  readonly baseUrl?: string | undefined
  /** Domains besides the vendor's own that may be told the token. */
  readonly allowedAreaDomains?: ReadonlyArray<string> | undefined
  /** The limit of a call with all its attempts. Default: 60,000. */
  readonly timeoutMillis?: number | undefined
  /** The limit of one attempt. Default: 15,000. */
  readonly attemptTimeoutMillis?: number | undefined
  /** How failed attempts are repeated; `false` for not at all. */
  readonly retry?: RetryOptions | false | undefined
  readonly rateLimit?: RateLimitOptions | undefined
  readonly circuitBreaker?: CircuitBreakerOptions | undefined
  readonly bulkhead?: BulkheadOptions | undefined
  readonly dayQuota?: DayQuotaOptions | undefined
  /** Default: in memory. */
  readonly tokenStore?: TokenStore | undefined
  /**
   * The proxy to send everything through. Default: that of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).
   */
  readonly proxy?: string | undefined
  /** Certificates of authorities to trust besides those that Node trusts, in PEM. */
  readonly ca?: string | ReadonlyArray<string> | undefined
  /** What sends the requests, instead of a pool of connections that lives as long as the client. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Default: nothing is logged. */
  readonly logger?: Logger | undefined
}
