import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMailSink, type MailSink } from '#libs/platform/embedded/index.js';
import { roomyFolder } from './compiled-libs.js';

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:1@rounds',
  'SUMMARY:Entrevue — Zoë',
  'END:VEVENT',
  'END:VCALENDAR',
];

let folder: string;
let sink: MailSink;

beforeAll(async () => {
  folder = await roomyFolder();
  sink = await startMailSink({ home: folder });
});

beforeEach(async () => {
  sink.behave({});
  await sink.clear();
});

afterAll(async () => {
  await sink.stop();
  await rm(folder, { recursive: true, force: true });
});

async function send(
  mail: { subject?: string; text?: string; to?: string; [key: string]: unknown } = {},
  url = sink.url,
  socketTimeout = 30_000,
) {
  const transport = createTransport({ url, socketTimeout });
  const to = mail.to ?? 'ada@example.org';
  try {
    return await transport.sendMail({
      from: 'Rounds <jobs@example.org>',
      text: 'Hello',
      ...mail,
      to,
      envelope: { from: 'jobs@example.org', to },
    });
  } finally {
    transport.close();
  }
}

describe('the mail sink', () => {
  it('keeps an invitation with text, HTML and calendar as the mailbox shows it', async () => {
    await send({
      subject: 'Entrevue — Zoë',
      text: 'Bonjour',
      html: '<p>Bonjour</p>',
      headers: { 'X-Rounds-Event': 'InterviewBooked' },
      icalEvent: { method: 'REQUEST', content: ICS.join('\r\n') },
      attachments: [{ filename: 'plan à suivre.txt', content: 'abc' }],
    });
    const [mail, ...others] = await sink.messages();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      from: 'jobs@example.org',
      to: 'ada@example.org',
      subject: 'Entrevue — Zoë',
      html: '<p>Bonjour</p>',
    });
    expect(mail!.text.trim()).toBe('Bonjour');
    expect(mail!.ics?.split('\r\n')).toEqual(ICS);
    expect(mail!.headers).toMatchObject({ 'x-rounds-event': 'InterviewBooked', to: 'ada@example.org' });
    expect(mail!.attachments).toContainEqual({ filename: 'plan à suivre.txt', contentType: 'text/plain', size: 3 });
    expect(new Date(mail!.receivedAt).toISOString()).toBe(mail!.receivedAt);
    expect((await sink.source(mail!.id))?.toString()).toMatch(/^From: Rounds <jobs@example.org>/m);
    expect(await sink.message(mail!.id)).toEqual(mail);
  });

  it('tells listeners of each mail, in the order they came', async () => {
    const heard: string[] = [];
    const end = sink.onMessage(({ subject }) => heard.push(subject));
    for (const subject of ['one', 'two', 'three']) await send({ subject });
    expect((await sink.messages()).map(({ subject }) => subject)).toEqual(['one', 'two', 'three']);
    expect(heard).toEqual(['one', 'two', 'three']);
    end();
  });

  it('hands no file out for an id that is none', async () => {
    expect(await sink.source('../secret')).toBeNull();
  });

  it('refuses with the reply it was told, and keeps nothing then', async () => {
    sink.behave({ answer: { code: 550, message: 'No such user' } });
    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
    sink.behave(({ to }) => (to[0] === 'late@example.org' ? { answer: { code: 451, message: 'Later' } } : {}));
    await expect(send({ to: 'late@example.org' })).rejects.toMatchObject({ responseCode: 451 });
    await send();
    expect(await sink.messages()).toHaveLength(1);
  });

  it('can lose its reply after it has kept the mail, hang, and take its time', async () => {
    sink.behave({ dropAfterDot: true });
    await expect(send()).rejects.toThrow();
    expect(await sink.messages()).toHaveLength(1);
    sink.behave({ hang: true });
    await expect(send({}, sink.url, 1_000)).rejects.toThrow(/timeout/i);
    expect(await sink.messages()).toHaveLength(1);
    sink.behave({ delay_ms: 200 });
    const began_ms = performance.now();
    await send();
    expect(performance.now() - began_ms).toBeGreaterThan(190);
  });

  it('keeps the mailbox over a restart, also after a crash between mail and note', async () => {
    const home = join(folder, 'restarted');
    const before = await startMailSink({ home });
    for (const subject of ['one', 'two']) await send({ subject }, before.url);
    const kept = await before.messages();
    await before.stop();
    await before.stop();
    const orphan = 'ffffffff-ffff-7fff-8fff-ffffffffffff'.replace(/^ffff/, '0199');
    await writeFile(join(home, 'mailbox', `${orphan}.eml`), 'From: a@x\r\nTo: b@y\r\nSubject: three\r\n\r\nHello\r\n');
    await appendFile(join(home, 'mailbox', 'messages.jsonl'), '{"message":{"id":"half');
    const after = await startMailSink({ home });
    const found = await after.messages();
    expect(found.filter(({ id }) => id !== orphan)).toEqual(kept);
    expect(found.find(({ id }) => id === orphan)).toMatchObject({ subject: 'three', to: 'b@y', from: 'a@x' });
    await after.stop();
  });

  it('refuses mail that it cannot keep, shows what it has, and takes mail again afterwards', async () => {
    const notes = join(folder, 'mailbox', 'messages.jsonl');
    await send({ subject: 'Before' });
    // Nothing can be written there, as on a full disk.
    await rm(notes);
    await mkdir(notes);
    expect((await sink.messages()).map(({ subject }) => subject)).toEqual(['Before']);
    await expect(send({ subject: 'Meanwhile' })).rejects.toMatchObject({ responseCode: 451 });
    expect((await readdir(join(folder, 'mailbox'))).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
    await rm(notes, { recursive: true });
    await send({ subject: 'After' });
    expect((await sink.messages()).map(({ subject }) => subject)).toEqual(['Before', 'After']);
  });

  it('forgets the oldest beyond its limits, on disk too', async () => {
    const home = join(folder, 'bounded');
    const small = await startMailSink({ home, limits: { messages: 3, disk_bytes: 1e6, memory_bytes: 1e6 } });
    for (let i = 1; i <= 8; i++) await send({ subject: `mail ${i}` }, small.url);
    expect((await small.messages()).map(({ subject }) => subject)).toEqual(['mail 6', 'mail 7', 'mail 8']);
    expect((await readdir(join(home, 'mailbox'))).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
    await small.stop();
  });

  it('answers 552 to a mail that is too large', async () => {
    await expect(send({ text: 'x'.repeat(77).concat('\n').repeat(340_000) })).rejects.toMatchObject({ responseCode: 552 });
    expect(await sink.messages()).toEqual([]);
  });
});
