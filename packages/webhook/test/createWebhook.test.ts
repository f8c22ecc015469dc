import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import {
  type CreateWebhookOptions,
  createWebhook,
  type HandleContext,
  type Push,
  Testing,
  type WebhookServer
} from "../src/index.js"

const secret = "SENTINEL-signing-key"

const send = async (webhook: Pick<WebhookServer, "handle">, body: string, context?: HandleContext) => {
  const { headers } = await Testing.signPush({ secret, body })
  const request = new Request("http://localhost/", { method: "POST", body, headers: { ...headers } })
  return webhook.handle(request, context)
}

/** A promise to be settled from outside. */
const signal = <A = void>() => {
  let resolve: (value: A) => void = () => {}
  const promise = new Promise<A>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

describe("createWebhook", () => {
  it("receives over a socket, hands out plain values, and closes", async () => {
    const alarms = signal<Push.AlarmPush>()
    const others = signal<Push.Push>()
    const webhook = createWebhook({
      secrets: ["another", secret],
      onAlarm: alarms.resolve,
      onMessage: others.resolve
    })
    const server = createServer(webhook.nodeListener)
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    for (const body of [Testing.fixtures.alarm, Testing.fixtures.isapi]) {
      const { headers } = await Testing.signPush({ secret, body })
      const response = await fetch(url, { method: "POST", body, headers: { ...headers } })
      assert.strictEqual(response.status, 200)
      assert.deepStrictEqual(await response.json(), { messageId: JSON.parse(body).header.messageId })
    }
    const alarm = await alarms.promise
    assert.strictEqual(alarm.kind, "alarm")
    assert.strictEqual(alarm.deviceSerial, "D00000001")
    assert.strictEqual(alarm.alarmType, "motiondetect")
    assert.deepStrictEqual(alarm.alarmTime, new Date("2020-02-27T16:45:45Z"))
    assert.deepStrictEqual(alarm.sentAt, new Date(1582821945396))
    assert.deepStrictEqual(alarm.pictures, ["https://pictures.example.com/1.jpg?auth_key=signed"])
    assert.strictEqual(alarm.encrypted, false)
    assert.strictEqual(alarm.raw, Testing.fixtures.alarm)
    const other = await others.promise
    assert.deepStrictEqual(other.payload, { data: "0", index: 24409 })
    await webhook.close()
    assert.strictEqual((await fetch(url)).status, 503)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  })

  it("gives each push to one handler: that of its kind, or onMessage", async () => {
    const calls: Array<string> = []
    const webhook = createWebhook({
      secrets: [secret],
      onCall: (push) => void calls.push(`call ${push.state}`),
      onOnlineOffline: (push) => void calls.push(`online ${push.online}`),
      onMessage: (push) => void calls.push(`message ${push.type}`),
      concurrency: 1
    })
    for (const body of [
      Testing.fixtures.calling,
      Testing.fixtures.rtcCall,
      Testing.fixtures.onOffline,
      Testing.fixtures.alarm
    ]) {
      await send(webhook, body)
    }
    await webhook.close()
    assert.deepStrictEqual(calls, ["call ringing", "call ringing", "online false", "message ys.alarm"])
  })

  it("answers first, dispatches a repeat once, and finishes what it accepted before it closes", async () => {
    const release = signal()
    let handled = 0
    const webhook = createWebhook({
      secrets: [secret],
      onMessage: async () => {
        await release.promise
        handled += 1
      }
    })
    assert.strictEqual((await send(webhook, Testing.fixtures.iot)).status, 200)
    assert.strictEqual((await send(webhook, Testing.fixtures.iot)).status, 200)
    assert.strictEqual(handled, 0)
    const closed = webhook.close()
    assert.strictEqual((await send(webhook, Testing.fixtures.ram)).status, 503)
    release.resolve()
    await closed
    await webhook.close()
    assert.strictEqual(handled, 1)
  })

  it("tries a handler that throws again, and tells with what it threw", async () => {
    const errors: Array<unknown> = []
    const attempts: Array<number> = []
    const done = signal()
    const failure = new Error("database is gone")
    const webhook = createWebhook({
      secrets: [secret],
      retryDelayMillis: () => 1,
      onHandlerError: (error, { attempt, messageId, retryInMillis }) =>
        void errors.push([error, attempt, messageId, retryInMillis]),
      onAlarm: (_, { attempt, signal }) => {
        attempts.push(attempt)
        assert.strictEqual(signal.aborted, false)
        if (attempt < 3) throw failure
        done.resolve()
      }
    })
    assert.strictEqual((await send(webhook, Testing.fixtures.alarm)).status, 200)
    await done.promise
    await webhook.close()
    assert.deepStrictEqual(attempts, [1, 2, 3])
    assert.deepStrictEqual(errors, [
      [failure, 1, "5e0000000000000000000a01", 1],
      [failure, 2, "5e0000000000000000000a01", 1]
    ])
  })

  it("lists what was given up, and has it handled again", async () => {
    const handled: Array<string> = []
    let broken = true
    const webhook = createWebhook({
      secrets: [secret],
      maxAttempts: 1,
      onHandlerError: () => {},
      onAlarm: ({ messageId }) => {
        if (broken) throw new Error("no such camera")
        handled.push(messageId)
      }
    })
    const waited: Array<Promise<unknown>> = []
    await send(webhook, Testing.fixtures.alarm, { waitUntil: (promise) => void waited.push(promise) })
    await Promise.all(waited)
    assert.deepStrictEqual(await webhook.stats(), { queued: 0, inFlight: 0, delayed: 0, dead: 1 })
    const [letter, ...others] = await webhook.deadLetters()
    assert.deepStrictEqual(others, [])
    assert(letter !== undefined)
    const { buriedAt, reason, receivedAt, ...rest } = letter
    assert.deepStrictEqual(rest, {
      messageId: "5e0000000000000000000a01",
      type: "ys.alarm",
      deviceSerial: "D00000001",
      attempts: 1,
      raw: Testing.fixtures.alarm
    })
    assert.match(reason, /no such camera/)
    assert.isAtLeast(buriedAt.getTime(), receivedAt.getTime())
    assert.deepStrictEqual(await webhook.deadLetters(0), [])

    broken = false
    assert.isFalse(await webhook.replay("unknown"))
    assert.isTrue(await webhook.replay(letter.messageId))
    await webhook.close()
    assert.deepStrictEqual(handled, [letter.messageId])
    const refused = await webhook.deadLetters().catch((error: unknown) => String(error))
    assert.strictEqual(refused, "Error: The webhook is closed.")
  })

  it("has a platform wait until what was accepted is handled, if not at the first try", async () => {
    const release = signal()
    const order: Array<string> = []
    const webhook = createWebhook({
      secrets: [secret],
      retryDelayMillis: () => 1,
      onHandlerError: () => void order.push("failed"),
      onMessage: async (_, { attempt }) => {
        await release.promise
        if (attempt === 1) throw new Error("try again")
        order.push("handled")
      }
    })
    const waited: Array<Promise<unknown>> = []
    const waitUntil = (promise: Promise<unknown>) =>
      void waited.push(promise.then(() => order.push("released")))
    assert.strictEqual((await send(webhook, Testing.fixtures.iot, { waitUntil })).status, 200)
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    release.resolve()
    await Promise.all(waited)
    assert.deepStrictEqual(order, ["failed", "handled", "released"])
    await webhook.close()
  })

  it("answers 503 when too many pushes wait", async () => {
    const release = signal()
    const webhook = createWebhook({
      secrets: [secret],
      capacity: 1,
      onMessage: () => release.promise,
      onRefused: () => {}
    })
    assert.strictEqual((await send(webhook, Testing.fixtures.iot)).status, 200)
    assert.strictEqual((await send(webhook, Testing.fixtures.ram)).status, 503)
    release.resolve()
    await webhook.close()
  })

  it("tells of refusals by name, and shows no secret in anything", async () => {
    const refusals: Array<{ readonly reason: string; readonly status: number }> = []
    const webhook = createWebhook({ secrets: [secret], onRefused: (refusal) => void refusals.push(refusal) })
    const { headers } = await Testing.signPush({ secret, body: "{}" })
    const altered = new Request("http://localhost/", { method: "POST", body: "[]", headers: { ...headers } })
    assert.strictEqual((await webhook.handle(altered)).status, 401)
    assert.strictEqual((await send(webhook, "no JSON")).status, 400)
    assert.deepStrictEqual(
      refusals.map(({ reason, status }) => [reason, status]),
      [
        ["SignatureMismatch", 401],
        ["MalformedBody", 400]
      ]
    )
    const shown = inspect([refusals, webhook], { depth: 10, showHidden: true }) + JSON.stringify(refusals)
    assert.notInclude(shown, "SENTINEL")
    await webhook.close()
  })

  it("still refuses when onRefused throws", async () => {
    const webhook = createWebhook({
      secrets: [secret],
      onRefused: () => {
        throw new Error("logger is gone")
      }
    })
    assert.strictEqual((await send(webhook, "no JSON")).status, 400)
    await webhook.close()
  })

  it("believes anyone only when told so in words", async () => {
    const types: Array<string> = []
    const webhook = createWebhook({ unsigned: true, onMessage: ({ type }) => void types.push(type) })
    const request = new Request("http://localhost/", { method: "POST", body: Testing.fixtures.iot })
    assert.strictEqual((await webhook.handle(request)).status, 200)
    await webhook.close()
    assert.deepStrictEqual(types, ["ys.iot"])
  })

  it("throws at once for options that cannot work", () => {
    assert.throws(() => createWebhook({ secrets: [] }), /secrets/)
    assert.throws(() => createWebhook({ secrets: [""] }), /secrets\[0\]/)
    assert.throws(() => createWebhook({ secrets: [secret], capacity: 0 }), /capacity/)
    assert.throws(() => createWebhook({ secrets: [secret], concurrency: Number.NaN }), /concurrency/)
    assert.throws(() => createWebhook({ secrets: [secret], toleranceMillis: -1 }), /toleranceMillis/)
    assert.throws(() => createWebhook({ secrets: [secret], closeTimeoutMillis: Number.NaN }), /closeTimeout/)
    // What only JavaScript lets through.
    for (const [options, name] of [
      [{ secrets: [secret], unsigned: true }, /secrets and unsigned/],
      [{ unsigned: "yes" }, /unsigned/],
      [{ secrets: [secret], onmessage: () => {} }, /onmessage/],
      [{ secrets: [secret], onAlarm: "log" }, /onAlarm/],
      [{ secrets: [secret], store: {} }, /store/]
    ] as const) {
      assert.throws(() => createWebhook(options as unknown as CreateWebhookOptions), TypeError, name)
    }
  })
})
