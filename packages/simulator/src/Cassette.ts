/**
 * Calls on record: kept in a file while they go to the cloud or to a simulator, and answered from it later, with no
 * server. Secrets are taken out before anything is written.
 *
 * A cassette is a text file with a call in each line, in JSON.
 *
 * @since 0.1.0
 */
import type * as PlatformError from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { EzvizClient, Json, Operations } from "@effect-ezviz/core"
import * as Arr from "effect/Array"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { Bytes } from "./internal/bytes.js"
import { headerNames, isSecretField, isSecretParameter } from "./internal/secretFields.js"

const Call = Schema.Struct({
  method: Schema.String,
  path: Schema.String,
  /** Those that are no secrets, wherever they travelled. */
  parameters: Schema.Record({ key: Schema.String, value: Schema.String })
})

const Base64: Schema.Schema<Bytes, string> = Schema.Uint8ArrayFromBase64

/**
 * A call that is on record.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Recording = Schema.Struct({
  ...Call.fields,
  /** When it was made, in milliseconds since 1970. */
  at: Schema.Number,
  status: Schema.Int,
  contentType: Schema.optionalWith(Schema.String, { exact: true }),
  /** As text, or what is no text in base64. */
  body: Schema.Union(Schema.Struct({ text: Schema.String }), Schema.Struct({ base64: Base64 }))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Recording extends Schema.Schema.Type<typeof Recording> {}

const Line = Schema.parseJson(Recording)

/**
 * A line of the file is no recording.
 *
 * @since 0.1.0
 * @category errors
 */
export class CassetteInvalid extends Data.TaggedError("CassetteInvalid")<{
  readonly file: string
  readonly line: number
  readonly problem: string
}> {
  /** What happened. */
  override get message(): string {
    return `line ${this.line} of ${this.file} is no recorded call: ${this.problem}`
  }
}

/**
 * A call that was not recorded, or was made more often than it was recorded: the cause of the `RequestError` that it
 * ends with.
 *
 * @since 0.1.0
 * @category errors
 */
export class NotOnCassette extends Data.TaggedError("NotOnCassette")<
  Schema.Schema.Type<typeof Call> & { readonly file: string }
> {
  /** What the client says of it as the reason of its `TransportFailure`. */
  get code(): string {
    const parameters = new URLSearchParams(this.parameters).toString()
    return `not on the cassette: ${[this.method, this.path, parameters].filter(Boolean).join(" ")}`
  }
  /** Which call it was. */
  override get message(): string {
    return `${this.code} (${this.file})`
  }
}

// A request, as it is looked up

const decoder = new TextDecoder("utf-8", { fatal: true })

const textOf = (bytes: Uint8Array): string | undefined =>
  Option.getOrUndefined(Option.liftThrowable(() => decoder.decode(bytes))())

const Body = Schema.parseJson(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

const bodyParameters = ({
  body
}: HttpClientRequest.HttpClientRequest): ReadonlyArray<readonly [string, string]> => {
  const text = body._tag === "Uint8Array" ? (textOf(body.body) ?? "") : ""
  return Either.match(Schema.decodeEither(Body)(text), {
    onLeft: () => [...new URLSearchParams(text)],
    onRight: (fields) =>
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value)
      ])
  })
}

