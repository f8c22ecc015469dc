/**
 * Why a push was not believed, for the plain functions of `Signature` and `SignatureNode`. The Effect modules fail
 * with one tagged error per reason instead.
 *
 * @since 0.1.0
 */

/**
 * - `SignatureMissing`: the header `signature` or `t` is absent or empty.
 * - `SignatureMalformed`: `signature` is not 40 hex digits.
 * - `SignatureMismatch`: no configured secret gives this signature for this body and `t`.
 * - `TimestampInvalid`: the signature is right, but `t` is no time in milliseconds.
 * - `OutsideWindow`: the signature is right, but `t` is too far from now.
 * - `RawBodyMissing`: the body is neither a string nor bytes; something has parsed it already.
 *
 * @since 0.1.0
 * @category models
 */
export type SignatureReason =
  | "SignatureMissing"
  | "SignatureMalformed"
  | "SignatureMismatch"
  | "TimestampInvalid"
  | "OutsideWindow"
  | "RawBodyMissing"

/**
 * Thrown by the plain verifiers. The message is for your log, never for the sender.
 *
 * @since 0.1.0
 * @category errors
 */
export class SignatureError extends Error {
  override readonly name = "SignatureError"
  readonly reason: SignatureReason

  constructor(reason: SignatureReason, message: string) {
    super(message)
    this.reason = reason
  }
}
