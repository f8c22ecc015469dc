/**
 * The client service: sends one call and reads its answer. Everything that makes calls survive production (tokens,
 * retries, limits) is a layer over its `send`.
 *
 * @since 0.1.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as ApiError from "./ApiError.js"
import * as Envelope from "./Envelope.js"
import { safeIssue } from "./internal/parseIssue.js"
import { excerpt, redact } from "./internal/redact.js"
import { systemReason } from "./internal/systemReason.js"
import * as Metrics from "./Metrics.js"
import type * as Operation from "./Operation.js"
import type * as Wire from "./Wire.js"

export {
  /**
   * A text of foreign origin, made safe to keep: without these secrets, and without what looks like one.
   *
   * @since 0.1.0
   * @category utilities
   */
  redact
} from "./internal/redact.js"

/**
 * One call on its way to the server.
 *
 * @since 0.1.0
 * @category models
 */
export interface Call<out E extends ApiError.CodedError> {
  readonly route: Operation.Route
  readonly parameters: Wire.Parameters
  /** The meaning of a code at this operation. */
  readonly errorOf: (code: string) => ApiError.CodedErrorClass<E> | undefined
  /** Plain values that must not show up in any text about this call. */
  readonly secrets: ReadonlyArray<string>
  readonly accessToken?: Redacted.Redacted<string> | undefined
  /** The address to ask instead of the configured one: the areaDomain that came with the token. */
  readonly areaDomain?: string | undefined
  /**
   * Requests sent so far, over all retries, counted by the transport; and whether one of those that failed may have
   * taken effect, which the retries note.
   */
  readonly attempts: { count: number; maybeApplied?: boolean }
}

/**
 * A successful answer.
 *
 * @since 0.1.0
 * @category models
 */
export interface Answer extends Envelope.Envelope {
  readonly httpStatus: number
  readonly host: string
  /** Requests that were sent for it. */
  readonly attempts: number
}

/**
 * Sends a call: an answer with a success code, or an error. Layers wrap one `Send` in another.
 *
 * @since 0.1.0
 * @category models
 */
export type Send = <E extends ApiError.CodedError>(
  call: Call<E>
) => Effect.Effect<Answer, E | ApiError.Common>

/**
 * The client that operations need.
 *
 * @since 0.1.0
 * @category tags
 */
export class EzvizClient extends /*#__PURE__*/ Context.Tag("@effect-ezviz/core/EzvizClient")<
  EzvizClient,
  { readonly send: Send }
>() {}

