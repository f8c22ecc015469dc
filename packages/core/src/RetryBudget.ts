/**
 * How many retries a process can afford. When much fails, retries are what keeps a service down; so each one costs,
 * successes pay back, and with nothing left the first failure stands.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** What can be saved up. Default: 500, which is a hundred retries in a row. */
  readonly capacity?: number | undefined
  /** What a retry costs. A call that succeeds in the end gets it back. Default: 5. */
  readonly cost?: number | undefined
  /** What a call that succeeds at once pays in. Default: 1. */
  readonly deposit?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Budget {
  /** Pays for a retry, if there is enough. */
  readonly withdraw: () => boolean
  /** A call succeeded, after so many retries. */
  readonly succeeded: (retries: number) => void
}

/**
 * A budget that is full.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Budget => {
  const { capacity = 500, cost = 5, deposit = 1 } = options
  let balance = capacity
  return {
    withdraw: () => {
      if (balance < cost) return false
      balance -= cost
      return true
    },
    succeeded: (retries) => {
      balance = Math.min(capacity, balance + (retries === 0 ? deposit : cost))
    }
  }
}

/**
 * The budget of the calls below: one for the whole process unless another is provided.
 *
 * @since 0.1.0
 * @category references
 */
export class RetryBudget extends /*#__PURE__*/ Context.Reference<RetryBudget>()(
  "@effect-ezviz/core/RetryBudget",
  { defaultValue: (): Budget => make() }
) {}

/**
 * A budget for a client of its own.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options = {}): Layer.Layer<never> =>
  Layer.sync(RetryBudget, () => make(options))
