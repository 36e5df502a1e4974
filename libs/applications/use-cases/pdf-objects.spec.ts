import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { actingObject } from './pdf-objects.js';

const file = (...objects: string[]) => Buffer.from(`%PDF-1.7\n${objects.join('\n')}\nstartxref\n0\n%%EOF\n`, 'latin1');
/** Objects packed into a stream, with more in its dictionary and in a way of packing of one's own. */
const packed = (
  object: string,
  dictionary = '/Type/ObjStm/Filter/FlateDecode',
  pack = (text: string) => deflateSync(text).toString('latin1'),
) => file(`8 0 obj<<${dictionary}/N 1/First 4>>stream\n${pack(`9 0 ${object}`)}\nendstream endobj`);
const LAUNCH = '<</S/Launch/F(cmd.exe)>>';

describe('a PDF’s objects', () => {
  it.each([
    ['an action', file('1 0 obj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj')],
    ['letters written as numbers', file('1 0 obj<</#4fpenAction<</#53/L#61unch>>>>endobj')],
    ['a comment between', file('1 0 obj<</S%\n% (\n/Launch>>endobj')],
    ['a type that stands elsewhere', file('1 0 obj<</S 2 0 R>>endobj', '2 0 obj /Launch endobj')],
    ['another machine’s file', file('1 0 obj<</S/GoToR/F(\\\\\\\\elsewhere.example\\\\x)/D[0/Fit]>>endobj')],
    ['a form that is sent', file('1 0 obj<</S/SubmitForm/F(https://elsewhere.example)>>endobj')],
    ['data that are fetched', file('1 0 obj<</S /ImportData/F(x.fdf)>>endobj')],
    ['a packed object', packed(LAUNCH)],
    ['a packed object in a list of one filter', packed(LAUNCH, '/Type/ObjStm/Filter [ /FlateDecode ]')],
    ['a packed object that is called so by numbers', packed(LAUNCH, '/Type/Obj#53tm/Filter/Flate#44ecode')],
    [
      'a packed object that is cut off',
      Buffer.from(
        packed(LAUNCH)
          .toString('latin1')
          .replace(/\nendstream[^]*$/, ''),
        'latin1',
      ),
    ],
    [
      'a packed object behind a return',
      Buffer.from(packed(LAUNCH).toString('latin1').replace('stream\n', 'stream\r\n'), 'latin1'),
    ],
    ['a script behind a link', file('1 0 obj<</A<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj')],
    ['a script after another action', file('1 0 obj<</S/GoTo/D[3 0 R/Fit]/Next<</S /JavaScript/JS 4 0 R>>>>endobj')],
    ['a script of a film', file('1 0 obj<</S/Rendition/JS(x)>>endobj')],
    ['a form of its own', file('1 0 obj<</AcroForm<</XFA [(template) 4 0 R]>>>>endobj')],
    ['a file at a page', file('1 0 obj<</Type/Annot/Subtype /FileAttachment/FS 4 0 R>>endobj')],
  ])('act by %s', (_, bytes) => {
    expect(actingObject(bytes)).toMatch(/print it into a new PDF|send that by itself/);
    expect(actingObject(bytes)).not.toMatch(/cannot be looked into/);
  });

  it.each([
    [
      'two filters',
      packed(LAUNCH, '/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]', (text) => deflateSync(text).toString('hex')),
    ],
    ['a filter that stands elsewhere', packed(LAUNCH, '/Type/ObjStm/Filter 7 0 R')],
    ['a predictor', packed(LAUNCH, '/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>')],
    ['encryption', packed(LAUNCH, undefined, () => '\x9b\x01\x02 no such thing')],
  ])('cannot be looked into behind %s', (_, bytes) => {
    expect(actingObject(bytes)).toMatch(/cannot be looked into/);
  });

  it('stay inside with links, pictures, words about such things, and objects that are packed as programs do', () => {
    const harmless = [
      file(
        '1 0 obj<</S/URI/URI(https://me.example/Launch)>>endobj',
        '2 0 obj<</S/GoTo/D[3 0 R/Fit]>>endobj',
        '3 0 obj<</S/Named/N/NextPage>>endobj',
      ),
      file('4 0 obj<</Length 30>>stream\nBT (Rockets: /Launch, /S/Launchpad, /XFA and /JavaScript) Tj ET\nendstream endobj'),
      packed('<</S/URI/URI(mailto:me@mail.example)>>'),
      file(
        `6 0 obj<</Type/XRef/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>stream\n${deflateSync('x').toString('latin1')}\nendstream endobj`,
      ),
      file('7 0 obj<</Type/ObjStm/N 1/First 4>>stream\n9 0 <</S/URI>>\nendstream endobj'),
    ];
    expect(harmless.map(actingObject)).toEqual(harmless.map(() => null));
  });
});
