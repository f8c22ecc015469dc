/**
 * An `HttpClient` over undici's dispatcher: a pool that keeps connections, follows the proxy variables, and trusts the
 * certificates it is told to. Without fetch's streams and signals a call costs a fraction of one by fetch; answers of
 * this API are small, so each is read whole before it is handed on.
 */
import { readFileSync } from "node:fs"
import { rootCertificates } from "node:tls"
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib"
import * as Cookies from "@effect/platform/Cookies"
import * as Headers from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Dispatcher } from "undici"

/** Where the environment names proxies. */
export const proxyVariables = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"]

export interface Options {
  /** Certificates of authorities to trust besides those that Node trusts. */
  readonly ca?: string | ReadonlyArray<string> | undefined
  /** The proxy of every request, instead of the one in the environment. */
  readonly proxy?: string | undefined
}

/** What Node trusts. Told of any authority, TLS forgets those that the environment has added. */
const trusted = (): ReadonlyArray<string> => {
  const file = process.env["NODE_EXTRA_CA_CERTS"]
  if (!file) return rootCertificates
  try {
    return [...rootCertificates, readFileSync(file, "utf8")]
  } catch {
    // Node has warned of it when it started.
    return rootCertificates
  }
}

/**
 * One request at a time on a connection: a write that waits behind another call must not be lost with it. Undici is
 * loaded when it is needed, since that takes as long as all of this library.
 */
const makeDispatcher = async ({ ca, proxy }: Options): Promise<Dispatcher> => {
  const { Agent, EnvHttpProxyAgent } = await import("undici")
  const tls = ca === undefined ? {} : { ca: [...trusted(), ...(typeof ca === "string" ? [ca] : ca)] }
  const pool = { pipelining: 1, connect: tls }
  // The agent for proxies reads the environment and the address again at every request.
  if (proxy === undefined && !proxyVariables.some((name) => process.env[name])) return new Agent(pool)
  return new EnvHttpProxyAgent({
    ...pool,
    requestTls: tls,
    proxyTls: tls,
    // A proxy that is given is for everything, whatever the environment excepts.
    ...(proxy !== undefined && { httpProxy: proxy, httpsProxy: proxy, noProxy: "" })
  })
}

class Response extends Inspectable.Class implements HttpClientResponse.HttpClientResponse {
  readonly [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId = HttpIncomingMessage.TypeId
  readonly [HttpClientResponse.TypeId]: HttpClientResponse.TypeId = HttpClientResponse.TypeId
  readonly remoteAddress = Option.none<string>()

  constructor(
    readonly request: HttpClientRequest.HttpClientRequest,
    readonly status: number,
    readonly headers: Headers.Headers,
    private readonly body: Buffer
  ) {
    super()
  }

  toJSON(): unknown {
    return HttpIncomingMessage.inspect(this, {
      _id: "@effect/platform/HttpClientResponse",
      request: this.request.toJSON(),
      status: this.status
    })
  }

  get cookies(): Cookies.Cookies {
    const header = this.headers["set-cookie"]
    return header === undefined ? Cookies.empty : Cookies.fromSetCookie(header)
  }

  private read<A>(read: () => A | Promise<A>): Effect.Effect<A, HttpClientError.ResponseError> {
    return Effect.tryPromise({
      try: async () => read(),
      catch: (cause) =>
        new HttpClientError.ResponseError({ request: this.request, response: this, reason: "Decode", cause })
    })
  }

  get text() {
    return Effect.succeed(this.body.toString("utf8"))
  }
  get json() {
    return this.read((): unknown => JSON.parse(this.body.toString("utf8")))
  }
  get urlParamsBody() {
    return this.read(() => UrlParams.fromInput(new URLSearchParams(this.body.toString("utf8"))))
  }
  get formData() {
    return this.read(() =>
      new globalThis.Response(Uint8Array.from(this.body), { headers: this.headers }).formData()
    )
  }
  get arrayBuffer() {
    return Effect.succeed(Uint8Array.from(this.body).buffer)
  }
  get stream() {
    return Stream.succeed<Uint8Array>(this.body)
  }
}

const decoders: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync
}

/** What a gateway compressed, though nobody asked for it. Far more than any answer is refused. */
const unpacked = (headers: Headers.Headers, body: Buffer): Buffer => {
  const encoding = headers["content-encoding"]?.trim().toLowerCase()
  const decode = encoding !== undefined && Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined
  return decode === undefined || body.length === 0 ? body : decode(body, { maxOutputLength: 67_108_864 })
}

const send = (
  dispatcher: Dispatcher,
  request: HttpClientRequest.HttpClientRequest,
  url: URL
): Effect.Effect<Response, HttpClientError.HttpClientError> =>
  Effect.async((resume) => {
    let stop: ((reason: Error) => void) | undefined
    let stopped = false
    let head: { readonly status: number; readonly headers: Headers.Headers } | undefined
    const chunks: Array<Buffer> = []
    const { body } = request
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers,
        body: body._tag === "Uint8Array" ? body.body : null,
        // How long to wait is said by core's time limits.
        headersTimeout: 0,
        bodyTimeout: 0
      },
      {
        onRequestStart: (controller) => {
          stop = (reason) => controller.abort(reason)
          if (stopped) stop(new Error("interrupted"))
        },
        onResponseStart: (_, status, headers) => {
          head = { status, headers: Headers.fromInput(headers) }
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk)
        },
        onResponseEnd: () => {
          const { headers, status } = head ?? { headers: Headers.empty, status: 0 }
          const [first] = chunks
          const whole = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)
          const response = (body: Buffer) => new Response(request, status, headers, body)
          resume(
            Effect.try({
              try: () => response(unpacked(headers, whole)),
              catch: (cause) =>
                new HttpClientError.ResponseError({
                  request,
                  response: response(whole),
                  reason: "Decode",
                  cause
                })
            })
          )
        },
        onResponseError: (_, cause) => {
          resume(
            Effect.fail(
              head === undefined
                ? new HttpClientError.RequestError({ request, reason: "Transport", cause })
                : new HttpClientError.ResponseError({
                    request,
                    response: new Response(request, head.status, head.headers, Buffer.concat(chunks)),
                    reason: "Decode",
                    cause
                  })
            )
          )
        }
      }
    )
    return Effect.sync(() => {
      stopped = true
      stop?.(new Error("interrupted"))
    })
  })

const make = (dispatcher: Dispatcher): HttpClient.HttpClient =>
  HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
    Effect.flatMap((request) => {
      if (request.body._tag !== "Uint8Array" && request.body._tag !== "Empty") {
        return Effect.dieMessage(`a request with a ${request.body._tag} body`)
      }
      const url = UrlParams.makeUrl(request.url, request.urlParams, request.hash)
      return url._tag === "Left"
        ? Effect.fail(new HttpClientError.RequestError({ request, reason: "InvalidUrl", cause: url.left }))
        : send(dispatcher, request, url.right)
    }),
    Effect.succeed
  )

/** Has a pool of its own, which ends with it. */
export const layer = (options: Options): Layer.Layer<HttpClient.HttpClient> =>
  Layer.scoped(
    HttpClient.HttpClient,
    Effect.map(
      Effect.acquireRelease(
        Effect.promise(() => makeDispatcher(options)),
        (dispatcher) => Effect.promise(() => dispatcher.destroy())
      ),
      make
    )
  )
