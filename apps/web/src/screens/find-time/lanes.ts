import type { FindTimeQuery } from '../../graphql/generated';
import { clock } from '../../ui/time';
import { type Span, joined, spanOf } from '../../ui/week';
import { words } from '../../words';

export type Week = Extract<FindTimeQuery['schedulingWeek'], { __typename: 'SchedulingWeek' }>;
export type SlotList = Extract<FindTimeQuery['slots'], { __typename: 'SlotList' }>;
export type Slot = SlotList['slots'][number];

/** A row of the picture: the law, one person, or the times that suit everybody. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly kind: 'law' | 'open' | 'offered';
  /** null: nothing of their own binds them. */
  readonly open: readonly Span[] | null;
  readonly taken: readonly (Span & { readonly by: string })[];
}

const WORDS = words.findTime.rows;

/** What the week says, row by row. */
export function lanesOf({ law, candidate, members }: Week, candidateName: string, slots: readonly Slot[]): Lane[] {
  const spans = (list: readonly { readonly startsAt: string; readonly endsAt: string }[] | null) => list?.map(spanOf) ?? null;
  const taken = (list: Week['candidate']['taken']) => list.map((one) => ({ ...spanOf(one), by: one.by }));
  return [
    {
      ...{ key: 'law', name: WORDS.law, note: law ? '' : WORDS.noLaw },
      ...{ kind: 'law', open: spans(law), taken: [] },
    },
    {
      ...{ key: 'candidate', name: candidateName, note: candidate.hasNamed ? WORDS.named : WORDS.candidate },
      ...{ kind: 'open', open: spans(candidate.hours), taken: taken(candidate.taken) },
    },
    ...members.map((one): Lane => {
      const note = `${one.roles.join(', ')} · ${words.findTime.load(one.load)}`;
      return { key: one.personId, name: one.name, note, kind: 'open', open: spans(one.hours), taken: taken(one.taken) };
    }),
    {
      ...{ key: 'offered', name: WORDS.offered, note: '' },
      ...{ kind: 'offered', open: joined(slots.map(spanOf)), taken: [] },
    },
  ];
}

/** The row in words, for who does not see the picture. */
export function spokenLane({ name, open, taken }: Lane, from_ms: number, to_ms: number, zone: string): string {
  const said = (span: Span) =>
    [Math.max(span.from_ms, from_ms), Math.min(span.to_ms, to_ms)].map((at) => clock(new Date(at).toISOString(), zone)).join('–');
  const seen = <One extends Span>(spans: readonly One[]) => spans.filter((one) => one.from_ms < to_ms && one.to_ms > from_ms);
  const free = seen(open ?? [{ from_ms, to_ms }])
    .map(said)
    .join(', ');
  const away = seen(taken).map((one) => `${words.findTime.taken[one.by] ?? one.by} ${said(one)}`);
  return words.findTime.spoken(name, free, away.join(', '));
}
