import { AcceptInvitation, InvitePerson, UpdateMyProfile, createOrganization, generatePassword } from '#libs/identity/index.js';
import { type Id, type StaffActor, dateInZone, wallToInstant } from '#libs/kernel/index.js';
import { Reactions, UnitOfWork } from '#libs/platform/index.js';
import { KeepAvailability } from '#libs/scheduling/index.js';
import { ORGANIZATION } from '../content/organization.js';
import { GUIDES, INVITED, PEOPLE } from '../content/people.js';
import type { PersonWords } from '../domain/story.js';
import { type House, must } from './sample-world.js';

const DAY_MS = 86_400_000;
const RANK = 9;

export interface Gathered {
  readonly organizationId: Id;
  readonly people: ReadonlyMap<string, StaffActor>;
  /** Generated; opens the accounts of the guides and is shown once. */
  readonly password: string;
}

/** The address of an invitation ends with its token. The mail reads it from the event, and so does the sample. */
function overhearInvitations(house: House): ReadonlyMap<Id, string> {
  const tokens = new Map<Id, string>();
  house.get(Reactions).on('PersonInvited', RANK, async (_tx, event) => {
    const { link } = event.transient as { link: string };
    tokens.set(event.subjectId!, link.slice(link.lastIndexOf('/') + 1));
  });
  return tokens;
}

/** Founds the organisation and has its administrator invite the others, who accept, say who they are and when they hold interviews. */
export async function gatherPeople(house: House): Promise<Gathered> {
  const [founder, ...others] = PEOPLE;
  const admin = { email: founder!.email, name: founder!.name };
  const founded = must(await createOrganization(house.get(UnitOfWork), { ...ORGANIZATION, admin }, 'sample'), 'the organisation');
  const { organizationId, adminId } = founded;
  const password = founded.generatedPassword!;
  const actor: StaffActor = { kind: 'staff', organizationId, personId: adminId, role: 'ADMIN' };
  const tokens = overhearInvitations(house);
  const people = new Map([[founder!.key, actor]]);
  await Promise.all(
    others.map(async (person) => {
      const { personId } = must(await house.get(InvitePerson).execute(actor, person), person.name);
      const isGuide = person.key === GUIDES.hiringManager || person.key === GUIDES.interviewer;
      const chosen = { token: tokens.get(personId)!, password: isGuide ? password : generatePassword() };
      const signedIn = must(await house.get(AcceptInvitation).execute(chosen, { ip: '', userAgent: '' }), person.name);
      people.set(person.key, signedIn.actor);
    }),
  );
  await Promise.all(PEOPLE.map((person) => describePerson(house, people.get(person.key)!, person)));
  return { organizationId, people, password };
}

async function describePerson(house: House, actor: StaffActor, { name, title, zone, hours }: PersonWords): Promise<void> {
  must(await house.get(UpdateMyProfile).execute(actor, { title, zone }), name);
  const weekly = hours.map((rule) => ({ ...rule, zone }));
  must(await house.get(KeepAvailability).setWeeklyHours(actor, { hours: weekly }), `the hours of ${name}`);
}

/** Enters the times that people are away in the days after `present_ms`. */
export async function enterAbsences(house: House, people: Gathered['people'], present_ms: number): Promise<void> {
  for (const { key, zone, away } of PEOPLE) {
    for (const { inDays, starts, ends, reason } of away) {
      const date = dateInZone(present_ms + inDays * DAY_MS, zone);
      const during = {
        startsAt: new Date(wallToInstant(date, starts, zone)),
        endsAt: new Date(wallToInstant(date, ends, zone)),
      };
      must(await house.get(KeepAvailability).addBusyBlock(people.get(key)!, { ...during, reason }), `"${reason}"`);
    }
  }
}

/** Somebody whose invitation is still open. */
export async function inviteOneMore(house: House, people: Gathered['people']): Promise<void> {
  must(await house.get(InvitePerson).execute(people.get(GUIDES.admin)!, INVITED), INVITED.name);
}
