/**
 * What the signed addresses serve: a picture and a stream, small but real.
 *
 * @since 0.1.0
 */

/** A JPEG of one grey pixel. */
export const jpeg: Uint8Array = Uint8Array.from(
  atob(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
  ),
  (character) => character.charCodeAt(0)
)

/** A live playlist of three segments. */
export const playlist = (sequence: number): string =>
  [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    "#EXT-X-TARGETDURATION:2",
    `#EXT-X-MEDIA-SEQUENCE:${sequence}`,
    ...[0, 1, 2].flatMap((index) => ["#EXTINF:2.000,", `segment-${sequence + index}.ts`]),
    ""
  ].join("\n")

/** A transport stream of null packets: what a player skips, in the format it expects. */
export const segment: Uint8Array = Uint8Array.from({ length: 188 * 7 }, (_, index) => {
  const byte = index % 188
  return byte === 0 ? 0x47 : byte === 1 ? 0x1f : byte === 3 ? 0x10 : 0xff
})
