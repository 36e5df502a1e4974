import type pg from 'pg';
import type { Id } from '#libs/kernel/index.js';

/** What the rows hang on. */
export interface Hooks {
  readonly organizationId: Id;
  readonly personId: Id;
  readonly postingId: Id;
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly stageId: Id;
  readonly endpointId: Id;
}

/** As many rows as said of everything that people, the law, calendars, mail and other programs add: each a list of its own. */
export async function addFurtherRows(owner: pg.Client, size: number, hooks: Hooks): Promise<void> {
  const { organizationId, personId, postingId, applicationId, candidateId, stageId, endpointId } = hooks;
  const many = (sql: string, ...params: unknown[]) => owner.query(sql, [organizationId, size, ...params]);
  const each = 'FROM generate_series(1, $2::int) i';
  const id = 'gen_random_uuid()';
  const digest = `sha256(convert_to(i::text || $1::text, 'UTF8'))`;
  await many(
    `INSERT INTO api_tokens (organization_id, id, person_id, name, token_hash, scopes, created_at, expires_at)
     SELECT $1::uuid, ${id}, $3, 'Token ' || i, ${digest}, '{READ}', now(), now() + interval '1 day' ${each}`,
    personId,
  );
  await many(
    `INSERT INTO passkeys (organization_id, id, person_id, credential_id, public_key, counter, name, created_at)
     SELECT $1::uuid, ${id}, $3, ${digest}, ${digest}, 0, 'Key ' || i, now() ${each}`,
    personId,
  );
  await many(
    `INSERT INTO busy_blocks (organization_id, id, person_id, during, reason)
     SELECT $1, ${id}, $3, tstzrange(now() + i * interval '1 hour', now() + i * interval '1 hour' + interval '5 minutes'), 'Away' ${each}`,
    personId,
  );
  await many(
    `INSERT INTO calendar_sources (organization_id, id, person_id, kind, host, sealed, created_at, next_at)
     SELECT $1, ${id}, $3, 'ICS', 'calendar.example', '\\x00', now(), now() + interval '1 day' ${each}`,
    personId,
  );
  await many(
    `INSERT INTO calendar_feeds (organization_id, id, owner_id, posting_id, token_hash, created_at)
     SELECT $1, ${id}, $3, p.id, sha256(convert_to(p.id::text, 'UTF8')), now() FROM postings p WHERE p.organization_id = $1 AND $2 > 0`,
    personId,
  );
  await many(
    `INSERT INTO incoming_mails (organization_id, id, digest, kind, mail_id, application_id, sender, subject, text, outcome)
     SELECT $1::uuid, ${id}, ${digest}, 'REPLY', m.id, $3, 'x@mail.example', 'Re: ' || i, 'Thanks', 'SHOWN' ${each}
       CROSS JOIN LATERAL (SELECT id FROM mails WHERE organization_id = $1::uuid LIMIT 1) m`,
    applicationId,
  );
  // Held back, so that it waits.
  await many(
    `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, not_before)
     SELECT $1, ${id}, ${id}, 'application-received', 'candidate', 'x@mail.example', a.id, 'DECIDED', '<' || a.id || '@x>', 'Subject', now() + interval '1 day'
       FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $3 AND $2 > 0`,
    postingId,
  );
  await many(
    `INSERT INTO mail_suppressions (organization_id, address, because) SELECT $1, 'gone' || i || '@mail.example', 'no such mailbox' ${each}`,
  );
  await many(
    `INSERT INTO legal_holds (organization_id, candidate_id, reason, placed_by, placed_at)
     SELECT $1, c.id, 'A lawsuit', $3, now() FROM candidates c WHERE c.organization_id = $1 AND c.name LIKE 'Applicant%' AND $2 > 0`,
    personId,
  );
  await many(
    `INSERT INTO privacy_requests (organization_id, id, candidate_id, application_id, kind, asked_at)
     SELECT $1, ${id}, a.candidate_id, a.id, 'ACCESS', now() FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $3 AND $2 > 0`,
    postingId,
  );
  await many(
    `INSERT INTO retention_rules (organization_id, id, country, at_least_days, at_most_days, changed_at)
     SELECT $1, ${id}, chr(65 + i / 26) || chr(65 + i % 26), 10, 100, now() ${each}`,
  );
  await many(
    `INSERT INTO time_wishes (organization_id, id, application_id, stage_id, zone, windows, said_at)
     SELECT $1, ${id}, a.id, $3, 'UTC', '[]', now() FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $4 AND $2 > 0`,
    ...[stageId, postingId],
  );
  await many(
    `INSERT INTO webhook_endpoints (organization_id, id, kind, url, events)
     SELECT $1, CASE WHEN i = 1 THEN $3::uuid ELSE ${id} END, 'SIGNED', 'https://hooks.example/' || i, '{application.moved}' ${each}`,
    endpointId,
  );
  await many(
    `INSERT INTO webhook_deliveries (organization_id, id, endpoint_id, event_id, type, happened_at, data, state)
     SELECT $1, ${id}, $3, ${id}, 'application.moved', now(), '{}', 'FAILED' ${each}`,
    endpointId,
  );
  await many(
    `INSERT INTO answer_promises (organization_id, application_id, since, due_at)
     SELECT $1, a.id, now(), now() + interval '1 day' FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $3 AND a.candidate_id <> $4 AND $2 > 0`,
    ...[postingId, candidateId],
  );
}
