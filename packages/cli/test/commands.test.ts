import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect } from "effect"
import * as Process from "./process.js"

const directory = mkdtempSync(join(tmpdir(), "ezviz-commands-"))
beforeAll(Process.make, 60_000)
afterAll(() => {
  Process.remove()
  rmSync(directory, { recursive: true, force: true })
})

const simulated = Simulator.layer()

/** The command with an account in its environment. */
const ezviz = Effect.map(
  Simulator.Simulator,
  ({ appKey, appSecret, url }) =>
    (line: string, stdin = "") =>
      Process.run(line.split(" "), {
        env: {
          EZVIZ_APP_KEY: appKey,
          EZVIZ_APP_SECRET: appSecret,
          EZVIZ_BASE_URL: url,
          XDG_CONFIG_HOME: directory
        },
        stdin,
        cwd: directory
      })
)

describe("ezviz presets", () => {
  it.live("makes a preset, goes back to it and forgets it", () =>
    Effect.gen(function* () {
      const run = yield* ezviz
      const { household } = yield* Simulator.Simulator
      const camera = household.devices.get("SIM100000")
      const added = yield* run("presets add SIM100000 --json")
      assert.strictEqual(added.exitCode, 0, added.err)
      assert.deepStrictEqual(JSON.parse(added.out), { sent: true, result: { index: 2 } })
      assert.strictEqual((yield* run("presets go SIM100000 1")).exitCode, 0)
      assert.strictEqual(camera?.position.pan, 1)
      // It points there already.
      assert.strictEqual((yield* run("presets go SIM100000 1")).exitCode, 10)
      const unasked = yield* run("presets clear SIM100000 2")
      assert.strictEqual(unasked.exitCode, 2)
      assert.isTrue(camera?.presets.has(2))
      assert.strictEqual((yield* run("presets clear SIM100000 2 --yes")).exitCode, 0)
      assert.isFalse(camera?.presets.has(2))
      assert.strictEqual((yield* run("presets go SIM100000 2")).exitCode, 5)
    }).pipe(Effect.provide(simulated))
  )
})

describe("ezviz detectors", () => {
  it.live("lists, renames, binds and deletes the detectors of a hub", () =>
    Effect.gen(function* () {
      const run = yield* ezviz
      const { household } = yield* Simulator.Simulator
      const list = yield* run("detectors list SIM100011")
      assert.match(list.out, /^SERIAL +NAME +TYPE +CONNECTED +GUARDS +TROUBLE$/m)
      assert.strictEqual(list.out.split("\n").length, 4)

      assert.strictEqual((yield* run("detectors rename SIM100011 SIMD00001 Porch")).exitCode, 0)
      assert.match((yield* run("detectors list SIM100011")).out, /^SIMD00001 +Porch /m)

      assert.strictEqual((yield* run("detectors bind SIM100011 SIMD00001 SIM100000")).exitCode, 0)
      const bound = yield* run("detectors cameras SIM100011 --linked-to SIMD00001 --ndjson")
      assert.include(
        bound.out.split("\n").map((line) => JSON.parse(line).ipcSerial),
        "SIM100000"
      )
      assert.strictEqual((yield* run("detectors unbind SIM100011 SIMD00001 SIM100000")).exitCode, 0)
      const unbound = yield* run("detectors cameras SIM100011 --linked-to SIMD00001")
      assert.notInclude(unbound.out, "SIM100000")

      const code = "ABCDEF"
      const added = yield* run("detectors add SIM100011 Q00786518 T2", code)
      assert.strictEqual(added.exitCode, 0, added.err)
      assert.notInclude(added.out + added.err + added.listed, code)
      assert.strictEqual((yield* run("detectors delete SIM100011 Q00786518 --yes")).exitCode, 0)
      assert.isFalse(household.devices.get("SIM100011")?.detectors.has("Q00786518"))
    }).pipe(Effect.provide(simulated))
  )
})

