import type * as ApiError from "../ApiError.js"
import type * as EzvizClient from "../EzvizClient.js"

/** The serial of the device that a call is about, if it is about one. */
export const deviceOf = <E extends ApiError.CodedError>({
  parameters
}: EzvizClient.Call<E>): string | undefined => {
  const serial = parameters["deviceSerial"]
  return typeof serial === "string" ? serial : undefined
}
