import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server
} from "node:http"
import { type AddressInfo, connect } from "node:net"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpMiddleware from "@effect/platform/HttpMiddleware"
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServer from "@effect/platform/HttpServer"
import type { RouteNotFound } from "@effect/platform/HttpServerError"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { afterEach, assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import {
  DeduplicationStore,
  Inbox,
  NodeListener,
  Testing,
  Verifier,
  WebHandler,
  type Webhook,
  WebhookHttpApp
} from "../src/index.js"

const secret = "test-signing-key"
const maxBodyBytes = 2000
const capacity = 3

const services = Layer.mergeAll(
  Verifier.layer({ secrets: [Redacted.make(secret)] }),
  Inbox.layerMemory({ capacity }),
  DeduplicationStore.layerMemory(),
  Logger.remove(Logger.defaultLogger)
)

const cleanups: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const listen = async (listener: RequestListener): Promise<string> => {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  cleanups.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const runtime = () => {
  const made = ManagedRuntime.make(services)
  cleanups.push(() => made.dispose())
  return made
}

const router = HttpRouter.empty.pipe(HttpRouter.all("/", WebhookHttpApp.make({ maxBodyBytes })))

const serve = async (app: HttpApp.Default<RouteNotFound, Webhook.Services>): Promise<string> => {
  const made = ManagedRuntime.make(
    HttpServer.serve(app).pipe(
      Layer.provide(services),
      Layer.provideMerge(NodeHttpServer.layer(createServer, { port: 0, host: "127.0.0.1" }))
    )
  )
  cleanups.push(() => made.dispose())
  const address = await made.runPromise(HttpServer.addressWith(Effect.succeed))
  assert(address._tag === "TcpAddress")
  return `http://127.0.0.1:${address.port}/`
}

/** Each adapter behind a real socket. The web handler is put behind Node by the shortest bridge there is. */
const adapters: ReadonlyArray<{ readonly name: string; readonly start: () => Promise<string> }> = [
  {
    name: "node:http",
    start: async () => listen(await runtime().runPromise(NodeListener.make({ maxBodyBytes })))
  },
  {
    name: "HttpApp",
    start: () => serve(router)
  },
  {
    name: "Request and Response",
    start: async () => {
      const handle = await runtime().runPromise(WebHandler.make({ maxBodyBytes }))
      return listen(async (request, response) => {
        const hasBody = request.method !== "GET" && request.method !== "HEAD"
        const answer = await handle(
          new Request("http://localhost/", {
            method: request.method ?? "",
            headers: Object.entries(request.headers).flatMap(([name, value]) =>
              typeof value === "string" ? [[name, value] as [string, string]] : []
            ),
            ...(hasBody
              ? {
                  body: new ReadableStream({
                    async start(controller) {
                      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
                        controller.enqueue(chunk)
                      }
                      controller.close()
                    }
                  }),
                  duplex: "half" as const
                }
              : {})
          })
        )
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
      })
    }
  }
]

const post = (url: string, push: { readonly headers: Record<string, string>; readonly body: string }) =>
  fetch(url, { method: "POST", ...push })

const sign = async (body: string) => {
  const { headers } = await Testing.signPush({ secret, body })
  return { headers: { ...headers }, body }
}

describe.each(adapters)("$name", ({ name, start }) => {
  it("answers a signed push, and its repeat, with the messageId", async () => {
    const url = await start()
    const push = await sign(Testing.fixtures.alarm)
    for (const _ of [1, 2]) {
      const response = await post(url, push)
      assert.strictEqual(response.status, 200)
      assert.match(response.headers.get("content-type") ?? "", /^application\/json/)
      assert.deepStrictEqual(await response.json(), { messageId: "5e0000000000000000000a01" })
    }
  })

  it("verifies the bytes as they came, whatever the content type and however chunked", async () => {
    const url = await start()
    const body = Testing.pushBody({ type: "ys.iot", messageId: "m2", body: { text: "café 门" } })
    const { headers } = await sign(body)
    const bytes = new TextEncoder().encode(body)
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json; charset=latin1" },
      // One byte at a time, so that characters are cut apart.
      body: new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
          controller.close()
        }
      }),
      duplex: "half"
    })
    assert.strictEqual(response.status, 200)
    assert.deepStrictEqual(await response.json(), { messageId: "m2" })
  })

  it("refuses without a word", async () => {
    const url = await start()
    const push = await sign(Testing.fixtures.alarm)
    const cases: ReadonlyArray<[number, Promise<Response>]> = [
      [401, post(url, { ...push, body: Testing.fixtures.iot })],
      [401, post(url, { body: push.body, headers: {} })],
      [400, post(url, await sign("not JSON"))],
      [405, fetch(url, { method: "PUT", ...push })]
    ]
    for (const [status, response] of cases) {
      const answer = await response
      assert.strictEqual(answer.status, status)
      assert.strictEqual(await answer.text(), "")
    }
  })

  it("answers probes", async () => {
    const url = await start()
    assert.strictEqual((await fetch(url)).status, 200)
    const head = await fetch(url, { method: "HEAD" })
    assert.strictEqual(head.status, 200)
    assert.strictEqual(await head.text(), "")
  })

  it("answers 413 to a body that is announced too long", async () => {
    const url = await start()
    const response = await post(url, await sign("x".repeat(maxBodyBytes + 1)))
    assert.strictEqual(response.status, 413)
    assert.strictEqual((await post(url, await sign(Testing.fixtures.iot))).status, 200)
  })

  it("answers 413 to a body that turns out too long, without reading on", async () => {
    const url = await start()
    const { headers } = await sign("{}")
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = httpRequest(url, { method: "POST", headers }, (response) => {
        resolve(response)
        request.destroy()
      })
      request.on("error", reject)
      // Never ended: an answer proves that the rest was not waited for.
      request.write("x".repeat(maxBodyBytes + 1))
    })
    assert.strictEqual(answer.statusCode, 413)
    // What is left of the body would be taken for the next request. A web handler leaves that to its server.
    if (name !== "Request and Response") assert.strictEqual(answer.headers.connection, "close")
    assert.strictEqual((await post(url, await sign(Testing.fixtures.iot))).status, 200)
  })

  it("answers 503 when the inbox is full, and says when to come again", async () => {
    const url = await start()
    const push = async (n: number) =>
      post(url, await sign(Testing.pushBody({ type: "ys.iot", messageId: `m${n}`, body: {} })))
    for (let n = 0; n < capacity; n++) assert.strictEqual((await push(n)).status, 200)
    const refused = await push(capacity)
    assert.strictEqual(refused.status, 503)
    assert.strictEqual(refused.headers.get("retry-after"), "1")
    assert.strictEqual(await refused.text(), "")
  })

  it("answers 413 to a sender that sends on after it is told", async () => {
    const url = await start()
    const { headers } = await sign("{}")
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(url, { method: "POST", headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      request.on("error", reject)
      request.write("x".repeat(100))
      setImmediate(() => request.end("x".repeat(maxBodyBytes)))
    })
    assert.strictEqual(status, 413)
  })

  it("survives a sender that leaves half-way", async () => {
    const url = await start()
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.write(
          "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\nt: 1\r\nsignature: x\r\n\r\nhalf",
          () => {
            socket.destroy()
            resolve()
          }
        )
      })
    })
    assert.strictEqual((await post(url, await sign(Testing.fixtures.iot))).status, 200)
  })
})

