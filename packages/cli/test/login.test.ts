import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Account } from "@effect-ezviz/cli"
import { Simulator } from "@effect-ezviz/simulator"
import { ConfigError, ConfigProvider, Context, Effect, Layer, Option } from "effect"
import * as Process from "./process.js"

beforeAll(Process.make, 60_000)
afterAll(Process.remove)

/** A place for the credentials, which is gone with the test. */
const home = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "ezviz-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const secret = "not-to-be-seen-anywhere-at-all"
const simulated = Simulator.layer({ devices: 3, appSecret: secret })

const filesIn = (path: string): ReadonlyArray<string> =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe("the name of a profile", () => {
  it.effect("in EZVIZ_PROFILE is held to the same rule as --profile", () =>
    Effect.gen(function* () {
      const read = (name: string) =>
        Effect.withConfigProvider(
          Account.profileName(Option.none()),
          ConfigProvider.fromMap(new Map([["EZVIZ_PROFILE", name]]))
        )
      for (const name of ["work", "default", "a", "site-7.north", "A_b", "x".repeat(64)]) {
        assert.strictEqual(yield* read(name), name)
      }
      assert.strictEqual(yield* read(""), "default")
      const refused = [
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc",
        "C:",
        ".hidden",
        "work.",
        "-work",
        "x".repeat(65)
      ]
      for (const name of [...refused, "a\nb", "a\0b", "work\n", " work", "ä"]) {
        assert.isTrue(ConfigError.isConfigError(yield* Effect.flip(read(name))), JSON.stringify(name))
      }
    })
  )
})

