import { assert, describe, it } from "@effect/vitest"
import { WallClock } from "@effect-ezviz/core"
import { DateTime } from "effect"

describe("a wall-clock time", () => {
  it("is what the clocks of a zone show, in summer and in winter", () => {
    const shown = (instant: string, timeZone: string) =>
      WallClock.fromZoned(DateTime.unsafeMakeZoned(instant, { timeZone }))
    assert.strictEqual(shown("2022-08-22T05:59:13Z", "Asia/Shanghai"), "2022-08-22 13:59:13")
    assert.strictEqual(shown("2022-07-01T23:30:00Z", "Europe/Berlin"), "2022-07-02 01:30:00")
    assert.strictEqual(shown("2022-01-01T23:30:00Z", "Europe/Berlin"), "2022-01-02 00:30:00")
  })

  it("is an instant once its offset is known, and back", () => {
    const instant = DateTime.unsafeMake("2022-08-22T05:59:13Z")
    assert.strictEqual(WallClock.fromUtc(instant, 480), "2022-08-22 13:59:13")
    assert.strictEqual(WallClock.fromUtc(instant, -330), "2022-08-22 00:29:13")
    for (const [text, offset] of [
      ["2022-08-22 13:59:13", 480],
      ["2022-08-22 00:29:13", -330]
    ] as const) {
      assert.deepStrictEqual(WallClock.toUtc(text, offset), instant)
    }
  })

  it("that does not exist is no instant", () => {
    for (const text of ["2022-02-30 00:00:00", "2022-08-22 24:00:01", "2022-08-22T13:59:13", "yesterday"]) {
      assert.isUndefined(WallClock.toUtc(text, 0))
    }
  })
})
