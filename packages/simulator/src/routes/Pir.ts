import { AreaGrid, Pir } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Pir.setArea, (input, context) =>
    Effect.flatMap(Route.capable(context, input, "support_pir_setting"), (device) => {
      const columns = device.pirArea[0]?.length ?? 0
      const area = AreaGrid.toCells(AreaGrid.fromCells(input.area), columns)
      if (area?.length !== device.pirArea.length) return Effect.fail(Route.refuse("10001"))
      device.pirArea = area
      return Effect.void
    })
  ),

  Route.make(Pir.getArea, (input, context) =>
    Effect.map(Route.capable(context, input, "support_pir_setting"), (device) => ({
      deviceSerial: device.deviceSerial,
      channelNo: input.channelNo ?? 1,
      rows: device.pirArea.length,
      columns: device.pirArea[0]?.length ?? 0,
      area: device.pirArea
    }))
  )
]
