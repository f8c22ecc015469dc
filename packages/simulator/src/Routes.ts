/**
 * Every route, by chapter: what each operation does here.
 *
 * @since 0.1.0
 */
import type * as Route from "./Route.js"
import * as AccessToken from "./routes/AccessToken.js"
import * as Alarm from "./routes/Alarm.js"
import * as Camera from "./routes/Camera.js"
import * as Chime from "./routes/Chime.js"
import * as Device from "./routes/Device.js"
import * as Firmware from "./routes/Firmware.js"
import * as Infrared from "./routes/Infrared.js"
import * as Live from "./routes/Live.js"
import * as Pir from "./routes/Pir.js"
import * as Ptz from "./routes/Ptz.js"
import * as TimeZone from "./routes/TimeZone.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<Route.Route> = [
  ...AccessToken.routes,
  ...Alarm.routes,
  ...Camera.routes,
  ...Chime.routes,
  ...Device.routes,
  ...Firmware.routes,
  ...Infrared.routes,
  ...Live.routes,
  ...Pir.routes,
  ...Ptz.routes,
  ...TimeZone.routes
]
