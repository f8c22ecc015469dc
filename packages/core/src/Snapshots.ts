/**
 * Pictures themselves, instead of addresses that soon end.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as ApiError from "./ApiError.js"
import type * as EzvizClient from "./EzvizClient.js"
import { excerpt } from "./internal/redact.js"
import { systemReason } from "./internal/systemReason.js"
import * as Device from "./operations/Device.js"
import * as Retry from "./Retry.js"
import * as SignedUrl from "./SignedUrl.js"

/**
 * A picture.
 *
 * @since 0.1.0
 * @category models
 */
export interface Snapshot {
  readonly bytes: Uint8Array
  /** By the bytes, whatever the server said: `image/jpeg`, `image/png` or `image/webp`. */
  readonly contentType: string
  /** The address it was read from. It is signed, and ends soon. */
  readonly picUrl: Redacted.Redacted<string>
  /** When the address ends, if it says so. */
  readonly expiresAt?: DateTime.Utc
}

/**
 * @since 0.1.0
 * @category errors
 */
export type SnapshotError = Device.CaptureError | ApiError.PictureUnusable | ApiError.Common

const signatures: ReadonlyArray<
  readonly [contentType: string, offset: number, bytes: ReadonlyArray<number>]
> = [
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]]
]

/** What an encrypted picture begins with. */
const encryptedMark = "hikencodepicture"

const contentTypeOf = (bytes: Uint8Array): string | undefined =>
  signatures.find(([, offset, expected]) =>
    expected.every((byte, index) => bytes[offset + index] === byte)
  )?.[0]

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 2048))

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)

const download = (http: HttpClient.HttpClient, picUrl: string) => {
  const failure: ApiError.CallFailure = {
    operation: Device.capture.definition.id,
    host: hostOf(picUrl),
    attempts: 1,
    // The picture was taken; it is the address that fails.
    maybeApplied: true
  }
  // The address is a secret: no tracer sees it, and no trace goes to who serves it.
  const client = http.pipe(
    HttpClient.withTracerPropagation(false),
    HttpClient.withTracerDisabledWhen(() => true),
    HttpClient.followRedirects(3)
  )
  const toFailure = (error: HttpClientError.HttpClientError) =>
    new ApiError.TransportFailure({ ...failure, requestSent: "maybe", reason: systemReason(error.cause) })
  const judge = (
    response: HttpClientResponse.HttpClientResponse,
    bytes: Uint8Array
  ): Effect.Effect<
    Pick<Snapshot, "bytes" | "contentType">,
    ApiError.GatewayFailure | ApiError.HttpFailure | ApiError.PictureUnusable
  > => {
    const contentType = response.headers["content-type"] ?? ""
    const { status } = response
    if (status < 200 || status > 299) {
      const answer = {
        ...failure,
        httpStatus: status,
        contentType,
        excerpt: excerpt(textOf(bytes), [picUrl])
      }
      return Effect.fail(
        status === 408 || status === 429 || status >= 500
          ? new ApiError.GatewayFailure(answer)
          : new ApiError.HttpFailure(answer)
      )
    }
    const found = contentTypeOf(bytes)
    if (found !== undefined) return Effect.succeed({ bytes, contentType: found })
    const problem =
      bytes.length === 0 ? "empty" : textOf(bytes).startsWith(encryptedMark) ? "encrypted" : "notAPicture"
    return Effect.fail(new ApiError.PictureUnusable({ ...failure, problem, contentType }))
  }
  return client.get(picUrl).pipe(
    Effect.flatMap((response) =>
      Effect.map(response.arrayBuffer, (buffer) => [response, new Uint8Array(buffer)] as const)
    ),
    Effect.mapError(toFailure),
    Effect.flatMap(([response, bytes]) => judge(response, bytes)),
    Effect.timeoutFail({
      duration: "15 seconds",
      onTimeout: () => new ApiError.CallTimeout({ ...failure, limit: "attempt", limitMillis: 15_000 })
    }),
    Effect.retry({
      while: (error) => Retry.isRepeatable("read", error),
      schedule: Schedule.intersect(Schedule.jittered(Schedule.exponential("500 millis")), Schedule.recurs(2))
    })
  )
}

/**
 * Takes a picture now and downloads it. The sensible stack of `Ezviz.layer` keeps 4 seconds between two captures of one
 * device.
 *
 * @since 0.1.0
 * @category helpers
 */
export const take = (
  input: Device.CaptureInput
): Effect.Effect<Snapshot, SnapshotError, EzvizClient.EzvizClient | HttpClient.HttpClient> =>
  Effect.flatMap(HttpClient.HttpClient, (http) =>
    Effect.flatMap(Device.capture(input), ({ picUrl }) => {
      const expiresAt = SignedUrl.expiresAt(picUrl)
      return Effect.map(download(http, Redacted.value(picUrl)), (picture) => ({
        ...picture,
        picUrl,
        ...(expiresAt !== undefined && { expiresAt })
      }))
    })
  )
