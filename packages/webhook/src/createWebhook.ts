/**
 * A whole webhook in one call, without Effect in its types.
 *
 * @since 0.1.0
 */

import type { IncomingMessage, ServerResponse } from "node:http"
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Schedule from "effect/Schedule"
import * as Consumer from "./Consumer.js"
import * as DeduplicationStore from "./DeduplicationStore.js"
import * as Inbox from "./Inbox.js"
import { rules } from "./internal/claim.js"
import { type NodeCrypto, verifierWith } from "./internal/nodeVerifier.js"
import { positiveInteger } from "./internal/options.js"
import { make as makeVerifier } from "./internal/verifierLayer.js"
import * as NodeListener from "./NodeListener.js"
import * as Push from "./Push.js"
import * as Signature from "./Signature.js"
import * as Verifier from "./Verifier.js"
import * as WebHandler from "./WebHandler.js"
import type * as Webhook from "./Webhook.js"
import { type InvalidOptions, StoreUnavailable } from "./WebhookError.js"
import { WebhookStore } from "./WebhookStore.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface HandlerContext {
  /** 1 the first time; a handler that throws is tried again. */
  readonly attempt: number
  /** Aborted when the handler takes longer than a minute, or the webhook closes. */
  readonly signal: AbortSignal
}

/**
 * @since 0.1.0
 * @category models
 */
export type Handler<P extends Push.Push> = (push: P, context: HandlerContext) => void | Promise<void>

/**
 * Which pushes are believed: those signed with one of the keys, or (said in so many words) any.
 *
 * @since 0.1.0
 * @category models
 */
export type Trust =
  | {
      /** The signing keys given to the vendor; several while one replaces another. */
      readonly secrets: ReadonlyArray<string>
      readonly unsigned?: false | undefined
      /** How far the header `t` may be from now, in milliseconds: ten minutes by default, `Infinity` for any age. */
      readonly toleranceMillis?: number | undefined
    }
  | { readonly unsigned: true; readonly secrets?: undefined; readonly toleranceMillis?: undefined }

/**
 * @since 0.1.0
 * @category models
 */
