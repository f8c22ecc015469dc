/**
 * What a device has recorded, as a timeline.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import * as Recording from "./operations/Recording.js"

/**
 * A time without a gap in its recording.
 *
 * @since 0.1.0
 * @category models
 */
export interface RecordedSpan {
  readonly channelNo: number
  /** `yyyy-MM-dd HH:mm:ss`, as `live.getAddress` takes it. In a zone the documentation does not say. */
  readonly startTime: string
  /** As `startTime`. */
  readonly endTime: string
  /** The vendor's words for why it was recorded, each once. */
  readonly types: ReadonlyArray<string>
}

const later = (one: string, other: string) => (one > other ? one : other)

const joined = (spans: ReadonlyArray<RecordedSpan>, piece: Recording.LocalRecording): Array<RecordedSpan> => {
  const last = spans.at(-1)
  const { channelNo, endTime, startTime, type } = piece
  if (last === undefined || last.channelNo !== channelNo || startTime > last.endTime) {
    return [...spans, { channelNo, startTime, endTime, types: [type] }]
  }
  return [
    ...spans.slice(0, -1),
    {
      ...last,
      endTime: later(last.endTime, endTime),
      types: last.types.includes(type) ? last.types : [...last.types, type]
    }
  ]
}

/**
 * What a device has recorded on its own card or disk in a time, in order; pieces that touch or overlap are one span.
 * Without times, since midnight.
 *
 * @since 0.1.0
 * @category helpers
 */
export const timeline = (
  input: Recording.QueryLocalInput
): Effect.Effect<
  ReadonlyArray<RecordedSpan>,
  Recording.QueryLocalError | ApiError.Common,
  EzvizClient.EzvizClient
> =>
  Effect.map(Recording.queryLocal(input), (pieces) =>
    [...pieces]
      .sort((one, other) => one.channelNo - other.channelNo || (one.startTime < other.startTime ? -1 : 1))
      .reduce<Array<RecordedSpan>>(joined, [])
  )
