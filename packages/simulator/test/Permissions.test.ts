import { assert, describe, it } from "@effect/vitest"
import {
  Alarm,
  Camera,
  Device,
  Live,
  type Operation,
  type Operations,
  Policy,
  Ptz,
  Ram,
  Retry
} from "@effect-ezviz/core"
import { Permissions, Simulator } from "@effect-ezviz/simulator"
import { Effect, Predicate } from "effect"
import { inputOf, operations } from "./examples.js"
import { as, camera, env } from "./household.js"

const accountId = "b3ad7ba927524b748e557572024d4ac2"

const setPolicy = (...statements: ReadonlyArray<Policy.Statement>) =>
  Effect.map(Simulator.Simulator, ({ household }) => {
    const account = household.subAccounts.get(accountId)
    if (account === undefined) return assert.fail("it is seeded")
    account.policy = Policy.make(...statements)
  })

/** A second try tells nothing new. */
const once = Retry.withPolicy({ retries: 0 })

const codeOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.match(effect, {
    onSuccess: () => "200",
    onFailure: (error) => (Predicate.hasProperty(error, "code") ? String(error.code) : String(error))
  })

const ids = (need: (need: Permissions.Need) => boolean) =>
  operations.map(({ definition }) => definition).filter((definition) => need(Permissions.needOf(definition)))

/** What the documentation says of single operations, by the lines of its text. */
const documented: ReadonlyArray<readonly [line: number, keyof typeof Operations.all, Policy.Permission]> = [
  [1271, "device.getStatus", "GET"],
  [3068, "device.getCapabilities", "GET"],
  [3163, "device.getLanguage", "GET"],
  [3214, "device.setLanguage", "CONFIG"],
  [4839, "detector.add", "CONFIG"],
  [4891, "fillLight.getMode", "GET"],
  [4952, "fillLight.setMode", "CONFIG"],
  [5015, "deviceSwitch.get", "GET"],
  [5078, "deviceSwitch.set", "CONFIG"],
  [5141, "workMode.getPlan", "GET"],
  [5216, "workMode.setPlan", "CONFIG"],
  [5278, "alarmSound.getMode", "GET"],
  [5335, "alarmSound.setMode", "CONFIG"],
  [5397, "motionDetect.getArea", "GET"],
  [5461, "motionDetect.setArea", "CONFIG"],
  [5520, "ringtone.play", "CONFIG"],
  [5578, "storage.getFormatStatus", "GET"],
  [5649, "storage.formatDisk", "FORMAT"]
]

