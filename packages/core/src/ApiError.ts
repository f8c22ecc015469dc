/**
 * Every way a call can fail: one tagged class per meaning.
 *
 * An operation declares which codes it can answer and which class each code means there (the same number has
 * different meanings at different operations). The classes in {@link Common} can come from any call.
 *
 * @since 0.1.0
 */
import type * as Cause from "effect/Cause"
import * as Data from "effect/Data"

/**
 * What kind of trouble an error is, for handling many at once: `Effect.catchIf(ApiError.isIn("offline"), …)`.
 *
 * @since 0.1.0
 * @category models
 */
export type Category =
  /** A parameter was refused, here or by the vendor. */
  | "input"
  /** The token or the application's credentials were refused. */
  | "auth"
  /** The account may not do this. */
  | "permission"
  /** Too many calls just now: the same call works a moment later. */
  | "throttled"
  /** A quota or the plan is used up: waiting seconds does not help. */
  | "quota"
  /** The device cannot be reached at the moment. */
  | "offline"
  /** The device, channel, picture or account named does not exist or is not yours. */
  | "notFound"
  /** The device or plan cannot do this at all. */
  | "unsupported"
  /** Things are already so, or something else is in progress. */
  | "state"
  /** The device or the vendor's service failed. */
  | "failed"
  /** No usable answer came: network, gateway, time limit. */
  | "transport"
  /** An answer came that this version does not understand. */
  | "unexpected"

/**
 * What every error knows about the call it ended.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallFailure {
  /** The operation's id, such as `device.capture`. */
  readonly operation: string
  /** The host that was asked, without path or query; absent when nothing was sent. */
  readonly host?: string | undefined
  /** How many requests were sent for this call, retries and replays included. */
  readonly attempts: number
  /** The call may have taken effect although it failed: it is not safe to repeat blindly. */
  readonly maybeApplied: boolean
}

/**
 * What every error that the vendor answered with a code knows besides.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiFailure extends CallFailure {
  /** The vendor's code, always as a string: `"20007"`. */
  readonly code: string
  /** The vendor's text, in whatever language it came: for people, never to be compared. */
  readonly vendorMessage: string
  /** The HTTP status of the answer. No measure of success with this API. */
  readonly httpStatus: number
  /** The vendor's id of this request, where it gave one. */
  readonly requestId?: string | undefined
  /** How long the server asked to wait before the next try, in milliseconds. */
  readonly retryAfterMillis?: number | undefined
}

/**
 * The traits shared by every error, known without an instance too (they live on the class).
 *
 * @since 0.1.0
 * @category models
 */
export interface About {
  readonly category: Category
  /** The same call, unchanged, may well succeed a little later. Says nothing about whether repeating it is safe. */
  readonly retryable: boolean
  /** What the error means, in one English sentence. */
  readonly explanation: string
  /** What to do about it. */
  readonly advice: string
}

/**
 * Any error of this SDK, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallError extends Cause.YieldableError, CallFailure, About, Tagged<string> {}

/**
 * An error that the vendor answered with a code, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CodedError extends CallError, ApiFailure {}

/**
 * A class of coded errors, as it stands in an operation's table.
 *
 * @since 0.1.0
 * @category models
 */
export interface CodedErrorClass<out E extends CodedError = CodedError> {
  new (failure: ApiFailure): E
  readonly about: About & { readonly tag: string }
}

/**
 * What tells the errors apart.
 *
 * @since 0.1.0
 * @category models
 */
export interface Tagged<Tag extends string> {
  readonly _tag: Tag
  /** The same as `_tag`, for those who do not use Effect. */
  readonly tag: Tag
}

const describe = (operation: string, explanation: string, detail: string | undefined) =>
  `${operation}: ${explanation}${detail === undefined ? "" : ` (${detail})`}`

/** Own text of an error, of which a part may depend on the instance. */
const define =
  <Props extends CallFailure>() =>
  <const Tag extends string>(
    tag: Tag,
    about: About,
    detail: (props: Props) => string | undefined
  ): {
    new (props: Props): CallError & Tagged<Tag> & Readonly<Props>
    readonly about: About & { readonly tag: Tag }
  } => {
    class Base extends Data.TaggedError(tag)<CallFailure & { readonly message: string }> {
      static readonly about = { ...about, tag }
      constructor(props: Props) {
        super({ ...props, message: describe(props.operation, about.explanation, detail(props)) })
      }
    }
    // On the prototype, so that printing an instance shows what happened and not what its class means.
    for (const [key, value] of Object.entries(Base.about)) {
      Object.defineProperty(Base.prototype, key, { value })
    }
    Object.defineProperty(Base.prototype, "name", { value: tag, writable: true })
    return Base as never
  }

