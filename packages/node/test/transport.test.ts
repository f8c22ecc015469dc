import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http"
import { createServer as createSecureServer } from "node:https"
import { type AddressInfo, connect } from "node:net"
import { rootCertificates } from "node:tls"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { assert, describe, it, vi } from "@effect/vitest"
import { createEzviz, type EzvizOptions, TransportFailure } from "../src/index.js"

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8")
const certificate = fixture("localhost.pem")

const input = { deviceSerial: "SIM100000" }
const infoOf = {
  deviceSerial: "SIM100000",
  deviceName: "Hall",
  model: "CS-C6N",
  status: 1,
  defence: 0,
  isEncrypt: 0
}

/** As little of the cloud as these tests need. \`before\` may hold an answer back. */
const cloud =
  (seen: (request: IncomingMessage) => void, before = async () => {}): RequestListener =>
  async (request, response) => {
    for await (const _ of request);
    seen(request)
    const isToken = request.url === "/api/lapp/token/get"
    if (!isToken) await before()
    const data = isToken ? { accessToken: "at.test", expireTime: Date.now() + 1e9 } : infoOf
    response.writeHead(200, { "content-type": "application/json" })
    response.end(JSON.stringify({ code: "200", msg: "Operation succeeded", data }))
  }

const listen = async (server: Server) => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
  }
}

const withClient = async (
  options: EzvizOptions,
  test: (ezviz: ReturnType<typeof createEzviz>) => Promise<void>
) => {
  const ezviz = createEzviz({ appKey: "key", appSecret: "secret", retry: false, ...options })
  try {
    await test(ezviz)
  } finally {
    await ezviz.close()
  }
}

