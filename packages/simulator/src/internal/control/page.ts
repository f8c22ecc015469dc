/** The control page: one document, with nothing from elsewhere. */
import { AlarmType } from "@effect-ezviz/core"
import * as Arr from "effect/Array"
import * as LocalPage from "../../LocalPage.js"
import * as Routes from "../../Routes.js"
import { script } from "./script.js"
import { style } from "./style.js"

/** The operations of a noun together, as the documentation has its chapters. */
const operations = Object.entries(
  Arr.groupBy(
    Routes.all.map(({ definition }) => definition.id),
    (id) => id.replace(/\..*$/, "")
  )
)
  .map(
    ([noun, ids]) =>
      `<optgroup label="${noun}">${ids.map((id) => `<option>${id}</option>`).join("")}</optgroup>`
  )
  .join("")

const alarmTypes = AlarmType.names
  .map((name) => {
    const selected = name === "motionDetectionAlarm" ? " selected" : ""
    return `<option value="${AlarmType.codes[name]}"${selected}>${name}</option>`
  })
  .join("")

export const page = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>EZVIZ simulator</title>
<style nonce="${nonce}">${LocalPage.style}${style}</style>
</head>
<body>
<a class="skip" href="#happens">Skip to what happens</a>
<header>
<h1>EZVIZ simulator</h1>
<span id="state" role="status">connecting</span>
<span>Base URL <code id="url"></code></span>
<form id="time" aria-label="Time">
<span>Cloud time <time id="now"></time></span>
<label class="check">Advance by <select name="advance"><option>1 minute</option><option>10 minutes</option><option>1 hour</option><option>1 day</option><option>7 days</option></select></label>
<button>Advance</button>
</form>
</header>
<p id="said" role="status"></p>
<p id="aloud" class="unseen" role="status"></p>
<main>
<section aria-labelledby="devices-title">
<h2 id="devices-title">Devices</h2>
<form role="search" aria-label="Devices">
<label>Serial number <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<label>Alarms to send <select id="alarm-type">${alarmTypes}</select></label>
<label class="check"><input type="checkbox" id="live"> Live pictures</label>
</form>
<ul id="cards" class="cards"></ul>
<nav class="pages" aria-label="Pages of devices">
<button type="button" id="before">Previous</button>
<span id="range" aria-live="polite"></span>
<button type="button" id="after">Next</button>
</nav>
</section>
<div class="side">
<section id="happens" aria-labelledby="log-title" tabindex="-1">
<h2 id="log-title">What happens</h2>
<form aria-label="Filter">
<label>Contains <input type="search" id="filter" autocomplete="off" spellcheck="false"></label>
<label>Show <select id="kinds"><option value="">everything</option><option value="call">calls</option><option value="failed">failures</option><option value="alarm">alarms</option><option value="push">pushes</option><option value="presence">devices</option></select></label>
<button type="button" id="pause" aria-pressed="false">Pause</button>
<button type="button" id="clear">Clear</button>
</form>
<p class="empty" id="quiet"></p>
<ol id="log" class="list" aria-label="What happens, newest first" tabindex="0"></ol>
</section>
<section aria-labelledby="faults-title">
<h2 id="faults-title">Faults</h2>
<form id="fault" aria-label="Add a fault">
<label>Operation <select name="operation"><option value="">any</option>${operations}</select></label>
<label>Fault <select name="kind"><option value="code">answer a code</option><option value="html">answer an HTML page</option><option value="truncate">cut the answer in half</option><option value="reset">close the connection</option><option value="delay">answer late</option></select></label>
<label data-kind="code">Code <input name="code" list="codes" required pattern="-?[0-9]+" value="10029" autocomplete="off"></label>
<label data-kind="html">HTTP status <input name="status" type="number" required min="200" max="599" value="502"></label>
<label data-kind="reset">When <select name="when"><option value="before">before it took effect</option><option value="after">after it took effect</option></select></label>
<label data-kind="delay">Milliseconds <input name="millis" type="number" required min="0" value="5000"></label>
<label>Times <input name="times" type="number" required min="1" value="1"></label>
<label>Share, % <input name="share" type="number" required min="1" max="100" value="100"></label>
<label class="check"><input name="always" type="checkbox"> Without end</label>
<button class="main">Add fault</button>
</form>
<datalist id="codes"></datalist>
<p class="empty" id="no-faults">No faults: calls are answered with the truth.</p>
<ul id="rules" class="list" aria-label="Faults"></ul>
<p><button type="button" id="clear-faults" hidden>Remove all faults</button></p>
</section>
<section aria-labelledby="webhooks-title">
<h2 id="webhooks-title">Webhooks</h2>
<form id="webhook" aria-label="Add a webhook">
<label>Address <input name="url" type="url" required autocomplete="off"></label>
<label>Signing key <input name="secret" type="password" autocomplete="off"></label>
<button>Add webhook</button>
</form>
<p class="empty" id="no-webhooks">No webhooks: alarms join the list and are pushed to nobody.</p>
<ul id="webhooks" class="list" aria-label="Webhooks"></ul>
</section>
</div>
</main>
<dialog aria-labelledby="watched">
<div class="row"><h2 id="watched"></h2><button type="button" id="close">Close</button></div>
<video controls muted playsinline></video>
<p id="trouble" class="bad" role="alert" hidden></p>
</dialog>
<script type="module" nonce="${nonce}">${LocalPage.script}${script}</script>
</body>
</html>
`
