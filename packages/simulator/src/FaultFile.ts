/**
 * Fault rules from a file: a JSON array of them.
 *
 * @since 0.1.0
 */
import type * as PlatformError from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Arr from "effect/Array"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as Fault from "./Fault.js"

/**
 * What the file holds.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Rules = Schema.parseJson(Schema.Array(Fault.Rule).annotations({ title: "an array of rules" }))

/**
 * The file holds something else than fault rules.
 *
 * @since 0.1.0
 * @category errors
 */
export class FaultFileInvalid extends Data.TaggedError("FaultFileInvalid")<{
  readonly file: string
  /** Where in the file, such as `[2].fault.kind`, and what is wrong there. */
  readonly problems: ReadonlyArray<{ readonly path: string; readonly message: string }>
}> {
  /** What happened. */
  override get message(): string {
    const lines = this.problems.map(({ message, path }) => `  ${path === "" ? "" : `${path}: `}${message}`)
    return [`${this.file} holds no fault rules:`, ...lines].join("\n")
  }
}

const pathOf = (path: ReadonlyArray<PropertyKey>): string =>
  path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`
    )
    .join("")

/**
 * Reads the rules of a file.
 *
 * @since 0.1.0
 * @category constructors
 */
export const read = (
  file: string
): Effect.Effect<
  ReadonlyArray<Fault.Rule>,
  FaultFileInvalid | PlatformError.PlatformError,
  FileSystem.FileSystem
> =>
  Effect.flatMap(FileSystem.FileSystem, (fs) => fs.readFileString(file)).pipe(
    Effect.flatMap((text) =>
      // A field that nobody reads is a misspelt one.
      Schema.decode(Rules, { errors: "all", onExcessProperty: "error" })(text).pipe(
        Effect.mapError(
          (error) =>
            new FaultFileInvalid({
              file,
              // What a field may be instead is said after it, at the same path.
              problems: Arr.dedupeWith(
                ParseResult.ArrayFormatter.formatErrorSync(error).map(({ message, path }) => ({
                  path: pathOf(path),
                  message
                })),
                (one, other) => one.path === other.path
              )
            })
        )
      )
    )
  )
