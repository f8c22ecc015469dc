import { FileSystem } from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import { FaultFile } from "@effect-ezviz/simulator"
import { Effect } from "effect"

const reading = Effect.fnUntraced(function* (content: string) {
  const fs = yield* FileSystem.FileSystem
  const file = yield* fs.makeTempFileScoped()
  yield* fs.writeFileString(file, content)
  return yield* FaultFile.read(file)
}, Effect.scoped)

const problems = (content: string) =>
  Effect.map(Effect.flip(reading(content)), (error) =>
    error._tag === "FaultFileInvalid" ? error.problems : error._tag
  )

describe("a file of faults", () => {
  it.effect("holds rules; one of them may have no end", () =>
    Effect.gen(function* () {
      const rules = yield* reading(`[
        { "operation": "device.getInfo", "fault": { "kind": "code", "code": "10029" }, "times": 3 },
        { "fault": { "kind": "delay", "millis": 250 }, "times": "always", "probability": 0.1 },
        { "fault": { "kind": "reset", "when": "after" } }
      ]`)
      assert.deepStrictEqual(rules, [
        { operation: "device.getInfo", fault: { kind: "code", code: "10029" }, times: 3 },
        { fault: { kind: "delay", millis: 250 }, times: Number.POSITIVE_INFINITY, probability: 0.1 },
        { fault: { kind: "reset", when: "after" } }
      ])
    }).pipe(Effect.provide(NodeContext.layer))
  )

  it.effect("names the place of everything that is wrong", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        yield* problems(`[
          { "operation": "device.getinfo", "fault": { "kind": "html", "status": 700 } },
          { "fault": { "kind": "html", "status": 502 }, "times": 0, "probabilty": 1 },
          { "fault": { "kind": "fire" } },
          {}
        ]`),
        [
          { path: "[0].operation", message: "Expected an operation's id, such as device.getInfo" },
          { path: "[0].fault.status", message: "Expected a number between 200 and 599, actual 700" },
          {
            path: "[1].probabilty",
            message: 'is unexpected, expected: "operation" | "fault" | "times" | "probability"'
          },
          { path: "[1].times", message: 'Expected a whole number from 1, or "always"' },
          {
            path: "[2].fault.kind",
            message: 'Expected "code" | "html" | "truncate" | "reset" | "delay", actual "fire"'
          },
          { path: "[3].fault", message: "is missing" }
        ]
      )
      assert.deepStrictEqual(yield* problems("{}"), [
        { path: "", message: "Expected an array of rules, actual {}" }
      ])
      const error = yield* Effect.flip(reading('[{ "fault": {} }, {'))
      assert.isTrue(error._tag === "FaultFileInvalid" && error.problems.length === 1)
      assert.strictEqual((yield* Effect.flip(FaultFile.read("/nowhere.json")))._tag, "SystemError")
    }).pipe(Effect.provide(NodeContext.layer))
  )
})
