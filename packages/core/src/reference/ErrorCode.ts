/**
 * What the vendor's codes mean in general: the global table of the documentation, and the codes of accounts and plans
 * that were seen besides.
 *
 * An operation knows better: where it documents a code, the error has the class of its meaning there. This table is
 * for codes that come where nobody documented them (`UnknownCode`), for those of the mobile SDKs, and for people.
 *
 * Source: "1. Error code description".
 *
 * @since 0.1.0
 */
import * as ApiError from "../ApiError.js"

/**
 * The general meaning of a code.
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorCode extends ApiError.About {
  /** As the API has it: `"10002"`, also for the mobile SDKs' `110002`. */
  readonly code: string
  /** The class of this meaning; `undefined` where no operation documents the code, so that it is an `UnknownCode`. */
  readonly tag: string | undefined
}

type Row = Omit<ErrorCode, "code">

/** A code that no operation documents. */
const row = (category: ApiError.Category, explanation: string, advice: string): Row => ({
  tag: undefined,
  category,
  retryable: false,
  explanation,
  advice
})

/** A code whose meaning is narrower than that of its class. */
const narrow = (Class: ApiError.CodedErrorClass, explanation: string, advice = Class.about.advice): Row => ({
  ...Class.about,
  explanation,
  advice
})

const retry = "Try again a little later; ask the vendor if it stays so."

