// @ts-check
/**
 * The main job as operations to be run one after the other. Each learns from its answer what the next ones need (ids, versions), so a whole
 * hiring process is a matter of Ctrl-Enter. A test holds every operation against the schema.
 *
 * @typedef {Record<string, any>} Known
 * @typedef {{ name: string, title: string, why: string, query: string, variables: (known: Known) => object, learn: (data: any) => Known }} Operation
 */

const DOCUMENT = `---
title: Backend Engineer
company: Tidal Charts
---

Tidal Charts draws the sea floor from what fishing boats already measure.

- **Location:** remote, anywhere in the European Union
- **Salary:** 70,000–85,000 EUR a year

Core hours are 10:00–15:00 Central European Time, Monday to Friday.

## Interview process

1. Screening call with our recruiter (30 minutes)
2. Technical interview with a backend engineer (60 minutes)
3. Panel with an engineer and a designer (60 minutes)
4. Offer
`;

const REFUSAL = '... on UserError { code message }';
const MOVED = `__typename
    ... on MovePayload {
      application { id status stageName version }
      transition { command fromStatus toStatus at }
    }
    ... on ApplicationConflict { presentVersion }
    ${REFUSAL}`;

/** What an answer about a moved application tells. @param {any} result @returns {Known} */
const moved = (result) =>
  result?.application
    ? { version: result.application.version }
    : result?.presentVersion
      ? { version: result.presentVersion }
      : {};

