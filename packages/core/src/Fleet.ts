/**
 * Many devices at once: an operation for each with its own outcome, and the state of many with few calls.
 *
 * @since 0.1.0
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as KeyValueStore from "@effect/platform/KeyValueStore"
import * as Effect from "effect/Effect"
import type * as Either from "effect/Either"
import * as Request from "effect/Request"
import * as RequestResolver from "effect/RequestResolver"
import * as Stream from "effect/Stream"
import type * as ApiError from "./ApiError.js"
import * as EzvizClient from "./EzvizClient.js"
import * as Device from "./operations/Device.js"
import * as Page from "./Page.js"

// forEach

/**
 * A device, or a channel of one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Target {
  readonly deviceSerial: string
  readonly channelNo?: number | undefined
}

/**
 * How far a run is. `total` counts all, `done` those that ended or were done before.
 *
 * @since 0.1.0
 * @category models
 */
export interface Progress {
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Done in an earlier run, by the checkpoint. */
  readonly skipped: number
}

/**
 * What became of one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface Outcome<out T, out A, out E> {
  readonly target: T
  readonly result: Either.Either<A, E>
  readonly progress: Progress
}

/**
 * Knows which devices are done, from one run to the next.
 *
 * @since 0.1.0
 * @category models
 */
export interface Checkpoint<out E = never> {
  readonly isDone: (target: Target) => Effect.Effect<boolean, E>
  readonly done: (target: Target) => Effect.Effect<void, E>
}

const keyOf = ({ channelNo, deviceSerial }: Target): string =>
  channelNo === undefined ? deviceSerial : `${deviceSerial}:${channelNo}`

/**
 * A checkpoint in a `KeyValueStore`: in files, in a database, in memory. The name is that of the job.
 *
 * @since 0.1.0
 * @category constructors
 */
export const checkpoint = (
  store: KeyValueStore.KeyValueStore,
  name: string
): Checkpoint<PlatformError.PlatformError> => ({
  isDone: (target) => store.has(`${name}/${keyOf(target)}`),
  done: (target) => store.set(`${name}/${keyOf(target)}`, "done")
})

/**
 * @since 0.1.0
 * @category models
 */
export interface ForEachOptions<E> {
  /** How many devices at once. The limits of the client hold besides. Default: 8. */
  readonly concurrency?: number | undefined
  /** Leaves out what an earlier run has done. What failed is not done. Default: none. */
  readonly checkpoint?: Checkpoint<E> | undefined
}

/**
 * Runs an operation for each device, and tells of each as it ends: one that fails stops no other. Outcomes come in the
 * order of their ends. Interrupted and run again with the same checkpoint, it goes on where it was.
 *
 * @example
 * ```ts
 * import { Device, Fleet } from "@effect-ezviz/core"
 * import { Either, Stream } from "effect"
 *
 * const cameras = [{ deviceSerial: "SIM100000" }, { deviceSerial: "SIM100001" }]
 *
 * // Stream<Outcome<…, DeviceInfo, GetInfoError | ApiError.Common>, never, EzvizClient>
 * const program = Fleet.forEach(cameras, Device.getInfo, { concurrency: 4 }).pipe(
 *   Stream.filter(({ result }) => Either.isLeft(result))
 * )
 * ```
 *
 * @since 0.1.0
 * @category batch
 */
