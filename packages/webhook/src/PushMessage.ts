/**
 * Pushes as typed messages. Every push that can be acknowledged parses, whatever its type and payload: types that
 * nobody has documented are `Other`, and the envelope and the payload as they came are always there.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import * as AlarmEvent from "./AlarmEvent.js"
import * as Json from "./internal/json.js"
import * as PushTime from "./PushTime.js"
import { MalformedBody } from "./WebhookError.js"

/**
 * What every push has.
 *
 * @since 0.1.0
 * @category models
 */
export interface Envelope {
  /** The id that the answer echoes and by which repeats are known. */
  readonly messageId: string
  /** The vendor's type, such as `ys.alarm`; empty when neither body nor header names one. */
  readonly type: string
  readonly deviceSerial: string | undefined
  readonly channelNo: number | undefined
  /** When the vendor pushed it. */
  readonly messageTime: PushTime.PushTime | undefined
  /** The `header` object of the body, as it came. */
  readonly header: Readonly<Record<string, unknown>>
  /**
   * The `body` of the push. JSON that came inside a string is taken out of it; XML and other text stay text. Redacted
   * because it holds signed picture addresses: `Redacted.value(message.payload)`.
   */
  readonly payload: Redacted.Redacted<unknown>
  /** The whole body of the request. */
  readonly raw: Redacted.Redacted<string>
}

/**
 * `ys.alarm`: a device raised an alarm.
 *
 * @since 0.1.0
 * @category models
 */
export interface Alarm extends Envelope {
  readonly _tag: "Alarm"
  readonly alarm: AlarmEvent.AlarmEvent
}

/**
 * `ys.onoffline`: a device came online or went offline. The documentation names the type without its fields; these
 * are the ones seen.
 *
 * @since 0.1.0
 * @category models
 */
export interface OnlineOffline extends Envelope {
  readonly _tag: "OnlineOffline"
  /** `undefined` when the push says neither `ONLINE` nor `OFFLINE`. */
  readonly online: boolean | undefined
  readonly deviceName: string | undefined
  /** The model, such as `CS-C6`. */
  readonly deviceType: string | undefined
}

/**
 * `ys.calling`: someone rang at a door bell, was answered, or the call ended.
 *
 * @since 0.1.0
 * @category models
 */
export interface Calling extends Envelope {
  readonly _tag: "Calling"
  readonly callId: string | undefined
  /** As it came: `"0"` ring, `"1"` answer, `"2"` hang up. */
  readonly action: string | undefined
  readonly channelName: string | undefined
  /** The picture taken at the door: a signed address. */
  readonly picture: Redacted.Redacted<string> | undefined
  readonly time: PushTime.PushTime | undefined
}

/**
 * `ys.open.rtc.call`: the same as `ys.calling` in the language of newer door bells.
 *
 * @since 0.1.0
 * @category models
 */
export interface RtcCall extends Envelope {
  readonly _tag: "RtcCall"
  readonly callId: string | undefined
  /** As it came: `request`, `cancel`, `reject`, `busy`, `bellTimeout`, `answer`. */
  readonly action: string | undefined
  readonly roomId: string | undefined
}

/**
 * A documented type whose payload is not: `ys.open.isapi` passes on what the device reported (JSON or XML).
 *
 * @since 0.1.0
 * @category models
 */
export interface Isapi extends Envelope {
  readonly _tag: "Isapi"
}

/**
 * `ys.open.ram`: about sub-accounts. The payload is not documented.
 *
 * @since 0.1.0
 * @category models
 */
export interface Ram extends Envelope {
  readonly _tag: "Ram"
}

/**
 * `ys.iot`. The payload is not documented.
 *
 * @since 0.1.0
 * @category models
 */
export interface Iot extends Envelope {
  readonly _tag: "Iot"
}

/**
 * `ys.auth.update`. The payload is not documented.
 *
 * @since 0.1.0
 * @category models
 */
export interface AuthUpdate extends Envelope {
  readonly _tag: "AuthUpdate"
}

/**
 * Any other type: `ys.devicestatus`, `ys.shadow.change`, and what the vendor thinks of next.
 *
 * @since 0.1.0
 * @category models
 */
export interface Other extends Envelope {
  readonly _tag: "Other"
}

/**
 * @since 0.1.0
 * @category models
 */
export type PushMessage = Alarm | OnlineOffline | Calling | RtcCall | Isapi | Ram | Iot | AuthUpdate | Other

