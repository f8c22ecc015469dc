/**
 * From pages to a stream of everything.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import type * as Operation from "./Operation.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** How many pages are asked for ahead of the one that is being read. Default: 0. */
  readonly prefetch?: number | undefined
  /** How many pages are read at most. Default: 10,000, which is more than any account has. */
  readonly maxPages?: number | undefined
}

/**
 * A page that knows where it stands.
 *
 * @since 0.1.0
 * @category models
 */
export interface NumberedPage<out A> extends Operation.Page<A> {
  /** The index that was asked for. To go on after this page, give the next one as the input's `pageStart`. */
  readonly pageStart: number
}

/** A list that never ends must end all the same. */
const guard = 10_000

/** What is known of the list before a page is asked for. */
interface Position {
  readonly pageStart: number
  readonly seen: number
  readonly previous: string
}

/**
 * A paged list page after page, from the input's `pageStart` on, in pages of 50 unless the input says otherwise.
 *
 * The server's `total` is believed only where it says what a page that is not full says too: it may shrink, grow or be
 * wrong while the list is read. The list has ended at an empty page, and at one that repeats the page before it.
 *
 * @example
 * ```ts
 * import { Device, Page } from "@effect-ezviz/core"
 * import { Effect, Stream } from "effect"
 *
 * // Goes on where an earlier run has stopped: save `pageStart` when a page is done.
 * const program = (lastDone: number) =>
 *   Page.pages(Device.list, { pageStart: lastDone + 1 }, { prefetch: 2 }).pipe(
 *     Stream.runForEach(({ items, pageStart }) => Effect.log(`page ${pageStart}: ${items.length} devices`))
 *   )
 * ```
 *
 * @since 0.1.0
 * @category streams
 */
export const pages = <I extends Operation.PageInput, A, E extends ApiError.CodedError>(
  operation: Operation.Paged<I, A, E>,
  input: I,
  { maxPages = guard, prefetch = 0 }: Options = {}
): Stream.Stream<NumberedPage<A>, E | ApiError.Common, EzvizClient.EzvizClient> => {
  const first = input.pageStart ?? 0
  const pageSize = input.pageSize ?? 50
  const read = ({ pageStart, previous, seen }: Position) =>
    Effect.map(operation({ ...input, pageStart, pageSize }), (page) => {
      const content = JSON.stringify(page.items)
      if (page.items.length === 0 || content === previous) {
        return [Chunk.empty<NumberedPage<A>>(), Option.none<Position>()] as const
      }
      const next = { pageStart: pageStart + 1, seen: seen + page.items.length, previous: content }
      // The server may use smaller pages than asked for, so that what was counted says more than any arithmetic.
      const isLast =
        first === 0 && page.total !== undefined && next.seen >= page.total && page.items.length < pageSize
      const isEnough = next.pageStart - first >= maxPages
      return [
        Chunk.of({ ...page, pageStart }),
        isLast || isEnough ? Option.none<Position>() : Option.some(next)
      ] as const
    })
  const all =
    maxPages <= 0
      ? Stream.empty
      : Stream.paginateChunkEffect({ pageStart: first, seen: 0, previous: "" }, read)
  return prefetch > 0 ? Stream.buffer(all, { capacity: prefetch }) : all
}

/**
 * Every item of a paged list: as `pages`, item by item.
 *
 * @since 0.1.0
 * @category streams
 */
export const stream = <I extends Operation.PageInput, A, E extends ApiError.CodedError>(
  operation: Operation.Paged<I, A, E>,
  input: I,
  options?: Options
): Stream.Stream<A, E | ApiError.Common, EzvizClient.EzvizClient> =>
  Stream.mapConcat(pages(operation, input, options), ({ items }) => items)
