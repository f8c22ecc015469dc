import * as Command from "@effect/cli/Command"
import { Alarm, Page } from "@effect-ezviz/core"
import * as Output from "../Output.js"

export const alarms = Command.make("alarms", Output.format, (format) =>
  Output.items(Page.stream(Alarm.list, {}), format, {
    TIME: (alarm) => Output.instant(alarm.alarmTime),
    SERIAL: (alarm) => alarm.deviceSerial,
    NAME: (alarm) => alarm.alarmName,
    TYPE: (alarm) => alarm.alarmType,
    READ: (alarm) => alarm.isChecked
  })
).pipe(Command.withDescription("List the account's alarms."))
