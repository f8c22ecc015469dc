/**
 * Every wrapping that answers of this API come in, read in one place.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import { isRecord } from "effect/Predicate"
import * as Json from "./Json.js"

/**
 * An answer with its wrapping removed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Envelope {
  /** Always a string, however it came. */
  readonly code: string
  readonly message: string
  readonly data: unknown
  readonly page: unknown
  readonly requestId: string | undefined
}

/**
 * Why a body is no answer of this API.
 *
 * @since 0.1.0
 * @category models
 */
export type Problem = "empty" | "notJson" | "noCode"

type Fields = { readonly [key: string]: unknown }

const text = (...candidates: ReadonlyArray<unknown>): string | undefined => {
  for (const candidate of candidates) {
    if (typeof candidate === "string" && candidate.trim() !== "") return candidate.trim()
    if (typeof candidate === "number" && Number.isFinite(candidate)) return String(candidate)
  }
  return undefined
}

const child = (fields: Fields, key: string): Fields | undefined => {
  const value = fields[key]
  return isRecord(value) ? value : undefined
}

/** The code and text beside each other, and the object that holds the data. */
const open = (status: Fields, content: Fields): Envelope | undefined => {
  const code = text(status["code"], status["retcode"], status["resultCode"])
  return code === undefined
    ? undefined
    : {
        code,
        message: text(status["msg"], status["message"], status["resultMsg"], status["resultDes"]) ?? "",
        data: content["data"],
        page: content["page"],
        requestId: text(status["requestId"], content["requestId"])
      }
}

const unwrapped = (fields: Fields): Envelope | undefined => {
  const meta = child(fields, "meta")
  return open(fields, fields) ?? (meta && open(meta, fields))
}

/**
 * Finds code, text and data in a parsed body: `{code, msg, data}`, `{meta: {code, message}, data}`,
 * `{result: {code, msg, data}}`, `{status, body: {meta, data}}`, `{retcode, msg}` or `{resultCode, resultMsg}`.
 *
 * @since 0.1.0
 * @category decoding
 */
export const fromJson = (body: unknown): Envelope | undefined => {
  if (!isRecord(body)) return undefined
  const result = child(body, "result")
  const inner = child(body, "body")
  return unwrapped(body) ?? (result && unwrapped(result)) ?? (inner && unwrapped(inner))
}

/**
 * Reads a body, whatever its HTTP status or content type.
 *
 * @since 0.1.0
 * @category decoding
 */
export const read = (body: string): Either.Either<Envelope, Problem> => {
  const trimmed = body.replace(/^\uFEFF/, "").trim()
  if (trimmed === "") return Either.left("empty")
  let json: unknown
  try {
    json = Json.parse(trimmed)
  } catch {
    return Either.left("notJson")
  }
  const envelope = fromJson(json)
  return envelope === undefined ? Either.left("noCode") : Either.right(envelope)
}