const coded = <const Tag extends string>(
  tag: Tag,
  category: Category,
  explanation: string,
  advice: string,
  retryable = false,
  detail: (failure: ApiFailure) => string = ({ code }) => `code ${code}`
): {
  new (failure: ApiFailure): CodedError & Tagged<Tag>
  readonly about: About & { readonly tag: Tag }
} => define<ApiFailure>()(tag, { category, retryable, explanation, advice }, detail)

// The request

/**
 * The vendor refused a parameter as missing or malformed. Check the parameters against the operation's page; a new token does not help.
 *
 * @since 0.1.0
 * @category errors
 */
export class ParameterError extends coded(
  "ParameterError",
  "input",
  "the vendor refused a parameter as missing or malformed",
  "Check the parameters against the operation's page; a new token does not help."
) {}

/**
 * The device serial number is not a valid one. Copy the serial number from the device's label.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceSerialInvalid extends coded(
  "DeviceSerialInvalid",
  "input",
  "the device serial number is not a valid one",
  "Copy the serial number from the device's label."
) {}

// Credentials and permission

/**
 * The access token was refused, and so was a fresh one if this client can get one. A token is valid only at the areaDomain it came with: check region, host and whether the account may call this.
 *
 * @since 0.1.0
 * @category common errors
 */
export class TokenRejected extends coded(
  "TokenRejected",
  "auth",
  "the access token was refused, and so was a fresh one if this client can get one",
  "A token is valid only at the areaDomain it came with: check region, host and whether the account may call this.",
  false,
  ({ code, host }) => `code ${code}${host === undefined ? "" : ` at ${host}`}; likely the region does not fit`
) {}

/**
 * The appKey is wrong or frozen. Check the state of the application in the vendor's console.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppKeyInvalid extends coded(
  "AppKeyInvalid",
  "auth",
  "the appKey is wrong or frozen",
  "Check the state of the application in the vendor's console."
) {}

/**
 * The appKey does not exist. Check the appKey, and that it belongs to this region.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppKeyNotFound extends coded(
  "AppKeyNotFound",
  "auth",
  "the appKey does not exist",
  "Check the appKey, and that it belongs to this region."
) {}

/**
 * The appSecret does not belong to the appKey. Copy both again from the vendor's console.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppSecretMismatch extends coded(
  "AppSecretMismatch",
  "auth",
  "the appSecret does not belong to the appKey",
  "Copy both again from the vendor's console."
) {}

/**
 * The application may not call this interface. Ask the vendor to open the interface for the appKey.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppNotPermitted extends coded(
  "AppNotPermitted",
  "permission",
  "the application may not call this interface",
  "Ask the vendor to open the interface for the appKey."
) {}

/**
 * The account or sub-account has no permission for this. Grant the sub-account the permission in its policy, or call with the main account.
 *
 * @since 0.1.0
 * @category errors
 */
export class PermissionDenied extends coded(
  "PermissionDenied",
  "permission",
  "the account or sub-account has no permission for this",
  "Grant the sub-account the permission in its policy, or call with the main account."
) {}

/**
 * The user does not exist. Check which account the token belongs to.
 *
 * @since 0.1.0
 * @category errors
 */
export class UserNotFound extends coded(
  "UserNotFound",
  "notFound",
  "the user does not exist",
  "Check which account the token belongs to."
) {}

/**
 * The sub-account does not exist. Check the accountId; list the sub-accounts.
 *
 * @since 0.1.0
 * @category errors
 */
export class SubAccountNotFound extends coded(
  "SubAccountNotFound",
  "notFound",
  "the sub-account does not exist",
  "Check the accountId; list the sub-accounts."
) {}

/**
 * The sub-account's name is taken. Choose another accountName.
 *
 * @since 0.1.0
 * @category errors
 */
export class SubAccountNameTaken extends coded(
  "SubAccountNameTaken",
  "state",
  "the sub-account's name is taken",
  "Choose another accountName."
) {}

/**
 * The sub-account's token could not be had. Check that the sub-account is active and has a policy.
 *
 * @since 0.1.0
 * @category errors
 */
export class SubAccountTokenFailed extends coded(
  "SubAccountTokenFailed",
  "failed",
  "the sub-account's token could not be had",
  "Check that the sub-account is active and has a policy."
) {}

/**
 * The sub-account is frozen. Unfreeze it with the main account.
 *
 * @since 0.1.0
 * @category errors
 */
