/**
 * The form in which the passwords of sub-accounts travel.
 *
 * @since 0.1.0
 */
import { md5 } from "@noble/hashes/legacy.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import * as Redacted from "effect/Redacted"

/**
 * A sub-account's password as the API wants it: the MD5 of `appKey#password`, in lower-case hexadecimal digits. Whoever
 * has it can use it in place of the password, so that it is a secret as well.
 *
 * Source: "Sub-account (RAM)", 1.1 Create Sub-Account.
 *
 * @example
 * ```ts
 * import { Ram, SubAccountPassword } from "@effect-ezviz/core"
 * import { Redacted } from "effect"
 *
 * const program = (appKey: string, plain: Redacted.Redacted<string>) =>
 *   Ram.createAccount({ accountName: "installer", password: SubAccountPassword.make(appKey, plain) })
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (appKey: string, password: Redacted.Redacted<string>): Redacted.Redacted<string> =>
  Redacted.make(bytesToHex(md5(utf8ToBytes(`${appKey}#${Redacted.value(password)}`))))
