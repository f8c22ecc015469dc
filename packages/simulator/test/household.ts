import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Ezviz, RateLimit, TokenStore } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import { Effect, Layer, Redacted } from "effect"

/** The real client over a real socket. */
const client = Layer.unwrapEffect(
  Effect.map(Simulator.Simulator, ({ appKey, appSecret, url }) =>
    Ezviz.layer({ appKey, appSecret: Redacted.make(appSecret), baseUrl: url })
  )
).pipe(Layer.provide(FetchHttpClient.layer))

/** A simulated cloud with its client. */
export const env = (options: Simulator.Options = {}) => Layer.provideMerge(client, Simulator.layer(options))

/** Devices of the household by what they are. */
export const camera = { deviceSerial: "SIM100000" }
export const upToDate = { deviceSerial: "SIM100001" }
export const offline = { deviceSerial: "SIM100006" }
export const doorbell = { deviceSerial: "SIM100010" }
export const hub = { deviceSerial: "SIM100011" }
export const foreign = { deviceSerial: "SIM900000" }

/** Calls in the name of a sub-account, whose token the SDK gets by itself. */
export const as =
  (accountId: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.flatMap(Simulator.Simulator, ({ appKey, appSecret, url }) =>
      Effect.provide(
        effect,
        Ezviz.layerSubAccount({
          appKey,
          appSecret: Redacted.make(appSecret),
          baseUrl: url,
          accountId,
          // Nobody waits between two captures here.
          rateLimit: { spacing: {} }
        }).pipe(
          Layer.provide(
            Layer.mergeAll(TokenStore.layerMemory, RateLimit.layerLimiterMemory, FetchHttpClient.layer)
          )
        )
      )
    )
