/**
 * What the signed addresses serve.
 *
 * @since 0.1.0
 */
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type * as Household from "./Household.js"
import { clip } from "./internal/clip.js"
import * as Picture from "./Picture.js"

/**
 * How long the address of a captured picture lives, as was seen in the field.
 *
 * @since 0.1.0
 * @category constants
 */
export const pictureLifeSeconds = 7200

/**
 * The signed address of a picture that is taken now.
 *
 * @since 0.1.0
 * @category constructors
 */
export const pictureAddress = (
  picture: { readonly deviceSerial: string; readonly channelNo: number },
  context: { readonly areaDomain: string; readonly now: number; readonly nextId: () => string }
): string =>
  `${context.areaDomain}/pictures/${picture.deviceSerial}_${picture.channelNo}.jpg?Expires=${Math.floor(context.now / 1000) + pictureLifeSeconds}&Signature=${context.nextId()}`

/**
 * The address of a live stream that begins now, for so many seconds.
 *
 * @since 0.1.0
 * @category constructors
 */
export const liveAddress = (
  watched: Omit<Household.Watched, "since">,
  context: {
    readonly household: Household.Household
    readonly areaDomain: string
    readonly now: number
    readonly nextId: () => string
  },
  seconds: number
) => {
  const id = context.nextId()
  context.household.addresses.set(id, { ...watched, since: context.now })
  const end = Math.floor(context.now / 1000) + seconds
  const path = `/v3/openlive/${watched.deviceSerial}_${watched.channelNo}_1.m3u8?expire=${end}&id=${id}&t=${context.nextId()}&ev=100`
  return { id, end, path, url: `${context.areaDomain}${path}` }
}

const segmentSeconds = 2

/**
 * A live playlist of three segments. All are the same clip, so that each one begins time anew. They are counted from
 * the beginning of the stream: a player may have something to do for each discontinuity that it has missed.
 */
const playlist = (passedMillis: number, query: string): string => {
  const sequence = Math.floor(passedMillis / (segmentSeconds * 1000))
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${segmentSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${sequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${sequence}`,
    ...[0, 1, 2].flatMap((index) => [
      "#EXT-X-DISCONTINUITY",
      `#EXTINF:${segmentSeconds}.000,`,
      `segment-${sequence + index}.ts${query}`
    ]),
    ""
  ].join("\n")
}

const ended = HttpServerResponse.text("this address has ended", { status: 403 })

/**
 * What a device sees at a time, as a JPEG.
 *
 * @since 0.1.0
 * @category constructors
 */
export const jpeg = ({ deviceName, deviceSerial }: Household.Device, at: number): Uint8Array =>
  Picture.jpeg([deviceName, deviceSerial, new Date(at).toISOString().slice(0, 19).replace("T", " ")])

const picture = (url: URL, now: number, household: Household.Household) => {
  const expires = url.searchParams.get("Expires")
  if (expires !== null && Number(expires) * 1000 <= now) return ended
  const takenAt = expires === null ? now : (Number(expires) - pictureLifeSeconds) * 1000
  const deviceSerial = decodeURIComponent(url.pathname.slice("/pictures/".length).replace(/_\d+\.jpg$/, ""))
  const device = household.devices.look(deviceSerial)
  if (device === undefined) return HttpServerResponse.text("no such picture", { status: 404 })
  const taken = jpeg(device, takenAt)
  return HttpServerResponse.uint8Array(
    device.encrypted ? Picture.encrypt(taken, device.validateCode) : taken,
    { contentType: "image/jpeg" }
  )
}

const live = (url: URL, now: number, household: Household.Household) => {
  const watched = household.addresses.get(url.searchParams.get("id") ?? "")
  if (watched === undefined || Number(url.searchParams.get("expire")) * 1000 <= now) return ended
  const device = household.devices.look(watched.deviceSerial)
  if (device?.online !== true) return HttpServerResponse.text("the device is offline", { status: 404 })
  if (!url.pathname.endsWith(".ts")) {
    return HttpServerResponse.text(playlist(now - watched.since, url.search), {
      contentType: "application/vnd.apple.mpegurl"
    })
  }
  const isReadable = !device.encrypted || watched.code === device.validateCode
  return HttpServerResponse.uint8Array(isReadable ? clip : Picture.scramble(clip, device.validateCode), {
    contentType: "video/mp2t"
  })
}

/**
 * The answer to a request for media; nothing when it is for something else.
 *
 * @since 0.1.0
 * @category serving
 */
export const serve = (
  url: URL,
  now: number,
  household: Household.Household
): HttpServerResponse.HttpServerResponse | undefined => {
  const answer = url.pathname.startsWith("/pictures/")
    ? picture(url, now, household)
    : url.pathname.startsWith("/v3/openlive/")
      ? live(url, now, household)
      : undefined
  // A page of anybody's may show it: it has the address.
  return answer && HttpServerResponse.setHeader(answer, "access-control-allow-origin", "*")
}
