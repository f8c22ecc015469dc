import { assert, describe, it } from "@effect/vitest"
import { type ApiError, AreaGrid, MotionDetect } from "@effect-ezviz/core"
import { Effect, FastCheck } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "FAK0000000000000000000:000000000"
const headers = { accessToken: "at.planted", deviceSerial, channelNo: "2" }
const channel = { deviceSerial, channelNo: 2 }
const area = [0, 48, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]

const sample = { deviceSerial, channelNo: 2, rows: 0, columns: 0, area }

describe("motionDetect.getArea", () => {
  it.effect("asks by headers alone and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* MotionDetect.getArea(channel), sample)
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen, ["channelNo"])),
        [{ line: "GET /api/v3/device/motion/detect/get", headers, body: "" }]
      )
      // Printed with the Chinese host; asked where the token is valid.
      assert.strictEqual(log[0]?.url.host, "open.ezvizlife.com")
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(sample), log)))
  })

  it("asks the areaDomain, not the host that its page prints", () =>
    assert.strictEqual(MotionDetect.getArea.definition.host, "areaDomain"))

  it.effect("reads an area as the text that sets it, and none as no rows", () =>
    Effect.gen(function* () {
      const areas = yield* Effect.forEach(["8,8,8", [], null, ""], (area) =>
        Effect.map(
          Effect.provide(MotionDetect.getArea(channel), Cloud.answering(Cloud.v3({ ...sample, area }))),
          (answer) => answer.area
        )
      )
      assert.deepStrictEqual(areas, [[8, 8, 8], [], [], []])
    })
  )
})

describe("motionDetect.setArea", () => {
  it.effect("sends the rows in the query, as the table's example", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* MotionDetect.setArea({ ...channel, area: [8, 8, 8] })
      assert.strictEqual(log[0]?.url.searchParams.get("area"), "8,8,8")
      assert.strictEqual([...(log[0]?.url.searchParams ?? [])].length, 1)
      const { headers: sent, body } = log[0]
        ? Cloud.written(log[0], ["channelNo"])
        : { headers: {}, body: "" }
      assert.deepStrictEqual(
        [log[0]?.method, log[0]?.url.pathname, sent, body],
        ["POST", "/api/v3/device/motion/detect/set", headers, ""]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  it("sends back what was read, cell by cell", () => {
    const cells = AreaGrid.toCells(area, 6)
    assert.deepStrictEqual(cells?.[1], [true, true, false, false, false, false])
    assert.deepStrictEqual(cells?.[2], [false, false, false, false, true, true])
    assert.deepStrictEqual(AreaGrid.fromCells(cells ?? []), area)
  })

  for (const wrong of [[], [-1], [1.5], [Number.NaN], [2 ** 53]]) {
    it.effect(`refuses ${JSON.stringify(wrong)}`, () => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(MotionDetect.setArea({ ...channel, area: wrong }))
        assert.strictEqual(error._tag, "InvalidInput")
        assert.match(error._tag === "InvalidInput" ? error.parameter : "", /^area(\.0)?$/)
        assert.strictEqual(log.length, 0)
      }).pipe(Effect.provide(Cloud.answering(Cloud.v3(), log)))
    })
  }

  it.effect.prop(
    "arrives number by number",
    [FastCheck.array(FastCheck.nat(), { minLength: 1 })],
    ([area]) => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        yield* MotionDetect.setArea({ ...channel, area })
        assert.deepStrictEqual(log[0]?.url.searchParams.get("area")?.split(",").map(Number), area)
      }).pipe(Effect.provide(Cloud.answering(Cloud.v3(), log)))
    }
  )

  it("fails as it is documented to, and reading as its sibling", () => {
    expectTypeOf<Extract<MotionDetect.GetAreaError, ApiError.CommandNotSupported>>().not.toBeNever()
    expectTypeOf<Exclude<MotionDetect.SetAreaError, MotionDetect.GetAreaError>>().toEqualTypeOf<
      ApiError.ServerDataError | ApiError.DeviceNetworkError | ApiError.DeviceTimeout
    >()
  })
})
