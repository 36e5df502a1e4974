import { Inject, Injectable } from '@nestjs/common';
import { type Relation, may, personIdOf, standingIn } from '#libs/identity/index.js';
import { type Clock, type Id, type StaffActor, isId } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { type Decisions, NOT_ANSWERED, type ShownStep, type Step, shown, steps } from '../domain/adverse-impact.js';
import { FORMS, type Form, PRESENT_FORMS, type Question } from '../domain/forms.js';
import { AnswersReader } from '../persistence/answers-reader.js';

export interface QuestionReport {
  readonly form: Form;
  readonly question: Question;
  readonly steps: readonly ShownStep[];
}

export interface Report {
  /** The beginning of this month: who answered or was decided on since is counted from the next one on, so that no two looks tell one person apart. */
  readonly asOf: Date;
  readonly questions: readonly QuestionReport[];
}

interface Stay {
  readonly id: Id;
  readonly stage: string;
  readonly wentOn: boolean;
}

/** The last decision on each application in each stage, in the order of the stages. */
const DECISIONS = `
WITH stays AS (
  SELECT a.id, NULL::uuid AS stage_id, 0 AS version FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $2 AND a.applied_at < $3
  UNION ALL
  SELECT a.id, t.to_stage_id, t.version FROM applications a JOIN transitions t ON t.organization_id = $1 AND t.application_id = a.id
   WHERE a.organization_id = $1 AND a.posting_id = $2 AND t.to_status = 'ACTIVE' AND t.at < $3
), named AS (
  SELECT s.id, s.stage_id, t.to_status, t.to_stage_id, coalesce(p.name, 'Received') AS stage, coalesce(p.position, 0) AS position,
         row_number() OVER (PARTITION BY s.id, p.name ORDER BY s.version DESC) AS latest
    FROM stays s
    LEFT JOIN transitions t ON t.organization_id = $1 AND t.application_id = s.id AND t.version = s.version + 1 AND t.at < $3
    LEFT JOIN plan_stages p ON p.organization_id = $1 AND p.id = s.stage_id
)
SELECT n.id, n.stage, n.to_status <> 'REJECTED' AS "wentOn"
  FROM named n
 WHERE n.latest = 1 AND (n.to_status IN ('HIRED', 'REJECTED') OR (n.to_status = 'ACTIVE' AND n.to_stage_id IS DISTINCT FROM n.stage_id))
 ORDER BY min(n.position) OVER (PARTITION BY n.stage), n.stage, n.id`;

const TALLY = `
SELECT q.form, q.question, s.stage, coalesce(a.category, '${NOT_ANSWERED}') AS category,
       count(*) FILTER (WHERE s.went_on)::int AS "wentOn", count(*) FILTER (WHERE NOT s.went_on)::int AS rejected
  FROM unnest($2::uuid[], $3::text[], $4::boolean[]) AS s (application_id, stage, went_on)
 CROSS JOIN unnest($5::text[], $6::text[]) AS q (form, question)
  LEFT JOIN self_identification.answers a ON a.organization_id = $1 AND a.application_id = s.application_id AND a.form = q.form AND a.question = q.question AND a.answered_at < $7
 GROUP BY 1, 2, 3, 4`;

type Counted = Decisions & {
  readonly form: string;
  readonly question: string;
  readonly stage: string;
  readonly category: string;
};

/**
 * How groups of applicants fared at the stages of one posting: counts that are large enough, and nothing of anybody. Of one posting at a time, so that no
 * two reports overlap and can be subtracted from each other.
 */
@Injectable()
export class ReportQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: AnswersReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for everybody but administrators, and for a posting that there is not. */
  async ofPosting(actor: StaffActor, postingId: Id): Promise<Report | null> {
    const now = this.clock.now();
    const asOf = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
    const { organizationId } = actor;
    const [posting] = isId(postingId)
      ? await this.uow.read<{ teamRoles: Relation['teamRoles'] }>(
          organizationId,
          'posting-to-report',
          `SELECT ${standingIn('p.id', '$3', 'p.confidential')} AS "teamRoles" FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
          [organizationId, postingId, personIdOf(actor)],
        )
      : [];
    if (!posting || !may(actor, 'privacy.manage', posting)) return null;
    const stays = await this.uow.read<Stay>(organizationId, 'decisions-by-stage', DECISIONS, [organizationId, postingId, asOf]);
    if (stays.length === 0) return { asOf, questions: [] };
    const asked = PRESENT_FORMS.flatMap((form) => form.questions.map((question) => ({ form, question })));
    const counted = await this.reader.read<Counted>(organizationId, 'tally-voluntary-answers', TALLY, [
      ...[organizationId, stays.map(({ id }) => id), stays.map(({ stage }) => stage), stays.map(({ wentOn }) => wentOn)],
      ...[asked.map(({ form }) => form.id), asked.map(({ question }) => question.key), asOf],
    ]);
    const stages = [...new Set(stays.map(({ stage }) => stage))];
    const questions = asked.map(({ form, question }) => {
      const rows = counted.filter((row) => row.form === form.id && row.question === question.key);
      return { form, question, steps: shown(steps(stages.map((stage) => stepOf(stage, form.id, question.key, rows)))) };
    });
    // Where nothing can be shown of a form, nothing tells whether anybody answered it.
    return { asOf, questions: questions.filter(({ steps: each }) => each.length > 0) };
  }
}

/** One stage with every category that any version of the form has had. */
function stepOf(stage: string, form: string, question: string, rows: readonly Counted[]): Step {
  const keys = FORMS.filter(({ id }) => id === form).flatMap(({ questions }) =>
    questions.filter(({ key }) => key === question).flatMap(({ categories }) => categories.map(({ key }) => key)),
  );
  const categories = [...new Set(keys), NOT_ANSWERED].map((key) => {
    const { wentOn = 0, rejected = 0 } = rows.find((row) => row.stage === stage && row.category === key) ?? {};
    return [key, { wentOn, rejected }] as const;
  });
  return { stages: [stage], categories: Object.fromEntries(categories) };
}