export class SubAccountFrozen extends coded(
  "SubAccountFrozen",
  "auth",
  "the sub-account is frozen",
  "Unfreeze it with the main account."
) {}

// Limits

/**
 * Calls come faster than the plan allows. Slow down; this client backs off and tries again by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export class FrequencyLimited extends coded(
  "FrequencyLimited",
  "throttled",
  "calls come faster than the plan allows",
  "Slow down; this client backs off and tries again by itself.",
  true
) {}

/**
 * The day's calls or captures are used up. Wait for the vendor's day to turn (`resetsAt`), or raise the plan; trying
 * again makes it worse.
 *
 * @since 0.1.0
 * @category common errors
 */
export class QuotaExhausted extends define<
  ApiFailure & {
    /** When the vendor's day turns, in milliseconds since 1970: a hint. Absent without the `DayQuota` layer. */
    readonly resetsAt?: number | undefined
  }
>()(
  "QuotaExhausted",
  {
    category: "quota",
    retryable: false,
    explanation: "the day's calls or captures are used up",
    advice: "Wait for the vendor's day (UTC+8) to turn, or raise the plan; trying again makes it worse."
  },
  ({ code, resetsAt }) =>
    resetsAt === undefined ? `code ${code}` : `code ${code}, until ${new Date(resetsAt).toISOString()}`
) {}

/**
 * The plan's limit of devices, applications, streams or bandwidth is reached. Close streams or remove devices, or raise the plan.
 *
 * @since 0.1.0
 * @category common errors
 */
export class PlanLimitReached extends coded(
  "PlanLimitReached",
  "quota",
  "the plan's limit of devices, applications, streams or bandwidth is reached",
  "Close streams or remove devices, or raise the plan."
) {}

// Devices

/**
 * The device does not exist, or was never registered with the cloud. Check the serial number and the device's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceNotFound extends coded(
  "DeviceNotFound",
  "notFound",
  "the device does not exist, or was never registered with the cloud",
  "Check the serial number and the device's network set-up."
) {}

/**
 * The device does not belong to this account. Add the device to this account first, or use the account that has it.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceNotOwned extends coded(
  "DeviceNotOwned",
  "notFound",
  "the device does not belong to this account",
  "Add the device to this account first, or use the account that has it."
) {}

/**
 * The device has been added by another account. The other account must delete the device first.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceOwnedByOther extends coded(
  "DeviceOwnedByOther",
  "state",
  "the device has been added by another account",
  "The other account must delete the device first."
) {}

/**
 * The device is already in this account. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceAlreadyAdded extends coded(
  "DeviceAlreadyAdded",
  "state",
  "the device is already in this account",
  "Nothing is left to do."
) {}

/**
 * Adding the device failed. Check the device's network connection and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceAddFailed extends coded(
  "DeviceAddFailed",
  "failed",
  "adding the device failed",
  "Check the device's network connection and try again."
) {}

/**
 * The device has no such channel, or not for this user. List the device's channels; a single camera is channel 1.
 *
 * @since 0.1.0
 * @category errors
 */
export class ChannelNotFound extends coded(
  "ChannelNotFound",
  "notFound",
  "the device has no such channel, or not for this user",
  "List the device's channels; a single camera is channel 1."
) {}

/**
 * The device is offline. Check its power and network; try again when it is online.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceOffline extends coded(
  "DeviceOffline",
  "offline",
  "the device is offline",
  "Check its power and network; try again when it is online."
) {}

/**
 * The device did not answer in time. A battery camera may be waking up: try again in a few seconds, and not faster.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceTimeout extends coded(
  "DeviceTimeout",
  "offline",
  "the device did not answer in time",
  "A battery camera may be waking up: try again in a few seconds, and not faster.",
  true
) {}

/**
 * The cloud could not reach the device over the network. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceNetworkError extends coded(
  "DeviceNetworkError",
  "offline",
  "the cloud could not reach the device over the network",
  "Check the device's network and try again.",
  true
) {}

/**
 * The device reported a failure. Try again; restart the device if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceFailure extends coded(
  "DeviceFailure",
  "failed",
  "the device reported a failure",
  "Try again; restart the device if it stays so."
) {}

/**
 * The device does not support the EZVIZ cloud. Check whether the model supports the cloud.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceNotSupported extends coded(
  "DeviceNotSupported",
  "unsupported",
  "the device does not support the EZVIZ cloud",
  "Check whether the model supports the cloud."
) {}

/**
 * The device does not support this function. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export class FunctionNotSupported extends coded(
  "FunctionNotSupported",
  "unsupported",
  "the device does not support this function",
  "Look at device.getCapabilities first."
) {}

/**
 * The device does not support this command. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export class CommandNotSupported extends coded(
  "CommandNotSupported",
  "unsupported",
  "the device does not support this command",
  "Look at device.getCapabilities first."
) {}

/**
 * Things are already as asked. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class AlreadyInState extends coded(
  "AlreadyInState",
  "state",
  "things are already as asked",
  "Nothing is left to do."
) {}

/**
 * The operation is a risky one and the device asks for authentication first. Verify the device in the EZVIZ app, then call again.
 *
 * @since 0.1.0
 * @category errors
 */
