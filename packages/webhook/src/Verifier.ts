/**
 * Decides which pushes are believed, as a service.
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import { make } from "./internal/verifierLayer.js"
import * as Signature from "./Signature.js"
import type * as WebhookError from "./WebhookError.js"

/**
 * Succeeds for a genuine and recent push.
 *
 * @since 0.1.0
 * @category tags
 */
export class Verifier extends /*#__PURE__*/ Context.Tag("@effect-ezviz/webhook/Verifier")<
  Verifier,
  {
    /** `undefined` when signatures are not checked at all. */
    readonly verify: (
      push: Signature.SignedPush
    ) => Effect.Effect<Signature.Verified | undefined, WebhookError.VerifyError>
  }
>() {}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** The signing keys that are believed; several while one replaces another. At least one, none empty. */
  readonly secrets: ReadonlyArray<Redacted.Redacted<string>>
  /** How far the header `t` may be from now, either way: 10 minutes by default, `Duration.infinity` for any age. */
  readonly tolerance?: Duration.DurationInput | undefined
}

/**
 * Checks signatures with WebCrypto, on any runtime. On Node, `VerifierNode.layer` gives the same answers faster.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<Verifier, WebhookError.InvalidOptions> =>
  Layer.effect(Verifier, make(Signature.verifier, options))

/**
 * @example
 * ```ts
 * import { Verifier } from "@effect-ezviz/webhook"
 * import { Config } from "effect"
 *
 * const VerifierLive = Verifier.layerConfig({
 *   secrets: Config.array(Config.redacted(), "EZVIZ_WEBHOOK_SECRETS")
 * })
 * ```
 *
 * @since 0.1.0
 * @category layers
 */
export const layerConfig = (
  options: Config.Config.Wrap<Options>
): Layer.Layer<Verifier, WebhookError.InvalidOptions | ConfigError.ConfigError> =>
  Layer.unwrapEffect(Effect.map(Config.unwrap(options), layer))

/**
 * Believes everyone: for pushes enabled without a signing key, behind something else that keeps strangers out.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerUnsigned: Layer.Layer<Verifier> = /*#__PURE__*/ Layer.succeed(Verifier, {
  verify: () => Effect.succeed(undefined)
})
