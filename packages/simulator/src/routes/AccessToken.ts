import { AccessTokenOperations } from "@effect-ezviz/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(AccessTokenOperations.get, (input, context) => {
    if (input.appKey !== context.appKey) return Effect.fail(Route.refuse("10017"))
    if (Redacted.value(input.appSecret) !== context.appSecret) return Effect.fail(Route.refuse("10030"))
    const accessToken = `at.simulated-${context.nextId()}`
    const end = context.now + context.tokenLifeMillis
    context.household.tokens.set(accessToken, end)
    return Effect.succeed({
      accessToken: Redacted.make(accessToken),
      expireTime: DateTime.unsafeMake(end),
      areaDomain: context.areaDomain
    })
  })
]
