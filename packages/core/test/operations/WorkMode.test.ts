import { assert, describe, it } from "@effect/vitest"
import { type ApiError, WorkMode } from "@effect-ezviz/core"
import { Effect } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const deviceSerial = "FAK0000000000000000000:000000000"
const headers = { accessToken: "at.planted", deviceSerial }

const sample = (plan: object = {}) => ({
  subSerial: deviceSerial,
  subType: 2,
  weekPlans: [
    {
      weekDay: "0,1",
      timePlan: [{ beginTime: "08:00", endTime: "18:00", eventArg: "mode:1", ...plan }]
    }
  ]
})

describe("workMode.getPlan", () => {
  it.effect("asks by header alone and reads the sample", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* WorkMode.getPlan({ deviceSerial }), {
        deviceSerial,
        subType: 2,
        weekPlans: [
          {
            weekDays: ["sunday", "monday"],
            timePlans: [{ startTime: "08:00", endTime: "18:00", mode: "performance" }]
          }
        ]
      })
      assert.deepStrictEqual(
        log.map((seen) => Cloud.written(seen)),
        [{ line: "GET /api/v3/device/timing/plan/get", headers, body: "" }]
      )
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(sample()), log)))
  })

  for (const [eventArg, mode] of [
    ["3", "superPowerSaving"],
    [0, "powerSaving"],
    ["mode:9", 9]
  ] as const) {
    it.effect(`reads ${JSON.stringify(eventArg)} as ${mode}`, () =>
      Effect.gen(function* () {
        const { weekPlans } = yield* WorkMode.getPlan({ deviceSerial })
        assert.strictEqual(weekPlans[0]?.timePlans[0]?.mode, mode)
      }).pipe(Effect.provide(Cloud.answering(Cloud.v3(sample({ eventArg })))))
    )
  }

  it.effect("reads no plan as none", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* WorkMode.getPlan({ deviceSerial }), { deviceSerial, weekPlans: [] })
    }).pipe(Effect.provide(Cloud.answering(Cloud.v3({ subSerial: deviceSerial, weekPlans: null }))))
  )
})

describe("workMode.setPlan", () => {
  const plan = {
    deviceSerial,
    enable: true,
    startTime: "08:00",
    endTime: "18:00",
    weekDays: ["sunday", "monday", "tuesday", "wednesday", "thursday", "saturday"]
  } as const

  it.effect("sends texts in a JSON body, and the token and the device in headers", () => {
    const log: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      yield* WorkMode.setPlan({ ...plan, mode: "normal" })
      yield* WorkMode.setPlan({ ...plan, enable: false })
      const bodies = log.map(({ body }): unknown => JSON.parse(body))
      // As the table's example of the week.
      const sent = { enable: "1", startTime: "08:00", endTime: "18:00", week: "0,1,2,3,4,6" }
      assert.deepStrictEqual(bodies, [
        { ...sent, eventArg: "2" },
        { ...sent, enable: "0" }
      ])
      assert.deepStrictEqual(log.map((seen) => ({ ...Cloud.written(seen), body: "" }))[0], {
        line: "POST /api/v3/device/timing/plan/set",
        headers,
        body: ""
      })
      assert.strictEqual(log[0]?.headers["content-type"], "application/json")
    }).pipe(Effect.provide(Cloud.withToken(Cloud.v3(), log)))
  })

  for (const [parameter, wrong] of [
    ["startTime", { startTime: "8:00" }],
    ["endTime", { endTime: "24:00" }],
    ["weekDays", { weekDays: [] }],
    ["weekDays", { weekDays: ["monday", "monday"] }]
  ] as const) {
    it.effect(`refuses ${JSON.stringify(wrong)}`, () => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(WorkMode.setPlan({ ...plan, ...wrong }))
        assert.strictEqual(error._tag === "InvalidInput" && error.parameter, parameter)
        assert.strictEqual(log.length, 0)
      }).pipe(Effect.provide(Cloud.answering(Cloud.v3(), log)))
    })
  }

  it("fails as it is documented to", () =>
    expectTypeOf<WorkMode.SetPlanError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.PermissionDenied
      | ApiError.DeviceNotFound
      | ApiError.DeviceNetworkError
      | ApiError.DeviceOffline
      | ApiError.DeviceTimeout
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
      | ApiError.ServerDataError
      | ApiError.CommandNotSupported
    >())
})
