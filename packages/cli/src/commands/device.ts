import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Parameter from "../Parameter.js"
import * as Secret from "../Secret.js"
import * as Write from "../Write.js"

const { deviceSerial } = Parameter
const { options, yes } = Write

const add = Command.make("add", { deviceSerial, ...options }, ({ deviceSerial, ...options }) =>
  Effect.flatMap(Secret.validateCode, (validateCode) =>
    Write.send(Device.add({ deviceSerial, validateCode }), {
      ...options,
      done: () => `${deviceSerial} was added.`
    })
  )
).pipe(
  Command.withDescription(
    "Add a device to the account. Its verification code is asked for, or read from EZVIZ_VALIDATE_CODE or standard input."
  )
)

const remove = Command.make("remove", { deviceSerial, ...options, yes }, ({ deviceSerial, ...options }) =>
  Effect.zipRight(
    Write.confirmed(`Remove ${deviceSerial} from the account?`, options),
    Write.send(Device.delete({ deviceSerial }), { ...options, done: () => `${deviceSerial} was removed.` })
  )
).pipe(Command.withDescription("Remove a device from the account."))

const deviceName = Args.text({ name: "name" }).pipe(Args.withDescription("The new name."))

const rename = Command.make(
  "rename",
  { deviceSerial, deviceName, ...options },
  ({ deviceName, deviceSerial, ...options }) =>
    Write.send(Device.rename({ deviceSerial, deviceName }), {
      ...options,
      done: () => `${deviceSerial} is called ${deviceName}.`
    })
).pipe(Command.withDescription("Give a device another name."))

const encrypt = Command.make("encrypt", { deviceSerial, ...options }, ({ deviceSerial, ...options }) =>
  Write.send(Device.enableEncryption({ deviceSerial }), {
    ...options,
    done: () => `${deviceSerial} encrypts its video.`
  })
).pipe(Command.withDescription("Switch a device's video encryption on."))

const decrypt = Command.make("decrypt", { deviceSerial, ...options }, ({ deviceSerial, ...options }) =>
  Effect.flatMap(Secret.validateCode, (validateCode) =>
    Write.send(Device.disableEncryption({ deviceSerial, validateCode }), {
      ...options,
      done: () => `${deviceSerial} no longer encrypts its video.`
    })
  )
).pipe(
  Command.withDescription(
    "Switch a device's video encryption off. Its verification code is asked for, or read from EZVIZ_VALIDATE_CODE or standard input."
  )
)

export const device = Command.make("device").pipe(
  Command.withSubcommands([add, remove, rename, encrypt, decrypt]),
  Command.withDescription("Add, remove and rename devices, and switch their encryption.")
)
