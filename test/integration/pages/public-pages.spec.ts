import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/kernel/index.js';
import { buildPosting } from '../../support/builders.js';
import { collectLinks } from '../identity/support.js';
import { World, at, multipart, notice } from './world.js';

const GOOD = {
  name: 'Cato Candidate',
  email: 'cato@mail.example',
  phone: '+47 555 01 234',
  location: 'Bergen',
  country: 'NO',
  zone: 'Europe/Oslo',
  links: 'https://code.example/cato',
  'answers.why': 'They come back.',
  'answers.code': 'https://code.example/tides',
  consent: 'yes',
};

describe('careers pages', () => {
  let world: World;
  let apply: string;
  beforeAll(async () => {
    world = await World.start();
    apply = `/careers/tidal/${world.posting.slug}/apply`;
  });
  afterAll(() => world.close());
  const applications = async () => (await world.rows('SELECT 1 FROM applications')).length;

  it('take an application with a CV, and answer a second one alike without a second application', async () => {
    const cv = { name: 'cato.txt', bytes: new TextEncoder().encode('Ten years of tides.') };
    const first = await world.post(apply, multipart(GOOD, cv));
    expect(first.status).toBe(200);
    const second = await world.post(apply, multipart({ ...GOOD, name: 'Somebody Else' }, cv));
    expect(second.text).toBe(first.text);
    expect(await applications()).toBe(1);
    expect(first.text).not.toContain('cato@mail.example');
  });

  it('tell machines what a posting says, where its document says enough, and list what is open in feeds', async () => {
    const path = `/careers/tidal/${world.posting.slug}`;
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/;
    expect((await world.get(path)).text).not.toMatch(block);
    await world.rows('UPDATE postings SET remote = true WHERE id = $1', [world.posting.id]);
    const job = JSON.parse(block.exec((await world.get(path)).text)![1]!) as object;
    expect(job).toMatchObject({
      '@type': 'JobPosting',
      title: 'Backend Engineer',
      hiringOrganization: { name: 'Tidal' },
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ name: 'Norway' }, { name: 'Sweden' }],
    });
    expect((await world.get('/careers/tidal')).text).toContain('href="/careers/tidal/feed.xml"');
    for (const feed of ['feed.xml', 'indeed.xml']) {
      const { status, text } = await world.get(`/careers/tidal/${feed}`);
      expect(status).toBe(200);
      expect(text).toContain('<title>Backend Engineer</title>');
      expect(text).toContain(`/careers/tidal/${world.posting.slug}`);
      expect((await world.get(`/careers/nobody/${feed}`)).status).toBe(404);
    }
    await world.rows('UPDATE postings SET remote = NULL WHERE id = $1', [world.posting.id]);
  });

  it('say how their hours fall where the reader is, and around the world, without a script', async () => {
    const path = `/careers/tidal/${world.posting.slug}`;
    const coreHours = { start: '10:00', end: '17:00', zone: 'America/New_York', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] };
    const keep = (hours: object | null) =>
      world.rows('UPDATE postings SET core_hours = $2 WHERE id = $1', [world.posting.id, hours && JSON.stringify(hours)]);
    await keep(null);
    expect((await world.get(path)).text).not.toContain('Our hours, where you are');
    await keep(coreHours);
    const plain = (await world.get(path)).text;
    expect(plain).toContain('Of the 35 hours a week');
    expect(plain).toContain('<th scope="row">Tokyo, Seoul</th><td>0 hours</td>');
    const mine = (await world.get(`${path}?zone=America/New_York`)).text;
    expect(mine).toContain(
      'In <strong>America/New York</strong>, <strong>35 hours</strong> of our 35 hours a week fall between 7:00 and 22:00',
    );
    expect((await world.get(`${path}?zone=Asia/Tokyo`)).text).toContain('apply all the same');
    for (const odd of ['Mars', '%3Cscript%3E', 'UTC&zone=UTC']) {
      const answer = await world.get(`${path}?zone=${odd}`);
      expect([answer.status, answer.text.includes('<script>')]).toEqual([200, false]);
    }
    await keep(null);
  });

  it('say what has to be mended, at its field, and keep all that was typed', async () => {
    const before = await applications();
    const faults: [Record<string, string>, string][] = [
      [{ name: '  ' }, 'name'],
      [{ email: 'not an address' }, 'email'],
      [{ email: 'a@x.example\r\nBcc: b@y.example' }, 'email'],
      [{ country: 'XX' }, 'country'],
      [{ links: 'javascript:alert(1)' }, 'links'],
      [{ 'answers.why': '' }, 'answers-why'],
      [{ 'answers.code': 'no link' }, 'answers-code'],
      [{ consent: '' }, 'consent'],
      [{ name: 'x'.repeat(300) }, 'name'],
    ];
    for (const [wrong, id] of faults) {
      const answer = await world.post(apply, multipart({ ...GOOD, email: 'new@mail.example', ...wrong }));
      expect([wrong, answer.status]).toEqual([wrong, 422]);
      expect(answer.text).toMatch(new RegExp(`id="${id}"[^>]* aria-invalid="true"`));
      expect(answer.text).toContain('role="alert"');
      if (id !== 'location') expect(answer.text).toContain('value="Bergen"');
      if (id !== 'answers-why') expect(answer.text).toContain('They come back.</textarea>');
      if (id !== 'country') expect(answer.text).toContain('<option value="NO" selected>');
    }
    expect(await applications()).toBe(before);
  });

  it('refuse files that are too large or are not what they say, and keep what was typed', async () => {
    const before = await applications();
    const large = { name: 'cv.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
    const program = { name: 'cv.pdf', bytes: Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 4]) };
    for (const file of [large, program]) {
      const answer = await world.post(apply, multipart({ ...GOOD, email: 'new@mail.example' }, file));
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(/id="cv"[^>]* aria-invalid="true"/);
      expect(answer.text).toContain('value="new@mail.example"');
      expect(answer.text).toContain('They come back.</textarea>');
    }
    expect(notice(await world.post(apply, multipart(GOOD, large)))).toContain('larger than 10 MB');
    expect(await applications()).toBe(before);
  });

  it('show hostile names as text wherever they come back', async () => {
    const evil = '"><script>alert(1)</script>';
    const answer = await world.post(
      apply,
      multipart({ ...GOOD, name: evil, location: evil, links: evil, 'answers.why': evil, consent: '' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('<script>alert');
    expect(answer.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('take no form from elsewhere', async () => {
    const before = await applications();
    const answer = await world.post(apply, multipart({ ...GOOD, email: 'new@mail.example' }), null, 'https://evil.example');
    expect(answer.status).toBe(404);
    expect(await applications()).toBe(before);
  });

  it('say of a closed posting that it is closed, and of an unknown one that there is none', async () => {
    const closed = await buildPosting(world.api.owner, world.organizationId, { title: 'Tide Gauge Keeper', status: 'CLOSED' });
    const page = await world.get(`/careers/tidal/${closed.slug}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain('This posting is closed.');
    expect(page.text).toContain('name="robots" content="noindex"');
    // Who asks makes no difference: people read the page, and to a program its status says that the job is gone.
    for (const accept of ['text/html', 'application/ld+json', '*/*']) {
      const answer = await fetch(`${world.api.url}/careers/tidal/${closed.slug}`, { headers: { accept } });
      const text = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
      expect(text).toContain('<h1>Tide Gauge Keeper</h1>');
      expect(text).not.toContain('application/ld+json');
    }
    expect((await world.get('/careers/tidal')).text).not.toContain(closed.slug);
    const draft = await buildPosting(world.api.owner, world.organizationId, { status: 'DRAFT' });
    const nowhere = [
      `/careers/tidal/${closed.slug}/apply`,
      `/careers/tidal/${draft.slug}`,
      '/careers/tidal/nothing',
      '/careers/tidal/nothing/apply',
    ];
    for (const path of nowhere) {
      const answer = await world.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).toContain('href="/careers/tidal"');
    }
    for (const path of [
      '/careers/nobody',
      `/careers/harbour/${world.posting.slug}`,
      '/careers/%00',
      `/careers/${'x'.repeat(90)}`,
      '/careers/tidal/%00',
      '/careers/%E0%A4%A',
    ])
      expect([404, 400]).toContain((await world.get(path)).status);
    expect((await world.post(`/careers/tidal/${closed.slug}/apply`, multipart(GOOD))).status).toBe(404);
    expect((await world.get('/careers/tidal')).text).not.toContain('Tide Gauge Keeper');
  });

  it('answer every address alike when somebody asks for their link', async () => {
    const path = '/careers/tidal/my-application';
    const known = await world.post(path, { email: 'cato@mail.example' });
    const unknown = await world.post(path, { email: 'nobody@mail.example' });
    expect(known.status).toBe(200);
    expect(unknown.text).toBe(known.text);
    expect((await world.post(path, { email: 'nonsense' })).text).toBe(known.text);
    expect((await world.post(path, { email: 'cato@mail.example' }, null, 'https://evil.example')).status).toBe(404);
  });
});

describe('a candidate’s own pages', () => {
  let world: World;
  let application: { id: Id; candidateId: Id };
  beforeAll(async () => {
    world = await World.start();
    application = await world.application();
    await world.post(`/applications/${application.id}`, { action: 'advance', version: '0' }, world.manager);
  });
  afterAll(() => world.close());

  it('open by their own link only: not by a changed one, one of another purpose, one that has run out, one of older days', async () => {
    const path = world.candidatePath('application', application.id);
    const page = await world.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Screening call: choose a time that suits you.');
    const other = await world.application();
    const token = path.slice(3);
    const wrong = [
      `/a/${token.slice(0, -2)}`,
      `/a/${token}x`,
      `/a/${token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`,
      `/s/${token}`,
      `/t/${token}`,
      `/k/${token}`,
      '/a/nothing',
      world.candidatePath('schedule', application.id).replace('/s/', '/a/'),
      world.candidatePath('application', world.posting.id),
    ];
    const first = await world.get(wrong[0]!);
    for (const each of wrong) {
      const answer = await world.get(each);
      expect(answer.status).toBe(404);
      if (!each.startsWith('/k/')) expect(answer.text).toBe(first.text);
      expect((await world.post(each, { action: 'withdraw' })).status).toBe(404);
    }
    const german = await fetch(world.api.url + wrong[0]!, { headers: { 'accept-language': 'de-CH, en;q=0.5' } });
    expect([german.status, await german.text()]).toEqual([
      404,
      expect.stringMatching(/<html lang="de">[^]*Dieser Link öffnet nichts/),
    ]);
    await world.rows('UPDATE applications SET link_epoch = 1 WHERE id = $1', [other.id]);
    expect((await world.get(world.candidatePath('application', other.id))).status).toBe(404);
    world.clock.set(at(24 * 31));
    expect((await world.get(path)).status).toBe(404);
    world.clock.set(at(0));
    expect((await world.standing(application.id)).status).toBe('ACTIVE');
  });

  it('lead from choosing a time to another one and to none, by forms that answer 303', async () => {
    const path = world.candidatePath('schedule', application.id);
    const chosen = (text: string) => [...text.matchAll(/name="startsAt" value="([^"]+)"/g)].map(([, startsAt]) => startsAt!);
    const times = chosen((await world.get(path)).text);
    expect(times.length).toBeGreaterThan(20);
    expect((await world.post(path, { action: 'book', startsAt: times[0]! }, null, 'https://evil.example')).status).toBe(422);
    for (const startsAt of ['', 'tomorrow', '2030-03-05T03:00:00Z'])
      expect((await world.post(path, { action: 'book', startsAt })).status).toBe(422);
    expect(await world.rows('SELECT 1 FROM interviews')).toHaveLength(0);
    expect(await world.post(path, { action: 'book', startsAt: times[0]! })).toMatchObject({
      status: 303,
      location: `${path}?said=booked`,
    });
    const booked = await world.get(`${path}?said=booked`);
    expect(booked.text).toContain('Booked. The invitation is on its way');
    const [, interview] = /name="interview" value="([^"]+)"/.exec(booked.text)!;
    const version = () => world.rows<{ version: number }>('SELECT version FROM interviews').then(([row]) => String(row!.version));
    const move = {
      action: 'move',
      interview: interview!,
      version: await version(),
      startsAt: chosen(booked.text)[5]!,
      reason: '',
    };
    expect((await world.post(path, move)).location).toContain('said=moved');
    expect((await world.post(path, move)).status).toBe(422);
    expect((await world.post(path, { action: 'zone', zone: 'Asia/Kathmandu' })).status).toBe(303);
    expect((await world.post(path, { action: 'zone', zone: 'Mars/Olympus' })).status).toBe(422);
    expect((await world.get(path)).text).toContain('<option value="Asia/Kathmandu" selected>');
    const cancel = { action: 'cancel', interview: interview!, version: await version(), reason: '<b>ill</b>' };
    expect((await world.post(path, cancel)).location).toContain('said=cancelled');
    expect((await world.get(path)).text).toContain('name="action" value="book"');
  });

  it('keep what was typed when work that is handed in has to be mended', async () => {
    const working = await world.application(world.work);
    await world.takeHome(working, 'SENT');
    const path = world.candidatePath('take-home', working.id);
    const wrong = await world.post(path, multipart({ version: '1', url: 'ftp://x', note: 'Mind the <gap>' }));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mind the &lt;gap&gt;</textarea>');
    const large = { name: 'work.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1), field: 'file' };
    expect(notice(await world.post(path, multipart({ version: '1', note: 'x' }, large)))).toContain('larger than 10 MB');
    const file = { name: 'work.txt', bytes: new TextEncoder().encode('The tides.'), field: 'file' };
    expect((await world.post(path, multipart({ version: '1', url: '', note: 'Done' }, file))).location).toBe(
      `${path}?said=handed-in`,
    );
    expect((await world.get(path)).text).toContain('work.txt');
  });

  it('speak German to whoever is written to in German: what stands, what was done, what was refused and why', async () => {
    const theirs = await world.application(null, { name: 'Jo Weber', zone: 'Europe/Berlin' });
    await world.rows(`UPDATE candidates SET language = 'de' WHERE id = $1`, [theirs.candidateId]);
    await world.post(`/applications/${theirs.id}`, { action: 'advance', version: '0' }, world.manager);
    const [standing, times] = [world.candidatePath('application', theirs.id), world.candidatePath('schedule', theirs.id)];
    expect((await world.get(standing)).text).toMatch(
      /<html lang="de">[^]*Screening call: Wählen Sie eine Zeit, die Ihnen passt\./,
    );
    const offered = (await world.get(times)).text;
    expect(offered).toMatch(/<legend>\w+, \d+\. März 2030<\/legend>/);
    const refused = async (fields: Record<string, string>) => notice(await world.post(times, fields));
    expect(await refused({ action: 'book', startsAt: '2030-03-09T03:00:00Z' })).toContain('wird nicht angeboten');
    expect(await refused({ action: 'zone', zone: 'Mars/Olympus' })).toContain('keine Zeitzone');
    expect(await refused({ action: 'name-times', day0: '2030-03-07', from0: '10:00', until0: '10:05' })).toContain('vier Wochen');
    expect(await refused({ action: 'nothing' })).toContain('Es wurde nichts geändert');
    const [, startsAt] = /name="startsAt" value="([^"]+)"/.exec(offered)!;
    const said = (await world.post(times, { action: 'book', startsAt: startsAt! })).location!;
    expect(notice(await world.get(said))).toBe('Gebucht. Die Einladung ist unterwegs in Ihr Postfach.');
    expect((await world.get(times)).text).toMatch(/<strong>\w+, \d+\. März 2030, \d\d:\d\d Uhr MEZ \(UTC\+1\)<\/strong>/);
    expect((await world.post(standing, { action: 'language', language: 'en' })).status).toBe(303);
    expect((await world.get(standing)).text).toContain('The invitation is in your mail.');
  });

  it('show what they were sent, and that alone: no mail that waits, none of the team’s, no token of a link', async () => {
    const theirs = await world.application(null, { name: 'Mia Mailed' });
    const other = await world.application(null, { name: 'Nils Near' });
    for (const { id } of [theirs, other])
      await world.post(`/applications/${id}`, { action: 'advance', version: '0' }, world.manager);
    const path = `${world.candidatePath('application', theirs.id)}/mails`;
    expect((await world.get(path)).text).toContain('Nothing was sent to you yet.');
    await world.rows(
      `UPDATE mails SET state = 'SENT', sent_at = $2, message = '' WHERE application_id = ANY ($1) AND state = 'DECIDED'`,
      [[theirs.id, other.id], at(-1)],
    );
    const { text } = await world.get(path);
    expect(text).toContain('Hello Mia Mailed');
    expect(text).toContain('/s/hidden');
    expect(text).not.toMatch(/\/[st]\/[\w-]{40,}|Nils/);
    expect(text.match(/<details/g)).toHaveLength(1);
    expect((await world.get(world.candidatePath('application', theirs.id))).text).toContain(`href="${path}"`);
    expect((await world.get(`${world.candidatePath('schedule', theirs.id).replace('/s/', '/a/')}/mails`)).status).toBe(404);
  });

  it('record a withdrawal once', async () => {
    const path = world.candidatePath('application', application.id);
    const withdraw = { action: 'withdraw', reason: 'Another <offer>' };
    expect((await world.post(path, withdraw, null, 'https://evil.example')).status).toBe(422);
    expect((await world.post(path, { action: 'reject' })).status).toBe(422);
    expect(await world.post(path, withdraw)).toMatchObject({ status: 303, location: `${path}?said=withdrawn` });
    expect((await world.post(path, withdraw)).status).toBe(422);
    expect((await world.get(path)).text).toContain('You withdrew this application.');
    expect((await world.get(path)).text).not.toContain('value="withdraw"');
  });
});

describe('account pages', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('lead from a forgotten password to the sign-in page, and use a link up only by its form', async () => {
    const links = collectLinks(world.api);
    const known = await world.post('/account/forgot', { organization: 'tidal', email: world.manager.email });
    const unknown = await world.post('/account/forgot', { organization: 'tidal', email: 'nobody@tidal.example' });
    expect([known.status, unknown.text === known.text]).toEqual([200, true]);
    const path = new URL(links[0]!.link).pathname;
    for (let i = 0; i < 2; i += 1) expect((await world.get(path)).text).toContain('Choose a new password');
    const short = await world.post(path, { password: 'short' });
    expect(short.status).toBe(422);
    expect(short.text).toContain('role="alert"');
    const password = 'seven grey herons at low tide';
    expect((await world.post(path, { password }, null, 'https://evil.example')).status).toBe(422);
    const done = await world.post(path, { password });
    expect(done.text).toContain('href="/sign-in"');
    expect((await world.post(path, { password })).status).toBe(404);
    expect((await world.get(path)).status).toBe(404);
    const signedIn = await world.post('/sign-in', { organization: 'tidal', email: world.manager.email, password, to: '/desk' });
    expect(signedIn.status).toBe(303);
  });

  it('say of links that have ended that they have ended', async () => {
    for (const path of [
      '/account/invitation/nothing',
      '/account/reset/nothing',
      '/account/reset/%00',
      `/account/reset/${'a'.repeat(64)}`,
    ])
      expect((await world.get(path)).status).toBe(404);
    expect(
      (await world.post('/account/forgot', { organization: 'tidal', email: 'x' }, null, 'https://evil.example')).status,
    ).toBe(403);
  });
});
