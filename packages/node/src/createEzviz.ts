/**
 * Makes a client.
 *
 * @since 0.1.0
 */
import * as CoreOperations from "@effect-ezviz/core/Operations"
import type { Ezviz } from "./Ezviz.js"
import { makeEmitter } from "./internal/events.js"
import { helpers } from "./internal/helpers.js"
import * as Layers from "./internal/layers.js"
import * as Methods from "./internal/methods.js"
import * as Runner from "./internal/runner.js"
import type { EzvizOptions } from "./Options.js"

/**
 * Makes a client. Nothing is sent before the first call, which gets the access token.
 *
 * Throws a `TypeError` at once when appKey or appSecret are neither given nor in the environment.
 *
 * @example
 * ```ts
 * import { createEzviz } from "@effect-ezviz/node"
 *
 * const ezviz = createEzviz({ appKey: "your appKey", appSecret: "your appSecret" })
 *
 * for await (const device of ezviz.device.list()) console.log(device.deviceName, device.status)
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const createEzviz = (options: EzvizOptions = {}): Ezviz => {
  const emitter = makeEmitter()
  const runner = Runner.make(Layers.layer(options, emitter))
  const client: Record<string, unknown> = {
    request: Methods.request(runner),
    on: emitter.on,
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
  const nouns: Record<string, Record<string, unknown>> = {}
  const place = (id: string, method: unknown) => {
    const [noun = "", name] = id.split(".")
    if (name === undefined) client[noun] = method
    else nouns[noun] = { ...nouns[noun], [name]: method }
  }
  for (const [id, operation] of Object.entries(CoreOperations.all)) {
    place(id, Methods.ofOperation(runner, operation))
  }
  for (const [id, helper] of Object.entries(helpers)) place(id, Methods.ofHelper(runner, id, helper))
  const call = (id: string, ...input: ReadonlyArray<unknown>) => {
    const [noun = "", name = ""] = id.split(".")
    const method = Object.hasOwn(CoreOperations.all, id) ? nouns[noun]?.[name] : undefined
    if (typeof method !== "function") throw new TypeError(`call: there is no operation ${id}`)
    return method(...input)
  }
  // The methods are made of the same tables that their types are generated from, which tests compare.
  return Object.assign(client, nouns, { call }) as unknown as Ezviz
}
