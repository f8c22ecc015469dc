/**
 * Telling errors apart, and the two that are no answer of the API's.
 *
 * @since 0.1.0
 */
import * as Core from "@effect-ezviz/core/ApiError"
import * as CoreOperations from "@effect-ezviz/core/Operations"
import type { Call } from "./Call.js"
import type { AnyError } from "./errors.js"
import type { Operations } from "./Operations.js"

/**
 * The call was ended by its `signal`, or by the client being closed. `cause` is the signal's reason.
 *
 * @since 0.1.0
 * @category errors
 */
export class AbortError extends Error {
  override readonly name = "AbortError"
  readonly code = "ABORT_ERR"
  constructor(reason: unknown) {
    super("The call was aborted", { cause: reason })
  }
}

/**
 * A mistake of this library, not of yours: please report it. `cause` is what went wrong.
 *
 * @since 0.1.0
 * @category errors
 */
export class InternalError extends Error {
  override readonly name = "InternalError"
  constructor(operation: string, cause: unknown) {
    super(`${operation}: a mistake in @effect-ezviz/node, please report it`, { cause })
  }
}

type ErrorClasses = Readonly<Record<string, unknown>>

const classes: ErrorClasses = Core

const isAnyError = (value: unknown): value is AnyError => {
  if (!(value instanceof Error && "tag" in value && typeof value.tag === "string")) return false
  const Class = Object.hasOwn(classes, value.tag) ? classes[value.tag] : undefined
  return typeof Class === "function" && value instanceof Class
}

/**
 * Every error that a call can end with.
 *
 * @since 0.1.0
 * @category models
 */
export type EzvizError = AnyError

/**
 * For `error instanceof EzvizError`, which holds for every error that a call can end with, and then
 * `switch (error.tag)`.
 *
 * @since 0.1.0
 * @category refinements
 */
export const EzvizError: { readonly [Symbol.hasInstance]: (value: unknown) => value is EzvizError } = {
  [Symbol.hasInstance]: isAnyError
}

/**
 * The errors of an operation by its id, the common ones among them.
 *
 * @since 0.1.0
 * @category models
 */
export type ErrorOf<Id extends keyof Operations> =
  ReturnType<Operations[Id]> extends Call<infer _A, infer E> ? E : never

const commonTags: ReadonlySet<string> = new Set(
  [...Object.values(Core.commonCodes), Core.UnknownCode].map(({ about }) => about.tag)
)

/**
 * Whether this is an error of that operation: afterwards the compiler knows its documented errors, and that there
 * are no others.
 *
 * @since 0.1.0
 * @category refinements
 */
export const isErrorOf = <Id extends keyof Operations>(id: Id, error: unknown): error is ErrorOf<Id> => {
  if (!isAnyError(error) || error.operation !== id) return false
  // Errors without a table have none to be checked against: they are the common ones.
  if (!("vendorMessage" in error) || commonTags.has(error.tag)) return true
  const { errors, reported } = CoreOperations.all[id].definition
  return [...Object.values(errors), ...Object.values(reported)].some((Class) => error instanceof Class)
}