/** What was asked, and the secrets that were in it. */
const read = (request: HttpClientRequest.HttpClientRequest, address: URL) => {
  const headers = Object.entries(request.headers)
  const all = [
    ...address.searchParams,
    ...headers.filter(([name]) => headerNames.has(name)),
    ...bodyParameters(request)
  ]
  const secrets = [...all, ...headers].flatMap(([name, value]) => (isSecretParameter(name) ? [value] : []))
  const parameters = Object.fromEntries(
    all
      .filter(([name]) => !isSecretParameter(name))
      .map(([name, value]) => [name, EzvizClient.redact(value, secrets)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
  )
  return { call: { method: request.method, path: address.pathname, parameters }, secrets }
}

const keyOf = ({ method, parameters, path }: Schema.Schema.Type<typeof Call>): string =>
  JSON.stringify([method, path, Object.entries(parameters)])

// Taking secrets out

/** A shorter one within a longer text is there by chance. */
const leastLength = 6

/** A shorter one, such as `0` or `no`, is none. */
const leastSecret = 3

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

/** The texts of an answer that stand in a secret's field, however deep, and numbers that are long enough to be one. */
const secretsIn = (value: unknown, isSecret = false): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((each) => secretsIn(each, isSecret))
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, each]) => secretsIn(each, isSecret || isSecretField(name)))
  }
  if (!isSecret) return []
  if (typeof value === "number") return String(value).length < leastLength ? [] : [String(value)]
  return typeof value === "string" ? [value] : []
}

/** Replaces each secret by a text of its own, the same one wherever the secret turns up. */
const makeScrubber = () => {
  const replacements = new Map<string, string>()
  /** An address is asked for in the form that `URL` writes. */
  const addresses = new Map<string, string>()
  const learn = (secret: string): void => {
    if (secret.length < leastSecret || replacements.has(secret)) return
    const number = replacements.size + 1
    if (URL.canParse(secret)) {
      const address = new URL(secret)
      const replacement = `${address.protocol}//redacted.invalid/${number}`
      replacements.set(secret, replacement)
      addresses.set(address.href, replacement)
    } else {
      replacements.set(secret, `redacted-${number}`)
    }
  }
  const text = (given: string): string => {
    const whole = replacements.get(given)
    if (whole !== undefined) return whole
    let safe = given
    for (const [secret, replacement] of replacements) {
      if (secret.length >= leastLength) safe = safe.replaceAll(secret, replacement)
    }
    return EzvizClient.redact(safe, [])
  }
  const scalars = (token: string): string => {
    const given: unknown = JSON.parse(token)
    const safe = text(String(given))
    return safe === String(given) ? token : JSON.stringify(safe)
  }
  return {
    learn: (secrets: ReadonlyArray<string>) => secrets.forEach(learn),
    address: (given: URL): URL => new URL(addresses.get(given.href) ?? given),
    body: (bytes: Uint8Array): Recording["body"] => {
      const content = textOf(bytes)
      if (content === undefined) return { base64: bytes }
      const json = Schema.decodeEither(Schema.parseJson())(content)
      if (Either.isLeft(json)) return { text: text(content) }
      secretsIn(json.right).forEach(learn)
      // Not written anew: a long number would lose its last digits.
      return { text: Json.mapScalars(content, scalars) }
    }
  }
}

// Layers

/** A response whose body has been read. */
const respond = (
  request: HttpClientRequest.HttpClientRequest,
  answer: { readonly status: number; readonly contentType?: string },
  body: Uint8Array | string,
  headers = new Headers()
) => {
  if (answer.contentType !== undefined) headers.set("content-type", answer.contentType)
  // These have no body, not even an empty one.
  const none = answer.status === 204 || answer.status === 205 || answer.status === 304
  const content = typeof body === "string" ? body : new Uint8Array(body)
  return HttpClientResponse.fromWeb(
    request,
    new Response(none ? null : content, { status: answer.status, headers })
  )
}

const addressOf = (request: HttpClientRequest.HttpClientRequest) =>
  Effect.mapError(
    HttpClientRequest.toUrl(request),
    () => new HttpClientError.RequestError({ request, reason: "InvalidUrl" })
  )

