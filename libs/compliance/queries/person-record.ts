import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { ApplicationRecord, FileRecord, PersonRecord } from '../domain/person-record.js';

/** Tables with rows about a candidate or an application of which the record says nothing, each with its reason; a test knows all others to be read. */
export const NOT_TOLD: Readonly<Record<string, string>> = {
  candidate_search: 'made of what is told',
  candidate_merges: 'which records were made one; what stood in them is in the kept one',
  schedule_requests: 'that a time was to be chosen; the mail and the interview tell it',
  loop_requests: 'the same for several interviews at once',
  scorecard_requests: 'which colleague was asked for feedback',
  legal_holds: 'why an organisation must keep the record; told by a person, not by a download',
};

interface StoredFile extends FileRecord {
  readonly storageKey: string;
}

export interface ReadRecord {
  readonly record: PersonRecord;
  readonly storageKeys: readonly string[];
}

/** What is told: everything, or for a link what belongs to its one application and without what the team wrote. */
export type Extent = { readonly everything: true } | { readonly everything: false; readonly applicationId: Id };

/** Everything that is known of a candidate in one statement; null when there is none, or no more than that they were erased. */
export async function readPersonRecord(
  uow: UnitOfWork,
  organizationId: Id,
  candidateId: Id,
  extent: Extent,
): Promise<ReadRecord | null> {
  const [row] = await uow.read<
    Omit<PersonRecord, 'applications' | 'files' | 'requests'> & {
      applications: ApplicationRecord[] | null;
      files: StoredFile[] | null;
      requests: PersonRecord['requests'] | null;
    }
  >(organizationId, 'person-record', RECORD, [
    ...[organizationId, candidateId, extent.everything ? null : extent.applicationId, extent.everything],
  ]);
  if (!row) return null;
  const { person, organization, applications, files, requests } = row;
  return {
    record: {
      ...{ person, organization },
      applications: (applications ?? []).map(whole),
      files: (files ?? []).map(({ kind, fileName, contentType, sizeBytes, sentAt }) => ({
        ...{ kind, fileName, contentType, sizeBytes, sentAt },
      })),
      requests: requests ?? [],
    },
    storageKeys: (files ?? []).map(({ storageKey }) => storageKey),
  };
}

const LISTS = ['moves', 'interviews', 'namedTimes', 'takeHomes', 'mailsToYou', 'mailsFromYou'] as const;

/** Aggregates over nothing are NULL; in a record they are empty lists. */
function whole(application: ApplicationRecord): ApplicationRecord {
  const lists = Object.fromEntries(LISTS.map((list) => [list, application[list] ?? []]));
  const { written, ...rest } = application;
  if (!written) return { ...rest, ...lists } as ApplicationRecord;
  const { notes, reasons, assessments } = written;
  return {
    ...rest,
    ...lists,
    written: { notes: notes ?? [], reasons: reasons ?? [], assessments: assessments ?? [] },
  } as ApplicationRecord;
}

const OF = (alias: string) => `${alias}.organization_id = $1 AND ${alias}.application_id = a.id`;
const STAGE = (id: string) => `(SELECT s.name FROM plan_stages s WHERE s.organization_id = $1 AND s.id = ${id})`;

