/** The promises that methods give back. */
import type { Answer, Call, NumberedPage, PagedCall, Result, Task } from "../Call.js"
import type { Page } from "../Operations.js"

/** How a call ended, and in what answer. `thrown` is what is no error of the operation: it rejects even where errors are values. */
export type Outcome<A, R> =
  | { readonly kind: "value"; readonly value: A; readonly response: R }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "thrown"; readonly error: unknown }

/**
 * Has an error tell the line that made the call. Its own stack, of the fiber that failed, says nothing to a caller.
 */
export const fromHere = (method: Function): ((error: unknown) => unknown) => {
  const here: { stack?: string } = {}
  Error.captureStackTrace(here, method)
  return (error) => {
    const frames = here.stack?.split("\n").slice(1).join("\n")
    if (error instanceof Error && frames) error.stack = `${error.name}: ${error.message}\n${frames}`
    return error
  }
}

const unwrap = <A, R>(outcome: Outcome<A, R>): { readonly value: A; readonly response: R } => {
  if (outcome.kind !== "value") throw outcome.error
  return outcome
}

/** Runs once, and at once: a call that nobody awaits is made all the same. */
class StartedTask<A, R> implements Task<A, unknown> {
  readonly [Symbol.toStringTag] = "Promise"
  #started: { readonly outcome: Promise<Outcome<A, R>>; readonly value: Promise<A> } | undefined
  readonly #run: () => Promise<Outcome<A, R>>

  constructor(run: () => Promise<Outcome<A, R>>) {
    this.#run = run
  }

  /** Where nobody takes what this gives back, a failure is an unhandled rejection, as it is with any promise. */
  start(): { readonly outcome: Promise<Outcome<A, R>>; readonly value: Promise<A> } {
    if (this.#started === undefined) {
      const outcome = this.#run()
      this.#started = { outcome, value: outcome.then((outcome) => unwrap(outcome).value) }
    }
    return this.#started
  }

  /** For who sees a failure in the outcome. */
  take(): Promise<Outcome<A, R>> {
    const { outcome, value } = this.start()
    value.catch(() => {})
    return outcome
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<B = A, C = never>(
    onValue?: ((value: A) => B | PromiseLike<B>) | null,
    onError?: ((error: unknown) => C | PromiseLike<C>) | null
  ): Promise<B | C> {
    return this.start().value.then(onValue, onError)
  }

  catch<B = never>(onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.then(undefined, onError)
  }

  finally(onEnd?: (() => void) | null): Promise<A> {
    return this.then().finally(onEnd)
  }

  async safe(): Promise<Result<A, unknown>> {
    const outcome = await this.take()
    return outcome.kind === "error"
      ? { ok: false, error: outcome.error }
      : { ok: true, value: unwrap(outcome).value }
  }
}

class StartedCall<A> extends StartedTask<A, Answer> implements Call<A, unknown> {
  async withResponse(): Promise<{ readonly value: A; readonly response: Answer }> {
    const { response, value } = unwrap(await this.take())
    return { value, response }
  }
}

async function* itemsOf<A>(pages: AsyncIterable<Page<A>>): AsyncGenerator<A, void, undefined> {
  for await (const { items } of pages) yield* items
}

class StartedPagedCall<A> extends StartedCall<Page<A>> implements PagedCall<A, unknown> {
  readonly #pages: () => AsyncGenerator<NumberedPage<A>, void, undefined>
  #isIterated = false

  constructor(
    run: () => Promise<Outcome<Page<A>, Answer>>,
    pages: () => AsyncGenerator<NumberedPage<A>, void, undefined>
  ) {
    super(run)
    this.#pages = pages
  }

  /** Waits until the caller has shown what he wants: who goes through all the items needs no page besides. */
  startUnlessIterated(): void {
    queueMicrotask(() => {
      if (!this.#isIterated) this.start()
    })
  }

  pages(): AsyncGenerator<NumberedPage<A>, void, undefined> {
    this.#isIterated = true
    return this.#pages()
  }

  [Symbol.asyncIterator](): AsyncGenerator<A, void, undefined> {
    return itemsOf(this.pages())
  }

  async toArray(): Promise<Array<A>> {
    const all: Array<A> = []
    for await (const item of this) all.push(item)
    return all
  }
}

/** Starts something. */
export const makeTask = <A>(run: () => Promise<Outcome<A, undefined>>): Task<A, unknown> => {
  const task = new StartedTask(run)
  task.start()
  return task
}

/** Starts a call. */
export const makeCall = <A>(run: () => Promise<Outcome<A, Answer>>): Call<A, unknown> => {
  const call = new StartedCall(run)
  call.start()
  return call
}

/** Starts a call for a page, unless all items are asked for at once. */
export const makePagedCall = <A>(
  run: () => Promise<Outcome<Page<A>, Answer>>,
  pages: () => AsyncGenerator<NumberedPage<A>, void, undefined>
): PagedCall<A, unknown> => {
  const call = new StartedPagedCall(run, pages)
  call.startUnlessIterated()
  return call
}
