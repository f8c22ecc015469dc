import { FetchHttpClient } from "@effect/platform"
import { assert, describe, it } from "@effect/vitest"
import { Ezviz } from "@effect-ezviz/core"
import { Effect, Layer, Redacted } from "effect"
import { Simulator } from "../src/index.js"
import { inputOf, operations } from "./examples.js"

/** The codes of those that need what a fresh household does not have. */
const refused: Readonly<Record<string, string>> = {
  // No camera encrypts its video yet.
  "device.disableEncryption": "60016",
  // No camera is linked to the recorder yet.
  "device.unlinkIpc": "60057"
}

describe("the examples of the reference", () => {
  for (const operation of operations) {
    const { id } = operation.definition
    it.scopedLive(`${id} ${refused[id] === undefined ? "is done" : `is refused with ${refused[id]}`}`, () =>
      Effect.gen(function* () {
        const simulator = yield* Simulator.Simulator
        const client = Ezviz.layer({
          appKey: simulator.appKey,
          appSecret: Redacted.make(simulator.appSecret),
          baseUrl: simulator.url
        }).pipe(Layer.provide(FetchHttpClient.layer))
        const input =
          id === "accessToken.get"
            ? { appKey: simulator.appKey, appSecret: Redacted.make(simulator.appSecret) }
            : yield* inputOf(operation)
        const exit = yield* Effect.exit(Effect.provide(operation(input), client))
        const code =
          exit._tag === "Failure" && exit.cause._tag === "Fail"
            ? "code" in exit.cause.error
              ? exit.cause.error.code
              : exit.cause.error._tag
            : undefined
        assert.strictEqual(code, refused[id], String(exit))
      }).pipe(Effect.provide(Simulator.layer()))
    )
  }
})
