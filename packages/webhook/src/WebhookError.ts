/**
 * Every way a push can fail to be received: one tagged class per meaning, each with the HTTP status it is answered
 * with. Messages are for your log; the sender sees the status alone.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"

/**
 * The header `signature` or `t` is absent, empty or doubled although a secret is configured.
 *
 * @since 0.1.0
 * @category errors
 */
export class SignatureMissing extends /*#__PURE__*/ Data.TaggedError("SignatureMissing")<{
  readonly message: string
}> {
  readonly status = 401
}

/**
 * The header `signature` is not 40 hex digits.
 *
 * @since 0.1.0
 * @category errors
 */
export class SignatureMalformed extends /*#__PURE__*/ Data.TaggedError("SignatureMalformed")<{
  readonly message: string
}> {
  readonly status = 401
}

/**
 * None of the configured secrets gives this signature for this body and `t`.
 *
 * @since 0.1.0
 * @category errors
 */
export class SignatureMismatch extends /*#__PURE__*/ Data.TaggedError("SignatureMismatch")<{
  readonly message: string
}> {
  readonly status = 401
}

/**
 * The signature is right but `t` is no time in milliseconds, so the age of the push is unknown.
 *
 * @since 0.1.0
 * @category errors
 */
export class TimestampInvalid extends /*#__PURE__*/ Data.TaggedError("TimestampInvalid")<{
  readonly message: string
}> {
  readonly status = 401
}

/**
 * The signature is right but too old, or of the future.
 *
 * @since 0.1.0
 * @category errors
 */
export class OutsideWindow extends /*#__PURE__*/ Data.TaggedError("OutsideWindow")<{
  readonly message: string
}> {
  readonly status = 401
}

/**
 * Something has consumed or parsed the body, so its signature can no longer be checked. A fault of the receiving
 * server's set-up, which is why it is answered with 500 and so retried.
 *
 * @since 0.1.0
 * @category errors
 */
export class RawBodyMissing extends /*#__PURE__*/ Data.TaggedError("RawBodyMissing")<{
  readonly message: string
}> {
  readonly status = 500
}

/**
 * The body is longer than is read.
 *
 * @since 0.1.0
 * @category errors
 */
export class BodyTooLarge extends /*#__PURE__*/ Data.TaggedError("BodyTooLarge")<{
  readonly limitBytes: number
}> {
  readonly status = 413
  override get message(): string {
    return `The body is longer than ${this.limitBytes} bytes.`
  }
}

/**
 * The connection broke before the body was complete.
 *
 * @since 0.1.0
 * @category errors
 */
export class BodyInterrupted extends /*#__PURE__*/ Data.TaggedError("BodyInterrupted") {
  readonly status = 400
  override get message(): string {
    return "The connection broke before the whole body had come."
  }
}

/**
 * The body is not a push: not JSON, or without the `messageId` that the answer must echo.
 *
 * @since 0.1.0
 * @category errors
 */
export class MalformedBody extends /*#__PURE__*/ Data.TaggedError("MalformedBody")<{
  /** What is wrong, without a word of the body. */
  readonly problem: "NotJson" | "NotAnObject" | "HeaderMissing" | "MessageIdMissing"
}> {
  readonly status = 400
  override get message(): string {
    return problems[this.problem]
  }
}

const problems: Record<MalformedBody["problem"], string> = {
  NotJson: "The body is not JSON.",
  NotAnObject: "The body is JSON but no object.",
  HeaderMissing: "The body has no object `header`.",
  MessageIdMissing: "The body has no usable `header.messageId`, so the push cannot be acknowledged."
}

/**
 * The inbox holds as many pushes as it may. The vendor retries (one to three times, where that was asked for).
 *
 * @since 0.1.0
 * @category errors
 */
export class InboxFull extends /*#__PURE__*/ Data.TaggedError("InboxFull")<{ readonly capacity: number }> {
  readonly status = 503
  override get message(): string {
    return `The inbox holds ${this.capacity} pushes that are not handled yet and takes no more: handlers are too slow or failing.`
  }
}

/**
 * A store could not be reached, so nothing was accepted.
 *
 * @since 0.1.0
 * @category errors
 */
export class StoreUnavailable extends /*#__PURE__*/ Data.TaggedError("StoreUnavailable")<{
  readonly store: "inbox" | "deduplication"
  /** Why, without addresses or credentials: it goes to the log. */
  readonly reason: string
}> {
  readonly status = 503
  override get message(): string {
    return `The ${this.store} store is not available: ${this.reason}`
  }
}

/**
 * The same push is being accepted at this moment through another request. Answered with 503: should that request
 * fail, the retry brings the push again.
 *
 * @since 0.1.0
 * @category errors
 */
export class InProgress extends /*#__PURE__*/ Data.TaggedError("InProgress")<{ readonly messageId: string }> {
  readonly status = 503
  override get message(): string {
    return `Push ${this.messageId} is being accepted through another request.`
  }
}

/**
 * Accepting took longer than the vendor waits.
 *
 * @since 0.1.0
 * @category errors
 */
export class TooSlow extends /*#__PURE__*/ Data.TaggedError("TooSlow")<{ readonly limitMillis: number }> {
  readonly status = 503
  override get message(): string {
    return `The push was not accepted within ${this.limitMillis} ms; the vendor waits 2 s.`
  }
}

/**
 * An option that cannot work, found before anything is received.
 *
 * @since 0.1.0
 * @category errors
 */
export class InvalidOptions extends /*#__PURE__*/ Data.TaggedError("InvalidOptions")<{
  readonly message: string
}> {}

/**
 * Why a push was not believed.
 *
 * @since 0.1.0
 * @category errors
 */
export type VerifyError =
  | SignatureMissing
  | SignatureMalformed
  | SignatureMismatch
  | TimestampInvalid
  | OutsideWindow
  | RawBodyMissing

/**
 * Why the body could not be read.
 *
 * @since 0.1.0
 * @category errors
 */
export type BodyError = BodyTooLarge | BodyInterrupted | RawBodyMissing

/**
 * Why a push was not accepted.
 *
 * @since 0.1.0
 * @category errors
 */
export type ReceiveError =
  | VerifyError
  | BodyError
  | MalformedBody
  | InboxFull
  | StoreUnavailable
  | InProgress
  | TooSlow
