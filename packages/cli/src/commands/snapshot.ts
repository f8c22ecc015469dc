import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as FileSystem from "@effect/platform/FileSystem"
import { Snapshots } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"

const file = Options.file("output").pipe(
  Options.withAlias("o"),
  Options.optional,
  Options.withDescription("Where to save the picture. By default it is named after the device.")
)

export const snapshot = Command.make(
  "snapshot",
  { deviceSerial: Parameter.deviceSerial, channelNo: Parameter.channel, file, ...Output.format },
  Effect.fnUntraced(function* ({ deviceSerial, channelNo, file, ...format }) {
    const { bytes, contentType } = yield* Snapshots.take({ deviceSerial, channelNo })
    const ending = contentType === "image/jpeg" ? "jpg" : contentType.replace("image/", "")
    const path = Option.getOrElse(file, () => `${deviceSerial.replace(/[^\w.-]/g, "_")}.${ending}`)
    yield* Effect.flatMap(FileSystem.FileSystem, (fs) => fs.writeFile(path, bytes))
    yield* format.json || format.ndjson
      ? Output.document({ path, contentType, size: bytes.length }, format)
      : Console.log(path)
  })
).pipe(Command.withDescription("Take a picture and save it."))
