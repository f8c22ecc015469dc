/**
 * The main job, step by step. Against the simulator it needs no account; with `--live` and EZVIZ_APP_KEY and
 * EZVIZ_APP_SECRET set, the harmless steps run against the real cloud.
 */
import { mkdir, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import { FetchHttpClient } from "@effect/platform"
import { NodeRuntime } from "@effect/platform-node"
import { Alarm, Device, Ezviz, Live, Page, Ptz } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { createWebhook, type Push } from "@effect-ezviz/webhook"
import { Chunk, Console, Data, Deferred, Effect, Layer, Redacted, Stream } from "effect"

class Unexpected extends Data.TaggedError("Unexpected")<{ readonly message: string }> {}

const step = (title: string, detail: string) => Console.log(`✓ ${title.padEnd(34)} ${detail}`)

const download = (address: Redacted.Redacted<string>) =>
  Effect.tryPromise({
    try: async (signal) => {
      const response = await fetch(Redacted.value(address), { signal })
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    catch: () => new Unexpected({ message: "the address could not be read" })
  })

/** Steps that change nothing. */
const reading = Effect.gen(function* () {
  const devices = Chunk.toReadonlyArray(yield* Stream.runCollect(Page.stream(Device.list, { pageSize: 5 })))
  yield* step("listed every device, in pages", `${devices.length} devices`)
  const device = devices.find(({ status }) => status === "online")
  if (device === undefined) return yield* new Unexpected({ message: "no device is online" })
  const status = yield* Device.getStatus({ deviceSerial: device.deviceSerial })
  yield* step("read one device's status", `${device.deviceName}: cloud storage ${status.cloudStatus}`)
  return { deviceSerial: device.deviceSerial, channelNo: 1 }
})

const watching = (camera: { readonly deviceSerial: string; readonly channelNo: number }) =>
  Effect.gen(function* () {
    const { picUrl } = yield* Device.capture(camera)
    const { bytes } = yield* download(picUrl)
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) {
      return yield* new Unexpected({ message: "the picture is no JPEG" })
    }
    // The serial number comes from an answer, which must not choose where a file goes.
    const file = `captures/${camera.deviceSerial.replace(/\W/g, "_")}.jpg`
    yield* Effect.promise(() => mkdir("captures", { recursive: true }).then(() => writeFile(file, bytes)))
    yield* step("took a picture", `${file}, ${bytes.length} bytes`)

    const address = yield* Live.getAddress({ ...camera, protocol: "hls" })
    const playlist = yield* download(address.url)
    if (!new TextDecoder().decode(playlist.bytes).startsWith("#EXTM3U")) {
      return yield* new Unexpected({ message: "the live address serves no playlist" })
    }
    yield* step("got a live address that plays", `until ${address.expireTime}`)
  })

const moving = (camera: { readonly deviceSerial: string; readonly channelNo: number }) =>
  Effect.acquireUseRelease(
    Ptz.start({ ...camera, direction: "left", speed: "slow" }),
    () => step("panned to the left", "and stopped again"),
    () => Effect.orDie(Ptz.stop({ ...camera, direction: "left" }))
  )

const surviving = (camera: { readonly deviceSerial: string }) =>
  Effect.gen(function* () {
    const simulator = yield* Simulator.Simulator
    for (const [code, what] of [
      ["10029", "too many calls: waited and tried again"],
      ["10002", "dead token: got a new one and replayed"]
    ] as const) {
      yield* simulator.inject({ operation: "device.getInfo", fault: { kind: "code", code } })
      yield* Device.getInfo({ deviceSerial: camera.deviceSerial })
      yield* step(`survived an injected ${code}`, what)
    }
  })

/** A webhook on a free port, for as long as the scope is open. */
const webhook = (secret: string, onAlarm: (push: Push.AlarmPush) => void) =>
  Effect.acquireRelease(
    Effect.async<{ readonly url: string; readonly stop: () => Promise<void> }>((resume) => {
      const hook = createWebhook({ secrets: [secret], onAlarm })
      const server = createServer(hook.nodeListener)
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        const stop = async () => {
          await hook.close()
          server.close()
          server.closeAllConnections()
        }
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}`, stop }))
      })
    }),
    ({ stop }) => Effect.promise(stop)
  )

const receiving = (camera: { readonly deviceSerial: string }) =>
  Effect.scoped(
    Effect.gen(function* () {
      const secret = "simulated-signing-key"
      const arrived = yield* Deferred.make<Push.AlarmPush>()
      const { url } = yield* webhook(secret, (push) => Deferred.unsafeDone(arrived, Effect.succeed(push)))
      const simulator = yield* Simulator.Simulator
      yield* simulator.webhooks.subscribe({ url, secret: Redacted.make(secret) })
      const [pushed] = yield* simulator.alarm({ deviceSerial: camera.deviceSerial })
      if (pushed?.outcome !== "delivered")
        return yield* new Unexpected({ message: "the push was not accepted" })
      const push = yield* Deferred.await(arrived)
      const alarms = yield* Alarm.list({ status: "all" })
      yield* step("received a signed alarm push", `type ${push.alarmType} of ${push.deviceSerial}`)
      yield* step("found it in the alarm list", `${alarms.items.length} alarm`)
    })
  )

const simulated = Effect.gen(function* () {
  const { url } = yield* Simulator.Simulator
  yield* Console.log(`A simulated EZVIZ cloud listens at ${url}\n`)
  const camera = yield* reading
  yield* watching(camera)
  yield* moving(camera)
  yield* surviving(camera)
  yield* receiving(camera)
  const { served } = yield* Simulator.Simulator
  yield* Console.log(`\nDone: ${served.length} real HTTP calls, none of them by hand.`)
}).pipe(
  Effect.provide(
    Layer.unwrapEffect(
      Effect.map(Simulator.Simulator, ({ appKey, appSecret, url }) =>
        Ezviz.layer({ appKey, appSecret: Redacted.make(appSecret), baseUrl: url })
      )
    ).pipe(Layer.provide(FetchHttpClient.layer), Layer.provideMerge(Simulator.layer()))
  )
)

const live = Effect.gen(function* () {
  yield* Console.log("The real EZVIZ cloud, reading only\n")
  yield* reading
}).pipe(Effect.provide(Ezviz.layerConfig().pipe(Layer.provide(FetchHttpClient.layer))))

if (process.argv.includes("--live")) NodeRuntime.runMain(live)
else NodeRuntime.runMain(simulated)
