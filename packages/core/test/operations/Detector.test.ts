import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Detector, type EzvizClient } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const hub = { deviceSerial: "569262222" }
const detector = { ...hub, detectorSerial: "604216666" }

/** What is sent by calls that are answered with nothing but success. */
const written = (calls: Effect.Effect<void, unknown, EzvizClient.EzvizClient>) => {
  const seen: Array<Cloud.Seen> = []
  return Effect.map(calls, () => seen.map(({ body, url }) => `${url.pathname}?${body}`)).pipe(
    Effect.provide(Cloud.answering(Cloud.ok(), seen))
  )
}

describe("detector.list", () => {
  const wire = {
    detectorSerial: "594012222",
    detectorType: "callhelp",
    detectorState: 1,
    detectorTypeName: "Emergency Button",
    location: "Emergency Button",
    zfStatus: 0,
    uvStatus: 0,
    iwcStatus: 0,
    olStatus: 0,
    atHomeEnable: 1,
    outerEnable: 1,
    sleepEnable: 1,
    updateTime: "2017-09-01 15:30:45"
  }
  const leak = {
    ...wire,
    detectorSerial: "303333333",
    detectorType: "waterlogging",
    detectorTypeName: "waterlogging",
    location: "Washing Room",
    olStatus: 1
  }
  const read = {
    detectorSerial: "594012222",
    detectorType: "emergencyButton",
    detectorState: true,
    detectorTypeName: "Emergency Button",
    location: "Emergency Button",
    zfStatus: false,
    uvStatus: false,
    iwcStatus: false,
    olStatus: false,
    atHomeEnable: true,
    outerEnable: true,
    sleepEnable: true,
    updateTime: "2017-09-01 15:30:45"
  }

  it.effect("reads the sample, wrapped as it is", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Detector.list(hub), [
        read,
        {
          ...read,
          detectorSerial: "303333333",
          detectorType: "waterLeak",
          detectorTypeName: "waterlogging",
          location: "Washing Room",
          olStatus: true
        }
      ])
    }).pipe(
      Effect.provide(
        Cloud.answering({
          body: { result: { data: [wire, leak], code: "200", msg: "Operation succeeded!" } }
        })
      )
    )
  )

  it.effect("reads it as well where it is not wrapped, as nothing else of the vendor's is", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Detector.list(hub), [read])
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok([wire]))))
  )

  it.effect("fails by the code within", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(Detector.list(hub)))._tag, "DeviceSerialInvalid")
    }).pipe(
      Effect.provide(Cloud.answering({ body: { result: { code: "20014", msg: "Network exception." } } }))
    )
  )
})

describe("the cameras of a detector", () => {
  it.effect("that may be are read from the sample", () => {
    const seen: Array<Cloud.Seen> = []
    const ipcs = [
      { deviceSerial: "428888888", channelNo: 1, cameraName: "Outdoor" },
      { deviceSerial: "426666666", channelNo: 1, cameraName: "Indoo" }
    ]
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* Detector.listBindableIpcs(hub), ipcs)
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/detector/ipc/list/bindable")
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(ipcs), seen)))
  })

  it.effect("that are, are read from the sample, and by the name that the table has", () => {
    const seen: Array<Cloud.Seen> = []
    const link = { detectorSerial: "470289999", ipcSerial: "558815555" }
    return Effect.gen(function* () {
      const input = { deviceSerial: "465538888", detectorSerial: "470289999" }
      assert.deepStrictEqual(yield* Detector.listLinkedIpcs(input), [link, link])
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/detector/ipc/list/bind")
      assert.strictEqual(seen[0]?.body, "deviceSerial=465538888&detectorSerial=470289999")
    }).pipe(
      Effect.provide(
        Cloud.answering(Cloud.ok([link, { deviceSerial: "470289999", ipcSerial: "558815555" }]), seen)
      )
    )
  })
})

