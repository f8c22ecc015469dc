/**
 * From raw bytes to an accepted push: verify, check the window, parse, deduplicate, store, answer. No handler runs
 * before the vendor has its answer.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as MetricKey from "effect/MetricKey"
import { DeduplicationStore } from "./DeduplicationStore.js"
import { Inbox } from "./Inbox.js"
import { type HeadersInput, header } from "./internal/headers.js"
import * as PushMessage from "./PushMessage.js"
import type { SignedPush } from "./Signature.js"
import { Verifier } from "./Verifier.js"
import type { InboxFull } from "./WebhookError.js"
import {
  type BodyError,
  InProgress,
  type MalformedBody,
  type ReceiveError,
  type StoreUnavailable,
  TooSlow,
  type VerifyError
} from "./WebhookError.js"

/**
 * What receiving needs.
 *
 * @since 0.1.0
 * @category models
 */
export type Services = Verifier | DeduplicationStore | Inbox

/**
 * @since 0.1.0
 * @category models
 */
export interface Receipt {
  readonly messageId: string
  /** It was accepted before: acknowledged again, not handled again. */
  readonly duplicate: boolean
}

/**
 * Uninterruptible between claim and confirmation, except while a store is at work: a claim that is neither confirmed
 * nor released would turn the retry away.
 */
const accept = (
  message: PushMessage.PushMessage
): Effect.Effect<Receipt, InboxFull | StoreUnavailable | InProgress, DeduplicationStore | Inbox> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const deduplication = yield* DeduplicationStore
      const inbox = yield* Inbox
      const { messageId } = message
      const claim = yield* restore(deduplication.claim(messageId))
      if (claim === "seen") return { messageId, duplicate: true }
      if (claim === "pending") return yield* new InProgress({ messageId })
      const receivedAt = yield* Clock.currentTimeMillis
      const outcome = yield* restore(
        inbox.offer({
          messageId,
          type: message.type,
          deviceSerial: message.deviceSerial,
          receivedAt,
          body: message.raw
        })
      ).pipe(Effect.onError(() => Effect.ignoreLogged(deduplication.release(messageId))))
      // Stored is stored: should this fail, a repeat is handled twice at worst.
      yield* Effect.ignoreLogged(deduplication.confirm(messageId))
      return { messageId, duplicate: outcome === "duplicate" }
    })
  )

/**
 * Receives one push. When this succeeds it is stored, and is to be answered with its `messageId` and 200.
 *
 * @since 0.1.0
 * @category receiving
 */
export const receive = (
  push: SignedPush
): Effect.Effect<
  Receipt,
  VerifyError | MalformedBody | InboxFull | StoreUnavailable | InProgress,
  Services
> =>
  Effect.gen(function* () {
    const { verify } = yield* Verifier
    yield* verify(push)
    const message = yield* PushMessage.parse(push.body, header(push.headers, "message_type"))
    return yield* accept(message)
  }).pipe(Effect.withSpan("ezviz.webhook.receive", { kind: "consumer", captureStackTrace: false }))

/**
 * A request as an adapter has it: the body is read only when it is wanted.
 *
 * @since 0.1.0
 * @category models
 */
export interface WebhookRequest {
  readonly method: string
  readonly headers: HeadersInput
  /** Reads the body, but no more than so many bytes. */
  readonly body: (limitBytes: number) => Effect.Effect<string | Uint8Array, BodyError>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WebhookAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** The longest body that is read, in bytes: 1 MiB by default. Longer ones are answered with 413. */
  readonly maxBodyBytes?: number | undefined
  /** How long accepting may take before the answer is 503: 1.5 s by default, for the vendor waits 2 s. */
  readonly timeLimit?: Duration.DurationInput | undefined
  /** Told of every push that was not accepted, and why. Logs a warning by default. */
  readonly onRefused?: ((error: ReceiveError) => Effect.Effect<void>) | undefined
}

const logRefused = (error: ReceiveError): Effect.Effect<void> =>
  Effect.logWarning(`A push was refused: ${error._tag}: ${error.message}`)

const answers = /*#__PURE__*/ MetricKey.counter("ezviz_webhook_answers_total", {
  description: "Pushes answered, by outcome",
  incremental: true
})

/** Made once for each outcome, and tagged in its key: a `Metric.tagged` is looked up anew at every update. */
const counters = new Map<string, Metric.Metric.Counter<number>>()

const count = (outcome: string): Effect.Effect<void> => {
  const counter = counters.get(outcome) ?? Metric.fromMetricKey(MetricKey.tagged(answers, "outcome", outcome))
  counters.set(outcome, counter)
  return Metric.increment(counter)
}

const json = (status: number, value: object): WebhookAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value)
})

/** The status is all that a stranger learns. */
const bare = (status: number, headers: Readonly<Record<string, string>> = {}): WebhookAnswer => ({
  status,
  headers,
  body: ""
})

const retryLater: Readonly<Record<string, string>> = { "retry-after": "1" }

/** A probe wants to know whether pushes would be accepted. */
const probe: Effect.Effect<WebhookAnswer, never, Inbox> = Inbox.pipe(
  Effect.flatMap((inbox) => inbox.stats),
  Effect.as(json(200, { status: "ok" })),
  Effect.catchAll((error) => Effect.as(Effect.logWarning(error.message), bare(503, retryLater)))
)

const push = (request: WebhookRequest, options: Options): Effect.Effect<WebhookAnswer, never, Services> => {
  const { maxBodyBytes = 1_048_576, onRefused = logRefused, timeLimit = "1500 millis" } = options
  return request.body(maxBodyBytes).pipe(
    Effect.flatMap((body) => receive({ body, headers: request.headers })),
    // A store that hangs must not hold up the answer.
    Effect.disconnect,
    Effect.timeoutFail({
      duration: timeLimit,
      onTimeout: () => new TooSlow({ limitMillis: Duration.toMillis(timeLimit) })
    }),
    Effect.tap(({ duplicate }) => count(duplicate ? "duplicate" : "accepted")),
    Effect.map(({ messageId }) => json(200, { messageId })),
    Effect.catchAll((error) =>
      count(error._tag).pipe(
        Effect.zipRight(Effect.ignoreLogged(Effect.sandbox(Effect.suspend(() => onRefused(error))))),
        Effect.as(bare(error.status, error.status === 503 ? retryLater : {}))
      )
    ),
    Effect.catchAllCause((cause) =>
      count("defect").pipe(
        Effect.zipRight(Effect.logError("Receiving a push died", cause)),
        Effect.as(bare(500))
      )
    )
  )
}

/**
 * Answers one request, whatever it is: 200 with the `messageId` for an accepted push or a repeat of one; 401 for one
 * that is not believed; 400 and 413 for what is no push; 503 when the inbox is full or a store is gone, so that the
 * vendor tries again; GET and HEAD with 200 while the inbox can be reached; 405 for other methods. Every adapter is
 * this and the translation of its server's request.
 *
 * @since 0.1.0
 * @category receiving
 */
export const answer = (
  request: WebhookRequest,
  options: Options = {}
): Effect.Effect<WebhookAnswer, never, Services> => {
  switch (request.method.toUpperCase()) {
    case "POST":
      return push(request, options)
    case "GET":
      return probe
    case "HEAD":
      return Effect.map(probe, (answer) => ({ ...answer, body: "" }))
    default:
      return Effect.succeed(bare(405, { allow: "GET, HEAD, POST" }))
  }
}
