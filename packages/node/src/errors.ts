/**
 * Every way a call can fail, as a class of its own.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import * as Core from "@effect-ezviz/core/ApiError"

/**
 * What kind of trouble an error is, for handling many at once: `error.category === "offline"`.
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
  /** How many requests were sent for this call, retries and replays included. */
  readonly attempts: number
  /** The call may have taken effect although it failed: it is not safe to repeat blindly. */
  readonly maybeApplied: boolean
  /** The host that was asked, without path or query; absent when nothing was sent. */
  readonly host?: string | undefined
}

/**
 * The traits shared by every error, known without an instance too (they live on the class).
 *
 * @since 0.1.0
 * @category models
 */
export interface About {
  readonly category:
    | "input"
    | "auth"
    | "permission"
    | "throttled"
    | "quota"
    | "offline"
    | "notFound"
    | "unsupported"
    | "state"
    | "failed"
    | "transport"
    | "unexpected"
  /** The same call, unchanged, may well succeed a little later. Says nothing about whether repeating it is safe. */
  readonly retryable: boolean
  /** What the error means, in one English sentence. */
  readonly explanation: string
  /** What to do about it. */
  readonly advice: string
}

/**
 * What every error that the vendor answered with a code knows besides.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiFailure {
  /** The operation's id, such as `device.capture`. */
  readonly operation: string
  /** How many requests were sent for this call, retries and replays included. */
  readonly attempts: number
  /** The call may have taken effect although it failed: it is not safe to repeat blindly. */
  readonly maybeApplied: boolean
  /** The vendor's code, always as a string: `"20007"`. */
  readonly code: string
  /** The vendor's text, in whatever language it came: for people, never to be compared. */
  readonly vendorMessage: string
  /** The HTTP status of the answer. No measure of success with this API. */
  readonly httpStatus: number
  /** The host that was asked, without path or query; absent when nothing was sent. */
  readonly host?: string | undefined
  /** The vendor's id of this request, where it gave one. */
  readonly requestId?: string | undefined
  /** How long the server asked to wait before the next try, in milliseconds. */
  readonly retryAfterMillis?: number | undefined
}

/**
 * Any error of a call, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallError extends Error, CallFailure, About {
  /** Tells the errors apart: the name of the class. */
  readonly tag: string
}

/**
 * An error that the vendor answered with a code, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CodedError extends CallError, ApiFailure {}

/**
 * The class of an error: for `instanceof`, and for tests to make one.
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorClass<out E extends CallError, in Failure> {
  new (failure: Failure): E
  readonly about: About & { readonly tag: E["tag"] }
}

/**
 * The vendor refused a parameter as missing or malformed. Check the parameters against the operation's page; a new token does not help.
 *
 * @since 0.1.0
 * @category errors
 */
export interface ParameterError extends CodedError {
  readonly tag: "ParameterError"
}

/**
 * The vendor refused a parameter as missing or malformed. Check the parameters against the operation's page; a new token does not help.
 *
 * @since 0.1.0
 * @category errors
 */
export const ParameterError: ErrorClass<ParameterError, ApiFailure> = Core.ParameterError

/**
 * The device serial number is not a valid one. Copy the serial number from the device's label.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceSerialInvalid extends CodedError {
  readonly tag: "DeviceSerialInvalid"
}

/**
 * The device serial number is not a valid one. Copy the serial number from the device's label.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceSerialInvalid: ErrorClass<DeviceSerialInvalid, ApiFailure> = Core.DeviceSerialInvalid

/**
 * The access token was refused, and so was a fresh one if this client can get one. A token is valid only at the areaDomain it came with: check region, host and whether the account may call this.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface TokenRejected extends CodedError {
  readonly tag: "TokenRejected"
}

/**
 * The access token was refused, and so was a fresh one if this client can get one. A token is valid only at the areaDomain it came with: check region, host and whether the account may call this.
 *
 * @since 0.1.0
 * @category common errors
 */
export const TokenRejected: ErrorClass<TokenRejected, ApiFailure> = Core.TokenRejected

/**
 * The appKey is wrong or frozen. Check the state of the application in the vendor's console.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface AppKeyInvalid extends CodedError {
  readonly tag: "AppKeyInvalid"
}

/**
 * The appKey is wrong or frozen. Check the state of the application in the vendor's console.
 *
 * @since 0.1.0
 * @category common errors
 */
export const AppKeyInvalid: ErrorClass<AppKeyInvalid, ApiFailure> = Core.AppKeyInvalid

/**
 * The appKey does not exist. Check the appKey, and that it belongs to this region.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface AppKeyNotFound extends CodedError {
  readonly tag: "AppKeyNotFound"
}

/**
 * The appKey does not exist. Check the appKey, and that it belongs to this region.
 *
 * @since 0.1.0
 * @category common errors
 */
export const AppKeyNotFound: ErrorClass<AppKeyNotFound, ApiFailure> = Core.AppKeyNotFound

/**
 * The appSecret does not belong to the appKey. Copy both again from the vendor's console.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface AppSecretMismatch extends CodedError {
  readonly tag: "AppSecretMismatch"
}

/**
 * The appSecret does not belong to the appKey. Copy both again from the vendor's console.
 *
 * @since 0.1.0
 * @category common errors
 */
export const AppSecretMismatch: ErrorClass<AppSecretMismatch, ApiFailure> = Core.AppSecretMismatch

/**
 * The application may not call this interface. Ask the vendor to open the interface for the appKey.
 *
 * @since 0.1.0
 * @category errors
 */
export interface AppNotPermitted extends CodedError {
  readonly tag: "AppNotPermitted"
}

/**
 * The application may not call this interface. Ask the vendor to open the interface for the appKey.
 *
 * @since 0.1.0
 * @category errors
 */
