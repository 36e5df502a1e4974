import { Inject, Injectable } from '@nestjs/common';
import { type Id, type Language, isZone, languageOf, parseAddress } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig, type Tx } from '#libs/platform/index.js';
import { type OwnWords, type OwnWordsInUse, indexOwnWords } from '../domain/own-words.js';
import { AT_ONCE, type HouseTiming, USUAL_TIMING } from '../domain/timing.js';
import type { ApplicationFacts } from './application-facts.js';
import { SETTINGS_JSON, type SettingsRow, toTiming } from './settings-row.js';

/** A member of the hiring team who is told of what happens to a posting's applications. */
export interface TeamReader {
  readonly personId: Id;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly disabled: boolean;
  readonly teamRole: 'HIRING_MANAGER' | 'RECRUITER';
}

/** What every mail of an organisation, about one of its postings, knows besides what happened. */
export interface HouseFacts {
  readonly organization: { readonly name: string; readonly zone: string; readonly email: string };
  /** Where answers of calendars go. */
  readonly organizer: string;
  /** Who answers questions: the posting's hiring manager, else the organisation. */
  readonly contact: { readonly name: string; readonly email: string };
  readonly team: readonly TeamReader[];
  /** The first stage of the posting's present plan. */
  readonly firstStage: string | null;
  /** The organisation's own words that are in use. */
  readonly ownWords: OwnWordsInUse;
  /** What candidates are written in who have not said otherwise. */
  readonly language: Language;
  /** Within how many working days candidates of the posting are answered; null: nothing is promised. */
  readonly answerDays: number | null;
  /** When mails leave. */
  readonly timing: HouseTiming;
  /** What the mails that are being decided are about; absent where they are about no application. */
  readonly occasion?: Occasion;
}

/** What of an application decides in which words its mails are, and which of them go. */
export interface Occasion {
  /** The candidate's. */
  readonly language: Language;
  /** The stage that the mails are about, by its name. */
  readonly stage: string | null;
  /** The booked interview that they are about, and how many mails about it each address was sent. */
  readonly interview: { readonly id: Id; readonly had: ReadonlyMap<string, number> } | null;
}

/** The same facts for mails about an application, in the stage that it is in unless another one is named. */
export function factsAbout(
  facts: HouseFacts,
  { candidate, stage }: ApplicationFacts,
  stageName: string | null = stage?.name ?? null,
  interview: Occasion['interview'] = null,
): HouseFacts & { readonly occasion: Occasion } {
  const language = languageOf(candidate.language, facts.language);
  return { ...facts, occasion: { language, stage: stageName, interview } };
}

interface Row {
  name: string;
  zone: string;
  contact_email: string;
  team: TeamReader[];
  first_stage: string | null;
  own_words: OwnWords[];
  settings: SettingsRow | null;
  posting: { language: string | null; answer_days: number | null } | null;
}

const SQL = `
SELECT o.name, o.zone, o.contact_email,
  (SELECT ${SETTINGS_JSON} FROM mail_settings s WHERE s.organization_id = $1) AS settings,
  (SELECT json_build_object('language', s.language, 'answer_days', s.answer_days) FROM posting_mail_settings s
    WHERE s.organization_id = $1 AND s.posting_id = $2) AS posting,
  (SELECT coalesce(json_agg(json_build_object('key', t.key, 'language', t.language, 'ofPosting', t.posting_id IS NOT NULL, 'stage', t.stage,
                                              'version', t.version, 'subject', t.subject)), '[]')
     FROM mail_templates t WHERE t.organization_id = $1 AND t.active AND (t.posting_id IS NULL OR t.posting_id = $2)) AS own_words,
  (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'zone', p.zone, 'disabled', p.status = 'DISABLED',
                                              'teamRole', h.team_role) ORDER BY h.team_role, p.id), '[]')
     FROM hiring_team_members h JOIN people p ON p.organization_id = h.organization_id AND p.id = h.person_id
    WHERE h.organization_id = $1 AND h.posting_id = $2 AND h.team_role IN ('HIRING_MANAGER', 'RECRUITER')) AS team,
  (SELECT st.name FROM postings po JOIN interview_plans pl ON pl.organization_id = po.organization_id AND pl.posting_id = po.id AND pl.version = po.plan_version
     JOIN plan_stages st ON st.organization_id = pl.organization_id AND st.plan_id = pl.id AND st.position = 1
    WHERE po.organization_id = $1 AND po.id = $2) AS first_stage
 FROM organizations o WHERE o.id = $1`;

/** Moves of one posting come in bursts; what this holds changes by the week, and nobody is misled by it for two seconds. */
const FRESH_MS = 2_000;
const MOST = 2_000;

/** What mails need to know of organisations and postings, read in the deciding transaction at most every two seconds a process. */
@Injectable()
export class HouseFactsStore {
  private readonly known = new Map<string, { until_ms: number; facts: HouseFacts }>();

  constructor(@Inject(CONFIG) private readonly config: Pick<RunningConfig, 'mailHold' | 'mailWays'>) {}

  async get(tx: Tx, postingId: Id | null): Promise<HouseFacts> {
    const key = `${tx.organizationId}|${postingId ?? ''}`;
    const known = this.known.get(key);
    if (known && known.until_ms > performance.now()) return known.facts;
    const [row] = await tx.query<Row>('mail-house-facts', SQL, [tx.organizationId, postingId]);
    const facts = toFacts(row!, this.config.mailHold ? USUAL_TIMING : AT_ONCE, this.config.mailWays.inbox);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(key, { until_ms: performance.now() + FRESH_MS, facts });
    return facts;
  }

  /** Forgets an organisation whose words or settings were changed by this process. */
  forget(organizationId: Id): void {
    for (const key of this.known.keys()) if (key.startsWith(organizationId)) this.known.delete(key);
  }
}

function toFacts(row: Row, usual: HouseTiming, inbox: string | null): HouseFacts {
  const organization = { name: row.name, zone: zoneOr(row.zone, 'UTC'), email: row.contact_email };
  const lead = row.team.find(
    (reader) => reader.teamRole === 'HIRING_MANAGER' && !reader.disabled && parseAddress(reader.email).ok,
  );
  return {
    organization,
    organizer: inbox ?? row.contact_email,
    contact: lead ? { name: lead.name, email: lead.email } : { name: row.name, email: row.contact_email },
    team: onePerPerson(row.team),
    firstStage: row.first_stage,
    ownWords: indexOwnWords(row.own_words),
    language: languageOf(row.posting?.language, row.settings?.language),
    answerDays: (row.posting?.answer_days ?? row.settings?.answer_days) || null,
    timing: row.settings === null ? usual : { ...toTiming(row.settings), gather_s: usual.gather_s },
  };
}

/** Who is hiring manager and recruiter at once gets one mail. */
function onePerPerson(team: readonly TeamReader[]): TeamReader[] {
  return [...new Map(team.map((reader) => [reader.personId, { ...reader, zone: zoneOr(reader.zone, 'UTC') }])).values()];
}

/** A zone that clocks can be read in; what is stored came through strict doors, but a move must not stop over it. */
export function zoneOr(zone: string, otherwise: string): string {
  return isZone(zone) ? zone : otherwise;
}