describe("what a detector is told", () => {
  it.effect("is sent as in the samples", () =>
    Effect.gen(function* () {
      const other = { deviceSerial: "465538888", detectorSerial: "470289999" }
      assert.deepStrictEqual(
        yield* written(
          Effect.gen(function* () {
            yield* Detector.setStatus({ ...detector, enable: true, safeMode: "sleeping" })
            yield* Detector.delete(detector)
            yield* Detector.setIpcLink({ ...other, ipcSerial: "558815555", operation: "delete" })
            yield* Detector.rename({ ...other, newName: "mydetector" })
            yield* Detector.cancelAlarm({ deviceSerial: "465538888" })
            yield* Detector.add({
              deviceSerial: "Q01478043",
              detectorSerial: "Q00786518",
              detectorModel: "T2",
              detectorCode: Redacted.make("ABCDEF")
            })
          })
        ),
        [
          "/api/lapp/detector/status/set?deviceSerial=569262222&detectorSerial=604216666&safeMode=2&enable=1",
          "/api/lapp/detector/delete?deviceSerial=569262222&detectorSerial=604216666",
          "/api/lapp/detector/ipc/relation/set?deviceSerial=465538888&detectorSerial=470289999&ipcSerial=558815555&operation=0",
          "/api/lapp/detector/name/change?deviceSerial=465538888&detectorSerial=470289999&newName=mydetector",
          "/api/lapp/detector/cancelAlarm?deviceSerial=465538888",
          "/api/lapp/detector/add?deviceSerial=Q01478043&detectorSerial=Q00786518&detectorType=T2&detectorCode=ABCDEF"
        ]
      )
    })
  )

  it.effect("knows the modes by the documentation's numbers", () =>
    Effect.gen(function* () {
      for (const [safeMode, number] of [
        ["stay", 0],
        ["away", 1],
        ["sleeping", 2]
      ] as const) {
        const [sent] = yield* written(Detector.setStatus({ ...detector, enable: false, safeMode }))
        assert.include(sent, `&safeMode=${number}&enable=0`)
      }
      const [sent] = yield* written(
        Detector.setIpcLink({ ...detector, ipcSerial: "558815555", operation: "bind" })
      )
      assert.include(sent, "&operation=1")
    })
  )

  it.effect("takes no type for a model, and no name of 50 characters", () =>
    Effect.gen(function* () {
      const detectorCode = Redacted.make("ABCDEF")
      const cases = [
        [Detector.add({ ...detector, detectorModel: "MAGNETOMETER", detectorCode }), "detectorModel"],
        [Detector.add({ ...detector, detectorModel: "fire", detectorCode }), "detectorModel"],
        [Detector.rename({ ...detector, newName: "x".repeat(50) }), "newName"],
        [Detector.rename({ ...detector, newName: "" }), "newName"]
      ] as const
      for (const [call, parameter] of cases) {
        const error = yield* Effect.flip(call)
        if (error._tag !== "InvalidInput") return assert.fail(error._tag)
        assert.strictEqual(error.parameter, parameter)
      }
      yield* Detector.add({ ...detector, detectorModel: "T7", detectorCode })
      yield* Detector.rename({ ...detector, newName: "x".repeat(49) })
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok())))
  )

  it("says which errors there are", () => {
    type Every =
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
    type Told = Every | ApiError.DeviceNetworkError | ApiError.DeviceOffline | ApiError.DeviceTimeout
    expectTypeOf<Detector.ListError>().toEqualTypeOf<Every>()
    expectTypeOf<Detector.ListBindableIpcsError>().toEqualTypeOf<Every>()
    expectTypeOf<Detector.ListLinkedIpcsError>().toEqualTypeOf<Every>()
    expectTypeOf<Detector.DeleteError>().toEqualTypeOf<Told>()
    expectTypeOf<Detector.RenameError>().toEqualTypeOf<Told>()
    expectTypeOf<Detector.SetStatusError>().toEqualTypeOf<Told | ApiError.AlreadyInState>()
    expectTypeOf<Detector.SetIpcLinkError>().toEqualTypeOf<Told | ApiError.CommandNotSupported>()
    expectTypeOf<Detector.CancelAlarmError>().toEqualTypeOf<Told | ApiError.CommandNotSupported>()
    expectTypeOf<Detector.AddError>().toEqualTypeOf<
      Told | ApiError.CommandNotSupported | ApiError.ServerError
    >()
  })
})
