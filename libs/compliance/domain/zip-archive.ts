import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  /** With "/" between folders. */
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0: deflate and folders. */
const VERSION = 20;
/** Names are UTF-8 (APPNOTE.TXT 6.3.10, appendix D). */
const UTF8 = 0x0800;
const DEFLATED = 8;

/** A zip archive of the members, all of `at` (UTC); small ones, no ZIP64. The same members make the same bytes. */
export function zipArchive(members: readonly ZipMember[], at: Date): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const shared = header(bytes, packed, title, at);
    const local = Buffer.concat([word(LOCAL), shared, title, packed]);
    parts.push(local);
    // Version made by, the shared fields, then comment, disk and attributes (none) and where the member begins.
    directory.push(Buffer.concat([word(CENTRAL), half(VERSION), shared, Buffer.alloc(10), word(offset), title]));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([word(END), half(0, 0, members.length, members.length), word(list.length), word(offset), half(0)]);
  return Buffer.concat([...parts, list, end]);
}

/** The fields that a member's own header and the directory have in common. */
function header(bytes: Buffer, packed: Buffer, title: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    half(VERSION, UTF8, DEFLATED, time, date),
    word(crc32(bytes), packed.length, bytes.length),
    half(title.length, 0),
  ]);
}

function half(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
}

function word(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
}
