/**
 * Signs and verifies pushes with WebCrypto: runs anywhere, imports nothing. On Node, `SignatureNode` does the same
 * synchronously and faster.
 *
 * `signature = hex(HMAC-SHA1(secret, body + t))`, over the body's bytes as they came, followed by the text of the
 * header `t` (Push Message System, "Security").
 *
 * @since 0.1.0
 */
import * as Claim from "./internal/claim.js"
import type { HeadersInput } from "./internal/headers.js"

export type {
  /**
   * @since 0.1.0
   * @category models
   */
  HeadersInput
} from "./internal/headers.js"
export {
  /**
   * @since 0.1.0
   * @category errors
   */
  SignatureError,
  /**
   * @since 0.1.0
   * @category models
   */
  type SignatureReason
} from "./SignatureError.js"

/**
 * A push as it came over the wire.
 *
 * @since 0.1.0
 * @category models
 */
export interface SignedPush {
  /** The body exactly as received. Never `JSON.stringify` of a parsed one. */
  readonly body: string | Uint8Array
  readonly headers: HeadersInput
}

/**
 * @since 0.1.0
 * @category models
 */
export interface VerifierOptions {
  /** The signing keys that are believed; several while one replaces another. At least one, none empty. */
  readonly secrets: ReadonlyArray<string>
  /**
   * How far `t` may be from now, in milliseconds, either way. Ten minutes unless you say otherwise; `Infinity` accepts
   * a push of any age.
   */
  readonly toleranceMillis?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Verified {
  /** When the push was sent: the header `t`, verbatim. */
  readonly t: string
  /** Which of the secrets it was signed with. When it is always the new one, the old one can go. */
  readonly secretIndex: number
}

/**
 * What is signed, and with which key.
 *
 * @since 0.1.0
 * @category models
 */
export interface SignOptions {
  readonly secret: string
  readonly body: string | Uint8Array
  /** The header `t`: milliseconds since 1970, as text. */
  readonly t: string
}

const encoder = new TextEncoder()

const importKey = (secret: string, usage: "sign" | "verify") =>
  crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-1" }, false, [usage])

const message = (body: string | Uint8Array, t: string): Uint8Array<ArrayBuffer> => {
  if (typeof body === "string") return encoder.encode(body + t)
  const time = encoder.encode(t)
  const bytes = new Uint8Array(body.length + time.length)
  bytes.set(body)
  bytes.set(time, body.length)
  return bytes
}

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

/**
 * The signature of a body and a time: 40 hex digits in lower case.
 *
 * @since 0.1.0
 * @category signing
 */
export const sign = async ({ body, secret, t }: SignOptions): Promise<string> => {
  const digest = await crypto.subtle.sign("HMAC", await importKey(secret, "sign"), message(body, t))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/**
 * Makes a function that resolves when a push is genuine and recent, and rejects with a `SignatureError` otherwise.
 * Throws a `TypeError` at once for unusable options. `now` is the time of receipt, in milliseconds since 1970.
 *
 * @example
 * ```ts
 * import { Signature } from "@effect-ezviz/webhook"
 *
 * const verify = Signature.verifier({ secrets: ["test-signing-key"] })
 *
 * export const POST = async (request: Request) => {
 *   const body = await request.text()
 *   await verify({ body, headers: request.headers })
 *   return Response.json({ messageId: JSON.parse(body).header.messageId })
 * }
 * ```
 *
 * @since 0.1.0
 * @category verifying
 */
export const verifier = (
  options: VerifierOptions
): ((push: SignedPush, now?: number) => Promise<Verified>) => {
  const { secrets, toleranceMillis } = Claim.rules(options)
  const keys = secrets.map((secret) => {
    const key = importKey(secret, "verify")
    // Whoever verifies sees the rejection; without this, Node would end the process before anyone does.
    key.catch(() => {})
    return key
  })
  return async (push, now = Date.now()) => {
    const { body, signature, t } = Claim.claim(push)
    const given = fromHex(signature)
    const signed = message(body, t)
    for (const [secretIndex, key] of keys.entries()) {
      if (await crypto.subtle.verify("HMAC", await key, given, signed)) {
        Claim.checkWindow(t, toleranceMillis, now)
        return { t, secretIndex }
      }
    }
    throw Claim.mismatch(secrets)
  }
}
