import type { SignedPush, SignOptions, Verified, VerifierOptions } from "../Signature.js"
import * as Claim from "./claim.js"

/** What is needed of `node:crypto`. */
export type NodeCrypto = Pick<typeof import("node:crypto"), "createHmac" | "timingSafeEqual">

export const hmac = ({ createHmac }: NodeCrypto, { body, secret, t }: SignOptions) =>
  createHmac("sha1", secret).update(body).update(t)

/** Verifies with a `node:crypto` that is given, so that nobody imports it who may run elsewhere. */
export const verifierWith =
  (crypto: NodeCrypto) =>
  (options: VerifierOptions): ((push: SignedPush, now?: number) => Verified) => {
    const { secrets, toleranceMillis } = Claim.rules(options)
    return (push, now = Date.now()) => {
      const { body, signature, t } = Claim.claim(push)
      const given = Buffer.from(signature, "hex")
      for (const [secretIndex, secret] of secrets.entries()) {
        if (crypto.timingSafeEqual(hmac(crypto, { secret, body, t }).digest(), given)) {
          Claim.checkWindow(t, toleranceMillis, now)
          return { t, secretIndex }
        }
      }
      throw Claim.mismatch(secrets)
    }
  }
