import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Recordings } from "@effect-ezviz/core"
import * as Stream from "effect/Stream"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"

const time = (name: string, description: string) =>
  Options.text(name).pipe(Options.optional, Options.withDescription(description))

const from = time("from", "yyyy-MM-dd HH:mm:ss on the device's own clock. Default: midnight.")
const to = time("to", "As --from. Default: now.")

export const recordings = Command.make(
  "recordings",
  { deviceSerial: Parameter.deviceSerial, channelNo: Parameter.channel, from, to, ...Output.format },
  ({ channelNo, deviceSerial, from, to, ...format }) =>
    Output.items(
      Stream.fromIterableEffect(
        Recordings.timeline({
          deviceSerial,
          channelNo,
          ...Parameter.given("startTime", from),
          ...Parameter.given("endTime", to)
        })
      ),
      format,
      {
        FROM: (span) => span.startTime,
        TO: (span) => span.endTime,
        CHANNEL: (span) => span.channelNo,
        WHY: (span) => span.types.join(", ")
      }
    )
).pipe(Command.withDescription("Show what a device has recorded on its own card, as spans of time."))