describe("ezviz login", () => {
  it.scopedLive("stores what the cloud takes, for its owner alone, and later commands use it", () =>
    Effect.gen(function* () {
      const { appKey, household, served, url } = yield* Simulator.Simulator
      const XDG_CONFIG_HOME = yield* home
      const nobody = yield* Process.run(["devices"], { env: { XDG_CONFIG_HOME } })
      assert.strictEqual(nobody.exitCode, 3)
      assert.include(nobody.err, "ezviz login")

      const login = yield* Process.run(["login", "--json"], {
        env: { XDG_CONFIG_HOME, EZVIZ_BASE_URL: url },
        stdin: `${appKey}\n${secret}\n`
      })
      assert.strictEqual(login.exitCode, 0, login.err)
      assert.deepStrictEqual(JSON.parse(login.out), { appKey, profile: "default", baseUrl: url, devices: 3 })
      const files = filesIn(join(XDG_CONFIG_HOME, "ezviz", "default"))
      assert.strictEqual(files.length, 2)
      for (const file of files) assert.strictEqual(statSync(file).mode & 0o777, 0o600)
      assert.strictEqual(statSync(join(XDG_CONFIG_HOME, "ezviz")).mode & 0o777, 0o700)

      // Token and address are stored, too.
      const before = served.length
      const devices = yield* Process.run(["devices", "--ndjson"], { env: { XDG_CONFIG_HOME } })
      assert.strictEqual(devices.out.split("\n").length, 3)
      assert.deepStrictEqual(
        served.slice(before).map(({ operation }) => operation),
        ["device.list"]
      )

      const check = yield* Process.run(["login", "--check"], { env: { XDG_CONFIG_HOME } })
      assert.strictEqual(check.exitCode, 0)
      assert.match(check.out, /^From +the profile default$/m)

      for (const { err, listed, out } of [login, devices, check]) {
        for (const hidden of [secret, ...household.tokens.keys()]) {
          assert.notInclude(`${listed}\n${out}\n${err}`, hidden)
        }
      }

      assert.strictEqual((yield* Process.run(["logout"], { env: { XDG_CONFIG_HOME } })).exitCode, 0)
      assert.isFalse(existsSync(join(XDG_CONFIG_HOME, "ezviz", "default")))
      assert.strictEqual((yield* Process.run(["devices"], { env: { XDG_CONFIG_HOME } })).exitCode, 3)
      assert.strictEqual((yield* Process.run(["logout"], { env: { XDG_CONFIG_HOME } })).exitCode, 3)
    }).pipe(Effect.provide(simulated))
  )

  it.scopedLive("stores nothing that the cloud refuses, not even where a good token is stored", () =>
    Effect.gen(function* () {
      const { appKey, url } = yield* Simulator.Simulator
      const XDG_CONFIG_HOME = yield* home
      const env = { XDG_CONFIG_HOME, EZVIZ_BASE_URL: url, EZVIZ_APP_KEY: appKey }
      const wrong = "some-other-secret"
      const refused = yield* Process.run(["login"], { env, stdin: `${wrong}\n` })
      assert.strictEqual(refused.exitCode, 3)
      assert.notInclude(refused.out + refused.err, wrong)
      assert.strictEqual((yield* Process.run(["devices"], { env: { XDG_CONFIG_HOME } })).exitCode, 3)

      assert.strictEqual((yield* Process.run(["login"], { env, stdin: secret })).exitCode, 0)
      const path = join(XDG_CONFIG_HOME, "ezviz", "default", "credentials.json")
      const stored = readFileSync(path, "utf8")
      assert.strictEqual((yield* Process.run(["login"], { env, stdin: wrong })).exitCode, 3)
      assert.strictEqual(readFileSync(path, "utf8"), stored)

      const empty = yield* Process.run(["login"], { env })
      assert.strictEqual(empty.exitCode, 2)
      assert.include(empty.err, "EZVIZ_APP_SECRET")

      chmodSync(path, 0o644)
      const open = yield* Process.run(["devices"], { env: { XDG_CONFIG_HOME } })
      assert.strictEqual(open.exitCode, 3)
      assert.include(open.err, "chmod 600")
    }).pipe(Effect.provide(simulated))
  )

  it.scopedLive("keeps several accounts apart: the profile named goes first, then the environment", () =>
    Effect.gen(function* () {
      const personal = yield* Simulator.Simulator
      const work = Context.get(
        yield* Layer.build(Simulator.layer({ devices: 5, appKey: "work-key" })),
        Simulator.Simulator
      )
      const XDG_CONFIG_HOME = yield* home
      const login = (profile: string, { appKey, appSecret, url }: typeof work) =>
        Process.run(["login", "--profile", profile], {
          env: { XDG_CONFIG_HOME, EZVIZ_BASE_URL: url },
          stdin: `${appKey}\n${appSecret}`
        })
      assert.strictEqual((yield* login("default", personal)).exitCode, 0)
      assert.strictEqual((yield* login("work", work)).exitCode, 0)
      assert.strictEqual((yield* login("../work", work)).exitCode, 2)

      const count = (argv: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
        Effect.map(
          Process.run(["devices", "--ndjson", ...argv], { env: { XDG_CONFIG_HOME, ...env } }),
          ({ out }) => out.split("\n").length
        )
      assert.strictEqual(yield* count([]), 3)
      assert.strictEqual(yield* count(["--profile", "work"]), 5)
      assert.strictEqual(yield* count([], { EZVIZ_PROFILE: "work" }), 5)
      const environment = {
        EZVIZ_APP_KEY: personal.appKey,
        EZVIZ_APP_SECRET: personal.appSecret,
        EZVIZ_BASE_URL: personal.url
      }
      assert.strictEqual(yield* count([], { ...environment, EZVIZ_PROFILE: "work" }), 3)
      assert.strictEqual(yield* count(["--profile=work"], environment), 5)

      const half = yield* Process.run(["devices"], { env: { XDG_CONFIG_HOME, EZVIZ_APP_KEY: "only" } })
      assert.strictEqual(half.exitCode, 3)
      assert.include(half.err, "EZVIZ_APP_SECRET")

      const profiles = yield* Process.run(["profiles", "--json"], { env: { XDG_CONFIG_HOME } })
      assert.deepStrictEqual(JSON.parse(profiles.out), [
        { profile: "default", appKey: personal.appKey, baseUrl: personal.url },
        { profile: "work", appKey: "work-key", baseUrl: work.url }
      ])
    }).pipe(Effect.provide(simulated))
  )

  it.scopedLive("lets no profile's name lead out of the place of the profiles", () =>
    Effect.gen(function* () {
      const { appKey, url } = yield* Simulator.Simulator
      const XDG_CONFIG_HOME = yield* home
      const env = { XDG_CONFIG_HOME, EZVIZ_BASE_URL: url }
      const stdin = `${appKey}\n${secret}\n`
      assert.strictEqual((yield* Process.run(["login"], { env, stdin })).exitCode, 0)
      mkdirSync(join(XDG_CONFIG_HOME, "neighbour"))
      writeFileSync(join(XDG_CONFIG_HOME, "neighbour", "credentials.json"), "{}")
      const before = filesIn(XDG_CONFIG_HOME)
      assert.strictEqual(before.length, 3)

      const refused = [
        ["..", "logout"],
        [".", "logout"],
        ["../neighbour", "logout"],
        ["..", "login"],
        ["..", "devices"]
      ] as const
      for (const [name, command] of refused) {
        const ran = yield* Process.run([command], { env: { ...env, EZVIZ_PROFILE: name }, stdin })
        assert.strictEqual(ran.exitCode, 2, `${command} ${name}: ${ran.err}`)
        assert.include(ran.err, "EZVIZ_PROFILE")
        assert.deepStrictEqual(filesIn(XDG_CONFIG_HOME), before)
      }
      assert.strictEqual((yield* Process.run(["logout", "--profile", ".."], { env })).exitCode, 2)
      assert.deepStrictEqual(filesIn(XDG_CONFIG_HOME), before)
    }).pipe(Effect.provide(simulated))
  )

  it.scopedLive("forgets what it has stored, and nothing that somebody has put beside it", () =>
    Effect.gen(function* () {
      const { appKey, url } = yield* Simulator.Simulator
      const XDG_CONFIG_HOME = yield* home
      const env = { XDG_CONFIG_HOME, EZVIZ_BASE_URL: url }
      const login = yield* Process.run(["login"], { env, stdin: `${appKey}\n${secret}\n` })
      assert.strictEqual(login.exitCode, 0, login.err)
      const notes = join(XDG_CONFIG_HOME, "ezviz", "default", "credentials.json.bak")
      writeFileSync(notes, "mine")
      // What a login that was killed leaves has the secret in it.
      writeFileSync(join(XDG_CONFIG_HOME, "ezviz", "default", "credentials.json.dead.new"), secret)
      assert.strictEqual((yield* Process.run(["logout"], { env })).exitCode, 0)
      assert.deepStrictEqual(filesIn(XDG_CONFIG_HOME), [notes])
      assert.strictEqual((yield* Process.run(["logout"], { env })).exitCode, 3)
    }).pipe(Effect.provide(simulated))
  )

  it.scopedLive("takes a device's code from a line of standard input, and does without a person", () =>
    Effect.gen(function* () {
      const { appKey, url } = yield* Simulator.Simulator
      const env = { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: secret, EZVIZ_BASE_URL: url }
      const unasked = yield* Process.run(["device", "add", "SIM900000"], { env })
      assert.strictEqual(unasked.exitCode, 2)
      assert.include(unasked.err, "EZVIZ_VALIDATE_CODE")
      const added = yield* Process.run(["device", "add", "SIM900000"], { env, stdin: "ABCDEF\n" })
      assert.strictEqual(added.exitCode, 0, added.err)
    }).pipe(Effect.provide(simulated))
  )
})
