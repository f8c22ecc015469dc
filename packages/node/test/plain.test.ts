import { assert, describe, it } from "@effect/vitest"
import { type Operation, Operations } from "@effect-ezviz/core"
import { Arbitrary, DateTime, Duration, FastCheck, Redacted, Schema } from "effect"
import { fromPlain, plainPath, shapeOf, toPlain } from "../src/internal/plain.js"

const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

/** Whether there is a value in it that nobody without Effect could make. */
const isPlain = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  value instanceof Date ||
  (Array.isArray(value)
    ? value.every(isPlain)
    : Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain))

describe("plain values", () => {
  it.each(operations.map((operation) => [operation.definition.id, operation] as const))(
    "%s: every input can be given, every result is plain",
    (_, { definition }) => {
      const shape = shapeOf(definition.payload)
      const input = Schema.typeSchema(definition.payload)
      const same = Schema.equivalence(input)
      FastCheck.assert(
        FastCheck.property(Arbitrary.make(input), (value) => {
          const plain = toPlain(value)
          assert.isTrue(isPlain(plain))
          assert.isTrue(same(fromPlain(shape, plain), value))
        }),
        { numRuns: 20 }
      )
      FastCheck.assert(
        FastCheck.property(Arbitrary.make(Schema.typeSchema(definition.success)), (value) => {
          const { extra: _extra, ...described } = Object(toPlain(value)) as { extra?: unknown }
          assert.isTrue(isPlain(described))
        }),
        { numRuns: 20 }
      )
    }
  )

  const shape = shapeOf(
    Schema.Struct({
      at: Schema.optional(Schema.DateTimeUtcFromNumber),
      life: Schema.DurationFromMillis,
      steps: Schema.Array(
        Schema.Struct({ key: Schema.Redacted(Schema.String), pause: Schema.DurationFromMillis })
      )
    })
  )

  it("converts deep inside, and puts the unit into the name", () => {
    const at = new Date("2026-11-26T00:00:00Z")
    const core = {
      at: DateTime.unsafeFromDate(at),
      life: Duration.minutes(2),
      steps: [{ key: Redacted.make("a"), pause: Duration.millis(1500) }]
    }
    const plain = { at, lifeSeconds: 120, steps: [{ key: "a", pauseSeconds: 1.5 }] }
    assert.deepStrictEqual(toPlain(core), plain)
    const back = fromPlain(shape, plain)
    assert.deepStrictEqual(toPlain(back), plain)
    assert.deepStrictEqual(back, core)
  })

  it("names parameters as the caller does", () => {
    assert.strictEqual(plainPath(shape, "life"), "lifeSeconds")
    assert.strictEqual(plainPath(shape, "steps.3.pause"), "steps.3.pauseSeconds")
    assert.strictEqual(plainPath(shape, "steps.3.key"), "steps.3.key")
    assert.strictEqual(plainPath(shape, "input"), "input")
  })

  it("leaves to the schema what does not fit", () => {
    const odd = {
      at: new Date(Number.NaN),
      life: Number.POSITIVE_INFINITY,
      lifeSeconds: Number.NaN,
      steps: "none"
    }
    assert.deepStrictEqual(fromPlain(shape, odd), { at: odd.at, life: Number.NaN, steps: "none" })
    assert.strictEqual(fromPlain(shape, null), null)
  })
})
