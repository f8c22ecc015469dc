import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Alarm, AlarmFeed, Page } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Stream from "effect/Stream"
import * as Output from "../Output.js"

const follow = Options.boolean("follow").pipe(
  Options.withAlias("f"),
  Options.withDescription("Go on with the alarms as they come, until stopped.")
)

const facts = (alarm: Alarm.Alarm) =>
  [
    Output.instant(alarm.alarmTime),
    alarm.deviceSerial,
    Output.printable(alarm.alarmName),
    alarm.alarmType
  ].join("  ")

export const alarms = Command.make("alarms", { ...Output.format, follow }, ({ follow, ...format }) => {
  if (!follow) {
    return Output.items(Page.stream(Alarm.list, { status: "all" }), format, {
      TIME: (alarm) => Output.instant(alarm.alarmTime),
      SERIAL: (alarm) => alarm.deviceSerial,
      NAME: (alarm) => alarm.alarmName,
      TYPE: (alarm) => alarm.alarmType,
      READ: (alarm) => alarm.isChecked
    })
  }
  // There is no end to wait for: every alarm has its line, whatever the format.
  const asJson = format.json || format.ndjson
  return Stream.runForEach(AlarmFeed.poll(), (alarm) =>
    Console.log(asJson ? Output.json(alarm) : facts(alarm))
  )
}).pipe(Command.withDescription("List the account's alarms of today, or follow them."))
