import { assert, describe, it } from "@effect/vitest"
import { TimeZone } from "@effect-ezviz/core"
import { Effect } from "effect"
import { env } from "./household.js"

describe("timeZone", () => {
  it.live("lists the documented zones", () =>
    Effect.gen(function* () {
      const zones = yield* TimeZone.list({})
      assert.strictEqual(zones.length, 105)
      assert.deepStrictEqual(zones.at(-1), {
        tzCode: "210",
        tzValue: "UTC-12:00",
        displayName: "(UTC-12:00) International Date Line West"
      })
    }).pipe(Effect.provide(env()))
  )
})
