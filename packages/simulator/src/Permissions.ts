/**
 * What a sub-account may do: which permission each operation needs, and on what.
 *
 * Source: "Sub-account (RAM)", and what single chapters say of "minimum permissions" and "limits of authority". Where
 * the documentation is silent, the vendor's pages in Chinese name the permission, or what reads needs GET and what
 * writes needs CONFIG. Who lacks it is answered 10031, "the sub-account has no permission", by the tables of all codes
 * and of the chapter; PTZ's own 60001 is about users that a device was shared with.
 *
 * @since 0.1.0
 */
import type { Operation, Operations, Policy } from "@effect-ezviz/core"
import * as Predicate from "effect/Predicate"

/**
 * What an operation needs. `mainAccount`: to be the owner of the devices. `visible`: nothing, but its answer shows only
 * what the caller may GET. Else a permission on the devices that the call names, which may depend on its input.
 *
 * @since 0.1.0
 * @category models
 */
export type Need = "nothing" | "mainAccount" | "visible" | ((input: object) => Policy.Permission)

const permission = (name: Policy.Permission) => () => name

/** Live video, unless a recording is asked for. */
const watching = (input: object): Policy.Permission =>
  Predicate.hasProperty(input, "type") && input.type !== undefined && input.type !== "preview"
    ? "REPLAY"
    : "REAL"

/** Those that do not follow from what an operation is. */
const particular: Partial<Record<keyof typeof Operations.all, Need>> = {
  "device.add": "mainAccount",
  "device.delete": "mainAccount",
  "ram.createAccount": "mainAccount",
  "ram.listAccounts": "mainAccount",
  "ram.setPolicy": "mainAccount",
  "ram.addStatement": "mainAccount",
  "ram.deleteStatements": "mainAccount",
  "ram.getToken": "mainAccount",
  "ram.deleteAccount": "mainAccount",
  // About the sub-account itself: their routes refuse any other.
  "ram.getAccount": "nothing",
  "ram.updatePassword": "nothing",
  "device.list": "visible",
  "camera.list": "visible",
  "alarm.list": "visible",
  // The picture is of a device that the call does not name.
  "device.getPictureByUuid": "visible",
  "device.rename": permission("UPDATE"),
  "device.capture": permission("CAPTURE"),
  "live.getAddress": watching,
  "live.disableAddress": permission("REAL"),
  "ptz.start": permission("PTZ"),
  "ptz.stop": permission("PTZ"),
  "ptz.mirror": permission("PTZ"),
  "preset.add": permission("PTZ"),
  "preset.move": permission("PTZ"),
  "preset.clear": permission("PTZ"),
  "storage.formatDisk": permission("FORMAT")
}

const isParticular = (id: string): id is keyof typeof particular => Object.hasOwn(particular, id)

/**
 * What an operation needs.
 *
 * @since 0.1.0
 * @category utilities
 */
export const needOf = ({ auth, id, semantics }: Operation.Route): Need => {
  if (auth === "none") return "nothing"
  const need = isParticular(id) ? particular[id] : undefined
  return need ?? permission(semantics === "read" ? "GET" : "CONFIG")
}

/**
 * Whether a policy grants a permission on a channel, or on a device with all of its channels.
 *
 * @since 0.1.0
 * @category predicates
 */
export const grants = (
  policy: Policy.Policy | undefined,
  permission: Policy.Permission,
  { channelNo, deviceSerial }: Policy.DeviceResource
): boolean =>
  (policy?.statements ?? []).some(
    ({ permissions, resources }) =>
      // The documentation writes them `GET` in policies and `Get` where they are asked for.
      permissions.some((name) => name.toUpperCase() === permission) &&
      resources.some(
        (resource) =>
          typeof resource !== "string" &&
          resource.deviceSerial === deviceSerial &&
          (resource.channelNo === undefined || resource.channelNo === channelNo)
      )
  )

/**
 * The devices that a policy names, in order.
 *
 * @since 0.1.0
 * @category utilities
 */
export const serialsOf = (policy: Policy.Policy | undefined): ReadonlyArray<string> =>
  [
    ...new Set(
      (policy?.statements ?? [])
        .flatMap(({ resources }) => resources)
        .flatMap((resource) => (typeof resource === "string" ? [] : [resource.deviceSerial]))
    )
  ].sort()

/** What a call is about. `parameters` are the operation's, whether the call has them or not. */
const targetsOf = (
  input: object,
  parameters: { readonly has: (name: string) => boolean }
): ReadonlyArray<Policy.DeviceResource> => {
  const text = (name: "deviceSerial" | "ipcSerial") => {
    const value = Predicate.hasProperty(input, name) ? input[name] : undefined
    return typeof value === "string" ? [value] : []
  }
  // "The default is 1", say chapters of a channel that is left out; without the parameter it is the whole device.
  const named = Predicate.hasProperty(input, "channelNo") ? input.channelNo : undefined
  const channel = parameters.has("channelNo") ? { channelNo: typeof named === "number" ? named : 1 } : {}
  return [
    ...text("deviceSerial").map((deviceSerial) => ({ deviceSerial, ...channel })),
    // A camera to link, which has one channel.
    ...text("ipcSerial").map((deviceSerial) => ({ deviceSerial, channelNo: 1 }))
  ]
}

/**
 * Whether a sub-account with this policy may make a call with this input. What it may see of a list is for the list.
 *
 * @since 0.1.0
 * @category predicates
 */
export const allows = (
  policy: Policy.Policy | undefined,
  route: Operation.Route,
  input: object,
  parameters: { readonly has: (name: string) => boolean }
): boolean => {
  const need = needOf(route)
  if (typeof need === "function") {
    return targetsOf(input, parameters).every((target) => grants(policy, need(input), target))
  }
  return need !== "mainAccount"
}
