/**
 * Faults on demand.
 *
 * @since 0.1.0
 */

/**
 * What a call is answered instead of the truth.
 *
 * @since 0.1.0
 * @category models
 */
export type Effect =
  | { readonly kind: "code"; readonly code: string }
  /** A gateway's page instead of JSON. */
  | { readonly kind: "html"; readonly status: number }
  /** The right answer, cut in half. */
  | { readonly kind: "truncate" }
  /** The connection is closed without an answer: before the call took effect, or after. */
  | { readonly kind: "reset"; readonly when?: "before" | "after" | undefined }
  /** The right answer, late. */
  | { readonly kind: "delay"; readonly millis: number }

/**
 * Which calls are struck, and how often.
 *
 * @since 0.1.0
 * @category models
 */
export interface Rule {
  /** The operation's id; any when left out. */
  readonly operation?: string | undefined
  readonly fault: Effect
  /** How many calls are struck before the rule is spent; `Infinity` never ends. Default: 1. */
  readonly times?: number | undefined
  /** The share of calls that are struck, up to 1. Default: 1. */
  readonly probability?: number | undefined
}

/**
 * Rules in the order they were given, each until it is spent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeRules = () => {
  const rules: Array<{ readonly rule: Rule; left: number }> = []
  return {
    add: (rule: Rule): void => {
      rules.push({ rule, left: rule.times ?? 1 })
    },
    /** The fault that strikes a call of this operation, if one does. `draw` is random, from 0 to 1. */
    strike: (operation: string, draw: number): Effect | undefined => {
      let rest = draw
      for (const [index, each] of rules.entries()) {
        const { fault, operation: only, probability = 1 } = each.rule
        if (only !== undefined && only !== operation) continue
        if (rest >= probability) {
          // What is left of a draw is as random as the draw was.
          rest = (rest - probability) / (1 - probability)
          continue
        }
        each.left -= 1
        if (each.left <= 0) rules.splice(index, 1)
        return fault
      }
      return undefined
    }
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Rules extends ReturnType<typeof makeRules> {}
