/**
 * Where the current access token is kept. Token, expiry and areaDomain are one value: a token is worth nothing at
 * another host.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import { makeLocks } from "./internal/locks.js"

/**
 * An access token with what it is good for.
 *
 * @since 0.1.0
 * @category models
 */
export interface StoredToken {
  readonly accessToken: Redacted.Redacted<string>
  /** When it ends, in milliseconds since 1970. */
  readonly expiresAt: number
  /** The only address at which it is valid; absent in regions that do not name one. */
  readonly areaDomain: string | undefined
}

/**
 * A store that does not do its work. `insecure`: others can read what it keeps, so it is not used; `unavailable`: it
 * cannot be reached.
 *
 * @since 0.1.0
 * @category errors
 */
export class TokenStoreError extends /*#__PURE__*/ Data.TaggedError("TokenStoreError")<{
  readonly reason: "insecure" | "unavailable"
  readonly message: string
  readonly cause?: unknown
}> {}

/**
 * A store of tokens by key; the key names application and region. Stores shared between processes make `exclusive`
 * hold among all of them, so that one renewal serves all.
 *
 * @since 0.1.0
 * @category tags
 */
export class TokenStore extends /*#__PURE__*/ Context.Tag("@effect-ezviz/core/TokenStore")<
  TokenStore,
  {
    readonly load: (key: string) => Effect.Effect<Option.Option<StoredToken>, TokenStoreError>
    readonly save: (key: string, token: StoredToken) => Effect.Effect<void, TokenStoreError>
    /** Runs an effect while no one else runs one under the same key. */
    readonly exclusive: (
      key: string
    ) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | TokenStoreError, R>
  }
>() {}

/**
 * Keeps tokens in memory, for as long as the layer lives.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerMemory: Layer.Layer<TokenStore> = /*#__PURE__*/ Layer.effect(
  TokenStore,
  /*#__PURE__*/ Effect.map(makeLocks, (exclusive) => {
    const tokens = new Map<string, StoredToken>()
    return {
      load: (key) => Effect.sync(() => Option.fromNullable(tokens.get(key))),
      save: (key, token) => Effect.sync(() => void tokens.set(key, token)),
      exclusive
    }
  })
)
