import type { MailboxMessage } from './mailbox-message.js';

/** Content-Security-Policy of the page: one stylesheet, one frame, nothing else. */
export const MAILBOX_PAGE_CSP =
  "default-src 'none'; style-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Content-Security-Policy of a mail's own HTML: no scripts, no forms, nothing fetched (a picture would tell the sender that it was
 * read), an origin of its own. Links open in a tab of their own, outside the sandbox, because people follow them.
 */
export const MAILBOX_HTML_CSP =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const LISTED_MAX = 200;

/**
 * The mailbox as a page that needs no script.
 * @param messages newest last, as the sink gives them
 * @param selectedId the mail that is open; none when it is missing or unknown
 */
export function mailboxPage(messages: readonly MailboxMessage[], selectedId?: string): string {
  const selected = messages.find(({ id }) => id === selectedId);
  const count = messages.length === 1 ? '1 mail' : `${messages.length.toLocaleString('en')} mails`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${selected ? `${escapeHtml(subjectOf(selected))} · ` : ''}Mailbox · Rounds</title>
<link rel="stylesheet" href="/mailbox/style.css">
</head>
<body>
<header><h1>Mailbox</h1><p>${count} caught on this machine; none was delivered.</p><a href="/mailbox">Look for new mails</a></header>
<div class="box${selected ? ' reading' : ''}">
<nav aria-label="Mails">${list(messages, selected?.id)}</nav>
<main>${selected ? reading(selected) : nothingOpen(messages, selectedId)}</main>
</div>
</body>
</html>
`;
}

/**
 * A mail's HTML for the frame (served with MAILBOX_HTML_CSP). The base comes first, so that the mail cannot set another target.
 */
export function mailboxHtml(message: Pick<MailboxMessage, 'html'>): string {
  return `<!doctype html><meta charset="utf-8"><base target="_blank"><meta name="referrer" content="no-referrer">\n${message.html}`;
}

function list(messages: readonly MailboxMessage[], selectedId: string | undefined): string {
  const shown = messages.slice(-LISTED_MAX).reverse();
  const items = shown.map((message) => {
    const current = message.id === selectedId ? ' aria-current="true"' : '';
    return (
      `<li><a href="/mailbox?message=${encodeURIComponent(message.id)}"${current}>` +
      `<span class="line"><span>${escapeHtml(message.to)}</span>${time(message.receivedAt)}</span>` +
      `<span class="subject">${escapeHtml(subjectOf(message))}</span></a></li>`
    );
  });
  const rest = messages.length > LISTED_MAX ? `<p class="empty">The latest ${LISTED_MAX}; all are in /mailbox/messages.</p>` : '';
  return `<ol>${items.join('\n')}</ol>${rest}`;
}

function nothingOpen(messages: readonly MailboxMessage[], selectedId: string | undefined): string {
  if (selectedId !== undefined) return '<p class="empty">This mail is no longer kept.</p>';
  return `<p class="empty">${messages.length > 0 ? 'Choose a mail to read it.' : 'No mail yet. What Rounds sends appears here.'}</p>`;
}

function reading(message: MailboxMessage): string {
  const path = `/mailbox/messages/${encodeURIComponent(message.id)}`;
  const rows = [
    ['From', message.from],
    ['To', message.to],
    ['Received', `${message.receivedAt.slice(0, 10)} ${message.receivedAt.slice(11, 19)} UTC`],
    ...message.attachments.map(({ filename, contentType, size }) => ['Attached', `${filename} (${contentType}, ${bytes(size)})`]),
  ];
  const text = `<pre class="prose">${linked(message.text)}</pre>`;
  const html = `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail as HTML" src="${path}/html"></iframe>`;
  return [
    `<h2>${escapeHtml(subjectOf(message))}</h2>`,
    `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value!)}</dd>`).join('')}</dl>`,
    message.html ? html + folded('As text', text) : text,
    message.ics === null ? '' : folded('Calendar', `<pre>${escapeHtml(message.ics)}</pre>`),
    folded('Headers', `<pre>${escapeHtml(headerText(message.headers))}</pre>`),
    `<p><a href="${path}/source">Source</a></p>`,
  ].join('\n');
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>${content}</details>`;
}

function headerText(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .flatMap(([name, values]) => values.split('\n').map((value) => `${name}: ${value}`))
    .join('\n');
}

/** Text with its http and https addresses as links. Everything is escaped; an address ends before white space, quotes and angles. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'`]+)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeHtml(part);
      const address = part.replace(/[.,;:!?)\]]+$/, '');
      const link = `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${escapeHtml(address)}</a>`;
      return link + escapeHtml(part.slice(address.length));
    })
    .join('');
}

function subjectOf({ subject }: MailboxMessage): string {
  return subject.trim() || '(no subject)';
}

function time(receivedAt: string): string {
  return `<time datetime="${escapeHtml(receivedAt)}">${escapeHtml(receivedAt.slice(5, 16).replace('T', ' '))}</time>`;
}

function bytes(size: number): string {
  if (size < 1_000) return `${size} bytes`;
  return size < 1_000_000 ? `${Math.round(size / 1_000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
