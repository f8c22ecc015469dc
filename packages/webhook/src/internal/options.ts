import * as Effect from "effect/Effect"
import { InvalidOptions } from "../WebhookError.js"

/** A number that counts things. `NaN` from an unset variable would compare as no limit at all. */
export const positiveInteger = (name: string, value: unknown): number => {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value
  throw new TypeError(`${name} must be a positive integer`)
}

/** What throws a `TypeError` for an option that cannot work, as an Effect. */
export const validate = <A>(check: () => A): Effect.Effect<A, InvalidOptions> =>
  Effect.try({
    try: check,
    catch: (error) => {
      if (error instanceof TypeError) return new InvalidOptions({ message: error.message })
      throw error
    }
  })
