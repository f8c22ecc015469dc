import * as Headers from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { EzvizClient } from "@effect-ezviz/core"
import { Effect, Layer, Redacted } from "effect"

/** What the cloud was sent. */
export interface Seen {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly form: URLSearchParams
  readonly body: string
}

export interface Reply {
  readonly status?: number
  readonly headers?: Record<string, string>
  /** Anything but a text is sent as JSON. */
  readonly body: unknown
}

export const bodyOf = (request: HttpClientRequest.HttpClientRequest): string =>
  request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""

/** A cloud in the place of the HTTP client: real requests in, real responses out, no socket. */
export const layer = (
  answer: (seen: Seen, index: number) => Effect.Effect<Reply, "reset" | "refused">,
  log: Array<Seen> = []
): Layer.Layer<HttpClient.HttpClient> =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const body = bodyOf(request)
      const seen: Seen = {
        url,
        method: request.method,
        headers: { ...Headers.fromInput(request.headers) },
        form: new URLSearchParams(body),
        body
      }
      log.push(seen)
      return answer(seen, log.length - 1).pipe(
        Effect.mapError(
          (reason) =>
            new HttpClientError.RequestError({
              request,
              reason: "Transport",
              cause: Object.assign(new Error("socket"), {
                code: reason === "refused" ? "ECONNREFUSED" : "ECONNRESET"
              })
            })
        ),
        Effect.map((reply) =>
          HttpClientResponse.fromWeb(
            request,
            new Response(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body), {
              status: reply.status ?? 200,
              headers: reply.headers ?? { "content-type": "application/json" }
            })
          )
        )
      )
    })
  )

export const token = (accessToken: string, expireTime: number, areaDomain?: string): Reply => ({
  body: { code: "200", msg: "ok", data: { accessToken, expireTime, ...(areaDomain && { areaDomain }) } }
})

export const ok = (data?: unknown): Reply => ({ body: { code: "200", msg: "Operation succeeded!", data } })

export const code = (value: string | number): Reply => ({ body: { code: value, msg: "vendor text" } })

/** A client that gets one and the same answer for every call, and keeps what it sent. */
export const answering = (reply: Reply, log: Array<Seen> = []): Layer.Layer<EzvizClient.EzvizClient> =>
  EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
    Layer.provide(layer(() => Effect.succeed(reply), log))
  )

/** Success as chapter "v3 Device Configuration" shows it, wrapped once more than it is elsewhere. */
export const v3 = (data?: unknown): Reply => ({
  body: { status: 200, body: { meta: { code: 200, message: "Operation succeeded" }, data } }
})

/** As `answering`, with a token of which nobody knows where it came from. */
export const withToken = (
  reply: Reply,
  log: Array<Seen> = [],
  accessToken = "at.planted"
): Layer.Layer<EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.succeed((call) => next({ ...call, accessToken: Redacted.make(accessToken) }))
  ).pipe(Layer.provide(answering(reply, log)))

/** A request as the documentation writes one down: only the headers that are parameters. */
export const written = ({ body, headers, method, url }: Seen, names: ReadonlyArray<string> = []) => ({
  line: `${method} ${url.pathname}${url.search}`,
  headers: Object.fromEntries(
    ["accessToken", "deviceSerial", ...names].map((name) => [name, headers[name.toLowerCase()]])
  ),
  body
})
