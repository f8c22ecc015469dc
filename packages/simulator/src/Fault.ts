/**
 * Faults on demand.
 *
 * @since 0.1.0
 */
import { Operations } from "@effect-ezviz/core"
import * as Schema from "effect/Schema"

/**
 * @since 0.1.0
 * @category schemas
 */
export const Effect = Schema.Union(
  Schema.Struct({ kind: Schema.Literal("code"), code: Schema.NonEmptyString }),
  /** A gateway's page instead of JSON. */
  Schema.Struct({ kind: Schema.Literal("html"), status: Schema.Int.pipe(Schema.between(200, 599)) }),
  /** The right answer, cut in half. */
  Schema.Struct({ kind: Schema.Literal("truncate") }),
  /** The connection is closed without an answer: before the call took effect, or after. Default: before. */
  Schema.Struct({ kind: Schema.Literal("reset"), when: Schema.optional(Schema.Literal("before", "after")) }),
  /** The right answer, late. */
  Schema.Struct({ kind: Schema.Literal("delay"), millis: Schema.NonNegative })
)

/**
 * What a call is answered instead of the truth.
 *
 * @since 0.1.0
 * @category models
 */
export type Effect = typeof Effect.Type

const isOperation = (id: string): id is keyof typeof Operations.all => Object.hasOwn(Operations.all, id)

/**
 * @since 0.1.0
 * @category schemas
 */
export const Rule = Schema.Struct({
  /** The operation's id; any when left out. */
  operation: Schema.optional(
    Schema.String.pipe(
      Schema.filter(isOperation, { message: () => "Expected an operation's id, such as device.getInfo" })
    )
  ),
  fault: Effect,
  /** How many calls are struck before the rule is spent; `Infinity`, in JSON `"always"`, never ends. Default: 1. */
  times: Schema.optional(
    Schema.Union(
      Schema.transformLiteral("always", Number.POSITIVE_INFINITY),
      Schema.Int.pipe(Schema.positive())
    ).annotations({
      message: () => ({ message: 'Expected a whole number from 1, or "always"', override: true })
    })
  ),
  /** The share of calls that are struck, up to 1. Default: 1. */
  probability: Schema.optional(Schema.Number.pipe(Schema.between(0, 1)))
})

/**
 * Which calls are struck, and how often.
 *
 * @since 0.1.0
 * @category models
 */
export interface Rule extends Schema.Schema.Type<typeof Rule> {}

/**
 * @since 0.1.0
 * @category schemas
 */
export const Active = Schema.Struct({
  /** By which it is removed. */
  id: Schema.Int,
  rule: Rule,
  /** How many calls it still strikes. */
  left: Rule.fields.times.from
})

/**
 * A rule that is not spent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Active extends Schema.Schema.Type<typeof Active> {}

/**
 * Rules in the order they were given, each until it is spent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeRules = () => {
  let count = 0
  let rules: ReadonlyArray<Active> = []
  const remove = (id: number): boolean => {
    const before = rules.length
    rules = rules.filter((each) => each.id !== id)
    return rules.length < before
  }
  return {
    add: (rule: Rule): Active => {
      count += 1
      const added = { id: count, rule, left: rule.times ?? 1 }
      rules = [...rules, added]
      return added
    },
    list: (): ReadonlyArray<Active> => rules,
    /** Whether there was such a rule. */
    remove,
    clear: (): void => {
      rules = []
    },
    /** The fault that strikes a call of this operation, if one does. `draw` is random, from 0 to 1. */
    strike: (operation: string, draw: number): Effect | undefined => {
      let rest = draw
      for (const each of rules) {
        const { fault, operation: only, probability = 1 } = each.rule
        if (only !== undefined && only !== operation) continue
        if (rest >= probability) {
          // What is left of a draw is as random as the draw was.
          rest = (rest - probability) / (1 - probability)
          continue
        }
        if (each.left <= 1) remove(each.id)
        else rules = rules.map((rule) => (rule === each ? { ...each, left: each.left - 1 } : rule))
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
