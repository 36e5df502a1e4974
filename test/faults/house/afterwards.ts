import type pg from 'pg';
import type { MailSink } from '#libs/platform/embedded/index.js';
import type { Told } from './client.js';

/** What is wrong once all is quiet again, a line each; all empty when nothing is. */
export interface Wrong {
  /** Moves, hires, bookings and applications that were acknowledged and are not there. */
  readonly lost: readonly string[];
  /** Answers that cannot be when every command happens once. */
  readonly strange: readonly string[];
  /** Applications whose transitions have gaps or do not add up to where they stand. */
  readonly folded: readonly string[];
  /** Transitions without their event or their entry in the audit log. */
  readonly unrecorded: readonly string[];
  /** Moves that should have been told and have no mail in the ledger, and mails that are said to be sent and did not arrive. */
  readonly untold: readonly string[];
  /** People in two interviews at once, openings with two hires. */
  readonly doubled: readonly string[];
}

export async function compare(owner: pg.Client, told: Told, sink: MailSink): Promise<Wrong> {
  const lines = async (sql: string, values: unknown[] = []) => {
    const { rows } = await owner.query<{ line: string }>(sql, values);
    return rows.map(({ line }) => line);
  };
  const lost = [
    ...(await lines(
      `SELECT 'move ' || m."applicationId" || ' ' || m.version AS line FROM jsonb_to_recordset($1) AS m ("applicationId" uuid, version int, "stageId" uuid, status text)
        WHERE NOT EXISTS (SELECT FROM transitions t WHERE t.application_id = m."applicationId" AND t.version = m.version
                             AND t.to_stage_id IS NOT DISTINCT FROM m."stageId" AND t.to_status = m.status)`,
      [JSON.stringify(told.moves)],
    )),
    ...(await lines(
      `SELECT 'hire ' || h."applicationId" AS line FROM jsonb_to_recordset($1) AS h ("applicationId" uuid, "openingId" uuid)
        WHERE NOT EXISTS (SELECT FROM applications a WHERE a.id = h."applicationId" AND a.status = 'HIRED' AND a.opening_id = h."openingId")`,
      [JSON.stringify(told.hires)],
    )),
    ...(await lines(
      `SELECT 'booking ' || b AS line FROM unnest($1::uuid[]) b WHERE NOT EXISTS (SELECT FROM interviews i WHERE i.id = b)`,
      [told.bookings],
    )),
    ...(await lines(
      `SELECT 'application of ' || e AS line FROM unnest($1::text[]) e
        WHERE (SELECT count(*) FROM applications a JOIN candidates c ON c.id = a.candidate_id WHERE c.email = e) <> 1`,
      [told.applied],
    )),
  ];
  const folded = await lines(
    `SELECT a.id || ' stands at version ' || a.version || ' with ' || count(t.version) || ' transitions' AS line
       FROM applications a LEFT JOIN transitions t ON t.application_id = a.id
      GROUP BY a.id, a.version, a.status, a.stage_id
     HAVING count(t.version) <> a.version OR coalesce(max(t.version), 0) <> a.version
         OR (a.version > 0 AND (a.status, a.stage_id) IS DISTINCT FROM
              (SELECT (l.to_status, l.to_stage_id) FROM transitions l WHERE l.application_id = a.id ORDER BY l.version DESC LIMIT 1))`,
  );
  const unrecorded = [
    ...(await lines(
      `SELECT 'no event of ' || t.application_id || ' ' || t.version AS line FROM transitions t
        WHERE 1 <> (SELECT count(*) FROM outbox_events e
                     WHERE e.name = 'ApplicationMoved' AND e.subject_id = t.application_id AND (e.payload->>'version')::int = t.version)`,
    )),
    ...(await lines(
      `SELECT 'no entry of ' || t.application_id || ' ' || t.version AS line FROM transitions t
        WHERE 1 <> (SELECT count(*) FROM audit_events e
                     WHERE e.action = 'application.move' AND e.subject_id = t.application_id AND (e.detail->>'version')::int = t.version)`,
    )),
  ];
  const arrived = new Set((await sink.messages()).map(({ headers }) => String(headers['message-id'])));
  const { rows: sent } = await owner.query<{ message_id: string }>(`SELECT message_id FROM mails WHERE state = 'SENT'`);
  const untold = [
    ...(await lines(
      `SELECT 'no mail of ' || e.subject_id || ' ' || (e.payload->>'version') AS line FROM outbox_events e
        WHERE e.name = 'ApplicationMoved' AND jsonb_path_exists(e.payload, '$.effects[*] ? (@.kind == "Notify")')
          AND NOT EXISTS (SELECT FROM mails m WHERE m.event_id = e.id)`,
    )),
    ...sent.filter(({ message_id }) => !arrived.has(message_id)).map(({ message_id }) => `sent and not arrived: ${message_id}`),
  ];
  const doubled = [
    ...(await lines(
      `SELECT 'two interviews of ' || s.person_id AS line FROM interview_seats s JOIN interview_seats o
           ON o.person_id = s.person_id AND o.id > s.id AND o.during && s.during AND o.state IN ('HELD', 'CONFIRMED')
        WHERE s.state IN ('HELD', 'CONFIRMED')`,
    )),
    ...(await lines(
      `SELECT 'two hires into ' || opening_id AS line FROM applications WHERE status = 'HIRED' GROUP BY opening_id HAVING count(*) > 1`,
    )),
  ];
  return { lost, strange: told.strange, folded, unrecorded, untold, doubled };
}
