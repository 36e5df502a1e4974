import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SweepFiles } from '#libs/applications/index.js';
import { FileStore } from '#libs/platform/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting, buildTeamMember } from '../../support/builders.js';
import { pdf } from '../../support/files.js';

const MOVE = `mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { __typename ... on MovePayload { application { version } } } }`;
/** What PostgreSQL says when it cannot make a table longer. */
const FULL = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`;

describe('while the disk has no room', () => {
  let api: TestApi;
  let admin: TestPerson;
  let posting: BuiltPosting;
  let application: { readonly id: string };
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    const organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN');
    posting = await buildPosting(api.owner, organizationId);
    await buildTeamMember(api.owner, organizationId, posting.id, admin.id, 'RECRUITER');
    application = await buildApplication(api.owner, organizationId, posting);
    await api.owner.query(FULL);
  });
  afterAll(() => api.close());

  const full = (table: string) =>
    api.owner.query(`CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION full_disk()`);
  const roomAgain = (table: string) => api.owner.query(`DROP TRIGGER full_disk ON ${table}`);
  const move = () => api.graphql(MOVE, { input: { applicationId: application.id, expectedVersion: 0 } }, admin);
  const send = () => {
    const form = new FormData();
    form.set('applicationId', application.id);
    form.set('file', new Blob([new Uint8Array(pdf('My life'))]), 'cv.pdf');
    return fetch(`${api.url}/files`, { method: 'POST', headers: { authorization: `Bearer ${admin.token}` }, body: form });
  };
  const files = async () => {
    const all = await readdir(join(api.config.home, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((each) => each.isFile()).length;
  };

  it('a move says so, changes nothing, and is made when there is room again', async () => {
    await full('transitions');
    const { errors } = await move();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/no room left on the disk .* nothing was kept or changed/),
        extensions: { code: 'NO_ROOM', trace: expect.any(String) },
      }),
    ]);
    const { rows } = await api.owner.query('SELECT version FROM applications WHERE id = $1', [application.id]);
    expect(rows).toEqual([{ version: 0 }]);
    await roomAgain('transitions');
    expect((await move()).data).toMatchObject({ moveApplication: { application: { version: 1 } } });
  });

  it('a file is refused in words; what was written of it goes, and files that have their row stay', async () => {
    expect((await send()).status).toBe(201);
    await full('attachments');
    const refused = await send();
    expect([refused.status, await refused.json()]).toEqual([
      507,
      expect.objectContaining({ code: 'NO_ROOM', message: expect.stringContaining('no room left on the disk') }),
    ]);
    await roomAgain('attachments');
    const sweep = api.app.get(SweepFiles);
    expect([await files(), await sweep.execute(), await sweep.execute(-60_000), await files()]).toEqual([2, 0, 1, 1]);
    expect((await send()).status).toBe(201);
  });

  it('nothing of a file is left that could not be written whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rounds-no-room-'));
    const store = pathToFileURL(join(process.cwd(), 'dist/libs/platform/files/file-store.js')).href;
    const script = `
      const { FileStore } = await import(${JSON.stringify(store)});
      const files = new FileStore(${JSON.stringify(folder)});
      const put = (size) => files.put('0190a0a0-0000-7000-8000-000000000000', Buffer.alloc(size)).then(() => 'kept', ({ name }) => name);
      console.log(await put(1_000), await put(1_000_000), await put(1_000));`;
    // Blocks of 512 or 1,024 bytes: more than one file, less than the other.
    const limited = ['-c', 'ulimit -f 100; exec "$0" --input-type=module -e "$1"', process.execPath, script];
    const { stdout } = await promisify(execFile)('sh', limited, { env: { PATH: process.env.PATH } });
    expect(stdout.trim()).toBe('kept NoRoomError kept');
    const left = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    expect(left.map(({ name }) => name)).toEqual([expect.not.stringContaining('.part'), expect.not.stringContaining('.part')]);
    await new FileStore(folder).removeUnnamed(new Date(Date.now() + 60_000), async () => new Set());
    expect((await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
