/**
 * A host that fails most of the time is left alone for a while: calls to it fail at once, until one that tries finds
 * it well again.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import { deviceOf } from "./internal/deviceOf.js"
import { makeRecent } from "./internal/recent.js"
import * as Metrics from "./Metrics.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Settings {
  /** The part of attempts that must fail for the circuit to open, up to 1. Default: 0.5. */
  readonly failureRatio?: number | undefined
  /** Fewer attempts than this within the window say nothing. Default: 20. */
  readonly minimumCalls?: number | undefined
  /** How long an attempt counts. Default: 30 seconds. */
  readonly window?: Duration.DurationInput | undefined
  /** How long an open circuit waits before one call tries; doubled each time that fails. Default: 5 seconds. */
  readonly openFor?: Duration.DurationInput | undefined
  /** The longest such wait. Default: 60 seconds. */
  readonly openForAtMost?: Duration.DurationInput | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Settings {
  /** The configured base URL: where calls go that have no areaDomain. */
  readonly baseUrl: string
}

/** No usable answer came, and that is the host's fault or the way's. What the API answers is an answer. */
const isFailure = (error: ApiError.CallError): boolean =>
  error instanceof ApiError.TransportFailure ||
  error instanceof ApiError.GatewayFailure ||
  (error instanceof ApiError.CallTimeout && error.limit === "attempt")

type State =
  | { readonly _tag: "closed" }
  | { readonly _tag: "open"; readonly until: number; readonly millis: number }
  /** One call is trying. */
  | { readonly _tag: "halfOpen"; readonly millis: number }

const level = { closed: 0, halfOpen: 1, open: 2 } as const

const makeCircuit = (host: string, settings: Settings) => {
  const ratio = settings.failureRatio ?? 0.5
  const minimum = settings.minimumCalls ?? 20
  const openFor = Duration.toMillis(settings.openFor ?? "5 seconds")
  const atMost = Duration.toMillis(settings.openForAtMost ?? "60 seconds")
  const window = Duration.toMillis(settings.window ?? "30 seconds")
  const recent = makeRecent(window)
  /** Devices that did not answer, and until when that is known; in the order of their times. */
  const silent = new Map<string, number>()
  const gauge = Metric.tagged(Metrics.circuit, "host", host)
  let state: State = { _tag: "closed" }

  const become = (next: State) => {
    if (next._tag === state._tag) return Effect.void
    state = next
    return Effect.zipRight(
      Metric.set(gauge, level[next._tag]),
      next._tag === "halfOpen" ? Effect.void : Effect.logWarning(`The circuit of ${host} is ${next._tag}`)
    )
  }
  /** No answer for a device may be the device's fault: it counts once in a window, however often it is asked. */
  const isKnownSilent = (now: number, device: string): boolean => {
    for (const [each, until] of silent) {
      if (until > now) break
      silent.delete(each)
    }
    if (silent.has(device)) return true
    silent.set(device, now + window)
    return false
  }
  const open = (now: number, millis: number) => {
    recent.clear()
    silent.clear()
    return become({ _tag: "open", until: now + millis, millis })
  }

  return {
    /** The milliseconds for which no call may be made; whether this one is the one that tries. */
    enter: (now: number): { readonly blockedFor: number; readonly trying: boolean } => {
      if (state._tag === "closed") return { blockedFor: 0, trying: false }
      if (state._tag === "halfOpen") return { blockedFor: state.millis, trying: false }
      return state.until > now
        ? { blockedFor: state.until - now, trying: false }
        : { blockedFor: 0, trying: true }
    },
    beginTrial: () =>
      state._tag === "open" ? become({ _tag: "halfOpen", millis: state.millis }) : Effect.void,
    /** What became of the call that tried; one that was interrupted has told nothing. */
    endTrial: (now: number, outcome: "well" | "failed" | "unknown") => {
      const millis = state._tag === "halfOpen" ? state.millis : openFor
      if (outcome === "well") return become({ _tag: "closed" })
      return outcome === "failed"
        ? open(now, Math.min(millis * 2, atMost))
        : become({ _tag: "open", until: now, millis })
    },
    /** `silentDevice` is whose call had no answer in its time. */
    record: (now: number, failed: boolean, silentDevice: string | undefined) => {
      if (state._tag !== "closed") return Effect.void
      if (silentDevice !== undefined && isKnownSilent(now, silentDevice)) return Effect.void
      recent.add(now, failed)
      const { all, failed: failures } = recent.sum(now)
      return all >= minimum && failures / all >= ratio ? open(now, openFor) : Effect.void
    }
  }
}

/**
 * A circuit for each host. Belongs under the retries, so that every attempt counts; but of the attempts for one device
 * that had no answer in their time, one in a window: cameras that are dead do not close the host to the others.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  options: Options
): Layer.Layer<EzvizClient.EzvizClient, never, EzvizClient.EzvizClient> =>
  EzvizClient.layerWrap((next) =>
    Effect.sync((): EzvizClient.Send => {
      const circuits = new Map<string, ReturnType<typeof makeCircuit>>()
      const circuitOf = (host: string) => {
        const circuit = circuits.get(host) ?? makeCircuit(host, options)
        circuits.set(host, circuit)
        return circuit
      }

      return <E extends ApiError.CodedError>(call: EzvizClient.Call<E>) => {
        const host = EzvizClient.hostOf(EzvizClient.baseOf(call, options.baseUrl))
        const circuit = circuitOf(host)
        return Effect.uninterruptibleMask((restore) =>
          Effect.flatMap(
            Clock.currentTimeMillis,
            (began): Effect.Effect<EzvizClient.Answer, E | ApiError.Common> => {
              const { blockedFor, trying } = circuit.enter(began)
              if (blockedFor > 0) {
                return Effect.fail(
                  new ApiError.CircuitOpen({
                    operation: call.route.id,
                    host,
                    attempts: call.attempts.count,
                    maybeApplied: false,
                    retryAfterMillis: blockedFor
                  })
                )
              }
              const attempt = Effect.onExit(restore(next(call)), (exit) =>
                Effect.flatMap(Clock.currentTimeMillis, (now) => {
                  const error =
                    Exit.isFailure(exit) && exit.cause._tag === "Fail" ? exit.cause.error : undefined
                  const told = Exit.isSuccess(exit) || error !== undefined
                  const failed = error !== undefined && isFailure(error)
                  if (trying) return circuit.endTrial(now, told ? (failed ? "failed" : "well") : "unknown")
                  return told
                    ? circuit.record(
                        now,
                        failed,
                        error instanceof ApiError.CallTimeout ? deviceOf(call) : undefined
                      )
                    : Effect.void
                })
              )
              return trying ? Effect.zipRight(circuit.beginTrial(), attempt) : attempt
            }
          )
        )
      }
    })
  )
