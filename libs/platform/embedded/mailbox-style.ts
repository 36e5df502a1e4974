/** Served as /mailbox/style.css. System colours and fonts; light and dark after the reader's preference. */
export const MAILBOX_STYLESHEET = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5a6375; --line: #dfe3ea; --paper: #ffffff; --ground: #f4f6f9; --mark: #1f5fbf; --chosen: #e6eefb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7eaf0; --soft: #a3acbd; --line: #323947; --paper: #1b202a; --ground: #12161d; --mark: #8ab6ff; --chosen: #26344d; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--mark); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; border-radius: 4px; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding: 1rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.15rem; margin: 0; }
header p { margin: 0; color: var(--soft); }
header a { margin-left: auto; }
.box { flex: 1; display: grid; grid-template-columns: minmax(16rem, 24rem) 1fr; }
nav { border-right: 1px solid var(--line); background: var(--paper); overflow-y: auto; max-height: calc(100vh - 3.75rem); }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .7rem 1.5rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
nav a:hover { background: var(--ground); }
nav a[aria-current] { background: var(--chosen); box-shadow: inset 3px 0 var(--mark); }
nav .line { display: flex; gap: .75rem; color: var(--soft); font-size: .85rem; }
nav .line span, nav .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav .line time { margin-left: auto; white-space: nowrap; }
nav .subject { display: block; font-weight: 600; }
main { padding: 1.5rem; min-width: 0; max-width: 60rem; }
main h2 { margin: 0 0 .5rem; font-size: 1.35rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 62vh; border: 1px solid var(--line); border-radius: 8px; background: #ffffff; color-scheme: light; }
pre { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); white-space: pre-wrap; overflow-wrap: anywhere;
  font: 14px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre.prose { font: inherit; }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--soft); margin-bottom: .5rem; }
.empty { color: var(--soft); }
@media (max-width: 48rem) {
  .box { grid-template-columns: 1fr; }
  nav { max-height: none; border-right: 0; }
  .reading nav { display: none; }
}
`.trim();
