/**
 * What each operation does here. Parameters are read and results written by the operation's own schemas, so that a
 * route is only its behaviour.
 *
 * @since 0.1.0
 */
import {
  AccessTokenOperations,
  Alarm,
  type ApiError,
  Camera,
  Device,
  Live,
  type Operation,
  Ptz
} from "@effect-ezviz/core"
import * as Data from "effect/Data"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import type * as Household from "./Household.js"

/**
 * A documented code instead of a result.
 *
 * @since 0.1.0
 * @category errors
 */
export class Refusal extends Data.TaggedError("Refusal")<{ readonly code: string }> {}

const refuse = (code: string) => new Refusal({ code })

/**
 * What a route knows besides its input.
 *
 * @since 0.1.0
 * @category models
 */
export interface Context {
  readonly household: Household.Household
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
  /** From the parameters as they came to the data as it goes out. */
  readonly run: (parameters: Record<string, unknown>, context: Context) => Effect.Effect<unknown, Refusal>
}

/** The parameters that are numbers on the wire: a form knows only texts. */
const numbersIn = (ast: SchemaAST.AST): ReadonlySet<string> => {
  const encoded = SchemaAST.encodedAST(ast)
  const members = encoded._tag === "Union" ? encoded.types : [encoded]
  return new Set(
    members
      .flatMap(SchemaAST.getPropertySignatures)
      .filter(({ type }) => type._tag === "NumberKeyword")
      .map(({ name }) => String(name))
  )
}

const isNumeric = (value: unknown): value is string =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)

const route = <I, A, E extends ApiError.CodedError>(
  operation: Operation.Operation<I, A, E>,
  behave: (input: I, context: Context) => Effect.Effect<A, Refusal>
): Route => {
  const numbers = numbersIn(operation.definition.payload.ast)
  return {
    definition: operation.definition,
    run: (parameters, context) => {
      const typed = Object.entries(parameters).map(([name, value]) => [
        name,
        numbers.has(name) && isNumeric(value) ? Number(value) : value
      ])
      return Schema.decodeUnknown(operation.definition.payload)(Object.fromEntries(typed)).pipe(
        Effect.mapError(() => refuse("10001")),
        Effect.flatMap((input) => behave(input, context)),
        Effect.flatMap((value) => Effect.orDie(Schema.encode(operation.definition.success)(value)))
      )
    }
  }
}

/** A device of the account, or the documented reason why not. */
const owned = (context: Context, deviceSerial: string): Effect.Effect<Household.Device, Refusal> => {
  const device = context.household.devices.get(deviceSerial)
  if (device === undefined) return Effect.fail(refuse("20002"))
  return device.owned ? Effect.succeed(device) : Effect.fail(refuse("20018"))
}

/** A device of the account that answers, with a channel that it has. */
const reachable = (context: Context, deviceSerial: string, channelNo = 1) =>
  Effect.flatMap(owned(context, deviceSerial), (device): Effect.Effect<Household.Device, Refusal> => {
    if (channelNo > device.channels) return Effect.fail(refuse("20032"))
    return device.online ? Effect.succeed(device) : Effect.fail(refuse("20007"))
  })

const page = <A>(items: ReadonlyArray<A>, input: Operation.PageInput): Operation.Page<A> => {
  const pageStart = input.pageStart ?? 0
  const pageSize = input.pageSize ?? 10
  return {
    items: items.slice(pageStart * pageSize, (pageStart + 1) * pageSize),
    total: items.length,
    pageStart,
    pageSize
  }
}

const mine = (context: Context) => [...context.household.devices.values()].filter((device) => device.owned)

