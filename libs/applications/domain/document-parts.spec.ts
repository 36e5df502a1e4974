import { describe, expect, it } from '@jest/globals';
import { actingPart } from './document-parts.js';

const part = (name: string, data: string | Buffer) => actingPart({ name, data: Buffer.from(data as string) });
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (type: string, target: string, mode = 'External') =>
  part(
    'word/_rels/a.xml.rels',
    `<Relationships><Relationship Id="r1" Type="${TYPE}/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  );

describe('a part of a Word document', () => {
  it.each([
    ['word/run.exe', 'x'],
    ['word/VBAPROJECT.BIN', 'x'],
    ['word/embeddings/oleObject1.bin', 'x'],
    ['word/activeX/activeX1.xml', '<x/>'],
    ['word/embeddings/more.zip', 'x'],
    ['word/afchunk.mht', 'x'],
    ['word/document.xml', '<w:fldSimple w:instr=" INCLUDETEXT &quot;http://elsewhere.example/x.docx&quot; "/>'],
    ['word/settings.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['word/document.xml', Buffer.from('<!DOCTYPE x>', 'utf16le')],
    ['word/document.xml', '<w:fldSimple w:instr=" DDEAUTO c:\\\\cmd.exe &quot;/k calc&quot;"/>'],
    [
      'word/document.xml',
      '<w:fldChar w:t="begin"/><w:instrText>D</w:instrText><w:instrText xml:space="preserve">DE a b</w:instrText><w:fldChar/>',
    ],
  ])('acts: %s %p', (name, data) => {
    expect(part(name, data)).toEqual(expect.any(String));
  });

  it.each([
    ['attachedTemplate', 'https://elsewhere.example/t.dotm'],
    ['attachedTemplate', '\\\\elsewhere\\t.dotm'],
    ['attachedTemplate', 'file://elsewhere/t.dotm'],
    ['attachedTemplate', 'file:///\\\\elsewhere\\t.dotm'],
    ['attachedTemplate', '//elsewhere.example/t.dotm'],
    ['attachedTemplate', '&#104;ttp://elsewhere.example/t.dotm'],
    ['image', 'http://elsewhere.example/seen.png'],
    ['hyperlink', 'ms-msdt:/id PCWDiagnostic /skip force'],
    ['hyperlink', ' java&#115;cript:alert(1)'],
    ['hyperlink', 'search-ms:query=a&amp;crumb=location:\\\\elsewhere'],
    ['oleObject', 'mhtml:http://elsewhere.example/x.html!x-usc:http://elsewhere.example/x.html'],
    ['oleObject', 'embeddings/innocent.dat', 'Internal'],
    ['aFChunk', 'a.txt', 'Internal'],
    ['image', 'http://elsewhere.example/seen.png', 'Internal'],
  ])('acts by a relationship: %s %s', (type, target, mode = 'External') => {
    expect(relation(type, target, mode)).toEqual(expect.any(String));
  });

  it('acts when its relationships cannot be read', () => {
    expect(
      part('word/_rels/a.rels', '<Relationships><Relationship Target="http://elsewhere.example" Id=1></Relationships>'),
    ).not.toBeNull();
    expect(
      part('word/_rels/a.rels', "<a:Relationship\nTarget='http://elsewhere.example/x' TargetMode='External'></a:Relationship>"),
    ).not.toBeNull();
  });

  it('is harmless with links, pictures, fields, printer settings and the writer’s own template', () => {
    const harmless = [
      relation('hyperlink', 'https://me.example/?a=1&amp;b=2'),
      relation('hyperlink', 'mailto:me@mail.example'),
      relation('attachedTemplate', 'file:///C:\\Users\\Me\\AppData\\Roaming\\Microsoft\\Templates\\CV.dotx'),
      relation('attachedTemplate', 'Normal.dotm'),
      relation('image', 'media/image1.png', 'Internal'),
      relation('officeDocument', '/word/document.xml', 'Internal'),
      part('word/media/image1.png', Buffer.from([0, 1, 2])),
      part('word/printerSettings/printerSettings1.bin', 'x'),
      part('word/embeddings/Microsoft_Excel_Worksheet.xlsx', 'x'),
      part('word/document.xml', '<w:instrText> HYPERLINK "https://dde.example" </w:instrText><w:t>DDE and DDEAUTO</w:t>'),
      part(
        'word/document.xml',
        '<w:instrText> INCLUDEPICTURE "https://pasted.example/me.png" \\* MERGEFORMATINET </w:instrText>',
      ),
    ];
    expect(harmless).toEqual(harmless.map(() => null));
  });

  it('is read in a time that grows with its length, whatever it is', () => {
    const many = (text: string) => text.repeat(Math.ceil(2_000_000 / text.length));
    const began = process.cpuUsage();
    for (const text of [
      '<w:instrText ',
      '<w:fldChar ',
      '<Relationship ',
      '<Relationship a="',
      "<Relationship a=''",
      'w:instr="',
      ' w:instr = ',
      '<!',
    ])
      part('word/_rels/x.rels', many(text));
    // Two million letters squared would be hours.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(20);
  });
});
