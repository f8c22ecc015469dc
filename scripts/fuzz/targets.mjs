// What has to hold for every input, however broken it is.
import assert from "node:assert/strict"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Cause, Effect, Either, Exit, Layer, ManagedRuntime, Redacted } from "effect"
import {
  ApiError,
  Device,
  Envelope,
  EzopenUrl,
  EzvizClient,
  Ptz
} from "../../packages/core/dist/esm/index.js"
import { Push, PushMessage } from "../../packages/webhook/dist/esm/index.js"

const statuses = [200, 201, 302, 400, 401, 403, 404, 408, 429, 500, 502, 503]

let reply = new Response()

/** A client whose every call is answered with `reply`. */
const client = ManagedRuntime.make(
  EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
    Layer.provide(
      Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make((request) => Effect.sync(() => HttpClientResponse.fromWeb(request, reply)))
      )
    )
  )
)

/** A read, a list with pages, and a write. */
const calls = [
  Device.getInfo({ deviceSerial: "S1" }),
  Device.list({}),
  Ptz.stop({ deviceSerial: "S1", channelNo: 1 })
]

/** Whatever the body, at whatever HTTP status, which its length decides: every call ends as a value or a typed error. */
const answer = async (body) => {
  const status = statuses[body.length % statuses.length]
  const envelope = Envelope.read(body.toString())
  if (Either.isRight(envelope)) assert.notEqual(envelope.right.code.trim(), "")
  for (const call of calls) {
    reply = new Response(body, { status })
    const exit = await client.runPromiseExit(call)
    if (Exit.isSuccess(exit)) continue
    assert.ok(Cause.isFailType(exit.cause), Cause.pretty(exit.cause))
    assert.ok(exit.cause.error instanceof Error)
    assert.equal(typeof exit.cause.error.tag, "string")
    assert.ok(ApiError.isIn(exit.cause.error.category)(exit.cause.error))
  }
}

/** What is read can be written, and is read the same again. */
const ezopen = (input) => {
  const url = EzopenUrl.parse(input.toString())
  if (Either.isLeft(url)) return
  const written = Either.getOrThrow(EzopenUrl.format(url.right))
  const plain = ({ validateCode, ...parts }) => [parts, validateCode && Redacted.value(validateCode)]
  assert.deepEqual(plain(Either.getOrThrow(EzopenUrl.parse(written))), plain(url.right))
}

/** What has an id becomes a message that can be answered; the bytes mean what their text means. */
const push = (input) => {
  const message = PushMessage.parse(input, "ys.alarm")
  const ofText = PushMessage.parse(new TextDecoder().decode(input), "ys.alarm")
  assert.equal(message._tag, ofText._tag)
  if (Either.isLeft(message)) {
    assert.equal(message.left._tag, "MalformedBody")
    return
  }
  const { messageId } = message.right
  assert.ok(messageId.trim() !== "" && messageId.length <= 200)
  assert.equal(messageId, Either.getOrThrow(ofText).messageId)
  const plain = Push.fromMessage(message.right)
  for (const time of [plain.sentAt, plain.alarmTime]) {
    if (time !== undefined) assert.ok(!Number.isNaN(time.getTime()))
  }
}

export const targets = {
  answer: {
    run: answer,
    corpus: "packages/core/test/corpus/answer",
    wrappings: [
      ['{"result":', "}"],
      ['{"body":', "}"],
      ["[", "]"]
    ],
    words: [
      '\\"',
      '{"code":"200","msg":"","data":',
      '{"meta":{"code":200,"message":""},"data":',
      '{"result":',
      '{"status":200,"body":',
      '"retcode":',
      '"resultCode":',
      '"page":{"total":1,"page":0,"size":50}',
      '"deviceSerial":"S1"',
      '"status":',
      "}",
      ",",
      "[",
      "]",
      "\uFEFF",
      "512628410958159872"
    ]
  },
  ezopen: {
    run: ezopen,
    corpus: "packages/core/test/corpus/ezopen",
    wrappings: [
      ["a@", "/"],
      ["%41", "&"]
    ],
    words: [
      "ezopen://",
      "@",
      "open.ys7.com",
      "/",
      ".live",
      ".local.rec",
      ".cloud.rec",
      ".hd",
      "?",
      "&",
      "=",
      "%",
      "%3A"
    ].concat("begin=20221111103600", "end=20221111235959", ":", "#", "0", "99999999999999999999")
  },
  push: {
    run: push,
    corpus: "packages/webhook/test/corpus/push",
    wrappings: [
      ['{"body":', "}"],
      ["[", "]"],
      ['"', '"']
    ],
    words: [
      '{"header":{"messageId":"1","type":"ys.alarm"},"body":',
      ...["alarm", "onoffline", "calling", "open.rtc.call", "open.isapi", "iot"].map(
        (type) => `"ys.${type}"`
      ),
      ...[
        "alarmTime",
        "pictureList",
        "customInfo",
        "channel",
        "isEncrypted",
        "coverUrl",
        "msgType",
        "alarmType"
      ].map((name) => `"${name}":`),
      '"2020-02-28T00:45:45"',
      '"+08:00"',
      '\\"',
      "{",
      "}",
      "[",
      "]",
      ",",
      "eyJhIjoxfQ=="
    ]
  }
}
