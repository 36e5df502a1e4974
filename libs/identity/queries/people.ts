import DataLoader from 'dataloader';
import { type Id, type Role, isId } from '#libs/kernel/index.js';
import { type RequestContext, type UnitOfWork, decodeCursor, page, unauthenticated } from '#libs/platform/index.js';
import type { PersonStatus } from '../domain/membership.js';

/** A person as colleagues see them: what leaves the people table, and nothing else does. */
export interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly status: PersonStatus;
  readonly title: string;
  readonly zone: string;
}

/** People of the organisation by id, in one statement; unknown ids and those of other organisations are missing. */
export function readPeople(uow: UnitOfWork, organizationId: Id, ids: readonly Id[]): Promise<PersonRow[]> {
  return uow.read<PersonRow>(
    organizationId,
    'people-by-id',
    'SELECT id, name, email, role, status, title, zone FROM people WHERE organization_id = $1 AND id = ANY ($2)',
    [organizationId, ids],
  );
}

/** Resolves people by id for one request: all that a screen names in one statement. null for an unknown id. */
export function peopleLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PersonRow | null> {
  const { actor } = context;
  if (!actor) throw unauthenticated();
  return context.loader(
    'identity.people',
    () =>
      new DataLoader<Id, PersonRow | null>(async (ids) => {
        const people = new Map((await readPeople(uow, actor.organizationId, ids)).map((person) => [person.id, person]));
        return ids.map((id) => people.get(id) ?? null);
      }),
  );
}

/** The organisation's people by name, `first` from the cursor on. */
export async function listPeople(uow: UnitOfWork, organizationId: Id, first: number, after: string | null) {
  const from = decodeCursor(after, 2, ([name, id]) => typeof name === 'string' && isId(id));
  const rows = await uow.read<PersonRow & { sorted_by: string }>(
    organizationId,
    'list-people',
    `SELECT id, name, email, role, status, title, zone, lower(name) AS sorted_by FROM people
      WHERE organization_id = $1 AND ($2::text IS NULL OR (lower(name), id) > ($2, $3::uuid)) ORDER BY lower(name), id LIMIT $4`,
    [organizationId, from?.[0] ?? null, from?.[1] ?? null, first + 1],
  );
  return page(
    rows,
    first,
    ({ sorted_by: _, ...person }): PersonRow => person,
    ({ sorted_by, id }) => [sorted_by, id],
  );
}
