/**
 * What a method gives back: a promise, and the other ways to take its outcome.
 *
 * @since 0.1.0
 */
import type { Page } from "./Operations.js"

/**
 * What every method takes besides its input.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallOptions {
  /** Ends the call: the request is closed, and the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined
  /** How failed attempts of this call are repeated, where it differs from the client's; `false` for not at all. */
  readonly retry?: RetryOptions | false | undefined
  /** The limit of this call with all its attempts, where it differs from the client's. */
  readonly timeoutMillis?: number | undefined
  /** The limit of each of its attempts, likewise. */
  readonly attemptTimeoutMillis?: number | undefined
}

/**
 * How a call is tried again: after a wait at random up to a limit that doubles from one retry to the next. Only
 * errors that pass by themselves are retried, and only where repeating the call does no harm.
 *
 * @since 0.1.0
 * @category models
 */
export interface RetryOptions {
  /** How often a call is tried again. Default: 3. */
  readonly retries?: number | undefined
  /** The longest wait before the first retry. Default: 500. */
  readonly baseMillis?: number | undefined
  /** The longest wait there is. Default: 8,000. */
  readonly capMillis?: number | undefined
}

/**
 * The outcome of a call as a value.
 *
 * @since 0.1.0
 * @category models
 */
export type Result<A, E> =
  | { readonly ok: true; readonly value: A; readonly error?: undefined }
  | { readonly ok: false; readonly error: E; readonly value?: undefined }

/**
 * The answer that a value was read from.
 *
 * @since 0.1.0
 * @category models
 */
export interface Answer {
  readonly httpStatus: number
  /** The host that answered. */
  readonly host: string
  /** The vendor's code, as a string. */
  readonly code: string
  /** The vendor's text. */
  readonly message: string
  /** The vendor's id of this request, where it gave one. */
  readonly requestId?: string
  /** How many requests were sent for this call, retries and replays included. */
  readonly attempts: number
  /** The data as it came. */
  readonly data: unknown
}

/**
 * Something under way. `await` it for its value; it rejects with one of the errors in `E`, with an `AbortError` when
 * it was ended by its signal, or with an `InternalError`, which is a mistake of this library.
 *
 * @since 0.1.0
 * @category models
 */
export interface Task<out A, out E> extends Promise<A> {
  /** The outcome as a value, with the very errors it may have in its type. Rejects only when aborted. */
  safe(): Promise<Result<A, E>>
}

/**
 * The call of an operation, under way.
 *
 * @since 0.1.0
 * @category models
 */
export interface Call<out A, out E> extends Task<A, E> {
  /** The value together with the answer it was read from. */
  withResponse(): Promise<{ readonly value: A; readonly response: Answer }>
}

/**
 * A page that knows where it stands.
 *
 * @since 0.1.0
 * @category models
 */
export interface NumberedPage<out A> extends Page<A> {
  /** The index that was asked for. */
  readonly pageStart: number
}

/**
 * A call for a list: `await` it for one page, or go through all items with `for await`, page after page.
 *
 * @since 0.1.0
 * @category models
 */
export interface PagedCall<out A, out E> extends Call<Page<A>, E>, AsyncIterable<A> {
  /** Page after page, each with its index: to go on later, give the next one as `pageStart`. */
  pages(): AsyncIterableIterator<NumberedPage<A>>
  /** Every item of every page, from `pageStart` on. */
  toArray(): Promise<Array<A>>
}
