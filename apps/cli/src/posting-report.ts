import type {
  CoreHours,
  Fact,
  Level,
  Overlap,
  PostingDocument,
  Round,
  Salary,
  SalaryRange,
} from '#libs/postings/domain/index.js';

const LABELS: readonly (readonly [Fact['field'], string])[] = [
  ['title', 'Title'],
  ['company', 'Company'],
  ['status', 'Status'],
  ['category', 'Category'],
  ['locations', 'Location'],
  ['remote', 'Remote'],
  ['residence', 'Residence'],
  ['employmentTypes', 'Employment'],
  ['salary', 'Salary'],
  ['coreHours', 'Core hours'],
  ['onCall', 'On call'],
  ['levels', 'Level'],
  ['processDuration', 'Process takes'],
  ['candidateTime', 'Your time'],
  ['salaryRanges', 'Pays'],
  ['equity', 'Equity'],
  ['residencePreferred', 'Preferred'],
  ['overlap', 'Overlap'],
  ['otherHours', 'Other hours'],
];

function salaryText({ min, max, currency, period }: Salary): string {
  const range = min === max ? `${min}` : `${min ?? '?'}–${max ?? '?'}`;
  return `${range} ${currency ?? '(currency not said)'} ${period ? `a ${period.toLowerCase()}` : '(period not said)'}`;
}

function valueText({ field, value }: Fact): string {
  if (field === 'remote') return value === true ? 'yes' : 'no';
  if (field === 'salary') return salaryText(value as Salary);
  if (field === 'salaryRanges') {
    const { label, ...salary } = value as SalaryRange;
    return `${salaryText(salary)}${label === null ? '' : ` (${label})`}`;
  }
  if (field === 'overlap') return (value as Overlap).text;
  if (field === 'coreHours') {
    const { start, end, zone, days } = value as CoreHours;
    return `${start}–${end} ${zone}${days.length > 0 ? `, ${days.join(' ')}` : ''}`;
  }
  if (field === 'levels') {
    const { name, extends: base } = value as Level;
    return base === null ? name : `${name} (extends ${base})`;
  }
  return String(value);
}

function minutesText({ durationMin, durationMax }: Round): string {
  if (durationMin === null && durationMax === null) return '';
  if (durationMin === durationMax) return `${durationMin} min`;
  return durationMin === null ? `up to ${durationMax} min` : `${durationMin}–${durationMax ?? '?'} min`;
}

function roundLines(posting: PostingDocument): readonly string[] {
  if (posting.planSource === 'default') return ["Rounds: none in the document; the organisation's default plan is used"];
  const lines = posting.rounds.map((round) => {
    const line = posting.facts.find(({ field, value }) => field === 'rounds' && (value as Round).order === round.order)?.line;
    const seats = round.seats.map(({ pool }) => pool.join(' or ')).join(' + ');
    const extras = [minutesText(round), seats && `with ${seats}`, round.skippableIf && `may be skipped if ${round.skippableIf}`];
    const details = extras.filter((extra) => extra).join('; ');
    return `  ${place(line)}${String(round.order).padStart(2)}. ${round.kind.padEnd(9)}  ${round.name}${details ? `\n${' '.repeat(27)}${details}` : ''}`;
  });
  return ['Rounds', ...lines];
}

function place(line: number | undefined): string {
  return `${line === undefined ? '' : `line ${line}`}`.padEnd(11);
}

function sureness(confidence: number): string {
  return confidence >= 0.9 ? '' : confidence >= 0.7 ? '  (likely)' : '  (uncertain)';
}

/** A report for people: what was understood with its lines, then what needs them, then what the document leaves unsaid. */
export function postingReport(posting: PostingDocument): string {
  const facts = LABELS.flatMap(([field, label]) =>
    posting.facts
      .filter((fact) => fact.field === field)
      .map((fact) => `  ${place(fact.line)}${label.padEnd(14)}${valueText(fact)}${sureness(fact.confidence)}`),
  );
  const notes = (wanted: boolean): readonly string[] =>
    posting.diagnostics
      .filter(({ severity }) => (severity === 'info') === wanted)
      .map(({ severity, line, message }) => `  ${place(line)}${wanted ? '' : `${severity}: `}${message}`);
  const blocks = [
    facts.length > 0 ? ['Understood', ...facts] : ['Nothing was understood.'],
    roundLines(posting),
    notes(false).length > 0 ? ['Please look at', ...notes(false)] : [],
    notes(true).length > 0 ? ['Good to know', ...notes(true)] : [],
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join('\n')).join('\n\n')}\n`; // prettier-ignore
}
