/**
 * The vendor's hosts, and which of them may be told a token.
 *
 * @since 0.1.0
 */

/**
 * Hosts by a name people know. Any other base URL is as good: the vendor answers the token request at its global
 * host and names the right one as areaDomain.
 *
 * @since 0.1.0
 * @category constants
 */
export const hosts = {
  /** Everywhere but China: the token request is answered with the area's own host. */
  global: "https://open.ezvizlife.com",
  china: "https://open.ys7.com",
  europe: "https://ieuopen.ezvizlife.com",
  northAmerica: "https://iusopen.ezvizlife.com",
  southAmerica: "https://isaopen.ezvizlife.com",
  singapore: "https://isgpopen.ezvizlife.com",
  india: "https://iindiaopen.ezvizlife.com",
  russia: "https://iruopen.ezvizlife.com"
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type Region = keyof typeof hosts

/** Domains that belong to the vendor. */
const vendorSuffixes = ["ezvizlife.com", "ys7.com", "ezviz.com", "ezvizru.com", "hik-connect.com"]

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const isUnder = (hostname: string, suffix: string) => hostname === suffix || hostname.endsWith(`.${suffix}`)

/**
 * Whether a host that an answer names may be sent the access token. What comes over the wire is not trusted: it must
 * be `https` at one of the vendor's domains or at one of `allowed`, or the very origin that was configured. A
 * configured loopback address may name another loopback address, which is how the simulator is used.
 *
 * @since 0.1.0
 * @category refinements
 */
export const isTrustedAreaDomain = (
  areaDomain: string,
  configured: string,
  allowed: ReadonlyArray<string> = []
): boolean => {
  let area: URL
  let base: URL
  try {
    area = new URL(areaDomain)
    base = new URL(configured)
  } catch {
    return false
  }
  if (area.username !== "" || area.password !== "") return false
  if (area.origin === base.origin) return true
  if (loopback.test(base.hostname) && loopback.test(area.hostname)) return true
  return (
    area.protocol === "https:" &&
    [...vendorSuffixes, ...allowed].some((suffix) => isUnder(area.hostname, suffix))
  )
}