export class VerificationRequired extends coded(
  "VerificationRequired",
  "permission",
  "the operation is a risky one and the device asks for authentication first",
  "Verify the device in the EZVIZ app, then call again."
) {}

/**
 * The device's verification code is wrong. The code is on the device's label, six upper-case letters, unless the owner changed it.
 *
 * @since 0.1.0
 * @category errors
 */
export class ValidateCodeWrong extends coded(
  "ValidateCodeWrong",
  "input",
  "the device's verification code is wrong",
  "The code is on the device's label, six upper-case letters, unless the owner changed it."
) {}

/**
 * The device encrypts its video. Pass the device's verification code, or switch encryption off.
 *
 * @since 0.1.0
 * @category errors
 */
export class EncryptionEnabled extends coded(
  "EncryptionEnabled",
  "state",
  "the device encrypts its video",
  "Pass the device's verification code, or switch encryption off."
) {}

/**
 * Encryption is already on. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class EncryptionAlreadyEnabled extends coded(
  "EncryptionAlreadyEnabled",
  "state",
  "encryption is already on",
  "Nothing is left to do."
) {}

/**
 * Encryption is already off. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class EncryptionAlreadyDisabled extends coded(
  "EncryptionAlreadyDisabled",
  "state",
  "encryption is already off",
  "Nothing is left to do."
) {}

/**
 * The device could not take the picture. Try again, at least 4 seconds after the last capture of this device.
 *
 * @since 0.1.0
 * @category errors
 */
export class CaptureFailed extends coded(
  "CaptureFailed",
  "failed",
  "the device could not take the picture",
  "Try again, at least 4 seconds after the last capture of this device."
) {}

/**
 * No alarm message has this UUID. Check the UUID; old alarms are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export class AlarmNotFound extends coded(
  "AlarmNotFound",
  "notFound",
  "no alarm message has this UUID",
  "Check the UUID; old alarms are deleted."
) {}

/**
 * The picture does not exist. Check the UUID; old pictures are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export class PictureNotFound extends coded(
  "PictureNotFound",
  "notFound",
  "the picture does not exist",
  "Check the UUID; old pictures are deleted."
) {}

/**
 * The device answered an error that the vendor does not name. Try again; look at the device in the EZVIZ app.
 *
 * @since 0.1.0
 * @category errors
 */
export class UnknownDeviceError extends coded(
  "UnknownDeviceError",
  "failed",
  "the device answered an error that the vendor does not name",
  "Try again; look at the device in the EZVIZ app."
) {}

// PTZ and presets

/**
 * The device cannot pan, tilt or zoom. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzNotSupported extends coded(
  "PtzNotSupported",
  "unsupported",
  "the device cannot pan, tilt or zoom",
  "Look at device.getCapabilities first."
) {}

/**
 * The user may not move this camera. Ask the device's owner for the permission.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzNotPermitted extends coded(
  "PtzNotPermitted",
  "permission",
  "the user may not move this camera",
  "Ask the device's owner for the permission."
) {}

/**
 * The camera has reached its upper end. Move down.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzUpperLimit extends coded(
  "PtzUpperLimit",
  "state",
  "the camera has reached its upper end",
  "Move down."
) {}

/**
 * The camera has reached its lower end. Move up.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzLowerLimit extends coded(
  "PtzLowerLimit",
  "state",
  "the camera has reached its lower end",
  "Move up."
) {}

/**
 * The camera has reached its left end. Move right.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzLeftLimit extends coded(
  "PtzLeftLimit",
  "state",
  "the camera has reached its left end",
  "Move right."
) {}

/**
 * The camera has reached its right end. Move left.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzRightLimit extends coded(
  "PtzRightLimit",
  "state",
  "the camera has reached its right end",
  "Move left."
) {}

/**
 * The camera could not be moved. Try again a little later.
 *
 * @since 0.1.0
 * @category errors
 */
