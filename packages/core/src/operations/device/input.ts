/**
 * The input that operations on a whole device share.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "../../Field.js"

/** For operations of which a device is all they need to know. */
export const DevicePayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial
})

/**
 * Names one device.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceInput extends Schema.Schema.Type<typeof DevicePayload> {}
