import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Alarm, AlarmType, EzvizClient } from "@effect-ezviz/core"
import { Effect, Layer } from "effect"
import * as Cloud from "../cloud.js"

/** The documentation's table: both of its lists have the same rows. */
const documented: ReadonlyArray<{ readonly code: number | null; readonly name: string }> = JSON.parse(
  readFileSync(new URL("../../catalogue/alarm-types.json", import.meta.url), "utf8")
)

describe("AlarmType", () => {
  it("has every documented type once, but -1, which asks for all", () => {
    const expected = documented.map(({ code, name }) => (name === "Wi-Fi Recovered" ? 12105 : code))
    assert.sameMembers(
      Object.values(AlarmType.codes),
      expected.filter((code) => code !== -1)
    )
    assert.strictEqual(AlarmType.names.length, 178)
    assert.strictEqual(new Set(Object.values(AlarmType.codes)).size, 178)
  })

  it("names them with the documentation's words", () => {
    // What is put in other words, misspelt in the documentation, or a word that says too little.
    const other: Record<string, string> = {
      over: "high",
      tempering: "tampering",
      lotering: "loitering",
      batter: "battery",
      aux: "auxiliary",
      ok: "recovered",
      recovery: "recovered",
      conflicted: "conflict"
    }
    const reworded = new Set([
      12011, 12012, 12015, 12016, 12072, 12073, 12074, 12075, 12078, 12079, 12080, 12081, 12083, 12085, 12089,
      12090, 12094
    ])
    const letters = (words: ReadonlyArray<string>) => [...words].sort().join(" ")
    const wordsOf = (text: string) =>
      text
        .replace("Wi-Fi", "Wifi")
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .replace(/(\d)([a-z])/gi, "$1 $2")
        .replace(/([a-z])(\d)/gi, "$1 $2")
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "" && word !== "or")
        .map((word) => other[word] ?? word)
        // The number that tells two types of one name apart.
        .filter((word) => !/^12\d{3}$/.test(word))
        .map((word) => word.replace(/ion$|ed$/, ""))
    for (const { code, name } of documented) {
      const actual = AlarmType.fromWire(code ?? 12105)
      if (code === -1 || reworded.has(code ?? 0)) continue
      assert.strictEqual(letters(wordsOf(actual ?? "")), letters(wordsOf(name)), String(code))
    }
  })

  it("finds a type both ways", () => {
    for (const name of AlarmType.names) {
      assert.strictEqual(AlarmType.fromWire(AlarmType.codes[name]), name)
      assert.strictEqual(AlarmType.fromWire(String(AlarmType.codes[name])), name)
    }
  })

  it("understands the words of pushes, however they are written", () => {
    assert.strictEqual(AlarmType.fromWire("motiondetect"), "motionDetectionAlarm")
    assert.strictEqual(AlarmType.fromWire("pir"), "pirEvent")
    assert.strictEqual(AlarmType.fromWire("alarmMove"), "motionDetectionAlarm")
    assert.strictEqual(AlarmType.fromWire("fire"), "smokeAlarm")
    assert.strictEqual(AlarmType.fromWire("shelteralarm"), "videoTamperingAlarm")
    assert.strictEqual(AlarmType.fromWire("SmartFaceDet"), "faceDetectionEvent")
  })

  it.effect("is how alarms are asked for and told, unknown ones by their number", () => {
    const log: Array<Cloud.Seen> = []
    const alarm = {
      alarmId: "1",
      alarmName: "",
      alarmTime: 0,
      channelNo: 1,
      isEncrypt: 0,
      isChecked: 0,
      preTime: 0,
      delayTime: 0,
      deviceSerial: "1",
      alarmPicUrl: "",
      relationAlarms: []
    }
    return Effect.gen(function* () {
      const { items } = yield* Alarm.list({ alarmType: "wifiRecovered" })
      assert.deepStrictEqual(
        items.map(({ alarmType }) => alarmType),
        ["pirEvent", 54321]
      )
      yield* Alarm.list({ alarmType: 54321 })
      // A number that has a name is understood as well.
      yield* Alarm.list({ alarmType: 10000 })
      assert.deepStrictEqual(
        log.map(({ form }) => form.get("alarmType")),
        ["12105", "54321", "10000"]
      )
      const error = yield* Effect.flip(Alarm.list({ alarmType: "motion" as "pirEvent" }))
      assert.strictEqual(error._tag === "InvalidInput" && error.parameter, "alarmType")
      assert.include(error.message, "one of 178 names such as")
      assert.isBelow(error.message.length, 200)
    }).pipe(
      Effect.provide(
        EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
          Layer.provide(
            Cloud.layer(
              () =>
                Effect.succeed(
                  Cloud.ok([
                    { ...alarm, alarmType: 10000 },
                    { ...alarm, alarmType: 54321 }
                  ])
                ),
              log
            )
          )
        )
      )
    )
  })

  it("leaves what it does not know alone", () => {
    for (const wire of [-1, 0, 10007, 99999, "", "constructor", "pirEvent2", "10000.5"]) {
      assert.isUndefined(AlarmType.fromWire(wire), String(wire))
    }
  })
})
