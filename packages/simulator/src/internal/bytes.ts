/** Under a name of its own: TypeScript 5.9 declares what it infers as `Uint8Array<ArrayBufferLike>`, and 5.4 knows no such. */
export interface Bytes extends Uint8Array {}
