import { assert, describe, it } from "@effect/vitest"
import { type ApiError, TimeZone } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

describe("timeZone", () => {
  it.effect("lists codes with their offsets and names, which the wire spells in a way of its own", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* TimeZone.list({}), [
        { tzCode: "2", tzValue: "UTC+14:00", displayName: "(UTC+14:00) Kiritimati Island" },
        { tzCode: "146", tzValue: "UTC", displayName: "(UTC) Coordinated Universal Time" }
      ])
      yield* TimeZone.list({ language: "SIMPCN" })
      assert.deepStrictEqual(
        seen.map(({ form }) => form.toString()),
        ["", "language=SIMPCN"]
      )
    }).pipe(
      Effect.provide(
        Cloud.answering(
          Cloud.ok([
            { tzCode: "2", tzValue: "UTC+14:00", disPlayName: "(UTC+14:00) Kiritimati Island" },
            { tzCode: "146", tzValue: "UTC", displayName: "(UTC) Coordinated Universal Time" }
          ]),
          seen
        )
      )
    )
  })

  it.effect("refuses another language, by the parameter's name", () =>
    Effect.gen(function* () {
      const language: string = "GERMAN"
      // @ts-expect-error only two are documented
      const error = yield* Effect.flip(TimeZone.list({ language }))
      assert.strictEqual(error._tag, "InvalidInput")
      assert.include(error.message, "language")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok([]))))
  )

  it("says which errors there are", () => {
    expectTypeOf<TimeZone.ListError>().toEqualTypeOf<ApiError.ParameterError | ApiError.ServerDataError>()
  })
})
