/**
 * An outcome in the envelope and with the HTTP status that the documentation has for it.
 *
 * @since 0.1.0
 */
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type { Operation } from "@effect-ezviz/core"

/**
 * What a call came to: a code, and with success the fields that stand beside it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Outcome {
  readonly code: string
  readonly content: Record<string, unknown>
}

/** The texts of the codes that matter to a reader; the vendor's own differ from one operation to the next. */
const message = (code: string) => (code === "200" ? "Operation succeeded!" : `simulated ${code}`)

const wrap = (family: Operation.Family, { code, content }: Outcome): unknown => {
  switch (family) {
    case "lapp":
    case "lapp-page":
      return { ...content, code, msg: message(code) }
    case "result":
      return { result: { ...content, code, msg: message(code) } }
    case "v3-meta":
      return { meta: { code: Number(code), message: message(code), moreInfo: null }, ...content }
    case "v3-status-body":
      return { status: 200, body: { meta: { code: Number(code), message: message(code) }, ...content } }
  }
}

/** The HTTP status of a code in chapter "v3 Device Configuration"; of any other it is 200. */
const statusOf: Readonly<Record<string, number>> = {
  10001: 400,
  10031: 403,
  10036: 403,
  20002: 404,
  20006: 408,
  20007: 412,
  20008: 408,
  20010: 403,
  20011: 422,
  20014: 400,
  20016: 422,
  20018: 403,
  30001: 401,
  49999: 400,
  50000: 500,
  60012: 400,
  60020: 422,
  60058: 412
}

const httpStatus = (family: Operation.Family, code: string): number => {
  if (family === "v3-status-body") return statusOf[code] ?? 200
  return family === "v3-meta" && code === "10002" ? 401 : 200
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  family: Operation.Family,
  outcome: Outcome,
  options: { readonly truncated: boolean }
): HttpServerResponse.HttpServerResponse => {
  const text = JSON.stringify(wrap(family, outcome))
  return HttpServerResponse.text(options.truncated ? text.slice(0, text.length / 2) : text, {
    status: httpStatus(family, outcome.code),
    contentType: "application/json;charset=UTF-8"
  })
}