describe("the connections", () => {
  it("are kept and used again, one request at a time on each", async () => {
    const sockets: Array<number | undefined> = []
    let waiting = 0
    let release = () => {}
    const both = new Promise<void>((resolve) => {
      release = resolve
    })
    // Answers only once two requests are there, which never happens where one waits for the other's answer.
    const server = await listen(
      createServer(
        cloud(
          ({ socket }) => sockets.push(socket.remotePort),
          async () => {
            waiting += 1
            if (waiting > 2) return
            if (waiting === 2) release()
            await both
          }
        )
      )
    )
    await withClient({ baseUrl: `http://127.0.0.1:${server.port}` }, async (ezviz) => {
      await Promise.all([ezviz.device.getInfo(input), ezviz.device.getInfo(input)])
      for (let n = 0; n < 5; n++) await ezviz.device.getInfo(input)
      assert.strictEqual(sockets.length, 8)
      // The token's call, the two at once; no call after them needs another connection.
      const known = sockets.slice(0, 3)
      assert.isTrue(sockets.slice(3).every((port) => known.includes(port)))
    })
    await server.stop()
  })

  it("end with the client, also under way", async () => {
    const closed: Array<Promise<unknown>> = []
    let arrived = () => {}
    const there = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const handler = cloud(
      () => {},
      () => {
        arrived()
        return new Promise(() => {})
      }
    )
    const server = await listen(
      createServer(handler).on("connection", (socket) => closed.push(once(socket, "close")))
    )
    await withClient({ baseUrl: `http://127.0.0.1:${server.port}` }, async (ezviz) => {
      const controller = new AbortController()
      const first = ezviz.device.getInfo(input, { signal: controller.signal }).safe()
      await there
      controller.abort()
      const aborted = await first.then(undefined, (error: unknown) => error)
      assert.strictEqual(aborted instanceof Error && aborted.name, "AbortError")
      const second = ezviz.device.getInfo(input).catch((error: unknown) => error)
      await ezviz.close()
      assert.strictEqual(((await second) as Error).name, "AbortError")
    })
    // The server hears of every end, though it never answered.
    await Promise.all(closed)
    await server.stop()
  })

  it("trust the certificates they are told to", async () => {
    const secure = createSecureServer(
      { key: fixture("localhost.key.pem"), cert: certificate },
      cloud(() => {})
    )
    const server = await listen(secure)
    const baseUrl = `https://localhost:${server.port}`
    await withClient({ baseUrl, ca: certificate }, async (ezviz) => {
      assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
    })
    // Besides those that the environment adds.
    vi.stubEnv("NODE_EXTRA_CA_CERTS", fileURLToPath(new URL("fixtures/localhost.pem", import.meta.url)))
    const [other = ""] = rootCertificates
    await withClient({ baseUrl, ca: other }, async (ezviz) => {
      assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
    })
    vi.unstubAllEnvs()
    await withClient({ baseUrl }, async (ezviz) => {
      const result = await ezviz.accessToken.get({ appKey: "key", appSecret: "secret" }).safe()
      assert.isTrue(result.error instanceof TransportFailure)
      assert.strictEqual(
        result.error instanceof TransportFailure && result.error.reason,
        "DEPTH_ZERO_SELF_SIGNED_CERT"
      )
    })
    await server.stop()
  })

  it("go through the proxy of the options, or of the environment", async () => {
    const origin = await listen(createServer(cloud(() => {})))
    const tunnels: Array<string | undefined> = []
    const proxy = await listen(
      createServer().on("connect", (request, client, head) => {
        tunnels.push(request.url)
        const upstream = connect(origin.port, "127.0.0.1", () => {
          client.write("HTTP/1.1 200 Connection Established\r\n\r\n")
          upstream.write(head)
          upstream.pipe(client).pipe(upstream)
        })
      })
    )
    // A name that only the proxy can resolve.
    const baseUrl = "http://ezviz.invalid"
    await withClient({ baseUrl, proxy: `http://127.0.0.1:${proxy.port}` }, async (ezviz) => {
      assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
    })
    assert.deepStrictEqual([...new Set(tunnels)], ["ezviz.invalid:80"])
    // What the environment excepts is its own business.
    vi.stubEnv("NO_PROXY", "*")
    tunnels.length = 0
    await withClient({ baseUrl, proxy: `http://127.0.0.1:${proxy.port}` }, async (ezviz) => {
      assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
    })
    vi.unstubAllEnvs()
    vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${proxy.port}`)
    try {
      tunnels.length = 0
      await withClient({ baseUrl }, async (ezviz) => {
        assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
      })
      assert.deepStrictEqual([...new Set(tunnels)], ["ezviz.invalid:80"])
    } finally {
      vi.unstubAllEnvs()
    }
    assert.throws(() => createEzviz({ appKey: "a", appSecret: "b", proxy: "nowhere" }), TypeError, /proxy/)
    await proxy.stop()
    await origin.stop()
  })

  it("undo compression that nobody asked for", async () => {
    const answer = JSON.stringify({ code: "200", msg: "", data: infoOf })
    const encodings: ReadonlyArray<readonly [string, Buffer]> = [
      ["gzip", gzipSync(answer)],
      ["br", brotliCompressSync(answer)],
      ["deflate", deflateSync(answer)],
      ["gzip", Buffer.from("none")]
    ]
    const left = [...encodings]
    const server = await listen(
      createServer((request, response) => {
        if (request.url === "/api/lapp/token/get") return cloud(() => {})(request, response)
        const [encoding = "", body] = left.shift() ?? []
        response.writeHead(200, { "content-encoding": encoding }).end(body)
      })
    )
    await withClient({ baseUrl: `http://127.0.0.1:${server.port}` }, async (ezviz) => {
      for (const _ of encodings.slice(1)) {
        assert.strictEqual((await ezviz.device.getInfo(input)).deviceName, "Hall")
      }
      const { error } = await ezviz.device.getInfo(input).safe()
      assert.isTrue(error instanceof TransportFailure && error.requestSent === "maybe")
    })
    await server.stop()
  })

  it("say that an answer broke off, and that the request may have been applied", async () => {
    const server = await listen(
      createServer((request, response) => {
        if (request.url === "/api/lapp/token/get") return cloud(() => {})(request, response)
        response.writeHead(200, { "content-length": "1000" })
        response.write('{"code":')
        setImmediate(() => response.destroy())
      })
    )
    await withClient({ baseUrl: `http://127.0.0.1:${server.port}` }, async (ezviz) => {
      const { error } = await ezviz.device.delete(input).safe()
      assert.isTrue(error instanceof TransportFailure && error.requestSent === "maybe" && error.maybeApplied)
    })
    await server.stop()
  })
})