export const forEach = <T extends Target, A, E, R, E2 = never>(
  targets: ReadonlyArray<T>,
  operation: (target: T) => Effect.Effect<A, E, R>,
  options: ForEachOptions<E2> = {}
): Stream.Stream<Outcome<T, A, E>, E2, R> => {
  const known = options.checkpoint
  const remaining: Effect.Effect<ReadonlyArray<T>, E2> = known === undefined
    ? Effect.succeed(targets)
    : Effect.filter(targets, (target) => Effect.map(known.isDone(target), (done) => !done))
  const run = (target: T): Effect.Effect<{ target: T; result: Either.Either<A, E> }, E2, R> =>
    Effect.flatMap(Effect.either(operation(target)), (result) =>
      Effect.as(known !== undefined && result._tag === "Right" ? known.done(target) : Effect.void, {
        target,
        result
      })
    )
  return Stream.unwrap(
    Effect.map(remaining, (rest) => {
      const skipped = targets.length - rest.length
      const start: Progress = { total: targets.length, done: skipped, failed: 0, skipped }
      return Stream.fromIterable(rest).pipe(
        Stream.rechunk(1),
        Stream.mapEffect(run, { concurrency: options.concurrency ?? 8, unordered: true }),
        Stream.mapAccum(start, (before, { result, target }) => {
          const progress: Progress = {
            ...before,
            done: before.done + 1,
            failed: before.failed + (result._tag === "Left" ? 1 : 0)
          }
          return [progress, { target, result, progress }]
        })
      )
    })
  )
}

// stateOf

/**
 * What both the list of devices and a device's own page tell.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceState
  extends Pick<Device.DeviceInfo, "deviceSerial" | "deviceName" | "status" | "defence"> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type StateOfError = Device.GetInfoError | Device.ListError | ApiError.Common

interface StateOf extends Request.Request<DeviceState, StateOfError> {
  readonly _tag: "StateOf"
  readonly deviceSerial: string
}
const StateOf = /*#__PURE__*/ Request.tagged<StateOf>("StateOf")

const stateFrom = ({ defence, deviceName, deviceSerial, status }: DeviceState): DeviceState => ({
  deviceSerial,
  deviceName,
  status,
  defence
})

/**
 * Finds devices in the account's list, but reads no more pages of it than there are devices left to find: from there
 * on asking for each is no dearer.
 */
const findInList = (wanted: ReadonlySet<string>) => {
  const found = new Map<string, DeviceState>()
  if (wanted.size === 1) return Effect.succeed(found)
  return Stream.runForEachWhile(Page.pages(Device.list, {}), ({ items, pageStart }) =>
    Effect.sync(() => {
      for (const item of items) {
        if (wanted.has(item.deviceSerial)) found.set(item.deviceSerial, stateFrom(item))
      }
      return pageStart + 1 < wanted.size - found.size
    })
  ).pipe(Effect.as(found))
}

const resolver = /*#__PURE__*/ RequestResolver.contextFromServices(EzvizClient.EzvizClient)(
  /*#__PURE__*/ RequestResolver.makeBatched((requests: ReadonlyArray<StateOf>) =>
    Effect.gen(function* () {
      const wanted = new Set(requests.map(({ deviceSerial }) => deviceSerial))
      const found = yield* findInList(wanted)
      yield* Effect.forEach(
        requests,
        (request) => {
          const state = found.get(request.deviceSerial)
          return Request.completeEffect(
            request,
            state === undefined
              ? Effect.map(Device.getInfo({ deviceSerial: request.deviceSerial }), stateFrom)
              : Effect.succeed(state)
          )
        },
        { concurrency: 8, discard: true }
      )
    }).pipe(
      Effect.catchAll((error) =>
        Effect.forEach(requests, (request) => Request.fail(request, error), { discard: true })
      )
    )
  )
)

/**
 * Whether a device is online and armed. Asked for many together, as by `Effect.forEach` with `batching: true`, it
 * takes a call for every fifty devices of the account and not one for each.
 *
 * @example
 * ```ts
 * import { Fleet } from "@effect-ezviz/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.forEach(["SIM100000", "SIM100001", "SIM100002"], Fleet.stateOf, { batching: true })
 * ```
 *
 * @since 0.1.0
 * @category batch
 */
export const stateOf = (
  deviceSerial: string
): Effect.Effect<DeviceState, StateOfError, EzvizClient.EzvizClient> =>
  Effect.request(StateOf({ deviceSerial }), resolver)
