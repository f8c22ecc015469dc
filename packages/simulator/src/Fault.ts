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
  /** The connection is closed without an answer. */
  | { readonly kind: "reset" }
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
  /** How many calls are struck before the rule is spent. Default: 1. */
  readonly times?: number | undefined
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
    /** The fault that strikes a call of this operation, if one does. */
    strike: (operation: string): Effect | undefined => {
      const index = rules.findIndex(
        ({ rule }) => rule.operation === undefined || rule.operation === operation
      )
      const found = rules[index]
      if (found === undefined) return undefined
      found.left -= 1
      if (found.left <= 0) rules.splice(index, 1)
      return found.rule.fault
    }
  }
}
