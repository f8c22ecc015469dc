/**
 * What happens in the house without being asked for: alarms, and devices that come and go.
 *
 * @since 0.1.0
 */
import { AlarmType } from "@effect-ezviz/core"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type * as Household from "./Household.js"
import type * as Journal from "./Journal.js"
import * as Media from "./Media.js"
import type * as Push from "./Push.js"

/**
 * An alarm to raise.
 *
 * @since 0.1.0
 * @category models
 */
export interface AlarmOptions {
  readonly deviceSerial: string
  /** The alarm type's code. Default: 10002, motion. */
  readonly alarmType?: number | undefined
}

/**
 * The account has no such device.
 *
 * @since 0.1.0
 * @category errors
 */
export class UnknownDevice extends Data.TaggedError("UnknownDevice")<{ readonly deviceSerial: string }> {
  /** What happened. */
  override get message(): string {
    return `the simulated account has no device ${this.deviceSerial}`
  }
}

/**
 * Ends with the last attempt at each webhook.
 *
 * @since 0.1.0
 * @category models
 */
export interface Pushing extends Fiber.Fiber<ReadonlyArray<Push.Attempt>> {}

/**
 * @since 0.1.0
 * @category models
 */
export interface Alarms {
  /** Raises an alarm, whether the device is armed or not, and begins to push it. */
  readonly raise: (alarm: AlarmOptions) => Effect.Effect<Pushing, UnknownDevice>
  /** Switches a device on or off, and begins to push a change. */
  readonly setOnline: (deviceSerial: string, online: boolean) => Effect.Effect<Pushing, UnknownDevice>
  /** Has devices that are online and armed raise alarms, for ever. */
  readonly everySoOften: (every: Duration.DurationInput) => Effect.Effect<void>
}

/** What a device raises alarms of: the types of all its capabilities, and motion if it has none of these. */
const typesByCapability: Readonly<Record<string, ReadonlyArray<AlarmType.AlarmType>>> = {
  support_doorbell_sound: ["doorBellRingAlarm"],
  support_pir_detect: ["pirEvent"],
  support_intelligent_track: ["motionDetectionAlarm", "intrusion", "lineCrossing"],
  support_add_del_detector: ["magneticContactAlarm", "pirAlarm", "waterLeakAlarm"]
}

const typesOf = ({ capabilities }: Household.Device): ReadonlyArray<AlarmType.AlarmType> => {
  const types = Object.entries(typesByCapability).flatMap(([capability, types]) =>
    capabilities.get(capability) === "1" ? types : []
  )
  return types.length === 0 ? ["motionDetectionAlarm"] : types
}

/** Among so many devices that stand together one is looked for that raises an alarm: a fleet is not looked through. */
const neighbours = 100

/** Only the last 7 days of alarms can be searched. */
const keptMillis = 7 * 24 * 60 * 60 * 1000

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = Effect.fnUntraced(function* (
  sender: Push.Sender,
  house: {
    readonly household: Household.Household
    readonly journal: Journal.Journal
    readonly areaDomain: string
    readonly nextId: () => string
  }
) {
  const clock = yield* Effect.clock
  const { household, journal, nextId } = house

  const deviceOf = (deviceSerial: string, how: "look" | "get") => {
    const device = household.devices[how](deviceSerial)
    return device?.owned === true ? Effect.succeed(device) : Effect.fail(new UnknownDevice({ deviceSerial }))
  }

  const raise = Effect.fnUntraced(function* ({
    alarmType = AlarmType.codes.motionDetectionAlarm,
    deviceSerial
  }: AlarmOptions) {
    const device = yield* deviceOf(deviceSerial, "look")
    const now = yield* Clock.currentTimeMillis
    const alarmId = nextId()
    const { alarms } = household
    alarms.unshift({ alarmId, alarmType, alarmTime: now, deviceSerial, isChecked: false })
    while ((alarms.at(-1)?.alarmTime ?? now) < now - keptMillis) alarms.pop()
    yield* journal.add({ kind: "alarm", deviceSerial, alarmId, alarmType })
    return yield* sender.push({
      type: "ys.alarm",
      messageId: alarmId,
      messageTime: now,
      deviceSerial,
      body: {
        devSerial: deviceSerial,
        channel: 1,
        channelName: device.deviceName,
        alarmId,
        alarmType,
        alarmTime: now,
        pictureList:
          device.channels === 0
            ? []
            : [{ id: alarmId, url: Media.pictureAddress({ deviceSerial, channelNo: 1 }, { ...house, now }) }],
        crypt: device.encrypted ? 1 : 0
      }
    })
  }, Effect.withClock(clock))

  const setOnline = Effect.fnUntraced(function* (deviceSerial: string, online: boolean) {
    const device = yield* deviceOf(deviceSerial, "get")
    if (device.online === online) return Fiber.succeed([])
    device.online = online
    yield* journal.add({ kind: "presence", deviceSerial, online })
    return yield* sender.push({
      type: "ys.onoffline",
      messageId: nextId(),
      messageTime: yield* Clock.currentTimeMillis,
      deviceSerial,
      body: {
        deviceName: device.deviceName,
        devType: device.model,
        msgType: online ? "ONLINE" : "OFFLINE"
      }
    })
  }, Effect.withClock(clock))

  const anyAlarm = Effect.gen(function* () {
    const { owned } = household.devices
    const first = yield* Random.nextIntBetween(0, Math.max(1, owned.length - neighbours + 1))
    const watching = owned
      .slice(first, first + neighbours)
      .filter(({ defence, online }) => online && defence !== "disarmed")
    const device = watching[yield* Random.nextIntBetween(0, watching.length)]
    if (device === undefined) return
    const types = typesOf(device)
    const type = types[yield* Random.nextIntBetween(0, types.length)]
    const alarm = { deviceSerial: device.deviceSerial, ...(type && { alarmType: AlarmType.codes[type] }) }
    // The next alarm does not wait until the webhooks have this one.
    yield* Effect.ignore(raise(alarm))
  })

  const alarms: Alarms = {
    raise,
    setOnline,
    everySoOften: (every) =>
      Effect.asVoid(Effect.schedule(anyAlarm, Schedule.jittered(Schedule.spaced(every))))
  }
  return alarms
})
