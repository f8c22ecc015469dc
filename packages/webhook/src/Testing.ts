/**
 * Signs pushes and makes sample ones, for tests and simulators.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Signature from "./Signature.js"

/**
 * A push as the vendor sends it: give both to your server or to `fetch`.
 *
 * @since 0.1.0
 * @category models
 */
export interface SignedTestPush {
  readonly headers: Readonly<Record<"content-type" | "t" | "signature", string>> &
    Readonly<Record<string, string>>
  /** What was given, unchanged. */
  readonly body: string | Uint8Array
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SignPushOptions {
  readonly secret: string
  readonly body: string | Uint8Array
  /** When it is sent: milliseconds since 1970, or any text. Now, by default. */
  readonly t?: number | string | undefined
  /** The header `message_type`; left out by default, as some proxies do. */
  readonly messageType?: string | undefined
}

const withT = async (options: SignPushOptions, t: string): Promise<SignedTestPush> => ({
  headers: {
    "content-type": "text/plain",
    t,
    signature: await Signature.sign({ secret: options.secret, body: options.body, t }),
    ...(options.messageType === undefined ? {} : { message_type: options.messageType })
  },
  body: options.body
})

/**
 * Signs a body.
 *
 * @example
 * ```ts
 * import { Testing } from "@effect-ezviz/webhook"
 *
 * const send = async (url: string) => {
 *   const push = await Testing.signPush({ secret: "test-signing-key", body: Testing.fixtures.alarm })
 *   return fetch(url, { method: "POST", ...push })
 * }
 * ```
 *
 * @since 0.1.0
 * @category signing
 */
export const signPush = (options: SignPushOptions): Promise<SignedTestPush> =>
  withT(options, String(options.t ?? Date.now()))

/**
 * Signs a body; `t` is the time of Effect's clock, unless given.
 *
 * @since 0.1.0
 * @category signing
 */
export const signPushEffect = (
  options: Omit<SignPushOptions, "secret"> & { readonly secret: Redacted.Redacted<string> }
): Effect.Effect<SignedTestPush> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    Effect.promise(() =>
      withT({ ...options, secret: Redacted.value(options.secret) }, String(options.t ?? now))
    )
  )

/**
 * @since 0.1.0
 * @category models
 */
export interface PushBodyOptions {
  readonly type: string
  readonly messageId: string
  /** What the device reports. */
  readonly body: unknown
  /** `D00000001` by default. */
  readonly deviceSerial?: string | undefined
  /** 1 by default. */
  readonly channelNo?: number | undefined
  /** Milliseconds since 1970; that of the documentation's sample by default. */
  readonly messageTime?: number | undefined
}

/**
 * The body of a push: JSON in the vendor's layout.
 *
 * @since 0.1.0
 * @category fixtures
 */
export const pushBody = (push: PushBodyOptions): string =>
  JSON.stringify({
    body: push.body,
    header: {
      channelNo: push.channelNo ?? 1,
      deviceId: push.deviceSerial ?? "D00000001",
      messageId: push.messageId,
      messageTime: push.messageTime ?? 1582821945396,
      type: push.type
    }
  })

const alarm = {
  devSerial: "D00000001",
  channel: 1,
  channelName: "Front door",
  alarmId: "20200228004545-D00000001-1-10000-1",
  alarmType: "motiondetect",
  alarmTime: "2020-02-28T00:45:45",
  pictureList: [{ id: "1", url: "https://pictures.example.com/1.jpg?auth_key=signed" }],
  crypt: 0,
  customInfo: ""
}

/**
 * One body of each type, ready to sign. That of `ys.open.isapi` is the documentation's; it prints no other, so the
 * rest are made after pushes that were seen, or (`ram`, `iot`, `authUpdate`) have an empty payload. Names, serials and
 * addresses are invented.
 *
 * @since 0.1.0
 * @category fixtures
 */
export const fixtures = {
  /** Type as a word, time without a zone, picture in a list. */
  alarm: /*#__PURE__*/ pushBody({ type: "ys.alarm", messageId: "5e0000000000000000000a01", body: alarm }),
  /** Type as a number, time in milliseconds, one encrypted picture. */
  alarmNumeric: /*#__PURE__*/ pushBody({
    type: "ys.alarm",
    messageId: "5e0000000000000000000a02",
    body: {
      deviceSerial: "D00000001",
      channelNo: 1,
      alarmType: 10000,
      alarmTime: 1582821945000,
      picUrl: "https://pictures.example.com/2.jpg?auth_key=signed",
      isEncrypted: 1
    }
  }),
  onOffline: /*#__PURE__*/ pushBody({
    type: "ys.onoffline",
    messageId: "5e0000000000000000000a03",
    body: { deviceName: "Front door", devType: "CS-C6", msgType: "OFFLINE" }
  }),
  calling: /*#__PURE__*/ pushBody({
    type: "ys.calling",
    messageId: "5e0000000000000000000a04",
    body: {
      action: 0,
      callingId: "c-1",
      channelName: "Front door",
      coverUrl: { url: "https://pictures.example.com/3.jpg?auth_key=signed" },
      timestamp: 1582821945396
    }
  }),
  rtcCall: /*#__PURE__*/ pushBody({
    type: "ys.open.rtc.call",
    messageId: "5e0000000000000000000a05",
    body: { action: "request", callId: "c-1", strRoomId: "r-1" }
  }),
  isapi: /*#__PURE__*/ pushBody({
    type: "ys.open.isapi",
    messageId: "5e0000000000000000000a06",
    body: { data: "0", index: 24409 }
  }),
  ram: /*#__PURE__*/ pushBody({ type: "ys.open.ram", messageId: "5e0000000000000000000a07", body: {} }),
  iot: /*#__PURE__*/ pushBody({ type: "ys.iot", messageId: "5e0000000000000000000a08", body: {} }),
  authUpdate: /*#__PURE__*/ pushBody({
    type: "ys.auth.update",
    messageId: "5e0000000000000000000a09",
    body: {}
  })
} as const
