/**
 * One request that came to the webhook, as a developer wants to see it.
 *
 * @since 0.1.0
 */
import { PushMessage, type Webhook, type WebhookError } from "@effect-ezviz/webhook"
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"

/**
 * @since 0.1.0
 * @category models
 */
export interface Inspection {
  /** Counts up from 1. */
  readonly id: number
  /** When it came, in milliseconds since 1970. */
  readonly at: number
  /** `repeated` is a push that was accepted before, which the cloud did not know. */
  readonly outcome: "accepted" | "repeated" | "refused"
  /** Whether its signature was right; false where none is asked for. */
  readonly verified: boolean
  /** Why it was refused. */
  readonly refusal: { readonly reason: string; readonly message: string } | undefined
  /** The status of the answer. */
  readonly status: number
  /** How long the answer took, in milliseconds: the vendor waits 2,000. */
  readonly answeredInMillis: number
  /** Of a push that nobody has signed this is what it says of itself. */
  readonly messageId: string | undefined
  readonly type: string | undefined
  readonly deviceSerial: string | undefined
  readonly channelNo: number | undefined
  /** What the push says, parsed; a text where it is none. */
  readonly payload: unknown
  /** The body of the request. */
  readonly raw: string
}

const hidden = "hidden"

/**
 * A text without what must not be seen by who looks over the shoulder: of an address only what is before its query, for
 * a signed one lets everybody look who has it; and no digest, for devices send that of their password. JSON inside JSON
 * has its quotes escaped.
 */
const hideInText = (text: string): string =>
  text
    .replace(/(https?:\/\/[^\s"'<>?\\]+)\?[^\s"'<>\\]*/g, `$1?${hidden}`)
    .replace(/(\\*"\w*checksum\w*\\*"\s*:\s*\\*")[^"\\]*/gi, `$1${hidden}`)

/** The same in a value of any shape. */
const hide = (value: unknown): unknown => {
  if (typeof value === "string") return hideInText(value)
  if (Array.isArray(value)) return value.map(hide)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, /checksum/i.test(name) ? hidden : hide(each)])
  )
}

/**
 * What there is to know of a request after it was answered.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (seen: {
  readonly id: number
  readonly at: number
  readonly answer: Webhook.WebhookAnswer
  readonly duration: Duration.Duration
  readonly refusal: WebhookError.ReceiveError | undefined
  readonly isNew: boolean
  readonly unsigned: boolean
  readonly bytes: Uint8Array
  readonly messageType: string | undefined
  /** Whether signed addresses and digests are shown as they are. */
  readonly reveal: boolean
}): Inspection => {
  const raw = new TextDecoder().decode(seen.bytes)
  const message = Either.getOrUndefined(PushMessage.parse(raw, seen.messageType))
  const payload: unknown = message === undefined ? raw : Redacted.value(message.payload)
  const accepted = seen.answer.status === 200
  return {
    id: seen.id,
    at: seen.at,
    outcome: accepted ? (seen.isNew ? "accepted" : "repeated") : "refused",
    verified: accepted && !seen.unsigned,
    refusal:
      seen.refusal === undefined ? undefined : { reason: seen.refusal._tag, message: seen.refusal.message },
    status: seen.answer.status,
    answeredInMillis: Math.round(Duration.toMillis(seen.duration)),
    messageId: message?.messageId,
    type: message?.type,
    deviceSerial: message?.deviceSerial,
    channelNo: message?.channelNo,
    payload: seen.reveal ? payload : hide(payload),
    raw: seen.reveal ? raw : hideInText(raw)
  }
}
