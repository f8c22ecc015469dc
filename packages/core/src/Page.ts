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

/** More pages than any account has: a list that never ends must end all the same. */
const defaultMaxPages = 10_000

/**
 * Every item of a paged list, page after page, from `pageStart` on, in pages of 50 unless the input says otherwise.
 * Ends at an empty page whatever `total` says, and after `maxPages` (10,000) at the latest.
 *
 * @since 0.1.0
 * @category streams
 */
export const stream = <I extends Operation.PageInput, A, E extends ApiError.CodedError>(
  operation: Operation.Paged<I, A, E>,
  input: I,
  options: { readonly maxPages?: number } = {}
): Stream.Stream<A, E | ApiError.Common, EzvizClient.EzvizClient> => {
  const first = input.pageStart ?? 0
  const end = first + (options.maxPages ?? defaultMaxPages)
  const pageSize = input.pageSize ?? 50
  return Stream.paginateChunkEffect(first, (pageStart) =>
    Effect.map(operation({ ...input, pageStart, pageSize }), (page) => {
      // The server may have used a smaller page than asked for; only an empty one says that there is no more.
      const known = (page.pageStart ?? pageStart) * (page.pageSize ?? pageSize) + page.items.length
      const complete =
        page.items.length === 0 ||
        (page.total !== undefined && known >= page.total && page.items.length < pageSize)
      return [
        Chunk.fromIterable(page.items),
        complete || pageStart + 1 >= end ? Option.none() : Option.some(pageStart + 1)
      ] as const
    })
  )
}
