/**
 * What the resilience layers cost, and what they do under faults, in four parts:
 *
 * - `cost`: CPU per call, against a fetch that cockatiel guards with retry, breaker, bulkhead and time limit.
 * - `stampede`: ten thousand calls over real HTTP whose token is dead ask for one new token.
 * - `soak`: calls against random faults; each ends as a value or a typed error, and no write is applied twice.
 * - `limit`: eight processes share a limit of so many calls a second.
 *
 * `pnpm bench:resilience [part…] [--calls N]`. The last two need real minutes; `limit` also redis-server.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { FetchHttpClient } from "@effect/platform"
import { Device, Ezviz, EzvizClient, TokenStore } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  TimeoutStrategy,
  timeout,
  wrap
} from "cockatiel"
import { Effect, Exit, Layer, ManagedRuntime, Option, Redacted } from "effect"
import * as Compare from "./compare.js"

const here = fileURLToPath(import.meta.url)
const sharing = fileURLToPath(new URL("../../packages/core/test/programs/sharing.mjs", import.meta.url))

interface Cloud {
  readonly url: string
  readonly appKey: string
  readonly appSecret: string
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { calls: { type: "string" }, client: { type: "string" } }
})

let failed = false
const check = (what: string, holds: boolean, figure: string) => {
  console.log(`  ${holds ? "ok    " : "FAILED"} ${what}: ${figure}`)
  if (!holds) failed = true
}

/** A program of its own; `lines` are what it prints. */
const start = (args: ReadonlyArray<string>) => {
  const child: ChildProcess = spawn(process.execPath, [...args], { stdio: ["pipe", "pipe", "inherit"] })
  if (child.stdout === null || child.stdin === null) throw new Error("a child has pipes")
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { stdin } = child
  return {
    line: async (): Promise<string> => {
      const { done, value } = await lines.next()
      if (done) throw new Error("the process ended before it was done")
      return value
    },
    go: () => stdin.write("go\n"),
    stop: () => child.kill()
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const withSimulator = <A>(
  use: (simulator: Simulator.Simulator["Type"]) => Promise<A>,
  options: Simulator.Options = {}
): Promise<A> =>
  Effect.runPromise(
    Effect.flatMap(Simulator.Simulator, (simulator) => Effect.promise(() => use(simulator))).pipe(
      Effect.provide(Simulator.layer(options))
    )
  )

const simulatorBin = fileURLToPath(new URL("../../packages/simulator/dist/esm/bin.js", import.meta.url))

const deviceSerial = "SIM100000"

// cost

/** A minimal client of the same call, as one writes it: a token, a fetch, the code. */
const plainClient = async (cloud: Cloud) => {
  const post = async (url: string, form: Record<string, string>, signal?: AbortSignal) => {
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(form),
      ...(signal && { signal })
    })
    const answer = (await response.json()) as { code: string; data: Record<string, string> }
    if (answer.code !== "200") throw new Error(`code ${answer.code}`)
    return answer.data
  }
  const token = await post(`${cloud.url}/api/lapp/token/get`, {
    appKey: cloud.appKey,
    appSecret: cloud.appSecret
  })
  const form = { deviceSerial, accessToken: token["accessToken"] ?? "" }
  return (signal?: AbortSignal) => post(`${token["areaDomain"]}/api/lapp/device/info`, form, signal)
}

const cost = async () => {
  const simulator = start([simulatorBin, "--port", "0", "--json"])
  const cloud: Cloud = JSON.parse(await simulator.line())
  const calls = 400
  const cpu = (call: () => Promise<unknown>) => async () => {
    const before = process.cpuUsage()
    for (let done = 0; done < calls; done++) await call()
    const { system, user } = process.cpuUsage(before)
    return (user + system) / calls
  }

  const plain = await plainClient(cloud)
  const guarded = wrap(
    retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() }),
    circuitBreaker(handleAll, { halfOpenAfter: 5000, breaker: new ConsecutiveBreaker(10) }),
    bulkhead(128, Number.POSITIVE_INFINITY),
    timeout(15_000, TimeoutStrategy.Cooperative)
  )
  const whole = ManagedRuntime.make(
    Ezviz.layer({
      appKey: cloud.appKey,
      appSecret: Redacted.make(cloud.appSecret),
      baseUrl: cloud.url
    }).pipe(Layer.provide(FetchHttpClient.layer))
  )
  const { accessToken, areaDomain } = await whole.runPromise(
    Effect.map(
      EzvizClient.request({
        method: "POST",
        path: "/api/lapp/token/get",
        host: "configured",
        parameters: { appKey: cloud.appKey, appSecret: Redacted.make(cloud.appSecret) }
      }),
      (data) => data as { accessToken: string; areaDomain: string }
    )
  )
  const bare = ManagedRuntime.make(
    EzvizClient.layerTransport({ baseUrl: areaDomain }).pipe(Layer.provide(FetchHttpClient.layer))
  )
  const getInfo = Device.getInfo({ deviceSerial })
  const request = EzvizClient.request({
    method: "POST",
    path: "/api/lapp/device/info",
    parameters: { deviceSerial, accessToken: Redacted.make(accessToken) }
  })
  const comparison = await Compare.compare(
    {
      name: "fetch guarded by cockatiel",
      measure: cpu(() => guarded.execute(({ signal }) => plain(signal)))
    },
    [
      { name: "fetch alone", measure: cpu(() => plain()) },
      { name: "our transport alone", measure: cpu(() => bare.runPromise(request)) },
      { name: "Ezviz.layer, everything on", measure: cpu(() => whole.runPromise(getInfo)) }
    ],
    { rounds: 7 }
  )
  Compare.print("CPU of this process per call, one after another", "µs", comparison)
  await Promise.all([whole.dispose(), bare.dispose()])
  simulator.stop()
}