export class PtzFailed extends coded(
  "PtzFailed",
  "failed",
  "the camera could not be moved",
  "Try again a little later."
) {}

/**
 * The camera is on its way to a preset. Wait until it has arrived.
 *
 * @since 0.1.0
 * @category errors
 */
export class PresetRunning extends coded(
  "PresetRunning",
  "state",
  "the camera is on its way to a preset",
  "Wait until it has arrived."
) {}

/**
 * The camera already points at this preset. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class PresetIsCurrent extends coded(
  "PresetIsCurrent",
  "state",
  "the camera already points at this preset",
  "Nothing is left to do."
) {}

/**
 * There is no such preset. Add the preset first; the index comes from preset.add.
 *
 * @since 0.1.0
 * @category errors
 */
export class PresetNotFound extends coded(
  "PresetNotFound",
  "notFound",
  "there is no such preset",
  "Add the preset first; the index comes from preset.add."
) {}

/**
 * The device holds no more presets. Clear a preset first; a C6 holds 12.
 *
 * @since 0.1.0
 * @category errors
 */
export class PresetLimitReached extends coded(
  "PresetLimitReached",
  "quota",
  "the device holds no more presets",
  "Clear a preset first; a C6 holds 12."
) {}

// Firmware and storage

/**
 * The firmware is the latest. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class FirmwareUpToDate extends coded(
  "FirmwareUpToDate",
  "state",
  "the firmware is the latest",
  "Nothing is left to do."
) {}

/**
 * The device is already upgrading. Follow firmware.getUpgradeStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export class FirmwareUpgrading extends coded(
  "FirmwareUpgrading",
  "state",
  "the device is already upgrading",
  "Follow firmware.getUpgradeStatus."
) {}

/**
 * The upgrade failed. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export class FirmwareUpgradeFailed extends coded(
  "FirmwareUpgradeFailed",
  "failed",
  "the upgrade failed",
  "Check the device's network and try again."
) {}

/**
 * The device is rebooting. Wait until it is online again.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceRebooting extends coded(
  "DeviceRebooting",
  "state",
  "the device is rebooting",
  "Wait until it is online again."
) {}

/**
 * The device is formatting its storage. Follow storage.getFormatStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export class DeviceFormatting extends coded(
  "DeviceFormatting",
  "state",
  "the device is formatting its storage",
  "Follow storage.getFormatStatus."
) {}

// Cloud storage cards

/**
 * The device or its firmware does not support cloud storage. Look at the capabilities support_cloud and support_cloud_version.
 *
 * @since 0.1.0
 * @category errors
 */
export class CloudStorageNotSupported extends coded(
  "CloudStorageNotSupported",
  "unsupported",
  "the device or its firmware does not support cloud storage",
  "Look at the capabilities support_cloud and support_cloud_version."
) {}

/**
 * The card password was wrong too often. Try again after 24 hours.
 *
 * @since 0.1.0
 * @category errors
 */
export class CardPasswordLocked extends coded(
  "CardPasswordLocked",
  "quota",
  "the card password was wrong too often",
  "Try again after 24 hours."
) {}

/**
 * There is no card with this password. Check the card password.
 *
 * @since 0.1.0
 * @category errors
 */
export class CardPasswordNotFound extends coded(
  "CardPasswordNotFound",
  "notFound",
  "there is no card with this password",
  "Check the card password."
) {}

/**
 * The card is not activated, used already or expired. Use another card.
 *
 * @since 0.1.0
 * @category errors
 */
export class CardPasswordUnusable extends coded(
  "CardPasswordUnusable",
  "state",
  "the card is not activated, used already or expired",
  "Use another card."
) {}

/**
 * The card is not for sale and fits only the device it came with. Use the card with the device it was bought with.
 *
 * @since 0.1.0
 * @category errors
 */
export class CardNotForSale extends coded(
  "CardNotForSale",
  "state",
  "the card is not for sale and fits only the device it came with",
  "Use the card with the device it was bought with."
) {}

