/**
 * Chapters "Device Operation", "Device Query" and "Device Switch".
 *
 * @since 0.1.0
 */
export * from "./device/Capabilities.js"
export * from "./device/Capture.js"
export * from "./device/Defence.js"
export * from "./device/Encryption.js"
export type { AddInput, DeviceInput } from "./device/input.js"
export * from "./device/Language.js"
export * from "./device/Membership.js"
export * from "./device/Password.js"
export * from "./device/Picture.js"
export * from "./device/Query.js"
export * from "./device/Recorder.js"
export * from "./device/Switches.js"
export * from "./device/TimeZone.js"
