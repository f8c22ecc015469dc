/**
 * What a request carries, place by place.
 *
 * @since 0.1.0
 */
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import type { Operation } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/**
 * @since 0.1.0
 * @category models
 */
export interface Received {
  readonly url: URL
  /** The value of a parameter at a place. */
  readonly read: (name: string, place: Operation.Place) => unknown
}

const Body = Schema.parseJson(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

/**
 * Reads the request that is being answered.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = Effect.fnUntraced(function* (fallbackHost: string) {
  const request = yield* HttpServerRequest.HttpServerRequest
  const url = new URL(request.url, `http://${request.headers["host"] ?? fallbackHost}`)
  const text = yield* request.text
  const form = new URLSearchParams(text)
  const body = yield* Effect.orElseSucceed(Schema.decode(Body)(text), () => ({}) as Record<string, unknown>)
  const received: Received = {
    url,
    read: (name, place) => {
      switch (place) {
        case "form":
          return form.get(name) ?? undefined
        case "query":
          return url.searchParams.get(name) ?? undefined
        case "header":
          return request.headers[name.toLowerCase()]
        case "body":
          return body[name]
      }
    }
  }
  return received
})
