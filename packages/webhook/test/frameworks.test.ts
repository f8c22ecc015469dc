import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, assert, describe, it } from "@effect/vitest"
import { getRequestListener } from "@hono/node-server"
import express from "express"
import fastify from "fastify"
import { Hono } from "hono"
import Koa from "koa"
import { plugin } from "../src/fastify.js"
import { createWebhook, Testing } from "../src/index.js"
import { middleware } from "../src/koa.js"

const secret = "test-signing-key"
const maxBodyBytes = 2000

const cleanups: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const webhook = () => {
  const refused: Array<string> = []
  const made = createWebhook({
    secrets: [secret],
    maxBodyBytes,
    onMessage: () => {},
    onRefused: ({ message }) => void refused.push(message)
  })
  cleanups.push(made.close)
  return { ...made, refused }
}

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
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = async (url: string, body: string, contentType: string): Promise<Response> => {
  const { headers } = await Testing.signPush({ secret, body })
  return fetch(`${url}/ezviz`, { method: "POST", body, headers: { ...headers, "content-type": contentType } })
}

/** Each framework's own application, with one more route that is not ours and parses JSON. */
const frameworks: ReadonlyArray<{ readonly name: string; readonly start: () => Promise<string> }> = [
  {
    name: "Express 5",
    start: () => {
      const app = express()
      app.all("/ezviz", webhook().nodeListener)
      app.use(express.json())
      app.post("/other", (request, response) => void response.json(request.body))
      return listen(app)
    }
  },
  {
    name: "Fastify 5",
    start: async () => {
      const app = fastify()
      app.register(plugin({ path: "/ezviz", listener: webhook().nodeListener }))
      app.post("/other", async (request) => request.body)
      cleanups.push(() => app.close())
      return app.listen({ port: 0, host: "127.0.0.1" })
    }
  },
  {
    name: "Koa 3",
    start: () => {
      const app = new Koa()
      app.use(middleware({ path: "/ezviz", listener: webhook().nodeListener }))
      app.use(async (ctx) => {
        let text = ""
        for await (const chunk of ctx.req) text += chunk
        ctx.body = JSON.parse(text)
      })
      return listen(app.callback())
    }
  },
  {
    name: "Hono",
    start: () => {
      const { handle } = webhook()
      const app = new Hono()
      app.all("/ezviz", (context) => handle(context.req.raw))
      app.post("/other", async (context) => context.json(await context.req.json()))
      return listen(getRequestListener(app.fetch))
    }
  },
  {
    // A module exports a function for each method, and the framework answers the others.
    name: "Route handlers, as with Next.js",
    start: () => {
      const { handle } = webhook()
      const POST = (request: Request) => handle(request, { waitUntil: () => {} })
      const routes: Readonly<Record<string, Readonly<Record<string, (request: Request) => unknown>>>> = {
        "/ezviz": { GET: POST, HEAD: POST, POST },
        "/other": { POST: async (request) => Response.json(await request.json()) }
      }
      return listen(
        getRequestListener(async (request) => {
          const answer = await routes[new URL(request.url).pathname]?.[request.method]?.(request)
          return answer instanceof Response ? answer : new Response(null, { status: 405 })
        })
      )
    }
  }
]

describe.each(frameworks)("$name", ({ start }) => {
  it.each(["text/plain", "application/json; charset=utf-8", "application/x-www-form-urlencoded", ""])(
    "takes a push of content type '%s', byte for byte",
    async (contentType) => {
      const url = await start()
      const body = Testing.pushBody({ type: "ys.iot", messageId: "m1", body: { text: "café 门" } }).replace(
        ":",
        " : "
      )
      const response = await post(url, body, contentType)
      assert.strictEqual(response.status, 200)
      assert.deepStrictEqual(await response.json(), { messageId: "m1" })
    }
  )

  it("refuses what is not signed, wrong methods and long bodies, and answers probes", async () => {
    const url = await start()
    const unsigned = await fetch(`${url}/ezviz`, { method: "POST", body: Testing.fixtures.iot })
    assert.strictEqual(unsigned.status, 401)
    assert.strictEqual(await unsigned.text(), "")
    assert.strictEqual((await fetch(`${url}/ezviz`)).status, 200)
    assert.strictEqual((await fetch(`${url}/ezviz`, { method: "DELETE" })).status, 405)
    assert.strictEqual((await post(url, "x".repeat(maxBodyBytes + 1), "text/plain")).status, 413)
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 200)
  })

  it("leaves the rest of the application alone", async () => {
    const url = await start()
    const response = await fetch(`${url}/other`, {
      method: "POST",
      body: '{"a":1}',
      headers: { "content-type": "application/json" }
    })
    assert.deepStrictEqual(await response.json(), { a: 1 })
  })
})

describe("behind a body parser", () => {
  it("Express says what is wrong, and answers 500 so that the push is retried", async () => {
    const { nodeListener, refused } = webhook()
    const app = express()
    app.use(express.json())
    app.all("/ezviz", nodeListener)
    const url = await listen(app)
    assert.strictEqual((await post(url, Testing.fixtures.iot, "application/json")).status, 500)
    assert.match(refused.join(), /before express\.json\(\)/)
    // The vendor's own content type is not one that express.json() reads.
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 200)
  })

  it.each([
    ["express.raw()", express.raw({ type: () => true })],
    ["express.text()", express.text({ type: () => true })],
    [
      "express.json() that keeps rawBody",
      express.json({
        type: () => true,
        verify: (request, _response, rawBody) => void Object.assign(request, { rawBody })
      })
    ]
  ] as const)("Express takes what %s kept, up to the limit", async (_, parser) => {
    const app = express()
    app.use(parser)
    app.all("/ezviz", webhook().nodeListener)
    const url = await listen(app)
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 200)
    const long = Testing.pushBody({ type: "ys.iot", messageId: "m2", body: "é".repeat(maxBodyBytes / 2) })
    assert.strictEqual((await post(url, long, "text/plain")).status, 413)
  })

  it("Fastify's own parsers, and those that were added, make no difference", async () => {
    const app = fastify()
    app.addContentTypeParser(/^text\//, { parseAs: "string" }, (_request, body, done) => done(null, { body }))
    app.register(plugin({ path: "/ezviz", listener: webhook().nodeListener }))
    cleanups.push(() => app.close())
    const url = await app.listen({ port: 0, host: "127.0.0.1" })
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 200)
    assert.strictEqual((await post(url, Testing.fixtures.ram, "application/json")).status, 200)
  })

  it("Hono says what is wrong", async () => {
    const { handle, refused } = webhook()
    const app = new Hono()
    app.use(async (context, next) => {
      await context.req.json()
      await next()
    })
    app.all("/ezviz", (context) => handle(context.req.raw))
    const url = await listen(getRequestListener(app.fetch))
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 500)
    assert.match(refused.join(), /before the webhook/)
  })

  it("Koa says what is wrong, unless the parser kept the raw body", async () => {
    const { nodeListener, refused } = webhook()
    let keep = false
    const app = new Koa()
    app.use(async (ctx, next) => {
      let text = ""
      for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) text += chunk
      Object.assign(ctx.request, { body: JSON.parse(text) }, keep ? { rawBody: text } : {})
      await next()
    })
    app.use(middleware({ path: "/ezviz", listener: nodeListener }))
    const url = await listen(app.callback())
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 500)
    assert.match(refused.join(), /body parser/)
    keep = true
    assert.strictEqual((await post(url, Testing.fixtures.iot, "text/plain")).status, 200)
  })
})
