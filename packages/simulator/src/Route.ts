/**
 * What a route is, and what the behaviour of most has in common.
 *
 * @since 0.1.0
 */
import { type ApiError, EzvizClient, type Operation, type Policy } from "@effect-ezviz/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import type * as Devices from "./Devices.js"
import type * as Household from "./Household.js"
import * as Permissions from "./Permissions.js"
import type * as Received from "./Received.js"

/**
 * A documented code instead of a result.
 *
 * @since 0.1.0
 * @category errors
 */
export class Refusal extends Data.TaggedError("Refusal")<{ readonly code: string }> {}

/**
 * @since 0.1.0
 * @category constructors
 */
export const refuse = (code: string) => new Refusal({ code })

/**
 * What a route knows besides its input.
 *
 * @since 0.1.0
 * @category models
 */
export interface Context {
  readonly household: Household.Household
  /** A device that exists, whoever has it: to look at where the operation reads, else to change. */
  readonly device: (deviceSerial: string) => Household.Device | undefined
  /** The sub-account whose token came; `undefined` for the main account. */
  readonly caller: Household.SubAccount | undefined
  readonly appKey: string
  readonly appSecret: string
  /** The address of the account's region. */
  readonly areaDomain: string
  readonly tokenLifeMillis: number
  /** The time, in milliseconds since 1970. */
  readonly now: number
  /** A new id, never given before. */
  readonly nextId: () => string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Route {
  readonly definition: Operation.Route & Pick<Operation.Definition<never, never, never>, "family" | "reads">
  /** How many of its parameters a request has: operations share a path. */
  readonly matches: (received: Received.Received) => number
  /** From the parameters as they came to the data as it goes out. */
  readonly run: (received: Received.Received, context: Context) => Effect.Effect<unknown, Refusal>
}

/** The parameters by their wire names, and whether they are numbers there: a form knows only texts. */
const wireParameters = (ast: SchemaAST.AST): ReadonlyMap<string, "number" | "other"> => {
  const encoded = SchemaAST.encodedAST(ast)
  const members = encoded._tag === "Union" ? encoded.types : [encoded]
  return new Map(
    members
      .flatMap(SchemaAST.getPropertySignatures)
      .map(({ name, type }) => [String(name), type._tag === "NumberKeyword" ? "number" : "other"])
  )
}

const isNumeric = (value: unknown): value is string =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)

/**
 * A route of an operation and its behaviour. Parameters are read and the result is written by the operation's own
 * schemas.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <I, A, E extends ApiError.CodedError>(
  operation: Operation.Operation<I, A, E>,
  behave: (input: I, context: Context) => Effect.Effect<A, Refusal>
): Route => {
  const { definition } = operation
  const names = wireParameters(definition.payload.ast)
  const parameters = (received: Received.Received): Record<string, unknown> => {
    const out: Record<string, unknown> = {}
    for (const [name, kind] of names) {
      const value = received.read(name, EzvizClient.placeOf(definition, name))
      if (value !== undefined) out[name] = kind === "number" && isNumeric(value) ? Number(value) : value
    }
    return out
  }
  const permitted = ({ caller }: Context, input: I) =>
    caller === undefined ||
    Permissions.allows(caller.policy, definition, Predicate.isObject(input) ? input : {}, names)
  return {
    definition,
    matches: (received) => Object.keys(parameters(received)).length,
    run: (received, context) =>
      Schema.decodeUnknown(definition.payload)(parameters(received)).pipe(
        Effect.mapError(() => refuse("10001")),
        Effect.filterOrFail(
          (input) => permitted(context, input),
          () => refuse("10031")
        ),
        Effect.flatMap((input) => behave(input, context)),
        Effect.flatMap((value) => Effect.orDie(Schema.encode(definition.success)(value)))
      )
  }
}

/**
 * For an operation that is not a read and leaves its device as it was, which need not be kept for it.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const looking = (context: Context): Context => ({ ...context, device: context.household.devices.look })

/**
 * A device of the account, or the documented reason why not.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const owned = (context: Context, deviceSerial: string): Effect.Effect<Household.Device, Refusal> => {
  const device = context.device(deviceSerial)
  if (device === undefined) return Effect.fail(refuse("20002"))
  return device.owned ? Effect.succeed(device) : Effect.fail(refuse("20018"))
}

/**
 * A device of the account that answers, and that has the channel, if one is named.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const reachable = (context: Context, deviceSerial: string, channelNo = 0) =>
  Effect.flatMap(owned(context, deviceSerial), (device): Effect.Effect<Household.Device, Refusal> => {
    if (channelNo > device.channels) return Effect.fail(refuse("20032"))
    return device.online ? Effect.succeed(device) : Effect.fail(refuse("20007"))
  })

const can = (capability: string) => (device: Household.Device) =>
  (device.capabilities.get(capability) ?? "0") !== "0"

/**
 * A device of the account that has a documented capability, whether it answers or not; one without answers 60020,
 * unless the operation has a code of its own for that.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const able = (
  context: Context,
  deviceSerial: string,
  capability: string,
  unsupported = "60020"
): Effect.Effect<Household.Device, Refusal> =>
  Effect.filterOrFail(owned(context, deviceSerial), can(capability), () => refuse(unsupported))

/**
 * A device as `reachable` that has a documented capability, as with `able`.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const capable = (
  context: Context,
  target: { readonly deviceSerial: string; readonly channelNo?: number },
  capability: string,
  unsupported = "60020"
) =>
  Effect.filterOrFail(reachable(context, target.deviceSerial, target.channelNo), can(capability), () =>
    refuse(unsupported)
  )

/**
 * The page of a list that was asked for, each item shown as it is answered.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const page = <A, B>(
  items: Devices.Listed<A>,
  input: Operation.PageInput,
  show: (item: A) => B
): Operation.Page<B> => {
  const pageStart = input.pageStart ?? 0
  const pageSize = input.pageSize ?? 10
  return {
    items: items.slice(pageStart * pageSize, (pageStart + 1) * pageSize).map((item) => show(item)),
    total: items.length,
    pageStart,
    pageSize
  }
}

/**
 * Whether the caller may see a device, or one channel of it, where it is not named by the call.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const sees = ({ caller }: Context, target: Policy.DeviceResource): boolean =>
  caller === undefined || Permissions.grants(caller.policy, "GET", target)

/**
 * The devices of the account that the caller may see, or those of them that are cameras.
 *
 * @since 0.1.0
 * @category behaviour
 */
export const mine = (context: Context, which: "owned" | "cameras"): Devices.Listed<Household.Device> => {
  const { caller, household } = context
  if (caller === undefined) return household.devices[which]
  const channel = which === "cameras" ? { channelNo: 1 } : {}
  // What a policy does not name is not seen: there is no need to look at a whole fleet.
  return Permissions.serialsOf(caller.policy)
    .filter((deviceSerial) => sees(context, { deviceSerial, ...channel }))
    .flatMap((deviceSerial) => household.devices.look(deviceSerial) ?? [])
    .filter((device) => device.owned && (which === "owned" || device.channels > 0))
}