/**
 * Cloud storage could not be opened. Try again; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export class CloudStorageOpenFailed extends coded(
  "CloudStorageOpenFailed",
  "failed",
  "cloud storage could not be opened",
  "Try again; ask the vendor if it stays so."
) {}

// Linking cameras to a recorder

/**
 * The camera and the recorder are not in the same network. Bring both into one LAN.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcNotInSameLan extends coded(
  "IpcNotInSameLan",
  "state",
  "the camera and the recorder are not in the same network",
  "Bring both into one LAN."
) {}

/**
 * The camera is linked to another device, or did not answer in time. Unlink it there first, then try again.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcLinkedElsewhere extends coded(
  "IpcLinkedElsewhere",
  "state",
  "the camera is linked to another device, or did not answer in time",
  "Unlink it there first, then try again."
) {}

/**
 * The camera's password is wrong. Pass the camera's verification code as validateCode.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcPasswordWrong extends coded(
  "IpcPasswordWrong",
  "input",
  "the camera's password is wrong",
  "Pass the camera's verification code as validateCode."
) {}

/**
 * The recorder takes no more cameras. Unlink a camera first.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcLimitReached extends coded(
  "IpcLimitReached",
  "quota",
  "the recorder takes no more cameras",
  "Unlink a camera first."
) {}

/**
 * The camera did not answer the recorder in time. Check the camera's network.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcNetworkTimeout extends coded(
  "IpcNetworkTimeout",
  "offline",
  "the camera did not answer the recorder in time",
  "Check the camera's network."
) {}

/**
 * The camera's IP address is in use by another channel. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcAddressConflict extends coded(
  "IpcAddressConflict",
  "state",
  "the camera's IP address is in use by another channel",
  "Give the camera another address."
) {}

/**
 * The camera has the recorder's own IP address. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcAddressConflictsWithParent extends coded(
  "IpcAddressConflictsWithParent",
  "state",
  "the camera has the recorder's own IP address",
  "Give the camera another address."
) {}

/**
 * The recorder does not support the camera's stream type. Change the camera's stream type.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcStreamTypeNotSupported extends coded(
  "IpcStreamTypeNotSupported",
  "unsupported",
  "the recorder does not support the camera's stream type",
  "Change the camera's stream type."
) {}

/**
 * The camera needs more bandwidth than the recorder has left. Lower the bit rate or unlink a camera.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcBandwidthExceeded extends coded(
  "IpcBandwidthExceeded",
  "quota",
  "the camera needs more bandwidth than the recorder has left",
  "Lower the bit rate or unlink a camera."
) {}

/**
 * The camera's IP address or port is not valid. Check the camera's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcAddressInvalid extends coded(
  "IpcAddressInvalid",
  "input",
  "the camera's IP address or port is not valid",
  "Check the camera's network set-up."
) {}

/**
 * The recorder does not support the camera's firmware. Upgrade the camera or the recorder.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcVersionNotSupported extends coded(
  "IpcVersionNotSupported",
  "unsupported",
  "the recorder does not support the camera's firmware",
  "Upgrade the camera or the recorder."
) {}

/**
 * The recorder does not support this camera. Use a supported camera.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcNotSupported extends coded(
  "IpcNotSupported",
  "unsupported",
  "the recorder does not support this camera",
  "Use a supported camera."
) {}

/**
 * The channel number for the camera is not valid. List the recorder's channels.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcChannelInvalid extends coded(
  "IpcChannelInvalid",
  "input",
  "the channel number for the camera is not valid",
  "List the recorder's channels."
) {}

/**
 * The recorder does not support the camera's resolution. Lower the camera's resolution.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcResolutionNotSupported extends coded(
  "IpcResolutionNotSupported",
  "unsupported",
  "the recorder does not support the camera's resolution",
  "Lower the camera's resolution."
) {}

/**
 * The camera's account is locked. Wait, or unlock it at the camera.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcAccountLocked extends coded(
  "IpcAccountLocked",
  "auth",
  "the camera's account is locked",
  "Wait, or unlock it at the camera."
) {}

/**
 * The recorder gets no stream from the camera. Check the camera's stream.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcStreamFailed extends coded(
  "IpcStreamFailed",
  "failed",
  "the recorder gets no stream from the camera",
  "Check the camera's stream."
) {}

/**
 * The camera could not be unlinked. Try again.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcUnlinkFailed extends coded(
  "IpcUnlinkFailed",
  "failed",
  "the camera could not be unlinked",
  "Try again."
) {}

/**
 * The camera is not linked to this recorder. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export class IpcNotLinked extends coded(
  "IpcNotLinked",
  "state",
  "the camera is not linked to this recorder",
  "Nothing is left to do."
) {}

// The vendor's service

/**
 * The vendor's service reported a data error. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export class ServerDataError extends coded(
  "ServerDataError",
  "failed",
  "the vendor's service reported a data error",
  "Try again later; ask the vendor if it stays so."
) {}

/**
 * The vendor's service failed. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export class ServerError extends coded(
  "ServerError",
  "failed",
  "the vendor's service failed",
  "Try again later; ask the vendor if it stays so.",
  true
) {}

// Failures without a code of the operation's own

/**
 * The vendor answered a code that the documentation does not list for this operation.
 * `reference/ErrorCode` may know its general meaning.
 *
 * @since 0.1.0
 * @category common errors
 */
