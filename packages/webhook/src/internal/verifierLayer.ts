import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { SignedPush, Verified, VerifierOptions } from "../Signature.js"
import { SignatureError } from "../SignatureError.js"
import type { Options, Verifier } from "../Verifier.js"
import {
  type InvalidOptions,
  OutsideWindow,
  RawBodyMissing,
  SignatureMalformed,
  SignatureMismatch,
  SignatureMissing,
  TimestampInvalid,
  type VerifyError
} from "../WebhookError.js"
import { validate } from "./options.js"

const classes = {
  OutsideWindow,
  RawBodyMissing,
  SignatureMalformed,
  SignatureMismatch,
  SignatureMissing,
  TimestampInvalid
}

/** A refusal becomes a typed error; anything else a verifier throws is a defect. */
const refusal = (error: unknown): VerifyError => {
  if (error instanceof SignatureError) return new classes[error.reason]({ message: error.message })
  throw error
}

/** The Effect form of a plain verifier, on Effect's clock. */
export const make = (
  verifier: (options: VerifierOptions) => (push: SignedPush, now: number) => Verified | Promise<Verified>,
  options: Options
): Effect.Effect<typeof Verifier.Service, InvalidOptions> =>
  validate(() =>
    verifier({
      secrets: options.secrets.map(Redacted.value),
      toleranceMillis: options.tolerance === undefined ? undefined : Duration.toMillis(options.tolerance)
    })
  ).pipe(
    Effect.map((verify) => ({
      verify: (push) =>
        Clock.currentTimeMillis.pipe(
          Effect.flatMap((now) => Effect.try({ try: () => verify(push, now), catch: refusal })),
          Effect.flatMap((verified) =>
            verified instanceof Promise
              ? Effect.tryPromise({ try: () => verified, catch: refusal })
              : Effect.succeed(verified)
          )
        )
    }))
  )
