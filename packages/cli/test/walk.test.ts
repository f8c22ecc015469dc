import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { Cli, ExitCode, Help } from "@effect-ezviz/cli"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect, Fiber } from "effect"
import { typed } from "./typed.js"

interface Case {
  readonly path: string
  readonly args?: ReadonlyArray<string>
  /** What it does: shows, changes here, changes there, destroys. */
  readonly does: "read" | "local" | "write" | "destroy"
  readonly env?: Readonly<Record<string, string>>
  /** What was typed before. */
  readonly after?: ReadonlyArray<string>
  /** Takes minutes, or needs what was done before: it is only shown. */
  readonly onlyShown?: boolean
  /** The option that asks for JSON. */
  readonly json?: ReadonlyArray<string>
}

const hub = "SIM100011"
const detector = "SIMD00001"
const account = "b3ad7ba927524b748e557572024d4ac2"
const code = "ABCDEF"
const passwords = { EZVIZ_ACCOUNT_OLD_PASSWORD: "until now", EZVIZ_ACCOUNT_PASSWORD: "from now on" }

const directory = mkdtempSync(join(tmpdir(), "ezviz-walk-"))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const policyFile = join(directory, "policy.json")
writeFileSync(policyFile, '{"Statement":[{"Permission":"GET","Resource":["dev:SIM100000"]}]}')

const cases: ReadonlyArray<Case> = [
  { path: "login", does: "local" },
  { path: "logout", does: "local", after: ["login"] },
  { path: "profiles", does: "read" },
  { path: "devices", does: "read" },
  { path: "cameras", does: "read" },
  { path: "status", args: ["SIM100000"], does: "read" },
  { path: "device add", args: ["SIM900000"], does: "write", env: { EZVIZ_VALIDATE_CODE: code } },
  { path: "device remove", args: ["SIM100001"], does: "destroy" },
  { path: "device rename", args: ["SIM100001", "Attic"], does: "write" },
  { path: "device encrypt", args: ["SIM100000"], does: "write" },
  {
    path: "device decrypt",
    args: ["SIM100000"],
    does: "write",
    env: { EZVIZ_VALIDATE_CODE: code },
    after: ["device", "encrypt", "SIM100000"]
  },
  { path: "snapshot", args: ["SIM100000", "--output", join(directory, "picture.jpg")], does: "read" },
  { path: "live", args: ["SIM100000"], does: "read" },
  { path: "ptz", args: ["SIM100000", "left", "--seconds", "0.01"], does: "write" },
  { path: "presets add", args: ["SIM100000"], does: "write" },
  { path: "presets go", args: ["SIM100000", "1"], does: "write" },
  { path: "presets clear", args: ["SIM100000", "1"], does: "destroy" },
  { path: "detectors list", args: [hub], does: "read" },
  { path: "detectors status", args: [hub, detector, "stay", "on"], does: "write" },
  { path: "detectors rename", args: [hub, detector, "Back door"], does: "write" },
  {
    path: "detectors add",
    args: [hub, "Q00786518", "T2"],
    does: "write",
    env: { EZVIZ_DETECTOR_CODE: code }
  },
  { path: "detectors delete", args: [hub, detector], does: "destroy" },
  { path: "detectors cameras", args: [hub], does: "read" },
  { path: "detectors bind", args: [hub, detector, "SIM100000"], does: "write" },
  { path: "detectors unbind", args: [hub, detector, "SIM100000"], does: "write" },
  { path: "detectors cancel-alarm", args: [hub], does: "write" },
  { path: "defence", args: ["SIM100000", "armed"], does: "write" },
  { path: "alarms", does: "read" },
  { path: "recordings", args: ["SIM100000"], does: "read" },
  { path: "firmware version", args: ["SIM100000"], does: "read" },
  { path: "firmware upgrade", args: ["SIM100000"], does: "destroy", onlyShown: true },
  { path: "format", args: ["SIM100000"], does: "destroy", onlyShown: true },
  { path: "accounts list", does: "read" },
  { path: "accounts show", args: [account], does: "read" },
  { path: "accounts create", args: ["gardener"], does: "write", env: passwords },
  { path: "accounts password", args: [account], does: "write", env: passwords, onlyShown: true },
  { path: "accounts delete", args: [account], does: "destroy" },
  { path: "accounts policy show", args: [account], does: "read" },
  { path: "accounts policy set", args: [account, policyFile], does: "destroy" },
  {
    path: "accounts statement add",
    args: [account, "-p", "GET", "-p", "REAL", "--device", "SIM100000", "--camera", "SIM100001:1"],
    does: "write"
  },
  { path: "accounts statement delete", args: [account, "SIM100000"], does: "destroy" },
  { path: "accounts token", args: [account], does: "read" },
  {
    path: "call",
    args: ["device.delete", "--json", '{"deviceSerial":"SIM100001"}'],
    does: "destroy",
    json: ["--ndjson"]
  },
  { path: "operations", does: "read" }
]

/** They end only when they are stopped, and are tried by themselves. */
const endless = ["sim", "webhook"]