export const AppNotPermitted: ErrorClass<AppNotPermitted, ApiFailure> = Core.AppNotPermitted

/**
 * The account or sub-account has no permission for this. Grant the sub-account the permission in its policy, or call with the main account.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface PermissionDenied extends CodedError {
  readonly tag: "PermissionDenied"
}

/**
 * The account or sub-account has no permission for this. Grant the sub-account the permission in its policy, or call with the main account.
 *
 * @since 0.1.0
 * @category common errors
 */
export const PermissionDenied: ErrorClass<PermissionDenied, ApiFailure> = Core.PermissionDenied

/**
 * The user does not exist. Check which account the token belongs to.
 *
 * @since 0.1.0
 * @category errors
 */
export interface UserNotFound extends CodedError {
  readonly tag: "UserNotFound"
}

/**
 * The user does not exist. Check which account the token belongs to.
 *
 * @since 0.1.0
 * @category errors
 */
export const UserNotFound: ErrorClass<UserNotFound, ApiFailure> = Core.UserNotFound

/**
 * The sub-account does not exist. Check the accountId; list the sub-accounts.
 *
 * @since 0.1.0
 * @category errors
 */
export interface SubAccountNotFound extends CodedError {
  readonly tag: "SubAccountNotFound"
}

/**
 * The sub-account does not exist. Check the accountId; list the sub-accounts.
 *
 * @since 0.1.0
 * @category errors
 */
export const SubAccountNotFound: ErrorClass<SubAccountNotFound, ApiFailure> = Core.SubAccountNotFound

/**
 * The sub-account's name is taken. Choose another accountName.
 *
 * @since 0.1.0
 * @category errors
 */
export interface SubAccountNameTaken extends CodedError {
  readonly tag: "SubAccountNameTaken"
}

/**
 * The sub-account's name is taken. Choose another accountName.
 *
 * @since 0.1.0
 * @category errors
 */
export const SubAccountNameTaken: ErrorClass<SubAccountNameTaken, ApiFailure> = Core.SubAccountNameTaken

/**
 * The sub-account's token could not be had. Check that the sub-account is active and has a policy.
 *
 * @since 0.1.0
 * @category errors
 */
export interface SubAccountTokenFailed extends CodedError {
  readonly tag: "SubAccountTokenFailed"
}

/**
 * The sub-account's token could not be had. Check that the sub-account is active and has a policy.
 *
 * @since 0.1.0
 * @category errors
 */
export const SubAccountTokenFailed: ErrorClass<SubAccountTokenFailed, ApiFailure> = Core.SubAccountTokenFailed

/**
 * The sub-account is frozen. Unfreeze it with the main account.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface SubAccountFrozen extends CodedError {
  readonly tag: "SubAccountFrozen"
}

/**
 * The sub-account is frozen. Unfreeze it with the main account.
 *
 * @since 0.1.0
 * @category common errors
 */
export const SubAccountFrozen: ErrorClass<SubAccountFrozen, ApiFailure> = Core.SubAccountFrozen

/**
 * Calls come faster than the plan allows. Slow down; this client backs off and tries again by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface FrequencyLimited extends CodedError {
  readonly tag: "FrequencyLimited"
}

/**
 * Calls come faster than the plan allows. Slow down; this client backs off and tries again by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export const FrequencyLimited: ErrorClass<FrequencyLimited, ApiFailure> = Core.FrequencyLimited

/**
 * The day's calls or captures are used up. Wait for the vendor's day to turn (`resetsAt`), or raise the plan; trying
 * again makes it worse.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface QuotaExhausted extends CodedError {
  readonly tag: "QuotaExhausted"
}

/**
 * The day's calls or captures are used up. Wait for the vendor's day to turn (`resetsAt`), or raise the plan; trying
 * again makes it worse.
 *
 * @since 0.1.0
 * @category common errors
 */
export const QuotaExhausted: ErrorClass<QuotaExhausted, ApiFailure> = Core.QuotaExhausted

/**
 * The plan's limit of devices, applications, streams or bandwidth is reached. Close streams or remove devices, or raise the plan.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface PlanLimitReached extends CodedError {
  readonly tag: "PlanLimitReached"
}

/**
 * The plan's limit of devices, applications, streams or bandwidth is reached. Close streams or remove devices, or raise the plan.
 *
 * @since 0.1.0
 * @category common errors
 */
export const PlanLimitReached: ErrorClass<PlanLimitReached, ApiFailure> = Core.PlanLimitReached

/**
 * The device does not exist, or was never registered with the cloud. Check the serial number and the device's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceNotFound extends CodedError {
  readonly tag: "DeviceNotFound"
}

/**
 * The device does not exist, or was never registered with the cloud. Check the serial number and the device's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceNotFound: ErrorClass<DeviceNotFound, ApiFailure> = Core.DeviceNotFound

/**
 * The device does not belong to this account. Add the device to this account first, or use the account that has it.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceNotOwned extends CodedError {
  readonly tag: "DeviceNotOwned"
}

/**
 * The device does not belong to this account. Add the device to this account first, or use the account that has it.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceNotOwned: ErrorClass<DeviceNotOwned, ApiFailure> = Core.DeviceNotOwned

/**
 * The device has been added by another account. The other account must delete the device first.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceOwnedByOther extends CodedError {
  readonly tag: "DeviceOwnedByOther"
}

/**
 * The device has been added by another account. The other account must delete the device first.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceOwnedByOther: ErrorClass<DeviceOwnedByOther, ApiFailure> = Core.DeviceOwnedByOther

/**
 * The device is already in this account. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceAlreadyAdded extends CodedError {
  readonly tag: "DeviceAlreadyAdded"
}

/**
 * The device is already in this account. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceAlreadyAdded: ErrorClass<DeviceAlreadyAdded, ApiFailure> = Core.DeviceAlreadyAdded

/**
 * Adding the device failed. Check the device's network connection and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceAddFailed extends CodedError {
  readonly tag: "DeviceAddFailed"
}

/**
 * Adding the device failed. Check the device's network connection and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceAddFailed: ErrorClass<DeviceAddFailed, ApiFailure> = Core.DeviceAddFailed

/**
 * The device has no such channel, or not for this user. List the device's channels; a single camera is channel 1.
 *
 * @since 0.1.0
 * @category errors
 */