const moved = (device: Household.Device, direction: string): string | undefined => {
  const { position } = device
  const end = 3
  const d = direction.toLowerCase()
  if ((d === "up" || d.startsWith("upper")) && position.tilt >= end) return "60002"
  if ((d === "down" || d.startsWith("lower")) && position.tilt <= -end) return "60003"
  if (d.endsWith("left") && position.pan <= -end) return "60004"
  if (d.endsWith("right") && position.pan >= end) return "60005"
  if (d === "up" || d.startsWith("upper")) position.tilt += 1
  if (d === "down" || d.startsWith("lower")) position.tilt -= 1
  if (d.endsWith("left")) position.pan -= 1
  if (d.endsWith("right")) position.pan += 1
  if (d === "zoomin") position.zoom += 1
  if (d === "zoomout") position.zoom -= 1
  return undefined
}

/**
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<Route> = [
  route(AccessTokenOperations.get, (input, context) => {
    if (input.appKey !== context.appKey) return Effect.fail(refuse("10017"))
    if (Redacted.value(input.appSecret) !== context.appSecret) return Effect.fail(refuse("10030"))
    const accessToken = `at.simulated-${context.nextId()}`
    const end = context.now + context.tokenLifeMillis
    context.household.tokens.set(accessToken, end)
    return Effect.succeed({
      accessToken: Redacted.make(accessToken),
      expireTime: DateTime.unsafeMake(end),
      areaDomain: context.areaDomain
    })
  }),

  route(Device.list, (input, context) =>
    Effect.succeed(
      page(
        mine(context).map((device) => ({
          deviceSerial: device.deviceSerial,
          deviceName: device.deviceName,
          deviceType: device.deviceType,
          status: device.online ? ("online" as const) : ("offline" as const),
          defence: "disarmed" as const,
          deviceVersion: "V5.3.0 build 231116",
          isEncrypt: device.encrypted
        })),
        input
      )
    )
  ),

  route(Device.getInfo, (input, context) =>
    Effect.map(owned(context, input.deviceSerial), (device) => ({
      deviceSerial: device.deviceSerial,
      deviceName: device.deviceName,
      model: device.model,
      status: device.online ? "online" : "offline",
      defence: "disarmed",
      isEncrypt: device.encrypted
    }))
  ),

  route(Device.getStatus, (input, context) =>
    Effect.map(owned(context, input.deviceSerial), () => ({
      privacyStatus: "off",
      pirStatus: "notReported",
      alarmSoundMode: "mute",
      batteryStatus: -1,
      lockSignal: -1,
      diskNum: 1,
      diskState: "0---------------",
      cloudStatus: "notActivated",
      nvrDiskNum: -2,
      nvrDiskState: "-2"
    }))
  ),

  route(Device.capture, (input, context) =>
    Effect.map(reachable(context, input.deviceSerial, input.channelNo), (device) => ({
      picUrl: Redacted.make(
        `${context.areaDomain}/pictures/${device.deviceSerial}_${input.channelNo}.jpg?Expires=${Math.floor(context.now / 1000) + 7200}&Signature=${context.nextId()}`
      )
    }))
  ),

  route(Device.add, (input, context) =>
    Effect.suspend(() => {
      const device = context.household.devices.get(input.deviceSerial)
      if (device === undefined) return Effect.fail(refuse("20002"))
      if (device.owned) return Effect.fail(refuse("20017"))
      if (Redacted.value(input.validateCode) !== device.validateCode) return Effect.fail(refuse("20010"))
      device.owned = true
      return Effect.void
    })
  ),

  route(Device.delete, (input, context) =>
    Effect.map(owned(context, input.deviceSerial), (device) => {
      device.owned = false
    })
  ),

  route(Device.rename, (input, context) =>
    Effect.map(owned(context, input.deviceSerial), (device) => {
      device.deviceName = input.deviceName
    })
  ),

  route(Device.enableEncryption, (input, context) =>
    Effect.flatMap(reachable(context, input.deviceSerial), (device) => {
      if (device.encrypted) return Effect.fail(refuse("60019"))
      device.encrypted = true
      return Effect.void
    })
  ),

  route(Device.disableEncryption, (input, context) =>
    Effect.flatMap(reachable(context, input.deviceSerial), (device) => {
      if (Redacted.value(input.validateCode) !== device.validateCode) return Effect.fail(refuse("20010"))
      if (!device.encrypted) return Effect.fail(refuse("60016"))
      device.encrypted = false
      return Effect.void
    })
  ),

  route(Camera.list, (input, context) =>
    Effect.succeed(
      page(
        mine(context).map((device) => ({
          deviceSerial: device.deviceSerial,
          channelNo: 1,
          channelName: `${device.deviceName}@1`,
          status: device.online ? ("online" as const) : ("offline" as const),
          isShared: "notShared" as const,
          picUrl: Redacted.make(`${context.areaDomain}/pictures/${device.deviceSerial}_1.jpg`),
          isEncrypt: device.encrypted,
          videoLevel: "hd" as const
        })),
        input
      )
    )
  ),

  route(Live.getAddress, (input, context) =>
    Effect.flatMap(reachable(context, input.deviceSerial, input.channelNo), (device) => {
      if (device.encrypted && input.code === undefined) return Effect.fail(refuse("60019"))
      // Only HLS is really served; an address of another protocol would be a promise that nobody keeps.
      if (input.protocol !== "hls") return Effect.fail(refuse("50000"))
      const id = context.nextId()
      context.household.addresses.add(id)
      const seconds = input.expireTime === undefined ? 300 : Duration.toSeconds(input.expireTime)
      const end = Math.floor(context.now / 1000) + seconds
      return Effect.succeed({
        id,
        url: Redacted.make(
          `${context.areaDomain}/v3/openlive/${device.deviceSerial}_${input.channelNo ?? 1}_1.m3u8?expire=${end}&id=${id}&t=${context.nextId()}&ev=100`
        ),
        expireTime: new Date(end * 1000).toISOString().slice(0, 19).replace("T", " ")
      })
    })
  ),

  route(Live.disableAddress, (input, context) =>
    Effect.map(owned(context, input.deviceSerial), () => {
      if (input.urlId === undefined) context.household.addresses.clear()
      else context.household.addresses.delete(input.urlId)
    })
  ),

  route(Ptz.start, (input, context) =>
    Effect.flatMap(reachable(context, input.deviceSerial, input.channelNo), (device) => {
      if (!device.ptz) return Effect.fail(refuse("60000"))
      const limit = moved(device, input.direction)
      if (limit !== undefined) return Effect.fail(refuse(limit))
      device.moving = input.direction
      return Effect.void
    })
  ),

  route(Ptz.stop, (input, context) =>
    Effect.flatMap(reachable(context, input.deviceSerial, input.channelNo), (device) => {
      if (!device.ptz) return Effect.fail(refuse("60000"))
      device.moving = undefined
      return Effect.void
    })
  ),

  route(Alarm.list, (input, context) =>
    Effect.succeed(
      page(
        context.household.alarms
          .filter(
            (alarm) =>
              (input.startTime === undefined || alarm.alarmTime >= DateTime.toEpochMillis(input.startTime)) &&
              (input.endTime === undefined || alarm.alarmTime <= DateTime.toEpochMillis(input.endTime)) &&
              (input.alarmType === undefined ||
                input.alarmType === -1 ||
                alarm.alarmType === input.alarmType) &&
              (input.status === "all" || alarm.isChecked === (input.status === "read"))
          )
          .map((alarm) => ({
            alarmId: alarm.alarmId,
            alarmName: context.household.devices.get(alarm.deviceSerial)?.deviceName ?? alarm.deviceSerial,
            alarmType: alarm.alarmType,
            alarmTime: DateTime.unsafeMake(alarm.alarmTime),
            channelNo: 1,
            isEncrypt: false,
            isChecked: alarm.isChecked,
            preTime: 10,
            delayTime: 30,
            deviceSerial: alarm.deviceSerial,
            alarmPicUrl: Redacted.make(`${context.areaDomain}/pictures/${alarm.deviceSerial}_1.jpg`),
            relationAlarms: []
          })),
        input
      )
    )
  )
]
