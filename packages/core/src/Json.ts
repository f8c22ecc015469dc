/**
 * JSON without loss: a long number is another one after `JSON.parse`.
 *
 * @since 0.1.0
 */

/**
 * A string, or a number, each as a whole: a part of one, such as the decimals, must never match by itself. A string that
 * never ends is one up to the end of the text, or every quote in it would be looked at again.
 */
const stringOrNumber = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Writes other strings and numbers into a JSON text, keys among them, and leaves everything else as it is. `replace` is
 * given each as it is written, and says how it shall be.
 *
 * @since 0.1.0
 * @category combinators
 */
export const mapScalars = (text: string, replace: (token: string) => string): string =>
  text.replace(stringOrNumber, replace)

const longInteger = /^-?\d{16,}$/

/**
 * `JSON.parse` that keeps integers over 53 bits as strings: the vendor's ids are that long, and rounding one makes
 * it another's. Throws as `JSON.parse` does.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (text: string): unknown =>
  JSON.parse(
    /\d{16}/.test(text)
      ? mapScalars(text, (token) =>
          longInteger.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token
        )
      : text
  )
