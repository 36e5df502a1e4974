import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { NoAnswer, ask } from '../../graphql/ask';
import {
  type CardFragment,
  type KitQuery,
  type Recommendation,
  SaveScorecardDraftDocument,
  SubmitScorecardDocument,
} from '../../graphql/generated';
import { tellDone, tellFault, useCommand } from '../../ui/commands';
import { useDraft } from '../../ui/drafts';
import { useZone } from '../../ui/frame';
import { moment } from '../../ui/time';
import { words } from '../../words';
import type { Kit } from './kit';
import { RatingChoice } from './rating-choice';

const WORDS = words.kit;
const SAVE_AFTER_MS = 900;
const RECOMMENDATIONS: readonly Recommendation[] = ['STRONG_NO', 'NO', 'NO_DECISION', 'YES', 'STRONG_YES'];

/** A card while it is written. */
interface Card {
  readonly ratings: Readonly<Record<string, { readonly rating: number | null; readonly note: string }>>;
  readonly notes: string;
  readonly recommendation: Recommendation | null;
}

function cardOf(stored: CardFragment | null): Card {
  return {
    ratings: Object.fromEntries((stored?.ratings ?? []).map(({ attributeId, rating, note }) => [attributeId, { rating, note }])),
    notes: stored?.notes ?? '',
    recommendation: stored?.recommendation ?? null,
  };
}

/** Ratings by key, notes, a recommendation. A draft is kept in this browser at once and on the server a moment later; a card that is in changes only when it is amended. */
export function ScorecardForm({ kit }: { readonly kit: Kit }) {
  const { applicationId, stageId, myScorecard: stored } = kit;
  const zone = useZone();
  const queries = useQueryClient();
  const initial = JSON.stringify(cardOf(stored));
  const [text, setText, changed, drop] = useDraft(`card.${applicationId}.${stageId}.${stored?.version ?? 0}`, initial);
  const card = JSON.parse(text) as Card;
  const isIn = stored?.state === 'SUBMITTED';
  const form = useRef<HTMLFormElement>(null);
  const change = (next: Partial<Card>) => setText(JSON.stringify({ ...card, ...next }));
  const input = {
    applicationId,
    stageId,
    expectedVersion: stored?.version ?? 0,
    notes: card.notes,
    recommendation: card.recommendation,
    ratings: Object.entries(card.ratings).flatMap(([attributeId, { rating, note }]) =>
      rating ? [{ attributeId, rating, note }] : [],
    ),
  };
  const keep = (scorecard: CardFragment) => {
    drop();
    queries.setQueryData<KitQuery>(
      ['Kit', applicationId, stageId],
      (data) => data && { interviewKit: { ...data.interviewKit, myScorecard: scorecard } },
    );
  };
  const saving = useSaving(changed && !isIn ? JSON.stringify(input) : null, keep);
  const submit = useCommand(SubmitScorecardDocument, {
    onDone: ({ scorecard }) => {
      keep(scorecard);
      void queries.invalidateQueries({ queryKey: ['Home'] });
      tellDone(WORDS.submitted);
    },
    onRefusal: (refusal) => {
      tellFault(refusal.__typename === 'Conflict' ? WORDS.conflict : refusal.message);
      if (refusal.__typename === 'Conflict') void queries.invalidateQueries({ queryKey: ['Kit', applicationId, stageId] });
    },
  });

  /** 1 to 4 rate the attribute that the focus is in and go on to the next. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const group = target.closest<HTMLElement>('[data-attribute]');
    if (!group || target.tagName === 'TEXTAREA' || !/^[1-4]$/.test(event.key)) return;
    event.preventDefault();
    rate(group.dataset.attribute!, Number(event.key));
    const groups = [...form.current!.querySelectorAll<HTMLElement>('[data-attribute]')];
    const next = groups[groups.indexOf(group) + 1] ?? form.current!.querySelector<HTMLElement>('[data-recommendation]');
    next?.querySelector<HTMLElement>('input')?.focus();
  };
  const rate = (id: string, rating: number) =>
    change({ ratings: { ...card.ratings, [id]: { note: card.ratings[id]?.note ?? '', rating } } });

  return (
    <form
      ref={form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit.run(input);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {isIn && stored.submittedAt ? WORDS.inSince(moment(stored.submittedAt, zone)) : WORDS.blind} {WORDS.keys}
        </Text>
        {kit.attributes.map(({ id, name, description }) => (
          <RatingChoice
            key={id}
            id={id}
            name={name}
            description={description}
            rating={card.ratings[id]?.rating ?? null}
            note={card.ratings[id]?.note ?? ''}
            onRate={(rating) => rate(id, rating)}
            onNote={(note) => change({ ratings: { ...card.ratings, [id]: { rating: card.ratings[id]?.rating ?? null, note } } })}
          />
        ))}
        <Textarea
          label={WORDS.notes}
          value={card.notes}
          onChange={(event) => change({ notes: event.currentTarget.value })}
          autosize
          minRows={4}
          maxLength={20_000}
        />
        <fieldset className="choices" data-recommendation>
          <legend>{WORDS.recommendation}</legend>
          <div className="choice-row">
            {RECOMMENDATIONS.map((value) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name="recommendation"
                  checked={card.recommendation === value}
                  onChange={() => change({ recommendation: value })}
                />
                {words.recommendation[value]}
              </label>
            ))}
          </div>
        </fieldset>
        <Group justify="space-between" className="no-print">
          <Text size="sm" c="dimmed" role="status">
            {isIn ? '' : saving}
          </Text>
          <Button type="submit" loading={submit.busy} disabled={!card.recommendation || (isIn && !changed)}>
            {isIn ? WORDS.amend : WORDS.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Saves a draft a moment after the last change; says how that goes. `draft` is the input as JSON, null while there is nothing to save. */
function useSaving(draft: string | null, onSaved: (card: CardFragment) => void): string {
  const [said, setSaid] = useState('');
  const saved = useRef(onSaved);
  const latest = useRef(draft);
  useEffect(() => {
    saved.current = onSaved;
    latest.current = draft;
  });
  useEffect(() => {
    if (!draft) return;
    setSaid(WORDS.saving);
    const timer = setTimeout(() => {
      ask(SaveScorecardDraftDocument, { input: JSON.parse(draft) })
        .then(({ result }) => {
          if (result.__typename !== 'ScorecardPayload')
            return tellFault(result.__typename === 'Conflict' ? WORDS.conflict : result.message);
          setSaid(WORDS.saved);
          // What was typed meanwhile is saved on its own, over this version.
          if (latest.current === draft) saved.current(result.scorecard);
        })
        .catch((error: Error) => setSaid(error instanceof NoAnswer ? WORDS.kept : error.message));
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return said;
}
