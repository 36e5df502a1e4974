import { type ReactNode, type RefObject, memo } from 'react';
import type { ReadingFragment } from '../../graphql/generated';
import { FIELDS, type Fact, SURE } from './reading';

/** A document line by line with the words marked that facts were read from; what needs a look is marked differently. */
export const DocumentView = memo(function DocumentView({
  text,
  reading,
  shown,
  holder,
  label,
}: {
  readonly text: string;
  readonly reading: ReadingFragment | null;
  /** The line that was asked for. */
  readonly shown: number | null;
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly label: string;
}) {
  const byLine = Map.groupBy(
    (reading?.facts ?? []).filter(
      ({ field, rule, sharedSection, text }) => FIELDS.includes(field) && rule !== 'person' && !sharedSection && text !== '',
    ),
    ({ line }) => line,
  );
  return (
    <div className="document pane" ref={holder} tabIndex={0} role="region" aria-label={label}>
      <ol>
        {text.split('\n').map((line, at) => (
          <li key={at} data-line={at + 1} data-shown={shown === at + 1 || undefined}>
            <span>{marked(line, byLine.get(at + 1) ?? [])}</span>
          </li>
        ))}
      </ol>
    </div>
  );
});

/** The words of a line with those of its facts marked; facts that overlap an earlier one stay within its mark. */
function marked(line: string, facts: readonly Fact[]): ReactNode {
  const places = facts
    .map((fact) => ({ fact, from: line.indexOf(fact.text.split('\n')[0]!) }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const parts: ReactNode[] = [];
  let reached = 0;
  for (const { fact, from } of places) {
    const to = from + fact.text.split('\n')[0]!.length;
    if (from < reached || to === from) continue;
    parts.push(line.slice(reached, from));
    parts.push(
      <mark key={from} data-check={fact.confidence < SURE || undefined}>
        {line.slice(from, to)}
      </mark>,
    );
    reached = to;
  }
  parts.push(line.slice(reached));
  return parts;
}
