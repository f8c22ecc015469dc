/**
 * What happens in the simulated cloud, as it happens.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

const Call = Schema.Struct({
  kind: Schema.Literal("call"),
  /** The operation's id. */
  operation: Schema.String,
  /** What was answered; nothing where a fault left no code. */
  code: Schema.optional(Schema.String),
  /** The device that it named. */
  deviceSerial: Schema.optional(Schema.String),
  durationMillis: Schema.Number,
  /** The kind of the fault that struck it. */
  fault: Schema.optional(Schema.String)
})

const Alarm = Schema.Struct({
  kind: Schema.Literal("alarm"),
  deviceSerial: Schema.String,
  alarmId: Schema.String,
  alarmType: Schema.Number
})

const Presence = Schema.Struct({
  kind: Schema.Literal("presence"),
  deviceSerial: Schema.String,
  online: Schema.Boolean
})

const Push = Schema.Struct({
  kind: Schema.Literal("push"),
  /** The webhook's address. */
  url: Schema.String,
  type: Schema.String,
  messageId: Schema.String,
  deviceSerial: Schema.String,
  /** 1 is the first. */
  attempt: Schema.Number,
  outcome: Schema.String,
  /** Of the webhook's answer, when there was one. */
  status: Schema.optional(Schema.Number)
})

const place = {
  /** Counts up from 1. */
  id: Schema.Number,
  /** When it happened, in milliseconds since 1970. */
  at: Schema.Number
}

/**
 * @since 0.1.0
 * @category schemas
 */
export const Event = Schema.Union(Call, Alarm, Presence, Push)

/**
 * A call was answered, an alarm raised, a device switched on or off, or a push sent.
 *
 * @since 0.1.0
 * @category models
 */
export type Event = typeof Event.Type

/**
 * @since 0.1.0
 * @category schemas
 */
export const Entry = Schema.extend(Event, Schema.Struct(place))

/**
 * An event with its number and time.
 *
 * @since 0.1.0
 * @category models
 */
export type Entry = typeof Entry.Type

/**
 * @since 0.1.0
 * @category models
 */
export interface Journal {
  readonly add: (event: Event) => Effect.Effect<void>
  /** The last 200 entries, and those to come. */
  readonly entries: Stream.Stream<Entry>
}

/** How many entries a reader finds that comes late. */
const kept = 200

/**
 * A journal that ends with the scope.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make: Effect.Effect<Journal, never, Scope.Scope> = Effect.gen(function* () {
  // Who reads slowly misses what is old, and holds up nobody.
  const entries = yield* Effect.acquireRelease(
    PubSub.sliding<Entry>({ capacity: 1024, replay: kept }),
    PubSub.shutdown
  )
  let count = 0
  return {
    add: (event) =>
      Effect.flatMap(Clock.currentTimeMillis, (at) => {
        count += 1
        return PubSub.publish(entries, { ...event, id: count, at })
      }),
    entries: Stream.fromPubSub(entries)
  }
})
