/**
 * How a command fails: a text for the person, a code for the script.
 *
 * @since 0.1.0
 */
import * as ValidationError from "@effect/cli/ValidationError"
import * as PlatformError from "@effect/platform/Error"
import * as Terminal from "@effect/platform/Terminal"
import type { ApiError } from "@effect-ezviz/core"
import * as Cause from "effect/Cause"
import * as ConfigError from "effect/ConfigError"
import * as Data from "effect/Data"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as ExitCode from "./ExitCode.js"

/**
 * The command cannot be done as it was given.
 *
 * @since 0.1.0
 * @category errors
 */
export class Usage extends Data.TaggedError("Usage")<{ readonly message: string }> {}

/**
 * There are no credentials to work with.
 *
 * @since 0.1.0
 * @category errors
 */
export class NoAccount extends Data.TaggedError("NoAccount")<{ readonly message: string }> {}

/**
 * The device has done the work, and not well.
 *
 * @since 0.1.0
 * @category errors
 */
export class Failed extends Data.TaggedError("Failed")<{ readonly message: string }> {}

const isCallError = (error: unknown): error is ApiError.CallError =>
  Predicate.hasProperty(error, "category") &&
  Predicate.hasProperty(error, "advice") &&
  Predicate.hasProperty(error, "message") &&
  typeof error.category === "string" &&
  error.category in ExitCode.ofCategory

/** A file that cannot be read or written. */
const ofFile = (error: PlatformError.PlatformError): string =>
  error._tag === "SystemError"
    ? `${error.pathOrDescriptor ?? error.method}: ${error.reason.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()}`
    : error.message

/** A mistake of this program, or of one below it. */
const unexpected = (error: unknown) => {
  const message = Predicate.hasProperty(error, "message") ? String(error.message) : "no message"
  return {
    text: `Something unexpected: ${message}\nWith --debug it says more.`,
    exitCode: ExitCode.ofCategory.unexpected
  }
}

/**
 * What to print to standard error, if it is not printed yet, and the exit code.
 *
 * @since 0.1.0
 * @category conversions
 */
export const report = (
  cause: Cause.Cause<unknown>
): { readonly text: string | undefined; readonly exitCode: number } => {
  const failure = Cause.failureOption(cause)
  if (Option.isNone(failure)) return unexpected(Cause.squash(cause))
  const error = failure.value
  // The command line's parser has said already what it is.
  if (ValidationError.isValidationError(error)) {
    return { text: "--help says what the command takes.", exitCode: ExitCode.ofCategory.input }
  }
  if (Terminal.isQuitException(error)) return { text: undefined, exitCode: ExitCode.interrupted }
  if (error instanceof NoAccount) return { text: error.message, exitCode: ExitCode.ofCategory.auth }
  if (error instanceof Usage) return { text: error.message, exitCode: ExitCode.ofCategory.input }
  if (error instanceof Failed) return { text: error.message, exitCode: ExitCode.ofCategory.failed }
  if (ConfigError.isConfigError(error)) {
    return { text: `A variable is not as it should be: ${error}`, exitCode: ExitCode.ofCategory.input }
  }
  if (PlatformError.isPlatformError(error)) {
    return { text: ofFile(error), exitCode: ExitCode.ofCategory.input }
  }
  if (isCallError(error)) {
    // Why there is no token says more than that there is none.
    const { advice, category, message } = isCallError(error.cause) ? error.cause : error
    return { text: `${message}\n${advice}`, exitCode: ExitCode.ofCategory[category] }
  }
  return unexpected(error)
}
