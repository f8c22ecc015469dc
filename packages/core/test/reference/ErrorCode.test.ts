import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { ApiError, ErrorCode, type Operation, Operations } from "@effect-ezviz/core"

/** The documentation's global table, row by row. */
const documented: ReadonlyArray<{ readonly code: string; readonly message: string }> = JSON.parse(
  readFileSync(new URL("../../catalogue/error-codes.json", import.meta.url), "utf8")
)
const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

describe("ErrorCode", () => {
  it("has every code of the documentation but 200, which is none of an error", () => {
    assert.strictEqual(documented.length, 164)
    assert.deepStrictEqual(
      documented.map(({ code }) => code).filter((code) => ErrorCode.find(code) === undefined),
      ["200"]
    )
  })

  it("says of every code what it means and what to do, in sentences of one form", () => {
    for (const { code, explanation, advice } of ErrorCode.all) {
      assert.match(explanation, /^[\w'].*[^.]$/, code)
      assert.match(advice, /^[A-Z].*\.$/, code)
    }
  })

  it("means what the documentation says", () => {
    const says = (code: string, words: RegExp) => assert.match(ErrorCode.find(code)?.explanation ?? "", words)
    says("1041", /verification code.* too often/)
    says("7006", /themselves/)
    says("10018", /token.*another appKey/)
    says("20026", /video.*gallery/)
    says("20107", /themselves.*friend/)
    says("60025", /people counting/)
    says("60026", /privacy mask/)
    says("60029", /talking/)
    says("60045", /IP address.*another channel/)
    says("60057", /not linked/)
  })

  it("knows a class for every code that an operation documents, and one of those it has there", () => {
    for (const { code, tag } of ErrorCode.all) {
      const tags = operations.flatMap(({ definition: { errors, reported } }) =>
        [errors[code], reported[code]].flatMap((Class) => (Class === undefined ? [] : [Class.about.tag]))
      )
      if (tags.length > 0) assert.include(tags, tag, code)
    }
    for (const { definition } of operations) {
      for (const code of Object.keys(definition.errors)) assert.isDefined(ErrorCode.find(code)?.tag, code)
    }
  })

  it("takes texts and numbers, and the mobile SDKs' codes", () => {
    assert.strictEqual(ErrorCode.find(20007)?.tag, "DeviceOffline")
    assert.strictEqual(ErrorCode.find("110002")?.code, "10002")
    assert.strictEqual(ErrorCode.find(120020)?.code, "20020")
    // Seen of the API itself: not code 11000 of a mobile SDK.
    assert.strictEqual(ErrorCode.find("111000")?.tag, "PlanLimitReached")
  })

  it("knows the codes that mean the same everywhere", () => {
    for (const [code, Class] of Object.entries(ApiError.commonCodes)) {
      assert.strictEqual(ErrorCode.find(code)?.tag, Class.about.tag)
    }
  })

  it("does not know others", () => {
    for (const code of ["", "0", "99999", "constructor", "__proto__", "NaN", "1e4", "2000.5"]) {
      assert.isUndefined(ErrorCode.find(code), code)
    }
  })
})
