import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Live } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"
import * as Secret from "../Secret.js"

const protocol = Options.choice("protocol", Live.Protocol.names).pipe(
  Options.withDefault("hls" as const),
  Options.withDescription("The protocol of the stream. Default: hls, which every player knows.")
)

const quality = Options.choice("quality", Live.Quality.names).pipe(
  Options.optional,
  Options.withDescription("Default: hd.")
)

const expire = Options.integer("expire-seconds").pipe(
  Options.map(Duration.seconds),
  Options.optional,
  Options.withDescription("How long the address stays valid: 30 to 62208000 seconds.")
)

const encrypted = Options.boolean("encrypted").pipe(
  Options.withDescription(
    "The device encrypts its video: its verification code is asked for, or read from EZVIZ_VALIDATE_CODE or standard input."
  )
)

export const live = Command.make(
  "live",
  {
    deviceSerial: Parameter.deviceSerial,
    channelNo: Parameter.channel,
    protocol,
    quality,
    expire,
    encrypted,
    ...Output.format
  },
  Effect.fnUntraced(function* ({ deviceSerial, channelNo, protocol, quality, expire, encrypted, ...format }) {
    const code = encrypted ? Option.some(yield* Secret.validateCode) : Option.none()
    const address = yield* Live.getAddress({
      deviceSerial,
      channelNo,
      protocol,
      ...Parameter.given("quality", quality),
      ...Parameter.given("expireTime", expire),
      ...Parameter.given("code", code)
    })
    // The address is signed, and it is what was asked for.
    yield* format.json || format.ndjson
      ? Console.log(Output.json(address, { secrets: true, ...(format.ndjson ? {} : { indent: 2 }) }))
      : Console.log(Redacted.value(address.url))
  })
).pipe(Command.withDescription("Print an address to watch a camera live, for a player such as mpv or VLC."))