export interface ChannelNotFound extends CodedError {
  readonly tag: "ChannelNotFound"
}

/**
 * The device has no such channel, or not for this user. List the device's channels; a single camera is channel 1.
 *
 * @since 0.1.0
 * @category errors
 */
export const ChannelNotFound: ErrorClass<ChannelNotFound, ApiFailure> = Core.ChannelNotFound

/**
 * The device is offline. Check its power and network; try again when it is online.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceOffline extends CodedError {
  readonly tag: "DeviceOffline"
}

/**
 * The device is offline. Check its power and network; try again when it is online.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceOffline: ErrorClass<DeviceOffline, ApiFailure> = Core.DeviceOffline

/**
 * The device did not answer in time. A battery camera may be waking up: try again in a few seconds, and not faster.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface DeviceTimeout extends CodedError {
  readonly tag: "DeviceTimeout"
}

/**
 * The device did not answer in time. A battery camera may be waking up: try again in a few seconds, and not faster.
 *
 * @since 0.1.0
 * @category common errors
 */
export const DeviceTimeout: ErrorClass<DeviceTimeout, ApiFailure> = Core.DeviceTimeout

/**
 * The cloud could not reach the device over the network. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceNetworkError extends CodedError {
  readonly tag: "DeviceNetworkError"
}

/**
 * The cloud could not reach the device over the network. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceNetworkError: ErrorClass<DeviceNetworkError, ApiFailure> = Core.DeviceNetworkError

/**
 * The device reported a failure. Try again; restart the device if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceFailure extends CodedError {
  readonly tag: "DeviceFailure"
}

/**
 * The device reported a failure. Try again; restart the device if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceFailure: ErrorClass<DeviceFailure, ApiFailure> = Core.DeviceFailure

/**
 * The device does not support the EZVIZ cloud. Check whether the model supports the cloud.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceNotSupported extends CodedError {
  readonly tag: "DeviceNotSupported"
}

/**
 * The device does not support the EZVIZ cloud. Check whether the model supports the cloud.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceNotSupported: ErrorClass<DeviceNotSupported, ApiFailure> = Core.DeviceNotSupported

/**
 * The device does not support this function. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export interface FunctionNotSupported extends CodedError {
  readonly tag: "FunctionNotSupported"
}

/**
 * The device does not support this function. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export const FunctionNotSupported: ErrorClass<FunctionNotSupported, ApiFailure> = Core.FunctionNotSupported

/**
 * The device does not support this command. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CommandNotSupported extends CodedError {
  readonly tag: "CommandNotSupported"
}

/**
 * The device does not support this command. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export const CommandNotSupported: ErrorClass<CommandNotSupported, ApiFailure> = Core.CommandNotSupported

/**
 * Things are already as asked. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface AlreadyInState extends CodedError {
  readonly tag: "AlreadyInState"
}

/**
 * Things are already as asked. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const AlreadyInState: ErrorClass<AlreadyInState, ApiFailure> = Core.AlreadyInState

/**
 * The operation is a risky one and the device asks for authentication first. Verify the device in the EZVIZ app, then call again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface VerificationRequired extends CodedError {
  readonly tag: "VerificationRequired"
}

/**
 * The operation is a risky one and the device asks for authentication first. Verify the device in the EZVIZ app, then call again.
 *
 * @since 0.1.0
 * @category errors
 */
export const VerificationRequired: ErrorClass<VerificationRequired, ApiFailure> = Core.VerificationRequired

/**
 * The device's verification code is wrong. The code is on the device's label, six upper-case letters, unless the owner changed it.
 *
 * @since 0.1.0
 * @category errors
 */
export interface ValidateCodeWrong extends CodedError {
  readonly tag: "ValidateCodeWrong"
}

/**
 * The device's verification code is wrong. The code is on the device's label, six upper-case letters, unless the owner changed it.
 *
 * @since 0.1.0
 * @category errors
 */
export const ValidateCodeWrong: ErrorClass<ValidateCodeWrong, ApiFailure> = Core.ValidateCodeWrong

/**
 * The device encrypts its video. Pass the device's verification code, or switch encryption off.
 *
 * @since 0.1.0
 * @category errors
 */
export interface EncryptionEnabled extends CodedError {
  readonly tag: "EncryptionEnabled"
}

/**
 * The device encrypts its video. Pass the device's verification code, or switch encryption off.
 *
 * @since 0.1.0
 * @category errors
 */
export const EncryptionEnabled: ErrorClass<EncryptionEnabled, ApiFailure> = Core.EncryptionEnabled

/**
 * Encryption is already on. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface EncryptionAlreadyEnabled extends CodedError {
  readonly tag: "EncryptionAlreadyEnabled"
}

/**
 * Encryption is already on. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const EncryptionAlreadyEnabled: ErrorClass<EncryptionAlreadyEnabled, ApiFailure> =
  Core.EncryptionAlreadyEnabled

/**
 * Encryption is already off. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface EncryptionAlreadyDisabled extends CodedError {
  readonly tag: "EncryptionAlreadyDisabled"
}

/**
 * Encryption is already off. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const EncryptionAlreadyDisabled: ErrorClass<EncryptionAlreadyDisabled, ApiFailure> =
  Core.EncryptionAlreadyDisabled

/**
 * The device could not take the picture. Try again, at least 4 seconds after the last capture of this device.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CaptureFailed extends CodedError {
  readonly tag: "CaptureFailed"
}

/**
 * The device could not take the picture. Try again, at least 4 seconds after the last capture of this device.
 *
 * @since 0.1.0
 * @category errors
 */
