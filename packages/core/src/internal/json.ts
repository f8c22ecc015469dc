/** A string, or an integer so long that a double cannot hold it. */
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\b\d{16,}\b(?![.eE\d])/g

/**
 * `JSON.parse` that keeps integers over 53 bits as strings: the vendor's ids are that long, and rounding one makes
 * it another's.
 */
export const parse = (text: string): unknown =>
  JSON.parse(
    /\d{16}/.test(text)
      ? text.replace(stringOrLongInteger, (match) =>
          match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`
        )
      : text
  )
