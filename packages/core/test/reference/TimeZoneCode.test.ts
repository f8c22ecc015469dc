import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { TimeZoneCode } from "@effect-ezviz/core"

/** The documentation's list. */
const documented: ReadonlyArray<{
  readonly tzCode: string
  readonly tzValue: string
  readonly disPlayName: string
}> = JSON.parse(readFileSync(new URL("../../catalogue/time-zones.json", import.meta.url), "utf8"))

describe("TimeZoneCode", () => {
  it("has every zone of the documentation, in its order", () => {
    assert.strictEqual(documented.length, 105)
    assert.deepStrictEqual(
      TimeZoneCode.all.map(({ places, tzCode, tzValue }) => ({
        tzCode,
        tzValue,
        disPlayName: `(${tzValue}) ${places}`
      })),
      documented
    )
  })

  it("finds a zone by its code, and the zones of an offset", () => {
    assert.deepStrictEqual(TimeZoneCode.find("66"), {
      tzCode: "66",
      tzValue: "UTC+05:45",
      offsetMinutes: 345,
      places: "Kathmandu"
    })
    assert.strictEqual(TimeZoneCode.find(66)?.places, "Kathmandu")
    assert.isUndefined(TimeZoneCode.find("67"))
    assert.deepStrictEqual(
      TimeZoneCode.withValue("UTC").map(({ tzCode }) => tzCode),
      ["140", "142", "144", "146"]
    )
    assert.deepStrictEqual(TimeZoneCode.withValue("nonsense"), [])
  })

  it("knows the offset of any zone, listed or not", () => {
    for (const [value, minutes] of [
      ["UTC+14:00", 840],
      ["UTC-03:30", -210],
      ["UTC", 0],
      ["UTC+08:45", 525],
      ["UTC-00:00", 0],
      ["Europe/Berlin", undefined],
      ["188", undefined]
    ] as const) {
      assert.strictEqual(TimeZoneCode.offsetMinutes(value), minutes)
    }
  })
})