// stampede

const stampede = () =>
  withSimulator(async ({ appKey, appSecret, served, url }) => {
    console.log("\n10,000 calls at once, with a token that is dead")
    const dead: TokenStore.StoredToken = {
      accessToken: Redacted.make("at.dead"),
      expiresAt: Number.MAX_SAFE_INTEGER,
      areaDomain: url.replace("127.0.0.1", "localhost")
    }
    const store = Layer.effect(
      TokenStore.TokenStore,
      Effect.map(TokenStore.TokenStore, (memory) => ({
        ...memory,
        load: (key: string) =>
          Effect.map(
            memory.load(key),
            Option.orElseSome(() => dead)
          )
      }))
    ).pipe(Layer.provide(TokenStore.layerMemory))
    const exits = await Effect.runPromise(
      Effect.all(
        Array.from({ length: 10_000 }, () => Effect.exit(Device.getInfo({ deviceSerial }))),
        { concurrency: "unbounded" }
      ).pipe(
        Effect.provide(
          Ezviz.layerWithStore({
            appKey,
            appSecret: Redacted.make(appSecret),
            baseUrl: url,
            bulkhead: { perDevice: 64 },
            callTimeout: "5 minutes"
          })
        ),
        Effect.provide(store),
        Effect.provide(FetchHttpClient.layer)
      )
    )
    const succeeded = exits.filter(Exit.isSuccess).length
    const tokens = served.filter(({ operation }) => operation === "accessToken.get").length
    check("calls that succeeded", succeeded === 10_000, String(succeeded))
    check("token requests", tokens === 1, String(tokens))
  })

// soak

interface SoakTask extends Cloud {
  readonly calls: number
}

interface SoakResult {
  readonly outcomes: Readonly<Record<string, number>>
  readonly defects: number
  /** Heap in use after a collection, after a fifth of the calls and after all, in MB. */
  readonly heap: readonly [number, number]
  readonly seconds: number
}

/** One call in ten is a write, each to a device of its own, so that the server can tell one that is applied twice. */
const isWrite = (index: number) => index % 10 === 0
const writeSerial = (index: number) => `SIM${100_000 + index / 10}`

/** Runs in a process of its own, so that its memory is the client's. */
const soakClient = async (task: SoakTask) => {
  const outcomes: Record<string, number> = {}
  let defects = 0
  const heap: Array<number> = []
  const collect = () => {
    globalThis.gc?.()
    heap.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10)
  }
  let next = 0
  const worker = Effect.gen(function* () {
    while (next < task.calls) {
      const index = next++
      if (index === Math.floor(task.calls / 5)) collect()
      const call: Effect.Effect<unknown, { readonly _tag: string }, EzvizClient.EzvizClient> = isWrite(index)
        ? Device.capture({ deviceSerial: writeSerial(index), channelNo: 1 })
        : Device.getInfo({ deviceSerial: "SIM100000" })
      const exit = yield* Effect.exit(call)
      const outcome = Exit.isSuccess(exit)
        ? "ok"
        : exit.cause._tag === "Fail"
          ? exit.cause.error._tag
          : "defect"
      if (outcome === "defect") defects += 1
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
  })
  const began = performance.now()
  await Effect.runPromise(
    Effect.all(
      Array.from({ length: 64 }, () => worker),
      { concurrency: "unbounded", discard: true }
    ).pipe(
      Effect.provide(
        Ezviz.layer({
          appKey: task.appKey,
          appSecret: Redacted.make(task.appSecret),
          baseUrl: task.url,
          attemptTimeout: "2 seconds",
          retry: { base: "50 millis" },
          bulkhead: { perDevice: 64 },
          // These 10029 come by chance: no pace would have fewer of them.
          rateLimit: { adapt: false }
        })
      ),
      Effect.provide(FetchHttpClient.layer)
    )
  )
  collect()
  const [early = 0, late = 0] = heap
  const result: SoakResult = {
    outcomes,
    defects,
    heap: [early, late],
    seconds: Math.round((performance.now() - began) / 1000)
  }
  console.log(JSON.stringify(result))
}

