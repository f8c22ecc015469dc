/** What the control page does. Everything that it shows was said by somebody else: text, never HTML. */
export const script = `
const find = (selector) => document.querySelector(selector)
const said = find("#said"), pageSize = 12

const say = (text, bad = false) => {
  said.textContent = text
  said.classList.toggle("bad", bad)
}

const ask = async (method, path, body) => {
  const response = await fetch("/_control" + path, body === undefined
    ? { method }
    : { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
  const text = await response.text()
  const answer = text === "" ? undefined : JSON.parse(text)
  if (!response.ok) throw new Error(answer?.message ?? "The simulator answered " + response.status + ".")
  return answer
}

/** Does what a button says; what goes wrong is said as well as what went right. */
const act = (work) => async (event) => {
  event?.preventDefault()
  try {
    const text = await work(event)
    if (typeof text === "string") say(text)
  } catch (error) {
    say(error instanceof TypeError ? "The simulator cannot be reached." : error.message, true)
  }
}

const soon = (work, millis) => {
  let waiting
  return () => {
    clearTimeout(waiting)
    waiting = setTimeout(work, millis)
  }
}

const button = (text, onclick, properties) => element("button", { type: "button", textContent: text, onclick, ...properties })

// Codes, by operation.

const operations = new Map()

const meaning = (operation, code) => operations.get(operation)?.codes.find((each) => each.code === code)

// Devices.

const cards = new Map(), list = find("#cards"), live = find("#live"), search = find("#search")
let page = 0, total = 0

const watching = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) target.seen = isIntersecting
})

const look = (image) => {
  image.src = "/_control/devices/" + encodeURIComponent(image.serial) + "/picture?at=" + Date.now()
}

// One after the other, so that the simulator has time for others. A hidden tab and a picture out of sight are not looked
// at, and one that is on its way is waited for.
let turnOf = 0
setInterval(() => {
  if (document.hidden || !live.checked) return
  const images = [...list.querySelectorAll("img")].filter(({ complete, seen }) => seen && complete)
  if (images.length > 0) look(images[turnOf++ % images.length])
}, 300)

const facts = (device) => [
  ["Model", device.model],
  ["Defence", device.defence],
  ["Video encryption", device.encrypted ? "on" : "off"],
  ["Firmware", device.firmware.installed + (device.firmware.installed === device.firmware.latest ? ", the latest" : ", latest is " + device.firmware.latest)],
  ["Channels", String(device.channels)],
  ["Points at", "pan " + device.position.pan + ", tilt " + device.position.tilt + ", zoom " + device.position.zoom + (device.moving ? ", moving " + device.moving : "")],
  ["Infrared", device.infrared ? "on" : "off"],
  ["Microphone", device.microphone ? "on" : "off"],
  ["Language", device.language],
  ["Disks", device.disks.map(({ formatting, name }) => name + (formatting ? " (formatting)" : "")).join(", ") || "none"],
  ...(device.detectors.length > 0 ? [["Detectors", device.detectors.map(({ detectorSerial, location }) => detectorSerial + " " + location).join(", ")]] : [])
]

const makeCard = (serial) => {
  const root = element("li", { className: "card" }), name = element("h3"), about = element("p", { className: "quiet" })
  const shown = element("dl"), place = element("div")
  const online = button("Online", act(async () => {
    const device = await ask("PATCH", "/devices/" + encodeURIComponent(serial), { online: online.getAttribute("aria-checked") !== "true" })
    show(device)
    return device.deviceName + " is " + (device.online ? "online." : "offline.")
  }), { className: "switch", role: "switch" })
  const alarm = button("Send alarm", act(async () => {
    const alarmType = find("#alarm-type")
    say("Sending an alarm of " + name.textContent + ".")
    await ask("POST", "/devices/" + encodeURIComponent(serial) + "/alarms", { alarmType: Number(alarmType.value) })
    return name.textContent + " raised the alarm " + alarmType.selectedOptions[0].textContent + "."
  }))
  root.append(place, element("div", { className: "inside" },
    element("div", {}, name, about),
    element("div", { className: "row" }, online, alarm),
    element("details", {}, element("summary", { textContent: "Details" }), shown)))
  let sees
  const show = (device) => {
    name.textContent = device.deviceName
    about.textContent = serial + " · " + device.deviceType + (device.defence === "disarmed" ? "" : " · " + device.defence) + (device.encrypted ? " · encrypted" : "")
    online.setAttribute("aria-checked", String(device.online))
    online.setAttribute("aria-label", device.deviceName + " online")
    online.textContent = device.online ? "Online" : "Offline"
    alarm.setAttribute("aria-label", "Send alarm of " + device.deviceName)
    shown.replaceChildren(...facts(device).flatMap(([term, text]) => [element("dt", { textContent: term }), element("dd", { textContent: text })]))
    const now = device.channels === 0 ? "no camera" : device.online ? "picture" : "offline"
    if (now !== sees) {
      sees = now
      if (now === "picture") {
        const image = element("img", { alt: "", serial })
        image.onload = image.onerror = ({ type }) => image.classList.toggle("missing", type === "error")
        look(image)
        watching.observe(image)
        const watch = element("button", { type: "button", className: "picture", onclick: act(() => play(serial, name.textContent)) }, image)
        place.replaceChildren(watch)
      } else place.replaceChildren(element("div", { className: "picture", textContent: now === "offline" ? "Offline: no picture" : "No camera" }))
    }
    place.querySelector("button")?.setAttribute("aria-label", "Watch " + device.deviceName + " live")
  }
  return { root, show }
}

const showDevices = async () => {
  const query = new URLSearchParams({ page, size: pageSize, search: search.value.trim() })
  const answer = await ask("GET", "/devices?" + query)
  total = answer.total
  const last = Math.max(0, Math.ceil(total / pageSize) - 1)
  if (page > last) {
    page = last
    return showDevices()
  }
  const serials = new Set(answer.items.map(({ deviceSerial }) => deviceSerial))
  for (const [serial, { root }] of cards) {
    if (serials.has(serial)) continue
    root.remove()
    cards.delete(serial)
  }
  for (const [index, device] of answer.items.entries()) {
    const card = cards.get(device.deviceSerial) ?? makeCard(device.deviceSerial)
    cards.set(device.deviceSerial, card)
    card.show(device)
    // One that stands where it belongs stays, and with it what has the focus.
    if (list.children[index] !== card.root) list.insertBefore(card.root, list.children[index] ?? null)
  }
  find("#range").textContent = total === 0 ? "No device." : (page * pageSize + 1).toLocaleString("en") + " to " + (page * pageSize + answer.items.length).toLocaleString("en") + " of " + total.toLocaleString("en")
  find("#before").setAttribute("aria-disabled", String(page === 0))
  find("#after").setAttribute("aria-disabled", String(page === last))
}
const showDevicesSoon = soon(act(showDevices), 250)

const turn = (by) => act(async () => {
  if ((page + by) * pageSize >= total || page + by < 0) return
  page += by
  await showDevices()
})
find("#before").onclick = turn(-1)
find("#after").onclick = turn(1)
search.oninput = () => {
  page = 0
  showDevicesSoon()
}
search.form.onsubmit = act(async () => {
  page = 0
  await showDevices()
})

// The live stream.

const dialog = find("dialog"), video = find("video"), trouble = find("#trouble")

const play = async (serial, name) => {
  const { path } = await ask("POST", "/devices/" + encodeURIComponent(serial) + "/live", {})
  find("#watched").textContent = name + " live"
  trouble.hidden = true
  dialog.showModal()
  video.src = path
  await video.play().catch(() => {})
}
video.onerror = () => {
  if (!dialog.open) return
  trouble.hidden = false
  trouble.textContent = "This browser does not play HLS by itself. A player that does takes this address: " + video.src
}
dialog.onclose = () => {
  video.removeAttribute("src")
  video.load()
}
find("#close").onclick = () => dialog.close()

// Faults.

const rules = find("#rules"), fault = find("#fault")

const describe = ({ kind, ...more }) =>
  kind === "code" ? "code " + more.code
  : kind === "html" ? "HTML page with status " + more.status
  : kind === "truncate" ? "answer cut in half"
  : kind === "reset" ? "connection closed " + (more.when === "after" ? "after" : "before") + " the call took effect"
  : "answer late by " + more.millis + " ms"

const showFaults = async () => {
  const active = await ask("GET", "/faults")
  find("#no-faults").hidden = active.length > 0
  find("#clear-faults").hidden = active.length === 0
  const focused = [...rules.children].findIndex((item) => item.contains(document.activeElement))
  rules.replaceChildren(...active.map(({ id, left, rule }) => {
    const text = (rule.operation ?? "Any call") + ": " + describe(rule.fault) + (rule.probability === undefined || rule.probability === 1 ? "" : ", " + Math.round(rule.probability * 100) + " % of calls") + (left === "always" ? ", without end" : left === 1 ? ", once" : ", " + left + " times")
    return element("li", { className: "row" },
      element("span", { textContent: text }),
      button("Remove", act(async () => {
        await ask("DELETE", "/faults/" + id)
        await showFaults()
        return "The fault is removed."
      }), { ariaLabel: "Remove " + text }))
  }))
  if (focused >= 0) (rules.children[Math.min(focused, active.length - 1)]?.querySelector("button") ?? fault.elements.operation).focus()
}
const showFaultsSoon = soon(act(showFaults), 100)

const adapt = () => {
  const { kind, operation } = fault.elements
  for (const part of fault.querySelectorAll("[data-kind]")) {
    part.hidden = part.dataset.kind !== kind.value
    for (const input of part.querySelectorAll("input, select")) input.disabled = part.hidden
  }
  fault.elements.times.disabled = fault.elements.always.checked
  const known = new Map((operations.has(operation.value) ? [operations.get(operation.value)] : [...operations.values()])
    .flatMap(({ codes }) => codes.map((code) => [code.code, code])))
  find("#codes").replaceChildren(...[...known.values()].map(({ code, name }) => element("option", { value: code, label: code + " " + name })))
}
fault.onchange = adapt
fault.onsubmit = act(async () => {
  const { always, code, kind, millis, operation, share, status, times, when } = fault.elements
  const rule = {
    ...(operation.value !== "" && { operation: operation.value }),
    fault: { kind: kind.value, ...({
      code: { code: code.value.trim() },
      html: { status: Number(status.value) },
      reset: { when: when.value },
      delay: { millis: Number(millis.value) }
    })[kind.value] },
    times: always.checked ? "always" : Number(times.value),
    probability: Number(share.value) / 100
  }
  await ask("POST", "/faults", rule)
  await showFaults()
  return "The fault is added."
})
find("#clear-faults").onclick = act(async () => {
  await ask("DELETE", "/faults")
  await showFaults()
  fault.elements.operation.focus()
  return "All faults are removed."
})

// Webhooks.

const webhooks = find("#webhooks"), webhook = find("#webhook")

const showWebhooks = async () => {
  const all = await ask("GET", "/webhooks")
  find("#no-webhooks").hidden = all.length > 0
  webhooks.replaceChildren(...all.map(({ url }) => element("li", { className: "row" },
    element("span", { textContent: url }),
    button("Remove", act(async () => {
      await ask("DELETE", "/webhooks?" + new URLSearchParams({ url }))
      await showWebhooks()
      webhook.elements.url.focus()
      return "The webhook is removed."
    }), { ariaLabel: "Remove " + url }))))
}
webhook.onsubmit = act(async () => {
  const { secret, url } = webhook.elements
  await ask("POST", "/webhooks", { url: url.value, ...(secret.value !== "" && { secret: secret.value }) })
  webhook.reset()
  await showWebhooks()
  return "The webhook is added."
})

// What happens.

const log = find("#log"), pause = find("#pause"), filter = find("#filter"), kinds = find("#kinds"), limit = 200
let waiting = [], paused = false, heard = { calls: 0, failed: 0, pushes: 0, alarms: 0 }

const alarmTypes = new Map([...find("#alarm-type").options].map(({ textContent, value }) => [value, textContent]))

/** What an entry says: what, of which device, how it came out, whether that is good, and how long it took. */
const read = (entry) => {
  switch (entry.kind) {
    case "call": {
      const known = meaning(entry.operation, entry.code)
      const good = entry.code === "200" && entry.fault === undefined
      const code = entry.code === undefined ? "no code" : entry.code + " " + (entry.code === "200" ? "success" : known?.name ?? "unknown code")
      return { what: entry.operation, good, outcome: code + (entry.fault ? ", fault: " + entry.fault : ""), title: known?.explanation ?? "", took: Math.round(entry.durationMillis) + " ms" }
    }
    case "alarm":
      return { what: "alarm", warn: true, outcome: (alarmTypes.get(String(entry.alarmType)) ?? "type") + " " + entry.alarmType, took: "" }
    case "presence":
      return { what: "device", good: entry.online, warn: !entry.online, outcome: entry.online ? "came online" : "went offline", took: "" }
    case "push":
      return { what: "push " + entry.type, good: entry.outcome === "delivered", outcome: entry.outcome + (entry.status === undefined ? "" : " " + entry.status) + ", attempt " + entry.attempt + " at " + entry.url, took: "" }
  }
}

const isShown = (item) => {
  const kind = kinds.value
  return (kind === "" || item.dataset.kind === kind || (kind === "failed" && item.dataset.failed === "true")) &&
    item.textContent.toLowerCase().includes(filter.value.trim().toLowerCase())
}
const refresh = () => {
  for (const item of log.children) item.hidden = !isShown(item)
  log.hidden = ![...log.children].some((item) => !item.hidden)
  find("#quiet").hidden = !log.hidden
  find("#quiet").textContent = log.children.length > 0 ? "Nothing that matches the filter." : "Nothing yet. Point a client at the address above."
}
const show = (entry) => {
  const { good, outcome, title, took, warn, what } = read(entry)
  const at = new Date(entry.at)
  const item = element("li", {},
    element("time", { dateTime: at.toISOString(), textContent: at.toLocaleTimeString("en-GB") }),
    element("span", { className: "what" }, element("b", { textContent: what }), entry.deviceSerial ? " " + entry.deviceSerial : ""),
    element("span", { className: "took", textContent: took }),
    element("span", { className: "outcome " + (warn ? "warn" : good ? "good" : "bad"), textContent: outcome, title: title ?? "" }))
  item.dataset.kind = entry.kind
  item.dataset.failed = String(!good && !warn)
  log.prepend(item)
  while (log.children.length > limit) log.lastElementChild.remove()
}
const hear = (entry) => {
  if (entry.kind === "call") {
    heard.calls++
    if (entry.code !== "200") heard.failed++
    if (entry.fault) showFaultsSoon()
    if (operations.get(entry.operation)?.reads === false && entry.deviceSerial) showDevicesSoon()
  } else if (entry.kind === "push") heard.pushes++
  else if (entry.kind === "alarm") heard.alarms++
  else showDevicesSoon()
  waiting.push(entry)
  if (waiting.length > limit) waiting.shift()
  if (paused) pause.textContent = "Resume (" + waiting.length + " waiting)"
  else draw()
}
// A burst is drawn once.
const draw = soon(() => {
  if (paused) return
  for (const entry of waiting.splice(0)) show(entry)
  refresh()
}, 30)
pause.onclick = () => {
  paused = !paused
  pause.setAttribute("aria-pressed", String(paused))
  pause.textContent = paused ? "Resume" : "Pause"
  draw()
}
find("#clear").onclick = () => {
  log.replaceChildren()
  refresh()
}
filter.oninput = refresh
kinds.onchange = refresh
filter.form.onsubmit = (event) => event.preventDefault()

// Read aloud is how much happened, and not each thing: now and then, and when something did.
const plural = (count, word) => count + " " + word + (count === 1 ? "" : "s")
setInterval(() => {
  const { alarms, calls, failed, pushes } = heard
  if (calls + pushes + alarms === 0) return
  heard = { calls: 0, failed: 0, pushes: 0, alarms: 0 }
  find("#aloud").textContent = [
    calls > 0 && plural(calls, "call") + (failed > 0 ? ", " + failed + " failed" : ""),
    alarms > 0 && plural(alarms, "alarm"),
    pushes > 0 && plural(pushes, "push").replace("pushs", "pushes")
  ].filter(Boolean).join("; ")
}, 10000)

// The cloud's time.

let ahead = 0
const tick = () => {
  const now = new Date(Date.now() + ahead)
  find("#now").dateTime = now.toISOString()
  find("#now").textContent = now.toISOString().slice(0, 19).replace("T", " ") + " UTC"
}
setInterval(tick, 1000)
find("#time").onsubmit = act(async ({ target }) => {
  const { advance } = target.elements
  const { now } = await ask("POST", "/time", { advance: advance.value })
  ahead = now - Date.now()
  tick()
  showDevicesSoon()
  return "The cloud's time is " + advance.value + " ahead of what it was."
})

// Everything as it is, whenever the simulator can be reached again.

const start = act(async () => {
  const { now, url } = await ask("GET", "/")
  ahead = now - Date.now()
  tick()
  find("#url").textContent = url
  for (const operation of await ask("GET", "/operations")) operations.set(operation.id, operation)
  adapt()
  await Promise.all([showDevices(), showFaults(), showWebhooks()])
})
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    showDevicesSoon()
    showFaultsSoon()
  }
})
live.checked = !matchMedia("(prefers-reduced-motion: reduce)").matches
start().then(() => {
  const state = find("#state"), source = new EventSource("/_control/events")
  source.onopen = () => {
    // What was missed comes again, and what was seen as well.
    if (log.children.length > 0) start()
    log.replaceChildren()
    waiting = []
    refresh()
    state.textContent = "connected"
  }
  source.onerror = () => { state.textContent = "not connected: is the simulator still running?" }
  source.onmessage = ({ data }) => hear(JSON.parse(data))
})
`