const walked = (path: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  Help.namesBelow(Cli.groups, path).flatMap((name) =>
    Cli.groups.has([...path, name].join(" ")) ? walked([...path, name]) : [[...path, name].join(" ")]
  )

const simulated = Simulator.layer({ devices: 12 })

const tried = ({ after, args = [], env, path }: Case) =>
  Effect.gen(function* () {
    const { appKey, appSecret, served, url } = yield* Simulator.Simulator
    const XDG_CONFIG_HOME = mkdtempSync(join(directory, "home-"))
    const variables = {
      EZVIZ_APP_KEY: appKey,
      EZVIZ_APP_SECRET: appSecret,
      EZVIZ_BASE_URL: url,
      XDG_CONFIG_HOME,
      ...env
    }
    if (after !== undefined) yield* typed(variables, after)
    const before = served.length
    return {
      calls: () => served.slice(before),
      run: (...more: ReadonlyArray<string>) => typed(variables, [...path.split(" "), ...args, ...more])
    }
  })

describe("every command", () => {
  it("is tried here", () => {
    assert.deepStrictEqual([...walked()].sort(), [...cases.map(({ path }) => path), ...endless].sort())
  })

  for (const each of cases) {
    const { does, env = {}, json = ["--json"], onlyShown = false, path } = each
    const yes = does === "destroy" ? ["--yes"] : []

    it.live(`${path}: has help`, () =>
      Effect.gen(function* () {
        const { exitCode, out } = yield* typed({}, [...path.split(" "), "--help"])
        assert.strictEqual(exitCode, 0)
        assert.match(out, new RegExp(`^Usage: ezviz ${path}`))
        assert.include(out, "DESCRIPTION")
        assert.include(out, "--profile")
        assert.notInclude(out, "\u001b")
      })
    )

    if (!onlyShown) {
      it.live(`${path}: prints JSON`, () =>
        Effect.gen(function* () {
          const { run } = yield* tried(each)
          const { err, exitCode, out } = yield* run(...json, ...yes)
          assert.strictEqual(exitCode, 0, err)
          JSON.parse(out)
          for (const secret of Object.values(env)) assert.notInclude(out + err, secret)
        }).pipe(Effect.provide(simulated))
      )
      it.live(`${path}: prints lines of JSON`, () =>
        Effect.gen(function* () {
          const { run } = yield* tried(each)
          const { err, exitCode, out } = yield* run("--ndjson", ...yes)
          assert.strictEqual(exitCode, 0, err)
          for (const line of out === "" ? [] : out.split("\n")) JSON.parse(line)
        }).pipe(Effect.provide(simulated))
      )
    }

    if (does === "write" || does === "destroy") {
      it.live(`${path}: shows what it would send, and sends nothing`, () =>
        Effect.gen(function* () {
          const { calls, run } = yield* tried(each)
          const { err, exitCode, out } = yield* run("--dry-run", ...json)
          assert.strictEqual(exitCode, 0, err)
          const shown = JSON.parse(out)
          assert.strictEqual(shown.sent, false)
          assert.match(shown.path, /^\/api\//)
          for (const secret of Object.values(env)) assert.notInclude(out + err, secret)
          if (Object.keys(env).length > 0) assert.include(out, "<redacted>")
          assert.strictEqual((yield* run("--dry-run")).exitCode, 0)
          assert.deepStrictEqual(calls(), [])
        }).pipe(Effect.provide(simulated))
      )
    }

    if (does === "destroy") {
      it.live(`${path}: does not destroy unasked`, () =>
        Effect.gen(function* () {
          const { calls, run } = yield* tried(each)
          const { err, exitCode } = yield* run()
          assert.strictEqual(exitCode, ExitCode.ofCategory.input)
          assert.include(err, "--yes")
          assert.deepStrictEqual(calls(), [])
        }).pipe(Effect.provide(simulated))
      )
    }
  }

  for (const path of [...Cli.groups.keys()]) {
    const words = path === "" ? [] : path.split(" ")
    it.live(`ezviz ${path}: tells its commands, asked or not`, () =>
      Effect.gen(function* () {
        const asked = yield* typed({}, [...words, "--help"])
        assert.strictEqual(asked.exitCode, 0)
        for (const name of Help.namesBelow(Cli.groups, words)) {
          assert.match(asked.out, new RegExp(`^  ${name} +[A-Z].*\\.$`, "m"))
        }
        const unasked = yield* typed({}, words)
        assert.strictEqual(unasked.exitCode, 2)
        assert.strictEqual(unasked.err, asked.out)
      })
    )

    it.live(`ezviz ${path}: names its own commands where there is no such`, () =>
      Effect.gen(function* () {
        const { err, exitCode } = yield* typed({}, [...words, "dance", "SIM100000"])
        assert.strictEqual(exitCode, 2)
        const names = Help.namesBelow(Cli.groups, words).join(", ")
        assert.include(err, `${["ezviz", ...words].join(" ")} has no command "dance", but ${names}.`)
      })
    )
  }

  it.live("has exit codes that help and README tell", () =>
    Effect.gen(function* () {
      const { out } = yield* typed({}, ["--help"])
      const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
      for (const [code, meaning] of ExitCode.meanings) {
        assert.match(out, new RegExp(`^  ${code} +${meaning}$`, "m"))
        assert.match(readme, new RegExp(`\\| ${code} +\\| ${meaning} +\\|`))
      }
      for (const code of Object.values(ExitCode.ofCategory)) {
        assert.isTrue(ExitCode.meanings.some(([documented]) => documented === code))
      }
    })
  )

  it.live("sim: prints JSON, and goes on until it is stopped", () =>
    Effect.gen(function* () {
      const lines: Array<string> = []
      const fiber = yield* Effect.fork(typed({}, ["sim", "--json"], lines))
      while (lines.length === 0) yield* Effect.sleep("10 millis")
      assert.match(JSON.parse(lines[0] ?? "").url, /^http:/)
      yield* Fiber.interrupt(fiber)
    })
  )
})
