/**
 * Tells of every request and what came of it, for a log of one's own. Secrets are taken out before: the token, every
 * Redacted input, and what looks like one.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import type * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import { redact } from "./internal/redact.js"

/**
 * A request that ended.
 *
 * @since 0.1.0
 * @category models
 */
export interface Entry {
  readonly operation: string
  readonly method: string
  readonly path: string
  /** The host that answered, or was asked. */
  readonly host: string | undefined
  /** The number of the attempt within its call, from 1. */
  readonly attempt: number
  /** By their wire names, secrets replaced by `<redacted>`. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** The vendor's code, or the tag of an error that has none; `interrupted` where nobody waited for it. */
  readonly outcome: string
  readonly durationMillis: number
}

/**
 * Told of every request. Default: nobody is.
 *
 * @since 0.1.0
 * @category references
 */
export class OnRequest extends /*#__PURE__*/ Context.Reference<OnRequest>()(
  "@effect-ezviz/core/RequestLog/OnRequest",
  { defaultValue: (): ((entry: Entry) => Effect.Effect<void>) | undefined => undefined }
) {}

const replacement = "<redacted>"

const safe = (value: unknown, secrets: ReadonlyArray<string>): unknown => {
  if (typeof value === "string") {
    // However short: a secret as a whole value is no accident.
    return secrets.includes(value) ? replacement : redact(value, secrets)
  }
  if (Array.isArray(value)) return value.map((each) => safe(each, secrets))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, safe(each, secrets)]))
}

const outcomeOf = (exit: Exit.Exit<EzvizClient.Answer, ApiError.CallError>): string => {
  if (Exit.isSuccess(exit)) return exit.value.code
  if (exit.cause._tag !== "Fail") return Exit.isInterrupted(exit) ? "interrupted" : "defect"
  const { error } = exit.cause
  return "code" in error && typeof error.code === "string" ? error.code : error._tag
}

const hostOf = (exit: Exit.Exit<EzvizClient.Answer, ApiError.CallError>): string | undefined => {
  if (Exit.isSuccess(exit)) return exit.value.host
  return exit.cause._tag === "Fail" ? exit.cause.error.host : undefined
}

/**
 * Tells `OnRequest` of every request that passes. Belongs directly over the transport.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =
  /*#__PURE__*/ EzvizClient.layerWrap((next) =>
    Effect.succeed<EzvizClient.Send>(<E extends ApiError.CodedError>(call: EzvizClient.Call<E>) =>
      Effect.flatMap(OnRequest, (tell) => {
        if (tell === undefined) return next(call)
        return Effect.flatMap(Clock.currentTimeMillis, (began) =>
          Effect.onExit(next(call), (exit) =>
            Effect.flatMap(Clock.currentTimeMillis, (now) =>
              tell({
                operation: call.route.id,
                method: call.route.method,
                path: call.route.path,
                host: hostOf(exit),
                attempt: call.attempts.count,
                parameters: Object.fromEntries(
                  Object.entries(call.parameters).map(([name, value]) => [name, safe(value, call.secrets)])
                ),
                outcome: outcomeOf(exit),
                durationMillis: now - began
              })
            )
          )
        )
      })
    )
  )
