/**
 * What an endpoint is: data. The Effect function, the Promise façade's method, the simulator's route, the OpenAPI
 * document, the reference page and the property tests are all derived from it.
 *
 * @since 0.1.0
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import type * as Wire from "./Wire.js"

/**
 * Where a parameter travels. `body` is a JSON body; `form` is the usual URL-encoded one.
 *
 * @since 0.1.0
 * @category models
 */
export type Place = "form" | "query" | "header" | "body"

/**
 * The shape an answer is documented to have. Reading accepts every shape at every operation; this one is what the
 * simulator answers and what the OpenAPI document shows.
 *
 * @since 0.1.0
 * @category models
 */
export type Family = "lapp" | "lapp-page" | "result" | "v3-meta" | "v3-status-body"

/**
 * What repeating a call does: a `read` changes nothing; an `idempotent` write ends in the same state however often
 * it is sent; anything else must take effect `once`, so that it is never sent again after an ambiguous failure.
 *
 * @since 0.1.0
 * @category models
 */
export type Semantics = "read" | "idempotent" | "once"

/**
 * The part of an operation that sending it needs.
 *
 * @since 0.1.0
 * @category models
 */
export interface Route {
  /** The operation's id, such as `device.capture`. */
  readonly id: string
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  readonly path: `/${string}`
  /** Which host is asked: the one configured, or the areaDomain that came with the token. */
  readonly host: "configured" | "areaDomain"
  /** Where the access token travels. */
  readonly auth: "none" | "form" | "header"
  /** The place of every parameter, or of each by its wire name. */
  readonly in: Place | Readonly<Record<string, Place>>
  readonly semantics: Semantics
  readonly successCodes: ReadonlyArray<string>
}

/**
 * The codes an operation can answer, each with its meaning there.
 *
 * @since 0.1.0
 * @category models
 */
export type ErrorTable<E extends ApiError.CodedError = ApiError.CodedError> = Readonly<
  Record<string, ApiError.CodedErrorClass<E>>
>

/**
 * The union of the errors in a table.
 *
 * @since 0.1.0
 * @category models
 */
export type ErrorOf<T extends ErrorTable> = { [K in keyof T]: InstanceType<T[K]> }[keyof T]

/**
 * What running a call needs: where it goes, how its input is written and its answer read, and what its codes mean.
 *
 * @since 0.1.0
 * @category models
 */
export interface Endpoint<in out I, in out A, out E extends ApiError.CodedError> extends Route {
  /** What the success schema is given: the `data`, the `data` and `page` of a list, or the `code` and `data`. */
  readonly reads: "data" | "page" | "answer"
  readonly payload: Schema.Schema<I, Wire.Parameters>
  readonly success: Schema.Schema<A, unknown>
  /** The documented codes. */
  readonly errors: ErrorTable<E>
  /** Codes that the documentation leaves out here although they do come, with the reason to believe so. */
  readonly reported: ErrorTable<E>
}

/**
 * Everything there is to know about an operation.
 *
 * @since 0.1.0
 * @category models
 */
export interface Definition<in out I, in out A, out E extends ApiError.CodedError> extends Endpoint<I, A, E> {
  /** The chapter of the vendor's documentation; `undefined` where an endpoint is not in it. */
  readonly section: string | undefined
  /** The lines of the documentation's text that describe it. */
  readonly lines: readonly [from: number, to: number] | undefined
  readonly family: Family
  readonly evidence: string | undefined
}

/**
 * An endpoint: call it with its input, or read its `definition`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Operation<in out I, in out A, out E extends ApiError.CodedError> {
  (input: I): Effect.Effect<A, E | ApiError.Common, EzvizClient.EzvizClient>
  readonly definition: Definition<I, A, E>
}

/** @since 0.1.0 */
export declare namespace Operation {
  /**
   * Any operation, for tables and type bounds.
   *
   * @since 0.1.0
   * @category models
   */
  // biome-ignore lint/suspicious/noExplicitAny: the only way to write an upper bound of an invariant parameter
  export type Any = Operation<any, any, ApiError.CodedError>

