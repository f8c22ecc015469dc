/**
 * The client.
 *
 * @since 0.1.0
 */
import type { Call, CallOptions } from "./Call.js"
import type { CallError, CommonError } from "./errors.js"
import type { Helpers } from "./Helpers.js"
import type { Nouns, Operations, Request } from "./Operations.js"

/**
 * What a client tells while it works, by its name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Events {
  /** A call has failed, has waited, and is tried again now. */
  readonly retry: {
    /** The operation's id. */
    readonly operation: string
    /** The number of the attempt that comes now; the first one of a call is 1. */
    readonly attempt: number
    /** What the attempt before ended with. */
    readonly error: CallError
  }
  /** A new access token was got, and is used from now on. */
  readonly tokenRenewed: {
    readonly expiresAt: Date
    /** The address at which it is valid, in regions that name one. */
    readonly areaDomain: string | undefined
  }
}

/**
 * A client of the EZVIZ Open Platform: a method for each operation, grouped by noun.
 *
 * @since 0.1.0
 * @category models
 */
export interface Ezviz extends Nouns, Helpers {
  /** Any operation by its id: `call("device.capture", input)` is `device.capture(input)`. */
  call<Id extends keyof Operations>(id: Id, ...input: Parameters<Operations[Id]>): ReturnType<Operations[Id]>
  /**
   * Calls an endpoint that this library does not know, with everything that other calls have: token, areaDomain,
   * retries, limits, errors. The data comes as it is.
   */
  request(request: Request, options?: CallOptions): Call<unknown, CommonError>
  /** Calls a listener on every event of a name, until the function that it gives back is called. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void
  /** Ends what is under way, and the connections. Calls made afterwards reject. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
