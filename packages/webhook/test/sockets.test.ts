import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { connect } from "node:net"
import * as HttpServer from "@effect/platform/HttpServer"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as DeduplicationStore from "../src/DeduplicationStore.js"
import * as Inbox from "../src/Inbox.js"
import * as NodeListener from "../src/NodeListener.js"
import { pushBody } from "../src/Testing.js"
import * as VerifierNode from "../src/VerifierNode.js"
import * as WebHandler from "../src/WebHandler.js"
import type * as Webhook from "../src/Webhook.js"
import * as WebhookHttpApp from "../src/WebhookHttpApp.js"
import { signedHeaders } from "./signed.js"

const secret = "test-signing-key"
const limit = 2000

const services = Layer.mergeAll(
  VerifierNode.layer({ secrets: [Redacted.make(secret)] }),
  DeduplicationStore.layerMemory(),
  Inbox.layerMemory({ capacity: 3 })
)

const listen = (listener: (request: IncomingMessage, response: ServerResponse) => void) =>
  Effect.acquireRelease(
    Effect.async<{ readonly port: number; readonly close: Effect.Effect<void> }>((resume) => {
      const server = createServer(listener)
      server.listen(0, "127.0.0.1", () =>
        resume(
          Effect.succeed({
            port: (server.address() as AddressInfo).port,
            close: Effect.async<void>((done) => {
              server.closeAllConnections()
              server.close(() => done(Effect.void))
            })
          })
        )
      )
    }),
    ({ close }) => close
  ).pipe(Effect.map(({ port }) => port))

type Serve = (options: Webhook.Options) => Effect.Effect<number, unknown, Webhook.Services | Scope.Scope>

const nodeListener: Serve = (options) => Effect.flatMap(NodeListener.make(options), listen)

/** What a web-standard server does with Node's request, in short. */
const webHandler: Serve = (options) =>
  Effect.flatMap(WebHandler.make(options), (handle) =>
    listen((request, response) => {
      const chunks: Array<Buffer> = []
      request.on("data", (chunk) => chunks.push(chunk))
      request.on("end", async () => {
        const method = request.method ?? ""
        const headers = new Headers()
        for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
        const body = method === "POST" || method === "PUT" ? { body: Buffer.concat(chunks) } : {}
        const answer = await handle(new Request("http://localhost/", { method, headers, ...body }))
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        response.end(Buffer.from(await answer.arrayBuffer()))
      })
    })
  )

const httpApp: Serve = (options) =>
  Effect.gen(function* () {
    const context = yield* Layer.build(
      NodeHttpServer.layer(() => createServer(), { port: 0, host: "127.0.0.1" })
    )
    yield* HttpServer.serveEffect(WebhookHttpApp.make(options)).pipe(Effect.provide(context))
    const server = yield* Effect.provide(HttpServer.HttpServer, context)
    return server.address._tag === "TcpAddress" ? server.address.port : yield* Effect.dieMessage("no port")
  })

const adapters = [
  ["NodeListener", nodeListener],
  ["WebHandler", webHandler],
  ["WebhookHttpApp", httpApp]
] as const

const post = (port: number, body: string | Uint8Array, headers: Record<string, string>) =>
  Effect.promise(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      body,
      headers: { "content-type": "text/plain", ...headers }
    })
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      text: await response.text(),
      retry: response.headers.get("retry-after")
    }
  })

const push = (messageId: string, text = "é门") => pushBody({ type: "ys.iot", messageId, body: { text } })

const signed = (body: string | Uint8Array) => signedHeaders({ secret, body, t: Date.now() })

