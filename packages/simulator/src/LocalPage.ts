/**
 * What the pages have in common that a developer's tool shows to the browser of its own machine: who may see them, how
 * they are sent, how they are told what happens, and what they look like.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import type * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/**
 * Whether a request comes from this machine. A tunnel that leads a stranger here leads everybody here, and a website may
 * give its own name this machine's address: neither is to see what is shown.
 *
 * @since 0.1.0
 * @category guards
 */
export const isLocal = ({ headers }: HttpServerRequest.HttpServerRequest): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(headers["host"] ?? "") &&
  !["forwarded", "x-forwarded-for", "x-forwarded-host"].some((name) => name in headers)

/**
 * A page of which everything that runs has the nonce, with nothing from elsewhere. `allowed` adds to the policy what
 * else it loads from where it came from.
 *
 * @since 0.1.0
 * @category constructors
 */
export const html = (page: (nonce: string) => string, allowed = "") =>
  Effect.sync(() => {
    const nonce = randomBytes(16).toString("base64")
    return HttpServerResponse.html(page(nonce)).pipe(
      HttpServerResponse.setHeaders({
        "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ${allowed}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff"
      })
    )
  })

const comment = ": \n\n"

/**
 * What keeps a quiet connection from being taken for a dead one: in its time, whatever the program takes for time. The
 * first comes at once, and with it the headers.
 */
const heartbeat = Stream.concat(
  Stream.succeed(comment),
  Stream.repeatEffect(Effect.as(Effect.withClock(Effect.sleep("15 seconds"), Clock.make()), comment))
)

/**
 * Events as the browser's `EventSource` reads them, each with its number, until the stream ends.
 *
 * @since 0.1.0
 * @category constructors
 */
export const events = <A extends { readonly id: number }>(
  stream: Stream.Stream<A>
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.stream(
    stream.pipe(
      Stream.map((event) => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`),
      Stream.merge(heartbeat, { haltStrategy: "left" }),
      Stream.encodeText
    ),
    { contentType: "text/event-stream", headers: { "cache-control": "no-store" } }
  )

/**
 * The colours, readable in light and dark, and what every page is made of.
 *
 * @since 0.1.0
 * @category constants
 */
export const style = `
:root { color-scheme: light dark;
  --paper: #fbfbf9; --ink: #1c1f22; --quiet: #5a6067; --line: #d9dad4; --card: #ffffff; --accent: #0b57a4;
  --good: #19693a; --bad: #a1260d; --warn: #7a5200 }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15181b; --ink: #e8e8e4; --quiet: #a2a9b0; --line: #33383d; --card: #1d2125; --accent: #8cc2ff;
  --good: #7fd6a0; --bad: #ff9d87; --warn: #e9c46a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1.5rem }
h1 { font-size: 1.15rem; margin: 0 }
#state { color: var(--quiet) }
form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end }
label { font-size: .85rem; color: var(--quiet); display: grid; gap: .15rem }
select, button, input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: .35rem; padding: .3rem .5rem; max-width: 14rem }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
time { color: var(--quiet); font-variant-numeric: tabular-nums }
ol, ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem }
.empty { color: var(--quiet); padding: 2rem 0; text-align: center }
code { font: 13px ui-monospace, monospace }
`

/**
 * `element(name, properties, ...children)`: what is put in is text, never HTML.
 *
 * @since 0.1.0
 * @category constants
 */
export const script = `
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
`