describe("ezviz accounts", () => {
  it.live("creates a sub-account, says what it may do, and gets its token", () =>
    Effect.gen(function* () {
      const run = yield* ezviz
      const { household } = yield* Simulator.Simulator
      const password = "correct horse battery staple"
      const created = yield* run("accounts create gardener --json", `${password}\n`)
      assert.strictEqual(created.exitCode, 0, created.err)
      const id: string = JSON.parse(created.out).result.accountId
      const stored = household.subAccounts.get(id)
      assert.match(stored?.password ?? "", /^[0-9a-f]{32}$/)

      const changed = yield* run(`accounts password ${id}`, `${password}\nanother one\n`)
      assert.strictEqual(changed.exitCode, 0, changed.err)
      const wrong = yield* run(`accounts password ${id}`, `${password}\nanother one\n`)
      assert.notStrictEqual(wrong.exitCode, 0)
      for (const { err, listed, out } of [created, changed, wrong]) {
        for (const secret of [password, "another one", stored?.password ?? ""]) {
          assert.notInclude(out + err + listed, secret)
        }
      }

      assert.strictEqual((yield* run(`accounts statement add ${id} -p GET`)).exitCode, 2)
      const statement = `accounts statement add ${id} -p GET -p REAL -d SIM100000 --camera SIM100001:1`
      assert.strictEqual((yield* run(statement)).exitCode, 0)
      assert.strictEqual(
        (yield* run(`accounts policy show ${id}`)).out,
        "GET, REAL on SIM100000, SIM100001:1"
      )
      // What is shown can be set.
      const shown = yield* run(`accounts policy show ${id} --json`)
      const policy = join(directory, "policy.json")
      writeFileSync(policy, shown.out.replace("GET,REAL", "UPDATE"))
      assert.strictEqual((yield* run(`accounts policy set ${id} ${policy}`)).exitCode, 2)
      assert.strictEqual((yield* run(`accounts policy set ${id} ${policy} --yes`)).exitCode, 0)
      assert.strictEqual((yield* run(`accounts policy show ${id}`)).out, "UPDATE on SIM100000, SIM100001:1")
      assert.strictEqual((yield* run(`accounts policy set ${id} - --yes`, "{}")).exitCode, 2)
      assert.strictEqual((yield* run(`accounts statement delete ${id} SIM100000 --yes`)).exitCode, 0)
      assert.strictEqual((yield* run(`accounts policy show ${id}`)).out, "UPDATE on SIM100001:1")

      const secretly = yield* run(`accounts token ${id} --json`)
      assert.strictEqual(JSON.parse(secretly.out).accessToken, "<redacted>")
      const saved = yield* run(`accounts token ${id} --output token.json`)
      const file = join(directory, "token.json")
      assert.strictEqual(statSync(file).mode & 0o777, 0o600)
      const token: string = JSON.parse(readFileSync(file, "utf8")).accessToken
      assert.isTrue(household.tokens.has(token))
      assert.notInclude(saved.out + saved.err, token)
      const revealed = yield* run(`accounts token ${id} --reveal --json`)
      assert.isTrue(household.tokens.has(JSON.parse(revealed.out).accessToken))

      assert.strictEqual((yield* run(`accounts delete ${id}`)).exitCode, 2)
      assert.strictEqual((yield* run(`accounts delete ${id} --yes`)).exitCode, 0)
      assert.strictEqual((yield* run(`accounts show gardener --by-name`)).exitCode, 5)
    }).pipe(Effect.provide(simulated))
  )
})

describe("ezviz call", () => {
  it.live("takes secrets from standard input alone", () =>
    Effect.gen(function* () {
      const run = yield* ezviz
      const input = '{"deviceSerial":"SIM900000","validateCode":"ABCDEF"}'
      const argument = yield* run(`call device.add --json ${input}`)
      assert.strictEqual(argument.exitCode, 2)
      assert.include(argument.err, "validateCode")
      const piped = yield* run("call device.add --json -", input)
      assert.strictEqual(piped.exitCode, 0, piped.err)
      assert.notInclude(piped.listed + piped.out + piped.err, "ABCDEF")
    }).pipe(Effect.provide(simulated))
  )
})

describe("ezviz", () => {
  it.live("tells that it was interrupted, and takes a full pipe for enough", () =>
    Effect.gen(function* () {
      const stopped = yield* Process.run(["sim"], { interruptAt: "EZVIZ_APP_SECRET" })
      assert.strictEqual(stopped.exitCode, 130)
      assert.strictEqual(stopped.err, "")

      const { appKey, appSecret, url } = yield* Simulator.Simulator
      const piped = spawnSync(
        "bash",
        ["-c", '"$@" | head -n 1; exit $PIPESTATUS', "bash", process.execPath, Process.bin].concat([
          "operations",
          "--ndjson"
        ]),
        {
          encoding: "utf8",
          env: { ...process.env, EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url }
        }
      )
      assert.strictEqual(piped.status, 0, piped.stderr)
      assert.strictEqual(piped.stderr, "")
    }).pipe(Effect.provide(simulated))
  )

  it.live("says what to do about an error, and what led to it only when asked", () =>
    Effect.gen(function* () {
      const run = yield* ezviz
      const missing = yield* run("status NOBODY")
      assert.strictEqual(missing.exitCode, 5)
      assert.strictEqual(missing.err.split("\n").length, 2)
      assert.include(missing.err, "Check the serial number")
      const debugged = yield* run("status NOBODY --debug")
      assert.strictEqual(debugged.exitCode, 5)
      assert.match(debugged.err, /^DeviceNotFound: /m)
      assert.match(debugged.err, /^ +at /m)
      const nowhere = yield* run("snapshot SIM100000 --output /no/such/directory/picture.jpg")
      assert.strictEqual(nowhere.exitCode, 2)
      assert.strictEqual(nowhere.err, "/no/such/directory/picture.jpg: not found")
      const mistyped = yield* run("status")
      assert.strictEqual(mistyped.exitCode, 2)
      assert.include(mistyped.err, "<deviceSerial>")
      assert.include(mistyped.err, "--help")
    }).pipe(Effect.provide(simulated))
  )
})