export const CaptureFailed: ErrorClass<CaptureFailed, ApiFailure> = Core.CaptureFailed

/**
 * No alarm message has this UUID. Check the UUID; old alarms are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export interface AlarmNotFound extends CodedError {
  readonly tag: "AlarmNotFound"
}

/**
 * No alarm message has this UUID. Check the UUID; old alarms are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export const AlarmNotFound: ErrorClass<AlarmNotFound, ApiFailure> = Core.AlarmNotFound

/**
 * The picture does not exist. Check the UUID; old pictures are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PictureNotFound extends CodedError {
  readonly tag: "PictureNotFound"
}

/**
 * The picture does not exist. Check the UUID; old pictures are deleted.
 *
 * @since 0.1.0
 * @category errors
 */
export const PictureNotFound: ErrorClass<PictureNotFound, ApiFailure> = Core.PictureNotFound

/**
 * The device answered an error that the vendor does not name. Try again; look at the device in the EZVIZ app.
 *
 * @since 0.1.0
 * @category errors
 */
export interface UnknownDeviceError extends CodedError {
  readonly tag: "UnknownDeviceError"
}

/**
 * The device answered an error that the vendor does not name. Try again; look at the device in the EZVIZ app.
 *
 * @since 0.1.0
 * @category errors
 */
export const UnknownDeviceError: ErrorClass<UnknownDeviceError, ApiFailure> = Core.UnknownDeviceError

/**
 * The device cannot pan, tilt or zoom. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzNotSupported extends CodedError {
  readonly tag: "PtzNotSupported"
}

/**
 * The device cannot pan, tilt or zoom. Look at device.getCapabilities first.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzNotSupported: ErrorClass<PtzNotSupported, ApiFailure> = Core.PtzNotSupported

/**
 * The user may not move this camera. Ask the device's owner for the permission.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzNotPermitted extends CodedError {
  readonly tag: "PtzNotPermitted"
}

/**
 * The user may not move this camera. Ask the device's owner for the permission.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzNotPermitted: ErrorClass<PtzNotPermitted, ApiFailure> = Core.PtzNotPermitted

/**
 * The camera has reached its upper end. Move down.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzUpperLimit extends CodedError {
  readonly tag: "PtzUpperLimit"
}

/**
 * The camera has reached its upper end. Move down.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzUpperLimit: ErrorClass<PtzUpperLimit, ApiFailure> = Core.PtzUpperLimit

/**
 * The camera has reached its lower end. Move up.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzLowerLimit extends CodedError {
  readonly tag: "PtzLowerLimit"
}

/**
 * The camera has reached its lower end. Move up.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzLowerLimit: ErrorClass<PtzLowerLimit, ApiFailure> = Core.PtzLowerLimit

/**
 * The camera has reached its left end. Move right.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzLeftLimit extends CodedError {
  readonly tag: "PtzLeftLimit"
}

/**
 * The camera has reached its left end. Move right.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzLeftLimit: ErrorClass<PtzLeftLimit, ApiFailure> = Core.PtzLeftLimit

/**
 * The camera has reached its right end. Move left.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzRightLimit extends CodedError {
  readonly tag: "PtzRightLimit"
}

/**
 * The camera has reached its right end. Move left.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzRightLimit: ErrorClass<PtzRightLimit, ApiFailure> = Core.PtzRightLimit

/**
 * The camera could not be moved. Try again a little later.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PtzFailed extends CodedError {
  readonly tag: "PtzFailed"
}

/**
 * The camera could not be moved. Try again a little later.
 *
 * @since 0.1.0
 * @category errors
 */
export const PtzFailed: ErrorClass<PtzFailed, ApiFailure> = Core.PtzFailed

/**
 * The camera is on its way to a preset. Wait until it has arrived.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PresetRunning extends CodedError {
  readonly tag: "PresetRunning"
}

/**
 * The camera is on its way to a preset. Wait until it has arrived.
 *
 * @since 0.1.0
 * @category errors
 */
export const PresetRunning: ErrorClass<PresetRunning, ApiFailure> = Core.PresetRunning

/**
 * The camera already points at this preset. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PresetIsCurrent extends CodedError {
  readonly tag: "PresetIsCurrent"
}

/**
 * The camera already points at this preset. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const PresetIsCurrent: ErrorClass<PresetIsCurrent, ApiFailure> = Core.PresetIsCurrent

/**
 * There is no such preset. Add the preset first; the index comes from preset.add.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PresetNotFound extends CodedError {
  readonly tag: "PresetNotFound"
}

/**
 * There is no such preset. Add the preset first; the index comes from preset.add.
 *
 * @since 0.1.0
 * @category errors
 */
export const PresetNotFound: ErrorClass<PresetNotFound, ApiFailure> = Core.PresetNotFound

/**
 * The device holds no more presets. Clear a preset first; a C6 holds 12.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PresetLimitReached extends CodedError {
  readonly tag: "PresetLimitReached"
}

/**
 * The device holds no more presets. Clear a preset first; a C6 holds 12.
 *
 * @since 0.1.0
 * @category errors
 */
export const PresetLimitReached: ErrorClass<PresetLimitReached, ApiFailure> = Core.PresetLimitReached

