/**
 * Pushes without Effect: plain strings and `Date`s, for `createWebhook` and for people who bring their own server.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import type { AlarmEvent } from "./AlarmEvent.js"
import * as PushMessage from "./PushMessage.js"
import type { PushTime } from "./PushTime.js"

/**
 * What every push has.
 *
 * @since 0.1.0
 * @category models
 */
export interface PushBase {
  /** The id that the answer echoes. */
  readonly messageId: string
  /** The vendor's type, such as `ys.alarm`. */
  readonly type: string
  readonly deviceSerial: string | undefined
  readonly channelNo: number | undefined
  /** When the vendor pushed it. */
  readonly sentAt: Date | undefined
  /** The `body` of the push; JSON inside a string is taken out of it. */
  readonly payload: unknown
  /** The whole body of the request. */
  readonly raw: string
}

/**
 * `ys.alarm`. What the device left out is `undefined`.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmPush extends PushBase {
  readonly kind: "alarm"
  readonly channelName: string | undefined
  readonly alarmId: string | undefined
  /** As it came: a word (`motiondetect`) or a number (`"10000"`). */
  readonly alarmType: string | undefined
  /** The number, when it is one. */
  readonly alarmCode: number | undefined
  readonly alarmTime: Date | undefined
  /** The time as it came. */
  readonly alarmTimeRaw: string | undefined
  /** Signed addresses, valid for about two hours. Keep them out of logs. */
  readonly pictures: ReadonlyArray<string>
  /** Whether the pictures are encrypted with the device's verification code. */
  readonly encrypted: boolean | undefined
  readonly location: string | undefined
  readonly description: string | undefined
  readonly customInfo: unknown
}

/**
 * `ys.onoffline`.
 *
 * @since 0.1.0
 * @category models
 */
export interface OnlineOfflinePush extends PushBase {
  readonly kind: "onlineOffline"
  readonly online: boolean | undefined
  readonly deviceName: string | undefined
  readonly deviceType: string | undefined
}

/**
 * `ys.calling` and `ys.open.rtc.call`: a door-bell call.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallPush extends PushBase {
  readonly kind: "call"
  readonly state: "ringing" | "answered" | "ended" | undefined
  /** As it came. */
  readonly action: string | undefined
  readonly callId: string | undefined
  /** The picture taken at the door: a signed address. */
  readonly picture: string | undefined
}

/**
 * Every other type; the payload is as the device reported it.
 *
 * @since 0.1.0
 * @category models
 */
export interface OtherPush extends PushBase {
  readonly kind: "other"
}

/**
 * @since 0.1.0
 * @category models
 */
export type Push = AlarmPush | OnlineOfflinePush | CallPush | OtherPush

const date = (time: PushTime | undefined): Date | undefined =>
  time?.instant === undefined ? undefined : DateTime.toDateUtc(time.instant)

const fields = (alarm: AlarmEvent) => ({
  deviceSerial: alarm.deviceSerial,
  channelNo: alarm.channelNo,
  channelName: alarm.channelName,
  alarmId: alarm.alarmId,
  alarmType: alarm.alarmType?.raw,
  alarmCode: alarm.alarmType?.code,
  alarmTime: date(alarm.time),
  alarmTimeRaw: alarm.time?.raw,
  pictures: alarm.pictures.map(Redacted.value),
  encrypted: alarm.encrypted,
  location: alarm.location,
  description: alarm.description,
  customInfo: alarm.customInfo === undefined ? undefined : Redacted.value(alarm.customInfo)
})

/**
 * The plain form of a message.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromMessage = (message: PushMessage.PushMessage): Push => {
  const base: PushBase = {
    messageId: message.messageId,
    type: message.type,
    deviceSerial: message.deviceSerial,
    channelNo: message.channelNo,
    sentAt: date(message.messageTime),
    payload: Redacted.value(message.payload),
    raw: Redacted.value(message.raw)
  }
  switch (message._tag) {
    case "Alarm":
      return { kind: "alarm", ...base, ...fields(message.alarm) }
    case "OnlineOffline":
      return {
        kind: "onlineOffline",
        ...base,
        online: message.online,
        deviceName: message.deviceName,
        deviceType: message.deviceType
      }
    case "Calling":
    case "RtcCall": {
      const picture = message._tag === "Calling" ? message.picture : undefined
      return {
        kind: "call",
        ...base,
        state: PushMessage.callState(message),
        action: message.action,
        callId: message.callId,
        picture: picture === undefined ? undefined : Redacted.value(picture)
      }
    }
    default:
      return { kind: "other", ...base }
  }
}

/**
 * Reads a push whose signature you have verified. Throws a `MalformedBody` error for what is none.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (body: string | Uint8Array): Push =>
  fromMessage(Either.getOrThrowWith(PushMessage.parse(body), (error) => error))
