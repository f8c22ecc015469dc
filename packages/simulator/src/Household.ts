/**
 * The state behind the simulator: one account with its devices.
 *
 * @since 0.1.0
 */

/**
 * @since 0.1.0
 * @category models
 */
export interface Device {
  readonly deviceSerial: string
  deviceName: string
  readonly deviceType: string
  readonly model: string
  online: boolean
  encrypted: boolean
  /** What it can do, by the documented names; what is not here it cannot. */
  readonly capabilities: Map<string, string>
  readonly channels: number
  readonly validateCode: string
  /** Whether the account has it. Others exist and can be added. */
  owned: boolean
  /** Where the camera points, in steps from the middle. */
  readonly position: { pan: number; tilt: number; zoom: number }
  moving: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Alarm {
  readonly alarmId: string
  readonly alarmType: number
  readonly alarmTime: number
  readonly deviceSerial: string
  readonly isChecked: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Household {
  readonly devices: Map<string, Device>
  readonly alarms: Array<Alarm>
  readonly tokens: Map<string, number>
  readonly addresses: Set<string>
}

const cameraCapabilities = {
  support_defence: "1",
  support_encrypt: "1",
  support_timezone: "1",
  support_upgrade: "1"
}

const rooms = ["Front door", "Garden", "Garage", "Kitchen", "Hall"]

/**
 * So many cameras of the account, every seventh offline, and one more that is not added yet: serial `SIM900000`,
 * verification code `ABCDEF`, as all have it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (count: number): Household => {
  const device = (index: number, owned: boolean): Device => ({
    deviceSerial: `SIM${owned ? 100_000 + index : 900_000}`,
    deviceName: `${rooms[index % rooms.length]} ${Math.floor(index / rooms.length) + 1}`,
    deviceType: index % 2 === 0 ? "C6N" : "C1",
    model: index % 2 === 0 ? "CS-C6N-A0-1C2WFR" : "CS-C1-11WPFR",
    online: index % 7 !== 6,
    encrypted: false,
    capabilities: new Map(
      Object.entries({
        ...cameraCapabilities,
        ...(index % 2 === 0 && { ptz_left_right: "1", ptz_top_bottom: "1", support_ptz: "1" })
      })
    ),
    channels: 1,
    validateCode: "ABCDEF",
    owned,
    position: { pan: 0, tilt: 0, zoom: 0 },
    moving: undefined
  })
  const all = [...Array.from({ length: count }, (_, index) => device(index, true)), device(0, false)]
  return {
    devices: new Map(all.map((each) => [each.deviceSerial, each])),
    alarms: [],
    tokens: new Map(),
    addresses: new Set()
  }
}
