/** Listeners, who hear of events and cannot hurt the call that an event is of. */
import type { Events } from "../Ezviz.js"

export interface Emitter {
  readonly on: <Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void) => () => void
  readonly emit: <Name extends keyof Events>(name: Name, event: Events[Name]) => void
}

export const makeEmitter = (): Emitter => {
  const listeners: { readonly [Name in keyof Events]: Set<(event: Events[Name]) => void> } = {
    retry: new Set(),
    tokenRenewed: new Set()
  }
  return {
    on: (name, listener) => {
      if (!Object.hasOwn(listeners, name)) throw new TypeError(`on: there is no event ${name}`)
      listeners[name].add(listener)
      return () => void listeners[name].delete(listener)
    },
    // What a listener throws is an uncaught exception, as it is with any emitter, and no end of the call.
    emit: (name, event) => {
      for (const listener of listeners[name]) queueMicrotask(() => listener(event))
    }
  }
}
