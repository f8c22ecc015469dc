import * as Command from "@effect/cli/Command"
import { Firmware, FirmwareUpgrade } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"
import * as Progress from "../Progress.js"
import * as Write from "../Write.js"

const { deviceSerial } = Parameter

const version = Command.make("version", { deviceSerial, ...Output.format }, ({ deviceSerial, ...format }) =>
  Effect.flatMap(Firmware.getVersion({ deviceSerial }), (firmware) =>
    Output.one(firmware, format, {
      Installed: (each) => each.currentVersion,
      Newest: (each) => each.latestVersion
    })
  )
).pipe(Command.withDescription("Show the installed version and the newest one."))

const upgrade = Command.make(
  "upgrade",
  { deviceSerial, ...Write.options, yes: Write.yes },
  Effect.fnUntraced(function* ({ deviceSerial, ...options }) {
    if (options.dryRun) return yield* Write.show(Firmware.upgrade({ deviceSerial }), options)
    yield* Write.confirmed(`Upgrade ${deviceSerial}? It is out of reach meanwhile.`, options)
    const end = yield* Progress.follow(FirmwareUpgrade.run({ deviceSerial }), options)
    if (end?.status !== "upgraded") {
      return yield* new Failure.Failed({ message: `${deviceSerial} was not upgraded.` })
    }
  })
).pipe(Command.withDescription("Upgrade a device to the newest version, and follow it to the end."))

export const firmware = Command.make("firmware").pipe(
  Command.withSubcommands([version, upgrade]),
  Command.withDescription("Look at a device's firmware, and upgrade it.")
)
