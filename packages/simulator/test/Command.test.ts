import { createHmac } from "node:crypto"
import { Command as Cli } from "@effect/cli"
import { FetchHttpClient, FileSystem } from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import { Device, Ezviz } from "@effect-ezviz/core"
import * as Command from "@effect-ezviz/simulator/Command"
import { ConfigProvider, Console, Effect, Fiber, Layer, Queue, Redacted } from "effect"
import { camera } from "./household.js"
import { receiver } from "./receiver.js"

const command = Cli.make("simulator", Command.options, (said) => Command.run(said, { json: true }))

const typed = (...argv: ReadonlyArray<string>) =>
  Cli.run(command, { name: "simulator", version: "0" })(["node", "simulator", ...argv])

/** What an effect prints, and the fiber that it runs in. */
const printing = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const lines = yield* Queue.unbounded<string>()
    const console = yield* Console.consoleWith(Effect.succeed)
    const print = (text: unknown) => Effect.asVoid(Queue.offer(lines, String(text)))
    const fiber = yield* Effect.forkScoped(
      Effect.withConsole(effect, { ...console, log: print, error: print })
    )
    return { lines, fiber }
  })

describe("on the command line", () => {
  it.scopedLive("every option reaches the simulator", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const faults = yield* fs.makeTempFileScoped()
      yield* fs.writeFileString(
        faults,
        '[{ "operation": "device.getInfo", "fault": { "kind": "code", "code": "20002" } }]'
      )
      const webhook = yield* receiver("echo")
      const running = typed(
        ...["--devices", "3", "--token-life", "1 hour", "--faults", faults],
        ...["--webhook", webhook.url, "--alarms-every", "10 millis"]
      )
      const { lines } = yield* printing(running)
      const { appKey, appSecret, url } = JSON.parse(yield* Queue.take(lines))
      const client = Ezviz.layer({ appKey, appSecret: Redacted.make(appSecret), baseUrl: url }).pipe(
        Layer.provide(FetchHttpClient.layer)
      )
      yield* Effect.gen(function* () {
        assert.strictEqual((yield* Effect.flip(Device.getInfo(camera)))._tag, "DeviceNotFound")
        assert.strictEqual((yield* Device.list({})).total, 3)
      }).pipe(Effect.provide(client))
      const body = new URLSearchParams({ appKey, appSecret })
      const token = yield* Effect.promise(async () =>
        JSON.parse(await (await fetch(`${url}/api/lapp/token/get`, { method: "POST", body })).text())
      )
      const life = Number(token.data.expireTime) - Date.now()
      assert.isTrue(life > 0 && life <= 3_600_000)
      const push = yield* Queue.take(webhook.received)
      const hmac = createHmac("sha1", "the-key").update(`${push.body}${push.headers["t"]}`)
      assert.strictEqual(push.headers["signature"], hmac.digest("hex"))
    }).pipe(
      Effect.provide(NodeContext.layer),
      Effect.withConfigProvider(ConfigProvider.fromMap(new Map([["EZVIZ_WEBHOOK_SECRET", "the-key"]])))
    )
  )

  it.scopedLive.each([
    [["--calls-per-second", "0"], "10029"],
    [["--calls-per-minute", "0"], "10029"],
    [["--calls-per-day", "0"], "10007"]
  ] as const)("%s is a limit", ([argv, code]) =>
    Effect.gen(function* () {
      const { lines } = yield* printing(typed(...argv))
      const { url } = JSON.parse(yield* Queue.take(lines))
      const answer = yield* Effect.promise(async () =>
        (await fetch(`${url}/api/lapp/token/get`, { method: "POST" })).json()
      )
      assert.propertyVal(answer, "code", code)
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scopedLive.each([
    [["--port", "65536"], "--port takes a number from 0 to 65535"],
    [["--devices", "-1"], "--devices takes a number from 0"],
    [["--token-life", "soon"], '--token-life takes a time such as "7 days" or "30 seconds"'],
    [["--alarms-every", "0 seconds"], '--alarms-every takes a time such as "7 days" or "30 seconds"'],
    [["--webhook", "localhost:80"], "--webhook takes an address that begins with http: or https:"],
    [["--faults", "/nowhere.json"], "Path '/nowhere.json' must exist"]
  ] as const)("%s is refused", ([argv, message]) =>
    Effect.gen(function* () {
      const { fiber, lines } = yield* printing(typed(...argv))
      assert.strictEqual((yield* Effect.flip(Fiber.join(fiber)))._tag, "InvalidValue")
      assert.include(yield* Queue.take(lines), message)
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.scopedLive("a file without rules is refused", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const faults = yield* fs.makeTempFileScoped()
      yield* fs.writeFileString(faults, "{}")
      const error = yield* Effect.flip(typed("--faults", faults))
      assert.strictEqual(error._tag, "FaultFileInvalid")
    }).pipe(Effect.provide(NodeContext.layer))
  )
})
