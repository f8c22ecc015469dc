import * as SignatureNode from "../src/SignatureNode.js"

/** The headers of a signed push, without waiting for them. */
export const signedHeaders = (options: {
  readonly secret: string
  readonly body: string | Uint8Array
  readonly t: number | string
}) => {
  const t = String(options.t)
  return { t, signature: SignatureNode.sign({ ...options, t }) }
}
