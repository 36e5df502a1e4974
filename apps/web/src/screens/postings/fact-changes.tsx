import { Text } from '@mantine/core';
import type { FactChangedFragment } from '../../graphql/generated';
import { words } from '../../words';

const WORDS = words.postings;

/** Facts that are understood otherwise than before. */
export function FactChanges({ changes, none }: { readonly changes: readonly FactChangedFragment[]; readonly none: string }) {
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <dl className="facts">
      {changes.map(({ field, before, now }) => (
        <div key={field} className="contents">
          <dt>{WORDS.fields[field] ?? field}</dt>
          <dd>
            <del className="gone">{inWordsOf(before) ?? WORDS.missing}</del>{' '}
            <ins className="new">{inWordsOf(now) ?? WORDS.missing}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A fact's value, which the schema gives as JSON, as a person would say it; null where there is none. */
export function inWordsOf(json: string): string | null {
  return said(JSON.parse(json) as unknown);
}

function said(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? WORDS.yes : WORDS.no;
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => said(one) ?? []);
    return all.length > 0 ? all.join(', ') : null;
  }
  if (typeof value !== 'object') return String(value);
  const named = value as { readonly name?: unknown; readonly text?: unknown };
  if (typeof named.name === 'string') return named.name;
  if (typeof named.text === 'string') return named.text;
  const parts = Object.values(value).flatMap((one) => said(one) ?? []);
  return parts.length > 0 ? parts.join(' ') : null;
}
