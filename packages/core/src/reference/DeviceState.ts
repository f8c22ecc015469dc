/**
 * The states of a device, as the documentation numbers them.
 *
 * @since 0.1.0
 */
import * as Enumeration from "./Enumeration.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const OnlineStatus = /*#__PURE__*/ Enumeration.make({ offline: 0, online: 1, notReported: -1 })

/**
 * Arming: `disarmed` and `armed` of a camera; `disarmed` (asleep), `home` and `away` of an A1 hub.
 *
 * @since 0.1.0
 * @category tables
 */
export const Defence = /*#__PURE__*/ Enumeration.make({ disarmed: 0, armed: 1, home: 8, away: 16 })

/**
 * The privacy mask. `unsupported` is of the C1 alone; other models answer `notReported`.
 *
 * @since 0.1.0
 * @category tables
 */
export const SwitchState = /*#__PURE__*/ Enumeration.make({
  off: 0,
  on: 1,
  initial: -1,
  unsupported: 2,
  notReported: -2
})

/**
 * @since 0.1.0
 * @category tables
 */
export const AlarmSoundMode = /*#__PURE__*/ Enumeration.make({
  short: 0,
  long: 1,
  mute: 2,
  custom: 3,
  notReported: -1
})

/**
 * @since 0.1.0
 * @category tables
 */
export const CloudStatus = /*#__PURE__*/ Enumeration.make({
  unsupported: -2,
  unavailable: -1,
  notActivated: 0,
  activated: 1,
  expired: 2
})

/**
 * @since 0.1.0
 * @category tables
 */
export const Sharing = /*#__PURE__*/ Enumeration.make({ notShared: 0, sharedToOthers: 1, sharedByOthers: 2 })

/**
 * @since 0.1.0
 * @category tables
 */
export const VideoLevel = /*#__PURE__*/ Enumeration.make({ fluent: 0, balanced: 1, hd: 2, fullHd: 3 })
