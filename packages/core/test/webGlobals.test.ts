import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { createContext, runInContext } from "node:vm"
import { assert, describe, it } from "@effect/vitest"
import { build } from "esbuild"

const source = fileURLToPath(new URL("../src/", import.meta.url))

/** What browsers, Deno, Bun and workers all have. */
const webGlobals = [
  ...["fetch", "Request", "Response", "Headers", "FormData", "Blob", "ReadableStream"],
  ...["URL", "URLSearchParams", "TextEncoder", "TextDecoder", "AbortController", "AbortSignal"],
  ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask", "structuredClone"],
  ...["crypto", "performance", "console", "atob", "btoa"]
] as const

const program = `
  import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
  import * as Ezviz from "@effect-ezviz/core/Ezviz"
  import * as Device from "@effect-ezviz/core/operations/Device"
  import * as Page from "@effect-ezviz/core/Page"
  import * as Effect from "effect/Effect"
  import * as Layer from "effect/Layer"
  import * as Redacted from "effect/Redacted"
  import * as Stream from "effect/Stream"

  const client = Ezviz.layer({ appKey: "key", appSecret: Redacted.make("secret"), baseUrl: globalThis.baseUrl })
  globalThis.answer = Page.stream(Device.list, {}).pipe(
    Stream.map((device) => device.deviceName),
    Stream.runCollect,
    Effect.map((names) => Array.from(names)),
    Effect.provide(Layer.provide(client, FetchHttpClient.layer)),
    Effect.runPromise
  )
`

/** A cloud with one device. */
const answer = (request: IncomingMessage) =>
  request.url === "/api/lapp/token/get"
    ? { code: "200", data: { accessToken: "at.x", expireTime: Date.now() + 1e9 } }
    : {
        code: "200",
        page: { total: 1, page: 0, size: 50 },
        data: [
          {
            deviceSerial: "1",
            deviceName: "Hall",
            deviceType: "C6N",
            status: 1,
            defence: 0,
            deviceVersion: "V5"
          }
        ]
      }

describe("core", () => {
  it("runs where there are only web globals", async () => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
      alias: { "@effect-ezviz/core": source.replace(/\/$/, "") },
      resolveExtensions: [".ts", ".js"],
      bundle: true,
      write: false,
      format: "iife",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["import"]
    })
    const server = createServer((request, response) => {
      request.resume()
      response.end(JSON.stringify(answer(request)))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const context = createContext({
      ...Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]])),
      baseUrl
    })
    assert.strictEqual(
      runInContext("typeof process + typeof Buffer + typeof require", context),
      "undefined".repeat(3)
    )
    runInContext(outputFiles[0]?.text ?? "", context)
    assert.deepStrictEqual([...(await context["answer"])], ["Hall"])
    server.close()
    server.closeAllConnections()
  })
})
