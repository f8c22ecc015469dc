/**
 * What a script learns from the exit code.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@effect-ezviz/core"
import type * as Arr from "effect/Array"

/**
 * The exit code of each kind of error. 0 is success.
 *
 * @since 0.1.0
 * @category tables
 */
export const ofCategory: { readonly [C in ApiError.Category]: number } = {
  unexpected: 1,
  input: 2,
  auth: 3,
  permission: 4,
  notFound: 5,
  offline: 6,
  throttled: 7,
  quota: 8,
  unsupported: 9,
  state: 10,
  failed: 11,
  transport: 12
}

/**
 * The person, or a signal, has stopped the command.
 *
 * @since 0.1.0
 * @category tables
 */
export const interrupted = 130

/**
 * The exit codes in words.
 *
 * @since 0.1.0
 * @category tables
 */
export const meanings: Arr.NonEmptyReadonlyArray<readonly [code: number, meaning: string]> = [
  [0, "done"],
  [ofCategory.unexpected, "something unexpected"],
  [ofCategory.input, "a wrong argument, or --yes is missing"],
  [ofCategory.auth, "no account, or wrong credentials"],
  [ofCategory.permission, "not permitted"],
  [ofCategory.notFound, "no such device, channel, …"],
  [ofCategory.offline, "the device cannot be reached"],
  [ofCategory.throttled, "too many calls just now"],
  [ofCategory.quota, "a quota or the plan is used up"],
  [ofCategory.unsupported, "the device cannot do this"],
  [ofCategory.state, "things are already so, or in progress"],
  [ofCategory.failed, "the device or the cloud failed"],
  [ofCategory.transport, "no usable answer: network, time limit"],
  [interrupted, "interrupted, or not confirmed"]
]
