/**
 * The `Verifier` on `node:crypto`.
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { make } from "./internal/verifierLayer.js"
import * as SignatureNode from "./SignatureNode.js"
import { type Options, Verifier } from "./Verifier.js"
import type * as WebhookError from "./WebhookError.js"

/**
 * Checks signatures with `node:crypto`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<Verifier, WebhookError.InvalidOptions> =>
  Layer.effect(Verifier, make(SignatureNode.verifier, options))

/**
 * @since 0.1.0
 * @category layers
 */
export const layerConfig = (
  options: Config.Config.Wrap<Options>
): Layer.Layer<Verifier, WebhookError.InvalidOptions | ConfigError.ConfigError> =>
  Layer.unwrapEffect(Effect.map(Config.unwrap(options), layer))
