/**
 * The `ezopen://` addresses of the vendor's players:
 * `ezopen://ABCDEF@open.ys7.com/C12345678/1.hd.live`, `ezopen://open.ys7.com/C12345678/1.cloud.rec?begin=20221111103600`.
 *
 * They are made of what everybody knows, so one can be built without asking the cloud; only the verification code of an
 * encrypted device is a secret. The host is the account's areaDomain, which another region's player refuses.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as ApiError from "./ApiError.js"
import * as Field from "./Field.js"
import { safeIssue } from "./internal/parseIssue.js"
import * as WallClock from "./WallClock.js"

const common = {
  /** Such as `open.ys7.com`: see `hostOf`. */
  host: /*#__PURE__*/ Schema.String.pipe(
    /*#__PURE__*/ Schema.filter((host) => /^[a-z0-9.-]+(:\d+)?$/i.test(host), {
      description: "a host, with a port or without",
      arbitrary: () => (fc) => fc.stringMatching(/^[a-z0-9-]{1,9}\.[a-z]{2,3}(:[1-9]\d{0,3})?$/)
    })
  ),
  deviceSerial: Field.DeviceSerial,
  channelNo: Field.ChannelNo,
  /** `hd` for the main stream; without it the sub-stream is played. */
  quality: /*#__PURE__*/ Field.optional(
    /*#__PURE__*/ Schema.String.pipe(
      /*#__PURE__*/ Schema.filter(
        (quality) => /^[a-z0-9]+$/.test(quality) && quality !== "cloud" && quality !== "local",
        {
          description: "a word of small letters and digits",
          arbitrary: () => (fc) => fc.constantFrom("hd", "sd", "fluent")
        }
      )
    )
  ),
  /** The verification code of a device that encrypts its video. */
  validateCode: /*#__PURE__*/ Field.optional(Field.Secret),
  /** What else is behind the question mark, in its order, as it stands there. */
  parameters: /*#__PURE__*/ Field.optional(
    /*#__PURE__*/ Schema.NonEmptyArray(
      /*#__PURE__*/ Schema.String.pipe(
        /*#__PURE__*/ Schema.filter((parameter) => /^[^&#\s]+$/.test(parameter) && !isTime(parameter), {
          description: "a parameter as it stands in an address",
          arbitrary: () => (fc) => fc.stringMatching(/^[a-z]{1,5}=[a-zA-Z0-9]{1,9}$/)
        })
      )
    )
  )
}

