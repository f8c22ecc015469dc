import { Live } from "@effect-ezviz/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Media from "../Media.js"
import * as Route from "../Route.js"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Live.getAddress, (input, context) =>
    Effect.flatMap(Route.reachable(context, input.deviceSerial, input.channelNo ?? 1), (device) => {
      if (device.encrypted && input.code === undefined) return Effect.fail(Route.refuse("60019"))
      // Only HLS is really served; an address of another protocol would be a promise that nobody keeps.
      if (input.protocol !== "hls") return Effect.fail(Route.refuse("50000"))
      const seconds = input.expireTime === undefined ? 300 : Duration.toSeconds(input.expireTime)
      const watched = {
        deviceSerial: device.deviceSerial,
        channelNo: input.channelNo ?? 1,
        code: input.code === undefined ? undefined : Redacted.value(input.code)
      }
      const { end, id, url } = Media.liveAddress(watched, context, seconds)
      return Effect.succeed({
        id,
        url: Redacted.make(url),
        expireTime: new Date(end * 1000).toISOString().slice(0, 19).replace("T", " ")
      })
    })
  ),

  Route.make(Live.disableAddress, (input, context) =>
    Effect.map(Route.owned(Route.looking(context), input.deviceSerial), ({ deviceSerial }) => {
      const { addresses } = context.household
      for (const [id, channel] of addresses) {
        const isMeant = channel.deviceSerial === deviceSerial && channel.channelNo === (input.channelNo ?? 1)
        if (isMeant && (input.urlId ?? id) === id) addresses.delete(id)
      }
    })
  )
]
