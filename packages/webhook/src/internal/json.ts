import { parse } from "@effect-ezviz/core/Json"

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The value of a JSON text, `undefined` when it is none. A rounded `messageId` would acknowledge another push. */
export const fromText = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: parse(text) }
  } catch {
    return undefined
  }
}

/** A JSON object or array that was put into a string, taken out of it; anything else as it is. */
export const unquoted = (value: unknown): unknown => {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value
  return fromText(value)?.value ?? value
}

/** A text that is there: strings that are not blank, and numbers. */
export const text = (value: unknown): string | undefined => {
  if (typeof value === "number") return String(value)
  return typeof value === "string" && value.trim() !== "" ? value : undefined
}

/** A number, or the digits of one. */
export const integer = (value: unknown): number | undefined => {
  const digits = text(value)
  return digits !== undefined && /^-?\d{1,15}$/.test(digits) ? Number(digits) : undefined
}

/** The first value of several names that is there. */
export const first = <A>(values: ReadonlyArray<A | undefined>): A | undefined =>
  values.find((value) => value !== undefined)
