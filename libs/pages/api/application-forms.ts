import { Injectable } from '@nestjs/common';
import { AddNote, MoveApplication } from '#libs/applications/index.js';
import { type Id, type Refusal, type Result, type StaffActor, isId, newId, ok, refuse } from '#libs/kernel/index.js';
import type { Command } from '#libs/pipeline/index.js';
import { AssignReviewer, ExtendTakeHome } from '#libs/take-home/index.js';
import { InterviewForms } from './interview-forms.js';
import { versionIn } from './staff-door.js';

type Fields = Readonly<Record<string, string>>;
type Done = Promise<Result<unknown, Refusal>>;

/** What the forms of an application's page do; each asks the use case that GraphQL asks. */
@Injectable()
export class ApplicationForms {
  constructor(
    private readonly moves: MoveApplication,
    private readonly notes: AddNote,
    private readonly interviews: InterviewForms,
    private readonly extending: ExtendTakeHome,
    private readonly assigning: AssignReviewer,
  ) {}

  /** Carries a form out; null when it is none of the page's. */
  async decide(actor: StaffActor, applicationId: Id, fields: Fields): Promise<Result<unknown, Refusal> | null> {
    const command = commandOf(fields);
    if (command) return command.ok ? this.move(actor, applicationId, fields, command.value) : command;
    const { action = '' } = fields;
    const own = [this.forms, this.interviews.forms].find((forms) => Object.hasOwn(forms, action));
    return own ? own[action]!(actor, applicationId, fields) : null;
  }

  private readonly forms: Readonly<Record<string, (actor: StaffActor, applicationId: Id, fields: Fields) => Done>> = {
    note: (actor, applicationId, { text = '', key }) => {
      const request = { applicationId, text };
      return this.notes.execute(actor, applicationId, text, { key: isId(key) ? key : newId(), operation: 'addNote', request });
    },
    extend: (actor, _, { takeHome = '', version, days }) =>
      this.extending.execute(actor, { takeHomeId: takeHome, expectedVersion: versionIn(version), days: versionIn(days) }),
    reviewer: (actor, _, { takeHome = '', person = '' }) =>
      this.assigning.execute(actor, { takeHomeId: takeHome, personId: person }),
  };

  private move(actor: StaffActor, applicationId: Id, { version }: Fields, command: Command): Done {
    return this.moves.execute(actor, { applicationId, expectedVersion: versionIn(version), command });
  }
}

/** The pipeline's command that a form means, or what is missing in it; null for a form about something else. */
function commandOf(fields: Fields): Result<Command, Refusal> | null {
  const { action, reason = '', note = '', evidence = '', stage, opening } = fields;
  switch (action) {
    case 'advance':
      return ok({ kind: 'ADVANCE' });
    case 'move':
      return chosen(stage, 'a stage', (stageId) => ({ kind: 'MOVE_TO_STAGE', stageId }));
    case 'skip':
      return ok({ kind: 'SKIP_STAGE', reason, evidence });
    case 'back':
      if (stage === 'received') return ok({ kind: 'SEND_BACK', stageId: null, reason });
      return chosen(stage, 'a stage', (stageId) => ({ kind: 'SEND_BACK', stageId, reason }));
    case 'reject':
      return chosen(reason, 'a reason', (reasonId) => ({ kind: 'REJECT', reasonId, note: note || null }));
    case 'withdraw':
      if (reason === '') return ok({ kind: 'WITHDRAW', reason: note || null });
      return chosen(reason, 'a reason', (reasonId) => ({ kind: 'WITHDRAW', reasonId, reason: note || null }));
    case 'reopen':
      return ok({ kind: 'REOPEN', reason });
    case 'hire':
      return chosen(opening, 'an opening', (openingId) => ({ kind: 'HIRE', openingId }));
    default:
      return null;
  }
}

function chosen(id: string | undefined, what: string, make: (id: Id) => Command): Result<Command, Refusal> {
  return isId(id) ? ok(make(id)) : refuse('INVALID_INPUT', `Choose ${what} from the list. Nothing was changed.`);
}
