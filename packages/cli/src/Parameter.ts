/**
 * The arguments and options that many commands share.
 *
 * @since 0.1.0
 */
import * as Args from "@effect/cli/Args"
import * as Options from "@effect/cli/Options"
import * as Option from "effect/Option"

/**
 * @since 0.1.0
 * @category arguments
 */
export const deviceSerial = Args.text({ name: "deviceSerial" }).pipe(
  Args.withDescription("The device's serial number.")
)

/**
 * @since 0.1.0
 * @category options
 */
export const channel = Options.integer("channel").pipe(
  Options.withAlias("c"),
  Options.withDefault(1),
  Options.withDescription("The channel; 1 for a camera.")
)

/**
 * @since 0.1.0
 * @category options
 */
export const reveal = Options.boolean("reveal").pipe(
  Options.withDescription("Print tokens and signed addresses instead of <redacted>.")
)

/**
 * Present only when it was given, as exact optional properties want it.
 *
 * @since 0.1.0
 * @category conversions
 */
export const given = <K extends string, A>(name: K, value: Option.Option<A>): { readonly [P in K]?: A } =>
  Option.match(value, {
    onNone: () => ({}),
    onSome: (some) => ({ [name]: some }) as { readonly [P in K]: A }
  })