/**
 * A layer that wraps the `send` of the client below it.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerWrap = <E = never, R = never>(
  wrap: (next: Send) => Effect.Effect<Send, E, R>
): Layer.Layer<EzvizClient, E, R | EzvizClient> =>
  Layer.effect(
    EzvizClient,
    Effect.flatMap(EzvizClient, (client) => Effect.map(wrap(client.send), (send) => ({ send })))
  )

// From input to value

/** The plain text of every Redacted value in an input, however deep. */
const secretsIn = (value: unknown): ReadonlyArray<string> => {
  if (Redacted.isRedacted(value)) {
    const secret: unknown = Redacted.value(value)
    return typeof secret === "string" ? [secret] : []
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : []
}

/**
 * Runs an operation by its definition: checks and encodes the input, sends it, and decodes the answer.
 *
 * @since 0.1.0
 * @category execution
 */
export const execute = <I, A, E extends ApiError.CodedError>(
  definition: Operation.Endpoint<I, A, E>,
  input: I
): Effect.Effect<A, E | ApiError.Common, EzvizClient> =>
  Effect.map(withAnswer(definition, input), ({ value }) => value)

/**
 * Runs an operation and hands out both its value and the answer it was decoded from.
 *
 * @since 0.1.0
 * @category execution
 */
export const withAnswer = <I, A, E extends ApiError.CodedError>(
  definition: Operation.Endpoint<I, A, E>,
  input: I
): Effect.Effect<{ readonly value: A; readonly answer: Answer }, E | ApiError.Common, EzvizClient> =>
  Effect.flatMap(raw(definition, input), (answer) =>
    Effect.map(decode(definition, answer), (value) => ({ value, answer }))
  ).pipe(Metrics.measureCall(definition.id), observe(definition.id))

/**
 * Runs an operation and hands out the answer as it came, its data undecoded.
 *
 * @since 0.1.0
 * @category execution
 */
export const raw = <I, A, E extends ApiError.CodedError>(
  definition: Operation.Endpoint<I, A, E>,
  input: I
): Effect.Effect<Answer, E | ApiError.Common, EzvizClient> =>
  Effect.flatMap(EzvizClient, (client) =>
    Effect.flatMap(encode(definition, input), (parameters) => {
      const attempts: Call<E>["attempts"] = { count: 0 }
      return Effect.mapError(
        client.send({
          route: definition,
          parameters,
          errorOf: (code) =>
            Object.hasOwn(definition.errors, code) ? definition.errors[code] : own(definition.reported, code),
          secrets: secretsIn(input),
          attempts
        }),
        // The last attempt speaks for itself alone: it may have been refused where one before it was not.
        (error) => (attempts.maybeApplied ? Object.assign(error, { maybeApplied: true }) : error)
      )
    })
  )

/**
 * An endpoint that this SDK does not know, as `request` is told of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Request<in out A> extends Pick<Operation.Route, "method" | "path"> {
  /** Names the call in errors, logs and spans. Default: method and path. */
  readonly id?: string | undefined
  /** By their wire names. A Redacted value is sent as it is, and appears nowhere else. */
  readonly parameters?:
    | {
        readonly [name: string]: string | number | boolean | Redacted.Redacted<string> | undefined
      }
    | undefined
  /** The place of every parameter, or of each by its name. Default: `form`, and `query` of a GET. */
  readonly in?: Operation.Route["in"] | undefined
  /** Default: `areaDomain`. */
  readonly host?: Operation.Route["host"] | undefined
  /** Where the access token travels. Default: `form`, and `header` of a GET. The v3 endpoints want `header`. */
  readonly auth?: Operation.Route["auth"] | undefined
  /** Whether a failed call may be sent again. Default: `once`, which is never after an ambiguous failure. */
  readonly semantics?: Operation.Semantics | undefined
  /** Default: `200` alone. */
  readonly successCodes?: ReadonlyArray<string> | undefined
  /** What `success` is given. Default: `data`. */
  readonly reads?: Operation.Endpoint<never, never, never>["reads"] | undefined
  /** How the answer is read. Default: as it came. */
  readonly success?: Schema.Schema<A, unknown> | undefined
}

/** Parameters as they are on the wire, and secrets among them. */
const AnyParameters: Schema.Schema<
  NonNullable<Request<unknown>["parameters"]>,
  Wire.Parameters
> = /*#__PURE__*/ Schema.Record({
  key: Schema.String,
  value: /*#__PURE__*/ Schema.Union(
    Schema.String,
    Schema.Number,
    Schema.Boolean,
    Schema.Undefined,
    /*#__PURE__*/ Schema.Redacted(Schema.String)
  ).annotations({ description: "a Redacted text, a text, a number or a boolean" })
})

/**
 * Calls an endpoint that this SDK does not know, with everything that other calls have: token, areaDomain, retries,
 * limits, envelope, redaction. A code that does not mean the same everywhere is an `UnknownCode`. Without a `success`
 * schema the data is `unknown`.
 *
 * For an endpoint that you call often, `Operation.make` gives checked input and errors by meaning, too.
 *
 * @example
 * ```ts
 * import { EzvizClient } from "@effect-ezviz/core"
 * import { Schema } from "effect"
 *
 * // Effect<{ readonly uuid: string }, ApiError.Common, EzvizClient>
 * const program = EzvizClient.request({
 *   method: "POST",
 *   path: "/api/lapp/some/new/endpoint",
 *   parameters: { deviceSerial: "SIM100000", channelNo: 1 },
 *   semantics: "read",
 *   success: Schema.Struct({ uuid: Schema.String })
 * })
 * ```
 *
 * @since 0.1.0
 * @category execution
 */
