import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Movement, Ptz } from "@effect-ezviz/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Parameter from "../Parameter.js"
import * as Write from "../Write.js"

const direction = Args.choice(
  Ptz.Direction.names.map((name): [string, typeof name] => [name, name]),
  { name: "direction" }
).pipe(Args.withDescription("Where to move."))

const speed = Options.choice("speed", Ptz.Speed.names).pipe(
  Options.withDefault("medium" as const),
  Options.withDescription("Default: medium.")
)

const seconds = Options.float("seconds").pipe(
  Options.withDefault(1),
  Options.withDescription("How long to move before the camera is stopped. Default: 1.")
)

const ended: { readonly [E in Movement.Ended]: string } = {
  time: "Moved, and stopped.",
  upperLimit: "It can go no further up.",
  lowerLimit: "It can go no further down.",
  leftLimit: "It can go no further to the left.",
  rightLimit: "It can go no further to the right."
}

export const ptz = Command.make(
  "ptz",
  {
    deviceSerial: Parameter.deviceSerial,
    direction,
    channelNo: Parameter.channel,
    speed,
    seconds,
    ...Write.options
  },
  ({ channelNo, deviceSerial, direction, seconds, speed, ...options }) => {
    const start = { deviceSerial, channelNo, direction, speed }
    return options.dryRun
      ? Write.show(Ptz.start(start), options)
      : Write.send(
          Effect.map(Movement.move({ ...start, duration: Duration.seconds(seconds) }), (how) => ({
            ended: how
          })),
          { ...options, done: (result) => ended[result.ended] }
        )
  }
).pipe(Command.withDescription("Move a camera for a while. It is stopped also when the command is."))
