import { jsonResume, memberName } from '../domain/person-record.js';
import { type ZipMember, zipArchive } from '../domain/zip-archive.js';
import type { ExportedPerson } from '../use-cases/export-person.js';
import { recordPage } from './record-page.js';

export interface PersonArchive {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A person's record to read, as data, as a résumé, and their files, in one zip archive. */
export function personArchive({ record, files, at }: ExportedPerson): PersonArchive {
  const data = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const members: ZipMember[] = [
    { name: 'read-me.html', bytes: Buffer.from(recordPage(record, at)) },
    { name: 'everything.json', bytes: data(record) },
    { name: 'resume.json', bytes: data(jsonResume(record, at)) },
    ...files.map((bytes, index) => ({ name: memberName(record.files[index]!, index), bytes })),
  ];
  return { fileName: `my-data-${at.toISOString().slice(0, 10)}.zip`, bytes: zipArchive(members, at) };
}