/**
 * The firmware is the latest. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface FirmwareUpToDate extends CodedError {
  readonly tag: "FirmwareUpToDate"
}

/**
 * The firmware is the latest. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const FirmwareUpToDate: ErrorClass<FirmwareUpToDate, ApiFailure> = Core.FirmwareUpToDate

/**
 * The device is already upgrading. Follow firmware.getUpgradeStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export interface FirmwareUpgrading extends CodedError {
  readonly tag: "FirmwareUpgrading"
}

/**
 * The device is already upgrading. Follow firmware.getUpgradeStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export const FirmwareUpgrading: ErrorClass<FirmwareUpgrading, ApiFailure> = Core.FirmwareUpgrading

/**
 * The upgrade failed. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface FirmwareUpgradeFailed extends CodedError {
  readonly tag: "FirmwareUpgradeFailed"
}

/**
 * The upgrade failed. Check the device's network and try again.
 *
 * @since 0.1.0
 * @category errors
 */
export const FirmwareUpgradeFailed: ErrorClass<FirmwareUpgradeFailed, ApiFailure> = Core.FirmwareUpgradeFailed

/**
 * The device is rebooting. Wait until it is online again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceRebooting extends CodedError {
  readonly tag: "DeviceRebooting"
}

/**
 * The device is rebooting. Wait until it is online again.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceRebooting: ErrorClass<DeviceRebooting, ApiFailure> = Core.DeviceRebooting

/**
 * The device is formatting its storage. Follow storage.getFormatStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export interface DeviceFormatting extends CodedError {
  readonly tag: "DeviceFormatting"
}

/**
 * The device is formatting its storage. Follow storage.getFormatStatus.
 *
 * @since 0.1.0
 * @category errors
 */
export const DeviceFormatting: ErrorClass<DeviceFormatting, ApiFailure> = Core.DeviceFormatting

/**
 * The device or its firmware does not support cloud storage. Look at the capabilities support_cloud and support_cloud_version.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CloudStorageNotSupported extends CodedError {
  readonly tag: "CloudStorageNotSupported"
}

/**
 * The device or its firmware does not support cloud storage. Look at the capabilities support_cloud and support_cloud_version.
 *
 * @since 0.1.0
 * @category errors
 */
export const CloudStorageNotSupported: ErrorClass<CloudStorageNotSupported, ApiFailure> =
  Core.CloudStorageNotSupported

/**
 * The card password was wrong too often. Try again after 24 hours.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CardPasswordLocked extends CodedError {
  readonly tag: "CardPasswordLocked"
}

/**
 * The card password was wrong too often. Try again after 24 hours.
 *
 * @since 0.1.0
 * @category errors
 */
export const CardPasswordLocked: ErrorClass<CardPasswordLocked, ApiFailure> = Core.CardPasswordLocked

/**
 * There is no card with this password. Check the card password.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CardPasswordNotFound extends CodedError {
  readonly tag: "CardPasswordNotFound"
}

/**
 * There is no card with this password. Check the card password.
 *
 * @since 0.1.0
 * @category errors
 */
export const CardPasswordNotFound: ErrorClass<CardPasswordNotFound, ApiFailure> = Core.CardPasswordNotFound

/**
 * The card is not activated, used already or expired. Use another card.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CardPasswordUnusable extends CodedError {
  readonly tag: "CardPasswordUnusable"
}

/**
 * The card is not activated, used already or expired. Use another card.
 *
 * @since 0.1.0
 * @category errors
 */
export const CardPasswordUnusable: ErrorClass<CardPasswordUnusable, ApiFailure> = Core.CardPasswordUnusable

/**
 * The card is not for sale and fits only the device it came with. Use the card with the device it was bought with.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CardNotForSale extends CodedError {
  readonly tag: "CardNotForSale"
}

/**
 * The card is not for sale and fits only the device it came with. Use the card with the device it was bought with.
 *
 * @since 0.1.0
 * @category errors
 */
export const CardNotForSale: ErrorClass<CardNotForSale, ApiFailure> = Core.CardNotForSale