const RECORD = `
SELECT json_build_object('name', c.name, 'email', c.email, 'phone', c.phone, 'location', c.location, 'country', c.country, 'zone', c.zone, 'language', c.language,
                         'links', c.links, 'knownSince', c.created_at) AS person,
  (SELECT json_build_object('name', o.name, 'contactEmail', o.contact_email) FROM organizations o WHERE o.id = $1) AS organization,
  (SELECT json_agg(json_build_object(
     'posting', p.title, 'status', a.status, 'stage', ${STAGE('a.stage_id')}, 'appliedAt', a.applied_at, 'endedAt', a.ended_at,
     'consentedAt', a.consented_at,
     'promisedAnswer', (SELECT json_build_object('since', w.since, 'dueAt', w.due_at, 'lateToldAt', w.late_told_at) FROM answer_promises w WHERE ${OF('w')}),
     'source', (SELECT o.name FROM sources o WHERE o.organization_id = $1 AND o.id = a.source_id),
     'country', a.country, 'residenceCheck', a.residence_check, 'statedContact', a.stated_contact, 'answers', a.answers,
     'moves', (SELECT json_agg(json_build_object('at', t.at, 'command', t.command, 'toStage', ${STAGE('t.to_stage_id')}, 'toStatus', t.to_status)
                               ORDER BY t.version) FROM transitions t WHERE ${OF('t')}),
     'interviews', (SELECT json_agg(json_build_object('stage', ${STAGE('i.stage_id')}, 'startsAt', lower(i.during), 'endsAt', upper(i.during), 'state', i.state)
                                    ORDER BY i.during) FROM interviews i WHERE ${OF('i')}),
     'namedTimes', (SELECT json_agg(json_build_object('saidAt', w.said_at, 'zone', w.zone, 'windows', w.windows, 'note', w.note) ORDER BY w.said_at)
                      FROM time_wishes w WHERE ${OF('w')}),
     'takeHomes', (SELECT json_agg(json_build_object('sentAt', h.sent_at, 'dueAt', h.due_at, 'brief', h.brief, 'submittedAt', h.submitted_at,
                                                     'url', h.submission_url, 'note', h.submission_note) ORDER BY h.sent_at) FROM take_homes h WHERE ${OF('h')}),
     'mailsToYou', (SELECT json_agg(json_build_object('subject', m.subject, 'state', m.state, 'at', coalesce(m.sent_at, m.created_at)) ORDER BY m.seq)
                      FROM mails m WHERE ${OF('m')} AND m.audience = 'candidate'),
     'mailsFromYou', (SELECT json_agg(json_build_object('subject', n.subject, 'text', n.text, 'receivedAt', n.received_at) ORDER BY n.id)
                        FROM incoming_mails n WHERE ${OF('n')} AND lower(n.sender) = c.email_key),
     'written', CASE WHEN $4 THEN json_build_object(
        'notes', (SELECT json_agg(json_build_object('at', n.created_at, 'text', n.text) ORDER BY n.id) FROM application_notes n WHERE ${OF('n')}),
        'reasons', (SELECT json_agg(reason) FROM (
            SELECT t.detail->>k AS reason FROM transitions t, unnest(ARRAY['reason', 'evidence']) k WHERE ${OF('t')} AND t.detail->>k <> ''
            UNION ALL SELECT r.label FROM rejection_reasons r WHERE r.organization_id = $1 AND r.id = a.reason_id) said),
        'assessments', (SELECT json_agg(json_build_object('stage', ${STAGE('k.stage_id')}, 'at', k.submitted_at, 'recommendation', k.recommendation, 'notes', k.notes,
             'ratings', coalesce((SELECT json_agg(json_build_object('attribute', y.name, 'rating', x.rating, 'note', x.note) ORDER BY y.position)
                           FROM scorecard_ratings x JOIN kit_attributes y ON y.organization_id = $1 AND y.id = x.attribute_id
                          WHERE x.organization_id = $1 AND x.scorecard_id = k.id), '[]')) ORDER BY k.submitted_at)
           FROM scorecards k WHERE ${OF('k')} AND k.state = 'SUBMITTED')) END) ORDER BY a.applied_at)
     FROM applications a JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
    WHERE a.organization_id = $1 AND a.candidate_id = c.id AND ($3::uuid IS NULL OR a.id = $3)) AS applications,
  (SELECT json_agg(json_build_object('kind', f.kind, 'fileName', f.file_name, 'contentType', f.content_type, 'sizeBytes', f.size_bytes,
                                     'sentAt', f.created_at, 'storageKey', f.storage_key) ORDER BY f.id)
     FROM attachments f WHERE f.organization_id = $1 AND f.candidate_id = c.id AND ($3::uuid IS NULL OR f.application_id = $3)) AS files,
  (SELECT json_agg(json_build_object('kind', q.kind, 'askedAt', q.asked_at, 'outcome', q.outcome, 'answer', q.answer) ORDER BY q.id)
     FROM privacy_requests q WHERE q.organization_id = $1 AND q.candidate_id = c.id AND ($3::uuid IS NULL OR q.application_id = $3)) AS requests
  FROM candidates c WHERE c.organization_id = $1 AND c.id = $2 AND c.erased_at IS NULL AND c.merged_into_id IS NULL`;