const makeRecorder = (file: string) =>
  Effect.gen(function* () {
    const fs = yield* FileSystem.FileSystem
    const client = yield* HttpClient.HttpClient
    yield* fs.writeFileString(file, "")
    const scrubber = makeScrubber()
    const oneByOne = yield* Effect.makeSemaphore(1)

    const record = Effect.fnUntraced(function* (
      request: HttpClientRequest.HttpClientRequest,
      response: HttpClientResponse.HttpClientResponse
    ) {
      const at = yield* Clock.currentTimeMillis
      const bytes = new Uint8Array(yield* response.arrayBuffer)
      const address = yield* addressOf(request)
      const { call, secrets } = read(request, scrubber.address(address))
      scrubber.learn(secrets)
      const body = scrubber.body(bytes)
      const { status } = response
      const contentType = response.headers["content-type"]
      const recording: Recording = {
        ...call,
        at,
        status,
        ...(contentType !== undefined && { contentType }),
        body
      }
      yield* Schema.encode(Line)(recording).pipe(
        Effect.flatMap((line) => fs.writeFileString(file, `${line}\n`, { flag: "a" })),
        oneByOne.withPermits(1),
        Effect.mapError(
          (cause) =>
            new HttpClientError.ResponseError({
              request,
              response,
              reason: "Decode",
              cause,
              description: "the call could not be recorded"
            })
        )
      )
      return respond(request, { status }, bytes, new Headers(response.headers))
    })

    return HttpClient.transform(client, (call, request) =>
      Effect.flatMap(call, (response) => record(request, response))
    )
  })

/**
 * Records every call that passes, in a new file: only what has been answered, without access tokens, keys, passwords,
 * verification codes and signed addresses. Each secret is replaced by a text of its own, so that a picture can be
 * downloaded from its replaced address when the cassette is played. Pictures themselves are kept as they are.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerRecord = (
  file: string
): Layer.Layer<
  HttpClient.HttpClient,
  PlatformError.PlatformError,
  HttpClient.HttpClient | FileSystem.FileSystem
> => Layer.effect(HttpClient.HttpClient, makeRecorder(file))

/**
 * The calls of a cassette.
 *
 * @since 0.1.0
 * @category constructors
 */
export const readFile = Effect.fnUntraced(function* (file: string) {
  const fs = yield* FileSystem.FileSystem
  const lines = (yield* fs.readFileString(file)).split("\n")
  return yield* Effect.forEach(
    lines.flatMap((text, index) => (text.trim() === "" ? [] : [{ text, line: index + 1 }])),
    ({ line, text }) =>
      Effect.mapError(
        Schema.decode(Line)(text),
        ({ message }) => new CassetteInvalid({ file, line, problem: message })
      )
  )
})

const tokenPaths: ReadonlySet<string> = new Set([
  Operations.all["accessToken.get"].definition.path,
  Operations.all["ram.getToken"].definition.path
])

/** A token lives as long as it did then, from now on: or no cassette could be played after a week. */
const renewed = (text: string, elapsed: number): string =>
  text.replace(
    /("expireTime"\s*:\s*"?)(\d+)/g,
    (_match, head: string, end: string) => `${head}${Number(end) + elapsed}`
  )

const makePlayer = Effect.fnUntraced(function* (file: string) {
  const left = Arr.groupBy(yield* readFile(file), keyOf)
  return HttpClient.make((request, address) =>
    Effect.gen(function* () {
      const { call } = read(request, address)
      const recording = left[keyOf(call)]?.shift()
      if (recording === undefined) {
        const cause = new NotOnCassette({ ...call, file })
        return yield* new HttpClientError.RequestError({
          request,
          reason: "Transport",
          cause,
          description: cause.message
        })
      }
      const { body } = recording
      if ("base64" in body) return respond(request, recording, body.base64)
      const elapsed = (yield* Clock.currentTimeMillis) - recording.at
      return respond(
        request,
        recording,
        tokenPaths.has(recording.path) ? renewed(body.text, elapsed) : body.text
      )
    })
  )
})

/**
 * Answers from a cassette. Calls are found by method, path and parameters, whatever their host and their secrets: any
 * appKey and appSecret will do. Calls that are alike are answered in the order in which they were recorded, each once.
 * One that is not there fails with a `RequestError` whose cause is `NotOnCassette`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerReplay = (
  file: string
): Layer.Layer<HttpClient.HttpClient, CassetteInvalid | PlatformError.PlatformError, FileSystem.FileSystem> =>
  Layer.effect(HttpClient.HttpClient, makePlayer(file))
