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