  /**
   * @since 0.1.0
   * @category models
   */
  export type Input<O> = O extends Operation<infer I, infer _A, infer _E> ? I : never

  /**
   * @since 0.1.0
   * @category models
   */
  export type Success<O> = O extends Operation<infer _I, infer A, infer _E> ? A : never

  /**
   * The errors an operation documents, without the common ones.
   *
   * @since 0.1.0
   * @category models
   */
  export type Failure<O> = O extends Operation<infer _I, infer _A, infer E> ? E : never
}

/**
 * One page of a list.
 *
 * @since 0.1.0
 * @category models
 */
export interface Page<out A> {
  readonly items: ReadonlyArray<A>
  /** What the server says there is in all. It may change, or be wrong. */
  readonly total?: number
  /** Index of this page, from 0. */
  readonly pageStart?: number
  /** The page size that the server used. */
  readonly pageSize?: number
}

/**
 * The input that every paged operation understands.
 *
 * @since 0.1.0
 * @category models
 */
export interface PageInput {
  readonly pageStart?: number
  readonly pageSize?: number
}

/**
 * An operation that answers a page of a list: see `Page.stream` for all of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Paged<in out I extends PageInput, in out A, out E extends ApiError.CodedError>
  extends Operation<I, Page<A>, E> {}

/** What `make` is told; the rest follows. */
interface Spec<I, IE extends Wire.Parameters, A, AE, T extends ErrorTable, R extends ErrorTable> {
  readonly id: string
  readonly section?: string
  readonly lines?: readonly [from: number, to: number]
  readonly method: Route["method"]
  readonly path: Route["path"]
  /** Where parameters travel. Default: `form`. */
  readonly in?: Place | { readonly [K in IE extends unknown ? keyof IE : never]: Place }
  /** Default: `areaDomain`. */
  readonly host?: Route["host"]
  /** Default: `form`. */
  readonly auth?: Route["auth"]
  /** Default: `lapp`. */
  readonly family?: Family
  /** Default: `data`. */
  readonly reads?: "data" | "page" | "answer"
  readonly semantics: Semantics
  /** Default: `200` alone. */
  readonly successCodes?: ReadonlyArray<string>
  readonly payload: Schema.Schema<I, IE>
  readonly success: Schema.Schema<A, AE>
  readonly errors: T
  readonly reported?: R
  /** Why the reported codes are believed to come. */
  readonly evidence?: string
}

/** A table holds classes of just the errors in it, which the compiler cannot follow through a mapped type. */
const typed = <T extends ErrorTable>(table: T) => table as unknown as ErrorTable<ErrorOf<T>>

/**
 * Makes an operation of its description.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <
  I,
  IE extends Wire.Parameters,
  A,
  AE,
  const T extends ErrorTable,
  const R extends ErrorTable = {}
>(
  spec: Spec<I, IE, A, AE, T, R>
): Operation<I, A, ErrorOf<T> | ErrorOf<R>> => {
  const definition: Definition<I, A, ErrorOf<T> | ErrorOf<R>> = {
    id: spec.id,
    section: spec.section,
    lines: spec.lines,
    method: spec.method,
    path: spec.path,
    in: spec.in ?? "form",
    host: spec.host ?? "areaDomain",
    auth: spec.auth ?? "form",
    family: spec.family ?? "lapp",
    reads: spec.reads ?? "data",
    semantics: spec.semantics,
    successCodes: spec.successCodes ?? ["200"],
    // Same schemas, with the encoded side widened: what it is in detail matters to nobody but the wire.
    payload: Schema.make<I, Wire.Parameters>(spec.payload.ast),
    success: Schema.make<A, unknown>(spec.success.ast),
    errors: typed(spec.errors),
    reported: typed(spec.reported ?? {}),
    evidence: spec.evidence
  }
  return Object.assign((input: I) => EzvizClient.execute(definition, input), { definition })
}
