import { assert, describe, it } from "@effect/vitest"
import { Device, Page, Policy, Ram, SubAccountPassword } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Chunk, Effect, Redacted, Stream } from "effect"
import { as, camera, env } from "./household.js"

const accountId = "b3ad7ba927524b748e557572024d4ac2"
const tagOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

const create = (accountName: string) =>
  Effect.flatMap(Simulator.Simulator, ({ appKey }) =>
    Ram.createAccount({
      accountName,
      password: SubAccountPassword.make(appKey, Redacted.make("first"))
    })
  )

describe("ram", () => {
  it.live("creates sub-accounts, finds them by id and by name, and deletes them", () =>
    Effect.gen(function* () {
      const { appKey } = yield* Simulator.Simulator
      const made = yield* create("tester")
      const account = { ...made, accountName: "tester", appKey, accountStatus: "on" as const }
      assert.deepStrictEqual(yield* Ram.getAccount(made), account)
      assert.deepStrictEqual(yield* Ram.getAccount({ accountName: "tester" }), account)
      assert.strictEqual((yield* Ram.getAccount({ accountId, accountName: "tester" })).accountId, accountId)
      const all = yield* Stream.runCollect(Page.stream(Ram.listAccounts, { pageSize: 1 }))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(all).map(({ accountName }) => accountName),
        ["installer", "tester"]
      )
      assert.strictEqual(yield* tagOf(create("tester")), "SubAccountNameTaken")
      assert.strictEqual(yield* tagOf(Ram.getAccount({})), "ParameterError")
      yield* Ram.deleteAccount(made)
      assert.strictEqual(yield* tagOf(Ram.getAccount(made)), "SubAccountNotFound")
      assert.strictEqual(yield* tagOf(Ram.getToken(made)), "SubAccountNotFound")
    }).pipe(Effect.provide(env()))
  )

  it.live("replaces a policy, adds to it, and takes devices out of it", () =>
    Effect.gen(function* () {
      const policy = Effect.map(Ram.getAccount({ accountId }), (account) => account.policy)
      const both = Policy.statement(["GET"], [Policy.device("SIM100000"), Policy.camera("SIM100001", 1)])
      const one = Policy.statement(["UPDATE"], [Policy.camera("SIM100000", 1)])
      yield* Ram.setPolicy({ accountId, policy: Policy.make(both) })
      yield* Ram.addStatement({ accountId, statement: one })
      assert.deepStrictEqual(yield* policy, Policy.make(both, one))
      yield* Ram.deleteStatements({ accountId, deviceSerial: "SIM100000" })
      assert.deepStrictEqual(
        yield* policy,
        Policy.make(Policy.statement(["GET"], [Policy.camera("SIM100001", 1)]))
      )
    }).pipe(Effect.provide(env()))
  )

  it.live("changes a password only for who knows the old one", () =>
    Effect.gen(function* () {
      const { appKey } = yield* Simulator.Simulator
      const [first, second] = ["first", "second"].map((plain) =>
        SubAccountPassword.make(appKey, Redacted.make(plain))
      )
      if (first === undefined || second === undefined) return assert.fail("there are two")
      const made = yield* create("tester")
      yield* Ram.updatePassword({ ...made, oldPassword: first, newPassword: second })
      const again = yield* Effect.flip(
        Ram.updatePassword({ ...made, oldPassword: first, newPassword: second })
      )
      assert.deepInclude({ ...again }, { _tag: "UnknownCode", code: "10019" })
    }).pipe(Effect.provide(env()))
  )

  it.live("gives tokens that are tokens, until the sub-account is off or gone", () =>
    Effect.gen(function* () {
      const { household } = yield* Simulator.Simulator
      yield* Effect.gen(function* () {
        assert.strictEqual((yield* Device.getInfo(camera)).deviceSerial, camera.deviceSerial)
        assert.strictEqual((yield* Ram.getAccount({})).accountId, accountId)
        for (const refused of [
          Ram.listAccounts({}),
          Ram.getToken({ accountId }),
          Ram.setPolicy({ accountId, policy: Policy.make() }),
          Ram.deleteAccount({ accountId })
        ]) {
          assert.strictEqual(yield* tagOf(refused), "PermissionDenied")
        }
      }).pipe(as(accountId))
      const account = household.subAccounts.get(accountId)
      if (account === undefined) return assert.fail("it is seeded")
      account.accountStatus = "off"
      assert.strictEqual(yield* tagOf(Ram.getToken({ accountId })), "SubAccountFrozen")
      account.accountStatus = "on"
      const { accessToken } = yield* Ram.getToken({ accountId })
      assert.isTrue(household.tokens.has(Redacted.value(accessToken)))
      yield* Ram.deleteAccount({ accountId })
      assert.isFalse(household.tokens.has(Redacted.value(accessToken)))
    }).pipe(Effect.provide(env()))
  )
})
