import { Preset } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const limit = 12

const capable = (context: Route.Context, input: Preset.AddInput) =>
  Effect.zipRight(
    Route.capable(context, input, "support_ptz", "60000"),
    Route.capable(context, input, "ptz_preset")
  )

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Preset.add, (input, context) =>
    Effect.flatMap(capable(context, input), (device) => {
      const free = Array.from({ length: limit }, (_, n) => n + 1).find((n) => !device.presets.has(n))
      if (free === undefined) {
        return Effect.fail(Route.refuse(device.deviceType.startsWith("C6") ? "60008" : "60007"))
      }
      device.presets.set(free, { ...device.position })
      return Effect.succeed({ index: free })
    })
  ),

  Route.make(Preset.move, (input, context) =>
    Effect.flatMap(capable(context, input), (device) => {
      const preset = device.presets.get(input.index)
      if (preset === undefined) return Effect.fail(Route.refuse("60011"))
      const { pan, tilt, zoom } = device.position
      if (preset.pan === pan && preset.tilt === tilt && preset.zoom === zoom) {
        return Effect.fail(Route.refuse("60010"))
      }
      Object.assign(device.position, preset)
      return Effect.void
    })
  ),

  Route.make(Preset.clear, (input, context) =>
    Effect.flatMap(capable(context, input), (device) =>
      device.presets.delete(input.index) ? Effect.void : Effect.fail(Route.refuse("60011"))
    )
  )
]
