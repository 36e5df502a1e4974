import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MailboxMessage } from './mailbox-message.js';
import { mailboxHtml, mailboxPage } from './mailbox-page.js';

const MAIL: MailboxMessage = {
  id: '01890000-0000-7000-8000-000000000001',
  from: 'no-reply@rounds.localhost',
  to: 'ada@example.org',
  subject: 'Pick a time',
  text: 'Choose here: https://rounds.test/book?a=1&b=2.\nSee you',
  html: '<p>Choose</p>',
  headers: { 'message-id': '<1@rounds>', received: 'one\ntwo' },
  attachments: [{ filename: 'invite.ics', contentType: 'text/calendar', size: 1234 }],
  ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
  receivedAt: '2026-11-23T06:00:00.000Z',
};

/** What a mail may try to break out with. */
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '</pre><script>alert(1)</script>',
    '" onload="x',
    "'><img src=x onerror=x>",
    'https://x/"><b>',
    'javascript:x',
    '\u0000',
  ),
);

describe('mailboxPage', () => {
  it('lists the newest mail first and opens none by itself', () => {
    const page = mailboxPage([MAIL, { ...MAIL, id: '01890000-0000-7000-8000-000000000002', subject: 'Later' }]);
    expect(page.indexOf('Later')).toBeLessThan(page.indexOf('Pick a time'));
    expect(page).not.toContain('<iframe');
    expect(page).toContain('Choose a mail');
  });

  it('shows a mail: HTML in a sandboxed frame of its own address, text with links, calendar, headers, attachments', () => {
    const page = mailboxPage([MAIL], MAIL.id);
    expect(page).toContain(`src="/mailbox/messages/${MAIL.id}/html"`);
    expect(page).toMatch(/<iframe sandbox="(?!.*allow-(scripts|same-origin))/);
    expect(page).toContain('<a href="https://rounds.test/book?a=1&#38;b=2" target="_blank" rel="noopener noreferrer">');
    expect(page).toContain('</a>.\nSee you');
    for (const part of [
      'BEGIN:VCALENDAR',
      'message-id: &#60;1@rounds&#62;',
      'received: two',
      'invite.ics (text/calendar, 1 kB)',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('says so when a mail is no longer kept', () => {
    expect(mailboxPage([], 'gone')).toContain('no longer kept');
  });

  it('lets no text of a mail become markup, whatever it holds', () => {
    const tags = (page: string) =>
      page.replace(/<a href="https?:[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>/g, '').match(/<[^>]*>/g);
    const plain = { ...MAIL, text: '', html: '', headers: { x: '' }, ics: '' };
    const expected = tags(mailboxPage([plain], MAIL.id));
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const mail = { ...plain, from: a, to: b, subject: `s${a}`, text: b, headers: { x: a }, ics: b };
        const attachments = [{ filename: a, contentType: b, size: 1 }];
        expect(tags(mailboxPage([{ ...mail, attachments }], MAIL.id))).toEqual(expected);
      }),
    );
  });
});

describe('mailboxHtml', () => {
  it('opens links in a tab of their own before the mail can say otherwise', () => {
    const html = mailboxHtml({ html: '<base target="_top"><a href="https://x">x</a>' });
    expect(html.indexOf('_blank')).toBeLessThan(html.indexOf('_top'));
  });
});
