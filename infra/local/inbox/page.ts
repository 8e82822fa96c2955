import { escaped } from './escaped';
import type { Message } from './message';

/** The page: the list on the left, the opened letter on the right. */
export function inboxPage(messages: readonly Message[], opened: Message | undefined): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox · CityPath</title>
<link rel="stylesheet" href="/inbox.css">
<script src="/inbox.js" defer></script>
</head>
<body>
<header><h1>Inbox</h1><p>Every letter that this installation posts. None of them leaves this machine.</p></header>
<main${opened ? ' class="opened"' : ''}>
<nav aria-label="Letters">${listOf(messages, opened)}</nav>
<article aria-label="Letter">${opened ? letterOf(opened) : '<p class="quiet">Open a letter to read it.</p>'}</article>
</main>
</body>
</html>`;
}

function listOf(messages: readonly Message[], opened: Message | undefined): string {
  if (messages.length === 0) return '<p class="quiet">No letters yet. They appear here by themselves.</p>';
  const rows = messages.toReversed().map((message) => {
    const current = message.id === opened?.id ? ' aria-current="true"' : '';
    return `<li><a href="/messages/${message.id}"${current}><span class="to">${escaped(message.to)}</span>
<time datetime="${escaped(message.receivedAt)}">${escaped(spokenTime(message.receivedAt))}</time>
<span class="subject">${escaped(message.subject || '(no subject)')}</span></a></li>`;
  });
  return `<ol>${rows.join('\n')}</ol>`;
}

function letterOf(message: Message): string {
  const rows = [
    ['From', message.from],
    ['To', message.to],
    ['Handed over to', message.envelopeTo.join(', ')],
    ['Received', spokenTime(message.receivedAt)],
  ];
  const facts = rows.map(([name, value]) => `<dt>${escaped(name ?? '')}</dt><dd>${escaped(value ?? '')}</dd>`).join('');
  const text = `<pre>${escaped(message.text)}</pre>`;
  const html = message.html
    ? `<iframe title="The letter" src="/messages/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As plain text</summary>${text}</details>`
    : text;
  return `<a class="back" href="/">All letters</a>
<h2>${escaped(message.subject || '(no subject)')}</h2><dl>${facts}</dl>${html}
<p class="quiet"><a href="/api/messages/${message.id}/raw">The message as it was sent</a></p>`;
}

function spokenTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return date.toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
