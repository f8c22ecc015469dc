import * as Regex from "effect/RegExp"

/** Query and form parameters whose values are secrets wherever they turn up in a text. */
const secretParameters =
  /\b(access_?token|checkToken|signature|auth_key|appSecret|validateCode|password|ticket|sign|t|code)=[^&\s"'<>]+/gi

/** Access tokens of main accounts (`at.`) and sub-accounts (`ra.`). */
const tokens = /\b(?:at|ra)\.[\w-]{8,}/g

const replacement = "<redacted>"

const htmlEntities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** How an answer may spell what it was sent: as it is, and as forms, addresses, JSON and pages write it. */
const spellings = (secret: string): ReadonlySet<string> => {
  const form = new URLSearchParams([["", secret]]).toString().slice(1)
  const json = JSON.stringify(secret).slice(1, -1)
  return new Set([
    secret,
    form,
    form.replaceAll("+", "%20"),
    // As it is sent: a half of a character cannot be.
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd")),
    json,
    json.replaceAll("/", "\\/"),
    secret.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character)
  ])
}

/** A text of foreign origin, made safe to keep: without the secrets of this call, and without what looks like one. */
export const redact = (text: string, secrets: ReadonlyArray<string>): string => {
  let safe = text
  for (const secret of secrets) {
    // A secret of one or two characters would shred the text and hide nothing.
    if (secret.length < 3) continue
    for (const spelling of spellings(secret)) {
      // Whatever the case: that of the digits after a `%` is the sender's choice.
      safe = safe.replace(new RegExp(Regex.escape(spelling), "gi"), replacement)
    }
  }
  return safe
    .replace(tokens, replacement)
    .replace(secretParameters, (_match, name: string) => `${name}=${replacement}`)
}

/** The beginning of a body, for an error: short, on one line, without secrets. */
export const excerpt = (body: string, secrets: ReadonlyArray<string>): string =>
  // Redacted before it is cut, so that no half of a secret survives at an edge.
  redact(body, secrets).replace(/\s+/g, " ").trim().slice(0, 120)
