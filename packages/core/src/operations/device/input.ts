/**
 * The inputs that operations of several topics share.
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

/** For operations that want to know who asks: adding a device, and switching its encryption off. */
export const AddPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The verification code on the device's label: six upper-case letters, unless the owner changed it. */
  validateCode: Field.Secret
})

/**
 * @since 0.1.0
 * @category models
 */
export interface AddInput extends Schema.Schema.Type<typeof AddPayload> {}
