/**
 * The same as `Signature`, synchronously, on `node:crypto`: for Node, Bun, Deno, and workers with Node compatibility.
 *
 * @since 0.1.0
 */
import * as crypto from "node:crypto"
import { hmac, verifierWith } from "./internal/nodeVerifier.js"
import type { SignedPush, SignOptions, Verified, VerifierOptions } from "./Signature.js"

/**
 * The signature of a body and a time: 40 hex digits in lower case.
 *
 * @since 0.1.0
 * @category signing
 */
export const sign = (options: SignOptions): string => hmac(crypto, options).digest("hex")

/**
 * Makes a function that returns when a push is genuine and recent, and throws a `SignatureError` otherwise. Throws a
 * `TypeError` at once for unusable options. `now` is the time of receipt, in milliseconds since 1970.
 *
 * @example
 * ```ts
 * import * as SignatureNode from "@effect-ezviz/webhook/SignatureNode"
 *
 * const verify = SignatureNode.verifier({ secrets: ["test-signing-key"] })
 * const t = String(Date.now())
 * const signature = SignatureNode.sign({ secret: "test-signing-key", body: "{}", t })
 *
 * verify({ body: "{}", headers: { t, signature } }) // { t, secretIndex: 0 }
 * ```
 *
 * @since 0.1.0
 * @category verifying
 */
export const verifier: (options: VerifierOptions) => (push: SignedPush, now?: number) => Verified =
  /*#__PURE__*/ verifierWith(crypto)