describe.each(adapters)("%s over a socket", (_name, serve) => {
  const quiet: Webhook.Options = { maxBodyBytes: limit, onRefused: () => Effect.void }

  it.scopedLive("accepts, repeats, refuses and fills up", () =>
    Effect.gen(function* () {
      const port = yield* serve(quiet)
      const body = push("m1")
      const first = yield* post(port, body, signed(body))
      assert.deepStrictEqual(first, {
        status: 200,
        type: "application/json",
        text: '{"messageId":"m1"}',
        retry: null
      })
      assert.strictEqual((yield* post(port, body, signed(body))).status, 200)
      const inbox = yield* Inbox.Inbox
      assert.deepInclude(yield* inbox.stats, { queued: 1 })

      const refused = yield* post(port, body, signed(`${body} `))
      assert.deepInclude(refused, { status: 401, text: "" })
      assert.strictEqual((yield* post(port, body, {})).status, 401)
      const nonsense = "<html>"
      assert.deepInclude(yield* post(port, nonsense, signed(nonsense)), { status: 400, text: "" })
      assert.deepInclude(yield* post(port, "", signed("")), { status: 400, text: "" })

      for (const id of ["m2", "m3"])
        assert.strictEqual((yield* post(port, push(id), signed(push(id)))).status, 200)
      assert.deepInclude(yield* post(port, push("m4"), signed(push("m4"))), {
        status: 503,
        text: "",
        retry: "1"
      })
    }).pipe(Effect.provide(services))
  )

  it.scopedLive("a body in pieces is one body", () =>
    Effect.gen(function* () {
      const port = yield* serve(quiet)
      const body = Buffer.from(push("m1"))
      const status = yield* Effect.async<number>((resume) => {
        const request = httpRequest(
          { port, host: "127.0.0.1", method: "POST", headers: signed(body) },
          (response) => {
            response.resume()
            resume(Effect.succeed(response.statusCode ?? 0))
          }
        )
        // Cut inside a letter of two bytes.
        const cut = body.indexOf(0xa9)
        request.write(body.subarray(0, cut))
        setImmediate(() => request.end(body.subarray(cut)))
      })
      assert.strictEqual(status, 200)
    }).pipe(Effect.provide(services))
  )

  it.scopedLive("too long is 413, by its length and while reading, and the server lives on", () =>
    Effect.gen(function* () {
      const port = yield* serve(quiet)
      const body = push("m1", "x".repeat(limit))
      assert.strictEqual((yield* post(port, body, signed(body))).status, 413)
      const chunked = yield* Effect.async<number | string>((resume) => {
        const request = httpRequest(
          { port, host: "127.0.0.1", method: "POST", headers: signed(body) },
          (response) => {
            response.resume()
            resume(Effect.succeed(response.statusCode ?? 0))
          }
        )
        request.on("error", (error) => resume(Effect.succeed(error.message)))
        request.write(body.slice(0, 100))
        setImmediate(() => request.end(body.slice(100)))
      })
      assert.strictEqual(chunked, 413)
      assert.strictEqual((yield* post(port, push("m2"), signed(push("m2")))).status, 200)
    }).pipe(Effect.provide(services))
  )

  it.scopedLive("a sender that leaves half-way is survived", () =>
    Effect.gen(function* () {
      const port = yield* serve(quiet)
      yield* Effect.async<void>((resume) => {
        const socket = connect(port, "127.0.0.1", () => {
          socket.write(
            "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\nt: 1\r\nsignature: x\r\n\r\nhalf"
          )
          setTimeout(() => {
            socket.destroy()
            resume(Effect.void)
          }, 20)
        })
      })
      assert.strictEqual((yield* post(port, push("m1"), signed(push("m1")))).status, 200)
    }).pipe(Effect.provide(services))
  )

  it.scopedLive("probes and other methods", () =>
    Effect.gen(function* () {
      const port = yield* serve(quiet)
      const ask = (method: string) =>
        Effect.promise(async () => {
          const response = await fetch(`http://127.0.0.1:${port}/`, { method })
          return [response.status, await response.text(), response.headers.get("allow")]
        })
      assert.deepStrictEqual(yield* ask("GET"), [200, '{"status":"ok"}', null])
      assert.deepStrictEqual(yield* ask("HEAD"), [200, "", null])
      assert.deepStrictEqual(yield* ask("PUT"), [405, "", "GET, HEAD, POST"])
      assert.deepStrictEqual(yield* ask("OPTIONS"), [405, "", "GET, HEAD, POST"])
    }).pipe(Effect.provide(services))
  )
})
