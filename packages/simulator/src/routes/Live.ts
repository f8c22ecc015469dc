import { Live } from "@effect-ezviz/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Live.getAddress, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial, input.channelNo ?? 1), (device) => {
      if (device.encrypted && input.code === undefined) return Effect.fail(Route.refuse("60019"))
      // Only HLS is really served; an address of another protocol would be a promise that nobody keeps.
      if (input.protocol !== "hls") return Effect.fail(Route.refuse("50000"))
      const id = context.nextId()
      context.household.addresses.add(id)
      const seconds = input.expireTime === undefined ? 300 : Duration.toSeconds(input.expireTime)
      const end = Math.floor(context.now / 1000) + seconds
      return Effect.succeed({
        id,
        url: Redacted.make(
          `${context.areaDomain}/v3/openlive/${device.deviceSerial}_${input.channelNo ?? 1}_1.m3u8?expire=${end}&id=${id}&t=${context.nextId()}&ev=100`
        ),
        expireTime: new Date(end * 1000).toISOString().slice(0, 19).replace("T", " ")
      })
    })
  ),

  Route.make(Live.disableAddress, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), () => {
      if (input.urlId === undefined) context.household.addresses.clear()
      else context.household.addresses.delete(input.urlId)
    })
  )
]
