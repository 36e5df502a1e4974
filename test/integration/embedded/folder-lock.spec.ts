import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderInUse, lockFolder } from '../../../libs/platform/embedded/folder-lock.js';
import { roomyFolder } from './compiled-libs.js';

let folder: string;

beforeAll(async () => {
  folder = await roomyFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the lock of a folder', () => {
  it.each([
    ['is free', null],
    ['was left by a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, birthMark: 'x', since: 'then' })],
    ['was left by an earlier process with this number', JSON.stringify({ pid: process.pid, birthMark: 'x', since: 'then' })],
    ['is damaged', '{"pi'],
  ])('goes to exactly one of many when it %s', async (name, left) => {
    for (let round = 0; round < 20; round++) {
      const path = join(folder, `${name} ${round}`);
      if (left !== null) await writeFile(path, left);
      const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(path)));
      const taken = attempts.filter((attempt) => attempt.status === 'fulfilled');
      const refused = attempts.filter((attempt) => attempt.status === 'rejected' && attempt.reason instanceof FolderInUse);
      expect([taken.length, refused.length]).toEqual([1, 11]);
      await (taken[0] as PromiseFulfilledResult<() => Promise<void>>).value();
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves a lock alone that meanwhile belongs to somebody else', async () => {
    const path = join(folder, 'lost');
    const release = await lockFolder(path);
    await writeFile(path, 'of somebody else');
    await release();
    expect(await readFile(path, 'utf8')).toBe('of somebody else');
    await rm(path);
  });
});
