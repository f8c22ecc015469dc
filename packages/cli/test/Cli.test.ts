import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { stripVTControlCharacters } from "node:util"
import { FileSystem } from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import { Failure, Output, Progress } from "@effect-ezviz/cli"
import { Simulator } from "@effect-ezviz/simulator"
import { Cause, Effect, Fiber, Layer, Stream } from "effect"
import { captured, ezviz, ezvizWith, typed } from "./typed.js"

const simulated = Simulator.layer({ devices: 60 })

describe("ezviz", () => {
  it.live("lists devices as a table, as JSON and as lines of JSON", () =>
    Effect.gen(function* () {
      const table = yield* ezviz("devices")
      assert.strictEqual(table.exitCode, 0)
      const lines = table.out.split("\n")
      assert.strictEqual(lines.length, 61)
      assert.match(lines[0] ?? "", /^SERIAL +NAME +TYPE +STATUS +DEFENCE +ENCRYPTED$/)
      assert.match(lines[7] ?? "", /^SIM100006 +Garden 2 +C6N +offline/)

      const json: unknown = JSON.parse((yield* ezviz("devices", "--json")).out)
      assert.isTrue(Array.isArray(json) && json.length === 60)

      const ndjson = (yield* ezviz("devices", "--ndjson")).out.split("\n")
      assert.strictEqual(ndjson.length, 60)
      assert.strictEqual(JSON.parse(ndjson[59] ?? "").deviceSerial, "SIM100059")
    }).pipe(Effect.provide(simulated))
  )

  it.live("does not let a device's name write to the terminal", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      const device = household.devices.get("SIM100000")
      if (device !== undefined) device.deviceName = "\u001b[2JFront\ndoor"
      const { out } = yield* ezviz("devices")
      assert.notInclude(out, "\u001b")
      assert.strictEqual(out.split("\n").length, 61)
    }).pipe(Effect.provide(simulated))
  )

  it.live("saves a picture", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const directory = yield* fs.makeTempDirectoryScoped({ directory: tmpdir() })
      const path = join(directory, "front.jpg")
      const { exitCode, out } = yield* ezviz("snapshot", "SIM100000", "--output", path)
      assert.strictEqual(exitCode, 0)
      assert.strictEqual(out, path)
      assert.deepStrictEqual([...readFileSync(path).subarray(0, 3)], [0xff, 0xd8, 0xff])
    }).pipe(Effect.scoped, Effect.provide(Layer.merge(simulated, NodeContext.layer)))
  )

  it.live("prints a live address that plays", () =>
    Effect.gen(function* () {
      const { out } = yield* ezviz("live", "SIM100000", "--expire-seconds", "60")
      const playlist = yield* Effect.promise(() => fetch(out).then((response) => response.text()))
      assert.isTrue(playlist.startsWith("#EXTM3U"))
    }).pipe(Effect.provide(simulated))
  )

  it.live(
    "shows a write without sending it, asks before it destroys, and takes codes from the environment",
    () =>
      Effect.gen(function* () {
        const { served } = yield* Simulator.Simulator
        const shown = yield* ezviz("device", "remove", "SIM100001", "--dry-run")
        assert.include(shown.out, "POST /api/lapp/device/delete")
        assert.strictEqual(served.length, 0)

        const unasked = yield* ezviz("device", "remove", "SIM100001")
        assert.strictEqual(unasked.exitCode, 2)
        assert.include(unasked.err, "--yes")
        assert.strictEqual(served.length, 0)

        assert.strictEqual((yield* ezviz("device", "remove", "SIM100001", "--yes")).exitCode, 0)
        const secret = { EZVIZ_VALIDATE_CODE: "ABCDEF" }
        const dry = yield* ezvizWith(secret, "device", "add", "SIM900000", "--dry-run")
        assert.include(dry.out, "<redacted>")
        assert.notInclude(dry.out, "ABCDEF")
        assert.strictEqual((yield* ezvizWith(secret, "device", "add", "SIM900000")).exitCode, 0)
        assert.strictEqual((yield* ezviz("device", "rename", "SIM900000", "Attic")).exitCode, 0)
        assert.include((yield* ezviz("status", "SIM900000")).out, "Attic")
      }).pipe(Effect.provide(simulated))
  )

  it.live("ends with a code for each kind of error, and says what to do", () =>
    Effect.gen(function* () {
      const secret = "not-the-secret-of-this-account"
      const wrong = yield* ezvizWith({ EZVIZ_APP_SECRET: secret }, "devices")
      assert.strictEqual(wrong.exitCode, 3)
      assert.notInclude(wrong.err + wrong.out, secret)

      const missing = yield* ezviz("status", "NONE")
      assert.strictEqual(missing.exitCode, 5)
      assert.include(missing.err, "20002")

      assert.strictEqual((yield* ezviz("snapshot", "SIM100006")).exitCode, 6)
      assert.strictEqual((yield* ezviz("snapshot", "SIM100000", "--channel", "0")).exitCode, 2)
      assert.strictEqual((yield* ezviz("frobnicate")).exitCode, 2)
      assert.strictEqual((yield* ezvizWith({ EZVIZ_BASE_URL: "http://127.0.0.1:9" }, "devices")).exitCode, 12)

      const nobody = yield* typed({ XDG_CONFIG_HOME: "/nowhere" }, ["devices"])
      assert.strictEqual(nobody.exitCode, 3)
      assert.include(nobody.err, "ezviz sim")
    }).pipe(Effect.provide(simulated))
  )

  it("does not show a person the stack of a mistake", () => {
    const { exitCode, text } = Failure.report(Cause.die(new Error("a mistake")))
    assert.strictEqual(exitCode, 1)
    assert.strictEqual(text, "Something unexpected: a mistake\nWith --debug it says more.")
  })

  it.live("moves a camera and stops it, and says when it is at its end", () =>
    Effect.gen(function* () {
      const { household, served } = yield* Simulator.Simulator
      assert.strictEqual((yield* ezviz("ptz", "SIM100000", "left", "--seconds", "0.01")).exitCode, 0)
      assert.deepStrictEqual(
        served.map(({ operation }) => operation),
        ["accessToken.get", "ptz.start", "ptz.stop"]
      )
      const camera = household.devices.get("SIM100000")
      if (camera !== undefined) camera.position.pan = -3
      assert.include((yield* ezviz("ptz", "SIM100000", "left", "--seconds", "0.01")).err, "no further")
      assert.strictEqual((yield* ezviz("ptz", "SIM100001", "left")).exitCode, 9)
      assert.strictEqual((yield* ezviz("ptz", "SIM100000", "sideways")).exitCode, 2)
    }).pipe(Effect.provide(simulated))
  )

  it.live("arms a device, and shows what it has recorded", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* ezviz("defence", "SIM100000", "armed")).exitCode, 0)
      assert.match((yield* ezviz("status", "SIM100000")).out, /^Defence +armed$/m)
      assert.strictEqual((yield* ezviz("defence", "SIM100000", "away")).exitCode, 2)
      const recordings = yield* ezviz("recordings", "SIM100000", "--json")
      assert.strictEqual(recordings.exitCode, 0, recordings.err)
      assert.isTrue(Array.isArray(JSON.parse(recordings.out)))
      const backwards = yield* ezviz(
        ...["recordings", "SIM100000", "--from", "2026-01-02 00:00:00", "--to", "2026-01-01 00:00:00"]
      )
      assert.strictEqual(backwards.exitCode, 2)
      assert.include(backwards.err, "endTime")
    }).pipe(Effect.provide(simulated))
  )

  it.live("asks before it upgrades or erases", () =>
    Effect.gen(function* () {
      const { served } = yield* Simulator.Simulator
      assert.include((yield* ezviz("firmware", "version", "SIM100000")).out, "V5.3.8 build 250310")
      const before = served.length
      assert.strictEqual((yield* ezviz("firmware", "upgrade", "SIM100000")).exitCode, 2)
      const unasked = yield* ezviz("format", "SIM100000")
      assert.strictEqual(unasked.exitCode, 2)
      assert.include(unasked.err, "for good")
      assert.include((yield* ezviz("format", "SIM100000", "--dry-run")).out, "PUT /api/v3/device/format/disk")
      assert.strictEqual(served.length, before)
      // It has the newest version already.
      assert.strictEqual((yield* ezviz("firmware", "upgrade", "SIM100001", "--yes")).exitCode, 10)
    }).pipe(Effect.provide(simulated))
  )

  it.effect("tells how far a long work is: as a bar, in words, or in JSON", () =>
    Effect.gen(function* () {
      const steps = [
        { status: "upgrading", percent: 50 },
        { status: "upgrading", percent: 60 },
        { status: "upgraded" }
      ]
      assert.strictEqual(
        Progress.bar(steps[0] ?? { status: "" }),
        "[###############...............]  50 %  upgrading"
      )
      const followed = (format: { json: boolean; ndjson: boolean }) =>
        captured(Progress.follow(Stream.fromIterable(steps), format))
      // No terminal is there to draw a bar at.
      assert.deepStrictEqual((yield* followed({ json: false, ndjson: false })).err, ["upgrading", "upgraded"])
      assert.deepStrictEqual((yield* followed({ json: false, ndjson: true })).out, [
        '{"status":"upgrading","percent":50}',
        '{"status":"upgrading","percent":60}',
        '{"status":"upgraded"}'
      ])
      const { out } = yield* followed({ json: true, ndjson: false })
      assert.deepStrictEqual(JSON.parse(out.join("")), { status: "upgraded" })
    })
  )

  it("fits a table into the width of the terminal, whatever is written in it", () => {
    const columns: Output.Columns<{ serial: string; name: string }> = {
      SERIAL: ({ serial }) => serial,
      NAME: ({ name }) => name
    }
    const items = [
      { serial: "C12345678", name: "A camera over the front door" },
      { serial: "D1", name: "前门的摄像头和门铃" }
    ]
    const fit = stripVTControlCharacters(Output.table(columns, items, 24)).split("\n")
    assert.deepStrictEqual(fit, ["SERIAL     NAME", "C12345678  A camera ove…", "D1         前门的摄像头…"])
    const wide = stripVTControlCharacters(Output.table(columns, items, 0))
    assert.include(wide, "A camera over the front door")
    assert.include(wide, "前门的摄像头和门铃")
  })

  it.live("follows alarms as they come", () =>
    Effect.gen(function* () {
      const { appKey, appSecret, household, url } = yield* Simulator.Simulator
      const out: Array<string> = []
      const account = { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url }
      const fiber = yield* Effect.fork(typed(account, ["alarms", "--follow", "--ndjson"], out))
      household.alarms.unshift({
        alarmId: "1",
        alarmType: 10_002,
        alarmTime: Date.now() + 60_000,
        deviceSerial: "SIM100000",
        isChecked: false
      })
      while (out.length === 0) yield* Effect.sleep("10 millis")
      assert.strictEqual(JSON.parse(out[0] ?? "").deviceSerial, "SIM100000")
      yield* Fiber.interrupt(fiber)
    }).pipe(Effect.provide(simulated))
  )

  it.live("calls any operation by the vendor's own parameters, and names the one that does not fit", () =>
    Effect.gen(function* () {
      const info = yield* ezviz("call", "device.getInfo", "--json", '{"deviceSerial":"SIM100000"}')
      assert.strictEqual(JSON.parse(info.out).model, "CS-C6N-A0-1C2WFR")

      const capture = ["call", "device.capture", "--json", '{"deviceSerial":"SIM100000","channelNo":1}']
      assert.include((yield* ezviz(...capture)).out, "<redacted>")
      assert.include((yield* ezviz(...capture, "--reveal")).out, "Signature=")

      const unfit = yield* ezviz("call", "device.capture", "--json", '{"deviceSerial":"SIM100000"}')
      assert.strictEqual(unfit.exitCode, 2)
      assert.include(unfit.err, "channelNo")
      const secret = "hunter2-not-to-be-seen"
      const add = yield* ezviz(
        "call",
        "device.add",
        "--json",
        `{"deviceSerial":1,"validateCode":"${secret}"}`
      )
      assert.include(add.err, "deviceSerial")
      assert.notInclude(add.err + add.out, secret)
      assert.strictEqual((yield* ezviz("call", "device.getInfo", "--json", "nonsense")).exitCode, 2)
    }).pipe(Effect.provide(simulated))
  )

  it.live("runs the simulated cloud without an account, until it is stopped", () =>
    Effect.gen(function* () {
      const out: Array<string> = []
      const fiber = yield* Effect.fork(typed({}, ["sim", "--json", "--devices", "3"], out))
      while (out.length === 0) yield* Effect.sleep("10 millis")
      const { url, appKey, appSecret } = JSON.parse(out[0] ?? "")
      const account = { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url }
      const devices = yield* typed(account, ["devices", "--ndjson"])
      assert.strictEqual(devices.out.split("\n").length, 3)
      yield* Fiber.interrupt(fiber)
      assert.strictEqual((yield* typed(account, ["devices"])).exitCode, 12)
    })
  )

  it.scopedLive("says what is wrong with the faults of a simulated cloud", () =>
    Effect.gen(function* () {
      const fs = yield* FileSystem.FileSystem
      const faults = yield* fs.makeTempFileScoped()
      yield* fs.writeFileString(faults, '[{ "fault": {} }]')
      const refused = yield* typed({}, ["sim", "--faults", faults])
      assert.strictEqual(refused.exitCode, 2)
      assert.include(refused.err, "[0].fault.kind")
    }).pipe(Effect.provide(NodeContext.layer))
  )
})
