import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import { vi } from "vitest"
import { Signature } from "../src/index.js"
import * as SignatureNode from "../src/SignatureNode.js"

/**
 * Computed with the openssl command line, never with our own code:
 *
 *   printf '%s%s' "$body" "$t" | openssl dgst -sha1 -hmac "$secret"
 *
 * and for the bytes: printf '\xff\xfe\x00\x801582821945400' | openssl dgst -sha1 -hmac test-signing-key
 */
const vectors = [
  {
    name: "the sample of the documentation",
    secret: "test-signing-key",
    t: "1582821945400",
    body: '{"body":{"data":"0","index":24409},"header":{"channelNo":1,"deviceId":"D00000001","messageId":"5e0000000000000000000001","messageTime":1582821945396,"type":"ys.open.isapi"}}',
    signature: "862d2f1e4a2a55e1d26043a88a537a979ed06357"
  },
  {
    name: "text beyond Latin-1",
    secret: "test-signing-key",
    t: "1582821945400",
    body: '{"body":{"text":"café 门"},"header":{"channelNo":1,"deviceId":"D00000001","messageId":"5e0000000000000000000002","messageTime":1582821945396,"type":"ys.alarm"}}',
    signature: "2a52615d7468c3df420042ee220512a33cfacac0"
  },
  {
    name: "a null payload",
    secret: "test-signing-key",
    t: "1582821945400",
    body: '{"header":{"messageId":"a"},"body":null}',
    signature: "a641d17374302345a0369ff45ce7f7380c3c2171"
  },
  {
    name: "an empty body",
    secret: "k",
    t: "0",
    body: "",
    signature: "436692d1a3574bad624c065f0fdc208d1f7af73f"
  },
  {
    name: "a secret beyond ASCII",
    secret: "schlüssel-鍵",
    t: "1700000000000",
    body: '{"header":{"messageId":"b"},"body":"é"}',
    signature: "86935ede0d576ba547c26d48858956660a11cab3"
  },
  {
    name: "a secret longer than the block of SHA-1",
    secret: "x".repeat(100),
    t: "1582821945400",
    body: '{"body":{},"header":{"messageId":"c"}}',
    signature: "fb2c1bd7d5d9a959c5e13288cfd18b10e1cee038"
  },
  {
    name: "bytes that are no text",
    secret: "test-signing-key",
    t: "1582821945400",
    body: new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    signature: "77b5667d472ffb08be77ccc2619bbd217ca3516d"
  }
]

const secret = "test-signing-key"
const now = 1582821945400
const t = String(now)

/** Both implementations behind one shape: what holds for one holds for the other. */
const implementations = [
  {
    name: "WebCrypto",
    sign: Signature.sign,
    verifier: Signature.verifier
  },
  {
    name: "node:crypto",
    sign: async (options: Signature.SignOptions) => SignatureNode.sign(options),
    verifier: (options: Signature.VerifierOptions) => {
      const verify = SignatureNode.verifier(options)
      return async (push: Signature.SignedPush, at?: number) => verify(push, at)
    }
  }
]

const reasonOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "believed",
    (error) => (error instanceof Signature.SignatureError ? error.reason : String(error))
  )

const flipBit = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice()
  const at = Math.floor(bit / 8) % bytes.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