export const request: {
  <A, I>(
    endpoint: Omit<Request<A>, "success"> & { readonly success: Schema.Schema<A, I> }
  ): Effect.Effect<A, ApiError.Common, EzvizClient>
  (endpoint: Omit<Request<unknown>, "success">): Effect.Effect<unknown, ApiError.Common, EzvizClient>
} = (endpoint: Request<unknown>): Effect.Effect<unknown, ApiError.Common, EzvizClient> =>
  execute(endpointOf(endpoint), endpoint.parameters ?? {})

/**
 * What `execute` and `withAnswer` run for an endpoint that this SDK does not know.
 *
 * @since 0.1.0
 * @category constructors
 */
export const endpointOf = (
  endpoint: Request<unknown>
): Operation.Endpoint<NonNullable<Request<unknown>["parameters"]>, unknown, never> => ({
  id: endpoint.id ?? `${endpoint.method} ${endpoint.path}`,
  method: endpoint.method,
  path: endpoint.path,
  in: endpoint.in ?? (endpoint.method === "GET" ? "query" : "form"),
  host: endpoint.host ?? "areaDomain",
  auth: endpoint.auth ?? (endpoint.method === "GET" ? "header" : "form"),
  semantics: endpoint.semantics ?? "once",
  successCodes: endpoint.successCodes ?? ["200"],
  reads: endpoint.reads ?? "data",
  payload: AnyParameters,
  success: endpoint.success ?? Schema.Unknown,
  errors: {},
  reported: {}
})

const own = <A>(table: Readonly<Record<string, A>>, key: string): A | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const encode = <I, A, E extends ApiError.CodedError>(
  definition: Operation.Endpoint<I, A, E>,
  input: I
): Effect.Effect<Wire.Parameters, ApiError.InvalidInput> =>
  // The input is checked as unknown, since JavaScript callers have no compiler to keep them to it.
  Schema.encodeUnknown(definition.payload, { onExcessProperty: "error" })(input).pipe(
    Effect.mapError((error) => {
      const issue = safeIssue(error, "input")
      return { parameter: issue.path, expected: issue.expected }
    }),
    Effect.flatMap((parameters) => {
      const problem = misplaced(definition, parameters)
      return problem === undefined ? Effect.succeed(parameters) : Effect.fail(problem)
    }),
    Effect.mapError(
      (problem) =>
        new ApiError.InvalidInput({ operation: definition.id, attempts: 0, maybeApplied: false, ...problem })
    )
  )

/**
 * Where a parameter travels: at the place that the endpoint says, or else where its method has room.
 *
 * @since 0.1.0
 * @category execution
 */
export const placeOf = (route: Pick<Operation.Route, "in" | "method">, name: string): Operation.Place =>
  typeof route.in === "string"
    ? route.in
    : (own(route.in, name) ?? (route.method === "GET" ? "query" : "form"))

/** What a header carries as it is: no controls, nothing beyond ASCII, and no spaces at the ends, which HTTP drops. */
const fitsHeader = (text: string) => text === "" || /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text)

const headerText = "printable ASCII without spaces around it, since it travels in a header"

const methods: ReadonlyArray<string> = ["GET", "POST", "PUT", "DELETE"] satisfies Array<
  Operation.Route["method"]
>

const isHeaderName = (name: string) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)

/** What would not arrive where it is meant to: a method or path that is none, or the first parameter, and what would. */
const misplaced = (
  route: Operation.Route,
  parameters: Wire.Parameters
): Pick<ApiError.InvalidInput, "parameter" | "expected"> | undefined => {
  if (!methods.includes(route.method))
    return { parameter: "method", expected: `one of ${methods.join(", ")}` }
  // Otherwise it could be a part of the host, which is told the token.
  if (!route.path.startsWith("/")) return { parameter: "path", expected: "a path that begins with /" }
  const placed = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, place: placeOf(route, name), text: String(value) }]
  )
  if (route.auth !== "none") placed.push({ name: "accessToken", place: route.auth, text: "" })
  const hasForm = placed.some(({ place }) => place === "form")
  for (const { name, place, text } of placed) {
    if (place === "header") {
      if (!isHeaderName(name)) return { parameter: name, expected: "a name that a header can have" }
      if (!fitsHeader(text)) return { parameter: name, expected: headerText }
    }
    if ((place === "form" || place === "body") && route.method === "GET") {
      return { parameter: name, expected: "a place in the query or in a header: a GET has no body" }
    }
    if (place === "body" && hasForm) {
      return { parameter: name, expected: "a place in the form: a request has one body" }
    }
  }
  return undefined
}

