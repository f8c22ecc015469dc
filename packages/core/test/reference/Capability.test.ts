import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Capability } from "@effect-ezviz/core"
import { Duration } from "effect"
import { expectTypeOf } from "vitest"

interface Row {
  readonly field: string
  readonly values: Readonly<Record<string, string>> | null
}

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../catalogue/${file}`, import.meta.url), "utf8"))

/** The documentation's table, and the names of its sample besides. */
const table: {
  readonly deviceCapabilities: ReadonlyArray<Row>
  readonly detectorGuardMatrix: ReadonlyArray<{
    readonly outgoing: number
    readonly sleep: number
    readonly home: number
  }>
} = read("capabilities.json")
const names: ReadonlyArray<{ readonly name: string }> = read("capability-names.json")

const hub = {
  ptz_left_right: "0",
  support_channel_number: 0,
  support_encrypt: "0",
  support_language: "FRENCH,SPANISH,RUSSIAN,KOREAN,ITALIAN,GERMAN,ENGLISH",
  support_modify_detectorguard: "0,0,7,7,7,0,7,0,0,0",
  support_protection_mode: "1",
  support_related_device: "2",
  support_talk: "0",
  support_upgrade: "1",
  support_wifi: "3",
  video_quality_capacity: []
}

describe("Capability", () => {
  it("has a name for every name of the table and of the sample, and each leads back", () => {
    assert.strictEqual(table.deviceCapabilities.length, 120)
    assert.strictEqual(names.length, 132)
    const wire = new Set([
      ...table.deviceCapabilities.map(({ field }) => field),
      ...names.map(({ name }) => name)
    ])
    for (const wireName of wire) {
      const name = Capability.nameOf(wireName)
      assert(name !== undefined, wireName)
      if (wireName !== "supprot_encrypt") assert.strictEqual(Capability.wireNameOf(name), wireName)
    }
    // The table's 120 and the sample's 12 have one in common, which each spells in its own way.
    const ours = Object.values({ ...Capability.features, ...Capability.settings })
    assert.strictEqual(new Set(ours).size, ours.length)
    assert.strictEqual(ours.length, 131)
    for (const wireName of ours) assert.isTrue(wire.has(wireName), wireName)
  })

  it("calls a feature what can be unsupported, and a setting what cannot", () => {
    for (const { field, values } of table.deviceCapabilities) {
      const name = Capability.nameOf(field)
      if (values === null || name === undefined) continue
      const canBeMissing = /not supported|^none$|^no protection mode/.test(values[0] ?? "")
      assert.strictEqual(Object.hasOwn(Capability.features, name), canBeMissing, field)
    }
  })

  it("names every number for which the table has more than no and yes", () => {
    const more = table.deviceCapabilities.filter(
      ({ values }) =>
        values !== null && (Object.keys(values).length !== 2 || !/^(not )?supported/.test(values[0] ?? ""))
    )
    assert.sameMembers(
      more.map(({ field }) => Capability.nameOf(field)),
      Object.keys(Capability.levels)
    )
    for (const { field, values } of more) {
      const [, enumeration] =
        Object.entries(Capability.levels).find(([name]) => name === Capability.nameOf(field)) ?? []
      assert.sameMembers(
        Object.values(enumeration?.values ?? {}).map(String),
        Object.keys(values ?? {}),
        field
      )
    }
  })

  it("reads both spellings of what is misspelt", () => {
    assert.isTrue(Capability.supports({ supprot_encrypt: "1" }, "encryption"))
    assert.isTrue(Capability.supports({ support_encrypt: "1" }, "encryption"))
    assert.isFalse(Capability.supports({ support_encrypt: "0" }, "encryption"))
    assert.strictEqual(Capability.nameOf("supprot_encrypt"), "encryption")
    assert.strictEqual(Capability.wireNameOf("encryption"), "support_encrypt")
    assert.isTrue(Capability.supports({ support_modify_guard: "0,0,7" }, "detectorGuard"))
  })

  it("takes what is missing for not supported", () => {
    assert.isFalse(Capability.supports({}, "ptz"))
    assert.deepStrictEqual(Capability.supported({}), [])
    assert.strictEqual(Capability.level({}, "talk"), "notSupported")
    assert.deepStrictEqual(Capability.languages({}), [])
    assert.deepStrictEqual(Capability.detectorGuard({}), [])
    assert.isFalse(Capability.supports(Object.create({ support_ptz: "1" }), "ptz"))
    for (const nothing of [null, "", undefined, [], "0", 0, false, " 0 "]) {
      assert.isFalse(Capability.supports({ support_talk: nothing }, "talk"), JSON.stringify(nothing))
    }
  })

  it("takes numbers, texts and booleans alike", () => {
    for (const yes of ["1", 1, true, "2", " 1 "]) {
      assert.isTrue(Capability.supports({ support_upgrade: yes }, "upgrade"), JSON.stringify(yes))
    }
    assert.deepStrictEqual(Capability.supported(hub), [
      "protectionMode",
      "detectorGuard",
      "relatedDevice",
      "wifi",
      "upgrade",
      "language"
    ])
  })

  it("sees that newer devices have four capabilities in the place of one", () => {
    for (const name of ["support_ptz", "ptz_top_bottom", "ptz_left_right", "ptz_45", "ptz_zoom"]) {
      assert.isTrue(Capability.supports({ support_ptz: "0", [name]: "1" }, "ptz"), name)
    }
    assert.isFalse(Capability.supports({ support_ptz: "1" }, "ptzZoom"))
    assert.isFalse(Capability.supports({ ptz_preset: "1" }, "ptz"))
  })

  it("names the levels", () => {
    assert.strictEqual(Capability.level({ support_talk: "3" }, "talk"), "halfDuplex")
    assert.strictEqual(Capability.level({ support_wifi: 3 }, "wifi"), "oneKey")
    assert.strictEqual(Capability.level({ support_talk: "2" }, "talk"), 2)
    assert.strictEqual(Capability.level({ support_ptz_model: "0" }, "ptzModel"), "directAndForwarded")
    assert.isUndefined(Capability.level({}, "ptzModel"))
    assert.strictEqual(Capability.level({}, "p2pProtocol"), "old")
    assert.strictEqual(Capability.level({}, "streamTransport"), "tcp")
    assert.isUndefined(Capability.level({ support_talk: "loud" }, "talk"))
    expectTypeOf(Capability.level({}, "streamTransport")).toEqualTypeOf<"tcp" | "udp" | number | undefined>()
  })

  it("parses lists, ratios and times", () => {
    assert.deepStrictEqual(Capability.languages(hub), [
      "FRENCH",
      "SPANISH",
      "RUSSIAN",
      "KOREAN",
      "ITALIAN",
      "GERMAN",
      "ENGLISH"
    ])
    assert.deepStrictEqual(Capability.languages({ support_language: "0" }), [])
    assert.deepStrictEqual(Capability.resolution({ support_resolution: "4-3" }), { width: 4, height: 3 })
    assert.deepStrictEqual(Capability.resolution({}), { width: 16, height: 9 })
    assert.isTrue(Duration.equals(Capability.restartTime({ support_restart_time: "90" }), "90 seconds"))
    assert.isTrue(Duration.equals(Capability.restartTime({}), "120 seconds"))
  })

  it("reads which detectors can be armed in which mode, also with the stray space of the documentation", () => {
    const expected = table.detectorGuardMatrix.map((row) =>
      [row.outgoing, row.sleep, row.home].map((bit) => bit === 1)
    )
    for (const list of ["0,0,7,7,7,0,7,0,0,0", "0,0,7,7, 7,0,7,0,0,0"]) {
      const guards = Capability.detectorGuard({ support_modify_detectorguard: list })
      assert.deepStrictEqual(
        guards.map(({ away, home, sleep }) => [away, sleep, home]),
        expected
      )
    }
    const [smoke, , , , , , , , , , unknown] = Capability.detectorGuard({
      support_modify_detectorguard: "4,0,7,7,7,0,7,0,0,0,1"
    })
    assert.deepStrictEqual(smoke, { detector: "smoke", away: false, sleep: false, home: true })
    assert.deepStrictEqual(unknown, { detector: 10, away: true, sleep: false, home: false })
  })

  it("gives out what it does not know", () => {
    assert.isUndefined(Capability.nameOf("support_teleport"))
    assert.strictEqual(Capability.value({ support_teleport: 2 }, "support_teleport"), "2")
    assert.deepStrictEqual(Capability.value(hub, "videoQuality"), [])
    assert.isUndefined(Capability.value({}, "toString"))
    assert.isUndefined(Capability.nameOf("toString"))
    assert.strictEqual(Capability.value({ support_resolution: "16-9" }, "resolution"), "16-9")
  })
})
