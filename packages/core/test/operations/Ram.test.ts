import { createHash } from "node:crypto"
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import {
  type ApiError,
  type EzvizClient,
  type Operation,
  Policy,
  Ram,
  SubAccountPassword
} from "@effect-ezviz/core"
import { Arbitrary, DateTime, Effect, FastCheck, Redacted, Schema } from "effect"
import { expectTypeOf } from "vitest"
import * as Cloud from "../cloud.js"

const accountId = "b3ad7ba927524b748e557572024d4ac2"
const appKey = "ae1b9af9dcac4caeb88da6dbbf2dd8d5"

/** The policy of the samples. */
const wirePolicy = {
  Statement: [
    { Permission: "GET,UPDATE,REAL", Resource: ["dev:469631729", "dev:519928976", "cam:544229080:1"] },
    { Permission: "GET", Resource: ["dev:470686804"] }
  ]
}
const policy = Policy.make(
  Policy.statement(
    ["GET", "UPDATE", "REAL"],
    [Policy.device("469631729"), Policy.device("519928976"), Policy.camera("544229080", 1)]
  ),
  Policy.statement(["GET"], [Policy.device("470686804")])
)
const wireAccount = { accountId, accountName: "test", appKey, accountStatus: 1, policy: wirePolicy }
const account = { accountId, accountName: "test", appKey, accountStatus: "on" as const, policy }

/** Calls with the answer of a sample, and tells what came of it and what was sent. */
const call = <A, E>(
  effect: Effect.Effect<A, E, EzvizClient.EzvizClient>,
  reply: Cloud.Reply = { body: { code: "200", msg: "Operation succeed!" } }
) => {
  const log: Array<Cloud.Seen> = []
  return effect.pipe(
    Effect.map((value) => ({
      value,
      path: log[0]?.url.pathname,
      form: Object.fromEntries(log[0]?.form ?? [])
    })),
    Effect.provide(Cloud.withToken(reply, log))
  )
}

const sent = (path: string, form: object) => ({
  path: `/api/lapp/ram/${path}`,
  form: { accessToken: "at.planted", ...form }
})

