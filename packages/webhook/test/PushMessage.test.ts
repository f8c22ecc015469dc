import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as DateTime from "effect/DateTime"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import { type AlarmEvent, Push, PushMessage, PushTime, Testing } from "../src/index.js"

const parse = (body: string | Uint8Array, messageType?: string): PushMessage.PushMessage =>
  Either.getOrThrowWith(PushMessage.parse(body, messageType), (error) => error)

const problemOf = (body: string | Uint8Array): string =>
  Either.match(PushMessage.parse(body), { onLeft: (error) => error.problem, onRight: () => "none" })

const alarmOf = (payload: unknown): AlarmEvent.AlarmEvent => {
  const message = parse(Testing.pushBody({ type: "ys.alarm", messageId: "m", body: payload }))
  assert(message._tag === "Alarm")
  return message.alarm
}

const iso = (time: PushTime.PushTime | undefined): string | undefined =>
  time?.instant && DateTime.formatIso(time.instant)

/** The documentation's sample, lines 443-455. */
const sample = `{
    "body": {
        "data": "0",
        "index": 24409
    },
    "header": {
        "channelNo": 1,
        "deviceId": "D98462102",
        "messageId": "5e57f239793f2b007fecb0de",
        "messageTime": 1582821945396,
        "type": "ys.open.isapi"
    }
}`

