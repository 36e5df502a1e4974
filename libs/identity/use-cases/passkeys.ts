import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type StaffActor, isId, newId, ok, readLine, refuse } from '#libs/kernel/index.js';
import { SQLSTATE, UnitOfWork, isDatabaseError } from '#libs/platform/index.js';
import { RelyingParty } from '../passkeys/relying-party.js';
import { spendChallenge } from '../persistence/passkey-rows.js';
import type { PasskeyRow } from '../queries/passkeys.js';
import { provePassword } from './prove-password.js';

const MOST = 10;

/** A member's own passkeys. One is made with the password typed again: a screen that was left unlocked makes no way in that outlives the session. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly party: RelyingParty,
  ) {}

  /** What a browser needs to make one, as JSON; good for five minutes. */
  async begin(actor: StaffActor, password: string): Promise<Result<string, Refusal>> {
    const proved = await provePassword(this.uow, actor, password);
    if (!proved.ok) return proved;
    const [person] = await this.uow.read<{ name: string; email: string; present: Buffer[] }>(
      actor.organizationId,
      'person-for-passkey',
      `SELECT p.name, p.email, ARRAY(SELECT k.credential_id FROM passkeys k WHERE k.organization_id = $1 AND k.person_id = p.id) AS present
         FROM people p WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, actor.personId],
    );
    if (person!.present.length >= MOST)
      return refuse('TOO_MANY_PASSKEYS', `You have ${MOST} passkeys already; nothing was made. Remove one that is not used.`);
    return ok(await this.party.creationOptions(actor, person!, person!.present));
  }

  /** Keeps what the browser made. */
  async add(actor: StaffActor, input: { name: string; response: string }): Promise<Result<PasskeyRow, Refusal>> {
    const name = readLine(input.name, 'input.name', 120);
    if (!name.ok) return name;
    const made = await this.party.readCreated(actor, input.response);
    if (!made) return notTaken();
    try {
      return await this.uow.run<PasskeyRow, Refusal>(actor, async (tx) => {
        if (!(await spendChallenge(tx, made.challenge))) return notTaken();
        const passkey: PasskeyRow = { id: newId(tx.now.getTime()), name: name.value, createdAt: tx.now, lastUsedAt: null };
        await tx.query(
          'add-passkey',
          'INSERT INTO passkeys (organization_id, id, person_id, credential_id, public_key, counter, name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
          [tx.organizationId, passkey.id, actor.personId, made.credentialId, made.publicKey, made.counter, passkey.name, tx.now],
        );
        tx.audit('passkey.add', 'passkey', passkey.id);
        return ok(passkey);
      });
    } catch (error) {
      if (isDatabaseError(error, SQLSTATE.uniqueViolation)) return notTaken();
      throw error;
    }
  }

  /** Takes one's own key away. Sessions that it opened go on; end them beside it. */
  async remove(actor: StaffActor, id: Id): Promise<Result<Id, Refusal>> {
    const unknown = () => refuse('NOT_FOUND', 'There is no such passkey, or it is not yours to remove. Nothing was changed.');
    if (!isId(id)) return unknown();
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [removed] = await tx.query(
        'remove-passkey',
        'DELETE FROM passkeys WHERE organization_id = $1 AND id = $2 AND person_id = $3 RETURNING id',
        [tx.organizationId, id, actor.personId],
      );
      if (!removed) return unknown();
      tx.audit('passkey.remove', 'passkey', id);
      return ok(id);
    });
  }
}

function notTaken() {
  return refuse('PASSKEY_NOT_MADE', 'The passkey was not made in time, or not for this place. Nothing was kept; begin again.');
}
