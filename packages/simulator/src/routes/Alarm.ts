import { Alarm, AlarmType } from "@effect-ezviz/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

const known = (code: number): AlarmType.AnyAlarmType => AlarmType.fromWire(code) ?? code

/** The page of these alarms that was asked for. */
const search = (alarms: ReadonlyArray<Household.Alarm>, input: Alarm.ListInput, context: Route.Context) =>
  Route.page(
    alarms.filter(
      (alarm) =>
        (input.startTime === undefined || alarm.alarmTime >= DateTime.toEpochMillis(input.startTime)) &&
        (input.endTime === undefined || alarm.alarmTime <= DateTime.toEpochMillis(input.endTime)) &&
        (input.alarmType === undefined ||
          input.alarmType === -1 ||
          known(alarm.alarmType) === input.alarmType) &&
        (input.status === "all" || alarm.isChecked === (input.status === "read"))
    ),
    input,
    (alarm) => ({
      alarmId: alarm.alarmId,
      alarmName: context.household.devices.look(alarm.deviceSerial)?.deviceName ?? alarm.deviceSerial,
      alarmType: known(alarm.alarmType),
      alarmTime: DateTime.unsafeMake(alarm.alarmTime),
      channelNo: 1,
      isEncrypt: false,
      isChecked: alarm.isChecked,
      preTime: 10,
      delayTime: 30,
      deviceSerial: alarm.deviceSerial,
      alarmPicUrl: Redacted.make(`${context.areaDomain}/pictures/${alarm.deviceSerial}_1.jpg`),
      relationAlarms: []
    })
  )

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Alarm.list, (input, context) =>
    Effect.succeed(
      search(
        context.household.alarms.filter(({ deviceSerial }) =>
          Route.sees(context, { deviceSerial, channelNo: 1 })
        ),
        input,
        context
      )
    )
  ),

  Route.make(Alarm.listByDevice, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), ({ deviceSerial }) =>
      search(
        context.household.alarms.filter((alarm) => alarm.deviceSerial === deviceSerial),
        input,
        context
      )
    )
  )
]
