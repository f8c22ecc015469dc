import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import { Device } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Failure from "../Failure.js"
import * as Parameter from "../Parameter.js"

const file = Options.file("output").pipe(
  Options.withAlias("o"),
  Options.optional,
  Options.withDescription("Where to save the picture. Default: SERIAL.jpg.")
)

const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

export const snapshot = Command.make(
  "snapshot",
  { deviceSerial: Parameter.deviceSerial, channelNo: Parameter.channel, file },
  Effect.fnUntraced(function* ({ deviceSerial, channelNo, file }) {
    const { picUrl } = yield* Device.capture({ deviceSerial, channelNo })
    const client = HttpClient.filterStatusOk(yield* HttpClient.HttpClient)
    const response = yield* client.get(Redacted.value(picUrl))
    const bytes = new Uint8Array(yield* response.arrayBuffer)
    if (!isJpeg(bytes)) return yield* new Failure.Unusable({ message: "The cloud's answer is no picture." })
    const path = Option.getOrElse(file, () => `${deviceSerial.replace(/[^\w.-]/g, "_")}.jpg`)
    yield* Effect.flatMap(FileSystem.FileSystem, (fs) => fs.writeFile(path, bytes))
    yield* Console.log(path)
  })
).pipe(Command.withDescription("Take a picture and save it. Leave 4 seconds between two of one device."))
