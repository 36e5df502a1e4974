/** What a zip archive says of itself, checked so far as it can be without inflating anything. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly compressed_bytes: number;
  readonly inflated_bytes: number;
  /** Where its data begin. */
  readonly dataAt: number;
}

export const ZIP_LIMITS = { entries: 2000, inflated_bytes: 100 * 1024 * 1024, ratio: 200, gap_bytes: 64 } as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

/** Why an archive is not taken: it is not whole, or it is built to harm whoever opens it. */
export type ZipFault = 'not-an-archive' | 'not-whole' | 'encrypted' | 'bomb';

/**
 * Reads the central directory of a zip archive (APPNOTE.TXT 6.3.10) that fills the buffer exactly: begins with its first entry, ends with its end
 * record. Nothing may stand before, between or after, entries may not overlap or share data (the trick of small bombs), none may be encrypted or
 * ZIP64, and what they declare to inflate to is limited in number, size and ratio. What they really inflate to is for whoever inflates them.
 */
export function readZipDirectory(bytes: Buffer): ZipEntry[] | ZipFault {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL) return 'not-an-archive';
  const endAt = findEnd(bytes);
  if (endAt === null) return 'not-whole';
  const count = bytes.readUInt16LE(endAt + 10);
  const size = bytes.readUInt32LE(endAt + 12);
  const directoryAt = bytes.readUInt32LE(endAt + 16);
  const oneDisk = bytes.readUInt16LE(endAt + 4) === 0 && bytes.readUInt16LE(endAt + 8) === count;
  if (!oneDisk || count === 0 || directoryAt + size !== endAt) return 'not-whole';
  if (count > ZIP_LIMITS.entries) return 'bomb';
  const entries: (ZipEntry & { at: number })[] = [];
  let at = directoryAt;
  for (let i = 0; i < count; i += 1) {
    const entry = readEntry(bytes, at, endAt);
    if (typeof entry === 'string') return entry;
    entries.push(entry.entry);
    at = entry.next;
  }
  if (at !== endAt) return 'not-whole';
  return layoutFault(entries, directoryAt) ?? sizeFault(entries) ?? entries;
}

/** The end record, without a comment: no document needs one, and another file fits into it. */
function findEnd(bytes: Buffer): number | null {
  const at = bytes.length - 22;
  return bytes.readUInt32LE(at) === END && bytes.readUInt16LE(at + 20) === 0 ? at : null;
}

function readEntry(bytes: Buffer, at: number, end: number): { entry: ZipEntry & { at: number }; next: number } | ZipFault {
  if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return 'not-whole';
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end) return 'not-whole';
  if (bytes.readUInt16LE(at + 8) & ENCRYPTED) return 'encrypted';
  const localAt = bytes.readUInt32LE(at + 42);
  if (localAt + 30 > end || bytes.readUInt32LE(localAt) !== LOCAL) return 'not-whole';
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  const localNameLength = bytes.readUInt16LE(localAt + 26);
  const sameName =
    localNameLength === nameLength && name === bytes.toString('utf8', localAt + 30, localAt + 30 + localNameLength);
  const entry = {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    compressed_bytes: bytes.readUInt32LE(at + 20),
    inflated_bytes: bytes.readUInt32LE(at + 24),
    dataAt: localAt + 30 + localNameLength + bytes.readUInt16LE(localAt + 28),
    at: localAt,
  };
  const known = entry.method === 8 || (entry.method === 0 && entry.compressed_bytes === entry.inflated_bytes);
  if (!sameName || !known || entry.compressed_bytes === 0xffffffff || entry.inflated_bytes === 0xffffffff) return 'not-whole';
  return { entry, next };
}

/** Entries lie one after the other from the first byte to the directory, with room only for data descriptors. */
function layoutFault(entries: readonly (ZipEntry & { at: number })[], directoryAt: number): ZipFault | null {
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  let from = 0;
  for (const { at, dataAt, compressed_bytes } of inOrder) {
    if (at < from) return 'bomb';
    if (at - from > (from === 0 ? 0 : ZIP_LIMITS.gap_bytes)) return 'not-whole';
    from = dataAt + compressed_bytes;
  }
  if (from > directoryAt) return 'bomb';
  return directoryAt - from > ZIP_LIMITS.gap_bytes ? 'not-whole' : null;
}

function sizeFault(entries: readonly ZipEntry[]): ZipFault | null {
  let total_bytes = 0;
  for (const { compressed_bytes, inflated_bytes } of entries) {
    total_bytes += inflated_bytes;
    if (inflated_bytes > 1024 * 1024 && inflated_bytes > compressed_bytes * ZIP_LIMITS.ratio) return 'bomb';
  }
  return total_bytes > ZIP_LIMITS.inflated_bytes ? 'bomb' : null;
}
