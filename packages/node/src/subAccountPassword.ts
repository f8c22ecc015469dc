/**
 * The form in which the passwords of sub-accounts travel.
 *
 * @since 0.1.0
 */
import * as SubAccountPassword from "@effect-ezviz/core/SubAccountPassword"
import * as Redacted from "effect/Redacted"

/**
 * A sub-account's password as `ezviz.ram.createAccount` and `updatePassword` take it: the MD5 of `appKey#password`, in
 * lower-case hexadecimal digits. Whoever has it can use it in place of the password: keep it secret as well.
 *
 * @since 0.1.0
 * @category constructors
 */
export const subAccountPassword = (appKey: string, password: string): string =>
  Redacted.value(SubAccountPassword.make(appKey, Redacted.make(password)))
