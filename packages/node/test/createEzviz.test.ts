import { createHash } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:http"
import { setImmediate } from "node:timers/promises"
import { inspect } from "node:util"
import { assert, describe, expectTypeOf, it, vi } from "@effect/vitest"
import { Operations as CoreOperations } from "@effect-ezviz/core"
import * as Core from "@effect-ezviz/core/ApiError"
import {
  AbortError,
  type AnyError,
  type Call,
  type CallOptions,
  type CommonError,
  createEzviz,
  type Device,
  DeviceOffline,
  type ErrorOf,
  type Events,
  EzvizError,
  InvalidInput,
  isErrorOf,
  type Result,
  type StoredToken,
  subAccountPassword,
  type TokenStore,
  TransportFailure
} from "../src/index.js"
import { withSimulator } from "./simulator.js"

const camera = { deviceSerial: "SIM100000", channelNo: 1 }
const offline = { deviceSerial: "SIM100006", channelNo: 1 }

const failureOf = async (promise: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail("it did not fail")
}

describe("createEzviz", () => {
  it("has a method for every operation of core, under its noun and by its id", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const methods = Object.entries(ezviz).flatMap(([noun, group]) =>
        typeof group === "object" ? Object.keys(group ?? {}).map((name) => `${noun}.${name}`) : []
      )
      const helpers = ["alarm.poll", "device.waitUntilOnline", "ptz.move"]
      assert.sameMembers(methods, [...Object.keys(CoreOperations.all), ...helpers])
      const info = await ezviz.call("device.getInfo", { deviceSerial: camera.deviceSerial })
      assert.deepStrictEqual(info, await ezviz.device.getInfo({ deviceSerial: camera.deviceSerial }))
    }))

  it("gives plain values: strings, dates, numbers", () =>
    withSimulator(async ({ appKey, appSecret, client, household }) => {
      const ezviz = client()
      const token = await ezviz.accessToken.get({ appKey, appSecret })
      assert.isTrue(household.tokens.has(token.accessToken))
      assert.strictEqual(token.expireTime.getTime(), household.tokens.get(token.accessToken))
      const { picUrl } = await ezviz.device.capture(camera)
      assert.strictEqual((await fetch(picUrl)).status, 200)
      const address = await ezviz.live.getAddress({ ...camera, protocol: "hls", expireTimeSeconds: 60 })
      assert.match(address.url, /^http/)
      expectTypeOf<Device.Capture["picUrl"]>().toEqualTypeOf<string>()
      expectTypeOf(token.expireTime).toEqualTypeOf<Date>()
    }))

  it("sends what it is told, undefined being nothing", () =>
    withSimulator(async ({ client }) => {
      const bodies: Array<string> = []
      const ezviz = client({
        fetch: async (input, init) => {
          bodies.push(
            String(init?.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : init?.body)
          )
          return fetch(input, init)
        }
      })
      await ezviz.live.getAddress({
        ...camera,
        protocol: "hls",
        quality: undefined,
        expireTimeSeconds: 86_400,
        code: "PASSWORD"
      })
      const sent = new URLSearchParams(bodies.at(-1))
      assert.deepStrictEqual(
        [sent.get("expireTime"), sent.get("code"), sent.has("quality")],
        ["86400", "PASSWORD", false]
      )
      await ezviz.alarm.list({ startTime: new Date(1_600_000_000_000), endTime: new Date(1_600_000_001_000) })
      assert.strictEqual(new URLSearchParams(bodies.at(-1)).get("startTime"), "1600000000000")
    }))

  it("rejects with real classes", () =>
    withSimulator(async ({ client }) => {
      const error = await failureOf(client().device.capture(offline))
      assert.instanceOf(error, Error)
      assert.isTrue(error instanceof EzvizError && error.tag === "DeviceOffline")
      assert.isTrue(error instanceof DeviceOffline)
      if (!(error instanceof DeviceOffline)) return
      assert.strictEqual(error.code, "20007")
      assert.strictEqual(error.operation, "device.capture")
      assert.strictEqual(error.attempts, 1)
      assert.strictEqual(error.retryable, Core.DeviceOffline.about.retryable)
      assert.strictEqual(error.name, "DeviceOffline")
      assert.match(error.message, /^device\.capture: /)
      expectTypeOf(error.tag).toEqualTypeOf<"DeviceOffline">()
    }))

  it("has errors tell the line that made the call", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client({ retry: false })
      const askForPicture = () => ezviz.device.capture(offline)
      const error = await failureOf(askForPicture())
      assert.match(String((error as Error).stack), /^DeviceOffline: device\.capture: .*\n +at askForPicture /)
      inject({ operation: "device.list", fault: { kind: "code", code: "10005" } })
      const listAll = () => ezviz.device.list().toArray()
      assert.match(String(((await failureOf(listAll())) as Error).stack), /\n +at listAll /)
    }))

  it("tells the errors of an operation from all others", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const error = await failureOf(ezviz.device.capture(offline))
      assert.isTrue(isErrorOf("device.capture", error))
      assert.isFalse(isErrorOf("device.getInfo", error))
      assert.isFalse(isErrorOf("device.capture", new Error("something else")))
      assert.isFalse(new Error("something else") instanceof EzvizError)
      assert.isTrue(
        isErrorOf("device.capture", await failureOf(ezviz.device.capture({ ...camera, channelNo: 0 })))
      )
      // An error of the right name that the operation does not document.
      const stranger = new Core.EncryptionEnabled({
        operation: "device.capture",
        attempts: 1,
        maybeApplied: false,
        code: "60019",
        vendorMessage: "",
        httpStatus: 200
      })
      assert.isFalse(isErrorOf("device.capture", stranger))
      assert.isTrue(stranger instanceof EzvizError)
      if (isErrorOf("device.capture", error)) expectTypeOf(error).toEqualTypeOf<Device.CaptureError>()
      expectTypeOf<CommonError>().toExtend<ErrorOf<"device.capture">>()
      expectTypeOf<Device.CaptureError>().toExtend<AnyError>()
    }))

  it("gives the outcome as a value", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const good = await ezviz.device.getInfo({ deviceSerial: camera.deviceSerial }).safe()
      assert.isTrue(good.ok && good.value.deviceSerial === camera.deviceSerial)
      const bad = await ezviz.device.capture(offline).safe()
      assert.isTrue(!bad.ok && bad.error.tag === "DeviceOffline")
      expectTypeOf(bad).toEqualTypeOf<Result<Device.Capture, Device.CaptureError>>()
    }))

  it("gives the answer behind the value", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      inject({ operation: "device.getInfo", fault: { kind: "html", status: 502 } })
      const { response, value } = await ezviz.device
        .getInfo({ deviceSerial: camera.deviceSerial })
        .withResponse()
      assert.strictEqual(value.deviceSerial, camera.deviceSerial)
      assert.strictEqual(response.code, "200")
      assert.strictEqual(response.httpStatus, 200)
      assert.strictEqual(response.attempts, 2)
      assert.deepInclude(response.data, { deviceSerial: camera.deviceSerial })
    }))

  it("refuses bad input before anything is sent, by the name that the caller gave it", () =>
    withSimulator(async ({ client, served }) => {
      const ezviz = client()
      const parameterOf = async (call: PromiseLike<unknown>) => {
        const error = await failureOf(call)
        assert.instanceOf(error, InvalidInput)
        return error instanceof InvalidInput ? error.parameter : ""
      }
      assert.strictEqual(
        await parameterOf(ezviz.live.getAddress({ ...camera, expireTimeSeconds: 1 })),
        "expireTimeSeconds"
      )
      assert.strictEqual(
        await parameterOf(ezviz.live.getAddress({ ...camera, expireTimeSeconds: -5 })),
        "expireTimeSeconds"
      )
      assert.strictEqual(
        await parameterOf(ezviz.alarm.list({ startTime: new Date(Number.NaN) })),
        "startTime"
      )
      // As JavaScript callers may do, who have no compiler to tell them.
      const call = ezviz.call as (id: string, input?: unknown) => PromiseLike<unknown>
      assert.strictEqual(
        await parameterOf(call("live.getAddress", { ...camera, expireTime: 60 })),
        "expireTimeSeconds"
      )
      assert.strictEqual(await parameterOf(call("device.capture")), "deviceSerial")
      const error = await failureOf(call("device.add", { deviceSerial: "SIM900000", validateCode: 123_456 }))
      assert.match(String(error), /validateCode: a text that is not empty/)
      assert.throws(() => call("device.explode"), TypeError, /device\.explode/)
      assert.deepStrictEqual(served, [])
    }))

  it("goes through every page, or gives one", () =>
    withSimulator(
      async ({ client, served }) => {
        const ezviz = client()
        const serials: Array<string> = []
        for await (const device of ezviz.device.list()) serials.push(device.deviceSerial)
        assert.strictEqual(new Set(serials).size, 120)
        const asked = () => served.filter(({ operation }) => operation === "device.list").length
        // Three pages of 50, and no page of 10 besides.
        assert.strictEqual(asked(), 3)
        assert.strictEqual((await ezviz.device.list({ pageStart: 1, pageSize: 50 }).toArray()).length, 70)
        const before = asked()
        const page = await ezviz.device.list({ pageStart: 11 })
        assert.strictEqual(page.items.length, 10)
        assert.strictEqual(page.total, 120)
        for await (const device of ezviz.device.list({ pageSize: 5 })) {
          if (device.deviceSerial === serials[7]) break
        }
        assert.strictEqual(asked() - before, 1 + 2)
        const pages: Array<readonly [number, number]> = []
        for await (const { items, pageStart } of ezviz.device.list().pages())
          pages.push([pageStart, items.length])
        assert.deepStrictEqual(pages, [
          [0, 50],
          [1, 50],
          [2, 20]
        ])
      },
      { devices: 120 }
    ))

  it("throws from a loop over pages what a page fails with", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client({ retry: false })
      inject({ operation: "device.list", fault: { kind: "code", code: "10005" } })
      const loop = async () => {
        for await (const _ of ezviz.device.list()) assert.fail("there is no item")
      }
      const error = await failureOf(loop())
      assert.isTrue(error instanceof EzvizError && error.tag === "AppKeyInvalid")
    }))

  it("retries as it is told, of one call and of the client", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      const input = { deviceSerial: camera.deviceSerial }
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "10029" } })
      const error = await failureOf(ezviz.device.getInfo(input, { retry: false }))
      assert.isTrue(error instanceof EzvizError && error.tag === "FrequencyLimited" && error.attempts === 1)
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "10029" }, times: 2 })
      const { response } = await ezviz.device.getInfo(input, { retry: { retries: 2 } }).withResponse()
      assert.strictEqual(response.attempts, 3)
    }))

  it("ends a call by its signal", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      const input = { deviceSerial: camera.deviceSerial }
      const started = new Promise<void>((resolve) => setTimeout(resolve, 0))
      const controller = new AbortController()
      inject({ operation: "device.getInfo", fault: { kind: "delay", millis: 60_000 } })
      const call = ezviz.device.getInfo(input, { signal: controller.signal })
      await started
      const reason = new Error("no longer needed")
      controller.abort(reason)
      const error = await failureOf(call)
      assert.isTrue(error instanceof AbortError && error.name === "AbortError" && error.cause === reason)
      assert.isTrue((await failureOf(ezviz.device.getInfo(input, controller))) instanceof AbortError)
      assert.isTrue((await failureOf(ezviz.device.list({}, controller).toArray())) instanceof AbortError)
      assert.isTrue((await failureOf(ezviz.device.list({}, controller).safe())) instanceof AbortError)
    }))

  it("ends what is under way when it is closed, and takes no more calls", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      inject({ fault: { kind: "delay", millis: 60_000 } })
      const call = ezviz.device.list()
      const failure = failureOf(call)
      await new Promise((resolve) => setTimeout(resolve, 0))
      await ezviz.close()
      assert.isTrue((await failure) instanceof AbortError)
      assert.isTrue((await failureOf(ezviz.device.list())) instanceof AbortError)
      await ezviz[Symbol.asyncDispose]()
    }))

  it("calls an endpoint that it does not know, with everything that other calls have", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      const request = {
        method: "POST",
        path: "/api/lapp/device/info",
        parameters: { deviceSerial: camera.deviceSerial, validateCode: "SENTINEL" },
        secrets: ["validateCode"],
        semantics: "read"
      } as const
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "10029" } })
      const { response, value } = await ezviz.request(request).withResponse()
      assert.deepInclude(value, { deviceSerial: camera.deviceSerial })
      assert.strictEqual(response.attempts, 2)
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "20002" } })
      const error = await failureOf(ezviz.request(request))
      assert.isTrue(error instanceof EzvizError && error.tag === "UnknownCode" && error.code === "20002")
      assert.isTrue(error instanceof EzvizError && error.operation === "POST /api/lapp/device/info")
    }))

  it("tells of retries and of new tokens, to who listens", () =>
    withSimulator(async ({ client, household, inject }) => {
      const ezviz = client()
      const retries: Array<Events["retry"]> = []
      const tokens: Array<Events["tokenRenewed"]> = []
      ezviz.on("tokenRenewed", (token) => tokens.push(token))
      const stop = ezviz.on("retry", (retrying) => retries.push(retrying))
      const input = { deviceSerial: camera.deviceSerial }
      inject({ operation: "device.getInfo", fault: { kind: "html", status: 503 }, times: 2 })
      await ezviz.device.getInfo(input)
      assert.deepStrictEqual(
        retries.map(({ attempt, error, operation }) => [operation, attempt, error.tag]),
        [
          ["device.getInfo", 2, "GatewayFailure"],
          ["device.getInfo", 3, "GatewayFailure"]
        ]
      )
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "10002" } })
      await ezviz.device.getInfo(input)
      const known = [...household.tokens.values()]
      assert.deepStrictEqual(
        tokens.map(({ expiresAt }) => expiresAt.getTime()),
        known.slice(-2)
      )
      assert.match(String(tokens[0]?.areaDomain), /^http:\/\/localhost:/)
      stop()
      inject({ operation: "device.getInfo", fault: { kind: "code", code: "10029" } })
      await ezviz.device.getInfo(input)
      assert.strictEqual(retries.length, 2)
    }))

  it("shares a token through a store, and does without one that fails", () =>
    withSimulator(async ({ client, served }) => {
      const tokens = new Map<string, StoredToken>()
      let locked = Promise.resolve()
      const tokenStore: TokenStore = {
        load: async (key) => tokens.get(key),
        save: async (key, token) => void tokens.set(key, token),
        exclusive: (_, run) => {
          const turn = locked.then(run)
          locked = turn.then(
            () => {},
            () => {}
          )
          return turn
        }
      }
      const renewals = () => served.filter(({ operation }) => operation === "accessToken.get").length
      await Promise.all([client({ tokenStore }), client({ tokenStore })].map((ezviz) => ezviz.device.list()))
      assert.strictEqual(renewals(), 1)
      const [token] = tokens.values()
      assert.isTrue(token?.accessToken.startsWith("at.") && token.expiresAt instanceof Date)
      await client({ tokenStore }).device.list()
      assert.strictEqual(renewals(), 1)

      const warnings: Array<unknown> = []
      const warn = (message: string, about: Readonly<Record<string, unknown>>) =>
        warnings.push([message, about])
      const fail = () => Promise.reject(new Error("the disk is full"))
      const broken = { load: fail, save: fail, exclusive: fail }
      const logger = { debug: () => {}, info: () => {}, error: () => {}, warn }
      assert.strictEqual((await client({ tokenStore: broken, logger }).device.list()).items.length, 10)
      assert.strictEqual(warnings.length, 3)
      assert.match(inspect(warnings[0], { depth: 9 }), /The token store failed.*the disk is full/s)
    }))

  it("keeps the pace that it is told", () =>
    withSimulator(async ({ client }) => {
      const spacingSeconds = { "device.capture": 3600 }
      const ezviz = client({ rateLimit: { spacingSeconds }, timeoutMillis: 200 })
      await ezviz.device.capture(camera)
      const error = await failureOf(ezviz.device.capture(camera))
      assert.isTrue(error instanceof EzvizError && error.tag === "CallTimeout" && error.attempts === 0)
    }))

  it("leaves a host alone that fails, and a device that is busy with others", () =>
    withSimulator(async ({ client, inject, served }) => {
      const ezviz = client({
        retry: false,
        circuitBreaker: { minimumCalls: 2, openForMillis: 60_000 },
        bulkhead: { perDevice: 1 }
      })
      await ezviz.device.list()
      inject({ operation: "device.getInfo", fault: { kind: "html", status: 502 }, times: 9 })
      const before = served.length
      const tags = []
      for (let asked = 0; asked < 5; asked++) {
        const error = await failureOf(ezviz.device.getInfo({ deviceSerial: "SIM100000" }))
        tags.push(error instanceof EzvizError ? error.tag : error)
      }
      assert.strictEqual(tags.at(0), "GatewayFailure")
      assert.strictEqual(tags.at(-1), "CircuitOpen")
      assert.isBelow(served.length - before, 5)
    }))

  it("fails at once when the day's quota is used up, and asks again in time", () =>
    withSimulator(async ({ client, inject, served }) => {
      const quota = async (probeEveryMillis: number) => {
        const ezviz = client({ dayQuota: { probeEveryMillis } })
        inject({ operation: "device.capture", fault: { kind: "code", code: "10028" }, times: 1 })
        const first = await failureOf(ezviz.device.capture(camera))
        assert.isTrue(first instanceof EzvizError && first.tag === "QuotaExhausted")
        const before = served.length
        const second = await ezviz.device.capture({ ...camera, deviceSerial: "SIM100002" }).safe()
        return { asked: served.length > before, ok: second.ok }
      }
      assert.deepStrictEqual(await quota(3_600_000), { asked: false, ok: false })
      // So little that it is over also where both calls fall into one millisecond.
      assert.deepStrictEqual(await quota(1e-9), { asked: true, ok: true })
    }))

  it("takes the time limits of a call for that call alone", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client()
      await ezviz.device.list()
      inject({ fault: { kind: "delay", millis: 60_000 }, times: 2 })
      const failure = async (options: { timeoutMillis?: number; attemptTimeoutMillis?: number }) => {
        const error = await failureOf(ezviz.device.list({}, { ...options, retry: false }))
        return error instanceof EzvizError && error.tag === "CallTimeout" ? error : assert.fail(String(error))
      }
      const { limit, limitMillis } = await failure({ timeoutMillis: 40 })
      assert.deepStrictEqual([limit, limitMillis], ["call", 40])
      const attempt = await failure({ attemptTimeoutMillis: 30 })
      assert.deepStrictEqual([attempt.limit, attempt.limitMillis], ["attempt", 30])
      assert.isAbove((await ezviz.device.list()).items.length, 0)
    }))

  it("makes the passwords of sub-accounts as the documentation says", () =>
    withSimulator(async ({ appKey, client }) => {
      const password = subAccountPassword(appKey, "secret")
      assert.strictEqual(password, createHash("md5").update(`${appKey}#secret`).digest("hex"))
      const { accountId } = await client().ram.createAccount({ accountName: "caretaker", password })
      assert.strictEqual((await client().ram.getAccount({ accountId })).accountName, "caretaker")
    }))

  it("refuses options that cannot work, by their names", () => {
    const credentials = { appKey: "k", appSecret: "s" }
    for (const [options, name] of [
      [{ circuitBreaker: { failureRatio: 1.5 } }, "circuitBreaker.failureRatio"],
      [{ circuitBreaker: { windowMillis: -1 } }, "circuitBreaker.windowMillis"],
      [{ bulkhead: { perDevice: 0 } }, "bulkhead.perDevice"],
      [{ bulkhead: { total: 1.5 } }, "bulkhead.total"],
      [{ dayQuota: { probeEveryMillis: 0 } }, "dayQuota.probeEveryMillis"],
      [{ retry: { retries: Number.NaN } }, "retry.retries"],
      [{ retry: { baseMillis: -1 } }, "retry.baseMillis"],
      [{ rateLimit: { calls: { limit: 0, perSeconds: 1 } } }, "rateLimit.calls.limit"],
      [
        { rateLimit: { operations: { "ptz.start": { limit: 1, perSeconds: Number.NaN } } } },
        "rateLimit.operations.ptz.start.perSeconds"
      ],
      [
        { rateLimit: { spacingSeconds: { "device.capture": -1 } } },
        "rateLimit.spacingSeconds.device.capture"
      ],
      [{ attemptTimeoutMillis: Number.NaN }, "attemptTimeoutMillis"],
      [{ baseUrl: "localhost:3000" }, "baseUrl"],
      [{ proxy: "localhost:3128" }, "proxy"],
      [{ ca: "/etc/ssl/authority.pem" }, "ca"]
    ] as const) {
      assert.throws(() => createEzviz({ ...credentials, ...options }), TypeError, name)
    }
    // What only JavaScript lets through.
    for (const [options, name] of [
      [{ region: "euorpe" }, "region"],
      [{ timeout: 5000 }, "timeout"],
      [{ timeoutMillis: "5000" }, "timeoutMillis"],
      [{ retry: true }, "retry"],
      [{ logger: { info: () => {} } }, "logger"],
      [{ tokenStore: {} }, "tokenStore"],
      [{ fetch: "node-fetch" }, "fetch"]
    ] as const) {
      const create: (options: object) => unknown = createEzviz
      assert.throws(() => create({ ...credentials, ...options }), TypeError, name)
    }
    vi.stubEnv("HTTPS_PROXY", "localhost:3128")
    try {
      assert.throws(() => createEzviz(credentials), TypeError, "HTTPS_PROXY")
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it("refuses options of a call as it does parameters, and lets a caught failure be", () =>
    withSimulator(async ({ client, served }) => {
      const unhandled = vi.fn()
      process.on("unhandledRejection", unhandled)
      try {
        const ezviz = client()
        for (const [options, parameter] of [
          [{ timeoutMillis: -5 }, "timeoutMillis"],
          [{ attemptTimeoutMillis: Number.NaN }, "attemptTimeoutMillis"],
          [{ timeout: 5000 }, "timeout"],
          [{ retry: { retries: -1 } }, "retry.retries"],
          [{ signal: {} }, "signal"],
          [null, "options"]
        ] as const) {
          const of = options as CallOptions
          for (const call of [
            () => ezviz.device.getInfo({ deviceSerial: camera.deviceSerial }, of),
            () => ezviz.device.list({}, of),
            () => ezviz.device.list({}, of).toArray(),
            () => ezviz.snapshot(camera, of)
          ]) {
            const error = await failureOf(call())
            assert.isTrue(error instanceof InvalidInput && error.parameter === parameter, String(error))
          }
        }
        assert.strictEqual(served.length, 0)
        await setImmediate()
        assert.strictEqual(unhandled.mock.calls.length, 0)
      } finally {
        process.off("unhandledRejection", unhandled)
      }
    }))

  it("has no call fail for a logger that throws, and no listener for an event that is none", () =>
    withSimulator(async ({ client }) => {
      const others = process.listeners("uncaughtException")
      process.removeAllListeners("uncaughtException")
      const uncaught = vi.fn()
      process.on("uncaughtException", uncaught)
      try {
        const write = () => {
          throw new Error("the log is full")
        }
        const logger = { debug: write, info: write, warn: write, error: write }
        const fail = () => Promise.reject(new Error("the disk is full"))
        const ezviz = client({ logger, tokenStore: { load: fail, save: fail } })
        assert.strictEqual((await ezviz.device.list()).items.length, 10)
        assert.match(String(uncaught.mock.calls[0]?.[0]), /the log is full/)
        assert.throws(() => ezviz.on("retries" as "retry", () => {}), TypeError, "retries")
      } finally {
        process.removeAllListeners("uncaughtException")
        for (const listener of others) process.on("uncaughtException", listener)
      }
    }))

  it("reads tokens that a store kept as JSON, and does without what is none", () =>
    withSimulator(async ({ client, served }) => {
      let kept = ""
      const tokenStore = {
        load: async () => (kept === "" ? undefined : JSON.parse(kept)),
        save: async (_: string, token: StoredToken) => {
          kept = JSON.stringify(token)
        }
      }
      const renewals = () => served.filter(({ operation }) => operation === "accessToken.get").length
      await client({ tokenStore }).device.list()
      await client({ tokenStore }).device.list()
      assert.strictEqual(renewals(), 1)
      for (const none of [
        '{"accessToken":5}',
        '{"accessToken":"at.1","expiresAt":"soon"}',
        "7",
        '{"access'
      ]) {
        kept = none
        await client({ tokenStore }).device.list()
      }
      assert.strictEqual(renewals(), 5)
    }))

  it("names the time limit that has passed", () =>
    withSimulator(async ({ client, inject }) => {
      const ezviz = client({ timeoutMillis: 50 })
      inject({ fault: { kind: "delay", millis: 60_000 }, times: 9 })
      const error = await failureOf(ezviz.device.list())
      assert.isTrue(error instanceof EzvizError && error.tag === "CallTimeout" && error.limitMillis === 50)
    }))

  it("lets no failure go unseen when nobody awaits the call", () =>
    withSimulator(async ({ client }) => {
      const seen = vi.fn()
      const others = process.listeners("unhandledRejection")
      process.removeAllListeners("unhandledRejection")
      const rejected = new Promise<unknown>((resolve) => {
        process.on("unhandledRejection", (error) => {
          seen(error)
          resolve(error)
        })
      })
      try {
        const ezviz = client()
        await ezviz.device.capture(offline).safe()
        ezviz.device.capture(offline)
        assert.isTrue((await rejected) instanceof DeviceOffline)
        assert.strictEqual(seen.mock.calls.length, 1)
      } finally {
        process.removeAllListeners("unhandledRejection")
        for (const listener of others) process.on("unhandledRejection", listener)
      }
    }))

  it("reads the environment, and says what is missing", () =>
    withSimulator(async ({ appKey, appSecret, url }) => {
      assert.throws(() => createEzviz({ appSecret: "secret" }), TypeError, /appKey.*EZVIZ_APP_KEY/)
      assert.throws(() => createEzviz({ appKey: "key" }), TypeError, /appSecret.*EZVIZ_APP_SECRET/)
      assert.throws(() => createEzviz({ appKey, appSecret, baseUrl: "nowhere" }), TypeError, /baseUrl/)
      vi.stubEnv("EZVIZ_APP_KEY", appKey)
      vi.stubEnv("EZVIZ_APP_SECRET", appSecret)
      vi.stubEnv("EZVIZ_BASE_URL", url)
      try {
        const ezviz = createEzviz()
        assert.strictEqual((await ezviz.device.list()).items.length, 10)
        await ezviz.close()
        vi.stubEnv("EZVIZ_BASE_URL", "nowhere")
        assert.throws(() => createEzviz(), TypeError, /EZVIZ_BASE_URL/)
        // Empty is not set.
        vi.stubEnv("EZVIZ_BASE_URL", "")
        await createEzviz().close()
      } finally {
        vi.unstubAllEnvs()
      }
    }))

  it("says that nothing was reached", async () => {
    const server = createServer().listen(0, "127.0.0.1")
    await once(server, "listening")
    const address = server.address()
    const port = typeof address === "object" ? address?.port : undefined
    await new Promise((resolve) => server.close(resolve))
    const options = {
      appKey: "key",
      appSecret: "secret",
      baseUrl: `http://127.0.0.1:${port}`,
      retry: false
    } as const
    const ezviz = createEzviz(options)
    const { appKey, appSecret } = options
    const failure = await failureOf(ezviz.accessToken.get({ appKey, appSecret }))
    assert.isTrue(failure instanceof TransportFailure && failure.requestSent === "no")
    await ezviz.close()
  })

  it("keeps secrets out of what it throws", () =>
    withSimulator(async ({ client }) => {
      const ezviz = client()
      const error = await failureOf(ezviz.device.add({ deviceSerial: "SIM900000", validateCode: "SENTINEL" }))
      assert.notInclude(inspect(error, { depth: 20, showHidden: true }), "SENTINEL")
      assert.notInclude(JSON.stringify(error), "SENTINEL")
    }))

  it("types calls as promises of plain values", () => {
    expectTypeOf<ReturnType<typeof createEzviz>["device"]["capture"]>().returns.toEqualTypeOf<
      Call<Device.Capture, Device.CaptureError>
    >()
  })
})
