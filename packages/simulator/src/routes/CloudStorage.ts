import { CloudStorage } from "@effect-ezviz/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Household from "../Household.js"
import * as Route from "../Route.js"

const day = 24 * 3_600_000

/** After so many wrong passwords within a day, no more are looked at. */
const attempts = 5

const subscriber = (context: Route.Context, input: CloudStorage.GetDeviceInfoInput) =>
  Effect.filterOrFail(
    Route.owned(context, input.deviceSerial),
    () => input.phone === undefined || input.phone === context.household.phone,
    () => Route.refuse("20018")
  )

const isSupported = ({ capabilities }: Household.Device) =>
  capabilities.get("support_cloud") === "1" && capabilities.get("support_cloud_version") === "1"

/** What a device has when a card is used for it. */
const withCard = (
  services: ReadonlyArray<Household.CloudService>,
  { totalDays, validDays }: Household.CloudCard,
  now: number,
  isImmediately: boolean
): ReadonlyArray<Household.CloudService> => {
  const running = services.filter(({ expireTime }) => expireTime > now)
  const [first, ...rest] = running
  if (isImmediately && first?.totalDays === totalDays) {
    return [{ ...first, expireTime: first.expireTime + validDays * day }, ...rest]
  }
  const startTime = isImmediately ? now : Math.max(now, ...running.map(({ expireTime }) => expireTime))
  const service = { totalDays, startTime, expireTime: startTime + validDays * day }
  return isImmediately ? [service] : [...running, service]
}

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(CloudStorage.open, (input, context) =>
    Effect.gen(function* () {
      const { household, now } = context
      const device = yield* subscriber(context, input)
      if (!isSupported(device)) return yield* Route.refuse("60020")
      if (input.channelNo !== undefined && input.channelNo > device.channels) {
        return yield* Route.refuse("20032")
      }
      household.wrongCards = household.wrongCards.filter((at) => at > now - day)
      if (household.wrongCards.length >= attempts) return yield* Route.refuse("60030")
      const card = household.cloudCards.get(Redacted.value(input.cardPassword))
      if (card === undefined) {
        household.wrongCards = [...household.wrongCards, now]
        return yield* Route.refuse("60031")
      }
      if (card.used) return yield* Route.refuse("60032")
      if (card.onlyFor !== undefined && card.onlyFor !== device.deviceSerial) {
        return yield* Route.refuse("60033")
      }
      card.used = true
      device.cloudServices = withCard(device.cloudServices, card, now, input.isImmediately ?? false)
    })
  ),

  Route.make(CloudStorage.getDeviceInfo, (input, context) =>
    Effect.map(subscriber(context, input), (device) => {
      const { now } = context
      const about = { deviceSerial: device.deviceSerial, channelNo: input.channelNo ?? 1 }
      const described = ({ expireTime, startTime, totalDays }: Household.CloudService) => ({
        ...about,
        userName: "simulated",
        totalDays,
        startTime: DateTime.unsafeMake(startTime),
        expireTime: DateTime.unsafeMake(expireTime),
        status:
          startTime > now
            ? ("notActivated" as const)
            : expireTime > now
              ? ("activated" as const)
              : ("expired" as const)
      })
      if (!isSupported(device)) return { ...about, status: "unsupported" as const }
      const running = device.cloudServices.filter(({ expireTime }) => expireTime > now)
      const [first = device.cloudServices.at(-1), second] = running
      if (first === undefined) return { ...about, status: "notActivated" as const }
      return {
        ...described(first),
        validDays: Math.max(0, Math.ceil((first.expireTime - now) / day)),
        ...(second !== undefined && { serviceDetail: described(second) })
      }
    })
  )
]
