/**
 * One alarm, whichever way its device wrote it: the payload of `ys.alarm` changes names and types between devices
 * and regions.
 *
 * @since 0.1.0
 */
import * as KnownTypes from "@effect-ezviz/core/reference/AlarmType"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Json from "./internal/json.js"
import * as PushTime from "./PushTime.js"

/**
 * The kind of an alarm: a number (10000) with some devices, a word (`motiondetect`, `pir`) with others.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmType {
  /** As it came: `"10000"`, `"motiondetect"`. */
  readonly raw: string
  /** The number, when it is one. */
  readonly code: number | undefined
  /** The type's name in the documented table, of a number or a word that is known. */
  readonly name: KnownTypes.AlarmType | undefined
}

/**
 * Every field but the last few may be missing: what a device leaves out is `undefined`, never a guess.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmEvent {
  readonly deviceSerial: string | undefined
  readonly channelNo: number | undefined
  readonly channelName: string | undefined
  readonly alarmId: string | undefined
  readonly alarmType: AlarmType | undefined
  /** When it happened. Times without a zone are UTC+8 here (`PushTime.alarmOffsetMinutes`). */
  readonly time: PushTime.PushTime | undefined
  /** Signed addresses of the pictures: whoever has one sees the picture, for about two hours. */
  readonly pictures: ReadonlyArray<Redacted.Redacted<string>>
  /** Whether the pictures are encrypted with the device's verification code. */
  readonly encrypted: boolean | undefined
  readonly location: string | undefined
  readonly description: string | undefined
  /** The detector's own data, out of its base64 and JSON where it was in them; may name people. */
  readonly customInfo: Redacted.Redacted<unknown> | undefined
}

const alarmType = (value: unknown): AlarmType | undefined => {
  const raw = Json.text(value)
  return raw === undefined ? undefined : { raw, code: Json.integer(value), name: KnownTypes.fromWire(raw) }
}

const flag = (value: unknown): boolean | undefined => {
  switch (typeof value) {
    case "boolean":
      return value
    case "number":
      return value !== 0
    case "string": {
      const word = value.trim().toLowerCase()
      if (word === "true" || word === "false") return word === "true"
      return /^\d+$/.test(word) ? Number(word) !== 0 : undefined
    }
    default:
      return undefined
  }
}

const addressOf = (picture: unknown): string | undefined =>
  Json.text(Json.isObject(picture) ? picture.url : picture)

const pictures = (payload: Json.JsonObject): ReadonlyArray<Redacted.Redacted<string>> => {
  const list = Json.unquoted(payload.pictureList)
  const addresses = [...(Array.isArray(list) ? list : []), payload.picUrl, payload.alarmPicUrl]
    .map(addressOf)
    .filter((address) => address !== undefined)
  return [...new Set(addresses)].map((address) => Redacted.make(address))
}

const customInfo = (value: unknown): Redacted.Redacted<unknown> | undefined => {
  if (value === undefined || value === null || value === "") return undefined
  const direct = Json.unquoted(value)
  if (typeof direct !== "string") return Redacted.make(direct)
  const decoded = Encoding.decodeBase64String(direct)
  const unpacked = decoded._tag === "Right" ? Json.unquoted(decoded.right) : direct
  return Redacted.make(typeof unpacked === "string" ? direct : unpacked)
}

/**
 * The alarm in a `ys.alarm` payload. `envelope` is what the message's header says of device and channel, for devices
 * that say it nowhere else.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromPayload = (
  payload: unknown,
  envelope: { readonly deviceSerial: string | undefined; readonly channelNo: number | undefined }
): AlarmEvent => {
  const body: Json.JsonObject = Json.isObject(payload) ? payload : {}
  return {
    deviceSerial: Json.first([
      Json.text(body.devSerial),
      Json.text(body.deviceSerial),
      envelope.deviceSerial
    ]),
    channelNo: Json.first([Json.integer(body.channel), Json.integer(body.channelNo), envelope.channelNo]),
    channelName: Json.text(body.channelName),
    alarmId: Json.text(body.alarmId),
    alarmType: alarmType(body.alarmType),
    time: PushTime.parse(body.alarmTime, PushTime.alarmOffsetMinutes),
    pictures: pictures(body),
    encrypted: Json.first([flag(body.isEncrypted), flag(body.isEncrypt), flag(body.crypt)]),
    location: Json.text(body.location),
    description: Json.text(body.describe),
    customInfo: customInfo(body.customInfo)
  }
}