/** @type {readonly Operation[]} */
export const OPERATIONS = [
  {
    name: 'Preview',
    title: 'Preview a posting',
    why: 'What Rounds understands of a document, fact by fact with its line, and what it does not find. Nothing is stored.',
    query: `query Preview($document: String!) {
  previewPosting(document: $document) {
    reading {
      title company remote residence
      salary { min max currency period }
      coreHours { start end zone days }
      rounds { order name kind durationMin seats { role } }
      diagnostics { severity line message }
    }
    stages { name kind durationMin seats { role } }
  }
}`,
    variables: () => ({ document: DOCUMENT }),
    learn: () => ({}),
  },
  {
    name: 'Import',
    title: 'Import it',
    why: 'The document becomes a posting with an interview plan, as a draft. For administrators, recruiters and hiring managers.',
    query: `mutation Import($input: ImportPostingInput!) {
  importPosting(input: $input) {
    __typename
    ... on PostingPayload {
      posting {
        id slug status version
        plan { version stages { id position name kind durationMin } }
        openings { id number status }
        publishProblems { severity code message line }
      }
    }
    ${REFUSAL}
  }
}`,
    variables: () => ({ input: { document: DOCUMENT, fileName: 'backend-engineer.md' } }),
    learn: ({ importPosting: { posting } }) =>
      posting
        ? {
            postingId: posting.id,
            slug: posting.slug,
            postingVersion: posting.version,
            openingId: posting.openings[0]?.id,
            stages: posting.plan.stages,
          }
        : {},
  },
  {
    name: 'Publish',
    title: 'Publish it',
    why: 'The posting opens: it stands on the careers page and takes applications. "confirm" accepts what is only a warning.',
    query: `mutation Publish($input: PublishPostingInput!) {
  publishPosting(input: $input) {
    __typename
    ... on PublishPostingPayload { posting { id slug status version openings { id number status } } warnings { message line } }
    ... on PublishRefused { problems { severity message line } }
    ${REFUSAL}
  }
}`,
    variables: ({ postingId = 'import a posting first', postingVersion = 1 }) => ({
      input: { postingId, expectedVersion: postingVersion, confirm: true },
    }),
    learn: ({ publishPosting: { posting } }) =>
      posting ? { postingVersion: posting.version, slug: posting.slug, openingId: posting.openings[0]?.id } : {},
  },
  {
    name: 'Apply',
    title: 'Apply as a candidate',
    why: 'What the form on the careers page sends. Nobody needs to be signed in; the candidate gets a mail with a link to a page of their own.',
    query: `mutation Apply($input: ApplyToPostingInput!) {
  applyToPosting(input: $input) {
    __typename
    ... on ApplyPayload { message }
    ${REFUSAL}
  }
}`,
    variables: ({ organization = 'your organisation', slug = 'publish a posting first' }) => ({
      input: {
        organization,
        posting: slug,
        consent: true,
        contact: {
          name: 'Ines Fabre',
          email: `ines.fabre+${Math.random().toString(36).slice(2, 8)}@mail.example`,
          location: 'Nantes',
          country: 'FR',
          zone: 'Europe/Paris',
          links: ['https://code.example/ines'],
        },
      },
    }),
    learn: () => ({}),
  },
  {
    name: 'Board',
    title: 'See the board',
    why: 'Every card of a posting in one statement: who waits where, for whom, and until when. Learns the first active card.',
    query: `query Board($postingId: ID!) {
  board(postingId: $postingId) {
    title status
    columns { stageId name kind count targetDays }
    cards { id version candidateName status stageId waitingOn waitingFor waitingUntil }
    ended { hired rejected withdrawn }
  }
}`,
    variables: ({ postingId = 'import a posting first' }) => ({ postingId }),
    learn: ({ board }) => {
      const card = board?.cards.find((/** @type {any} */ each) => each.status === 'ACTIVE');
      return card ? { applicationId: card.id, version: card.version, stageId: card.stageId } : {};
    },
  },
  {
    name: 'Move',
    title: 'Move on to the next stage',
    why: 'One transaction: the move, its record, what follows from it, and the mails. Two at once: one wins, the other is shown the present state.',
    query: `mutation Move($input: MoveApplicationInput!) {
  moveApplication(input: $input) {
    ${MOVED}
  }
}`,
    variables: ({ applicationId = 'look at the board first', version = 0 }) => ({
      input: { applicationId, expectedVersion: version },
    }),
    learn: ({ moveApplication }) => moved(moveApplication),
  },
  {
    name: 'Application',
    title: 'Read the application',
    why: 'Everything about one application on one page: its timeline, interviews, feedback and mails.',
    query: `query Application($id: ID!) {
  application(id: $id) {
    status stageName version possibleCommands
    candidate { name email location zone }
    waiting { on for until }
    transitions { at command actorName fromStatus toStatus toStageId reason }
    interviews { id startsAt zone stageName state seats { name role answer } }
    mails { decidedAt subject recipient state skippedBecause }
  }
}`,
    variables: ({ applicationId = 'look at the board first' }) => ({ id: applicationId }),
    learn: ({ application }) => (application ? { version: application.version } : {}),
  },
  {
    name: 'Slots',
    title: 'Find times for an interview',
    why: 'Times inside the core hours and everybody’s own hours; when there are none, which rule blocks and what would open how many.',
    query: `query Slots($applicationId: ID!) {
  slots(applicationId: $applicationId, limit: 10) {
    __typename
    ... on SlotList {
      stageName durationMin zone count
      slots { startsAt said seats { role personId } }
      none { message relaxations { __typename } }
    }
    ${REFUSAL}
  }
}`,
    variables: ({ applicationId = 'look at the board first' }) => ({ applicationId }),
    learn: ({ slots }) => (slots?.slots?.[0] ? { startsAt: slots.slots[0].startsAt } : {}),
  },
  {
    name: 'Book',
    title: 'Book the first of them',
    why: 'The database itself refuses a second interview of anybody at that time. Everybody gets a calendar invitation.',
    query: `mutation Book($input: BookInterviewInput!) {
  bookInterview(input: $input) {
    __typename
    ... on InterviewPayload { interview { id startsAt endsAt zone state seats { name role answer } } }
    ... on SlotUnavailable { alternatives { startsAt said } }
    ${REFUSAL}
  }
}`,
    variables: ({ applicationId = 'look at the board first', startsAt = 'find times first' }) => ({
      input: { applicationId, startsAt },
    }),
    learn: ({ bookInterview: { interview } }) => (interview ? { interviewId: interview.id } : {}),
  },
  {
    name: 'Reject',
    title: 'Reject, with a reason',
    why: 'The reasons are the organisation’s own list (rejectionReasons); the mail is kind and waits a while, so that it can be taken back.',
    query: `mutation Reject($input: RejectApplicationInput!) {
  rejectApplication(input: $input) {
    ${MOVED}
  }
}`,
    variables: ({ applicationId = 'look at the board first', version = 0 }) => ({
      input: { applicationId, expectedVersion: version, reasonId: 'one of { rejectionReasons { id label side } }' },
    }),
    learn: ({ rejectApplication }) => moved(rejectApplication),
  },
  {
    name: 'Hire',
    title: 'Hire into an opening',
    why: 'Fills the opening; the posting closes when none is left, and the others can be told, kindly and once (rejectRemaining).',
    query: `mutation Hire($input: HireApplicationInput!) {
  hireApplication(input: $input) {
    ${MOVED}
    ... on MovePayload { postingClosed }
  }
}`,
    variables: ({ applicationId = 'look at the board first', version = 0, openingId = 'an opening of the posting' }) => ({
      input: { applicationId, expectedVersion: version, openingId },
    }),
    learn: ({ hireApplication }) => moved(hireApplication),
  },
  {
    name: 'Log',
    title: 'See who did what',
    why: 'The audit log of the application. For administrators.',
    query: `query Log($subjectId: ID) {
  auditEvents(subjectId: $subjectId, first: 20) {
    nodes { at action actorKind actor { name } subjectKind detail }
  }
}`,
    variables: ({ applicationId = null }) => ({ subjectId: applicationId }),
    learn: () => ({}),
  },
];
