import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type Id, newId } from '#libs/kernel/index.js';
import { ApplyToPosting, type CheckedFile, StoreAttachment } from '#libs/applications/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting, buildTeamMember } from '../../support/builders.js';
import { docx, pdf, zip } from '../../support/files.js';

const MZ = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500), Buffer.from('PE\0\0')]);
const ELF = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(500)]);
const MB = 1024 * 1024;

const TEMPLATE_ELSEWHERE = `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>`;

/** A PDF with an object that stands packed in a stream. */
function packed(catalog: string, object: string): Buffer {
  const whole = pdf('x', catalog);
  const stream = deflateSync(`9 0 ${object}`);
  const at = whole.indexOf('trailer');
  const head = Buffer.from(`8 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>stream\n`);
  return Buffer.concat([whole.subarray(0, at), head, stream, Buffer.from('\nendstream endobj\n'), whole.subarray(at)]);
}

describe('files that people send', () => {
  let api: TestApi;
  let store: StoreAttachment;
  let organizationId: Id;
  let posting: BuiltPosting;
  const slug = 'org-files';

  beforeAll(async () => {
    api = await startTestApi();
    store = api.app.get(StoreAttachment);
    organizationId = await api.newOrganization(slug);
    posting = await buildPosting(api.owner, organizationId);
  });
  afterAll(() => api.close());

  const filesKept = async () => {
    const names = await readdir(join(api.config.home, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
    return names.filter((entry) => entry.isFile()).length;
  };
  const apply = (email: string, cv: CheckedFile | null) =>
    api.app
      .get(ApplyToPosting)
      .execute(slug, { posting: { slug: posting.slug }, contact: { name: 'Ada', email }, consent: true, cv });

  it('are taken when name, first bytes and structure agree, with their words', async () => {
    const kinds: [string, Buffer, string][] = [
      ['cv.pdf', pdf('Kubernetes and Haskell'), 'application/pdf'],
      [
        'CV.DOCX',
        docx('Grace Hopper\nCOBOL & <compilers>'),
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ],
      ['cv.txt', Buffer.from('Zoë Müller, Erlang'), 'text/plain; charset=utf-8'],
    ];
    const texts = [];
    for (const [fileName, bytes, contentType] of kinds) {
      const stored = await store.execute(organizationId, { fileName, bytes });
      expect(stored).toMatchObject({ ok: true, value: { fileName, contentType, size_bytes: bytes.length } });
      if (stored.ok) texts.push(stored.value.text);
    }
    expect(texts).toEqual(['Kubernetes and Haskell', 'Grace Hopper COBOL & <compilers>', 'Zoë Müller, Erlang']);
  });

  it('are refused with what to send instead when they are not what they say, and nothing is kept', async () => {
    const before = await filesKept();
    const bomb = docx('x', [{ name: 'word/media/zero.xml', data: Buffer.alloc(40 * MB) }]);
    const liar = docx('x', [{ name: 'word/media/zero.xml', data: Buffer.alloc(40 * MB), declared_bytes: 1000 }]);
    const many = docx(
      'x',
      Array.from({ length: 2100 }, (_, i) => ({ name: `word/${i}.xml`, data: '' })),
    );
    const overlapping = docx('x');
    // Every entry of the directory points to the first local entry: the trick of bombs that need no recursion.
    for (
      let at = overlapping.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = overlapping.indexOf('PK\x01\x02', at + 1, 'latin1')
    )
      overlapping.writeUInt32LE(0, at + 42);
    const cases: [string, Buffer, RegExp][] = [
      ['cv.pdf', Buffer.alloc(0), /empty/],
      ['cv.pdf', Buffer.alloc(10 * MB + 1), /larger than 10 MB/],
      ['cv.exe', MZ, /\.exe are not accepted/],
      ['cv.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /\.svg are not accepted/],
      ['cv.html', Buffer.from('<!doctype html><script>alert(1)</script>'), /\.html are not accepted/],
      ['cv', pdf('x'), /no ending/],
      ['cv.pdf.exe', pdf('x'), /\.exe are not accepted/],
      ['cv.pdf', MZ, /content is not one/],
      ['cv.txt', MZ, /not text/],
      ['cv.txt', ELF, /not text/],
      ['cv.docx', ELF, /content is not one/],
      ['cv.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), /program/],
      ['cv.txt', Buffer.from([0x41, 0xff, 0xfe, 0x41]), /UTF-8/],
      ['cv.txt', pdf('a PDF as text'), /not text/],
      ['cv.pdf', Buffer.from('%PDF-1.7\njust some words'), /cut off/],
      ['cv.pdf', Buffer.concat([pdf('x'), MZ]), /follows its end/],
      ['cv.pdf', Buffer.concat([MZ, pdf('x')]), /content is not one/],
      ['cv.pdf', Buffer.concat([pdf('x'), zip([{ name: 'a.exe', data: MZ }])]), /follows its end|archive/],
      ['cv.docx', zip([{ name: 'a.txt', data: 'x' }]), /no Word document|content is not/],
      ['cv.docx', Buffer.concat([docx('x'), MZ]), /damaged|content is not/],
      ['cv.docx', Buffer.concat([docx('x').subarray(0, -2), Buffer.from('\x05\0%PDF-', 'latin1')]), /damaged/],
      ['cv.docx', Buffer.concat([docx('x').subarray(0, 60)]), /damaged|content is not/],
      ['cv.docx', docx('x', [{ name: 'word/run.exe', data: MZ }]), /holds a program, a macro/],
      ['cv.docx', docx('x', [{ name: 'word/vbaProject.bin', data: 'x' }]), /holds a program, a macro/],
      ['cv.docx', docx('x', [{ name: 'WORD/Document.xml', data: 'x' }]), /under names/],
      ['cv.docx', docx('x', [{ name: 'word/_rels/settings.xml.rels', data: TEMPLATE_ELSEWHERE }]), /acts when it is opened/],
      ['cv.pdf', pdf('x', '/OpenAction<</S/J#61vaScript/JS(app.alert\\(1\\))>>'), /a script/],
      ['cv.pdf', pdf('x', '/OpenAction<</S %\n/L#61unch/F(cmd.exe)>>'), /starts a program/],
      ['cv.pdf', packed('/OpenAction 9 0 R', '<</S/Launch/F(cmd.exe)>>'), /starts a program/],
      ['cv.pdf', pdf('x', '/Outlines<</First<</Title(a)/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>>>'), /a script/],
      [
        'cv.pdf',
        pdf('x', '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>'),
        /holds a program/,
      ],
      [
        'cv.pdf',
        Buffer.concat([
          Buffer.from('%PDF-1.7\n1 0 obj<</Length 9>>stream\n'),
          zip([{ name: 'a.exe', data: MZ }]),
          Buffer.from('\nendstream endobj\nstartxref\n0\n%%EOF\n'),
        ]),
        /an archive at the same time/,
      ],
      ['cv\u202efdp.exe', pdf('x'), /\.exe are not accepted/],
      ['cv.exe\u061c.pdf\u0000.html', pdf('x'), /\.html are not accepted/],
      ['cv.pdf', Buffer.from('{\\rtf1{\\object\\objocx}}'), /content is not one/],
      ['cv.docx', docx('x', [{ name: '../../etc/passwd', data: 'x' }]), /under names/],
      ['cv.docx', docx('x', [{ name: 'word/secret.xml', data: 'x', flags: 1 }]), /password/],
      [
        'cv.docx',
        docx('x', [{ name: 'word/document.xml', data: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:t>&e;</w:t>' }]),
        /declares/,
      ],
      ['cv.docx', bomb, /beyond all measure/],
      ['cv.docx', liar, /damaged|beyond/],
      ['cv.docx', many, /beyond all measure/],
      ['cv.docx', overlapping, /beyond all measure|damaged|content is not/],
    ];
    for (const [fileName, bytes, why] of cases) {
      const result = await store.execute(organizationId, { fileName, bytes });
      expect({ fileName, size: bytes.length, result }).toMatchObject({ fileName, size: bytes.length, result: { ok: false } });
      if (result.ok) continue;
      expect(result.refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'file', message: expect.stringMatching(why) });
      expect(result.refusal.message).toContain('Send a PDF, a Word document (.docx) or plain text (.txt), at most 10 MB.');
    }
    expect(await filesKept()).toBe(before);
  });

  it('come with an application, are found by their words, and go when nothing comes of it', async () => {
    const send = async (words: string) => {
      const stored = await store.execute(organizationId, { fileName: '../../Lebenslauf „Ada“\r\n.pdf', bytes: pdf(words) });
      if (!stored.ok) throw new Error(stored.refusal.message);
      return stored.value;
    };
    const before = await filesKept();
    expect(await apply('ada@mail.example', await send('Quaternions'))).toMatchObject({ ok: true });
    expect(await filesKept()).toBe(before + 1);
    // The second one is answered like the first, and its file is not kept.
    expect(await apply('ada@mail.example', await send('Octonions'))).toMatchObject({ ok: true });
    expect(await apply('not an address', await send('Sedenions'))).toMatchObject({ ok: false });
    expect(await filesKept()).toBe(before + 1);
    const { rows } = await api.owner.query(
      `SELECT file_name, text_content, application_id FROM attachments WHERE text_content = 'Quaternions'`,
    );
    expect(rows[0]).toMatchObject({ file_name: 'Lebenslauf „Ada“.pdf', application_id: expect.any(String) });
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const found = await api.graphql(`{ searchCandidates(query: "quaternion") { name } }`, {}, recruiter);
    expect(found.data.searchCandidates).toEqual([{ name: 'Ada' }]);
  });

  it('are given to those who may read the application, as a download that no browser opens', async () => {
    const { id, candidateId } = await buildApplication(api.owner, organizationId, posting);
    const sent = { fileName: 'Zoë “CV”.pdf', bytes: pdf('Prolog') };
    const attached = await store.forCandidate({ kind: 'candidate', organizationId, applicationId: id, candidateId }, 'CV', sent);
    if (!attached.ok) throw new Error(attached.refusal.message);
    const { attachmentId } = attached.value;
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const get = (as: TestPerson | null, file = attachmentId) =>
      fetch(`${api.url}/files/${file}`, { headers: as ? { authorization: `Bearer ${as.token}` } : {} });
    const answer = await get(recruiter);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(sent.bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Zo_ _CV_.pdf"; filename*=UTF-8''Zo%C3%AB%20%E2%80%9CCV%E2%80%9D.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const cookie = await fetch(`${api.url}/files/${attachmentId}`, {
      headers: { cookie: `a=b; rounds_session=${recruiter.token}` },
    });
    expect(cookie.status).toBe(200);
    expect((await get(null)).status).toBe(401);
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const coordinator = await api.newPerson(organizationId, 'INTERVIEWER');
    for (const [as, file] of [[stranger], [coordinator], [recruiter, newId()], [recruiter, '..%2f..%2fsecret']] as [
      TestPerson,
      string?,
    ][])
      expect((await get(as, file)).status).toBe(404);
    await buildTeamMember(api.owner, organizationId, posting.id, coordinator.id, 'COORDINATOR');
    expect((await get(coordinator)).status).toBe(200);
  });

  it('are added to an application by the team, through the same checks, from our own pages and programs only', async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting);
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const add = (as: TestPerson | null, file: [string, Buffer] | null, fields: object = {}, headers: object = {}) => {
      const form = new FormData();
      for (const [key, value] of Object.entries({ applicationId: id, ...fields })) form.set(key, value as string);
      if (file) form.set('file', new Blob([new Uint8Array(file[1])]), file[0]);
      const who: Record<string, string> = as ? { authorization: `Bearer ${as.token}` } : {};
      return fetch(`${api.url}/files`, { method: 'POST', body: form, headers: { ...who, ...headers } });
    };
    const letter: [string, Buffer] = ['letter.pdf', pdf('Smalltalk')];
    const before = await filesKept();
    const refused: [Promise<Response>, number, string][] = [
      [add(null, letter), 401, 'UNAUTHENTICATED'],
      [add(stranger, letter), 404, 'NOT_FOUND'],
      [add(await api.newPerson(organizationId, 'INTERVIEWER'), letter), 404, 'NOT_FOUND'],
      [add(recruiter, letter, { applicationId: 'x' }), 404, 'NOT_FOUND'],
      [add(recruiter, letter, {}, { origin: 'https://evil.example' }), 403, 'FOREIGN_ORIGIN'],
      [add(recruiter, letter, { kind: 'PASSPORT' }), 422, 'INVALID_INPUT'],
      [add(recruiter, null), 422, 'INVALID_INPUT'],
      [add(recruiter, ['letter.pdf', MZ]), 422, 'INVALID_INPUT'],
      [add(recruiter, ['letter.pdf', Buffer.alloc(10 * MB + 1)]), 413, 'TOO_LARGE'],
    ];
    for (const [answer, status, code] of refused) {
      const { status: said, ...rest } = await answer.then(async (it) => ({
        status: it.status,
        ...((await it.json()) as object),
      }));
      expect([said, rest]).toEqual([status, { code, message: expect.any(String) }]);
    }
    expect(await filesKept()).toBe(before);
    const added = await add(recruiter, letter);
    expect([added.status, await added.json()]).toEqual([201, { attachmentId: expect.any(String) }]);
    const found = await api.graphql(
      `query ($id: ID!) { application(id: $id) { attachments { fileName kind } } }`,
      { id },
      recruiter,
    );
    expect(found.data.application.attachments).toEqual([{ fileName: 'letter.pdf', kind: 'OTHER' }]);
  });
});
