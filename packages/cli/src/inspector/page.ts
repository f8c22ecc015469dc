/** The page of the inspector: one document, with nothing from elsewhere. What it shows is a stranger's: text, never HTML. */
import * as LocalPage from "@effect-ezviz/simulator/LocalPage"

const style = `
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem }
form { margin-left: auto }
details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
summary { cursor: pointer; padding: .55rem .8rem; display: grid; gap: .1rem .9rem;
  grid-template-columns: 5.5rem 6rem minmax(0, 1fr) auto; align-items: baseline }
summary::-webkit-details-marker { display: none }
.took { color: var(--quiet); font-variant-numeric: tabular-nums }
.what { overflow-wrap: anywhere } .what b { font-weight: 600 }
.accepted { color: var(--good) } .refused { color: var(--bad) } .repeated { color: var(--warn) }
.body { border-top: 1px solid var(--line); padding: .6rem .8rem }
h2 { font-size: .85rem; color: var(--quiet); margin: .6rem 0 .2rem; font-weight: 600 }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, monospace }
@media (max-width: 40rem) {
  form { margin-left: 0 } summary { grid-template-columns: auto auto 1fr } .took { text-align: right }
  .what { grid-column: 1 / -1; order: 1 } }
`

const script = `
const list = document.querySelector("ol"), state = document.querySelector("#state")
const empty = document.querySelector(".empty")
const filters = { deviceSerial: document.querySelector("#device"), type: document.querySelector("#type") }
const seen = new Set(), limit = 200
const isShown = (item) => Object.entries(filters).every(([name, { value }]) => value === "" || item.dataset[name] === value)
const refresh = () => {
  let shown = 0
  for (const item of list.children) {
    item.hidden = !isShown(item)
    if (!item.hidden) shown++
  }
  empty.hidden = shown > 0
  empty.firstChild.textContent = list.children.length > 0 ? "No push matches the filter. " : "Waiting for a push. "
}
const offer = (name, value) => {
  const select = filters[name]
  if (value === "" || [...select.options].some((option) => option.value === value)) return
  select.append(element("option", { value, textContent: value }))
}
const show = (push) => {
  if (seen.has(push.id)) return
  seen.add(push.id)
  const device = push.deviceSerial ?? "", type = push.type ?? ""
  const at = new Date(push.at)
  const word = push.outcome === "refused" ? "refused" : push.outcome === "repeated" ? "repeated" : push.verified ? "verified" : "unsigned"
  const what = element("span", { className: "what" }, element("b", { textContent: type || "no push" }))
  if (device) what.append(" from " + device + (push.channelNo === undefined ? "" : ", channel " + push.channelNo))
  if (push.refusal) what.append(": " + push.refusal.reason)
  const body = element("div", { className: "body" })
  if (push.refusal) body.append(element("h2", { textContent: "Why it was refused" }), element("p", { textContent: push.refusal.message }))
  if (typeof push.payload !== "string") body.append(element("h2", { textContent: "What it says" }), element("pre", { textContent: JSON.stringify(push.payload, null, 2) }))
  body.append(element("h2", { textContent: "The body of the request" }), element("pre", { textContent: push.raw || "(empty)" }))
  const item = element("li", {}, element("details", {},
    element("summary", {},
      element("time", { dateTime: at.toISOString(), textContent: at.toLocaleTimeString() }),
      element("span", { className: push.outcome, textContent: word }),
      what,
      element("span", { className: "took", textContent: push.status + " in " + push.answeredInMillis + " ms" })),
    body))
  item.dataset.deviceSerial = device
  item.dataset.type = type
  list.prepend(item)
  while (list.children.length > limit) list.lastElementChild.remove()
  offer("deviceSerial", device)
  offer("type", type)
  refresh()
}
for (const select of Object.values(filters)) select.addEventListener("change", refresh)
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault())
document.querySelector("#clear").addEventListener("click", () => { list.replaceChildren(); refresh() })
const source = new EventSource("/events")
source.onopen = () => { state.textContent = "listening" }
source.onerror = () => { state.textContent = "not connected: is ezviz webhook still running?" }
source.onmessage = ({ data }) => show(JSON.parse(data))
refresh()
`

export const page = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>EZVIZ pushes</title>
<style nonce="${nonce}">${LocalPage.style}${style}</style>
</head>
<body>
<header>
<h1>EZVIZ pushes</h1>
<span id="state" role="status">connecting</span>
<form aria-label="Filter">
<label>Device <select id="device"><option value="">all devices</option></select></label>
<label>Type <select id="type"><option value="">all types</option></select></label>
<button type="button" id="clear">Clear</button>
</form>
</header>
<main>
<p class="empty"><span>Waiting for a push. </span>Send one with <code>POST /</code>.</p>
<ol aria-label="Pushes, newest first"></ol>
</main>
<script type="module" nonce="${nonce}">${LocalPage.script}${script}</script>
</body>
</html>
`
