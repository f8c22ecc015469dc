import {
  FetchHttpClient,
  FileSystem,
  HttpClient,
  HttpClientRequest,
  HttpClientResponse
} from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import { Alarm, Device, Ezviz, FillLight, Live, Page, Ram, Retry, Snapshots } from "@effect-ezviz/core"
import { Cassette, Simulator } from "@effect-ezviz/simulator"
import { Effect, Layer, Redacted, Stream, TestClock } from "effect"
import { camera, foreign } from "./household.js"

const appSecret = "planted-app-secret"
const validateCode = "PLANTED"
const password = "0123456789abcdef0123456789abcdef"

const tape = Effect.flatMap(FileSystem.FileSystem, (fs) => fs.makeTempFileScoped())

/** A program that makes calls of every kind, and all that it learnt but for the secrets. */
const program = Effect.gen(function* () {
  yield* Device.add({ ...foreign, validateCode: Redacted.make(validateCode) })
  const devices = yield* Stream.runCollect(Page.stream(Device.list, { pageSize: 5 }))
  const { bytes, picUrl } = yield* Snapshots.take({ ...camera, channelNo: 1 })
  const address = yield* Live.getAddress({ ...camera, protocol: "hls" })
  // Two calls that are alike, with another answer each.
  const before = yield* FillLight.getMode({ ...camera })
  yield* FillLight.setMode({ ...camera, mode: "fullColor" })
  const after = yield* FillLight.getMode({ ...camera })
  const { accountId } = yield* Ram.createAccount({
    accountName: "planted",
    password: Redacted.make(password)
  })
  const token = yield* Ram.getToken({ accountId })
  const alarms = yield* Alarm.list({})
  const refused = yield* Effect.flip(Device.getInfo({ deviceSerial: "NONE" }))
  return {
    values: {
      devices: [...devices],
      bytes: [...bytes],
      address: { id: address.id, expireTime: address.expireTime },
      fillLight: [before, after],
      accountId,
      alarms: alarms.items.map(({ alarmPicUrl: _secret, ...alarm }) => alarm),
      refused: [refused._tag, refused.message]
    },
    secrets: [
      picUrl,
      address.url,
      token.accessToken,
      ...alarms.items.map(({ alarmPicUrl }) => alarmPicUrl)
    ].map(Redacted.value)
  }
})

const client = (baseUrl: string, secret: string) =>
  Ezviz.layer({ appKey: "any-app-key", appSecret: Redacted.make(secret), baseUrl })

const recording = (file: string) =>
  Effect.gen(function* () {
    const simulator = yield* Simulator.Simulator
    const device = simulator.household.devices.get(foreign.deviceSerial)
    if (device !== undefined) device.validateCode = validateCode
    yield* simulator.alarm(camera)
    const http = Cassette.layerRecord(file).pipe(Layer.provide(FetchHttpClient.layer))
    const recorded = yield* Effect.provide(
      program,
      Layer.merge(http, Layer.provide(client(simulator.url, appSecret), http))
    )
    return { ...recorded, tokens: [...simulator.household.tokens.keys()] }
  }).pipe(Effect.provide(Simulator.layer({ appKey: "any-app-key", appSecret })))

const playing = (file: string) => {
  const http = Cassette.layerReplay(file)
  return Layer.merge(http, Layer.provide(client("http://127.0.0.1:1", "another-secret"), http))
}

