/** Headers as servers hand them over: a web `Headers`, Node's record, or any record. Names match in any case. */
export type HeadersInput =
  | { readonly get: (name: string) => string | null }
  | Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

const hasGet = (headers: HeadersInput): headers is { readonly get: (name: string) => string | null } =>
  typeof headers.get === "function"

/** One header's text; `undefined` when it is absent, empty, or sent more than once. `name` is in lower case. */
export const header = (headers: HeadersInput, name: string): string | undefined => {
  if (hasGet(headers)) return headers.get(name) || undefined
  let value = headers[name]
  if (value === undefined) {
    for (const key in headers) {
      if (key.toLowerCase() === name) {
        value = headers[key]
        break
      }
    }
  }
  if (typeof value === "string") return value || undefined
  return Array.isArray(value) && value.length === 1 ? value[0] || undefined : undefined
}
