import { crc32, deflateRawSync } from 'node:zlib';

/** Small files of the kinds that people send, and of kinds they should not. */

export interface ZipPart {
  readonly name: string;
  readonly data: Buffer | string;
  /** What the directory claims it inflates to, where that is a lie. */
  readonly declared_bytes?: number;
  readonly flags?: number;
}

/** A zip archive, deflated. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declared_bytes, flags = 0 } of parts) {
    const whole = Buffer.from(data);
    const packed = deflateRawSync(whole);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(whole), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declared_bytes ?? whole.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += head.length + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

/** A Word document with one paragraph a line; `more` adds parts or replaces those of the same name. */
export function docx(text: string, more: readonly ZipPart[] = []): Buffer {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`);
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: '<?xml version="1.0"?><Relationships/>' },
    { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document><w:body>${paragraphs.join('')}</w:body></w:document>` },
  ];
  const kept = parts.filter(({ name }) => !more.some((part) => part.name === name));
  return zip([...kept, ...more]);
}

/** A PDF with one line of text, and more in its catalog. */
export function pdf(text: string, catalog = ''): Buffer {
  const stream = `BT /F1 24 Tf 10 100 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 144]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
startxref
0
%%EOF
`,
    'latin1',
  );
}
