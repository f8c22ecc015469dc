/** The rows that many operations' tables share. Each is as the documentation prints it, several times. */
import * as ApiError from "../ApiError.js"

/** Every operation of an account. */
export const account = {
  "10001": ApiError.ParameterError,
  "10002": ApiError.TokenRejected,
  "10005": ApiError.AppKeyInvalid,
  "49999": ApiError.ServerDataError
}

/** Operations that name a device of the account. 20014 is often misprinted as a network error there. */
export const device = {
  ...account,
  "20002": ApiError.DeviceNotFound,
  "20014": ApiError.DeviceSerialInvalid,
  "20018": ApiError.DeviceNotOwned
}

/** Operations that must reach the device. */
export const reach = {
  "20006": ApiError.DeviceNetworkError,
  "20007": ApiError.DeviceOffline,
  "20008": ApiError.DeviceTimeout
}

/** Every operation of chapter "v3 Device Configuration". */
export const v3 = {
  "10001": ApiError.ParameterError,
  "10002": ApiError.TokenRejected,
  "10031": ApiError.PermissionDenied,
  "20002": ApiError.DeviceNotFound,
  "20014": ApiError.DeviceSerialInvalid,
  "20018": ApiError.DeviceNotOwned
}

/** Those of them that ask for a setting. */
export const v3Get = {
  ...v3,
  "50000": ApiError.ServerError,
  "60020": ApiError.CommandNotSupported
}

/** Those of them that tell a device to do something. */
export const v3Set = {
  ...v3,
  ...reach,
  "49999": ApiError.ServerDataError,
  "60020": ApiError.CommandNotSupported
}

/** Those of them that the device may want to be sure of. */
export const v3Risky = {
  "20010": ApiError.ValidateCodeWrong,
  "60012": ApiError.UnknownDeviceError,
  "60058": ApiError.VerificationRequired
}
