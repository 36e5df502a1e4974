import type pg from 'pg';

/** So that a run of a few moves meets it as surely as a long one: one row of seven, counted, not drawn. */
const EVERY = 7;
const COUNTER = 'CREATE SEQUENCE planted_rows';
const FUNCTION = (body: string) =>
  `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN IF nextval('public.planted_rows') % ${EVERY} = 0 THEN ${body} END IF; RETURN NEW; END $$`;
const TRIGGER = (when: string) => `CREATE TRIGGER planted BEFORE ${when} EXECUTE FUNCTION planted()`;

/** One row of seven is silently left out. */
const dropped = (table: string, when = 'true') => [
  COUNTER,
  FUNCTION('RETURN NULL;'),
  TRIGGER(`INSERT ON ${table} FOR EACH ROW WHEN (${when})`),
];

/** Faults that are built in on purpose, as statements of the owner: a run that does not notice one proves nothing. */
export const PLANTED = {
  'a transition is not written': dropped('transitions'),
  'an event is not written': dropped('outbox_events', `NEW.name = 'ApplicationMoved'`),
  'an entry of the audit log is not written': dropped('audit_events'),
  'a mail is not written': dropped('mails', 'NEW.application_id IS NOT NULL'),
  'a file gets no row': dropped('attachments'),
  'an application is not written': dropped('applications'),
  'the stage stays as it was': [
    COUNTER,
    FUNCTION('NEW.stage_id := OLD.stage_id;'),
    TRIGGER('UPDATE ON applications FOR EACH ROW'),
  ],
  'a mail is said to be sent and is not': [
    COUNTER,
    FUNCTION(`NEW.state := 'SENT'; NEW.message := ''; NEW.sent_at := now();`),
    TRIGGER(`INSERT ON mails FOR EACH ROW WHEN (NEW.state = 'DECIDED')`),
  ],
  'keys of commands are forgotten': [
    'CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    TRIGGER('INSERT ON idempotency_keys FOR EACH ROW'),
  ],
  'nothing keeps two interviews apart': ['ALTER TABLE interview_seats DROP CONSTRAINT interview_seats_no_double_booking'],
  'COMMIT does not wait for the disk': [
    'ALTER DATABASE rounds SET synchronous_commit = off',
    // Nor does anybody else bring it there soon.
    'ALTER SYSTEM SET wal_writer_delay = 10000',
    `ALTER SYSTEM SET wal_writer_flush_after = '1GB'`,
    'SELECT pg_reload_conf()',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Planted = keyof typeof PLANTED;

export async function plant(owner: pg.Client, planted: Planted): Promise<void> {
  for (const statement of PLANTED[planted]) await owner.query(statement);
}
