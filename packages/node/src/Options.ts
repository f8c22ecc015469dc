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
