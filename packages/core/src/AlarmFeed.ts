/**
 * The alarms of an account as they come, where the vendor cannot push them to you.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import * as Alarm from "./operations/Alarm.js"
import * as Page from "./Page.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface PollOptions {
  /** Alarms from here on. To go on where you stopped: the `alarmTime` of the last one. Default: now. */
  readonly since?: DateTime.Utc | undefined
  /** How long to wait between two looks. Default: 10 seconds. */
  readonly interval?: Duration.DurationInput | undefined
  /** How far to look back each time, for alarms that reach the cloud late. Default: 2 minutes. */
  readonly lookBack?: Duration.DurationInput | undefined
  /** An alarm type, by its name or its number. Default: all. */
  readonly alarmType?: Alarm.ListInput["alarmType"]
  /** Default: `all`, so that nothing is missed that somebody has read meanwhile. */
  readonly status?: Alarm.ListInput["status"]
}

/** As far as the vendor searches. */
const longestSearch = Duration.toMillis("7 days")

interface State {
  /** The time of the latest alarm so far. */
  readonly latest: number
  /** The alarms that the next look will find again, by id. */
  readonly seen: ReadonlyMap<string, number>
}

const timeOf = (alarm: Alarm.Alarm) => DateTime.toEpochMillis(alarm.alarmTime)

/**
 * Every alarm once, oldest first, without end. A look that fails with an error that passes by itself is made up for
 * by the next one; any other error ends the stream.
 *
 * @since 0.1.0
 * @category streams
 */
export const poll = (
  options: PollOptions = {}
): Stream.Stream<Alarm.Alarm, Alarm.ListError | ApiError.Common, EzvizClient.EzvizClient> => {
  const interval = options.interval ?? "10 seconds"
  const lookBack = Duration.toMillis(options.lookBack ?? "2 minutes")

  const look = (since: number, state: State) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const from = Math.max(since, state.latest - lookBack, now - longestSearch)
      const found = yield* Page.stream(Alarm.list, {
        startTime: DateTime.unsafeMake(from),
        status: options.status ?? "all",
        ...(options.alarmType !== undefined && { alarmType: options.alarmType })
      }).pipe(Stream.runCollect)
      // Pages shift while they are read, so that one alarm may be on two of them.
      const alarms = new Map(Chunk.toReadonlyArray(found).map((alarm) => [alarm.alarmId, alarm]))
      const fresh = [...alarms.values()]
        .filter((alarm) => !state.seen.has(alarm.alarmId) && timeOf(alarm) >= since)
        .sort((one, other) => timeOf(one) - timeOf(other))
      const latest = Math.max(state.latest, ...fresh.map(timeOf))
      const seen = new Map([...state.seen, ...fresh.map((alarm) => [alarm.alarmId, timeOf(alarm)] as const)])
      for (const [id, time] of seen) if (time < latest - lookBack) seen.delete(id)
      return [Chunk.fromIterable(fresh), { latest, seen }] as const
    }).pipe(
      Effect.catchIf(
        (error) => error.retryable,
        (error) =>
          Effect.as(Effect.logWarning("A look for alarms failed", error), [Chunk.empty(), state] as const)
      )
    )

  return Stream.unwrap(
    Effect.map(Clock.currentTimeMillis, (now) => {
      const since = options.since === undefined ? now : DateTime.toEpochMillis(options.since)
      return Stream.concat(Stream.succeed(undefined), Stream.repeatEffect(Effect.sleep(interval))).pipe(
        Stream.mapAccumEffect({ latest: since, seen: new Map<string, number>() } as State, (state) =>
          Effect.map(look(since, state), ([alarms, next]) => [next, alarms] as const)
        ),
        Stream.flattenChunks
      )
    })
  )
}
