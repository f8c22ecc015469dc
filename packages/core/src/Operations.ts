/**
 * Every operation by its id.
 *
 * @since 0.1.0
 */
import * as AccessToken from "./operations/AccessToken.js"
import * as Alarm from "./operations/Alarm.js"
import * as Camera from "./operations/Camera.js"
import * as Chime from "./operations/Chime.js"
import * as Device from "./operations/Device.js"
import * as Firmware from "./operations/Firmware.js"
import * as Infrared from "./operations/Infrared.js"
import * as Live from "./operations/Live.js"
import * as Pir from "./operations/Pir.js"
import * as Ptz from "./operations/Ptz.js"
import * as TimeZone from "./operations/TimeZone.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const all = {
  "accessToken.get": AccessToken.get,
  "live.getAddress": Live.getAddress,
  "live.disableAddress": Live.disableAddress,
  "device.add": Device.add,
  "device.delete": Device.delete,
  "device.rename": Device.rename,
  "device.capture": Device.capture,
  "device.list": Device.list,
  "device.getInfo": Device.getInfo,
  "device.getStatus": Device.getStatus,
  "device.enableEncryption": Device.enableEncryption,
  "device.disableEncryption": Device.disableEncryption,
  "pir.setArea": Pir.setArea,
  "pir.getArea": Pir.getArea,
  "chime.setType": Chime.setType,
  "chime.getType": Chime.getType,
  "infrared.set": Infrared.set,
  "infrared.get": Infrared.get,
  "timeZone.list": TimeZone.list,
  "firmware.getVersion": Firmware.getVersion,
  "firmware.upgrade": Firmware.upgrade,
  "firmware.getUpgradeStatus": Firmware.getUpgradeStatus,
  "camera.list": Camera.list,
  "ptz.start": Ptz.start,
  "ptz.stop": Ptz.stop,
  "alarm.list": Alarm.list,
  "alarm.listByDevice": Alarm.listByDevice
} as const