const soak = (calls: number) =>
  withSimulator(
    async (simulator) => {
      console.log(`\n${calls} calls against random faults`)
      const times = Number.POSITIVE_INFINITY
      for (const [probability, fault] of [
        [0.1, { kind: "code", code: "10029" }],
        [0.03, { kind: "code", code: "10002" }],
        [0.015, { kind: "reset" }],
        [0.015, { kind: "reset", when: "after" }],
        [0.02, { kind: "html", status: 502 }],
        [0.01, { kind: "truncate" }],
        [0.01, { kind: "delay", millis: 3000 }]
      ] as const) {
        for (const operation of ["device.getInfo", "device.capture"] as const) {
          await Effect.runPromise(simulator.inject({ operation, fault, probability, times }))
        }
      }
      const task: SoakTask = {
        calls,
        url: simulator.url,
        appKey: simulator.appKey,
        appSecret: simulator.appSecret
      }
      const client = start(["--expose-gc", here, "--client", JSON.stringify(task)])
      const { defects, heap, outcomes, seconds }: SoakResult = JSON.parse(await client.line())
      const applied = new Map<string, number>()
      for (const { code, deviceSerial: serial, operation } of simulator.served) {
        if (operation !== "device.capture" || code !== "200" || serial === undefined) continue
        applied.set(serial, (applied.get(serial) ?? 0) + 1)
      }
      const doubled = [...applied.values()].filter((count) => count > 1).length
      const ended = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
      console.log(
        `  ${JSON.stringify(outcomes)} in ${seconds} s, ${simulator.served.length} requests answered`
      )
      check("calls that ended", ended === calls, String(ended))
      check("defects", defects === 0, String(defects))
      check("writes applied twice", doubled === 0, `${doubled} of ${applied.size}`)
      check("heap after a fifth and after all", heap[1] < heap[0] * 1.25 + 5, `${heap.join(" and ")} MB`)
    },
    { devices: Math.ceil(calls / 10) }
  )

// limit

const limit = async () => {
  const perSecond = 200
  const millis = 20_000
  const port = await freePort()
  const redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], {
    stdio: "ignore"
  })
  const spawned = await Promise.race([
    once(redis, "spawn").then(() => true),
    once(redis, "error").then(() => false)
  ])
  if (!spawned) {
    console.log("\nSKIPPED: the shared limit, because redis-server is not installed")
    return
  }
  await withSimulator(
    async ({ appKey, appSecret, served, url }) => {
      console.log(`\n8 processes, one limit of ${perSecond} calls a second, for ${millis / 1000} s`)
      const task = { part: "flood", url, appKey, appSecret, redisPort: port, perSecond, millis }
      const processes = Array.from({ length: 8 }, () => start([sharing, JSON.stringify(task)]))
      for (const { line } of processes) await line()
      const before = served.length
      for (const { go } of processes) go()
      const results = await Promise.all(
        processes.map(
          async ({ line }) => JSON.parse(await line()) as { ok: number; limited: number; other: number }
        )
      )
      const sum = (key: "ok" | "limited" | "other") =>
        results.reduce((total, result) => total + result[key], 0)
      const share = sum("ok") / ((perSecond * millis) / 1000)
      const refused = sum("limited") / (served.length - before)
      check("of the limit is reached", share >= 0.95, `${(share * 100).toFixed(1)} %`)
      check("of the calls are answered 10029", refused < 0.01, `${(refused * 100).toFixed(2)} %`)
      check("ended otherwise", sum("other") === 0, String(sum("other")))
    },
    { callsPerSecond: perSecond }
  )
  redis.kill()
}

if (values.client !== undefined) {
  await soakClient(JSON.parse(values.client))
} else {
  const parts = { cost, stampede, soak: () => soak(Number(values.calls ?? 100_000)), limit }
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length === 0 || positionals.includes(name)) await part()
  }
  if (failed) process.exitCode = 1
}