/**
 * Cloud storage could not be opened. Try again; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export interface CloudStorageOpenFailed extends CodedError {
  readonly tag: "CloudStorageOpenFailed"
}

/**
 * Cloud storage could not be opened. Try again; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export const CloudStorageOpenFailed: ErrorClass<CloudStorageOpenFailed, ApiFailure> =
  Core.CloudStorageOpenFailed

/**
 * The camera and the recorder are not in the same network. Bring both into one LAN.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcNotInSameLan extends CodedError {
  readonly tag: "IpcNotInSameLan"
}

/**
 * The camera and the recorder are not in the same network. Bring both into one LAN.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcNotInSameLan: ErrorClass<IpcNotInSameLan, ApiFailure> = Core.IpcNotInSameLan

/**
 * The camera is linked to another device, or did not answer in time. Unlink it there first, then try again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcLinkedElsewhere extends CodedError {
  readonly tag: "IpcLinkedElsewhere"
}

/**
 * The camera is linked to another device, or did not answer in time. Unlink it there first, then try again.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcLinkedElsewhere: ErrorClass<IpcLinkedElsewhere, ApiFailure> = Core.IpcLinkedElsewhere

/**
 * The camera's password is wrong. Pass the camera's verification code as validateCode.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcPasswordWrong extends CodedError {
  readonly tag: "IpcPasswordWrong"
}

/**
 * The camera's password is wrong. Pass the camera's verification code as validateCode.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcPasswordWrong: ErrorClass<IpcPasswordWrong, ApiFailure> = Core.IpcPasswordWrong

/**
 * The recorder takes no more cameras. Unlink a camera first.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcLimitReached extends CodedError {
  readonly tag: "IpcLimitReached"
}

/**
 * The recorder takes no more cameras. Unlink a camera first.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcLimitReached: ErrorClass<IpcLimitReached, ApiFailure> = Core.IpcLimitReached

/**
 * The camera did not answer the recorder in time. Check the camera's network.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcNetworkTimeout extends CodedError {
  readonly tag: "IpcNetworkTimeout"
}

/**
 * The camera did not answer the recorder in time. Check the camera's network.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcNetworkTimeout: ErrorClass<IpcNetworkTimeout, ApiFailure> = Core.IpcNetworkTimeout

/**
 * The camera's IP address is in use by another channel. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcAddressConflict extends CodedError {
  readonly tag: "IpcAddressConflict"
}

/**
 * The camera's IP address is in use by another channel. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcAddressConflict: ErrorClass<IpcAddressConflict, ApiFailure> = Core.IpcAddressConflict

/**
 * The camera has the recorder's own IP address. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcAddressConflictsWithParent extends CodedError {
  readonly tag: "IpcAddressConflictsWithParent"
}

/**
 * The camera has the recorder's own IP address. Give the camera another address.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcAddressConflictsWithParent: ErrorClass<IpcAddressConflictsWithParent, ApiFailure> =
  Core.IpcAddressConflictsWithParent

/**
 * The recorder does not support the camera's stream type. Change the camera's stream type.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcStreamTypeNotSupported extends CodedError {
  readonly tag: "IpcStreamTypeNotSupported"
}

/**
 * The recorder does not support the camera's stream type. Change the camera's stream type.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcStreamTypeNotSupported: ErrorClass<IpcStreamTypeNotSupported, ApiFailure> =
  Core.IpcStreamTypeNotSupported

/**
 * The camera needs more bandwidth than the recorder has left. Lower the bit rate or unlink a camera.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcBandwidthExceeded extends CodedError {
  readonly tag: "IpcBandwidthExceeded"
}

/**
 * The camera needs more bandwidth than the recorder has left. Lower the bit rate or unlink a camera.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcBandwidthExceeded: ErrorClass<IpcBandwidthExceeded, ApiFailure> = Core.IpcBandwidthExceeded

/**
 * The camera's IP address or port is not valid. Check the camera's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcAddressInvalid extends CodedError {
  readonly tag: "IpcAddressInvalid"
}

/**
 * The camera's IP address or port is not valid. Check the camera's network set-up.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcAddressInvalid: ErrorClass<IpcAddressInvalid, ApiFailure> = Core.IpcAddressInvalid

/**
 * The recorder does not support the camera's firmware. Upgrade the camera or the recorder.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcVersionNotSupported extends CodedError {
  readonly tag: "IpcVersionNotSupported"
}

/**
 * The recorder does not support the camera's firmware. Upgrade the camera or the recorder.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcVersionNotSupported: ErrorClass<IpcVersionNotSupported, ApiFailure> =
  Core.IpcVersionNotSupported

/**
 * The recorder does not support this camera. Use a supported camera.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcNotSupported extends CodedError {
  readonly tag: "IpcNotSupported"
}

/**
 * The recorder does not support this camera. Use a supported camera.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcNotSupported: ErrorClass<IpcNotSupported, ApiFailure> = Core.IpcNotSupported

/**
 * The channel number for the camera is not valid. List the recorder's channels.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcChannelInvalid extends CodedError {
  readonly tag: "IpcChannelInvalid"
}

/**
 * The channel number for the camera is not valid. List the recorder's channels.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcChannelInvalid: ErrorClass<IpcChannelInvalid, ApiFailure> = Core.IpcChannelInvalid

/**
 * The recorder does not support the camera's resolution. Lower the camera's resolution.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcResolutionNotSupported extends CodedError {
  readonly tag: "IpcResolutionNotSupported"
}

/**
 * The recorder does not support the camera's resolution. Lower the camera's resolution.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcResolutionNotSupported: ErrorClass<IpcResolutionNotSupported, ApiFailure> =
  Core.IpcResolutionNotSupported

/**
 * The camera's account is locked. Wait, or unlock it at the camera.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcAccountLocked extends CodedError {
  readonly tag: "IpcAccountLocked"
}

/**
 * The camera's account is locked. Wait, or unlock it at the camera.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcAccountLocked: ErrorClass<IpcAccountLocked, ApiFailure> = Core.IpcAccountLocked

/**
 * The recorder gets no stream from the camera. Check the camera's stream.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcStreamFailed extends CodedError {
  readonly tag: "IpcStreamFailed"
}

/**
 * The recorder gets no stream from the camera. Check the camera's stream.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcStreamFailed: ErrorClass<IpcStreamFailed, ApiFailure> = Core.IpcStreamFailed

/**
 * The camera could not be unlinked. Try again.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcUnlinkFailed extends CodedError {
  readonly tag: "IpcUnlinkFailed"
}

/**
 * The camera could not be unlinked. Try again.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcUnlinkFailed: ErrorClass<IpcUnlinkFailed, ApiFailure> = Core.IpcUnlinkFailed

/**
 * The camera is not linked to this recorder. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export interface IpcNotLinked extends CodedError {
  readonly tag: "IpcNotLinked"
}

/**
 * The camera is not linked to this recorder. Nothing is left to do.
 *
 * @since 0.1.0
 * @category errors
 */
export const IpcNotLinked: ErrorClass<IpcNotLinked, ApiFailure> = Core.IpcNotLinked

/**
 * The vendor's service reported a data error. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export interface ServerDataError extends CodedError {
  readonly tag: "ServerDataError"
}

/**
 * The vendor's service reported a data error. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export const ServerDataError: ErrorClass<ServerDataError, ApiFailure> = Core.ServerDataError

/**
 * The vendor's service failed. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export interface ServerError extends CodedError {
  readonly tag: "ServerError"
}

/**
 * The vendor's service failed. Try again later; ask the vendor if it stays so.
 *
 * @since 0.1.0
 * @category errors
 */
export const ServerError: ErrorClass<ServerError, ApiFailure> = Core.ServerError