describe("behind a body parser", () => {
  const parsedBy =
    (listener: RequestListener, parse: (text: string) => unknown): RequestListener =>
    async (request, response) => {
      let text = ""
      for await (const chunk of request.iterator({ destroyOnReturn: false })) text += chunk
      listener(Object.assign(request, { body: parse(text) }), response)
    }

  it("node:http answers 500, so that the push is retried once the server is set up right", async () => {
    const listener = await runtime().runPromise(NodeListener.make())
    const url = await listen(parsedBy(listener, JSON.parse))
    assert.strictEqual((await post(url, await sign(Testing.fixtures.alarm))).status, 500)
  })

  it("node:http takes a body that was kept raw", async () => {
    const listener = await runtime().runPromise(NodeListener.make())
    const asText = await listen(parsedBy(listener, (text) => text))
    assert.strictEqual((await post(asText, await sign(Testing.fixtures.alarm))).status, 200)
    const asBytes = await listen(parsedBy(listener, (text) => Buffer.from(text)))
    assert.strictEqual((await post(asBytes, await sign(Testing.fixtures.iot))).status, 200)
  })

  it("HttpApp answers 500 when a middleware has read the body", async () => {
    const url = await serve(
      HttpMiddleware.make((app) =>
        HttpServerRequest.HttpServerRequest.pipe(
          Effect.flatMap((request) => request.text),
          Effect.ignore,
          Effect.zipRight(app)
        )
      )(router)
    )
    assert.strictEqual((await post(url, await sign(Testing.fixtures.alarm))).status, 500)
  })

  it("a Request that was read is answered with 500", async () => {
    const handle = await runtime().runPromise(WebHandler.make())
    const request = new Request("http://localhost/", {
      method: "POST",
      ...(await sign(Testing.fixtures.alarm))
    })
    await request.text()
    assert.strictEqual((await handle(request)).status, 500)
    const held = new Request("http://localhost/", {
      method: "POST",
      ...(await sign(Testing.fixtures.alarm))
    })
    held.body?.getReader()
    assert.strictEqual((await handle(held)).status, 500)
  })
})
