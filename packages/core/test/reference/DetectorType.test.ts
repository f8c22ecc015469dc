import { assert, describe, it } from "@effect/vitest"
import { DetectorType } from "@effect-ezviz/core"
import { Schema } from "effect"

/** The documentation's second table: model, type, name. */
const table = `
T4	FIRE	Smoke Detector
T3	CALLHELP	Emergency Button
T2	MAGNETOMETER	Magnetic Contact
T1	PIR	IR Detector
T5	CURTAIN	Curtain
K2	TELECONTROL	Remote Control
T6	MOVE_MAGNETOMETER	Open-close Detector
T9	ALERTOR	Alarm Device
T8	GAS	Combustible Gas
T10	WATERLOGGING	Water Leak`
  .trim()
  .split("\n")
  .map((row) => row.split("\t"))

describe("DetectorType", () => {
  it("has every documented code", () => {
    assert.sameMembers(Object.values(DetectorType.codes), [
      ...["V", "I", "O", "PIR", "FIRE", "MAGNETOMETER", "GAS", "WATERLOGGING", "CALLHELP", "TELECONTROL"],
      ...["ALERTOR", "KEYBOARD", "CURTAIN", "MOVE_MAGNETOMETER"]
    ])
  })

  it("leads from models to types and back", () => {
    assert.strictEqual(table.length, Object.keys(DetectorType.models).length)
    for (const [model = "", code = ""] of table) {
      const type = DetectorType.fromCode(code)
      assert.isDefined(type)
      assert.strictEqual(DetectorType.ofModel(model), type)
      assert.strictEqual(type && DetectorType.modelOf(type), model)
    }
    assert.strictEqual(DetectorType.ofModel("t2"), "magneticContact")
    assert.isUndefined(DetectorType.ofModel("T7"))
    assert.isUndefined(DetectorType.ofModel("constructor"))
    assert.isUndefined(DetectorType.modelOf("keyboard"))
  })

  it("reads a code in either case, and keeps one that nobody has described", () => {
    const read = Schema.decodeUnknownSync(DetectorType.Output)
    assert.strictEqual(read("callhelp"), "emergencyButton")
    assert.strictEqual(read("CALLHELP"), "emergencyButton")
    assert.strictEqual(read("gas2"), "gas2")
    assert.strictEqual(Schema.encodeSync(DetectorType.Output)("emergencyButton"), "CALLHELP")
  })
})