describe.each(implementations)("Signature on $name", ({ sign, verifier }) => {
  it.each(vectors)("agrees with openssl: $name", async ({ body, secret, signature, t }) => {
    assert.strictEqual(await sign({ secret, body, t }), signature)
    const verify = verifier({ secrets: [secret], toleranceMillis: Number.POSITIVE_INFINITY })
    assert.deepStrictEqual(await verify({ body, headers: { t, signature } }), { t, secretIndex: 0 })
  })

  it("signs text and its bytes alike", async () => {
    const body = '{"text":"café 门"}'
    assert.strictEqual(
      await sign({ secret, body, t }),
      await sign({ secret, body: new TextEncoder().encode(body), t })
    )
  })

  it("takes upper-case hex and header names in any case, from records and from Headers", async () => {
    const signature = (await sign({ secret, body: "{}", t })).toUpperCase()
    const verify = verifier({ secrets: [secret] })
    for (const headers of [
      { T: t, Signature: signature },
      { t: [t], SIGNATURE: [signature] },
      new Headers({ T: t, Signature: signature })
    ]) {
      assert.strictEqual((await verify({ body: "{}", headers }, now)).secretIndex, 0)
    }
  })

  it("believes each of several secrets, and says which", async () => {
    const verify = verifier({ secrets: ["new", "old"] })
    for (const [index, key] of ["new", "old"].entries()) {
      const signature = await sign({ secret: key, body: "{}", t })
      assert.deepStrictEqual(await verify({ body: "{}", headers: { t, signature } }, now), {
        t,
        secretIndex: index
      })
    }
    const signature = await sign({ secret: "older", body: "{}", t })
    assert.strictEqual(
      await reasonOf(verify({ body: "{}", headers: { t, signature } }, now)),
      "SignatureMismatch"
    )
  })

  it("refuses what is missing, empty, doubled or malformed", async () => {
    const verify = verifier({ secrets: [secret] })
    const signature = await sign({ secret, body: "{}", t })
    const cases: ReadonlyArray<[Signature.HeadersInput, string]> = [
      [{}, "SignatureMissing"],
      [new Headers(), "SignatureMissing"],
      [{ t, signature: "" }, "SignatureMissing"],
      [{ t: "", signature }, "SignatureMissing"],
      [{ signature }, "SignatureMissing"],
      [{ t, signature: [signature, signature] }, "SignatureMissing"],
      [{ t, signature: "undefined" }, "SignatureMalformed"],
      [{ t, signature: signature.slice(1) }, "SignatureMalformed"],
      [{ t, signature: `${signature}0` }, "SignatureMalformed"],
      [{ t, signature: `g${signature.slice(1)}` }, "SignatureMalformed"],
      [{ t, signature: `sha1=${signature}` }, "SignatureMalformed"]
    ]
    for (const [headers, reason] of cases) {
      assert.strictEqual(
        await reasonOf(verify({ body: "{}", headers }, now)),
        reason,
        JSON.stringify(headers)
      )
    }
  })

  it("names a parsed body as the cause", async () => {
    const verify = verifier({ secrets: [secret] })
    const push = { body: JSON.parse("{}"), headers: { t, signature: "0".repeat(40) } }
    const error: unknown = await verify(push, now).catch((error) => error)
    assert(error instanceof Signature.SignatureError)
    assert.strictEqual(error.reason, "RawBodyMissing")
    assert.match(error.message, /body parser/)
    assert.notInclude(JSON.stringify(error) + error.message + error.stack, secret)
  })

  it("keeps to the window, on both sides, and looks at it only after the signature", async () => {
    const signature = await sign({ secret, body: "{}", t })
    const push = { body: "{}", headers: { t, signature } }
    const verify = verifier({ secrets: [secret], toleranceMillis: 1000 })
    assert.strictEqual(await reasonOf(verify(push, now + 1000)), "believed")
    assert.strictEqual(await reasonOf(verify(push, now - 1000)), "believed")
    assert.strictEqual(await reasonOf(verify(push, now + 1001)), "OutsideWindow")
    assert.strictEqual(await reasonOf(verify(push, now - 1001)), "OutsideWindow")
    assert.strictEqual(await reasonOf(verify({ ...push, body: "[]" }, now + 1001)), "SignatureMismatch")
    // Ten minutes by default.
    const usual = verifier({ secrets: [secret] })
    assert.strictEqual(await reasonOf(usual(push, now + 600_000)), "believed")
    assert.strictEqual(await reasonOf(usual(push, now + 600_001)), "OutsideWindow")
  })

  it("does not guess what a t is that is not 13 digits", async () => {
    for (const t of ["1582821945", "0x1708b9f1c38", "1582821945400.5", "yesterday", "15828219454001"]) {
      const signature = await sign({ secret, body: "{}", t })
      const verify = verifier({ secrets: [secret] })
      assert.strictEqual(
        await reasonOf(verify({ body: "{}", headers: { t, signature } }, now)),
        "TimestampInvalid"
      )
    }
  })

  it("refuses to exist without a usable secret or window", () => {
    const bad: ReadonlyArray<Signature.VerifierOptions> = [
      { secrets: [] },
      { secrets: [""] },
      { secrets: ["good", "  "] },
      { secrets: [secret], toleranceMillis: 0 },
      { secrets: [secret], toleranceMillis: Number.NaN }
    ]
    for (const options of bad) assert.throws(() => verifier(options), TypeError)
  })

  it("says what to look at", async () => {
    const messageOf = async (options: Signature.VerifierOptions, push: Signature.SignedPush, at = now) => {
      const error: unknown = await verifier(options)(push, at).catch((error) => error)
      assert(error instanceof Signature.SignatureError)
      return error.message
    }
    const signature = await sign({ secret, body: "{}", t })
    const push = { body: "{}", headers: { t, signature } }
    const options = { secrets: [secret], toleranceMillis: 1000 }
    assert.include(
      await messageOf(options, { body: "{}", headers: { t } }),
      "The header signature is missing"
    )
    assert.include(
      await messageOf(options, { body: "{}", headers: { signature } }),
      "The header t is missing"
    )
    const malformed = { t, signature: "undefined" }
    assert.include(await messageOf(options, { body: "{}", headers: malformed }), "40 hexadecimal digits")
    assert.include(await messageOf(options, push, now + 1500), "signed 1500 ms ago; 1000 ms are allowed")
    assert.include(await messageOf(options, push, now - 1500), "signed 1500 ms in the future; 1000 ms")
    const inSeconds = { t: "1582821945", signature: await sign({ secret, body: "{}", t: "1582821945" }) }
    assert.include(await messageOf(options, { body: "{}", headers: inSeconds }), "13 digits")
    for (const [secrets, padded] of [
      [["other"], false],
      [[" other"], true],
      [["one", "two\n"], true]
    ] as const) {
      const message = await messageOf({ secrets }, push)
      assert.include(message, "fits none of the configured secrets")
      assert.strictEqual(message.endsWith("begins or ends with white space: is that meant?"), padded)
      assert.strictEqual(message.endsWith("or a proxy changed the body."), !padded)
    }
  })

  it("says which option is unusable", () => {
    for (const [options, message] of [
      [{ secrets: [] }, "at least one signing key"],
      [{ secrets: "key" }, "at least one signing key"],
      [{ secrets: ["good", "  "] }, "secrets[1] is empty"],
      [{ secrets: [undefined] }, "secrets[0] is empty"],
      [{ secrets: [secret], toleranceMillis: 0 }, "toleranceMillis must be a positive number"],
      [{ secrets: [secret], toleranceMillis: -1 }, "toleranceMillis must be a positive number"]
    ] as const) {
      // As JavaScript passes it, and an environment variable that is not set.
      assert.throws(() => verifier(options as Signature.VerifierOptions), message)
    }
  })

  it("refuses every altered bit of body, t and signature", async () => {
    const verify = verifier({ secrets: [secret], toleranceMillis: Number.POSITIVE_INFINITY })
    await FastCheck.assert(
      FastCheck.asyncProperty(
        FastCheck.uint8Array({ minLength: 1, maxLength: 300 }),
        FastCheck.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }).map(String),
        FastCheck.nat(),
        FastCheck.nat(39),
        FastCheck.integer({ min: 1, max: 15 }),
        FastCheck.nat(12),
        FastCheck.integer({ min: 1, max: 9 }),
        async (body, t, bit, hexAt, hexStep, digitAt, digitStep) => {
          const signature = await sign({ secret, body, t })
          assert.strictEqual(await reasonOf(verify({ body, headers: { t, signature } })), "believed")
          const otherT = t.slice(0, digitAt) + ((Number(t[digitAt]) + digitStep) % 10) + t.slice(digitAt + 1)
          const digit = (Number.parseInt(signature.charAt(hexAt), 16) + hexStep) % 16
          const otherSignature = signature.slice(0, hexAt) + digit.toString(16) + signature.slice(hexAt + 1)
          for (const push of [
            { body: flipBit(body, bit), headers: { t, signature } },
            { body: body.slice(0, -1), headers: { t, signature } },
            { body: new Uint8Array([...body, 0]), headers: { t, signature } },
            { body, headers: { t: otherT, signature } },
            { body, headers: { t, signature: otherSignature } }
          ]) {
            assert.strictEqual(await reasonOf(verify(push)), "SignatureMismatch")
          }
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe("the keys of WebCrypto", () => {
  it("cannot be read back", async () => {
    const imported = vi.spyOn(crypto.subtle, "importKey")
    await Signature.sign({ secret, body: "{}", t })
    Signature.verifier({ secrets: [secret] })
    const keys = await Promise.all(imported.mock.results.map(({ value }) => value))
    imported.mockRestore()
    assert.deepStrictEqual(
      keys.map(({ extractable, usages }) => [extractable, usages]),
      [
        [false, ["sign"]],
        [false, ["verify"]]
      ]
    )
  })
})
