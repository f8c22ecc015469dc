/**
 * The languages of devices, as the vendor names them, and the language tags (BCP 47) that everybody else has for them.
 * The documentation names some in passing and has no list of all: a device may know others.
 *
 * Source: "Device Switch", Get device capability; "Device capability set description", support_language.
 *
 * @since 0.1.0
 */

/**
 * The language tag of every documented name.
 *
 * @since 0.1.0
 * @category tables
 */
export const tags = {
  ENGLISH: "en",
  SIMPCN: "zh-Hans",
  FRENCH: "fr",
  SPANISH: "es",
  RUSSIAN: "ru",
  KOREAN: "ko",
  ITALIAN: "it",
  GERMAN: "de"
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type Language = keyof typeof tags

const isLanguage = (name: string): name is Language => Object.hasOwn(tags, name)

/**
 * The language tag of a name, such as `de` for `GERMAN`; `undefined` for a name that is not documented.
 *
 * @since 0.1.0
 * @category lookup
 */
export const tagOf = (name: string): (typeof tags)[Language] | undefined => {
  const upper = name.trim().toUpperCase()
  return isLanguage(upper) ? tags[upper] : undefined
}

/**
 * The vendor's name of the language of a tag: `GERMAN` for `de` and for `de-AT`, `SIMPCN` for any Chinese but the
 * traditional; `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { Language } from "@effect-ezviz/core"
 *
 * Language.fromTag("fr-CA") // "FRENCH"
 * ```
 *
 * @since 0.1.0
 * @category lookup
 */
export const fromTag = (tag: string): Language | undefined => {
  const [language, ...subtags] = tag.toLowerCase().split(/[-_]/)
  if (language === "zh" && subtags.some((subtag) => /^(hant|tw|hk|mo)$/.test(subtag))) return undefined
  return Object.keys(tags)
    .filter(isLanguage)
    .find((name) => tags[name].split("-")[0] === language)
}
