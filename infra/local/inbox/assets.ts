/** The page's style: a quiet sheet, light or dark as the reader's system is. */
export const inboxStyle = `
:root { color-scheme: light dark; --line: light-dark(#e3e5e8, #33363b); --quiet: light-dark(#5c636e, #9aa1ab); --accent: light-dark(#0f6457, #68c3b1); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; height: 100vh; display: flex; flex-direction: column; }
header { padding: 12px 20px; border-bottom: 1px solid var(--line); display: flex; gap: 16px; align-items: baseline; flex-wrap: wrap; }
h1 { font-size: 18px; margin: 0; } h2 { font-size: 18px; margin: 0 0 12px; } header p, .quiet { color: var(--quiet); margin: 0; }
main { flex: 1; display: grid; grid-template-columns: minmax(280px, 380px) 1fr; min-height: 0; }
nav { overflow: auto; border-right: 1px solid var(--line); } nav > p, article { padding: 16px 20px; }
article { overflow: auto; display: flex; flex-direction: column; }
ol { list-style: none; margin: 0; padding: 0; } li { border-bottom: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 10px 20px; color: inherit; text-decoration: none; }
li a[aria-current], li a:hover { background: light-dark(#f3f5f8, #23262b); } a { color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.to { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; } .subject { grid-column: 1 / -1; } time { color: var(--quiet); font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0 0 16px; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { flex: 1; min-height: 480px; width: 100%; border: 1px solid var(--line); background: #fff; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
details { margin: 12px 0; } .back { display: none; margin-bottom: 12px; }
@media (max-width: 720px) { main { grid-template-columns: 1fr; } nav { border: 0; } main.opened nav, main:not(.opened) article { display: none; } .back { display: inline-block; } }
`;

/** Shows new letters as they come, without touching the one that is open. */
export const inboxScript = `
const list = document.querySelector('nav');
new EventSource('/api/events').addEventListener('message', async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  list.replaceChildren(...page.querySelector('nav').childNodes);
});
`;
