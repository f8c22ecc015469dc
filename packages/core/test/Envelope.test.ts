import { assert, describe, it } from "@effect/vitest"
import * as Envelope from "@effect-ezviz/core/Envelope"
import { Either, FastCheck } from "effect"
import { isRecord } from "effect/Predicate"

const shapes: ReadonlyArray<
  readonly [name: string, body: string, code: string, message: string, data: unknown]
> = [
  [
    "lapp",
    '{"code":"200","msg":"Operating succeeded!","data":{"a":1}}',
    "200",
    "Operating succeeded!",
    { a: 1 }
  ],
  ["meta", '{"meta":{"code":200,"message":"操作成功","moreInfo":null},"data":[]}', "200", "操作成功", []],
  ["result", '{"result":{"code":"20020","msg":"online","data":null}}', "20020", "online", null],
  [
    "status and body",
    '{"status":200,"body":{"meta":{"code":200,"message":"ok"},"data":{}}}',
    "200",
    "ok",
    {}
  ],
  ["player kit", '{"retcode":"10002","msg":"expired"}', "10002", "expired", undefined],
  ["player kit, negative", '{"retcode":-1,"msg":"x"}', "-1", "x", undefined],
  ["mobile", '{"resultCode":"10002","resultMsg":"expired"}', "10002", "expired", undefined]
]

describe("Envelope", () => {
  for (const [name, body, code, message, data] of shapes) {
    it(`reads ${name}`, () => {
      const envelope = Either.getOrThrow(Envelope.read(body))
      assert.strictEqual(envelope.code, code)
      assert.strictEqual(envelope.message, message)
      assert.deepStrictEqual(envelope.data, data)
    })
  }

  it("tells apart an empty body, one that is no JSON and one without a code", () => {
    assert.deepStrictEqual(Envelope.read(" "), Either.left("empty"))
    assert.deepStrictEqual(Envelope.read("<html>login</html>"), Either.left("notJson"))
    assert.deepStrictEqual(Envelope.read('{"code":"200","data":{"a"'), Either.left("notJson"))
    assert.deepStrictEqual(Envelope.read('{"data":{}}'), Either.left("noCode"))
    assert.deepStrictEqual(Envelope.read("null"), Either.left("noCode"))
  })

  it("has the code as a text without white space, from the first field that has one", () => {
    const codeOf = (body: string) => Either.map(Envelope.read(body), ({ code }) => code)
    assert.deepStrictEqual(codeOf('{"code":" 200 "}'), Either.right("200"))
    assert.deepStrictEqual(codeOf('{"code":200,"retcode":1}'), Either.right("200"))
    assert.deepStrictEqual(codeOf('{"code":" ","retcode":1,"resultCode":2}'), Either.right("1"))
    assert.deepStrictEqual(codeOf('{"code":null,"resultCode":"2"}'), Either.right("2"))
    // A number of the body's own is no code: 1e999 is what JSON reads as infinity.
    for (const code of ["1e999", "true", "[200]", '""']) {
      assert.deepStrictEqual(codeOf(`{"code":${code}}`), Either.left("noCode"))
    }
    assert.deepStrictEqual(codeOf('{"meta":[200],"result":"200"}'), Either.left("noCode"))
  })

  it("has the text, the page and the id of the request, where an answer has them", () => {
    const read = (body: string) => Either.getOrThrow(Envelope.read(body))
    for (const name of ["msg", "message", "resultMsg", "resultDes"]) {
      assert.strictEqual(read(`{"code":1,"${name}":" text "}`).message, "text")
    }
    assert.strictEqual(read('{"code":1,"msg":null}').message, "")
    assert.deepStrictEqual(read('{"code":1,"page":{"total":3}}').page, { total: 3 })
    assert.strictEqual(read('{"code":1,"requestId":"r-1"}').requestId, "r-1")
    assert.strictEqual(read('{"meta":{"code":1,"requestId":"r-2"},"requestId":"r-3"}').requestId, "r-2")
    assert.strictEqual(read('{"meta":{"code":1},"requestId":"r-3"}').requestId, "r-3")
    assert.isUndefined(read('{"code":1}').requestId)
  })

  it("reads what begins with a byte order mark, and nothing that has one elsewhere", () => {
    assert.isTrue(Either.isRight(Envelope.read('\uFEFF {"code":1}\n')))
    assert.deepStrictEqual(Envelope.read("\uFEFF"), Either.left("empty"))
    assert.deepStrictEqual(Envelope.read('{\uFEFF"code":1}'), Either.left("notJson"))
  })

  it("keeps ids of more than 53 bits to the digit, inside texts and out", () => {
    const envelope = Either.getOrThrow(
      Envelope.read(
        '{"code":200,"data":{"id":512628410958159872,"text":"say \\"512628410958159872\\"","n":1470810222045}}'
      )
    )
    assert.deepStrictEqual(envelope.data, {
      id: "512628410958159872",
      text: 'say "512628410958159872"',
      n: 1_470_810_222_045
    })
  })

  it("leaves long fractions and exponents the numbers they are", () => {
    const envelope = Either.getOrThrow(
      Envelope.read(
        '{"code":200,"data":[0.12345678901234568,-1.2345678901234568e-5,12345678901234567890e-1]}'
      )
    )
    assert.deepStrictEqual(envelope.data, [0.12345678901234568, -1.2345678901234568e-5, 1234567890123456800])
  })

  it("looks no deeper than the documented shapes, however deep an answer is", () => {
    const nested = (name: string, depth: number) =>
      [`{"${name}":`.repeat(depth), '{"code":"200","msg":"","data":1}', "}".repeat(depth)].join("")
    for (const name of ["result", "body"]) {
      assert.strictEqual(Either.getOrThrow(Envelope.read(nested(name, 1))).data, 1)
      assert.deepStrictEqual(Envelope.read(nested(name, 100_000)), Either.left("noCode"))
    }
  })

  it("reads long texts beside long ids", () => {
    const long = "x".repeat(20_000_000)
    const envelope = Either.getOrThrow(
      Envelope.read(`{"code":200,"data":{"id":512628410958159872,"text":"${long}"}}`)
    )
    assert.isTrue(isRecord(envelope.data) && envelope.data["text"] === long)
    assert.isTrue(isRecord(envelope.data) && envelope.data["id"] === "512628410958159872")
  })

  // A reader that begins anew at every quote would be at it for many minutes.
  it("is soon done with a text that never ends", { timeout: 30_000 }, () => {
    for (const end of ["", "\\"]) {
      const body = `{"code":"200","msg":"1234567890123456${'\\"'.repeat(200_000)}${end}`
      assert.deepStrictEqual(Envelope.read(body), Either.left("notJson"))
    }
  })

  it("reads anything without a throw", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.oneof(FastCheck.string(), FastCheck.json()), (body) => {
        Envelope.read(body)
      })
    )
  })
})