describe("the documented samples", () => {
  it.effect("ram.createAccount", () =>
    Effect.gen(function* () {
      const password = Redacted.make("5305b671da2d66785f7e6dd24c117370")
      const made = yield* call(Ram.createAccount({ accountName: "test", password }), Cloud.ok({ accountId }))
      assert.deepStrictEqual(made, {
        value: { accountId },
        ...sent("account/create", { accountName: "test", password: "5305b671da2d66785f7e6dd24c117370" })
      })
    })
  )

  it.effect("ram.getAccount", () =>
    Effect.gen(function* () {
      const got = yield* call(Ram.getAccount({ accountId }), Cloud.ok(wireAccount))
      assert.deepStrictEqual(got, { value: account, ...sent("account/get", { accountId }) })
    })
  )

  it.effect("ram.listAccounts, with a sub-account that has no policy yet", () =>
    Effect.gen(function* () {
      const other = { accountId: "0058a3964698415d8a70a931faa48d78", accountName: "test2", appKey }
      const got = yield* call(Ram.listAccounts({ pageStart: 0, pageSize: 2 }), {
        body: {
          page: { total: 15, page: 0, size: 2 },
          data: [wireAccount, { ...other, accountStatus: 1, policy: null }],
          code: "200",
          msg: "Operation succeeded!"
        }
      })
      assert.deepStrictEqual(got, {
        value: {
          items: [account, { ...other, accountStatus: "on" }],
          total: 15,
          pageStart: 0,
          pageSize: 2
        },
        ...sent("account/list", { pageStart: "0", pageSize: "2" })
      })
    })
  )

  it.effect("ram.updatePassword", () =>
    Effect.gen(function* () {
      const wire = {
        accountId,
        oldPassword: "5305b671da2d66785f7e6dd24c117370",
        newPassword: "cc03e747a6afbbcbf8be7668acfebee5"
      }
      const { form, path } = yield* call(
        Ram.updatePassword({
          accountId,
          oldPassword: Redacted.make(wire.oldPassword),
          newPassword: Redacted.make(wire.newPassword)
        })
      )
      assert.deepStrictEqual({ form, path }, sent("account/updatePassword", wire))
    })
  )

  it.effect("ram.setPolicy", () =>
    Effect.gen(function* () {
      const { form, path } = yield* call(Ram.setPolicy({ accountId, policy }))
      assert.strictEqual(path, "/api/lapp/ram/policy/set")
      assert.strictEqual(
        form["policy"],
        `{"Statement":[{"Permission":"GET,UPDATE,REAL","Resource":["dev:469631729","dev:519928976","cam:544229080:1"]},{"Permission":"GET","Resource":["dev:470686804"]}]}`
      )
    })
  )

  it.effect("ram.addStatement", () =>
    Effect.gen(function* () {
      const statement = Policy.statement(["GET"], [Policy.device("547596317")])
      const { form, path } = yield* call(Ram.addStatement({ accountId, statement }))
      assert.deepStrictEqual(
        { form, path },
        sent("statement/add", { accountId, statement: `{"Permission":"GET","Resource":["dev:547596317"]}` })
      )
    })
  )

  it.effect("ram.deleteStatements", () =>
    Effect.gen(function* () {
      const { form, path } = yield* call(Ram.deleteStatements({ accountId, deviceSerial: "547596317" }))
      assert.deepStrictEqual(
        { form, path },
        sent("statement/delete", { accountId, deviceSerial: "547596317" })
      )
    })
  )

  it.effect("ram.getToken", () =>
    Effect.gen(function* () {
      const accessToken = "ra.7jrcjmna8qnqg8d3dgnzs87m4v2dme3l-32enpqgusd-1jvdfe4-uxo15ik0s"
      const areaDomain = "https://iusopen.ezvizlife.com"
      const { form, path, value } = yield* call(
        Ram.getToken({ accountId }),
        Cloud.ok({ accessToken, expireTime: 1470810222045, areaDomain })
      )
      assert.deepStrictEqual({ form, path }, sent("token/get", { accountId }))
      assert.strictEqual(Redacted.value(value.accessToken), accessToken)
      assert.notInclude(inspect(value, { depth: 9 }), accessToken)
      assert.deepStrictEqual(value.expireTime, DateTime.unsafeMake("2016-08-10T06:23:42.045Z"))
      assert.strictEqual(value.areaDomain, areaDomain)
    })
  )

  it.effect("ram.deleteAccount", () =>
    Effect.gen(function* () {
      const { form, path } = yield* call(Ram.deleteAccount({ accountId }))
      assert.deepStrictEqual({ form, path }, sent("account/delete", { accountId }))
    })
  )
})

describe("bad input", () => {
  const password = SubAccountPassword.make(appKey, Redacted.make("secret"))
  const plain = Redacted.make("PLANTED-PLAIN-PASSWORD")
  const nothing = Policy.statement(["GET"], [])
  const misspelt = { deviceSerial: "1", chanelNo: 1 }
  const cases: ReadonlyArray<
    readonly [
      string,
      Effect.Effect<unknown, Ram.CreateAccountError | ApiError.Common, EzvizClient.EzvizClient>,
      string
    ]
  > = [
    ["a name that is too short", Ram.createAccount({ accountName: "abc", password }), "accountName"],
    ["one that is too long", Ram.createAccount({ accountName: "x".repeat(41), password }), "accountName"],
    ["a plain password", Ram.createAccount({ accountName: "test", password: plain }), "password"],
    [
      "a plain new one",
      Ram.updatePassword({ accountId, oldPassword: password, newPassword: plain }),
      "newPassword"
    ],
    [
      "a permission with a comma in it",
      Ram.addStatement({ accountId, statement: Policy.statement(["GET,REAL"], [Policy.device("1")]) }),
      "statement.permissions.0"
    ],
    [
      "no permissions",
      Ram.addStatement({ accountId, statement: Policy.statement([], [Policy.device("1")]) }),
      "statement.permissions"
    ],
    [
      "no resources",
      Ram.setPolicy({ accountId, policy: Policy.make(nothing) }),
      "policy.statements.0.resources"
    ],
    [
      "a misspelt channel",
      Ram.addStatement({ accountId, statement: Policy.statement(["GET"], [misspelt]) }),
      "statement.resources.0.chanelNo"
    ],
    ["an empty accountId", Ram.getToken({ accountId: "" }), "accountId"],
    ["a page that is too long", Ram.listAccounts({ pageSize: 51 }), "pageSize"]
  ]
  for (const [what, effect, parameter] of cases) {
    it.effect(`${what} is refused by its parameter's name`, () => {
      const log: Array<Cloud.Seen> = []
      return Effect.gen(function* () {
        const error = yield* Effect.flip(effect)
        if (error._tag !== "InvalidInput") return assert.fail(error._tag)
        assert.strictEqual(error.parameter, parameter)
        assert.notInclude(inspect(error, { depth: 9, showHidden: true }), "PLANTED")
        assert.strictEqual(log.length, 0)
      }).pipe(Effect.provide(Cloud.withToken(Cloud.ok(), log)))
    })
  }
})

