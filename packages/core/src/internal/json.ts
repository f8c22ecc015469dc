/**
 * A string, or a number, each as a whole: a part of one, such as the decimals, must never match by itself. A string that
 * never ends is one up to the end of the text, or every quote in it would be looked at again.
 */
const stringOrNumber = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

const longInteger = /^-?\d{16,}$/

/**
 * `JSON.parse` that keeps integers over 53 bits as strings: the vendor's ids are that long, and rounding one makes
 * it another's.
 */
export const parse = (text: string): unknown =>
  JSON.parse(
    /\d{16}/.test(text)
      ? text.replace(stringOrNumber, (token) =>
          longInteger.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token
        )
      : text
  )
