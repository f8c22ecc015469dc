import { Detector, DetectorType } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Household from "../Household.js"
import * as Route from "../Route.js"

const hub = "support_add_del_detector"

const of = (device: Household.Device, detectorSerial: string) => {
  const detector = device.detectors.get(detectorSerial)
  // The chapter has no code of its own for a detector that is not there.
  return detector === undefined ? Effect.fail(Route.refuse("20002")) : Effect.succeed(detector)
}

/** A detector that can be told something, with its hub. */
const reachable = (context: Route.Context, input: Detector.DeleteInput) =>
  Effect.flatMap(Route.reachable(context, input.deviceSerial), (device) =>
    Effect.map(of(device, input.detectorSerial), (detector) => ({ device, detector }))
  )

/** A household is a dozen devices, the last of which is the hub: it is linked to the cameras that are near. */
const near = (context: Route.Context, device: Household.Device): ReadonlyArray<Household.Device> => {
  if (device.capabilities.get(hub) !== "1") return []
  const first = Number(device.deviceSerial.slice(3)) - 11
  return Array.from({ length: 11 }, (_, n) => context.household.devices.look(`SIM${first + n}`)).flatMap(
    (camera) => (camera?.owned && camera.channels === 1 ? [camera] : [])
  )
}

const codeOf = (model: string) => {
  const type = DetectorType.ofModel(model)
  return {
    detectorType: type ?? model,
    detectorTypeName: type === undefined ? model : DetectorType.codes[type]
  }
}

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(Detector.list, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), ({ detectors, online }) =>
      [...detectors.values()].map(({ detectorModel, detectorSerial, fault, location, modes }) => ({
        detectorSerial,
        ...codeOf(detectorModel),
        detectorState: online,
        location,
        zfStatus: fault,
        uvStatus: false,
        iwcStatus: false,
        olStatus: false,
        atHomeEnable: modes.stay,
        outerEnable: modes.away,
        sleepEnable: modes.sleeping
      }))
    )
  ),

  Route.make(Detector.setStatus, (input, context) =>
    Effect.flatMap(reachable(context, input), ({ detector: { modes } }) => {
      if (modes[input.safeMode] === input.enable) return Effect.fail(Route.refuse("60022"))
      modes[input.safeMode] = input.enable
      return Effect.void
    })
  ),

  Route.make(Detector.delete, (input, context) =>
    Effect.map(reachable(context, input), ({ device }) => {
      device.detectors.delete(input.detectorSerial)
    })
  ),

  Route.make(Detector.listBindableIpcs, (input, context) =>
    Effect.map(Route.owned(context, input.deviceSerial), (device) =>
      near(context, device).map(({ deviceName, deviceSerial }) => ({
        deviceSerial,
        channelNo: 1,
        cameraName: deviceName
      }))
    )
  ),

  Route.make(Detector.listLinkedIpcs, (input, context) =>
    Route.owned(context, input.deviceSerial).pipe(
      Effect.flatMap((device) => of(device, input.detectorSerial)),
      Effect.map(({ detectorSerial, ipcs }) => [...ipcs].map((ipcSerial) => ({ detectorSerial, ipcSerial })))
    )
  ),

  Route.make(Detector.setIpcLink, (input, context) =>
    Effect.flatMap(Route.capable(context, { deviceSerial: input.deviceSerial }, hub), (device) =>
      Effect.flatMap(of(device, input.detectorSerial), ({ ipcs }) => {
        if (input.operation === "delete") ipcs.delete(input.ipcSerial)
        else if (near(context, device).some((camera) => camera.deviceSerial === input.ipcSerial)) {
          ipcs.add(input.ipcSerial)
        } else return Effect.fail(Route.refuse("20002"))
        return Effect.void
      })
    )
  ),

  Route.make(Detector.rename, (input, context) =>
    Effect.map(reachable(context, input), ({ detector }) => {
      detector.location = input.newName
    })
  ),

  Route.make(Detector.cancelAlarm, (input, context) =>
    Effect.map(Route.capable(context, input, hub), ({ detectors }) => {
      for (const detector of detectors.values()) detector.fault = false
    })
  ),

  Route.make(Detector.add, ({ detectorCode, detectorModel, detectorSerial, deviceSerial }, context) =>
    Effect.flatMap(Route.capable(context, { deviceSerial }, hub), ({ detectors }) => {
      if (Redacted.value(detectorCode) !== "ABCDEF") return Effect.fail(Route.refuse("10001"))
      // Nor is there one for a detector that is there already.
      if (detectors.has(detectorSerial)) return Effect.fail(Route.refuse("50000"))
      detectors.set(detectorSerial, Household.newDetector(detectorSerial, detectorModel, detectorSerial))
      return Effect.void
    })
  )
]
