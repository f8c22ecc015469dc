/**
 * A fleet of any size: a device is made when it is looked at, and only those that were to be changed are kept.
 *
 * @since 0.1.0
 */

/**
 * A list of which only the page that is asked for need be made. An array is one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Listed<A> {
  readonly length: number
  readonly slice: (from?: number, to?: number) => ReadonlyArray<A>
}

/**
 * What there must be to a device.
 *
 * @since 0.1.0
 * @category models
 */
export interface Any {
  readonly deviceSerial: string
  /** Whether the account has it. */
  readonly owned: boolean
  /** How many cameras it is. */
  readonly channels: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Devices<D extends Any> {
  /** A device to change: from now on it is kept. */
  readonly get: (deviceSerial: string) => D | undefined
  /** A device to look at, in the state that it has. It is not to be changed. */
  readonly look: (deviceSerial: string) => D | undefined
  /** Those of the account, to look at. */
  readonly owned: Listed<D>
  /** Those of them that are cameras, to look at. */
  readonly cameras: Listed<D>
  /** Those of the account that have a text in their serial numbers, to look at. */
  readonly search: (text: string) => Listed<D>
  /** Those that are kept, by their serial numbers. Any other is as it was made. */
  readonly kept: ReadonlyMap<string, D>
}

/**
 * The devices of a fleet, by how each is made from its index, and others that the account does not have yet.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <D extends Any>(options: {
  readonly count: number
  readonly device: (index: number) => D
  readonly serialOf: (index: number) => string
  /** The inverse of `serialOf`, for any text. */
  readonly indexOf: (deviceSerial: string) => number | undefined
  readonly isCamera: (index: number) => boolean
  readonly others: ReadonlyArray<D>
}): Devices<D> => {
  const { count, others } = options
  const kept = new Map(others.map((other) => [other.deviceSerial, other]))

  const existing = (deviceSerial: string): D | undefined => {
    const index = options.indexOf(deviceSerial)
    return (
      kept.get(deviceSerial) ?? (index === undefined || index >= count ? undefined : options.device(index))
    )
  }

  /** Those of some in the fleet that the account still has, and those of the others that it has by now. */
  const listed = (fleet: Uint32Array, belongs: (other: D) => boolean): Listed<D> => {
    const current = () => {
      const gone = new Set(
        [...kept.values()].flatMap(({ deviceSerial, owned }) =>
          owned ? [] : (options.indexOf(deviceSerial) ?? [])
        )
      )
      return {
        still: gone.size === 0 ? fleet : fleet.filter((index) => !gone.has(index)),
        joined: others.filter((other) => other.owned && belongs(other))
      }
    }
    return {
      get length() {
        const { joined, still } = current()
        return still.length + joined.length
      },
      slice: (from = 0, to = Number.POSITIVE_INFINITY) => {
        const { joined, still } = current()
        const after = (position: number) => Math.max(0, position - still.length)
        return [
          ...Array.from(still.subarray(from, to), options.serialOf).flatMap(
            (serial) => existing(serial) ?? []
          ),
          ...joined.slice(after(from), after(to))
        ]
      }
    }
  }

  const fleet = Uint32Array.from({ length: count }, (_, index) => index)
  const owned = listed(fleet, () => true)
  return {
    get: (deviceSerial) => {
      const device = existing(deviceSerial)
      if (device !== undefined) kept.set(deviceSerial, device)
      return device
    },
    look: existing,
    owned,
    cameras: listed(fleet.filter(options.isCamera), ({ channels }) => channels > 0),
    search: (text) =>
      text === ""
        ? owned
        : listed(
            fleet.filter((index) => options.serialOf(index).includes(text)),
            ({ deviceSerial }) => deviceSerial.includes(text)
          ),
    kept
  }
}
