/**
 * The client.
 *
 * @since 0.1.0
 */
import type { Nouns, Operations } from "./Operations.js"

/**
 * A client of the EZVIZ Open Platform: a method for each operation, grouped by noun.
 *
 * @since 0.1.0
 * @category models
 */
export interface Ezviz extends Nouns {
  /** Any operation by its id: `call("device.capture", input)` is `device.capture(input)`. */
  call<Id extends keyof Operations>(id: Id, ...input: Parameters<Operations[Id]>): ReturnType<Operations[Id]>
  /** Ends what is under way, and the connections. Calls made afterwards reject. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
