/**
 * The pushes of the simulated cloud: signed, sent again as documented, and their outcomes to be seen.
 *
 * @since 0.1.0
 */
import { Testing } from "@effect-ezviz/webhook"
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import type * as Journal from "./Journal.js"

/**
 * Who is told.
 *
 * @since 0.1.0
 * @category models
 */
export interface Webhook {
  readonly url: string
  /** The signing key. Default: `simulated-signing-key`. */
  readonly secret?: Redacted.Redacted<string> | undefined
  /** How often a push that failed is sent again, from 0 to 3 times as documented. Default: 3. */
  readonly retries?: 0 | 1 | 2 | 3 | undefined
  /** After how long; the documentation names no time. Default: 10 seconds. */
  readonly retryAfter?: Duration.DurationInput | undefined
}

/**
 * What is pushed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Message {
  readonly type: "ys.alarm" | "ys.onoffline"
  readonly messageId: string
  readonly messageTime: number
  readonly deviceSerial: string
  /** What the device reports. */
  readonly body: unknown
}

/**
 * One push of a message to one webhook, and what became of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Attempt {
  readonly url: string
  readonly type: Message["type"]
  readonly messageId: string
  readonly deviceSerial: string
  /** 1 is the first, and up to 4 the last. */
  readonly attempt: number
  /**
   * `delivered`: status 200 and an answer that holds the messageId, in time. `refused`: any other answer. `timedOut`:
   * none within 2 seconds. `unreachable`: no connection.
   */
  readonly outcome: "delivered" | "refused" | "timedOut" | "unreachable"
  /** Of the answer, when there was one. */
  readonly status: number | undefined
}

/**
 * The webhooks of the account.
 *
 * @since 0.1.0
 * @category models
 */
export interface Webhooks {
  /** Adds a webhook; one with the same address is replaced. */
  readonly subscribe: (webhook: Webhook) => Effect.Effect<void>
  readonly unsubscribe: (url: string) => Effect.Effect<void>
  readonly list: Effect.Effect<ReadonlyArray<Webhook>>
  /** The latest 1,000 attempts, oldest first. */
  readonly attempts: ReadonlyArray<Attempt>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Sender extends Webhooks {
  /** Begins to push to every webhook; the fiber ends with the last attempt at each. */
  readonly push: (message: Message) => Effect.Effect<Fiber.Fiber<ReadonlyArray<Attempt>>>
}

/** "The timeout period of the push is 2 seconds." */
const timeLimit = Duration.seconds(2)

/**
 * The signing key of a webhook that was given none.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultSecret = Redacted.make("simulated-signing-key")

const kept = 1000

type Answered = Pick<Attempt, "outcome" | "status">

const post = Effect.fnUntraced(function* (webhook: Webhook, message: Message) {
  const body = Testing.pushBody(message)
  const { headers } = yield* Testing.signPushEffect({
    secret: webhook.secret ?? defaultSecret,
    body,
    messageType: message.type
  })
  return yield* Effect.tryPromise(async (signal) => {
    const response = await fetch(webhook.url, { method: "POST", headers, body, redirect: "manual", signal })
    return { status: response.status, answer: await response.text() }
  }).pipe(
    Effect.map(
      ({ answer, status }): Answered => ({
        outcome: status === 200 && answer.includes(message.messageId) ? "delivered" : "refused",
        status
      })
    ),
    Effect.orElseSucceed((): Answered => ({ outcome: "unreachable", status: undefined })),
    Effect.timeoutTo({
      duration: timeLimit,
      onSuccess: (answered) => answered,
      onTimeout: (): Answered => ({ outcome: "timedOut", status: undefined })
    })
  )
})

/**
 * Sends for as long as the scope lives: again after a while by the clock of who made it, which may be the cloud's alone.
 * Webhooks live by the clock outside, and so do the time that they have and the time that a push is signed with.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = Effect.fnUntraced(function* (journal: Journal.Journal, outside: Clock.Clock) {
  const scope = yield* Effect.scope
  const clock = yield* Effect.clock
  const webhooks = new Map<string, Webhook>()
  const attempts: Array<Attempt> = []

  const deliver = (webhook: Webhook, message: Message): Effect.Effect<Attempt> => {
    const { deviceSerial, messageId, type } = message
    let attempt = 0
    const once = Effect.gen(function* () {
      attempt += 1
      const answered = yield* Effect.withClock(post(webhook, message), outside)
      const made: Attempt = { url: webhook.url, type, messageId, deviceSerial, attempt, ...answered }
      if (attempts.push(made) > kept) attempts.shift()
      yield* journal.add({ kind: "push", ...made })
      return yield* made.outcome === "delivered" ? Effect.succeed(made) : Effect.fail(made)
    })
    return Effect.retry(once, {
      times: webhook.retries ?? 3,
      schedule: Schedule.spaced(webhook.retryAfter ?? "10 seconds")
    }).pipe(Effect.merge, Effect.withClock(clock))
  }

  const sender: Sender = {
    subscribe: (webhook) => Effect.sync(() => webhooks.set(webhook.url, webhook)),
    unsubscribe: (url) => Effect.sync(() => webhooks.delete(url)),
    list: Effect.sync(() => [...webhooks.values()]),
    attempts,
    push: (message) =>
      Effect.forEach([...webhooks.values()], (webhook) =>
        Effect.forkIn(deliver(webhook, message), scope)
      ).pipe(Effect.map(Fiber.all))
  }
  return sender
})
