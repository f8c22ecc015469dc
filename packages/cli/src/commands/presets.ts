import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import { Preset } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Parameter from "../Parameter.js"
import * as Write from "../Write.js"

const index = Args.integer({ name: "index" }).pipe(Args.withDescription("The preset's number."))

const camera = { deviceSerial: Parameter.deviceSerial, channelNo: Parameter.channel }

const add = Command.make("add", { ...camera, ...Write.options }, ({ channelNo, deviceSerial, ...options }) =>
  Write.send(Preset.add({ deviceSerial, channelNo }), {
    ...options,
    done: (preset) => `This is preset ${preset.index} of ${deviceSerial} now.`
  })
).pipe(
  Command.withDescription(
    "Remember where a camera points now. Keep the number that is printed: the cloud lists no presets."
  )
)

const go = Command.make(
  "go",
  { ...camera, index, ...Write.options },
  ({ channelNo, deviceSerial, index, ...options }) =>
    Write.send(Preset.move({ deviceSerial, channelNo, index }), {
      ...options,
      done: () => `${deviceSerial} turns to preset ${index}.`
    })
).pipe(Command.withDescription("Turn a camera to a preset."))

const clear = Command.make(
  "clear",
  { ...camera, index, ...Write.options, yes: Write.yes },
  ({ channelNo, deviceSerial, index, ...options }) =>
    Effect.zipRight(
      Write.confirmed(`Forget preset ${index} of ${deviceSerial}?`, options),
      Write.send(Preset.clear({ deviceSerial, channelNo, index }), {
        ...options,
        done: () => `${deviceSerial} has no preset ${index} any more.`
      })
    )
).pipe(Command.withDescription("Forget a preset."))

export const presets = Command.make("presets").pipe(
  Command.withSubcommands([add, go, clear]),
  Command.withDescription("Remember places that a camera points to, and go back to them.")
)