export interface HandlerOptions {
  readonly onAlarm?: Handler<Push.AlarmPush> | undefined
  readonly onOnlineOffline?: Handler<Push.OnlineOfflinePush> | undefined
  readonly onCall?: Handler<Push.CallPush> | undefined
  /** Every push that no handler above takes. */
  readonly onMessage?: Handler<Push.Push> | undefined
  /** A push was not accepted. The reason is a name such as `SignatureMismatch`. Logged by default. */
  readonly onRefused?:
    | ((refusal: { readonly reason: string; readonly status: number; readonly message: string }) => void)
    | undefined
  /** A handler threw. Logged by default. */
  readonly onHandlerError?:
    | ((
        error: unknown,
        about: {
          readonly messageId: string
          readonly attempt: number
          /** When it is tried again; `undefined` when it is given up. */
          readonly retryInMillis: number | undefined
        }
      ) => void)
    | undefined
  /**
   * Where pushes wait to be handled: in memory by default, lost when the process dies. Made by `store` of
   * `@effect-ezviz/webhook/sqlite`, `…/postgres` or `…/redis`.
   */
  readonly store?: WebhookStore | undefined
  /**
   * How many pushes may wait in memory before the vendor is told to come again: 1,000 by default. A `store` has a
   * capacity of its own.
   */
  readonly capacity?: number | undefined
  /** How many pushes are handled at once: 4 by default. */
  readonly concurrency?: number | undefined
  /** After how many failures a push is given up: 10 by default. */
  readonly maxAttempts?: number | undefined
  /** How long to wait after a failed attempt (1, 2, …), in milliseconds: 1,000, doubling, by default. */
  readonly retryDelayMillis?: ((attempt: number) => number) | undefined
  /** The longest body that is read, in bytes: 1 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /**
   * How long `close` waits: 10,000 ms by default. For pushes that are accepted but not handled; with a `store`, for
   * handlers at work alone, as the rest is handled after the next start.
   */
  readonly closeTimeoutMillis?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type CreateWebhookOptions = Trust & HandlerOptions

/**
 * What a platform gives that may stop a program once it has answered: the `ctx` of a worker, or
 * `{ waitUntil: after }` with Next.js.
 *
 * @since 0.1.0
 * @category models
 */
export interface HandleContext {
  /**
   * Is given a promise that resolves when everything accepted has been handled, or `closeTimeoutMillis` have passed.
   * With a `store`, it does not wait for retries.
   */
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined
}

/**
 * A push that no handler could handle.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeadLetter {
  readonly messageId: string
  /** The vendor's type, such as `ys.alarm`. */
  readonly type: string
  readonly deviceSerial: string | undefined
  readonly receivedAt: Date
  /** How often it was tried. */
  readonly attempts: number
  /** What the last attempt threw. */
  readonly reason: string
  /** When it was given up. */
  readonly buriedAt: Date
  /** The whole body of the request, for `Push.parse`. */
  readonly raw: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WebhookServer {
  /**
   * For servers that speak `Request` and `Response`. Answers every request, never rejects. Pass `context` where the
   * platform may stop the program after the answer.
   */
  readonly handle: (request: Request, context?: HandleContext) => Promise<Response>
  /** For `http.createServer(webhook.nodeListener)`, and frameworks that hand on Node's request and response. */
  readonly nodeListener: (request: IncomingMessage, response: ServerResponse) => void
  /** The latest pushes that were given up, newest first; 100 of them unless you say otherwise. */
  readonly deadLetters: (limit?: number) => Promise<ReadonlyArray<DeadLetter>>
  /** Has a dead letter handled again, as if it were new. False when there is none of this id. */
  readonly replay: (messageId: string) => Promise<boolean>
  /** How many pushes wait, are with a handler, wait for their next try, and were given up. */
  readonly stats: () => Promise<Inbox.Stats>
  /** Accepts nothing more (503), handles what was accepted, and ends. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Faster than WebCrypto where there is one, and not imported, since there may be none. */
const nodeCrypto: NodeCrypto | undefined = /*#__PURE__*/ globalThis.process?.getBuiltinModule?.("node:crypto")

const functionIn = (name: string, value: unknown): void => {
  if (typeof value !== "function") throw new TypeError(`${name} must be a function`)
}

/** JavaScript has no compiler to say that a handler's name is misspelt, and pushes would be lost to it. */
const checks: {
  readonly [Name in keyof HandlerOptions | keyof Trust]-?: (name: string, value: unknown) => void
} = {
  secrets: () => {},
  toleranceMillis: () => {},
  unsigned: (name, value) => {
    if (typeof value !== "boolean") throw new TypeError(`${name} must be true or false`)
  },
  onAlarm: functionIn,
  onOnlineOffline: functionIn,
  onCall: functionIn,
  onMessage: functionIn,
  onRefused: functionIn,
  onHandlerError: functionIn,
  store: (name, value) => {
    if (!(value instanceof WebhookStore)) throw new TypeError(`${name} must be made by one of the stores`)
  },
  capacity: positiveInteger,
  concurrency: positiveInteger,
  maxAttempts: positiveInteger,
  retryDelayMillis: functionIn,
  maxBodyBytes: positiveInteger,
  closeTimeoutMillis: (name, value) => {
    if (!(typeof value === "number" && value >= 0)) {
      throw new TypeError(`${name} must be a number of milliseconds, not below 0`)
    }
  }
}

const isKnown = (name: string): name is keyof typeof checks => Object.hasOwn(checks, name)

const checkOptions = (options: CreateWebhookOptions): void => {
  for (const [name, value] of Object.entries(options)) {
    if (!isKnown(name)) throw new TypeError(`${name} is no option of createWebhook`)
    if (value !== undefined) checks[name](name, value)
  }
  // A key is there to be checked: nothing beside it may switch that off.
  if (options.unsigned === true && options.secrets !== undefined) {
    throw new TypeError("secrets and unsigned exclude each other")
  }
}

const verifierLayer = (options: CreateWebhookOptions): Layer.Layer<Verifier.Verifier> => {
  if (options.unsigned === true) return Verifier.layerUnsigned
  const { secrets, toleranceMillis } = rules(options)
  const verifier = nodeCrypto === undefined ? Signature.verifier : verifierWith(nodeCrypto)
  return Layer.effect(
    Verifier.Verifier,
    makeVerifier(verifier, {
      secrets: secrets.map((secret) => Redacted.make(secret)),
      tolerance: Duration.millis(toleranceMillis)
    })
    // Cannot fail: the same rules have just been kept, and a caller of this function hears of them synchronously.
  ).pipe(Layer.orDie)
}

/** A process that starts before its database waits for it. */
const untilAvailable = <A>(
  layer: Layer.Layer<A, InvalidOptions | StoreUnavailable>
): Layer.Layer<A, InvalidOptions> =>
  layer.pipe(
    Layer.tapError((error) => Effect.logWarning(error.message)),
    Layer.retry(
      Schedule.spaced("1 second").pipe(
        Schedule.whileInput((error: InvalidOptions | StoreUnavailable) => error._tag === "StoreUnavailable")
      )
    ),
    Layer.catchAll((error) => (error._tag === "InvalidOptions" ? Layer.fail(error) : Layer.die(error)))
  )

const dispatch = (
  push: Push.Push,
  options: HandlerOptions,
  context: HandlerContext
): void | Promise<void> => {
  if (push.kind === "alarm" && options.onAlarm !== undefined) return options.onAlarm(push, context)
  if (push.kind === "onlineOffline" && options.onOnlineOffline !== undefined) {
    return options.onOnlineOffline(push, context)
  }
  if (push.kind === "call" && options.onCall !== undefined) return options.onCall(push, context)
  return options.onMessage?.(push, context)
}

/**
 * Receives pushes and calls your handlers, after the vendor has its answer: verified, deduplicated, retried when a
 * handler throws. Without a `store`, pushes wait in memory: those not handled yet are lost when the process dies.
 *
 * Throws a `TypeError` at once when no usable secret is given, or an option cannot work.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http"
 * import { createWebhook } from "@effect-ezviz/webhook"
 *
 * const webhook = createWebhook({
 *   secrets: ["test-signing-key"],
 *   onAlarm: (alarm) => console.log(alarm.deviceSerial, alarm.alarmType, alarm.alarmTime)
 * })
 *
 * createServer(webhook.nodeListener).listen(3000)
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const createWebhook = (options: CreateWebhookOptions): WebhookServer => {
  checkOptions(options)
  const { closeTimeoutMillis = 10_000, onHandlerError, onRefused, retryDelayMillis, store } = options
  const gracePeriod = Duration.millis(closeTimeoutMillis)

  const consumer = Consumer.layer({
    handle: (message, { attempt }) =>
      Effect.tryPromise({
        try: async (signal) => dispatch(Push.fromMessage(message), options, { attempt, signal }),
        catch: (error) => error
      }),
    concurrency: options.concurrency,
    maxAttempts: options.maxAttempts,
    retryDelay: retryDelayMillis && ((attempt) => Duration.millis(retryDelayMillis(attempt))),
    gracePeriod,
    onFailure:
      onHandlerError &&
      (({ cause, delivery, retryIn }) =>
        Effect.sync(() =>
          onHandlerError(Cause.squash(cause), {
            messageId: delivery.push.messageId,
            attempt: delivery.attempt,
            retryInMillis: retryIn && Duration.toMillis(retryIn)
          })
        ))
  })
  const services = Layer.mergeAll(
    verifierLayer(options),
    store === undefined
      ? Layer.merge(DeduplicationStore.layerMemory(), Inbox.layerMemory({ capacity: options.capacity }))
      : untilAvailable(WebhookStore.layerOf(store))
  )
  const runtime = ManagedRuntime.make(Layer.provideMerge(consumer, services))
  // What an earlier process left is handled now, not when the next push comes; but not before this has returned.
  if (store !== undefined) {
    Effect.sleep(0).pipe(
      Effect.zipRight(runtime.runtimeEffect),
      Effect.catchAllCause((cause) =>
        Cause.isInterruptedOnly(cause) ? Effect.void : Effect.logError("The store cannot be used", cause)
      ),
      Effect.runFork
    )
  }

  const answering: Webhook.Options = {
    maxBodyBytes: options.maxBodyBytes,
    onRefused:
      onRefused &&
      (({ _tag, message, status }) => Effect.sync(() => onRefused({ reason: _tag, status, message })))
  }
  /** Succeeds once there is no such push, or `gracePeriod` has passed. */
  const without = (...states: ReadonlyArray<keyof Inbox.Stats>) =>
    Effect.flatMap(runtime.runtimeEffect, (services) =>
      Effect.flatMap(Inbox.Inbox, (inbox) => inbox.stats).pipe(
        Effect.repeat({
          until: (stats) => states.every((state) => stats[state] === 0),
          schedule: Schedule.spaced(store === undefined ? "10 millis" : "1 second")
        }),
        Effect.provide(services)
      )
    ).pipe(Effect.timeoutOption(gracePeriod), Effect.runPromiseExit)

  const handled = () =>
    // A store outlives this process, and so do the retries in it.
    store === undefined ? without("queued", "inFlight", "delayed") : without("queued", "inFlight")

  /** A store that cannot be reached yet must not hold up the answer. */
  const ready = Effect.timeoutFail(runtime.runtimeEffect, {
    duration: "1500 millis",
    onTimeout: () => new StoreUnavailable({ store: "inbox", reason: "it has not been reached yet" })
  })
  // Once it has been reached, no answer waits for it, or sets a limit to waiting.
  let reached: Runtime.Runtime<Webhook.Services> | undefined
  const answer = <A>(respond: Effect.Effect<A, never, Webhook.Services>, unavailable: () => A): Promise<A> =>
    reached !== undefined
      ? Runtime.runPromise(reached)(respond)
      : ready.pipe(
          Effect.matchCauseEffect({
            onFailure: () => Effect.sync(unavailable),
            onSuccess: (services) => {
              reached = services
              return Effect.provide(respond, services)
            }
          }),
          Effect.runPromise
        )
  const refuse = () => new Response(null, { status: 503 })
  const refuseNode = (response: ServerResponse) => void response.writeHead(503, { connection: "close" }).end()

  /** Requests whose answers are not out: they may yet be accepted, and then they are to be handled. */
  const answers = new Set<Promise<unknown>>()
  const track = <A>(answer: Promise<A>): Promise<A> => {
    answers.add(answer)
    const forget = () => answers.delete(answer)
    answer.then(forget, forget)
    return answer
  }
  let closed: Promise<void> | undefined
  const ask = async <A>(
    question: (inbox: typeof Inbox.Inbox.Service) => Effect.Effect<A, StoreUnavailable>
  ): Promise<A> => {
    if (closed !== undefined) throw new Error("The webhook is closed.")
    const asked = ready.pipe(
      Effect.flatMap((services) => Effect.provide(Effect.flatMap(Inbox.Inbox, question), services)),
      Effect.either,
      Effect.runPromise
    )
    return Either.getOrThrowWith(await asked, (error) => error)
  }
  const close = (): Promise<void> => {
    closed ??= Promise.allSettled(answers)
      .then(() => (store === undefined ? without("queued", "inFlight") : undefined))
      .then(() => runtime.dispose())
    return closed
  }

  return {
    handle: (request, context) => {
      if (closed !== undefined) return Promise.resolve(refuse())
      const response = track(answer(WebHandler.respond(request, answering), refuse))
      context?.waitUntil?.(response.then(handled))
      return response
    },
    nodeListener: (request, response) => {
      if (closed === undefined) {
        track(answer(NodeListener.respond(request, response, answering), () => refuseNode(response)))
      } else refuseNode(response)
    },
    deadLetters: (limit = 100) =>
      ask((inbox) => inbox.deadLetters(limit)).then((letters) =>
        letters.map(({ attempts, buriedAt, push, reason }) => ({
          messageId: push.messageId,
          type: push.type,
          deviceSerial: push.deviceSerial,
          receivedAt: new Date(push.receivedAt),
          attempts,
          reason,
          buriedAt: new Date(buriedAt),
          raw: Redacted.value(push.body)
        }))
      ),
    replay: (messageId) => ask((inbox) => inbox.replay(messageId)),
    stats: () => ask((inbox) => inbox.stats),
    close,
    [Symbol.asyncDispose]: close
  }
}
