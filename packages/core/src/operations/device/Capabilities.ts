/**
 * Chapter "Device Switch": what a device can do.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as ApiError from "../../ApiError.js"
import * as Field from "../../Field.js"
import * as Operation from "../../Operation.js"
import type * as Wire from "../../Wire.js"
import * as errors from "../errors.js"

const GetCapabilitiesPayload = /*#__PURE__*/ Schema.Struct({
  /** The device's serial number. */
  deviceSerial: Field.DeviceSerial,
  /** The channel. What it means to leave it out is not documented. */
  channelNo: Field.target.channelNo
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetCapabilitiesInput extends Schema.Schema.Type<typeof GetCapabilitiesPayload> {}

/**
 * What is said of a capability: a text, such as `1`, `16-9` or `ENGLISH,GERMAN`, also where the device sends a number;
 * lists and objects, whose insides are not documented, as they came.
 *
 * @since 0.1.0
 * @category models
 */
export type CapabilityValue = string | ReadonlyArray<unknown> | { readonly [name: string]: unknown }

const isCapabilityValue = (value: unknown): value is CapabilityValue =>
  typeof value === "string" || (typeof value === "object" && value !== null)

const Value: Schema.Schema<CapabilityValue> = /*#__PURE__*/ Schema.declare(isCapabilityValue, {
  arbitrary: () => (fc) =>
    fc.oneof(fc.string(), fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
})

const textOf = (value: unknown): unknown =>
  typeof value === "number" ? String(value) : typeof value === "boolean" ? (value ? "1" : "0") : value

const CapabilitiesResult: Wire.Reads<{ readonly [name: string]: CapabilityValue }> =
  /*#__PURE__*/ Schema.make(
    /*#__PURE__*/ Schema.transform(
      /*#__PURE__*/ Schema.Record({ key: Schema.String, value: Schema.Unknown }),
      /*#__PURE__*/ Schema.Record({ key: Schema.String, value: Value }),
      {
        strict: false,
        decode: (wire: { readonly [name: string]: unknown }) =>
          Object.fromEntries(
            Object.entries(wire)
              .filter(([, value]) => value !== null)
              .map(([name, value]) => [name, textOf(value)])
          ),
        encode: (capabilities: unknown) => capabilities
      }
    ).ast
  )

/**
 * What a device can do, by the wire's names, some of them misspelt. Ask the module `Capability` instead: it knows them
 * by names of its own. A capability that is not here, the device has not.
 *
 * @since 0.1.0
 * @category models
 */
export interface Capabilities extends Schema.Schema.Type<typeof CapabilitiesResult> {}

const getCapabilitiesErrors = { ...errors.device, "50000": ApiError.ServerError }

/**
 * @since 0.1.0
 * @category errors
 */
export type GetCapabilitiesError = Operation.ErrorOf<typeof getCapabilitiesErrors>

/**
 * What a device can do: `Capability.supports(capabilities, "ptz")`. A sub-account needs the permission `Get` on the
 * camera.
 *
 * Source: "Device Switch", Get device capability.
 *
 * @since 0.1.0
 * @category operations
 */
export const getCapabilities: Operation.Operation<GetCapabilitiesInput, Capabilities, GetCapabilitiesError> =
  /*#__PURE__*/ Operation.make({
    id: "device.getCapabilities",
    section: "Device Switch",
    lines: [3052, 3146],
    method: "POST",
    path: "/api/lapp/device/capacity",
    semantics: "read",
    payload: GetCapabilitiesPayload,
    success: CapabilitiesResult,
    errors: getCapabilitiesErrors
  })
