/**
 * The simulator's control over HTTP, as data: what it answers at `/_control`. `HttpApiClient.make(ControlApi)` is a
 * client, for tests that run apart from the simulator.
 *
 * @since 0.1.0
 */
import * as HttpApi from "@effect/platform/HttpApi"
import * as HttpApiEndpoint from "@effect/platform/HttpApiEndpoint"
import * as HttpApiGroup from "@effect/platform/HttpApiGroup"
import * as HttpApiSchema from "@effect/platform/HttpApiSchema"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as Fault from "./Fault.js"
import type { Bytes } from "./internal/bytes.js"
import * as Journal from "./Journal.js"

const Picture: Schema.Schema<Bytes> = HttpApiSchema.Uint8Array({ contentType: "image/jpeg" })

/**
 * There is nothing by this name.
 *
 * @since 0.1.0
 * @category errors
 */
export class NotFound extends Schema.TaggedError<NotFound>()(
  "NotFound",
  { message: Schema.String },
  HttpApiSchema.annotations({ status: 404 })
) {}

/**
 * A device as a person wants to see it.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Device = Schema.Struct({
  deviceSerial: Schema.String,
  deviceName: Schema.String,
  deviceType: Schema.String,
  model: Schema.String,
  /** How many cameras it is; a hub is none. */
  channels: Schema.Number,
  online: Schema.Boolean,
  encrypted: Schema.Boolean,
  defence: Schema.String,
  firmware: Schema.Struct({ installed: Schema.String, latest: Schema.String }),
  /** Where it points, in steps from the middle. */
  position: Schema.Struct({ pan: Schema.Number, tilt: Schema.Number, zoom: Schema.Number }),
  /** The direction that it moves in. */
  moving: Schema.optional(Schema.String),
  infrared: Schema.Boolean,
  microphone: Schema.Boolean,
  language: Schema.String,
  disks: Schema.Array(Schema.Struct({ name: Schema.String, formatting: Schema.Boolean })),
  detectors: Schema.Array(Schema.Struct({ detectorSerial: Schema.String, location: Schema.String }))
})

/**
 * @since 0.1.0
 * @category models
 */
export type Device = typeof Device.Type

/** An operation and the codes that it is documented to answer, each with the name and the meaning of its error. */
const Operation = Schema.Struct({
  id: Schema.String,
  /** Whether it changes nothing. */
  reads: Schema.Boolean,
  codes: Schema.Array(Schema.Struct({ code: Schema.String, name: Schema.String, explanation: Schema.String }))
})

const Webhook = Schema.Struct({ url: Schema.String })

/** As Effect writes durations: `90 seconds`, `7 days`. */
const DurationText = Schema.transformOrFail(Schema.String, Schema.DurationFromSelf, {
  strict: true,
  decode: (text, _, ast) =>
    Effect.mapError(
      // A text that is no duration is what is asked about.
      Duration.decodeUnknown(text),
      () => new ParseResult.Type(ast, text, 'Expected a duration, such as "90 seconds"')
    ),
  encode: (duration) => ParseResult.succeed(`${Duration.toMillis(duration)} millis`)
})

const whole = Schema.NumberFromString.pipe(Schema.int(), Schema.nonNegative())
const serial = HttpApiSchema.param("deviceSerial", Schema.String)

const devices = HttpApiGroup.make("devices")
  .add(
    HttpApiEndpoint.get("list", "/devices")
      .setUrlParams(
        Schema.Struct({
          /** Counts from 0. */
          page: Schema.optional(whole),
          /** Default: 12. */
          size: Schema.optional(whole.pipe(Schema.between(1, 100))),
          /** A part of the serial number. */
          search: Schema.optional(Schema.String)
        })
      )
      .addSuccess(Schema.Struct({ items: Schema.Array(Device), total: Schema.Number }))
  )
  .add(
    HttpApiEndpoint.patch("update")`/devices/${serial}`
      .setPayload(Schema.Struct({ online: Schema.Boolean }))
      .addSuccess(Device)
      .addError(NotFound)
  )
  .add(
    // What it sees, encrypted or not: this is the camera, not the cloud.
    HttpApiEndpoint.get("picture")`/devices/${serial}/picture`.addSuccess(Picture).addError(NotFound)
  )
  .add(
    // The path of an HLS playlist.
    HttpApiEndpoint.post("watch")`/devices/${serial}/live`
      .setPayload(Schema.Struct({ channelNo: Schema.optional(Schema.Int) }))
      .addSuccess(Schema.Struct({ path: Schema.String }))
      .addError(NotFound)
  )
  .add(
    // Is answered when it has arrived at the webhooks, or was given up.
    HttpApiEndpoint.post("alarm")`/devices/${serial}/alarms`
      .setPayload(Schema.Struct({ alarmType: Schema.optional(Schema.Int) }))
      .addSuccess(HttpApiSchema.NoContent)
      .addError(NotFound)
  )

const faults = HttpApiGroup.make("faults")
  .add(HttpApiEndpoint.get("list", "/faults").addSuccess(Schema.Array(Fault.Active)))
  .add(
    HttpApiEndpoint.post("add", "/faults").setPayload(Fault.Rule).addSuccess(Fault.Active, { status: 201 })
  )
  .add(HttpApiEndpoint.del("clear", "/faults").addSuccess(HttpApiSchema.NoContent))
  .add(
    HttpApiEndpoint.del("remove")`/faults/${HttpApiSchema.param("id", Schema.NumberFromString)}`
      .addSuccess(HttpApiSchema.NoContent)
      .addError(NotFound)
  )

const webhooks = HttpApiGroup.make("webhooks")
  .add(HttpApiEndpoint.get("list", "/webhooks").addSuccess(Schema.Array(Webhook)))
  .add(
    HttpApiEndpoint.post("add", "/webhooks")
      .setPayload(
        Schema.Struct({ url: Schema.URL, secret: Schema.optional(Schema.Redacted(Schema.NonEmptyString)) })
      )
      .addSuccess(Webhook, { status: 201 })
  )
  .add(
    HttpApiEndpoint.del("remove", "/webhooks")
      .setUrlParams(Webhook)
      .addSuccess(HttpApiSchema.NoContent)
      .addError(NotFound)
  )

const cloud = HttpApiGroup.make("cloud", { topLevel: true })
  .add(
    HttpApiEndpoint.get("state", "/").addSuccess(
      Schema.Struct({
        url: Schema.String,
        appKey: Schema.String,
        /** The cloud's time, in milliseconds since 1970. */
        now: Schema.Number
      })
    )
  )
  .add(HttpApiEndpoint.get("operations", "/operations").addSuccess(Schema.Array(Operation)))
  .add(
    // Server-sent events: the last 200, then each as it happens.
    HttpApiEndpoint.get("events", "/events").addSuccess(
      Schema.parseJson(Journal.Entry).pipe(
        HttpApiSchema.withEncoding({ kind: "Text", contentType: "text/event-stream" })
      )
    )
  )
  .add(
    HttpApiEndpoint.post("advance", "/time")
      .setPayload(Schema.Struct({ advance: DurationText }))
      .addSuccess(Schema.Struct({ now: Schema.Number }))
  )

/**
 * @since 0.1.0
 * @category api
 */
export class ControlApi extends HttpApi.make("control")
  .add(cloud)
  .add(devices)
  .add(faults)
  .add(webhooks)
  .prefix("/_control") {}
