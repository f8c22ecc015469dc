import { assert, describe, it } from "@effect/vitest"
import { EzvizClient, Live, SignedUrl } from "@effect-ezviz/core"
import { DateTime, Effect, FastCheck, Layer, Redacted } from "effect"
import * as Cloud from "./cloud.js"

const seconds = (url: string) => {
  const end = SignedUrl.expiresAt(Redacted.make(url))
  return end && DateTime.toEpochMillis(end) / 1000
}

describe("SignedUrl.expiresAt", () => {
  it("reads addresses that were seen, whatever else is in them", () => {
    assert.strictEqual(
      seconds(
        "https://iusopen.ezvizlife.com/v3/openlive/F00497273_1_1.m3u8?expire=1668578537&id=512628410958159872&t=56528d84&ev=100"
      ),
      1668578537
    )
    assert.strictEqual(
      seconds(
        "rtmp://rtmp16open.ys7.com:9188/v3/openlive/C1_1_2?expire=1647227434&id=1&t=1&ev=100&supportH265=1"
      ),
      1647227434
    )
    assert.strictEqual(
      seconds("http://oss.example.com/capture.jpg?OSSAccessKeyId=a&Expires=1647227434&Signature=b%3D"),
      1647227434
    )
    assert.strictEqual(seconds("https://example.com/a?id=1&expire=1647227434"), 1647227434)
    assert.strictEqual(seconds("https://example.com/a?expire=1647227434000&x"), 1647227434)
  })

  it("does not guess", () => {
    for (const url of [
      "",
      "ezopen://open.ys7.com/203751922/1.hd.live",
      "https://example.com/a?expire=",
      "https://example.com/a?expire=2022-03-14 11:10:34",
      "https://example.com/a?expire=7200",
      "https://example.com/a?notexpire=1647227434",
      "https://example.com/expire=1647227434"
    ]) {
      assert.isUndefined(seconds(url), url)
    }
  })

  it("takes seconds and milliseconds of one instant for the same", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (at) => {
        assert.strictEqual(seconds(`https://example.com/?a=1&Expires=${at}`), at)
        assert.strictEqual(seconds(`https://example.com/?a=1&Expires=${at}000#x`), at)
      })
    )
  })

  it.effect("fits what Live.getAddress answers", () =>
    Effect.gen(function* () {
      const { expireTime, url } = yield* Live.getAddress({ deviceSerial: "F00497273", protocol: "hls" })
      const end = SignedUrl.expiresAt(url)
      // The text beside it is in a zone that nobody says.
      assert.strictEqual(expireTime, "2022-11-16 06:02:17")
      assert.strictEqual(end && DateTime.formatIso(end), "2022-11-16T06:02:17.000Z")
    }).pipe(
      Effect.provide(
        EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
          Layer.provide(
            Cloud.layer(() =>
              Effect.succeed(
                Cloud.ok({
                  id: "512628410958159872",
                  url: "https://iusopen.ezvizlife.com/v3/openlive/F00497273_1_1.m3u8?expire=1668578537&id=512628410958159872&t=56528d84c512aad8b4cfdabb43323e2ce692de022cdd9b0dce595a7d8677bd61&ev=100",
                  expireTime: "2022-11-16 06:02:17"
                })
              )
            )
          )
        )
      )
    )
  )
})
