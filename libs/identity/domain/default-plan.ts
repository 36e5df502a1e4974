/** A stage as an organisation's default plan holds it: no ids, pools by name. What a posting without a process of its own starts from. */
export interface StageDraft {
  readonly name: string;
  readonly kind: 'SCREEN' | 'TAKE_HOME' | 'TECHNICAL' | 'PANEL' | 'INTERVIEW' | 'OFFER';
  readonly durationMin: number | null;
  /** One entry a seat; `pool` names who may fill it, empty while nobody has said. */
  readonly seats: readonly { readonly role: string; readonly pool: readonly string[] }[];
  readonly skippableIf: string | null;
  readonly takeHome: { readonly effortHours: number | null; readonly dueDays: number | null } | null;
  readonly targetDays: number | null;
}

/** What an organisation begins with. It is shown as the default wherever it is used, never as something a posting said. */
export const DEFAULT_PLAN: readonly StageDraft[] = [
  stage('Screening call', 'SCREEN', 30, ['recruiter'], 5),
  stage('Technical interview', 'TECHNICAL', 60, ['engineer'], 7),
  stage('Panel', 'PANEL', 60, ['hiring manager', 'team member'], 7),
  stage('Offer', 'OFFER', null, [], 5),
];

function stage(
  name: string,
  kind: StageDraft['kind'],
  durationMin: number | null,
  roles: string[],
  targetDays: number,
): StageDraft {
  return {
    name,
    kind,
    durationMin,
    seats: roles.map((role) => ({ role, pool: [] })),
    skippableIf: null,
    takeHome: null,
    targetDays,
  };
}