const time = /^(begin|end)=(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/

const isTime = (parameter: string): boolean => timeOf(parameter) !== undefined

/** The wall-clock time of a `begin` or an `end`. Other forms of times are parameters like any other. */
const timeOf = (parameter: string) => {
  const [, name, year, month, day, hours, minutes, seconds] = time.exec(parameter) ?? []
  const text = `${year}-${month}-${day} ${hours}:${minutes}:${seconds}`
  return Schema.is(WallClock.WallClock)(text) ? { name, text } : undefined
}

const Live = /*#__PURE__*/ Schema.Struct({
  ...common,
  type: /*#__PURE__*/ Schema.Literal("live")
})

const Recording = /*#__PURE__*/ Schema.Struct({
  ...common,
  /** `recording` leaves it to the player where the recording comes from. */
  type: /*#__PURE__*/ Schema.Literal("recording", "localRecording", "cloudRecording"),
  /** `yyyy-MM-dd HH:mm:ss`, in the device's zone. */
  begin: /*#__PURE__*/ Field.optional(WallClock.WallClock),
  end: /*#__PURE__*/ Field.optional(WallClock.WallClock)
})

const Parts = /*#__PURE__*/ Schema.Union(Live, Recording)

/**
 * What an address says.
 *
 * @since 0.1.0
 * @category models
 */
export type EzopenUrl = Schema.Schema.Type<typeof Parts>

/**
 * The parts of an address as a schema: for tests, which can have any of them.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EzopenUrl: Schema.Schema<EzopenUrl, Schema.Schema.Encoded<typeof Parts>> = Parts

const suffixes = {
  live: "live",
  recording: "rec",
  localRecording: "local.rec",
  cloudRecording: "cloud.rec"
} as const

const invalid = (operation: string, parameter: string, expected: string) =>
  new ApiError.InvalidInput({ operation, attempts: 0, maybeApplied: false, parameter, expected })

const checked = (operation: string, parts: unknown): Either.Either<EzopenUrl, ApiError.InvalidInput> =>
  Either.mapLeft(Schema.validateEither(Parts, { onExcessProperty: "error" })(parts), (error) => {
    const { expected, path } = safeIssue(error, "url")
    return invalid(operation, path, expected)
  })

/**
 * The host of an areaDomain, such as `iusopen.ezvizlife.com` of `https://iusopen.ezvizlife.com`.
 *
 * @since 0.1.0
 * @category conversions
 */
export const hostOf = (areaDomain: string): Option.Option<string> =>
  Option.liftThrowable(() => new URL(areaDomain).host)().pipe(Option.filter((host) => host !== ""))

/** In a path, a colon needs no escape: some serial numbers have one. */
const escaped = (text: string): string => encodeURIComponent(text).replaceAll("%3A", ":")

const digits = (wallClock: string): string => wallClock.replace(/\D/g, "")

/**
 * The address of these parts. Redacted, since it may hold the verification code.
 *
 * @example
 * ```ts
 * import { EzopenUrl } from "@effect-ezviz/core"
 * import { Either, Redacted } from "effect"
 *
 * const url = EzopenUrl.format({
 *   host: "iusopen.ezvizlife.com",
 *   deviceSerial: "SIM100000",
 *   channelNo: 1,
 *   quality: "hd",
 *   type: "live"
 * })
 * console.log(Redacted.value(Either.getOrThrow(url))) // ezopen://iusopen.ezvizlife.com/SIM100000/1.hd.live
 * ```
 *
 * @since 0.1.0
 * @category conversions
 */
export const format = (parts: EzopenUrl): Either.Either<Redacted.Redacted<string>, ApiError.InvalidInput> =>
  Either.map(checked("EzopenUrl.format", parts), (url) => {
    const code = url.validateCode === undefined ? "" : `${escaped(Redacted.value(url.validateCode))}@`
    const file = [url.channelNo, ...(url.quality === undefined ? [] : [url.quality]), suffixes[url.type]]
    const query = [
      ...(url.type === "live" || url.begin === undefined ? [] : [`begin=${digits(url.begin)}`]),
      ...(url.type === "live" || url.end === undefined ? [] : [`end=${digits(url.end)}`]),
      ...(url.parameters ?? [])
    ]
    const address = `ezopen://${code}${url.host}/${escaped(url.deviceSerial)}/${file.join(".")}`
    return Redacted.make(query.length === 0 ? address : `${address}?${query.join("&")}`)
  })

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const pattern =
  /^ezopen:\/\/(?:([^@/?#]+)@)?([^@/?#]+)\/([^/?#]+)\/(\d+)(?:\.(?!cloud\b|local\b)([a-z0-9]+))?\.(live|rec|local\.rec|cloud\.rec)(?:\?([^#]*))?$/

/**
 * The parts of an address. Parameters that are not known are kept.
 *
 * @since 0.1.0
 * @category conversions
 */
export const parse = (
  address: string | Redacted.Redacted<string>
): Either.Either<EzopenUrl, ApiError.InvalidInput> => {
  const match = pattern.exec(Redacted.isRedacted(address) ? Redacted.value(address) : address)
  if (match === null) {
    return Either.left(
      invalid("EzopenUrl.parse", "url", "an address such as ezopen://HOST/SERIAL/CHANNEL.hd.live")
    )
  }
  const [, code, host, deviceSerial = "", channelNo, quality, suffix, query = ""] = match
  const type = Object.entries(suffixes).find(([, own]) => own === suffix)?.[0]
  const times = new Map<string, string>()
  const parameters: Array<string> = []
  for (const parameter of query.split("&").filter((part) => part !== "")) {
    const known = type === "live" ? undefined : timeOf(parameter)
    if (known?.name === undefined || times.has(known.name)) parameters.push(parameter)
    else times.set(known.name, known.text)
  }
  return checked("EzopenUrl.parse", {
    host,
    deviceSerial: unescaped(deviceSerial),
    channelNo: Number(channelNo),
    ...(quality !== undefined && { quality }),
    ...(code !== undefined && { validateCode: Redacted.make(unescaped(code)) }),
    type,
    ...Object.fromEntries(times),
    ...(parameters.length > 0 && { parameters })
  })
}