describe("what a sub-account may do", () => {
  it("is what the documentation says, where it does", () => {
    for (const [line, id, permission] of documented) {
      const operation = operations.find(({ definition }) => definition.id === id)
      const need = operation && Permissions.needOf(operation.definition)
      assert.strictEqual(typeof need === "function" && need({}), permission, `${id}, line ${line}`)
    }
  })

  it("is decided for every operation", () => {
    assert.deepStrictEqual(
      ids((need) => need === "nothing").map(({ id }) => id),
      ["accessToken.get", "timeZone.list", "ram.getAccount", "ram.updatePassword"]
    )
    assert.deepStrictEqual(
      ids((need) => need === "mainAccount").map(({ id }) => id),
      [
        "device.add",
        "device.delete",
        "ram.createAccount",
        "ram.listAccounts",
        "ram.setPolicy",
        "ram.addStatement",
        "ram.deleteStatements",
        "ram.getToken",
        "ram.deleteAccount"
      ]
    )
    assert.deepStrictEqual(
      ids((need) => need === "visible").map(({ id }) => id),
      ["device.list", "camera.list", "device.getPictureByUuid", "alarm.list"]
    )
    assert.strictEqual(ids(Predicate.isFunction).length, 86 - 4 - 9 - 4)
  })

  it.live(
    "is enforced at every operation: refused without its permission, and with another; done with it",
    () =>
      Effect.gen(function* () {
        const call = (operation: Operation.Operation.Any) =>
          Effect.flatMap(inputOf(operation), (input) => codeOf(once(operation(input))))
        for (const operation of operations) {
          const { definition } = operation
          const need = Permissions.needOf(definition)
          yield* setPolicy()
          if (need === "mainAccount") {
            assert.strictEqual(yield* call(operation), "10031", definition.id)
            continue
          }
          if (typeof need !== "function") continue
          assert.strictEqual(yield* call(operation), "10031", `${definition.id} without a permission`)
          const input: object = yield* inputOf(operation)
          const permission = need(input)
          const serials = ["deviceSerial", "ipcSerial"].flatMap((name) =>
            Predicate.hasProperty(input, name) && typeof input[name] === "string" ? [input[name]] : []
          )
          assert.isAbove(serials.length, 0, `${definition.id} names a device`)
          const all = ["GET", "UPDATE", "CONFIG", "FORMAT", "CAPTURE", "PTZ", "REAL", "REPLAY"]
          const others = all.filter((other) => other !== permission)
          yield* setPolicy(
            Policy.statement(others, serials.map(Policy.device)),
            Policy.statement(all, [Policy.device("SIM100007")])
          )
          assert.strictEqual(yield* call(operation), "10031", `${definition.id} with all but ${permission}`)
          yield* setPolicy(Policy.statement([permission], serials.map(Policy.device)))
          assert.notStrictEqual(yield* call(operation), "10031", `${definition.id} with ${permission}`)
        }
      }).pipe(as(accountId), Effect.provide(env()))
  )

  it.live("is its channels and nothing else", () =>
    Effect.gen(function* () {
      yield* setPolicy(Policy.statement(["Ptz", "GET"], [Policy.camera(camera.deviceSerial, 1)]))
      const left = { ...camera, direction: "left", speed: "slow" } as const
      assert.strictEqual(yield* codeOf(Ptz.start({ ...left, channelNo: 1 })), "200")
      assert.strictEqual(yield* codeOf(Ptz.start({ ...left, channelNo: 2 })), "10031")
      // A channel that is left out is the first; the device itself is more than a channel of it.
      assert.strictEqual(yield* codeOf(Device.getDefencePlan(camera)), "200")
      assert.strictEqual(yield* codeOf(Device.getInfo(camera)), "10031")
      assert.strictEqual(yield* codeOf(Device.getInfo({ deviceSerial: "NONE" })), "10031")
    }).pipe(as(accountId), Effect.provide(env()))
  )

  it.live("tells live video from recordings", () =>
    Effect.gen(function* () {
      yield* setPolicy(Policy.statement(["REAL"], [Policy.device(camera.deviceSerial)]))
      const recording = Live.getAddress({ ...camera, type: "localRecording" })
      assert.strictEqual(yield* codeOf(Live.getAddress({ ...camera, protocol: "hls" })), "200")
      assert.strictEqual(yield* codeOf(recording), "10031")
      yield* setPolicy(Policy.statement(["REPLAY"], [Policy.device(camera.deviceSerial)]))
      assert.strictEqual(yield* codeOf(Live.getAddress({ ...camera, protocol: "hls" })), "10031")
      assert.notStrictEqual(yield* codeOf(recording), "10031")
    }).pipe(as(accountId), Effect.provide(env()))
  )

  it.live("is what it sees in lists, and no picture of anything else", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      for (const deviceSerial of ["SIM100001", "SIM100003", "SIM100009"]) {
        household.alarms.push({
          alarmId: `of ${deviceSerial}`,
          alarmType: 10_002,
          alarmTime: 0,
          deviceSerial,
          isChecked: false
        })
      }
      yield* setPolicy(
        // Not the account's, and none that exists.
        Policy.statement(["GET"], ["SIM900000", "NONE"].map(Policy.device)),
        Policy.statement(["GET"], ["SIM100011", "SIM100003"].map(Policy.device)),
        Policy.statement(["GET"], [Policy.camera("SIM100009", 1), Policy.camera("SIM100001", 2)]),
        Policy.statement(["UPDATE"], [Policy.device("SIM100001")])
      )
      const devices = yield* Device.list({})
      assert.deepStrictEqual(
        devices.items.map(({ deviceSerial }) => deviceSerial),
        ["SIM100003", "SIM100011"]
      )
      assert.strictEqual(devices.total, 2)
      const cameras = yield* Camera.list({})
      assert.deepStrictEqual(
        cameras.items.map(({ deviceSerial }) => deviceSerial),
        ["SIM100003", "SIM100009"]
      )
      const alarms = yield* Alarm.list({ status: "all" })
      assert.deepStrictEqual(
        alarms.items.map(({ alarmId }) => alarmId),
        ["of SIM100003", "of SIM100009"]
      )
      const picture = Device.getPictureByUuid({ uuid: "09076e76501644989b63ba0016ec5776", size: 1080 })
      assert.strictEqual(yield* codeOf(picture), "10031")
      yield* setPolicy(Policy.statement(["GET"], [Policy.device("SIM100000")]))
      assert.strictEqual(yield* codeOf(picture), "200")
    }).pipe(as(accountId), Effect.provide(env()))
  )

  it.live("ends at once when it is frozen, whatever token it has", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      yield* Device.getInfo(camera)
      const account = household.subAccounts.get(accountId)
      if (account === undefined) return assert.fail("it is seeded")
      account.accountStatus = "off"
      assert.strictEqual(yield* codeOf(Device.getInfo(camera)), "10036")
    }).pipe(as(accountId), Effect.provide(env()))
  )

  it.live("follows the policy that is set", () =>
    Effect.gen(function* () {
      const info = codeOf(Device.getInfo({ deviceSerial: "SIM100002" })).pipe(as(accountId))
      assert.strictEqual(yield* info, "10031")
      yield* Ram.addStatement({
        accountId,
        statement: Policy.statement(["GET"], [Policy.device("SIM100002")])
      })
      assert.strictEqual(yield* info, "200")
      yield* Ram.deleteStatements({ accountId, deviceSerial: "SIM100002" })
      assert.strictEqual(yield* info, "10031")
    }).pipe(Effect.provide(env()))
  )
})