describe("PushMessage", () => {
  it("reads the documentation's sample", () => {
    const message = parse(sample)
    assert.strictEqual(message._tag, "Isapi")
    assert.strictEqual(message.messageId, "5e57f239793f2b007fecb0de")
    assert.strictEqual(message.deviceSerial, "D98462102")
    assert.strictEqual(message.channelNo, 1)
    assert.strictEqual(iso(message.messageTime), "2020-02-27T16:45:45.396Z")
    assert.deepStrictEqual(Redacted.value(message.payload), { data: "0", index: 24409 })
    assert.strictEqual(Redacted.value(message.raw), sample)
  })

  it("knows every documented type, and keeps the others", () => {
    const tags = {
      "ys.alarm": "Alarm",
      "ys.onoffline": "OnlineOffline",
      "ys.calling": "Calling",
      "ys.open.rtc.call": "RtcCall",
      "ys.open.isapi": "Isapi",
      "ys.open.ram": "Ram",
      "ys.iot": "Iot",
      "ys.auth.update": "AuthUpdate",
      "ys.devicestatus": "Other",
      "ys.shadow.change": "Other"
    }
    for (const [type, tag] of Object.entries(tags)) {
      const message = parse(Testing.pushBody({ type, messageId: "m", body: { reported: [1] } }))
      assert.strictEqual(message._tag, tag)
      assert.strictEqual(message.type, type)
      assert.deepStrictEqual(Redacted.value(message.payload), { reported: [1] })
    }
  })

  it("takes header numbers as strings, an empty device id, and no channel", () => {
    const message = parse(
      '{"header":{"channelNo":"2","deviceId":"","messageId":"m","messageTime":"1582821945396","type":"ys.iot"},"body":{}}'
    )
    assert.strictEqual(message.channelNo, 2)
    assert.strictEqual(message.deviceSerial, undefined)
    assert.strictEqual(iso(message.messageTime), "2020-02-27T16:45:45.396Z")
    assert.strictEqual(message.header.deviceId, "")
  })

  it("keeps ids that are too long for a number", () => {
    const message = parse('{"header":{"messageId":123456789012345678901,"type":"ys.iot"},"body":{}}')
    assert.strictEqual(message.messageId, "123456789012345678901")
  })

  it("takes a text with a byte-order mark, and keeps the mark", () => {
    const text = '\uFEFF{"header":{"messageId":"m","type":"ys.iot"},"body":{}}'
    assert.strictEqual(parse(text).messageId, "m")
    assert.strictEqual(Redacted.value(parse(text).raw), text)
  })

  it("takes JSON out of strings, and leaves XML and text as they are", () => {
    const header = { messageId: "m", type: "ys.open.isapi" }
    assert.deepStrictEqual(
      Redacted.value(parse(JSON.stringify(JSON.stringify({ header, body: '{"a":1}' }))).payload),
      { a: 1 }
    )
    assert.strictEqual(parse(JSON.stringify({ header: JSON.stringify(header), body: {} })).messageId, "m")
    const xml = '<?xml version="1.0"?><EventNotificationAlert version="2.0"/>'
    assert.strictEqual(Redacted.value(parse(JSON.stringify({ header, body: xml })).payload), xml)
    assert.strictEqual(Redacted.value(parse(JSON.stringify({ header, body: "{broken" })).payload), "{broken")
    assert.strictEqual(Redacted.value(parse(JSON.stringify({ header })).payload), undefined)
  })

  it("uses the HTTP header's type only where the body has none", () => {
    const bare = '{"header":{"messageId":"m"},"body":{"msgType":"ONLINE"}}'
    assert.strictEqual(parse(bare, "ys.onoffline")._tag, "OnlineOffline")
    assert.strictEqual(parse(bare)._tag, "Other")
    assert.strictEqual(parse(sample, "ys.alarm")._tag, "Isapi")
  })

  it("says what is wrong with a body that is no push, and not what is in it", () => {
    assert.strictEqual(problemOf(""), "NotJson")
    assert.strictEqual(problemOf("<xml/>"), "NotJson")
    assert.strictEqual(problemOf("null"), "NotAnObject")
    assert.strictEqual(problemOf("[1]"), "NotAnObject")
    assert.strictEqual(problemOf("{}"), "HeaderMissing")
    assert.strictEqual(problemOf('{"header":[]}'), "HeaderMissing")
    assert.strictEqual(problemOf('{"header":{}}'), "MessageIdMissing")
    assert.strictEqual(problemOf('{"header":{"messageId":" "}}'), "MessageIdMissing")
    const error = Either.getOrThrow(Either.flip(PushMessage.parse('{"header":{"password":"hunter2"}}')))
    assert.notInclude(inspect(error) + JSON.stringify(error) + error.message, "hunter2")
  })

  it("reads both languages of a door bell", () => {
    const calling = parse(Testing.fixtures.calling)
    assert(calling._tag === "Calling")
    assert.strictEqual(calling.action, "0")
    assert.strictEqual(calling.callId, "c-1")
    assert.strictEqual(PushMessage.callState(calling), "ringing")
    assert.strictEqual(
      calling.picture && Redacted.value(calling.picture),
      "https://pictures.example.com/3.jpg?auth_key=signed"
    )
    const states = {
      request: "ringing",
      answer: "answered",
      cancel: "ended",
      reject: "ended",
      busy: "ended",
      bellTimeout: "ended",
      dance: undefined
    }
    for (const [action, state] of Object.entries(states)) {
      const message = parse(
        Testing.pushBody({ type: "ys.open.rtc.call", messageId: "m", body: { action, callId: "c" } })
      )
      assert(message._tag === "RtcCall")
      assert.strictEqual(PushMessage.callState(message), state)
    }
  })

  it("reads online and offline, and does not guess", () => {
    const online = (msgType: unknown) => {
      const message = parse(Testing.pushBody({ type: "ys.onoffline", messageId: "m", body: { msgType } }))
      return message._tag === "OnlineOffline" ? message.online : "?"
    }
    assert.strictEqual(online("ONLINE"), true)
    assert.strictEqual(online("offline"), false)
    assert.strictEqual(online("asleep"), undefined)
    assert.strictEqual(online(7), undefined)
  })

  // A reader that begins anew at every quote would be at it for many minutes.
  it("is soon done with a text that never ends", { timeout: 30_000 }, () => {
    for (const end of ["", "\\"]) {
      assert.strictEqual(problemOf(`{"header":"1234567890123456${'\\"'.repeat(200_000)}${end}`), "NotJson")
    }
  })

  it.prop("never throws on any bytes", [FastCheck.uint8Array({ maxLength: 400 })], ([bytes]) => {
    assert(Either.isEither(PushMessage.parse(bytes)))
  })

  it.prop(
    "never throws on any JSON, nor anywhere inside a push",
    [
      FastCheck.json(),
      FastCheck.constantFrom("ys.alarm", "ys.onoffline", "ys.calling", "ys.open.rtc.call", "ys.iot"),
      FastCheck.dictionary(
        FastCheck.constantFrom(
          ..."devSerial deviceSerial channel channelNo alarmType alarmTime pictureList picUrl isEncrypted crypt customInfo msgType coverUrl action callingId timestamp __proto__".split(
            " "
          )
        ),
        FastCheck.oneof(FastCheck.jsonValue(), FastCheck.string(), FastCheck.base64String())
      )
    ],
    ([json, type, payload]) => {
      assert(Either.isEither(PushMessage.parse(json)))
      const message = parse(Testing.pushBody({ type, messageId: "m", body: payload }))
      assert.strictEqual(Push.fromMessage(message).messageId, "m")
    }
  )

  it.prop(
    "makes the same message again of what an inbox stores: raw body and type",
    [FastCheck.constantFrom(...Object.values(Testing.fixtures)), FastCheck.option(FastCheck.string())],
    ([body, messageType]) => {
      const message = parse(body, messageType ?? undefined)
      assert.deepStrictEqual(parse(Redacted.value(message.raw), message.type), message)
    }
  )

  it("shows no picture, payload or custom data when printed", () => {
    const url = "https://pictures.example.com/1.jpg?auth_key=SENTINEL"
    const message = parse(
      Testing.pushBody({
        type: "ys.alarm",
        messageId: "m",
        body: { alarmType: "pir", picUrl: url, pictureList: [{ url }], customInfo: "SENTINEL" }
      })
    )
    assert.notInclude(inspect(message, { depth: 20 }) + JSON.stringify(message) + String(message), "SENTINEL")
  })
})