const typed = (envelope: Envelope): PushMessage => {
  const payload = Redacted.value(envelope.payload)
  const body: Json.JsonObject = Json.isObject(payload) ? payload : {}
  switch (envelope.type.toLowerCase()) {
    case "ys.alarm":
      return { _tag: "Alarm", ...envelope, alarm: AlarmEvent.fromPayload(payload, envelope) }
    case "ys.onoffline": {
      const state = Json.text(body.msgType)?.trim().toUpperCase()
      return {
        _tag: "OnlineOffline",
        ...envelope,
        online: state === "ONLINE" ? true : state === "OFFLINE" ? false : undefined,
        deviceName: Json.text(body.deviceName),
        deviceType: Json.text(body.devType)
      }
    }
    case "ys.calling": {
      const cover = Json.unquoted(body.coverUrl)
      const picture = Json.text(Json.isObject(cover) ? cover.url : cover)
      return {
        _tag: "Calling",
        ...envelope,
        callId: Json.text(body.callingId),
        action: Json.text(body.action),
        channelName: Json.text(body.channelName),
        picture: picture === undefined ? undefined : Redacted.make(picture),
        time: PushTime.parse(body.timestamp)
      }
    }
    case "ys.open.rtc.call":
      return {
        _tag: "RtcCall",
        ...envelope,
        callId: Json.text(body.callId),
        action: Json.text(body.action),
        roomId: Json.text(body.strRoomId)
      }
    case "ys.open.isapi":
      return { _tag: "Isapi", ...envelope }
    case "ys.open.ram":
      return { _tag: "Ram", ...envelope }
    case "ys.iot":
      return { _tag: "Iot", ...envelope }
    case "ys.auth.update":
      return { _tag: "AuthUpdate", ...envelope }
    default:
      return { _tag: "Other", ...envelope }
  }
}

/** Ids are 24 characters; remembering what no one would call an id would let a sender fill our memory. */
const maxIdLength = 200

/** Never fatal: a byte that is no UTF-8 becomes a replacement character, and the message lives. */
const decoder = new TextDecoder()

/**
 * Reads a push. `messageType` is the HTTP header `message_type`: it is not signed, so it counts only where the body
 * names no type. Never throws, whatever the bytes.
 *
 * @example
 * ```ts
 * import { PushMessage } from "@effect-ezviz/webhook"
 * import { Either } from "effect"
 *
 * const message = PushMessage.parse(
 *   '{"header":{"messageId":"5e57f239793f2b007fecb0de","type":"ys.alarm"},"body":{"alarmType":"pir"}}'
 * )
 * Either.map(message, (push) => (push._tag === "Alarm" ? push.alarm.alarmType?.raw : push.type)) // "pir"
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (
  body: string | Uint8Array,
  messageType?: string
): Either.Either<PushMessage, MalformedBody> => {
  const raw = typeof body === "string" ? body : decoder.decode(body)
  // The decoder takes a byte-order mark away; whoever made the text may have left it.
  const json = Json.fromText(raw.replace(/^\uFEFF/, ""))
  if (json === undefined) return Either.left(new MalformedBody({ problem: "NotJson" }))
  const root = Json.unquoted(json.value)
  if (!Json.isObject(root)) return Either.left(new MalformedBody({ problem: "NotAnObject" }))
  const header = Json.unquoted(root.header)
  if (!Json.isObject(header)) return Either.left(new MalformedBody({ problem: "HeaderMissing" }))
  const messageId = Json.text(header.messageId)
  if (messageId === undefined || messageId.length > maxIdLength)
    return Either.left(new MalformedBody({ problem: "MessageIdMissing" }))
  return Either.right(
    typed({
      messageId,
      type: Json.text(header.type) ?? messageType ?? "",
      deviceSerial: Json.text(header.deviceId),
      channelNo: Json.integer(header.channelNo),
      messageTime: PushTime.parse(header.messageTime),
      header,
      payload: Redacted.make(Json.unquoted(root.body)),
      raw: Redacted.make(raw)
    })
  )
}

/**
 * Where a door-bell call stands, in either of its two languages; `undefined` for an action that is not known.
 *
 * @since 0.1.0
 * @category accessors
 */
export const callState = (message: Calling | RtcCall): "ringing" | "answered" | "ended" | undefined => {
  switch (message.action) {
    case "0":
    case "request":
      return "ringing"
    case "1":
    case "answer":
      return "answered"
    case "2":
    case "cancel":
    case "reject":
    case "busy":
    case "bellTimeout":
      return "ended"
    default:
      return undefined
  }
}
