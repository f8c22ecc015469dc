import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { EzopenUrl } from "@effect-ezviz/core"
import { Arbitrary, Either, FastCheck, Option, Redacted, Schema } from "effect"

const parsed = (address: string) => Either.getOrThrow(EzopenUrl.parse(address))
const formatted = (parts: EzopenUrl.EzopenUrl) => Redacted.value(Either.getOrThrow(EzopenUrl.format(parts)))
const common = { host: "open.ys7.com", deviceSerial: "203751922", channelNo: 1 }

describe("EzopenUrl", () => {
  it("reads what the players' documentation shows", () => {
    assert.deepStrictEqual(parsed("ezopen://open.ys7.com/203751922/1.live"), { ...common, type: "live" })
    assert.deepStrictEqual(parsed("ezopen://open.ys7.com/203751922/1.hd.live"), {
      ...common,
      quality: "hd",
      type: "live"
    })
    assert.deepStrictEqual(
      parsed("ezopen://open.ys7.com/203751922/1.cloud.rec?begin=20221111103600&end=20221111235959"),
      { ...common, type: "cloudRecording", begin: "2022-11-11 10:36:00", end: "2022-11-11 23:59:59" }
    )
    assert.deepStrictEqual(parsed("ezopen://open.ys7.com/203751922/1.hd.local.rec?begin=20221111103600"), {
      ...common,
      quality: "hd",
      type: "localRecording",
      begin: "2022-11-11 10:36:00"
    })
    assert.deepStrictEqual(parsed("ezopen://open.ys7.com/203751922/1.rec"), { ...common, type: "recording" })
  })

  it("keeps what it does not know", () => {
    const address = "ezopen://open.ys7.com:8443/C1:2/12.rec?begin=1457420564508&mute=true&&x"
    assert.deepStrictEqual(parsed(address), {
      host: "open.ys7.com:8443",
      deviceSerial: "C1:2",
      channelNo: 12,
      type: "recording",
      parameters: ["begin=1457420564508", "mute=true", "x"]
    })
    assert.strictEqual(formatted(parsed(address)), address.replace("&&", "&"))
  })

  it("hides the verification code", () => {
    const secret = "PLANTED/C@DE"
    const parts = { ...common, type: "live", validateCode: Redacted.make(secret) } as const
    const url = Either.getOrThrow(EzopenUrl.format(parts))
    assert.strictEqual(Redacted.value(url), "ezopen://PLANTED%2FC%40DE@open.ys7.com/203751922/1.live")
    const read = Either.getOrThrow(EzopenUrl.parse(url))
    assert.strictEqual(read.validateCode && Redacted.value(read.validateCode), secret)
    const broken = EzopenUrl.parse(Redacted.make(`ezopen://${secret}@open.ys7.com/1/1.mp4`))
    assert.isTrue(Either.isLeft(broken))
    const shown = [url, read, broken]
      .map((value) => inspect(value, { depth: 9 }) + JSON.stringify(value))
      .join()
    assert.notInclude(shown, "PLANTED")
  })

  it("takes the host from the areaDomain", () => {
    assert.deepStrictEqual(
      EzopenUrl.hostOf("https://iusopen.ezvizlife.com"),
      Option.some("iusopen.ezvizlife.com")
    )
    assert.deepStrictEqual(EzopenUrl.hostOf("nonsense"), Option.none())
  })

  it("names the part that does not fit", () => {
    const parameterOf = (parts: unknown) => {
      const result = EzopenUrl.format(parts as EzopenUrl.EzopenUrl)
      return Either.isLeft(result) ? result.left.parameter : undefined
    }
    assert.strictEqual(parameterOf({ ...common, type: "live", channelNo: 0 }), "channelNo")
    assert.strictEqual(parameterOf({ ...common, type: "live", host: "a/b" }), "host")
    assert.strictEqual(parameterOf({ ...common, type: "recording", begin: "2022-13-01 00:00:00" }), "begin")
    // Live video has no beginning.
    assert.strictEqual(parameterOf({ ...common, type: "live", begin: "2022-12-01 00:00:00" }), "type")
    assert.strictEqual(parameterOf({ ...common, type: "recording", parameters: ["a&b"] }), "parameters.0")
  })

  it("refuses what is none", () => {
    for (const address of [
      "",
      "https://open.ys7.com/203751922/1.live",
      "ezopen://open.ys7.com/203751922",
      "ezopen://open.ys7.com/203751922/0.live",
      "ezopen://open.ys7.com/203751922/x.live",
      "ezopen://open.ys7.com/203751922/1.cloud.live",
      "ezopen:///203751922/1.live",
      "ezopen://a@b@open.ys7.com/203751922/1.live",
      "ezopen://open.ys7.com/2 3/1.live"
    ]) {
      assert.isTrue(Either.isLeft(EzopenUrl.parse(address)), address)
    }
  })

  it("reads back every address it writes", () => {
    const same = Schema.equivalence(EzopenUrl.EzopenUrl)
    FastCheck.assert(
      FastCheck.property(Arbitrary.make(EzopenUrl.EzopenUrl), (parts) =>
        same(parsed(formatted(parts)), parts)
      ),
      { numRuns: 500 }
    )
  })

  it("ends for any text, and writes again what it read", () => {
    FastCheck.assert(
      FastCheck.property(
        FastCheck.oneof(
          FastCheck.string(),
          FastCheck.tuple(FastCheck.string(), FastCheck.string(), FastCheck.webQueryParameters()).map(
            ([host, path, query]) => `ezopen://${host}/${path}/1.rec?${query}`
          )
        ),
        (address) => {
          const parts = EzopenUrl.parse(address)
          if (Either.isLeft(parts)) return true
          const again = formatted(parts.right)
          return formatted(parsed(again)) === again
        }
      ),
      { numRuns: 500 }
    )
  })
})
