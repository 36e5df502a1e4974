/** The one stylesheet of all server-rendered pages: generous where candidates read, dense for the team, no script needed, light and dark, from 320 px up, printable. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --ink: #1d2329; --soft: #5b6670; --line: #d9dee3; --paper: #ffffff; --ground: #f5f6f8; --accent: #1f5fbf; --on-accent: #ffffff;
  --good: #1b6e3c; --good-ground: #e8f5ec; --bad: #a3261c; --bad-ground: #fdeceb; --note-ground: #eef3fb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ec; --soft: #a3adb7; --line: #343c45; --paper: #1a1f25; --ground: #12161b; --accent: #8ab4f8; --on-accent: #0d1b2e;
    --good: #7fd49b; --good-ground: #16291d; --bad: #ff9d94; --bad-ground: #33191a; --note-ground: #1a2636;
  }
}
* { box-sizing: border-box; }
html { font: 17px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--ground); text-size-adjust: 100%; }
body { margin: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -9999px; } .skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
header.site { border-bottom: 1px solid var(--line); background: var(--paper); }
header.site div, main, footer.site { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem; }
header.site a { color: inherit; text-decoration: none; font-weight: 650; }
header.site a:hover { text-decoration: underline; }
main { padding-top: 2rem; padding-bottom: 3rem; }
footer.site { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .5rem; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
p, ul, ol, dl, table { margin: 0 0 1rem; } li { margin: .2rem 0; }
main { overflow-wrap: break-word; } main a { overflow-wrap: anywhere; }
.lead { color: var(--soft); font-size: 1.05rem; margin-bottom: 1rem; }
.soft, small { color: var(--soft); } small { font-size: .85rem; display: block; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; margin: 0 0 1rem; }
.card > :last-child { margin-bottom: 0; }
ul.plain, ol.plain { list-style: none; padding: 0; }
.postings a.card { display: block; color: inherit; text-decoration: none; }
.postings a.card:hover { border-color: var(--accent); }
.postings strong { display: block; font-size: 1.1rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; } dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; }
.notice { border-radius: 10px; padding: .9rem 1.1rem; margin: 0 0 1.2rem; background: var(--note-ground); }
.notice.good { background: var(--good-ground); color: var(--good); } .notice.bad { background: var(--bad-ground); color: var(--bad); }
.notice > :last-child { margin-bottom: 0; }
.button, button { font: inherit; font-weight: 600; display: inline-block; border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); padding: .55rem 1.1rem; min-height: 44px; text-decoration: none; cursor: pointer; }
button.quiet, .button.quiet { background: transparent; color: var(--accent); } button.danger { background: transparent; border-color: var(--bad); color: var(--bad); }
button:hover, .button:hover { filter: brightness(1.08); }
form { margin: 0; } .actions { display: flex; flex-wrap: wrap; gap: .7rem; align-items: center; margin: 1.2rem 0; }
label, legend { font-weight: 600; display: block; } fieldset { border: 0; padding: 0; margin: 0 0 1.2rem; }
.field { margin: 0 0 1.2rem; } .field small { margin: .1rem 0 .3rem; }
input:not([type=checkbox]):not([type=radio]), select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: .5rem .7rem; width: 100%; min-height: 44px; }
.upload { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center; } .upload[hidden] { display: none; } .upload progress { flex: 1; min-width: 8rem; height: .9rem; accent-color: var(--accent); } .upload p { flex-basis: 100%; margin: 0; }
input[type=file] { border-style: dashed; } textarea { min-height: 8rem; resize: vertical; }
[aria-invalid=true] { border-color: var(--bad) !important; } .fault { color: var(--bad); font-weight: 600; font-size: .9rem; margin: .2rem 0 0; }
.check { display: flex; gap: .6rem; align-items: flex-start; } .check label { font-weight: 400; } .check input { width: 1.2rem; height: 1.2rem; margin-top: .25rem; flex: none; }
ol.stages { list-style: none; padding: 0; margin: 0 0 1rem; }
ol.stages li { display: flex; gap: .7rem; align-items: baseline; padding: .35rem 0; color: var(--soft); }
ol.stages li::before { content: "○"; } ol.stages li.done::before { content: "✓"; color: var(--good); } ol.stages li.here { color: var(--ink); font-weight: 650; } ol.stages li.here::before { content: "●"; color: var(--accent); }
.slots { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.2rem, 1fr)); gap: .5rem; margin: 0 0 1rem; }
.slots label { font-weight: 500; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); padding: .55rem .7rem; min-height: 44px; display: flex; gap: .5rem; align-items: center; cursor: pointer; }
.slots label:has(:checked) { border-color: var(--accent); background: var(--note-ground); } .slots input { margin: 0; }
.slots label:has([type=date]) { grid-column: 1 / -1; } .slots label:has([type=date], [type=time]) { flex-wrap: wrap; } .slots :is([type=date], [type=time]) { min-width: 0; max-width: 100%; }
.ratings { display: flex; flex-wrap: wrap; gap: .5rem; margin: .2rem 0 .5rem; } .ratings label { font-weight: 500; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .45rem .8rem; min-height: 44px; display: flex; gap: .45rem; align-items: center; cursor: pointer; }
@media (max-width: 30em) { .ratings { display: grid; grid-template-columns: 1fr 1fr; } }
.ratings label:has(:checked) { border-color: var(--accent); background: var(--note-ground); }
article.document { overflow-wrap: anywhere; } article.document h2:first-child { margin-top: 1rem; } article.document img { max-width: 100%; }
article.document table { border-collapse: collapse; display: block; overflow-x: auto; } article.document td, article.document th { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; }
article.document pre { overflow-x: auto; background: var(--ground); border: 1px solid var(--line); border-radius: 8px; padding: .8rem; }
details > summary { cursor: pointer; padding: .35rem 0; color: var(--accent); } details[open] > summary { margin-bottom: .4rem; }
.mail > summary { color: inherit; } .mail > summary > strong { color: var(--accent); } .mail .prose { border-top: 1px solid var(--line); padding-top: .7rem; }
.measure { max-width: 52rem; } legend { padding: 0; }
.prose { white-space: pre-line; overflow-wrap: anywhere; }
.dense { font-size: 15px; line-height: 1.5; }
.dense header.site div, .dense main, .dense footer.site { max-width: 80rem; }
.dense header.site div { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; padding-top: .5rem; padding-bottom: .5rem; }
header.site nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: center; flex: 1; } header.site nav a { font-weight: 500; padding: .3rem 0; }
header.site nav form { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; margin-left: auto; }
.dense main { padding-top: 1.4rem; } .dense h1 { font-size: 1.6rem; margin-bottom: .2rem; } .dense h2 { margin: 1.6rem 0 .6rem; font-size: 1.15rem; }
.dense h3 { font-size: 1rem; margin: .2rem 0 .3rem; } .dense h4 { font-size: 1rem; margin: 0; } .card > h2:first-child, .card > h3:first-child { margin-top: 0; }
.dense .card { padding: .8rem 1rem; overflow-wrap: anywhere; } .dense p, .dense ul, .dense ol, .dense dl { margin-bottom: .7rem; } .dense .field { margin-bottom: .8rem; }
.dense .button, .dense button, .dense input:not([type=checkbox]):not([type=radio]), .dense select { min-height: 36px; padding: .3rem .8rem; } .dense textarea { min-height: 4.5rem; } .dense .actions { margin: .8rem 0; }
.dense textarea.document { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9rem; min-height: 20rem; }
.dense .slots { grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); } .dense .slots label { min-height: 36px; padding: .35rem .6rem; }
.pill { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; background: var(--note-ground); color: var(--ink); font-size: .8rem; font-weight: 500; padding: 0 .6rem; white-space: nowrap; }
.pill[data-state=FAILED] { background: var(--bad-ground); color: var(--bad); } .pill[data-state=SENT] { background: var(--good-ground); color: var(--good); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 0 2rem; align-items: start; } .columns > aside { margin-top: 0; } .columns > div > :first-child, .columns > div > :first-child > h2 { margin-top: 0; }
.columns .facts { grid-template-columns: 5.5rem minmax(0, 1fr); gap: .2rem .8rem; } .facts dd { overflow-wrap: anywhere; } .facts .line { display: block; }
ul.rows, ol.rows { list-style: none; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.rows li { display: grid; grid-template-columns: minmax(9rem, 1.2fr) minmax(0, 1.2fr) minmax(0, 1.4fr); gap: .1rem 1.2rem; padding: .55rem 1rem; margin: 0; overflow-wrap: anywhere; } .rows li + li { border-top: 1px solid var(--line); }
.rows.told li { grid-template-columns: 6rem minmax(0, 1fr) 5rem; } .rows li > a { font-weight: 600; } li[data-severity=error] > strong { color: var(--bad); }
.board { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(13.5rem, 1fr); gap: 1rem; overflow-x: auto; padding-bottom: .5rem; } .board h2 { margin-top: .6rem; font-size: 1rem; }
.board li.card { padding: .6rem .8rem; margin-bottom: .5rem; border-left: 4px solid var(--line); } .board li.card[data-turn=team] { border-left-color: var(--accent); } .board li a { font-weight: 600; }
ol.path { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; color: var(--soft); font-size: .9rem; } ol.path li { margin: 0; } ol.path li::before { content: "○ "; } ol.path li.done::before { content: "✓ "; color: var(--good); } ol.path li[aria-current] { color: var(--ink); font-weight: 650; } ol.path li[aria-current]::before { content: "● "; color: var(--accent); }
.commands { border-top: 1px solid var(--line); padding-top: .4rem; } .commands form { max-width: 34rem; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem; } .inline select { width: auto; min-width: 0; max-width: 100%; flex: 0 1 18rem; } .seat + .seat { margin-top: .8rem; } .seat p { margin-bottom: .3rem; }
.scorecard { border-top: 1px solid var(--line); padding-top: .6rem; margin-top: .6rem; } .answer h3 { color: var(--soft); font-weight: 600; }
ol.timeline { list-style: none; padding: 0 0 0 1rem; border-left: 2px solid var(--line); } .timeline li { margin: 0 0 .8rem; } .timeline p { margin: .2rem 0; }
table.lines { border-collapse: collapse; width: 100%; } .lines th, .lines td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: .35rem .8rem .35rem 0; font-weight: inherit; } .lines thead th { border: 0; color: var(--soft); }
.scroll { overflow-x: auto; } .scroll table { border-collapse: collapse; width: 100%; min-width: 44rem; background: var(--paper); } .scroll th, .scroll td { text-align: left; vertical-align: top; border: 1px solid var(--line); padding: .35rem .6rem; } .scroll th { font-weight: 600; white-space: nowrap; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 45rem) { .rows li, .rows.told li { grid-template-columns: minmax(0, 1fr); } .board { grid-auto-flow: row; grid-auto-columns: auto; gap: 0; } header.site nav form { margin-left: 0; } }
@media (max-width: 30rem) { html { font-size: 16px; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .6rem; } h1 { font-size: 1.6rem; } .actions .button, .actions button { width: 100%; text-align: center; } }
@media (prefers-reduced-motion: no-preference) { a.card, button, .button { transition: filter .1s, border-color .1s; } }
@media print { html { background: #fff; color: #000; font-size: 11pt; } header.site, footer.site, .actions, form { display: none; } .card { border: 0; padding: 0; } }
`.trim();

/** Fills hidden zone fields with the browser's zone; without it the fields stay empty and a choice is offered. Where times of another zone are shown, that is said. */
export const ZONE_SCRIPT = `
for (const field of document.querySelectorAll('input[data-zone]')) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
for (const choice of document.querySelectorAll('select[data-zone-choice]')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shown = choice.dataset.zoneChoice;
  if (shown === 'UTC' && [...choice.options].some((option) => option.value === zone)) choice.value = zone;
  const said = choice.parentElement.querySelector('[data-zone-here]');
  if (said && zone) said.hidden = new Intl.DateTimeFormat('en', { timeZone: shown }).resolvedOptions().timeZone === zone;
}
`.trim();