export class UnknownCode extends coded(
  "UnknownCode",
  "unexpected",
  "the vendor answered a code that is not documented for this operation",
  "Look the code up with ErrorCode.find; match on `code` if you must handle it."
) {}

/**
 * An input value was refused before anything was sent. `parameter` names it, with a path such as `area.0` inside
 * a compound one; the value itself is never repeated.
 *
 * @since 0.1.0
 * @category common errors
 */
export class InvalidInput extends define<
  CallFailure & {
    readonly parameter: string
    /** What would have been accepted. */
    readonly expected: string
  }
>()(
  "InvalidInput",
  {
    category: "input",
    retryable: false,
    explanation: "a parameter was refused before sending",
    advice: "Correct the parameter named."
  },
  (props) => `${props.parameter}: ${props.expected}`
) {}

/**
 * The vendor reported success, but its data is not of the documented shape. `path` says where.
 *
 * @since 0.1.0
 * @category common errors
 */
export class DecodeFailure extends define<
  CallFailure & { readonly path: string; readonly expected: string; readonly httpStatus: number }
>()(
  "DecodeFailure",
  {
    category: "unexpected",
    retryable: false,
    explanation: "the answer is not of the documented shape",
    advice: "The call itself succeeded. Read the raw answer with EzvizClient.raw, and report the difference."
  },
  (props) => `${props.path}: expected ${props.expected}`
) {}

/**
 * What came back is not an answer of this API: not JSON, empty, or JSON without any code.
 *
 * @since 0.1.0
 * @category common errors
 */
export class MalformedAnswer extends define<
  CallFailure & {
    readonly problem: "empty" | "notJson" | "noCode"
    readonly httpStatus: number
    readonly contentType: string
    /** The first characters of the body, with secrets removed. */
    readonly excerpt: string
  }
>()(
  "MalformedAnswer",
  {
    category: "transport",
    retryable: true,
    explanation: "the answer is none of this API",
    advice: "Check the host: a login page, a proxy or a gateway may have answered."
  },
  (props) => `${props.problem}, HTTP ${props.httpStatus}, ${props.contentType || "no content type"}`
) {}

/** What is known of an HTTP answer that is none of the API's. */
interface HttpAnswerFailure extends CallFailure {
  readonly httpStatus: number
  readonly contentType: string
  /** The first characters of the body, with secrets removed. */
  readonly excerpt: string
}

/**
 * A gateway or the service answered an HTTP status that passes by itself (408, 429, 500 and above), without a
 * code of the API.
 *
 * @since 0.1.0
 * @category common errors
 */
export class GatewayFailure extends define<
  HttpAnswerFailure & { readonly retryAfterMillis?: number | undefined }
>()(
  "GatewayFailure",
  {
    category: "transport",
    retryable: true,
    explanation: "a gateway or the service is down at the moment",
    advice: "Try again a little later."
  },
  (props) => `HTTP ${props.httpStatus}`
) {}

/**
 * The server answered an HTTP error or a redirect without a code of the API, and one that does not pass by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export class HttpFailure extends define<HttpAnswerFailure>()(
  "HttpFailure",
  {
    category: "transport",
    retryable: false,
    explanation: "the server answered an HTTP status that is none of this API",
    advice: "Check the host: this may be a proxy, a login page or a redirect."
  },
  (props) => `HTTP ${props.httpStatus}`
) {}

/**
 * This host does not have the endpoint (HTTP 404 without a code): not every endpoint exists in every region.
 *
 * @since 0.1.0
 * @category common errors
 */
export class EndpointUnavailable extends define<CallFailure & { readonly httpStatus: number }>()(
  "EndpointUnavailable",
  {
    category: "unsupported",
    retryable: false,
    explanation: "the endpoint is not available at this host",
    advice: "Check the region; ask the vendor whether the endpoint exists there."
  },
  (props) => props.host
) {}

/**
 * No answer came: the connection could not be made, or broke. `requestSent` says whether the request can have
 * reached the server.
 *
 * @since 0.1.0
 * @category common errors
 */
export class TransportFailure extends define<
  CallFailure & {
    readonly requestSent: "no" | "maybe"
    /** The system's reason, such as `ECONNREFUSED`. */
    readonly reason: string
  }
