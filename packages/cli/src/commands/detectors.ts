import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import { Detector, DetectorType } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Record from "effect/Record"
import * as Stream from "effect/Stream"
import * as Output from "../Output.js"
import * as Secret from "../Secret.js"
import * as Write from "../Write.js"

const deviceSerial = Args.text({ name: "hub" }).pipe(Args.withDescription("The hub's serial number."))
const detectorSerial = Args.text({ name: "detector" }).pipe(
  Args.withDescription("The detector's serial number.")
)
const detector = { deviceSerial, detectorSerial }

const modesOf = ({ atHomeEnable, outerEnable, sleepEnable }: Detector.Detector) =>
  [atHomeEnable && "stay", outerEnable && "away", sleepEnable && "sleeping"].filter(Boolean).join(", ")

const troubleOf = ({ iwcStatus, olStatus, uvStatus, zfStatus }: Detector.Detector) =>
  [olStatus && "offline", uvStatus && "battery low", iwcStatus && "radio disturbed", zfStatus && "zone fault"]
    .filter(Boolean)
    .join(", ")

const list = Command.make("list", { deviceSerial, ...Output.format }, ({ deviceSerial, ...format }) =>
  Output.items(Stream.fromIterableEffect(Detector.list({ deviceSerial })), format, {
    SERIAL: (detector) => detector.detectorSerial,
    NAME: (detector) => detector.location,
    TYPE: (detector) => detector.detectorType,
    CONNECTED: (detector) => detector.detectorState,
    GUARDS: modesOf,
    TROUBLE: troubleOf
  })
).pipe(Command.withDescription("List a hub's detectors, and the modes of the hub in which they guard."))

const safeMode = Args.choice(
  Detector.SafeMode.names.map((name): [string, typeof name] => [name, name]),
  { name: "mode" }
).pipe(Args.withDescription("The mode of the hub that this is about."))

const enable = Args.choice<boolean>(
  [
    ["on", true],
    ["off", false]
  ],
  { name: "on|off" }
).pipe(Args.withDescription("Whether the detector guards in that mode."))

const status = Command.make(
  "status",
  { ...detector, safeMode, enable, ...Write.options },
  ({ detectorSerial, deviceSerial, enable, safeMode, ...options }) =>
    Write.send(Detector.setStatus({ deviceSerial, detectorSerial, safeMode, enable }), {
      ...options,
      done: () => `${detectorSerial} ${enable ? "guards" : "does not guard"} in mode ${safeMode}.`
    })
).pipe(Command.withDescription("Say whether a detector guards in a mode of its hub."))

const newName = Args.text({ name: "name" }).pipe(Args.withDescription("The new name."))

const rename = Command.make(
  "rename",
  { ...detector, newName, ...Write.options },
  ({ detectorSerial, deviceSerial, newName, ...options }) =>
    Write.send(Detector.rename({ deviceSerial, detectorSerial, newName }), {
      ...options,
      done: () => `${detectorSerial} is called ${newName}.`
    })
).pipe(Command.withDescription("Give a detector another name."))

const detectorModel = Args.choice(
  Record.keys(DetectorType.models).map((name): [string, typeof name] => [name, name]),
  { name: "model" }
).pipe(Args.withDescription("The detector's model."))

const detectorCode = Effect.flatMap(Secret.asking, (ask) =>
  ask({ variable: "EZVIZ_DETECTOR_CODE", message: "The detector's verification code" })
)

const add = Command.make(
  "add",
  { ...detector, detectorModel, ...Write.options },
  ({ detectorModel, detectorSerial, deviceSerial, ...options }) =>
    Effect.flatMap(detectorCode, (detectorCode) =>
      Write.send(Detector.add({ deviceSerial, detectorSerial, detectorModel, detectorCode }), {
        ...options,
        done: () => `${detectorSerial} was added to ${deviceSerial}.`
      })
    )
).pipe(
  Command.withDescription(
    "Add a detector to a hub, within a metre of it. Its verification code is asked for, or read from EZVIZ_DETECTOR_CODE or standard input."
  )
)

const remove = Command.make(
  "delete",
  { ...detector, ...Write.options, yes: Write.yes },
  ({ detectorSerial, deviceSerial, ...options }) =>
    Effect.zipRight(
      Write.confirmed(`Delete ${detectorSerial} from ${deviceSerial}?`, options),
      Write.send(Detector.delete({ deviceSerial, detectorSerial }), {
        ...options,
        done: () => `${detectorSerial} was deleted.`
      })
    )
).pipe(Command.withDescription("Delete a detector from its hub."))

const linkedTo = Options.text("linked-to").pipe(
  Options.withPseudoName("detector"),
  Options.optional,
  Options.withDescription("Only those that this detector is bound to.")
)

const cameras = Command.make(
  "cameras",
  { deviceSerial, linkedTo, ...Output.format },
  ({ deviceSerial, linkedTo, ...format }) =>
    Option.match(linkedTo, {
      onNone: () =>
        Output.items(Stream.fromIterableEffect(Detector.listBindableIpcs({ deviceSerial })), format, {
          SERIAL: (camera) => camera.deviceSerial,
          CHANNEL: (camera) => camera.channelNo,
          NAME: (camera) => camera.cameraName
        }),
      onSome: (detectorSerial) =>
        Output.items(
          Stream.fromIterableEffect(Detector.listLinkedIpcs({ deviceSerial, detectorSerial })),
          format,
          { SERIAL: (camera) => camera.ipcSerial, DETECTOR: (camera) => camera.detectorSerial }
        )
    })
).pipe(Command.withDescription("List the cameras that a hub's detectors can be bound to, or are."))

const ipcSerial = Args.text({ name: "camera" }).pipe(Args.withDescription("The camera's serial number."))

const bind = Command.make(
  "bind",
  { ...detector, ipcSerial, ...Write.options },
  ({ detectorSerial, deviceSerial, ipcSerial, ...options }) =>
    Write.send(Detector.setIpcLink({ deviceSerial, detectorSerial, ipcSerial, operation: "bind" }), {
      ...options,
      done: () => `${ipcSerial} records when ${detectorSerial} goes off.`
    })
).pipe(Command.withDescription("Bind a camera to a detector: it records when the detector goes off."))

const unbind = Command.make(
  "unbind",
  { ...detector, ipcSerial, ...Write.options },
  ({ detectorSerial, deviceSerial, ipcSerial, ...options }) =>
    Write.send(Detector.setIpcLink({ deviceSerial, detectorSerial, ipcSerial, operation: "delete" }), {
      ...options,
      done: () => `${ipcSerial} is not bound to ${detectorSerial} any more.`
    })
).pipe(Command.withDescription("Take a camera away from a detector."))

const cancelAlarm = Command.make(
  "cancel-alarm",
  { deviceSerial, ...Write.options },
  ({ deviceSerial, ...options }) =>
    Write.send(Detector.cancelAlarm({ deviceSerial }), {
      ...options,
      done: () => `${deviceSerial} is silent, and its alarms are cleared.`
    })
).pipe(Command.withDescription("Silence a hub, and clear the alarms of all its detectors."))

export const detectors = Command.make("detectors").pipe(
  Command.withSubcommands([list, status, rename, add, remove, cameras, bind, unbind, cancelAlarm]),
  Command.withDescription("The detectors of an A1 hub, and the cameras that record when one goes off.")
)
