/** What options may be, checked where JavaScript has no compiler to say it. */

/** An option that cannot work, by its path, and what could. */
export interface Misfit {
  readonly parameter: string
  readonly expected: string
}

/** Judges a value that is there. */
export type Check = (value: unknown, path: string) => Misfit | undefined

const check =
  (expected: string, accepts: (value: unknown) => boolean): Check =>
  (value, path) =>
    accepts(value) ? undefined : { parameter: path, expected }

const number = (expected: string, accepts: (value: number) => boolean): Check =>
  check(expected, (value) => typeof value === "number" && accepts(value))

export const text = check("a text", (value) => typeof value === "string")
export const aFunction = check("a function", (value) => typeof value === "function")
export const positive = number("a number above 0", (value) => value > 0)
export const notNegative = number("a number, not below 0", (value) => value >= 0)
export const fromOne = number("a number from 1", (value) => value >= 1)
export const wholeFromZero = number("a whole number from 0", (value) => Number.isInteger(value) && value >= 0)
export const wholeFromOne = number("a whole number from 1", (value) => Number.isInteger(value) && value >= 1)
export const ratio = number("a number above 0, up to 1", (value) => value > 0 && value <= 1)

export const oneOf = (values: ReadonlyArray<string>): Check =>
  check(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, (value) =>
    values.some((known) => known === value)
  )

/** `localhost:3128` is a URL too, of a protocol named `localhost`. */
export const url = (protocols: ReadonlyArray<string>, example: string): Check =>
  check(
    `a URL such as ${example}`,
    (value) => typeof value === "string" && URL.canParse(value) && protocols.includes(new URL(value).protocol)
  )

const isCertificate = (value: unknown) =>
  typeof value === "string" && /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(value)

export const certificates = check("certificates in PEM, not the names of files", (value) =>
  Array.isArray(value) ? value.every(isCertificate) : isCertificate(value)
)

export const signal = check(
  "an AbortSignal",
  (value) => typeof value === "object" && value !== null && "aborted" in value && "addEventListener" in value
)

export const list =
  (item: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return { parameter: path, expected: "a list" }
    const misfits = value.map((element, index) => item(element, `${path}.${index}`))
    return misfits.find((misfit) => misfit !== undefined)
  }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const below = (path: string, name: string) => (path === "" ? name : `${path}.${name}`)

/** An object with these options and no others; one that is `undefined` is left out. */
export const options =
  (known: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return { parameter: path || "options", expected: "an object" }
    for (const [name, option] of Object.entries(value)) {
      const judge = Object.hasOwn(known, name) ? known[name] : undefined
      if (judge === undefined) return { parameter: below(path, name), expected: "no option of this name" }
      const misfit = option === undefined ? undefined : judge(option, below(path, name))
      if (misfit !== undefined) return misfit
    }
    return undefined
  }

/** An object with an option of one kind under every name. */
export const each =
  (judge: Check): Check =>
  (value, path) =>
    isObject(value)
      ? options(Object.fromEntries(Object.keys(value).map((name) => [name, judge])))(value, path)
      : { parameter: path, expected: "an object" }

/** An object that has at least these methods. */
export const methods = (...names: ReadonlyArray<string>): Check =>
  check(
    `an object with ${names.join(", ")}`,
    // Of a class, they are its prototype's.
    (value) => isObject(value) && names.every((name) => typeof value[name] === "function")
  )

export const falseOr =
  (judge: Check): Check =>
  (value, path) =>
    value === false ? undefined : judge(value, path)

/** How failed attempts are repeated, of a client and of a call. */
export const retry = falseOr(
  options({ retries: wholeFromZero, baseMillis: notNegative, capMillis: notNegative })
)