const decode = <I, A, E extends ApiError.CodedError>(
  definition: Operation.Endpoint<I, A, E>,
  answer: Answer
): Effect.Effect<A, ApiError.DecodeFailure> =>
  Schema.decodeUnknown(definition.success)(pick[definition.reads](answer)).pipe(
    Effect.mapError((error) => {
      const issue = safeIssue(error, "data")
      return new ApiError.DecodeFailure({
        operation: definition.id,
        host: answer.host,
        attempts: answer.attempts,
        maybeApplied: definition.semantics !== "read",
        httpStatus: answer.httpStatus,
        path: issue.path,
        expected: issue.expected
      })
    })
  )

const pick: Record<Operation.Endpoint<never, never, never>["reads"], (answer: Answer) => unknown> = {
  data: (answer) => answer.data,
  page: ({ data, page }) => ({ data, page }),
  answer: ({ code, data }) => ({ code, data })
}

/**
 * A span, unless tracing is off: one that nobody sees costs as much as any. A tracer is shown how an effect ends; the
 * answer, in which secrets are still plain, stays behind a function.
 */
const spanned =
  (name: string, attributes: Readonly<Record<string, unknown>>) =>
  <A, E, R>(effect: (isTraced: boolean) => Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(FiberRef.get(FiberRef.currentTracerEnabled), (isTraced) =>
      isTraced
        ? effect(isTraced).pipe(
            Effect.map((value) => () => value),
            Effect.withSpan(name, { kind: "client", captureStackTrace: false, attributes }),
            Effect.map((value) => value())
          )
        : effect(isTraced)
    )

/** One span and one log annotation per call; input values are in neither. */
const observe =
  (operation: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    spanned(`ezviz.${operation}`, { "ezviz.operation": operation })(() =>
      Effect.annotateLogs(effect, "ezviz.operation", operation)
    )

// The transport

/**
 * Where the transport sends what has no areaDomain.
 *
 * @since 0.1.0
 * @category models
 */
export interface TransportOptions {
  /** Such as `https://open.ezvizlife.com`; a path in it is kept as a prefix. */
  readonly baseUrl: string
}

/**
 * The bare client: sends each call once, with the token it is given, and reads the answer. No token of its own, no
 * retry, no time limit.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerTransport = (
  options: TransportOptions
): Layer.Layer<EzvizClient, never, HttpClient.HttpClient> =>
  Layer.effect(
    EzvizClient,
    Effect.map(HttpClient.HttpClient, (http) => ({ send: transport(http, options.baseUrl) }))
  )

const transport = (http: HttpClient.HttpClient, configured: string): Send => {
  // The vendor is no part of our trace: its requests carry no trace headers, and the client's own span, which brings
  // them, would record headers and query as they are. The span of an attempt is ours, below.
  const untraced = HttpClient.withTracerDisabledWhen(http, () => true)
  return <E extends ApiError.CodedError>(call: Call<E>) =>
    Effect.suspend(() => {
      const base = baseOf(call, configured)
      const host = hostOf(base)
      const secrets =
        call.accessToken === undefined ? call.secrets : [...call.secrets, Redacted.value(call.accessToken)]
      if (
        call.route.auth === "header" &&
        call.accessToken !== undefined &&
        !fitsHeader(Redacted.value(call.accessToken))
      ) {
        return Effect.fail(
          new ApiError.InvalidInput({
            operation: call.route.id,
            attempts: call.attempts.count,
            maybeApplied: false,
            parameter: "accessToken",
            expected: headerText
          })
        )
      }
      call.attempts.count += 1
      const failure: ApiError.CallFailure = {
        operation: call.route.id,
        host,
        attempts: call.attempts.count,
        maybeApplied: call.route.semantics !== "read"
      }
      const exchange = (client: HttpClient.HttpClient) =>
        client.execute(toRequest(call, base)).pipe(
          Effect.flatMap((response) =>
            Effect.map(response.text, (body): HttpAnswer => ({ response, body, secrets }))
          ),
          Effect.mapError((error) => transportFailure(error, failure)),
          Effect.flatMap((answer) => judge(call, answer, failure)),
          withoutRedirects
        )
      const codeOf = (error: E | ApiError.Common) => ("code" in error ? error.code : error._tag)
      return spanned("ezviz.attempt", {
        "ezviz.operation": call.route.id,
        "ezviz.attempt": call.attempts.count,
        "server.address": host,
        "http.request.method": call.route.method,
        "url.path": call.route.path
      })((isTraced) =>
        isTraced
          ? Effect.tapBoth(exchange(untraced), {
              onSuccess: ({ code }) => Effect.annotateCurrentSpan("ezviz.code", code),
              onFailure: (error) => Effect.annotateCurrentSpan("ezviz.code", codeOf(error))
            })
          : exchange(http)
      )
    })
}

/**
 * The base URL that a call goes to, given the configured one.
 *
 * @since 0.1.0
 * @category utilities
 */
export const baseOf = <E extends ApiError.CodedError>(call: Call<E>, configured: string): string =>
  (call.route.host === "areaDomain" && call.areaDomain) || configured

/**
 * The host of a base URL, as errors name it.
 *
 * @since 0.1.0
 * @category utilities
 */
export const hostOf = (baseUrl: string): string => {
  if (baseUrl !== lastHost.of) {
    lastHost = { of: baseUrl, host: URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl }
  }
  return lastHost.host
}

/** Nearly all calls go where the one before went, and reading an address costs as much as reading an answer. */
let lastHost = { of: "", host: "" }

/** A redirect would carry the token in its custom header to whatever host it names. */
const withoutRedirects = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.serviceOption(FetchHttpClient.RequestInit), (init) =>
    Effect.provideService(effect, FetchHttpClient.RequestInit, {
      ...Option.getOrElse(init, () => ({})),
      redirect: "manual"
    })
  )

const toRequest = <E extends ApiError.CodedError>(
  call: Call<E>,
  base: string
): HttpClientRequest.HttpClientRequest => {
  const placed = { form: {}, query: {}, header: {}, body: {} } satisfies Record<
    Operation.Place,
    Record<string, unknown>
  > as Record<Operation.Place, Record<string, string | number | boolean>>
  for (const [name, value] of Object.entries(call.parameters)) {
    if (value === undefined) continue
    const place = placeOf(call.route, name)
    placed[place][name] = place === "body" ? value : String(value)
  }
  if (call.accessToken !== undefined && call.route.auth !== "none") {
    placed[call.route.auth]["accessToken"] = Redacted.value(call.accessToken)
  }
  const request = HttpClientRequest.make(call.route.method)(
    `${base.replace(/\/+$/, "")}${call.route.path}`
  ).pipe(
    HttpClientRequest.acceptJson,
    HttpClientRequest.setHeaders(placed.header as Record<string, string>),
    HttpClientRequest.setUrlParams(placed.query)
  )
  if (call.route.method === "GET") return request
  return Object.keys(placed.body).length > 0
    ? HttpClientRequest.bodyUnsafeJson(request, placed.body)
    : HttpClientRequest.bodyUrlParams(request, placed.form)
}

/** Reasons for which a request surely never left: it is safe to send again, whatever it does. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT"
])

const transportFailure = (
  error: HttpClientError.HttpClientError,
  failure: ApiError.CallFailure
): ApiError.TransportFailure => {
  const reason =
    error._tag === "RequestError" && error.reason !== "Transport" ? error.reason : systemReason(error.cause)
  const requestSent =
    error._tag === "RequestError" && (error.reason !== "Transport" || neverSent.has(reason)) ? "no" : "maybe"
  return new ApiError.TransportFailure({
    ...failure,
    maybeApplied: failure.maybeApplied && requestSent === "maybe",
    requestSent,
    // An answer that broke off carries no system code of its own everywhere.
    reason: error._tag === "ResponseError" && reason === "unknown" ? "answer broke off" : reason
  })
}

interface HttpAnswer {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly body: string
  readonly secrets: ReadonlyArray<string>
}

/** The body decides first, the HTTP status second. */
const judge = <E extends ApiError.CodedError>(
  call: Call<E>,
  { body, response, secrets }: HttpAnswer,
  failure: ApiError.CallFailure
): Effect.Effect<Answer, E | ApiError.Common> => {
  const envelope = Envelope.read(body)
  if (envelope._tag === "Left") {
    return Effect.flatMap(retryAfter(response), (retryAfterMillis) =>
      Effect.fail(
        notAnAnswer(
          {
            ...failure,
            httpStatus: response.status,
            contentType: response.headers["content-type"] ?? "",
            excerpt: excerpt(body, secrets)
          },
          envelope.left,
          retryAfterMillis
        )
      )
    )
  }
  const { code } = envelope.right
  if (call.route.successCodes.includes(code)) {
    return Effect.succeed({
      ...envelope.right,
      httpStatus: response.status,
      host: failure.host ?? "",
      attempts: failure.attempts
    })
  }
  return Effect.flatMap(
    retryAfter(response),
    (retryAfterMillis): Effect.Effect<never, E | ApiError.Common> => {
      const coded: ApiError.ApiFailure = {
        ...failure,
        code,
        vendorMessage: redact(envelope.right.message, secrets),
        httpStatus: response.status,
        ...(envelope.right.requestId !== undefined && { requestId: envelope.right.requestId }),
        ...(retryAfterMillis !== undefined && { retryAfterMillis })
      }
      const documented = call.errorOf(code)
      return documented === undefined
        ? Effect.fail(
            codedFailure<CommonCoded>(
              own<CommonClass>(ApiError.commonCodes, code) ?? ApiError.UnknownCode,
              coded
            )
          )
        : Effect.fail(codedFailure(documented, coded))
    }
  )
}

type CommonClass = (typeof ApiError.commonCodes)[keyof typeof ApiError.commonCodes]
type CommonCoded = InstanceType<CommonClass> | ApiError.UnknownCode

/**
 * A refusal has not been applied. A device or a service that failed half-way may have done it all the same: these are
 * the errors that may pass by themselves, but for the limit on frequency.
 */
const codedFailure = <E extends ApiError.CodedError>(
  Class: ApiError.CodedErrorClass<E>,
  failure: ApiError.ApiFailure
): E =>
  new Class({
    ...failure,
    maybeApplied: failure.maybeApplied && Class.about.retryable && Class.about.category !== "throttled"
  })

const notAnAnswer = (
  failure: ConstructorParameters<typeof ApiError.HttpFailure>[0],
  problem: Envelope.Problem,
  retryAfterMillis: number | undefined
): ApiError.Common => {
  const { excerpt: _excerpt, contentType: _type, ...status } = failure
  if (failure.httpStatus === 404) return new ApiError.EndpointUnavailable({ ...status, maybeApplied: false })
  if (failure.httpStatus === 408 || failure.httpStatus === 429 || failure.httpStatus >= 500) {
    return new ApiError.GatewayFailure({
      ...failure,
      ...(retryAfterMillis !== undefined && { retryAfterMillis })
    })
  }
  return failure.httpStatus >= 200 && failure.httpStatus < 300
    ? new ApiError.MalformedAnswer({ ...failure, problem })
    : new ApiError.HttpFailure({ ...failure, maybeApplied: false })
}

/** `Retry-After` in milliseconds, given as seconds or as a date. */
const retryAfter = (response: HttpClientResponse.HttpClientResponse): Effect.Effect<number | undefined> => {
  const header = response.headers["retry-after"]
  if (header === undefined) return Effect.succeed(undefined)
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Effect.succeed(Number(header) * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date)
    ? Effect.succeed(undefined)
    : Effect.map(Clock.currentTimeMillis, (now) => Math.max(0, date - now))
}