>()(
  "TransportFailure",
  {
    category: "transport",
    retryable: true,
    explanation: "no answer came",
    advice: "Check the network and the host."
  },
  (props) => [props.host, props.reason].filter(Boolean).join(": ")
) {}

/**
 * The time limit passed, of one attempt or of the whole call.
 *
 * @since 0.1.0
 * @category common errors
 */
export class CallTimeout extends define<
  CallFailure & { readonly limit: "attempt" | "call"; readonly limitMillis: number }
>()(
  "CallTimeout",
  {
    category: "transport",
    retryable: true,
    explanation: "no answer within the time limit",
    advice: "Raise the limit, or look at the network."
  },
  (props) => `${props.limitMillis} ms for the ${props.limit}`
) {}

/**
 * No access token could be had, so the call itself was not sent. `reason` is the error of the token request.
 *
 * @since 0.1.0
 * @category common errors
 */
export class AccessTokenUnavailable extends define<
  CallFailure & {
    /** The tag of the error that the token request ended with. */
    readonly reason: string
    /** The vendor's code of it, where it had one. */
    readonly code?: string | undefined
    readonly cause: unknown
  }
>()(
  "AccessTokenUnavailable",
  {
    category: "auth",
    retryable: false,
    explanation: "no access token could be had",
    advice: "Check appKey, appSecret and region."
  },
  ({ cause, code, reason }) =>
    cause instanceof Error && cause.message !== ""
      ? `${reason}: ${cause.message}`
      : code === undefined
        ? reason
        : `${reason}, code ${code}`
) {}

/**
 * The address of a picture did not serve a picture. `encrypted` is one that only the device's password opens.
 *
 * @since 0.1.0
 * @category errors
 */
export class PictureUnusable extends define<
  CallFailure & {
    readonly problem: "empty" | "encrypted" | "notAPicture"
    readonly contentType: string
  }
>()(
  "PictureUnusable",
  {
    category: "unexpected",
    retryable: false,
    explanation: "the picture's address served no usable picture",
    advice:
      "If it is encrypted, switch the device's encryption off, or decrypt it with the device's password."
  },
  (props) => `${props.problem}, ${props.contentType || "no content type"}`
) {}

/**
 * The host failed so often just now that it is not asked for a while: nothing was sent.
 *
 * @since 0.1.0
 * @category common errors
 */
export class CircuitOpen extends define<CallFailure & { readonly retryAfterMillis: number }>()(
  "CircuitOpen",
  {
    category: "transport",
    retryable: true,
    explanation: "the host failed too often just now and is left alone for a while",
    advice: "Try again after `retryAfterMillis`; look at the network and the host."
  },
  (props) => [props.host, `${props.retryAfterMillis} ms`].filter(Boolean).join(", ")
) {}

/**
 * The errors that any call can end with, whatever its operation documents.
 *
 * @since 0.1.0
 * @category common errors
 */
export type Common =
  | TokenRejected
  | AppKeyInvalid
  | AppKeyNotFound
  | AppSecretMismatch
  | AccessTokenUnavailable
  | FrequencyLimited
  | QuotaExhausted
  | PlanLimitReached
  | PermissionDenied
  | SubAccountFrozen
  | UnknownCode
  | InvalidInput
  | DecodeFailure
  | MalformedAnswer
  | GatewayFailure
  | HttpFailure
  | EndpointUnavailable
  | TransportFailure
  | CallTimeout
  | CircuitOpen
  | DeviceTimeout

/**
 * The codes that mean the same at every operation, documented there or not: the public codes of section 1.3, the
 * dead token and refused credentials, what a sub-account may not do, and from the field the limits of quota and plan,
 * and the device that sleeps.
 *
 * @since 0.1.0
 * @category common errors
 */
export const commonCodes = {
  "10002": TokenRejected,
  "10005": AppKeyInvalid,
  "10017": AppKeyNotFound,
  "10030": AppSecretMismatch,
  "2009": DeviceTimeout,
  "20008": DeviceTimeout,
  "10007": QuotaExhausted,
  "10028": QuotaExhausted,
  "10029": FrequencyLimited,
  "10026": PlanLimitReached,
  "10027": PlanLimitReached,
  "9048": PlanLimitReached,
  "9049": PlanLimitReached,
  "111000": PlanLimitReached,
  "10031": PermissionDenied,
  "10036": SubAccountFrozen
} as const

/**
 * Whether an error of this SDK is of one of these categories.
 *
 * @since 0.1.0
 * @category refinements
 */
export const isIn =
  (...categories: ReadonlyArray<Category>) =>
  (error: { readonly category: Category }): boolean =>
    categories.includes(error.category)
