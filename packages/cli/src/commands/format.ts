import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { DiskFormat, Storage } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Failure from "../Failure.js"
import * as Parameter from "../Parameter.js"
import * as Progress from "../Progress.js"
import * as Write from "../Write.js"

const diskIndex = Options.integer("disk").pipe(
  Options.withDefault(0),
  Options.withDescription("The disk's index. Default: 0.")
)

export const format = Command.make(
  "format",
  {
    deviceSerial: Parameter.deviceSerial,
    diskIndex,
    ...Write.options,
    yes: Write.yes
  },
  Effect.fnUntraced(function* ({ deviceSerial, diskIndex, ...options }) {
    const input = { deviceSerial, diskIndex }
    if (options.dryRun) return yield* Write.show(Storage.formatDisk(input), options)
    yield* Write.confirmed(
      `Erase disk ${diskIndex} of ${deviceSerial}? Every recording on it is lost, for good.`,
      options
    )
    const end = yield* Progress.follow(DiskFormat.run(input), options)
    if (end?.status !== "normal") {
      return yield* new Failure.Failed({ message: `Disk ${diskIndex} of ${deviceSerial} is not in order.` })
    }
  })
).pipe(Command.withDescription("Erase a card or disk of a device, and follow it to the end."))
