import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '#libs/kernel/index.js';
import { type AuditedEvent, headOf, seal } from './seal.js';

const ORGANIZATION = newId();
const event = fc.record({
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }),
  actorKind: fc.constantFrom('staff', 'candidate', 'system'),
  actorId: fc.option(fc.uuid()),
  action: fc.string(),
  subjectKind: fc.string(),
  subjectId: fc.option(fc.uuid()),
  detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))),
});
const events = fc.array(event, { minLength: 1, maxLength: 6 });

/** The same with one thing changed, of which every field is one. */
function changed(event: AuditedEvent, field: keyof AuditedEvent): AuditedEvent {
  const other = { at: new Date(event.at.getTime() + 1), detail: { changed: event.detail } };
  return { ...event, [field]: field in other ? other[field as keyof typeof other] : `${event[field] as string}!` };
}

describe('a seal', () => {
  it('is the same for the same entries, in whatever order the keys of their details come', () => {
    fc.assert(
      fc.property(events, (list) => {
        const turned = list.map((each) => ({ ...each, detail: Object.fromEntries(Object.entries(each.detail).reverse()) }));
        expect(seal(ORGANIZATION, null, turned)).toEqual(seal(ORGANIZATION, null, list));
      }),
    );
  });

  it('is another when any field of any entry is, when one is missing, added or moved, for another organisation and after another seal', () => {
    fc.assert(
      fc.property(events, fc.nat(), (list: AuditedEvent[], chance) => {
        const at = chance % list.length;
        const { hash } = seal(ORGANIZATION, null, list);
        for (const field of Object.keys(list[at]!) as (keyof AuditedEvent)[])
          expect(seal(ORGANIZATION, null, list.with(at, changed(list[at]!, field))).hash).not.toEqual(hash);
        expect(seal(ORGANIZATION, null, [...list, list[at]!]).hash).not.toEqual(hash);
        expect(seal(newId(), null, list).hash).not.toEqual(hash);
        const before = seal(ORGANIZATION, null, [list[at]!]);
        expect(seal(ORGANIZATION, before, list).hash).not.toEqual(hash);
        expect(seal(ORGANIZATION, { ...before, hash: Buffer.alloc(32, 1) }, list).hash).not.toEqual(
          seal(ORGANIZATION, before, list).hash,
        );
      }),
    );
  });

  it('counts on from the one before and names its last entry', () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const one = seal(ORGANIZATION, null, first);
        expect(one).toMatchObject({ seq: 1, events: first.length, upTo: first.at(-1)!.id });
        expect(seal(ORGANIZATION, one, second)).toMatchObject({ seq: 2, events: second.length });
        expect(headOf(ORGANIZATION, one)).not.toEqual(headOf(newId(), one));
      }),
    );
  });
});