/**
 * The vendor answered a code that the documentation does not list for this operation.
 * `reference/ErrorCode` may know its general meaning.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface UnknownCode extends CodedError {
  readonly tag: "UnknownCode"
}

/**
 * The vendor answered a code that the documentation does not list for this operation.
 * `reference/ErrorCode` may know its general meaning.
 *
 * @since 0.1.0
 * @category common errors
 */
export const UnknownCode: ErrorClass<UnknownCode, ApiFailure> = Core.UnknownCode

/**
 * An input value was refused before anything was sent. `parameter` names it, with a path such as `area.0` inside
 * a compound one; the value itself is never repeated.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface InvalidInput extends CallError {
  readonly tag: "InvalidInput"
  readonly parameter: string
  /** What would have been accepted. */
  readonly expected: string
}

/**
 * An input value was refused before anything was sent. `parameter` names it, with a path such as `area.0` inside
 * a compound one; the value itself is never repeated.
 *
 * @since 0.1.0
 * @category common errors
 */
export const InvalidInput: ErrorClass<
  InvalidInput,
  CallFailure & {
    readonly parameter: string
    /** What would have been accepted. */
    readonly expected: string
  }
> = Core.InvalidInput

/**
 * The vendor reported success, but its data is not of the documented shape. `path` says where.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface DecodeFailure extends CallError {
  readonly tag: "DecodeFailure"
  readonly path: string
  readonly expected: string
  readonly httpStatus: number
}

/**
 * The vendor reported success, but its data is not of the documented shape. `path` says where.
 *
 * @since 0.1.0
 * @category common errors
 */
export const DecodeFailure: ErrorClass<
  DecodeFailure,
  CallFailure & { readonly path: string; readonly expected: string; readonly httpStatus: number }
> = Core.DecodeFailure

/**
 * What came back is not an answer of this API: not JSON, empty, or JSON without any code.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface MalformedAnswer extends CallError {
  readonly tag: "MalformedAnswer"
  readonly problem: "empty" | "notJson" | "noCode"
  readonly httpStatus: number
  readonly contentType: string
  /** The first characters of the body, with secrets removed. */
  readonly excerpt: string
}

/**
 * What came back is not an answer of this API: not JSON, empty, or JSON without any code.
 *
 * @since 0.1.0
 * @category common errors
 */
export const MalformedAnswer: ErrorClass<
  MalformedAnswer,
  CallFailure & {
    readonly problem: "empty" | "notJson" | "noCode"
    readonly httpStatus: number
    readonly contentType: string
    /** The first characters of the body, with secrets removed. */
    readonly excerpt: string
  }
> = Core.MalformedAnswer

/**
 * A gateway or the service answered an HTTP status that passes by itself (408, 429, 500 and above), without a
 * code of the API.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface GatewayFailure extends CallError {
  readonly tag: "GatewayFailure"
  readonly httpStatus: number
  readonly contentType: string
  /** The first characters of the body, with secrets removed. */
  readonly excerpt: string
  readonly retryAfterMillis?: number | undefined
}

/**
 * A gateway or the service answered an HTTP status that passes by itself (408, 429, 500 and above), without a
 * code of the API.
 *
 * @since 0.1.0
 * @category common errors
 */
export const GatewayFailure: ErrorClass<
  GatewayFailure,
  CallFailure & {
    readonly httpStatus: number
    readonly contentType: string
    /** The first characters of the body, with secrets removed. */
    readonly excerpt: string
    readonly retryAfterMillis?: number | undefined
  }
> = Core.GatewayFailure

/**
 * The server answered an HTTP error or a redirect without a code of the API, and one that does not pass by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface HttpFailure extends CallError {
  readonly tag: "HttpFailure"
  readonly httpStatus: number
  readonly contentType: string
  /** The first characters of the body, with secrets removed. */
  readonly excerpt: string
}

/**
 * The server answered an HTTP error or a redirect without a code of the API, and one that does not pass by itself.
 *
 * @since 0.1.0
 * @category common errors
 */
export const HttpFailure: ErrorClass<
  HttpFailure,
  CallFailure & {
    readonly httpStatus: number
    readonly contentType: string
    /** The first characters of the body, with secrets removed. */
    readonly excerpt: string
  }
> = Core.HttpFailure

/**
 * This host does not have the endpoint (HTTP 404 without a code): not every endpoint exists in every region.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface EndpointUnavailable extends CallError {
  readonly tag: "EndpointUnavailable"
  readonly httpStatus: number
}

/**
 * This host does not have the endpoint (HTTP 404 without a code): not every endpoint exists in every region.
 *
 * @since 0.1.0
 * @category common errors
 */
export const EndpointUnavailable: ErrorClass<
  EndpointUnavailable,
  CallFailure & { readonly httpStatus: number }
> = Core.EndpointUnavailable

/**
 * No answer came: the connection could not be made, or broke. `requestSent` says whether the request can have
 * reached the server.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface TransportFailure extends CallError {
  readonly tag: "TransportFailure"
  readonly requestSent: "no" | "maybe"
  /** The system's reason, such as `ECONNREFUSED`. */
  readonly reason: string
}

/**
 * No answer came: the connection could not be made, or broke. `requestSent` says whether the request can have
 * reached the server.
 *
 * @since 0.1.0
 * @category common errors
 */
export const TransportFailure: ErrorClass<
  TransportFailure,
  CallFailure & {
    readonly requestSent: "no" | "maybe"
    /** The system's reason, such as `ECONNREFUSED`. */
    readonly reason: string
  }
> = Core.TransportFailure

/**
 * The time limit passed, of one attempt or of the whole call.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface CallTimeout extends CallError {
  readonly tag: "CallTimeout"
  readonly limit: "attempt" | "call"
  readonly limitMillis: number
}

/**
 * The time limit passed, of one attempt or of the whole call.
 *
 * @since 0.1.0
 * @category common errors
 */
