/**
 * The same as `Signature`, synchronously, on `node:crypto`: for Node, Bun, Deno, and workers with Node compatibility.
 *
 * @since 0.1.0
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import * as Claim from "./internal/claim.js"
import type { SignedPush, SignOptions, Verified, VerifierOptions } from "./Signature.js"

const hmac = ({ body, secret, t }: SignOptions) => createHmac("sha1", secret).update(body).update(t)

/**
 * The signature of a body and a time: 40 hex digits in lower case.
 *
 * @since 0.1.0
 * @category signing
 */
export const sign = (options: SignOptions): string => hmac(options).digest("hex")

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
export const verifier = (options: VerifierOptions): ((push: SignedPush, now?: number) => Verified) => {
  const { secrets, toleranceMillis } = Claim.rules(options)
  return (push, now = Date.now()) => {
    const { body, signature, t } = Claim.claim(push)
    const given = Buffer.from(signature, "hex")
    for (const [secretIndex, secret] of secrets.entries()) {
      if (timingSafeEqual(hmac({ secret, body, t }).digest(), given)) {
        Claim.checkWindow(t, toleranceMillis, now)
        return { t, secretIndex }
      }
    }
    throw Claim.mismatch(secrets)
  }
}
