import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { isMissing } from "../../../scripts/programs.mjs"
import * as Process from "./process.js"

const directory = mkdtempSync(join(tmpdir(), "ezviz-completion-"))
beforeAll(Process.make, 60_000)
afterAll(() => {
  Process.remove()
  rmSync(directory, { recursive: true, force: true })
})

const scriptFor = (shell: string) =>
  Effect.map(Process.run(["--completions", shell]), ({ err, exitCode, out }) => {
    assert.strictEqual(exitCode, 0, err)
    const path = join(directory, `ezviz.${shell}`)
    writeFileSync(path, out)
    return path
  })

/** A line, and what the last word of it can become. */
const completed: ReadonlyArray<readonly [line: string, words: ReadonlyArray<string>]> = [
  ["ezviz dev", ["device", "devices"]],
  ["ezviz devices --nd", ["--ndjson"]],
  ["ezviz device re", ["remove", "rename"]],
  ["ezviz device remove --dr", ["--dry-run"]],
  ["ezviz device remove SERIAL --y", ["--yes"]],
  ["ezviz accounts policy s", ["set", "show"]],
  ["ezviz accounts policy set --dr", ["--dry-run"]],
  ["ezviz ptz SERIAL up --speed me", ["medium"]],
  ["ezviz firmware version SERIAL --prof", ["--profile"]],
  ["ezviz call ram.getT", ["ram.getToken"]]
]

describe("completions", () => {
  it.live.skipIf(isMissing("bash"))(
    "load in bash, and complete commands, options, choices and operations",
    () =>
      Effect.gen(function* () {
        const path = yield* scriptFor("bash")
        // As readline calls it.
        const driver = `source "$1"
        read -ra COMP_WORDS <<< "$2"
        COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
        $(complete -p ezviz | sed 's/.*-F \\([^ ]*\\).*/\\1/') ezviz "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "\${COMPREPLY[@]}"`
        for (const [line, words] of completed) {
          const out = execFileSync("bash", ["-c", driver, "bash", path, line], { encoding: "utf8" })
          assert.deepStrictEqual(out.trim().split("\n").sort(), words, line)
        }
      })
  )

  it.live.skipIf(isMissing("fish"))("load in fish", () =>
    Effect.gen(function* () {
      const path = yield* scriptFor("fish")
      for (const [line, words] of completed) {
        const out = execFileSync("fish", ["-c", `source $argv[1]; complete -C $argv[2]`, path, line], {
          encoding: "utf8"
        })
        const found = out
          .trim()
          .split("\n")
          .map((each) => each.split("\t")[0])
        assert.deepStrictEqual(found.sort(), [...words], line)
      }
    })
  )

  it.live.skipIf(isMissing("zsh"))("load in zsh", () =>
    Effect.gen(function* () {
      const path = yield* scriptFor("zsh")
      execFileSync("zsh", ["-f", "-c", `autoload -U compinit; compinit -u -D; source $1`, "zsh", path])
    })
  )
})
