import {
  type BadInput,
  firstBad,
  type Id,
  newId,
  ok,
  readEmail,
  readLine,
  readZone,
  type Refusal,
  refuse,
  type Result,
  type SystemActor,
} from '#libs/kernel/index.js';
import type { Tx, UnitOfWork } from '#libs/platform/index.js';
import { readSlug } from '../domain/account-input.js';
import { DEFAULT_PLAN, type StageDraft } from '../domain/default-plan.js';
import { checkPassword } from '../domain/password-rules.js';
import { type Busy, generatePassword, hashPassword } from '../passwords/password-hash.js';

export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  /** IANA zone of the organisation; also its first administrator's. */
  readonly zone: string;
  readonly contactEmail: string;
  readonly defaultPlan?: readonly StageDraft[];
  readonly website?: string | null;
  readonly about?: string;
  /** The first administrator. Without a password one is made and answered, once. */
  readonly admin: { readonly email: string; readonly name: string; readonly password?: string };
}

export interface CreatedOrganization {
  readonly organizationId: Id;
  readonly adminId: Id;
  /** To be shown once to whoever runs the installation; only its hash is kept. null when a password was given. */
  readonly generatedPassword: string | null;
}

/** Creates an organisation with its default plan and first administrator. For the command line, the first start and sample data: no door of the API leads here. */
export async function createOrganization(
  uow: UnitOfWork,
  input: NewOrganization,
  part = 'cli',
): Promise<Result<CreatedOrganization, BadInput | Busy | Refusal<'SLUG_TAKEN'>>> {
  const slug = readSlug(input.slug, 'slug');
  const name = readLine(input.name, 'name', 120);
  const zone = readZone(input.zone, 'zone');
  const contact = readEmail(input.contactEmail, 'contactEmail');
  const adminEmail = readEmail(input.admin.email, 'admin.email');
  const adminName = readLine(input.admin.name, 'admin.name', 120);
  if (!slug.ok || !name.ok || !zone.ok || !contact.ok || !adminEmail.ok || !adminName.ok)
    return firstBad(slug, name, zone, contact, adminEmail, adminName)!;
  const generatedPassword = input.admin.password === undefined ? generatePassword() : null;
  const owner = { email: adminEmail.value, name: adminName.value, organization: name.value };
  const password = generatedPassword ? ok(generatedPassword) : checkPassword(input.admin.password!, owner, 'admin.password');
  if (!password.ok) return password;
  const passwordHash = await hashPassword(password.value);
  if (!passwordHash.ok) return passwordHash;

  const organizationId = newId();
  const adminId = newId();
  const actor: SystemActor = { kind: 'system', organizationId, part };
  return uow.run(actor, async (tx) => {
    const made = await tx.query(
      'create-organization',
      `INSERT INTO organizations (id, slug, name, zone, website, about, contact_email, default_plan, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [
        organizationId,
        slug.value,
        name.value,
        zone.value,
        input.website ?? null,
        input.about ?? '',
        contact.value,
        JSON.stringify(input.defaultPlan ?? DEFAULT_PLAN),
        tx.now,
      ],
    );
    if (made.length === 0)
      return refuse(
        'SLUG_TAKEN',
        `Another organisation is called "${slug.value}" in addresses. Nothing was created; choose another slug.`,
      );
    tx.write('enter-directory', 'INSERT INTO organization_directory (slug, organization_id) VALUES ($1, $2)', [
      slug.value,
      organizationId,
    ]);
    insertAdmin(tx, adminId, {
      email: adminEmail.value,
      name: adminName.value,
      zone: zone.value,
      passwordHash: passwordHash.value,
    });
    tx.audit('organization.create', 'organization', organizationId);
    return ok({ organizationId, adminId, generatedPassword });
  });
}

/**
 * Gives an organisation without any active administrator one, with a generated password that is answered once; null when there is one already.
 * An address that is taken by a member of another role is a fault of the caller and throws.
 */
export async function ensureFirstAdmin(
  uow: UnitOfWork,
  organizationId: Id,
  admin: { readonly email: string; readonly name: string },
  part = 'start',
): Promise<{ adminId: Id; email: string; password: string } | null> {
  const [present] = await uow.read<{ id: Id }>(
    organizationId,
    'any-admin',
    `SELECT id FROM people WHERE organization_id = $1 AND role = 'ADMIN' AND status = 'ACTIVE' LIMIT 1`,
    [organizationId],
  );
  if (present) return null;
  const email = readEmail(admin.email, 'admin.email');
  const name = readLine(admin.name, 'admin.name', 120);
  if (!email.ok || !name.ok) throw new Error(firstBad(email, name)!.refusal.message);
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  if (!passwordHash.ok) throw new Error(passwordHash.refusal.message);
  const adminId = newId();
  const result = await uow.run({ kind: 'system', organizationId, part }, async (tx) => {
    // Two processes that start at once agree here on who makes the administrator.
    await tx.query('lock-organization', 'SELECT id FROM organizations WHERE id = $1 FOR UPDATE', [organizationId]);
    const [other] = await tx.query<{ id: Id }>(
      'any-admin',
      `SELECT id FROM people WHERE organization_id = $1 AND role = 'ADMIN' AND status = 'ACTIVE' LIMIT 1`,
      [organizationId],
    );
    if (other) return ok(null);
    insertAdmin(tx, adminId, { email: email.value, name: name.value, zone: 'UTC', passwordHash: passwordHash.value });
    return ok(adminId);
  });
  return result.ok && result.value !== null ? { adminId, email: email.value, password } : null;
}

function insertAdmin(tx: Tx, id: Id, admin: { email: string; name: string; zone: string; passwordHash: string }): void {
  tx.write(
    'create-admin',
    `INSERT INTO people (organization_id, id, email, name, role, status, zone, password_hash, created_at)
     VALUES ($1, $2, $3, $4, 'ADMIN', 'ACTIVE', $5, $6, $7)`,
    [tx.organizationId, id, admin.email, admin.name, admin.zone, admin.passwordHash, tx.now],
  );
  tx.audit('person.create', 'person', id, { role: 'ADMIN' });
}