describe("a cassette", () => {
  it.scoped("plays what was recorded, without a server, and holds no secrets", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const file = yield* tape
      const recorded = yield* recording(file)
      const text = yield* fs.readFileString(file)
      assert.isAbove(recorded.tokens.length, 1)
      assert.strictEqual(recorded.secrets.length, 4)
      const planted = [appSecret, validateCode, password, ...recorded.tokens, ...recorded.secrets]
      for (const secret of [...planted, ...planted.map(encodeURIComponent), "Signature=", "any-app-key"]) {
        assert.notInclude(text, secret)
      }
      const played = yield* Effect.provide(program, playing(file))
      assert.deepStrictEqual(played.values, recorded.values)
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scoped("says which call is not on it, the first time or the second", () =>
    Effect.gen(function* () {
      const file = yield* tape
      yield* recording(file)
      const once = Retry.withPolicy({ retries: 0 })
      const info = once(Device.getInfo({ deviceSerial: "NONE" }))
      const rename = once(Device.rename({ ...camera, deviceName: "new" }))
      yield* Effect.gen(function* () {
        assert.strictEqual((yield* Effect.flip(info))._tag, "DeviceNotFound")
        const again = yield* Effect.flip(info)
        assert.include(again.message, "not on the cassette: POST /api/lapp/device/info deviceSerial=NONE")
        const never = yield* Effect.flip(rename)
        assert.include(
          never.message,
          "not on the cassette: POST /api/lapp/device/name/update deviceName=new&deviceSerial=SIM100000"
        )
        const error = yield* Effect.flip(
          HttpClient.get("http://localhost/some/path?a=1&accessToken=at.secret")
        )
        const cause = error._tag === "RequestError" ? error.cause : undefined
        assert.isTrue(cause instanceof Cassette.NotOnCassette)
        assert.deepInclude(cause, { method: "GET", path: "/some/path", parameters: { a: "1" } })
      }).pipe(Effect.provide(playing(file)))
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scoped("plays after its tokens have ended", () =>
    Effect.gen(function* () {
      const file = yield* tape
      yield* recording(file)
      yield* TestClock.adjust("365 days")
      const { bytes } = yield* Effect.provide(Snapshots.take({ ...camera, channelNo: 1 }), playing(file))
      assert.deepStrictEqual([...bytes.slice(0, 3)], [0xff, 0xd8, 0xff])
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scoped("hides a secret however it is written, and keeps everything else to the letter", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const file = yield* tape
      const answer = String.raw`{ "code":"200","msg":"for PLANTED-1","data":{"id":512000000000000000123,
        "picUrl":"https:\/\/pictures.example.com\/1.jpg?Expires=1\u0026Signature=PLANTED-2","tokenKind":0,
        "list":[{"validateCode":"PLANTED-3","again":"PLANTED-3"}],"note":"at.PLANTED-4 0","pin":"PLANTED-5 \"q\""}}`
      const cloud = HttpClient.make((request) =>
        Effect.succeed(
          HttpClientResponse.fromWeb(
            request,
            new Response(answer, { headers: { "content-type": "application/json" } })
          )
        )
      )
      const record = Cassette.layerRecord(file).pipe(
        Layer.provide(Layer.succeed(HttpClient.HttpClient, cloud))
      )
      const call = HttpClientRequest.post("https://open.example.com/api/new").pipe(
        HttpClientRequest.setHeader("authorization", "Bearer PLANTED-6"),
        HttpClientRequest.bodyUrlParams({
          deviceSerial: "SIM100000",
          password: "PLANTED-1",
          oldPassword: 'PLANTED-5 "q"',
          note: "from PLANTED-1"
        })
      )
      const ask = Effect.flatMap(HttpClient.execute(call), (response) => response.text)
      assert.strictEqual(yield* Effect.provide(ask, record), answer)
      const text = yield* fs.readFileString(file)
      assert.notInclude(text, "PLANTED")
      const [recording] = yield* Cassette.readFile(file)
      assert.deepStrictEqual(recording?.parameters, {
        deviceSerial: "SIM100000",
        note: "from <redacted>"
      })
      const played = yield* Effect.provide(ask, Cassette.layerReplay(file))
      assert.include(played, '{ "code":"200","msg":"for redacted-')
      assert.include(played, '"data":{"id":512000000000000000123,\n')
      assert.include(played, '"tokenKind":0')
      assert.match(played, /"validateCode":"(redacted-\d+)","again":"\1"/)
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scoped("that is none names the line", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const file = yield* tape
      yield* fs.writeFileString(file, '\n{"method":"GET"}\n')
      const error = yield* Effect.flip(Cassette.readFile(file))
      assert.isTrue(error._tag === "CassetteInvalid" && error.line === 2)
    }).pipe(Effect.provide(NodeContext.layer))
  )
})
