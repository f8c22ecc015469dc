/**
 * What a script learns from the exit code.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@effect-ezviz/core"

/**
 * The exit code of each kind of error. 0 is success, 1 anything unexpected, 130 an interruption.
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
