import { Ram } from "@effect-ezviz/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

type Found = Effect.Effect<Household.SubAccount, Route.Refusal>

const existing = (account: Household.SubAccount | undefined): Found =>
  account === undefined ? Effect.fail(Route.refuse("10032")) : Effect.succeed(account)

const byId = (context: Route.Context, accountId: string) =>
  existing(context.household.subAccounts.get(accountId))

/** A sub-account that the caller is, or that is below it. */
const own = (context: Route.Context, account: Household.SubAccount): Found =>
  context.caller === undefined || context.caller === account
    ? Effect.succeed(account)
    : Effect.fail(Route.refuse("10031"))

const byName = (context: Route.Context, name: string) =>
  [...context.household.subAccounts.values()].find(({ accountName }) => accountName === name)

const shown = (
  { accountId, accountName, accountStatus, policy }: Household.SubAccount,
  { appKey }: Route.Context
): Ram.SubAccount => ({ accountId, accountName, appKey, accountStatus, ...(policy && { policy }) })

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Ram.createAccount, ({ accountName, password }, context) => {
    if (byName(context, accountName) !== undefined) return Effect.fail(Route.refuse("10034"))
    const accountId = context.nextId().padStart(32, "0")
    context.household.subAccounts.set(accountId, {
      accountId,
      accountName,
      password: Redacted.value(password),
      accountStatus: "on",
      policy: undefined,
      tokens: new Set()
    })
    return Effect.succeed({ accountId })
  }),

  Route.make(Ram.getAccount, ({ accountId, accountName }, context) => {
    const named =
      accountId !== undefined
        ? byId(context, accountId)
        : accountName !== undefined
          ? existing(byName(context, accountName))
          : context.caller === undefined
            ? Effect.fail(Route.refuse("10001"))
            : Effect.succeed(context.caller)
    return named.pipe(
      Effect.flatMap((account) => own(context, account)),
      Effect.map((account) => shown(account, context))
    )
  }),

  Route.make(Ram.listAccounts, (input, context) =>
    Effect.succeed(
      Route.page([...context.household.subAccounts.values()], input, (account) => shown(account, context))
    )
  ),

  Route.make(Ram.updatePassword, ({ accountId, newPassword, oldPassword }, context) =>
    byId(context, accountId).pipe(
      Effect.flatMap((account) => own(context, account)),
      // The chapter's table has no code for a wrong password; this one is of the table of all codes.
      Effect.filterOrFail(
        ({ password }) => password === Redacted.value(oldPassword),
        () => Route.refuse("10019")
      ),
      Effect.andThen((account) => {
        account.password = Redacted.value(newPassword)
      })
    )
  ),

  Route.make(Ram.setPolicy, ({ accountId, policy }, context) =>
    Effect.map(byId(context, accountId), (account) => {
      account.policy = policy
    })
  ),

  Route.make(Ram.addStatement, ({ accountId, statement }, context) =>
    Effect.map(byId(context, accountId), (account) => {
      account.policy = { statements: [...(account.policy?.statements ?? []), statement] }
    })
  ),

  Route.make(Ram.deleteStatements, ({ accountId, deviceSerial }, context) =>
    Effect.map(byId(context, accountId), (account) => {
      const statements = account.policy?.statements ?? []
      account.policy = {
        statements: statements
          .map(({ permissions, resources }) => ({
            permissions,
            resources: resources.filter(
              (resource) => typeof resource === "string" || resource.deviceSerial !== deviceSerial
            )
          }))
          .filter(({ resources }) => resources.length > 0)
      }
    })
  ),

  Route.make(Ram.getToken, ({ accountId }, context) =>
    byId(context, accountId).pipe(
      Effect.filterOrFail(
        ({ accountStatus }) => accountStatus === "on",
        () => Route.refuse("10036")
      ),
      Effect.map(({ tokens }) => {
        const accessToken = `ra.simulated-${context.nextId()}`
        const end = context.now + context.tokenLifeMillis
        context.household.tokens.set(accessToken, end)
        tokens.add(accessToken)
        return {
          accessToken: Redacted.make(accessToken),
          expireTime: DateTime.unsafeMake(end),
          areaDomain: context.areaDomain
        }
      })
    )
  ),

  Route.make(Ram.deleteAccount, ({ accountId }, context) =>
    Effect.map(byId(context, accountId), ({ tokens }) => {
      for (const token of tokens) context.household.tokens.delete(token)
      context.household.subAccounts.delete(accountId)
    })
  )
]
