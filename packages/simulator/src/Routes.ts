/**
 * Every route, by chapter: what each operation does here.
 *
 * @since 0.1.0
 */
import type * as Route from "./Route.js"
import * as AccessToken from "./routes/AccessToken.js"
import * as Alarm from "./routes/Alarm.js"
import * as Camera from "./routes/Camera.js"
import * as Device from "./routes/Device.js"
import * as Live from "./routes/Live.js"
import * as Ptz from "./routes/Ptz.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const all: ReadonlyArray<Route.Route> = [
  ...AccessToken.routes,
  ...Alarm.routes,
  ...Camera.routes,
  ...Device.routes,
  ...Live.routes,
  ...Ptz.routes
]
