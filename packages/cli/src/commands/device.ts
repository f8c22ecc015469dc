import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import { Device } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Parameter from "../Parameter.js"
import * as Secret from "../Secret.js"
import * as Write from "../Write.js"

const { deviceSerial } = Parameter
const { dryRun, yes } = Write

const add = Command.make("add", { deviceSerial, dryRun }, ({ deviceSerial, dryRun }) =>
  Effect.flatMap(Secret.validateCode, (code) =>
    Write.send(
      Device.add,
      { deviceSerial, validateCode: code },
      { dryRun, done: `${deviceSerial} was added.` }
    )
  )
).pipe(
  Command.withDescription(
    "Add a device to the account. Its verification code is asked for, or read from EZVIZ_VALIDATE_CODE or standard input."
  )
)

const remove = Command.make("remove", { deviceSerial, dryRun, yes }, ({ deviceSerial, ...options }) =>
  Effect.zipRight(
    Write.confirmed(`Remove ${deviceSerial} from the account?`, options),
    Write.send(Device.delete, { deviceSerial }, { ...options, done: `${deviceSerial} was removed.` })
  )
).pipe(Command.withDescription("Remove a device from the account."))

const deviceName = Args.text({ name: "name" }).pipe(Args.withDescription("The new name."))

const rename = Command.make("rename", { deviceSerial, deviceName, dryRun }, ({ dryRun, ...input }) =>
  Write.send(Device.rename, input, { dryRun, done: `${input.deviceSerial} is called ${input.deviceName}.` })
).pipe(Command.withDescription("Give a device another name."))

const encrypt = Command.make("encrypt", { deviceSerial, dryRun }, ({ deviceSerial, dryRun }) =>
  Write.send(
    Device.enableEncryption,
    { deviceSerial },
    { dryRun, done: `${deviceSerial} encrypts its video.` }
  )
).pipe(Command.withDescription("Switch a device's video encryption on."))

const decrypt = Command.make("decrypt", { deviceSerial, dryRun }, ({ deviceSerial, dryRun }) =>
  Effect.flatMap(Secret.validateCode, (code) =>
    Write.send(
      Device.disableEncryption,
      { deviceSerial, validateCode: code },
      { dryRun, done: `${deviceSerial} no longer encrypts its video.` }
    )
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