export const CallTimeout: ErrorClass<
  CallTimeout,
  CallFailure & { readonly limit: "attempt" | "call"; readonly limitMillis: number }
> = Core.CallTimeout

/**
 * No access token could be had, so the call itself was not sent. `reason` is the error of the token request.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface AccessTokenUnavailable extends CallError {
  readonly tag: "AccessTokenUnavailable"
  readonly cause: unknown
  /** The tag of the error that the token request ended with. */
  readonly reason: string
  /** The vendor's code of it, where it had one. */
  readonly code?: string | undefined
}

/**
 * No access token could be had, so the call itself was not sent. `reason` is the error of the token request.
 *
 * @since 0.1.0
 * @category common errors
 */
export const AccessTokenUnavailable: ErrorClass<
  AccessTokenUnavailable,
  CallFailure & {
    readonly cause: unknown
    /** The tag of the error that the token request ended with. */
    readonly reason: string
    /** The vendor's code of it, where it had one. */
    readonly code?: string | undefined
  }
> = Core.AccessTokenUnavailable

/**
 * The address of a picture did not serve a picture. `encrypted` is one that only the device's password opens.
 *
 * @since 0.1.0
 * @category errors
 */
export interface PictureUnusable extends CallError {
  readonly tag: "PictureUnusable"
  readonly problem: "empty" | "encrypted" | "notAPicture"
  readonly contentType: string
}

/**
 * The address of a picture did not serve a picture. `encrypted` is one that only the device's password opens.
 *
 * @since 0.1.0
 * @category errors
 */
export const PictureUnusable: ErrorClass<
  PictureUnusable,
  CallFailure & { readonly problem: "empty" | "encrypted" | "notAPicture"; readonly contentType: string }
> = Core.PictureUnusable

/**
 * The host failed so often just now that it is not asked for a while: nothing was sent.
 *
 * @since 0.1.0
 * @category common errors
 */
export interface CircuitOpen extends CallError {
  readonly tag: "CircuitOpen"
  readonly retryAfterMillis: number
}

/**
 * The host failed so often just now that it is not asked for a while: nothing was sent.
 *
 * @since 0.1.0
 * @category common errors
 */
export const CircuitOpen: ErrorClass<CircuitOpen, CallFailure & { readonly retryAfterMillis: number }> =
  Core.CircuitOpen

/**
 * The errors that any call can end with, whatever its operation documents.
 *
 * @since 0.1.0
 * @category common errors
 */
export type CommonError =
  | AppKeyInvalid
  | AppKeyNotFound
  | AppSecretMismatch
  | TokenRejected
  | DeviceTimeout
  | PermissionDenied
  | SubAccountFrozen
  | AccessTokenUnavailable
  | FrequencyLimited
  | QuotaExhausted
  | PlanLimitReached
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

/**
 * Every error that a call can end with.
 *
 * @since 0.1.0
 * @category models
 */
export type AnyError =
  | ParameterError
  | DeviceSerialInvalid
  | TokenRejected
  | AppKeyInvalid
  | AppKeyNotFound
  | AppSecretMismatch
  | AppNotPermitted
  | PermissionDenied
  | UserNotFound
  | SubAccountNotFound
  | SubAccountNameTaken
  | SubAccountTokenFailed
  | SubAccountFrozen
  | FrequencyLimited
  | QuotaExhausted
  | PlanLimitReached
  | DeviceNotFound
  | DeviceNotOwned
  | DeviceOwnedByOther
  | DeviceAlreadyAdded
  | DeviceAddFailed
  | ChannelNotFound
  | DeviceOffline
  | DeviceTimeout
  | DeviceNetworkError
  | DeviceFailure
  | DeviceNotSupported
  | FunctionNotSupported
  | CommandNotSupported
  | AlreadyInState
  | VerificationRequired
  | ValidateCodeWrong
  | EncryptionEnabled
  | EncryptionAlreadyEnabled
  | EncryptionAlreadyDisabled
  | CaptureFailed
  | AlarmNotFound
  | PictureNotFound
  | UnknownDeviceError
  | PtzNotSupported
  | PtzNotPermitted
  | PtzUpperLimit
  | PtzLowerLimit
  | PtzLeftLimit
  | PtzRightLimit
  | PtzFailed
  | PresetRunning
  | PresetIsCurrent
  | PresetNotFound
  | PresetLimitReached
  | FirmwareUpToDate
  | FirmwareUpgrading
  | FirmwareUpgradeFailed
  | DeviceRebooting
  | DeviceFormatting
  | CloudStorageNotSupported
  | CardPasswordLocked
  | CardPasswordNotFound
  | CardPasswordUnusable
  | CardNotForSale
  | CloudStorageOpenFailed
  | IpcNotInSameLan
  | IpcLinkedElsewhere
  | IpcPasswordWrong
  | IpcLimitReached
  | IpcNetworkTimeout
  | IpcAddressConflict
  | IpcAddressConflictsWithParent
  | IpcStreamTypeNotSupported
  | IpcBandwidthExceeded
  | IpcAddressInvalid
  | IpcVersionNotSupported
  | IpcNotSupported
  | IpcChannelInvalid
  | IpcResolutionNotSupported
  | IpcAccountLocked
  | IpcStreamFailed
  | IpcUnlinkFailed
  | IpcNotLinked
  | ServerDataError
  | ServerError
  | UnknownCode
  | InvalidInput
  | DecodeFailure
  | MalformedAnswer
  | GatewayFailure
  | HttpFailure
  | EndpointUnavailable
  | TransportFailure
  | CallTimeout
  | AccessTokenUnavailable
  | PictureUnusable
  | CircuitOpen
