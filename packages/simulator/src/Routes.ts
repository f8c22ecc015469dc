/**
 * Every route, by chapter: what each operation does here.
 *
 * @since 0.1.0
 */
import type * as Route from "./Route.js"
import * as AccessToken from "./routes/AccessToken.js"
import * as Alarm from "./routes/Alarm.js"
import * as AlarmSound from "./routes/AlarmSound.js"
import * as Camera from "./routes/Camera.js"
import * as Capabilities from "./routes/Capabilities.js"
import * as Chime from "./routes/Chime.js"
import * as CloudStorage from "./routes/CloudStorage.js"
import * as Defence from "./routes/Defence.js"
import * as Detector from "./routes/Detector.js"
import * as Device from "./routes/Device.js"
import * as DeviceSwitch from "./routes/DeviceSwitch.js"
import * as FillLight from "./routes/FillLight.js"
import * as Firmware from "./routes/Firmware.js"
import * as Infrared from "./routes/Infrared.js"
import * as Language from "./routes/Language.js"
import * as Live from "./routes/Live.js"
import * as MotionDetect from "./routes/MotionDetect.js"
import * as Pir from "./routes/Pir.js"
import * as Preset from "./routes/Preset.js"
import * as Ptz from "./routes/Ptz.js"
import * as Ram from "./routes/Ram.js"
import * as Recorder from "./routes/Recorder.js"
import * as Recording from "./routes/Recording.js"
import * as Ringtone from "./routes/Ringtone.js"
import * as Storage from "./routes/Storage.js"
import * as Switches from "./routes/Switches.js"
import * as TimeZone from "./routes/TimeZone.js"
import * as WorkMode from "./routes/WorkMode.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<Route.Route> = [
  ...AccessToken.routes,
  ...Alarm.routes,
  ...AlarmSound.routes,
  ...Camera.routes,
  ...Capabilities.routes,
  ...Chime.routes,
  ...CloudStorage.routes,
  ...Defence.routes,
  ...Detector.routes,
  ...Device.routes,
  ...DeviceSwitch.routes,
  ...FillLight.routes,
  ...Firmware.routes,
  ...Infrared.routes,
  ...Language.routes,
  ...Live.routes,
  ...MotionDetect.routes,
  ...Pir.routes,
  ...Preset.routes,
  ...Ptz.routes,
  ...Recorder.routes,
  ...Ram.routes,
  ...Recording.routes,
  ...Ringtone.routes,
  ...Storage.routes,
  ...Switches.routes,
  ...TimeZone.routes,
  ...WorkMode.routes
]
