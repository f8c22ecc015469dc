import { assert, describe, it } from "@effect/vitest"
import { Language } from "@effect-ezviz/core"

describe("Language", () => {
  it("has every name that the documentation prints", () => {
    assert.sameMembers(Object.keys(Language.tags), [
      ..."FRENCH,SPANISH,RUSSIAN,KOREAN,ITALIAN,GERMAN,ENGLISH".split(","),
      "SIMPCN"
    ])
  })

  it("leads to language tags and back", () => {
    for (const [name, tag] of Object.entries(Language.tags)) {
      assert.strictEqual(Language.tagOf(name), tag)
      assert.strictEqual(Language.fromTag(tag), name)
    }
    assert.strictEqual(Language.tagOf(" german"), "de")
    assert.strictEqual(Language.fromTag("de-AT"), "GERMAN")
    assert.strictEqual(Language.fromTag("zh-CN"), "SIMPCN")
  })

  it("does not claim to know what it does not", () => {
    assert.isUndefined(Language.tagOf("KLINGON"))
    assert.isUndefined(Language.tagOf("toString"))
    assert.isUndefined(Language.fromTag("zh-Hant-TW"))
    assert.isUndefined(Language.fromTag("tlh"))
    assert.isUndefined(Language.fromTag(""))
  })
})
