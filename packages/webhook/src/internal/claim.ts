/** What both verifiers check before and after the HMAC: one definition of every rule but the hash itself. */
import { SignatureError } from "../SignatureError.js"
import { type HeadersInput, header } from "./headers.js"

export interface Claim {
  readonly body: string | Uint8Array
  /** The header `t`, verbatim: it is signed as text. */
  readonly t: string
  /** The header `signature`, known to be 40 hex digits. */
  readonly signature: string
}

export interface Rules {
  readonly secrets: ReadonlyArray<string>
  readonly toleranceMillis: number
}

/** Ten minutes: the widest window seen in the field, wide enough for the vendor's retries. */
export const defaultToleranceMillis = 600_000

export const rules = (options: {
  readonly secrets: ReadonlyArray<string>
  readonly toleranceMillis?: number | undefined
}): Rules => {
  const { secrets, toleranceMillis = defaultToleranceMillis } = options
  // A verifier without a secret would believe everyone: an unset variable must not come to that.
  if (!Array.isArray(secrets) || secrets.length === 0) {
    throw new TypeError("secrets must be an array with at least one signing key")
  }
  secrets.forEach((secret, index) => {
    if (typeof secret !== "string" || secret.trim() === "") {
      throw new TypeError(`secrets[${index}] is empty; is its environment variable set?`)
    }
  })
  if (!(toleranceMillis > 0)) {
    throw new TypeError("toleranceMillis must be a positive number of milliseconds, or Infinity")
  }
  return { secrets, toleranceMillis }
}

const hex40 = /^[0-9a-fA-F]{40}$/

export const claim = (push: {
  readonly body: string | Uint8Array
  readonly headers: HeadersInput
}): Claim => {
  const { body, headers } = push
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new SignatureError(
      "RawBodyMissing",
      "The body is neither a string nor bytes: a body parser has been at it. The signature covers the bytes as they came, so read the raw body before anything parses it."
    )
  }
  const signature = header(headers, "signature")
  if (signature === undefined) throw new SignatureError("SignatureMissing", missing("signature"))
  const t = header(headers, "t")
  if (t === undefined) throw new SignatureError("SignatureMissing", missing("t"))
  if (!hex40.test(signature)) {
    throw new SignatureError("SignatureMalformed", "The header signature is not 40 hexadecimal digits.")
  }
  return { body, t, signature }
}

const missing = (name: string): string =>
  `The header ${name} is missing, empty or sent twice, and a signing key is configured here. Was the signing key given to the vendor when the push was enabled, and does a proxy drop headers?`

export const mismatch = (secrets: ReadonlyArray<string>): SignatureError => {
  const padded = secrets.some((secret) => secret !== secret.trim())
  return new SignatureError(
    "SignatureMismatch",
    "The signature fits none of the configured secrets. Usual causes: the body was parsed and written again instead of taken raw, the secret is another one, or a proxy changed the body." +
      (padded ? " A configured secret begins or ends with white space: is that meant?" : "")
  )
}

/** Only ever asked about a `t` whose signature was right. */
export const checkWindow = (t: string, toleranceMillis: number, now: number): void => {
  if (toleranceMillis === Number.POSITIVE_INFINITY) return
  if (!/^\d{13}$/.test(t)) {
    throw new SignatureError("TimestampInvalid", "The header t is not a time in milliseconds (13 digits).")
  }
  const ageMillis = now - Number(t)
  if (Math.abs(ageMillis) > toleranceMillis) {
    throw new SignatureError(
      "OutsideWindow",
      `The push was signed ${Math.abs(ageMillis)} ms ${ageMillis < 0 ? "in the future" : "ago"}; ${toleranceMillis} ms are allowed. A replay, a very late retry, or a clock that is wrong.`
    )
  }
}
