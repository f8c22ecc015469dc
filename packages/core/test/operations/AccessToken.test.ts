import { assert, describe, it } from "@effect/vitest"
import { AccessTokenOperations, type ApiError } from "@effect-ezviz/core"
import { DateTime, Effect, Redacted } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const answer = {
  accessToken: "at.7jrcjmna8qnqg8d3dgnzs87m4v2dme3l-32enpqgusd-1jvdfe4-uxo15ik0s",
  expireTime: 1470810222045,
  areaDomain: "https://iusopen.ezvizlife.com"
}

describe("accessToken.get", () => {
  it.effect("is asked for and read as in the sample, and nobody sees the token", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const token = yield* AccessTokenOperations.get({
        appKey: "9mqitppidgce4y8n54ranvyqc9fjtsrl",
        appSecret: Redacted.make("096e76501644989b63ba0016ec5776")
      })
      assert.strictEqual(Redacted.value(token.accessToken), answer.accessToken)
      assert.strictEqual(DateTime.formatIso(token.expireTime), "2016-08-10T06:23:42.045Z")
      assert.strictEqual(token.areaDomain, "https://iusopen.ezvizlife.com")
      assert.notInclude(JSON.stringify(token), "at.7jrc")
      assert.strictEqual(seen[0]?.url.href, "https://open.ezvizlife.com/api/lapp/token/get")
      assert.strictEqual(
        seen[0]?.body,
        "appKey=9mqitppidgce4y8n54ranvyqc9fjtsrl&appSecret=096e76501644989b63ba0016ec5776"
      )
    }).pipe(Effect.provide(Cloud.answering(Cloud.ok(answer), seen)))
  })

  it("says which errors there are, and 10002 is none of them", () => {
    expectTypeOf<AccessTokenOperations.GetError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.AppKeyInvalid
      | ApiError.AppKeyNotFound
      | ApiError.AppSecretMismatch
      | ApiError.ServerDataError
    >()
  })
})
