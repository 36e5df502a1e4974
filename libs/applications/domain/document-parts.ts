import { unescapeXml } from './document-text.js';

/** A part of a Word document (OPC, ECMA-376-2) as it is stored. */
export interface DocumentPart {
  readonly name: string;
  readonly data: Buffer;
}

/** What runs by itself or is run by a click, and what hides such a thing from a scanner; `printerSettings1.bin` and fonts do neither. */
const PROGRAM =
  /\.(exe|dll|com|scr|msi|msix|appx|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|jar|sh|lnk|url|cpl|reg|iso|img|vhdx?|cab|zip|rar|7z|gz|tar|docm|dotm|xlsm|xlsb|xltm|xlam|pptm|ppsm|potm|ppam|one|chm|rtf|html?|xht(ml)?|mht(ml)?|svgz|swf)$|vbaProject[^/]*\.bin$|vbaData\.xml$|oleObject[^/]*\.bin$|(^|\/)activeX\//i;
const IS_XML = /\.(xml|rels|vml)$/i;
/** Fields that start a program when the document is opened (Dynamic Data Exchange), or bring in what stands elsewhere. A picture's field stays: it is not brought by itself, and pasted pages are full of them. */
const STARTS_A_PROGRAM = /^\s*["\\]?\s*(DDE(AUTO)?|LINK|INCLUDETEXT|IMPORT|DATABASE)\b/i;

/** Whether a file inside another is one that runs, or one that hides such a thing, by its name. */
export function holdsProgram(name: string): boolean {
  return PROGRAM.test(name.trim());
}

/**
 * What in a part of a Word document would act, or would be fetched, when somebody opens it: programs and macros, embedded objects, fields that start programs, a template or
 * picture that lies elsewhere. Null for nothing. XML that is no UTF-8 or declares a document type is none of Word's, and could not be read alike by everybody.
 */
export function actingPart({ name, data }: DocumentPart): string | null {
  if (holdsProgram(name)) return 'it holds a program, a macro or another document';
  if (!IS_XML.test(name)) return null;
  // UTF-16 has a zero in every letter of a tag.
  const xml = data.toString('utf8');
  if (data.includes(0) || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return 'it declares what no Word document declares';
  if (/\.rels$/i.test(name) && !everyTargetIsHarmless(xml)) return 'it holds or fetches something that acts when it is opened';
  const starts = instructionsIn(xml).some((instruction) => STARTS_A_PROGRAM.test(instruction));
  return starts ? 'it starts a program when it is opened' : null;
}

/** Each field's instruction: of a simple field, and of the runs between a complex one's beginning and end taken together (ECMA-376-1 §17.16). */
function instructionsIn(xml: string): string[] {
  const simple = [...xml.matchAll(/\bw:instr\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)].map((match) => match[1] ?? match[2]!);
  const complex = xml
    .split(/<w:fldChar\b[^<>]*>/)
    .map((between) => [...between.matchAll(/<w:instrText(?:\s[^<>]*)?>([^<]*)/g)].map((match) => match[1]).join(''));
  return [...simple, ...complex].filter((text) => text !== '').map(unescapeXml);
}

const RELATIONSHIP = /<(?:[\w.-]+:)?Relationship((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Links that are commands to a program of the system rather than addresses. */
const STARTS_BY_A_CLICK = /^(ms-[\w-]+|search(-ms)?|javascript|vbscript|mhtml|mk|shell|jar|ldap|data):/i;

/** Parts that act by what they are related as, whatever their names are. */
const ACTS = /\/(aFChunk|oleObject|vbaProject|wordVbaData|control|activeXControlBinary)$/i;

/**
 * Whether nothing that a part names is fetched without a click: what is outside is a hyperlink, or a file of the writer's own disk (Word names its own template so). What cannot be read
 * is not harmless.
 */
function everyTargetIsHarmless(xml: string): boolean {
  const read = [...xml.matchAll(RELATIONSHIP)].map(([, attributes]) => {
    const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(
      (one) => [one[1]!.toLowerCase(), unescapeXml(one[2] ?? one[3]!)] as const,
    );
    return new Map(pairs);
  });
  const there = xml.match(/<(?:[\w.-]+:)?Relationship(?=[\s/>])/g)?.length ?? 0;
  return (
    read.length === there &&
    read.every((one) => {
      const type = one.get('type')?.trim() ?? '';
      if (/\/hyperlink$/i.test(type)) return !STARTS_BY_A_CLICK.test((one.get('target') ?? '').trim());
      if (ACTS.test(type)) return false;
      const target = (one.get('target') ?? '').trim();
      const outside = one.get('targetmode')?.trim().toLowerCase() === 'external' || /^[a-z][\w+.-]*:|^[\\/]{2}/i.test(target);
      return !outside || isOnOwnDisk(target);
    })
  );
}

/** `file:///C:\Users\…\Normal.dotm`, `C:\…` or a name without a place; not another machine's. */
function isOnOwnDisk(target: string): boolean {
  return /^(file:\/\/\/)?[a-z]:[\\/](?![\\/])/i.test(target) || (!/^[a-z][\w+.-]*:/i.test(target) && !/^[\\/]/.test(target));
}
