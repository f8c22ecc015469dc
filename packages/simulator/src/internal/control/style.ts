/** What the control page looks like, besides what all pages look like. */
export const style = `
header { padding: .75rem 1rem; border-bottom: 1px solid var(--line); align-items: center }
header form { margin-left: auto; align-items: center }
main { padding: 1rem; display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 3fr) minmax(21rem, 2fr);
  max-width: 110rem; margin: 0 auto; align-items: start }
.side { display: grid; gap: 1.5rem; min-width: 0 }
section > form, section > p, section > ul { margin: 0 0 .75rem }
h2 { font-size: 1rem; margin: 0 0 .6rem } h2 span { color: var(--quiet); font-weight: 400 }
h3 { font-size: .95rem; margin: 0; overflow-wrap: anywhere }
button { cursor: pointer } button:hover, select:hover { border-color: var(--accent) }
button.main { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600 }
[aria-disabled=true] { color: var(--quiet); cursor: default }
label.check { display: flex; align-items: center; gap: .4rem; padding: .35rem 0 }
input[type=checkbox] { min-height: 0; width: 1.1rem; height: 1.1rem; accent-color: var(--accent); margin: 0 }
select, button, input { min-height: 2.15rem }
input[type=number] { width: 6rem }
[hidden] { display: none !important }
#said { margin: 0; padding: .35rem 1rem; min-height: 2.2rem; color: var(--quiet) }
#said.bad { color: var(--bad); font-weight: 600 }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip:not(:focus) { position: absolute; left: -100rem }
.cards { grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .8rem; align-items: start }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden }
.picture { display: block; width: 100%; max-width: none; padding: 0; border: 0; border-radius: 0; aspect-ratio: 16 / 9;
  background: #20262c; color: #d5dade; position: relative }
.picture:focus-visible { outline-offset: -3px; outline-color: #fff; box-shadow: inset 0 0 0 5px #0b57a4 }
.picture img { display: block; width: 100%; height: 100%; object-fit: cover }
.picture .missing { visibility: hidden }
div.picture { display: grid; place-items: center }
.inside { padding: .6rem .7rem; display: grid; gap: .45rem }
.quiet { color: var(--quiet); font-size: .85rem; margin: 0; overflow-wrap: anywhere }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; justify-content: space-between }
.switch { border: 0; background: none; display: inline-flex; align-items: center; gap: .45rem; padding: .2rem 0 }
.switch::before { content: ""; width: 2.1rem; height: 1.2rem; border-radius: 1rem; border: 1px solid var(--quiet);
  background: radial-gradient(circle at .55rem 50%, var(--quiet) .38rem, transparent .4rem) }
.switch[aria-checked=true]::before { border-color: var(--good);
  background: radial-gradient(circle at 1.45rem 50%, var(--card) .38rem, transparent .4rem) var(--good) }
details > summary { cursor: pointer; color: var(--quiet); font-size: .85rem; border-radius: .2rem }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .1rem .8rem; margin: .4rem 0 0; font-size: .85rem }
dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
.pages { display: flex; gap: .75rem; align-items: center; margin-top: .8rem; color: var(--quiet) }
.list { gap: 0; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); overflow: hidden }
.list:empty { display: none }
.list .row { flex-wrap: nowrap } .list .row span { overflow-wrap: anywhere }
.list li { padding: .35rem .7rem; border-bottom: 1px solid var(--line) } .list li:last-child { border-bottom: 0 }
#log { max-height: 26rem; overflow-y: auto }
#log li { display: grid; grid-template-columns: 5.2rem minmax(0, 1fr) auto; gap: 0 .7rem; align-items: baseline }
#log .what { overflow-wrap: anywhere } #log .outcome { grid-column: 2; overflow-wrap: anywhere }
#log .took { color: var(--quiet); font-variant-numeric: tabular-nums }
.good { color: var(--good) } .bad { color: var(--bad) } .warn { color: var(--warn) }
.outcome::before { content: "✓ " / "" } .outcome.bad::before { content: "✕ " / "" } .outcome.warn::before { content: "! " / "" }
dialog { border: 1px solid var(--line); border-radius: .5rem; background: var(--card); color: var(--ink); padding: 1rem;
  width: min(48rem, calc(100vw - 2rem)) }
dialog::backdrop { background: rgb(0 0 0 / .6) }
dialog video { width: 100%; aspect-ratio: 16 / 9; background: #000; display: block; margin: .6rem 0 }
.empty { padding: .8rem 0; margin: 0 }
@media (max-width: 62rem) { main { grid-template-columns: minmax(0, 1fr) } header form { margin-left: 0 } }
@media (max-width: 30rem) { main { padding: .75rem } dl { display: block } dd { margin-bottom: .25rem } .cards { grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)) } #log li { grid-template-columns: minmax(0, 1fr) auto }
  #log time { grid-column: 1 / -1 } #log .outcome { grid-column: 1 / -1 } }
@media (prefers-reduced-motion: no-preference) { .switch::before { transition: background-position .15s } }
`
