/**
 * The formatting of a device's card or disk from beginning to end.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import { follow } from "./internal/follow.js"
import * as Storage from "./operations/Storage.js"

/**
 * How far formatting is. It ends with `normal`, or with `faulty`.
 *
 * @since 0.1.0
 * @category models
 */
export interface FormatProgress {
  readonly status: Storage.StorageMedium["status"]
  /** In percent, while it is `formatting`. */
  readonly percent?: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FormatOptions {
  /** How often to look. Default: every 5 seconds. */
  readonly interval?: Duration.DurationInput | undefined
  /** When to give up following it; the formatting itself goes on. Default: after 30 minutes. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * @since 0.1.0
 * @category errors
 */
export type FormatError =
  | Exclude<Storage.FormatDiskError, ApiError.DeviceFormatting>
  | Storage.GetFormatStatusError
  | ApiError.Common

/**
 * **Erases a card or disk of a device: every recording on it is lost, for good.** Tells how far it is whenever that
 * changes. Joins a formatting that is under way. A device that is out of reach meanwhile is no error.
 *
 * @since 0.1.0
 * @category streams
 */
export const run = (
  input: Storage.FormatDiskInput,
  { interval = "5 seconds", timeout = "30 minutes" }: FormatOptions = {}
): Stream.Stream<FormatProgress, FormatError, EzvizClient.EzvizClient> =>
  Stream.suspend(() => {
    let looks = 0
    const look = Effect.map(Storage.getFormatStatus({ deviceSerial: input.deviceSerial }), ({ media }) => {
      const medium = media.find(({ index }) => index === input.diskIndex)
      looks += 1
      // At first it may still be as it was: the device has only just been told.
      if (medium === undefined || (looks === 1 && medium.status !== "formatting")) return undefined
      const { formattingRate, status } = medium
      return Data.struct<FormatProgress>({
        status,
        ...(status === "formatting" && formattingRate !== undefined && { percent: formattingRate })
      })
    })
    const start = Effect.catchTag(Storage.formatDisk(input), "DeviceFormatting", () => Effect.void)
    const isLast = ({ status }: FormatProgress) => status === "normal" || status === "faulty"
    return Stream.concat(
      Stream.drain(Stream.fromEffect(start)),
      follow(Storage.formatDisk.definition.id, look, isLast, { interval, timeout })
    )
  })
