import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '../support/api.js';
import { type Company, foundCompany, linkIn, samplePostings, sampleSections } from './company.js';

const CANDIDATE = 'noor@mail.example';
const REFUSAL = '... on UserError { code message }';
const MOVED = `__typename ${REFUSAL} ... on MovePayload { application { id version stageName status } postingClosed }`;

interface Stage {
  id: string;
  name: string;
  kind: string;
  seats: { id: string; role: string; poolId: string | null }[];
}

/** Walks the product's main job over HTTP: four documents become pipelines, and one candidate goes from application to hire. */
export function mainJob(name: string, queue: () => Promise<{ redisUrl: string | null; stop(): Promise<void> }>): void {
  describe(name, () => {
    let company: Company;
    let home: string;
    let stopQueue: () => Promise<void>;
    let stages: Stage[];
    let posting: { id: string; slug: string; openingId: string };
    let other: string;
    let applicationId: string;

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'rounds-e2e-'));
      const { redisUrl, stop } = await queue();
      stopQueue = stop;
      company = await foundCompany(home, redisUrl);
    }, 60_000);
    afterAll(async () => {
      await company?.close();
      await stopQueue?.();
      await rm(home, { recursive: true, force: true });
    });

    const application = async (): Promise<{ id: string; version: number; stageName: string | null; status: string }> => {
      const { board } = await company.ask(
        'query ($id: ID!) { board(postingId: $id) { cards { id version candidateName stageId status } } }',
        { id: posting.id },
        company.manager,
      );
      const card = board.cards.find((each: { candidateName: string }) => each.candidateName === 'Noor Haddad');
      return { ...card, stageName: stages.find(({ id }) => id === card.stageId)?.name ?? null };
    };
    const advance = async () => {
      const { id, version } = await application();
      const data = await company.ask(
        `mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { ${MOVED} } }`,
        { input: { applicationId: id, expectedVersion: version } },
        company.manager,
      );
      expect(data.moveApplication).toMatchObject({ __typename: 'MovePayload' });
      return data.moveApplication.application;
    };
    const later_h = (hours: number) => company.clock.advance_ms(hours * 3600_000);

    /** The candidate opens the link of the mail, sees times, takes the first one; everybody gets an invitation. */
    const pickTime = async (interviewers: TestPerson[]): Promise<{ startsAt: Date; kits: string[] }> => {
      const invitation = await company.mail(CANDIDATE, /time|schedule|pick|choose/i);
      const path = linkIn(invitation, '/s/');
      const { text } = await company.page(path);
      const offered = [...text.matchAll(/name="startsAt" value="([^"]+)"/g)].map((match) => new Date(match[1]!));
      expect(offered.length).toBeGreaterThan(0);
      for (const at of offered) {
        // The posting says: between 13:00 and 17:00 UTC, Monday to Thursday.
        expect(at.getUTCHours()).toBeGreaterThanOrEqual(13);
        expect(at.getUTCHours()).toBeLessThan(17);
        expect([1, 2, 3, 4]).toContain(at.getUTCDay());
      }
      const startsAt = offered[0]!;
      const booked = await company.page(path, {
        method: 'POST',
        body: new URLSearchParams({ action: 'book', startsAt: startsAt.toISOString() }),
      });
      expect(booked).toEqual({ status: 303, text: `${path}?said=booked` });
      const mine = await company.mail(CANDIDATE, /interview|invitation|confirmed|booked/i);
      expect(mine.ics).toMatch(/METHOD:REQUEST/);
      expect(mine.ics).toContain(startsAt.toISOString().replace(/[-:]|\.\d{3}/g, ''));
      const kits: string[] = [];
      for (const interviewer of interviewers) {
        const theirs = await company.mail(interviewer.email, /interview/i);
        expect(theirs.ics).toMatch(/METHOD:REQUEST/);
        kits.push(linkIn(theirs, '/k/'));
      }
      return { startsAt, kits };
    };

    const rate = async (kit: string, recommendation: string) => {
      const { text } = await company.page(kit);
      expect(text).toContain('Noor Haddad');
      const attributes = [...text.matchAll(/name="rating\.([0-9a-f-]+)" value="4"/g)].map((match) => match[1]!);
      expect(attributes.length).toBeGreaterThan(0);
      const version = /name="version" value="(\d+)"/.exec(text)![1]!;
      const ratings = Object.fromEntries(attributes.map((id) => [`rating.${id}`, '3']));
      const body = new URLSearchParams({
        action: 'submit',
        version,
        recommendation,
        notes: 'Explains clearly and listens.',
        ...ratings,
      });
      expect(await company.page(kit, { method: 'POST', body })).toEqual({ status: 303, text: `${kit}?said=submit` });
    };

    it('1. reads the four documents, shows what was understood and where, and publishes them', async () => {
      for (const section of await sampleSections()) {
        const data = await company.ask(
          `mutation ($input: SaveSharedSectionInput!) { saveSharedSection(input: $input) { __typename ${REFUSAL} } }`,
          { input: section },
          company.recruiter,
        );
        expect(data.saveSharedSection.__typename).toBe('SaveSharedSectionPayload');
      }
      for (const { fileName, document } of await samplePostings()) {
        const preview = await company.ask(
          'query ($document: String!, $fileName: String) { previewPosting(document: $document, fileName: $fileName) { reading { facts { field line text } diagnostics { code line } } stages { name kind } } }',
          { document, fileName },
          company.manager,
        );
        expect(preview.previewPosting.reading.facts.length).toBeGreaterThan(0);
        expect(preview.previewPosting.stages.at(-1).kind).toBe('OFFER');
        const imported = await company.ask(
          `mutation ($input: ImportPostingInput!) { importPosting(input: $input) { __typename ${REFUSAL} ... on PostingPayload { posting { id version slug title openings { id } plan { source stages { id name kind seats { id role poolId } } } } } } }`,
          { input: { document, fileName } },
          company.manager,
        );
        expect(imported.importPosting.__typename).toBe('PostingPayload');
        const made = imported.importPosting.posting;
        const published = await company.ask(
          `mutation ($input: PublishPostingInput!) { publishPosting(input: $input) { __typename ${REFUSAL} ... on PublishPostingPayload { posting { status } } } }`,
          { input: { postingId: made.id, expectedVersion: made.version, confirm: true } },
          company.manager,
        );
        expect(published.publishPosting).toMatchObject({ posting: { status: 'OPEN' } });
        if (fileName === 'senior-backend-engineer.md') {
          posting = { id: made.id, slug: made.slug, openingId: made.openings[0].id };
          stages = made.plan.stages;
          expect(made.plan.source).toBe('DOCUMENT');
          expect(stages.map(({ kind }) => kind)).toEqual(['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'OFFER']);
          expect(stages[3]!.seats.map(({ role }) => role)).toEqual(['frontend engineer', 'designer']);
        } else other = made.id;
      }
      expect(other).toBeDefined();
    }, 60_000);

    it('1b. lets the pools be filled that the document asks for', async () => {
      const { lead, backend, frontend, designer } = company.interviewers;
      const seats = stages.flatMap((stage) => stage.seats);
      for (const [role, person] of [
        ['engineering lead', lead],
        ['backend engineer', backend],
        ['frontend engineer', frontend],
        ['designer', designer],
      ] as const) {
        const seat = seats.find((each) => each.role === role)!;
        expect(seat.poolId).not.toBeNull();
        const data = await company.ask(
          `mutation ($input: AddPoolMemberInput!) { addPoolMember(input: $input) { __typename ${REFUSAL} } }`,
          { input: { poolId: seat.poolId, personId: person.id } },
          company.recruiter,
        );
        expect(data.addPoolMember.__typename).toBe('PoolPayload');
        const hours = [{ zone: 'UTC', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], starts: '08:00', ends: '18:00' }];
        const kept = await company.ask(
          `mutation ($input: SetWeeklyHoursInput!) { setWeeklyHours(input: $input) { __typename ${REFUSAL} } }`,
          { input: { hours } },
          person,
        );
        expect(kept.setWeeklyHours.code).toBeUndefined();
      }
    }, 30_000);

    it('2. takes an application on the careers page and acknowledges it with a link to the candidate’s own page', async () => {
      const list = await company.page(`/careers/${company.slug}`);
      expect(list.text).toContain('Senior Backend Engineer');
      const page = await company.page(`/careers/${company.slug}/${posting.slug}`);
      expect(page.text).toContain('13:00–17:00 UTC');
      const form = new FormData();
      for (const [key, value] of Object.entries({
        name: 'Noor Haddad',
        email: CANDIDATE,
        country: 'JO',
        zone: 'Asia/Amman',
        links: 'https://code.example/noor',
        consent: 'yes',
      }))
        form.set(key, value);
      form.set('cv', new File(['Noor Haddad\nPostgreSQL, Go, weather stations since 2012.'], 'cv.txt', { type: 'text/plain' }));
      const sent = await company.page(`/careers/${company.slug}/${posting.slug}/apply`, { method: 'POST', body: form });
      expect(sent).toMatchObject({ status: 200, text: expect.stringContaining('Thank you') });
      const received = await company.mail(CANDIDATE, /application|received/i);
      const own = await company.page(linkIn(received, '/a/'));
      expect(own.text).toContain('We are reading your application');
      await company.mail(company.manager.email, /Noor Haddad/);
      expect(await application()).toMatchObject({ status: 'ACTIVE', stageName: null });
    }, 30_000);

    it('3.–4. screens: the candidate picks a time inside the core hours, the interviewer gets a kit and writes the scorecard', async () => {
      expect((await advance()).stageName).toBe(stages[0]!.name);
      const { startsAt, kits } = await pickTime([company.interviewers.lead]);
      expect(
        (await company.page(kits[0]!, { method: 'POST', body: new URLSearchParams({ action: 'answer', answer: 'ACCEPTED' }) }))
          .status,
      ).toBe(303);
      const early = await company.page(kits[0]!, {
        method: 'POST',
        body: new URLSearchParams({ action: 'submit', version: '0', recommendation: 'YES', notes: '' }),
      });
      expect(early).toMatchObject({ status: 422, text: expect.stringContaining('has not begun') });
      company.clock.set(new Date(startsAt.getTime() + 3600_000));
      await company.mail(company.interviewers.lead.email, /scorecard/i);
      await rate(kits[0]!, 'YES');
    }, 60_000);

    it('4. sends the take-home with a due date in the candidate’s zone; the work is handed in and reviewed', async () => {
      expect((await advance()).stageName).toBe(stages[1]!.name);
      const brief = await company.mail(CANDIDATE, /take-home|assignment|contribut/i);
      expect(brief.text).toMatch(/23:59/);
      const path = linkIn(brief, '/t/');
      const version = /name="version" value="(\d+)"/.exec((await company.page(path)).text)![1]!;
      later_h(30);
      const form = new FormData();
      for (const [key, value] of Object.entries({
        url: 'https://code.example/northlight/almanac/pulls/7',
        note: 'The tests tell the story.',
        version,
      }))
        form.set(key, value);
      expect((await company.page(path, { method: 'POST', body: form })).text).toContain('said=handed-in');
      const { id } = await application();
      const data = await company.ask(
        'query ($id: ID!) { application(id: $id) { takeHomes { id status submissionUrl late } } }',
        { id },
        company.manager,
      );
      expect(data.application.takeHomes).toEqual([
        expect.objectContaining({
          status: 'SUBMITTED',
          submissionUrl: 'https://code.example/northlight/almanac/pulls/7',
          late: false,
        }),
      ]);
      const card = await company.ask(
        `mutation ($input: ScorecardInput!) { submitScorecard(input: $input) { __typename ${REFUSAL} } }`,
        {
          input: {
            applicationId: id,
            stageId: stages[1]!.id,
            expectedVersion: 0,
            recommendation: 'STRONG_YES',
            notes: 'Small, tested, explained.',
          },
        },
        company.manager,
      );
      expect(card.submitScorecard.__typename).toBe('ScorecardPayload');
    }, 60_000);

    it('5. holds the technical interview, then a panel of two seats filled from pools, blind until one’s own card is in', async () => {
      expect((await advance()).stageName).toBe(stages[2]!.name);
      const technical = await pickTime([company.interviewers.backend]);
      company.clock.set(new Date(technical.startsAt.getTime() + 2 * 3600_000));
      await rate(technical.kits[0]!, 'YES');
      expect((await advance()).stageName).toBe(stages[3]!.name);
      const { frontend, designer } = company.interviewers;
      const panel = await pickTime([frontend, designer]);
      company.clock.set(new Date(panel.startsAt.getTime() + 2 * 3600_000));
      await rate(panel.kits[0]!, 'YES');
      const { id } = await application();
      const cards = (as: TestPerson) =>
        company.ask('query ($id: ID!) { scorecards(applicationId: $id) { stageName recommendation } }', { id }, as);
      const blind = (await cards(designer)).scorecards.filter(
        (card: { stageName: string }) => card.stageName === stages[3]!.name,
      );
      expect(blind).toEqual([]);
      await rate(panel.kits[1]!, 'STRONG_YES');
      const seen = (await cards(designer)).scorecards.filter((card: { stageName: string }) => card.stageName === stages[3]!.name);
      expect(seen).toHaveLength(2);
    }, 90_000);

    it('6. hires into the opening, closes the posting, and tells the others kindly and once', async () => {
      const second = new FormData();
      for (const [key, value] of Object.entries({ name: 'Ola Second', email: 'ola@mail.example', consent: 'yes' }))
        second.set(key, value);
      await company.page(`/careers/${company.slug}/${posting.slug}/apply`, { method: 'POST', body: second });
      await company.mail('ola@mail.example', /application|received/i);
      await advance();
      const { id, version } = await application();
      applicationId = id;
      const hire = () =>
        company.ask(
          `mutation ($input: HireApplicationInput!) { hireApplication(input: $input) { ${MOVED} } }`,
          { input: { applicationId: id, expectedVersion: version, openingId: posting.openingId } },
          company.manager,
        );
      const both = await Promise.all([hire(), hire()]);
      expect(both.map((data) => data.hireApplication.__typename).sort()).toEqual(['ApplicationConflict', 'MovePayload']);
      expect(both.find((data) => data.hireApplication.postingClosed)?.hireApplication.application.status).toBe('HIRED');
      await company.mail(CANDIDATE, /hire|choice|offer|welcome|you/i);
      expect((await company.page(`/careers/${company.slug}/${posting.slug}`)).status).toBe(410);
      const reason = await company.ask(
        `mutation ($input: AddRejectionReasonInput!) { addRejectionReason(input: $input) { __typename ${REFUSAL} ... on RejectionReason { id } } }`,
        { input: { label: 'Another candidate fitted better', side: 'WE_REJECTED' } },
        company.recruiter,
      );
      const rest = await company.ask(
        `mutation ($input: RejectRemainingInput!) { rejectRemaining(input: $input) { __typename ${REFUSAL} ... on RejectRemainingPayload { rejected left } } }`,
        { input: { postingId: posting.id, reasonId: reason.addRejectionReason.id } },
        company.manager,
      );
      expect(rest.rejectRemaining).toMatchObject({ rejected: 1, left: 0 });
      const kind = await company.mail('ola@mail.example', /./);
      expect(kind.text).toMatch(/thank/i);
    }, 60_000);

    it('7. has everything on the timeline, in the audit log and in the mail ledger', async () => {
      const id = applicationId;
      const { application: seen } = await company.ask(
        'query ($id: ID!) { application(id: $id) { status transitions { command } mails { template state recipient } interviews { state } takeHomes { status } scorecards { state } } }',
        { id },
        company.recruiter,
      );
      expect(seen.status).toBe('HIRED');
      expect(seen.transitions.map((each: { command: string }) => each.command)).toEqual([
        'ADVANCE',
        'ADVANCE',
        'ADVANCE',
        'ADVANCE',
        'ADVANCE',
        'HIRE',
      ]);
      expect(seen.interviews).toHaveLength(3);
      expect(seen.interviews.every((each: { state: string }) => each.state === 'COMPLETED')).toBe(true);
      expect(seen.scorecards).toHaveLength(5);
      // The sink has a mail a moment before the ledger has the server's word for it.
      const unsent = async () => {
        const data = await company.ask(
          'query ($id: ID!) { application(id: $id) { mails { template state } } }',
          { id },
          company.recruiter,
        );
        return data.application.mails.filter((each: { state: string }) => each.state !== 'SENT' && each.state !== 'SKIPPED');
      };
      for (const deadline_ms = Date.now() + 20_000; (await unsent()).length > 0 && Date.now() < deadline_ms;)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await unsent()).toEqual([]);
      const { rows } = await company.api.owner.query(`SELECT count(*)::int AS n FROM audit_events WHERE organization_id = $1`, [
        company.organizationId,
      ]);
      expect(rows[0].n).toBeGreaterThan(20);
      const doubled = await company.api.owner.query(
        'SELECT event_id, template, recipient FROM mails GROUP BY 1, 2, 3 HAVING count(*) > 1',
      );
      expect(doubled.rows).toEqual([]);
    }, 60_000);
  });
}
