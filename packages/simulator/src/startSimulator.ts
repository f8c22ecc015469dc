/**
 * A simulator with promises and plain values, for tests that know no Effect. `vitest` makes fixtures of it.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import type * as Alarms from "./Alarms.js"
import type * as Answering from "./Answering.js"
import type * as Fault from "./Fault.js"
import type * as Household from "./Household.js"
import type * as Push from "./Push.js"
import * as Simulator from "./Simulator.js"

/**
 * Who is told.
 *
 * @since 0.1.0
 * @category models
 */
export interface Webhook extends Omit<Push.Webhook, "secret"> {
  /** The signing key. Default: `simulated-signing-key`. */
  readonly secret?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Omit<Simulator.Options, "webhook"> {
  /** Who is told of alarms, and of devices that come and go. More can be added later. */
  readonly webhook?: Webhook | undefined
}

/**
 * A simulator that runs until it is stopped.
 *
 * @since 0.1.0
 * @category models
 */
export interface RunningSimulator {
  /** The base URL to configure. */
  readonly url: string
  readonly appKey: string
  readonly appSecret: string
  /** The state, to look at and to change. */
  readonly household: Household.Household
  /** The rules of faults that are not spent, to look at and to change. */
  readonly faults: Fault.Rules
  /** What was answered so far. */
  readonly served: ReadonlyArray<Answering.Served>
  /** The latest 1,000 pushes, oldest first. */
  readonly pushes: ReadonlyArray<Push.Attempt>
  /** Raises an alarm: it joins the list, and is pushed. Ends when it has arrived or was given up, at each webhook. */
  readonly alarm: (alarm: Alarms.AlarmOptions) => Promise<ReadonlyArray<Push.Attempt>>
  /** Switches a device on or off; a change is pushed. Ends as `alarm` does. */
  readonly setOnline: (deviceSerial: string, online: boolean) => Promise<ReadonlyArray<Push.Attempt>>
  /** Adds a webhook; one with the same address is replaced. */
  readonly subscribe: (webhook: Webhook) => Promise<void>
  readonly unsubscribe: (url: string) => Promise<void>
  /** Moves the cloud's time ahead. */
  readonly advance: (duration: Duration.DurationInput) => Promise<void>
  readonly stop: () => Promise<void>
}

const push = ({ secret, ...webhook }: Webhook): Push.Webhook =>
  secret === undefined ? webhook : { ...webhook, secret: Redacted.make(secret) }

/**
 * Starts a simulator.
 *
 * @since 0.1.0
 * @category constructors
 */
export const startSimulator = async ({ webhook, ...options }: Options = {}): Promise<RunningSimulator> => {
  const runtime = ManagedRuntime.make(
    Simulator.layer({ ...options, webhook: webhook === undefined ? undefined : push(webhook) })
  )
  /** Throws the error itself. */
  const run = async <A, E>(effect: Effect.Effect<A, E, Simulator.Simulator>): Promise<A> => {
    const exit = await runtime.runPromiseExit(effect)
    if (Exit.isFailure(exit)) throw Cause.squash(exit.cause)
    return exit.value
  }
  const { alarm, appKey, appSecret, faults, household, served, setOnline, time, url, webhooks } = await run(
    Simulator.Simulator
  )
  return {
    url,
    appKey,
    appSecret,
    household,
    faults,
    served,
    pushes: webhooks.attempts,
    alarm: (options) => run(alarm(options)),
    setOnline: (deviceSerial, online) => run(setOnline(deviceSerial, online)),
    subscribe: (webhook) => run(webhooks.subscribe(push(webhook))),
    unsubscribe: (url) => run(webhooks.unsubscribe(url)),
    advance: (duration) => run(time.advance(duration)),
    stop: () => runtime.dispose()
  }
}