describe("SubAccountPassword", () => {
  it("is the MD5 of the appKey, a # and the password, in lower case and Redacted", () =>
    FastCheck.assert(
      FastCheck.property(FastCheck.string({ unit: "grapheme" }), (plain) => {
        const made = SubAccountPassword.make(appKey, Redacted.make(plain))
        const expected = createHash("md5").update(`${appKey}#${plain}`, "utf8").digest("hex")
        assert.strictEqual(Redacted.value(made), expected)
        assert.notInclude(inspect(made, { showHidden: true }), expected)
      })
    ))
})

describe("Policy", () => {
  it("comes back from its JSON text as it was", () => {
    const encode = Schema.encodeSync(Policy.PolicyText)
    const decode = Schema.decodeSync(Policy.PolicyText)
    FastCheck.assert(
      FastCheck.property(Arbitrary.make(Policy.PolicyText), (any) => {
        assert.deepStrictEqual(decode(encode(any)), any)
        assert.deepStrictEqual(Schema.decodeUnknownSync(Policy.Output)(JSON.parse(encode(any))), any)
      })
    )
  })

  it("takes what follows the last colon for the channel, and keeps what it does not know", () => {
    const resources = (...texts: ReadonlyArray<string>) =>
      Schema.decodeSync(Policy.StatementText)(JSON.stringify({ Permission: "GET, Later", Resource: texts }))
    assert.deepStrictEqual(
      resources("cam:AB:CD:2", "dev:AB:1", "cam:544229080", "group:7", "cam:544229080:0"),
      {
        permissions: ["GET", "Later"],
        resources: [
          { deviceSerial: "AB:CD", channelNo: 2 },
          { deviceSerial: "AB:1" },
          "cam:544229080",
          "group:7",
          "cam:544229080:0"
        ]
      }
    )
  })

  it.effect("that was read can be sent again as it is, without what is unknown in it", () =>
    Effect.gen(function* () {
      const [first, ...others] = wirePolicy.Statement
      const { value } = yield* call(
        Ram.getAccount({ accountId }),
        Cloud.ok({
          ...wireAccount,
          policy: { Version: 2, Statement: [{ ...first, Effect: "Allow" }, ...others] }
        })
      )
      assert.deepStrictEqual(value.policy?.extra, { Version: 2 })
      if (value.policy === undefined) return assert.fail("it has a policy")
      const { form } = yield* call(Ram.setPolicy({ accountId, policy: value.policy }))
      assert.deepStrictEqual(JSON.parse(form["policy"] ?? ""), wirePolicy)
    })
  )
})

it("fails as the chapter's one table has it", () => {
  type Documented =
    | ApiError.ParameterError
    | ApiError.TokenRejected
    | ApiError.AppKeyInvalid
    | ApiError.AppNotPermitted
    | ApiError.PermissionDenied
    | ApiError.SubAccountNotFound
    | ApiError.SubAccountNameTaken
    | ApiError.SubAccountTokenFailed
    | ApiError.SubAccountFrozen
    | ApiError.ServerError
  expectTypeOf<Operation.Operation.Failure<typeof Ram.setPolicy>>().toEqualTypeOf<Documented>()
  expectTypeOf<Ram.GetTokenError>().toEqualTypeOf<Documented>()
})
