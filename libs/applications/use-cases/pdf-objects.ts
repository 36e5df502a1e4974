import { inflateSync } from 'node:zlib';

/** Objects of one file may be packed this large; more is for no CV. */
const LARGEST_PACK_BYTES = 16 * 1024 * 1024;

const GAP = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]{0,200}[\\r\\n]){0,20}';
const OUTSIDE = 'Launch|GoToR|GoToE|SubmitForm|ImportData|RichMediaExecute';
/** Actions (ISO 32000-2 §12.6.4) as the type of one, or as an object of its own that a type refers to. */
const action = (names: string) => new RegExp(`/S${GAP}/(?:${names})(?![A-Za-z])|\\bobj${GAP}/(?:${names})(?![A-Za-z])`);

/** What acts wherever it hangs: at the document, a page, a link, a bookmark, a form's field, or after another action. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [action('JavaScript|Rendition'), 'it holds a script; print it into a new PDF'],
  // XFA (§12.7.8): a form of its own with scripts.
  [new RegExp(`/XFA${GAP}[[<(\\d]`), 'it holds a form that computes; print it into a new PDF'],
  // What another machine is asked for tells it who opens the document.
  [action(OUTSIDE), 'it starts a program, opens another file or sends something; print it into a new PDF'],
  [new RegExp(`/Subtype${GAP}/FileAttachment(?![A-Za-z])`), 'a file is attached to one of its pages; send that by itself'],
];

/**
 * What is written among the objects of a PDF, packed ones too (§7.5.7), that acts or reaches outside when it is opened or clicked; null for nothing. Objects that
 * are packed in a way that no program for documents needs are not looked past.
 */
export function actingObject(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  const packed = packedObjects(bytes, text);
  for (const objects of [text, ...(packed ?? [])].map(spelledOut))
    for (const [acts, why] of ACTS) if (acts.test(objects)) return why;
  return packed === null ? 'it is protected, or packed so that it cannot be looked into; print it into a new PDF' : null;
}

/** A name may be written with `#4c` for a letter. */
function spelledOut(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The objects that are packed into streams, as text; null when one cannot be read. */
function packedObjects(bytes: Buffer, text: string): string[] | null {
  const found: string[] = [];
  let left_bytes = LARGEST_PACK_BYTES;
  for (const { index } of text.matchAll(/(?<!end)stream(?=\r?\n|\r)/g)) {
    const dictionary = spelledOut(text.slice(text.lastIndexOf('obj', index) + 3, index));
    if (!/\/ObjStm(?![A-Za-z])/.test(dictionary) || !/\/Filter/.test(dictionary)) continue;
    if (
      !/\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])(?![A-Za-z])/.test(dictionary) ||
      /\/(?:DecodeParms|Crypt)\b/.test(dictionary)
    )
      return null;
    const from = index + 6 + (text[index + 6] === '\r' && text[index + 7] === '\n' ? 2 : 1);
    const end = text.indexOf('endstream', from);
    try {
      // What is cut off or too long still gives what came before.
      const packed = inflateSync(bytes.subarray(from, end === -1 ? undefined : end), {
        maxOutputLength: left_bytes,
        finishFlush: 2,
      });
      left_bytes -= packed.length;
      found.push(packed.toString('latin1'));
    } catch {
      return null;
    }
  }
  return found;
}
