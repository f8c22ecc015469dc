/**
 * Chapters "Device Operation", "Device Query" and "Device Switch", a file for each topic.
 *
 * @since 0.1.0
 */
export * from "./device/Capabilities.js"
export * from "./device/Capture.js"
export * from "./device/Defence.js"
export * from "./device/Encryption.js"
export type { DeviceInput } from "./device/input.js"
export * from "./device/Language.js"
export {
  type AddError,
  type AddInput,
  add,
  type DeleteError,
  delete,
  type RenameError,
  type RenameInput,
  rename
} from "./device/Membership.js"
export * from "./device/Password.js"
export * from "./device/Picture.js"
export * from "./device/Query.js"
export * from "./device/Recorder.js"
export * from "./device/Switches.js"
export * from "./device/TimeZone.js"