const table: Readonly<Record<string, Row>> = /*#__PURE__*/ (() => ({
  // Users
  1001: row("input", "the user name is not valid", "Correct the user name."),
  1002: row("state", "the user name is taken", "Choose another user name."),
  1003: row("input", "the password is not valid", "Correct the password."),
  1004: row("input", "the password is a duplicate", "Choose another password."),
  1005: row("quota", "the password was wrong too often", "Wait before you try again, or set a new password."),
  1006: row("state", "the phone number is registered already", "Log in with it, or use another one."),
  1007: row("notFound", "the phone number is not registered", "Correct it, or register it first."),
  1008: row("input", "the phone number is not valid", "Correct the phone number."),
  1009: row("input", "user name and phone number do not belong together", "Correct one of them."),
  1010: row("failed", "the verification code could not be had", retry),
  1011: row("input", "the verification code is wrong", "Enter the code that was sent last."),
  1012: row("input", "the verification code is not valid", "Ask for a new code."),
  1013: ApiError.UserNotFound.about,
  1014: row("auth", "the password or the appKey is wrong", "Check both."),
  1015: row("auth", "the user is locked", "Unlock the account first."),
  1021: row("input", "the parameters of the verification were refused", "Check the parameters."),
  1026: row("state", "the email address is registered already", "Log in with it, or use another one."),
  1031: row("notFound", "the email address is not registered", "Correct it, or register it first."),
  1032: row("input", "the email address is not valid", "Correct the email address."),
  1041: row("quota", "verification codes were asked for too often", "Wait before you ask for another one."),
  1043: row("quota", "the verification code was wrong too often", "Wait, then ask for a new code."),

  // Devices, as the recording query numbers them
  2000: ApiError.DeviceNotFound.about,
  2001: narrow(ApiError.DeviceNotFound, "the camera does not exist, or was never registered with the cloud"),
  2003: ApiError.DeviceOffline.about,
  2004: ApiError.DeviceFailure.about,
  2007: ApiError.DeviceSerialInvalid.about,
  2009: ApiError.DeviceTimeout.about,
  2030: ApiError.DeviceNotSupported.about,
  5000: ApiError.DeviceAlreadyAdded.about,
  5001: ApiError.DeviceOwnedByOther.about,
  5002: ApiError.ValidateCodeWrong.about,

  // Invitations
  7001: row("notFound", "the invitation does not exist", "List the invitations."),
  7002: row("failed", "the invitation could not be verified", "Ask for a new invitation."),
  7003: row("state", "the invitation is for another user", "Use the account that was invited."),
  7004: row("failed", "the invitation could not be cancelled", retry),
  7005: row("failed", "the invitation could not be deleted", retry),
  7006: row("input", "users cannot invite themselves", "Invite another user."),
  7007: row(
    "state",
    "the user has been invited already",
    "Clear all sharing of the device in the EZVIZ app, then share it again."
  ),

  // Applications and accounts
  10001: ApiError.ParameterError.about,
  10004: ApiError.UserNotFound.about,
  10005: ApiError.AppKeyInvalid.about,
  10006: row("permission", "calls from this IP address are limited", "Ask the vendor to lift the limit."),
  10009: row("auth", "the parameters of the signature are wrong", "Check how the request is signed."),
  10012: row(
    "state",
    "the third-party account is bound to an EZVIZ account already",
    "Nothing is left to do."
  ),
  10013: ApiError.AppNotPermitted.about,
  10014: row(
    "auth",
    "the appKey's third-party user is not bound to the phone",
    "Check that the token is of the appKey that the vendor's SDK was set up with."
  ),
  10017: ApiError.AppKeyNotFound.about,
  10018: row("auth", "the access token is of another appKey", "Get a token with the same appKey."),
  10019: row("auth", "the password is wrong", "Correct the password."),
  10020: row("input", "the request does not name its method", "Name the method."),
  10030: ApiError.AppSecretMismatch.about,
  10031: ApiError.PermissionDenied.about,
  10032: ApiError.SubAccountNotFound.about,
  10034: ApiError.SubAccountNameTaken.about,
  10035: ApiError.SubAccountTokenFailed.about,
  10036: ApiError.SubAccountFrozen.about,

  // Devices
  20001: ApiError.ChannelNotFound.about,
  20002: ApiError.DeviceNotFound.about,
  20003: row(
    "input",
    "the parameters were refused, as the vendor's SDK is too old",
    "Upgrade the vendor's SDK."
  ),
  20004: row(
    "input",
    "the parameters were refused, as the vendor's SDK is too old",
    "Upgrade the vendor's SDK."
  ),
  20005: row(
    "auth",
    "the vendor's SDK wants a security authentication",
    "Authenticate with the vendor's SDK."
  ),
  20006: ApiError.DeviceNetworkError.about,
  20007: ApiError.DeviceOffline.about,
  20008: ApiError.DeviceTimeout.about,
  20009: row(
    "permission",
    "the device cannot be added to a sub-account",
    "Add it to the main account, and grant the sub-account the permissions."
  ),
  20010: ApiError.ValidateCodeWrong.about,
  20011: ApiError.DeviceAddFailed.about,
  20012: ApiError.DeviceAddFailed.about,
  20013: ApiError.DeviceOwnedByOther.about,
  20014: ApiError.DeviceSerialInvalid.about,
  20015: ApiError.FunctionNotSupported.about,
  20016: ApiError.DeviceFormatting.about,
  20017: ApiError.DeviceAlreadyAdded.about,
  20018: ApiError.DeviceNotOwned.about,
  20019: ApiError.CloudStorageNotSupported.about,
  20020: row("state", "the device is online, and in this account already", "Nothing is left to do."),
  20021: row("state", "the device is online, and not in this account", "Add it with device.add."),
  20022: row(
    "state",
    "the device is online, and in another account",
    "The other account must delete the device first."
  ),
  20023: row("state", "the device is offline, and not in this account", "Bring it online, then add it."),
  20024: row("state", "the device is offline, and in this account already", "Bring it online."),
  20025: row(
    "state",
    "the device is shared already",
    "Check the sharing in the account that has the device."
  ),
  20026: row("notFound", "the video is not in the gallery", "List the gallery."),
  20029: row("state", "the device is offline, and in this account already", "Bring it online."),
  20030: row("notFound", "the user has no such video in this gallery", "List the gallery."),
  20031: row(
    "permission",
    "terminal binding is on, and the device's code could not be verified",
    "Switch terminal binding off in the EZVIZ app."
  ),
  20032: ApiError.ChannelNotFound.about,
  20033: row("state", "a video that you share cannot be one of your favourites", "Choose another video."),

  // Friends
  20101: row("input", "a video cannot be shared with oneself", "Name another user."),
  20102: row("notFound", "there is no such invitation", "List the invitations."),
  20103: row("state", "the user is a friend already", "Nothing is left to do."),
  20104: row("notFound", "there is no such friend", "List the friends."),
  20105: row("state", "the friend is not in the state for this", "Look at the friend's state."),
  20106: row("notFound", "there is no such group", "List the groups."),
  20107: row("input", "users cannot add themselves as a friend", "Name another user."),
  20108: row("permission", "you are no friend of the user you added", "Wait until the user has accepted."),
  20109: row("notFound", "there is no such sharing", "List what is shared."),
  20110: row("permission", "the group of friends is another user's", "Use a group of your own."),
  20111: row("state", "the friend does not wait for a confirmation", "Look at the friend's state."),
  20112: row("failed", "the application's user could not be added as a friend", retry),

  // Messages
  20201: row("failed", "the alarm message could not be handled", retry),
  20202: row("failed", "the left message could not be handled", retry),
  20301: ApiError.AlarmNotFound.about,
  20302: ApiError.PictureNotFound.about,
  20303: narrow(
    ApiError.PictureNotFound,
    "no picture has this FID",
    "Check the FID; old pictures are deleted."
  ),

  // The service
  30001: ApiError.UserNotFound.about,
  49999: ApiError.ServerDataError.about,
  50000: ApiError.ServerError.about,

  // Pan, tilt and zoom
  60000: ApiError.PtzNotSupported.about,
  60001: ApiError.PtzNotPermitted.about,
  60002: ApiError.PtzUpperLimit.about,
  60003: ApiError.PtzLowerLimit.about,
  60004: ApiError.PtzLeftLimit.about,
  60005: ApiError.PtzRightLimit.about,
  60006: ApiError.PtzFailed.about,
  60007: ApiError.PresetLimitReached.about,
  60008: narrow(ApiError.PresetLimitReached, "the C6 holds no more presets"),
  60009: ApiError.PresetRunning.about,
  60010: ApiError.PresetIsCurrent.about,
  60011: ApiError.PresetNotFound.about,

  // What a device is doing, or will not do
  60012: ApiError.UnknownDeviceError.about,
  60013: ApiError.FirmwareUpToDate.about,
  60014: ApiError.FirmwareUpgrading.about,
  60015: ApiError.DeviceRebooting.about,
  60016: ApiError.EncryptionAlreadyDisabled.about,
  60017: ApiError.CaptureFailed.about,
  60018: ApiError.FirmwareUpgradeFailed.about,
  60019: ApiError.EncryptionEnabled.about,
  60020: ApiError.CommandNotSupported.about,
  60021: narrow(ApiError.AlreadyInState, "the device is armed or disarmed as asked already"),
  60022: ApiError.AlreadyInState.about,
  60023: row("failed", "the subscription failed", retry),
  60024: row("failed", "the subscription could not be cancelled", retry),
  60025: row("failed", "people counting could not be set", retry),
  60026: row("state", "the privacy mask covers the camera", "Switch the privacy mask off."),
  60027: row("state", "the camera is mirroring its picture at the moment", "Wait until it has finished."),
  60028: row("state", "the camera is being moved at the moment", "Wait until it stands still."),
  60029: row("state", "somebody is talking through the device", "Wait until the talk has ended."),

  // Cloud storage cards
  60030: ApiError.CardPasswordLocked.about,
  60031: ApiError.CardPasswordNotFound.about,
  60032: ApiError.CardPasswordUnusable.about,
  60033: ApiError.CardNotForSale.about,
  60035: ApiError.CloudStorageOpenFailed.about,

  // Cameras of a recorder. The table prints the text of 60040 for 60041 too; the operation that answers it has its own.
  60040: ApiError.IpcNotInSameLan.about,
  60041: ApiError.IpcLinkedElsewhere.about,
  60042: ApiError.IpcPasswordWrong.about,
  60043: ApiError.IpcLimitReached.about,
  60044: ApiError.IpcNetworkTimeout.about,
  60045: ApiError.IpcAddressConflict.about,
  60046: ApiError.IpcAddressConflictsWithParent.about,
  60047: ApiError.IpcStreamTypeNotSupported.about,
  60048: ApiError.IpcBandwidthExceeded.about,
  60049: ApiError.IpcAddressInvalid.about,
  60050: ApiError.IpcVersionNotSupported.about,
  60051: ApiError.IpcNotSupported.about,
  60052: ApiError.IpcChannelInvalid.about,
  60053: ApiError.IpcResolutionNotSupported.about,
  60054: ApiError.IpcAccountLocked.about,
  60055: ApiError.IpcStreamFailed.about,
  60056: ApiError.IpcUnlinkFailed.about,
  60057: ApiError.IpcNotLinked.about,
  // In the tables of operations, and missing from the global one.
  60058: ApiError.VerificationRequired.about,

  // What means the same everywhere: the public codes, and the limits of plans, which are in no table.
  ...Object.fromEntries(Object.entries(ApiError.commonCodes).map(([code, Class]) => [code, Class.about])),
  10007: narrow(ApiError.QuotaExhausted, "the calls of the day are used up"),
  10028: narrow(ApiError.QuotaExhausted, "the captures of the day are used up"),
  10026: narrow(ApiError.PlanLimitReached, "the plan holds no more devices"),
  10027: narrow(ApiError.PlanLimitReached, "the plan holds no more applications"),
  9048: narrow(ApiError.PlanLimitReached, "the plan's streams at one time are all in use"),
  9049: narrow(ApiError.PlanLimitReached, "the plan's bandwidth is all in use"),
  111000: narrow(ApiError.PlanLimitReached, "the resource package is used up", "Buy another package.")
}))()

/**
 * Every code there is an entry for, in the order of their numbers.
 *
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<ErrorCode> = /*#__PURE__*/ Object.entries(table).map(([code, meaning]) => ({
  code,
  ...meaning
}))

/** The mobile SDKs add this to the codes of the API. */
const mobileOffset = 100_000

/**
 * The general meaning of a code, as text or as number. Also of a mobile SDK's code, which is 100,000 more than the
 * API's: `120007` is `20007`. `undefined` for a code that nobody has described.
 *
 * @example
 * ```ts
 * import { ErrorCode } from "@effect-ezviz/core"
 *
 * ErrorCode.find("60026")?.advice // "Switch the privacy mask off."
 * ```
 *
 * @since 0.1.0
 * @category lookup
 */
export const find = (code: string | number): ErrorCode | undefined => {
  const own = String(code)
  const api = Object.hasOwn(table, own) ? own : String(Number(own) - mobileOffset)
  const meaning = Object.hasOwn(table, api) ? table[api] : undefined
  return meaning && { code: api, ...meaning }
}