describe("AlarmEvent", () => {
  it("takes the type as a word or a number", () => {
    const typeOf = (alarmType: unknown) => alarmOf({ alarmType }).alarmType
    assert.deepStrictEqual(typeOf("motiondetect"), {
      raw: "motiondetect",
      code: undefined,
      name: "motionDetectionAlarm"
    })
    assert.deepStrictEqual(typeOf(10000), { raw: "10000", code: 10000, name: "pirEvent" })
    assert.deepStrictEqual(typeOf("10000"), { raw: "10000", code: 10000, name: "pirEvent" })
    assert.deepStrictEqual(typeOf("new"), { raw: "new", code: undefined, name: undefined })
    assert.deepStrictEqual(typeOf(54321), { raw: "54321", code: 54321, name: undefined })
    assert.strictEqual(alarmOf({}).alarmType, undefined)
    assert.strictEqual(alarmOf({ alarmType: {} }).alarmType, undefined)
  })

  it("finds serial and channel under each name, and in the header last", () => {
    assert.strictEqual(alarmOf({ devSerial: "A", deviceSerial: "B" }).deviceSerial, "A")
    assert.strictEqual(alarmOf({ devSerial: "", deviceSerial: "B" }).deviceSerial, "B")
    assert.strictEqual(alarmOf({}).deviceSerial, "D00000001")
    assert.strictEqual(alarmOf({ channel: "3" }).channelNo, 3)
    assert.strictEqual(alarmOf({ channelNo: 0 }).channelNo, 0)
    assert.strictEqual(alarmOf({}).channelNo, 1)
  })

  it("finds pictures under each name, each once", () => {
    const pictures = (payload: unknown) => alarmOf(payload).pictures.map(Redacted.value)
    assert.deepStrictEqual(pictures({ pictureList: [{ url: "u1" }, { url: "u2" }] }), ["u1", "u2"])
    assert.deepStrictEqual(pictures({ pictureList: '[{"url":"u1"}]', picUrl: "u1" }), ["u1"])
    assert.deepStrictEqual(pictures({ alarmPicUrl: "u3" }), ["u3"])
    assert.deepStrictEqual(pictures({ pictureList: [null, {}, ""], picUrl: "" }), [])
  })

  it("reads the encryption flag under each name, in each type", () => {
    assert.strictEqual(alarmOf({ isEncrypted: 1 }).encrypted, true)
    assert.strictEqual(alarmOf({ isEncrypt: "0" }).encrypted, false)
    assert.strictEqual(alarmOf({ crypt: "true" }).encrypted, true)
    assert.strictEqual(alarmOf({ crypt: 2 }).encrypted, true)
    assert.strictEqual(alarmOf({ crypt: "perhaps" }).encrypted, undefined)
    assert.strictEqual(alarmOf({}).encrypted, undefined)
  })

  it("takes custom data out of base64 and JSON", () => {
    const info = (customInfo: unknown) => {
      const found = alarmOf({ customInfo }).customInfo
      return found && Redacted.value(found)
    }
    // printf '{"faceId":""}' | base64
    assert.deepStrictEqual(info("eyJmYWNlSWQiOiIifQ=="), { faceId: "" })
    assert.deepStrictEqual(info('{"faceId":""}'), { faceId: "" })
    assert.strictEqual(info("plain text"), "plain text")
    assert.strictEqual(info(""), undefined)
  })

  it("takes a time without a zone for UTC+8", () => {
    const time = alarmOf({ alarmTime: "2020-02-28T00:45:45" }).time
    assert.strictEqual(iso(time), "2020-02-27T16:45:45.000Z")
    assert.strictEqual(time?.basis, "assumed")
    assert.strictEqual(time?.raw, "2020-02-28T00:45:45")
  })
})

describe("PushTime", () => {
  it.each<[unknown, number | undefined, string | undefined, string]>([
    [1582821945396, undefined, "2020-02-27T16:45:45.396Z", "epoch"],
    ["1582821945396", undefined, "2020-02-27T16:45:45.396Z", "epoch"],
    ["1582821945", undefined, "2020-02-27T16:45:45.000Z", "epoch"],
    ["2020-02-28T00:45:45Z", 480, "2020-02-28T00:45:45.000Z", "stated"],
    ["2020-02-28T00:45:45+08:00", undefined, "2020-02-27T16:45:45.000Z", "stated"],
    ["2020-02-28T00:45:45-0530", undefined, "2020-02-28T06:15:45.000Z", "stated"],
    ["2020-02-28 00:45:45.5", 480, "2020-02-27T16:45:45.500Z", "assumed"],
    ["2020-02-28 00:45:45", 0, "2020-02-28T00:45:45.000Z", "assumed"],
    ["2020-02-28T00:45:45", undefined, undefined, "unknown"],
    ["2020-02-30T00:45:45", 480, undefined, "unknown"],
    ["yesterday", 480, undefined, "unknown"],
    ["15828219453961", undefined, undefined, "unknown"]
  ])("reads %s with offset %s as %s (%s)", (value, offset, expected, basis) => {
    const time = PushTime.parse(value, offset)
    assert.strictEqual(iso(time), expected)
    assert.strictEqual(time?.basis, basis)
    assert.strictEqual(time?.raw, String(value))
  })

  it("is nothing where there is no time", () => {
    for (const value of [undefined, null, "", "  ", {}, [], true]) {
      assert.strictEqual(PushTime.parse(value, 480), undefined)
    }
  })
})
