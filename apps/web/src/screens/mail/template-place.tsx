import { Anchor, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../graphql/ask';
import { PostingStagesDocument } from '../../graphql/generated';
import { usePostingNames } from '../../ui/postings';
import { words } from '../../words';
import type { Template } from './template-editor';

const WORDS = words.mail.place;

/** For which mails words are: in a language, of all postings, of one, or of one of its stages. */
export interface Place {
  readonly language: string;
  readonly postingId: string | null;
  readonly stage: string | null;
}

type Places = Template['places'];

/** The place that an address names. */
export function placeIn(address: URLSearchParams): Place {
  const postingId = address.get('posting');
  return { language: address.get('language') ?? 'en', postingId, stage: postingId && address.get('stage') };
}

export function placeAddress(key: string, { language, postingId, stage }: Place): string {
  const address = new URLSearchParams({ template: key });
  if (language !== 'en') address.set('language', language);
  if (postingId) address.set('posting', postingId);
  if (postingId && stage) address.set('stage', stage);
  return `/mail?${address}`;
}

/** The nearest wider place with words of its own; null where those of the software hold. */
export function widerWords(places: Places, place: Place): Place | null {
  const wider = [
    ...(place.stage !== null ? [{ ...place, stage: null }] : []),
    ...(place.postingId !== null ? [{ ...place, postingId: null, stage: null }] : []),
  ];
  return wider.find((one) => places.some((known) => isAt(known, one))) ?? null;
}

function isAt(known: Places[number], place: Place): boolean {
  return known.language === place.language && known.postingId === place.postingId && known.stage === place.stage;
}

/** "German, Backend Engineer, Screening call" */
export function placeName(place: Place, places: Places): string {
  const title = places.find(({ postingId }) => postingId === place.postingId)?.postingTitle ?? words.postings.untitled;
  return [languageName(place.language), place.postingId ? title : WORDS.everyPosting, place.stage].filter(Boolean).join(', ');
}

export function languageName(code: string): string {
  return words.languages[code] ?? code;
}

/** Chooses the place, and shows where this mail has words of its own. */
export function PlaceChoice({
  template,
  place,
  choose,
}: {
  readonly template: Template;
  readonly place: Place;
  readonly choose: (place: Place) => void;
}) {
  const { postingId } = place;
  const postings = usePostingNames();
  const stages = useQuery({
    queryKey: ['PostingStages', postingId],
    queryFn: ({ signal }) => ask(PostingStagesDocument, { postingId: postingId! }, signal),
    enabled: postingId !== null,
  });
  const named = (postings.data?.postings.nodes ?? []).map(({ id, title }) => ({
    value: id,
    label: title ?? words.postings.untitled,
  }));
  const stageNames = [
    ...new Set([...(stages.data?.posting.plan.stages ?? []).map(({ name }) => name), ...(place.stage ? [place.stage] : [])]),
  ];
  return (
    <>
      <Group align="flex-end">
        {template.languages.length > 1 && (
          <SegmentedControl
            aria-label={WORDS.language}
            value={place.language}
            onChange={(language) => choose({ ...place, language })}
            data={template.languages.map((value) => ({ value, label: languageName(value) }))}
          />
        )}
        {template.audience !== 'PERSON' && (
          <NativeSelect
            label={WORDS.posting}
            value={postingId ?? ''}
            onChange={(event) => choose({ ...place, postingId: event.currentTarget.value || null, stage: null })}
            data={[{ value: '', label: WORDS.everyPosting }, ...named]}
          />
        )}
        {postingId !== null && (
          <NativeSelect
            label={WORDS.stage}
            value={place.stage ?? ''}
            onChange={(event) => choose({ ...place, stage: event.currentTarget.value || null })}
            data={[{ value: '', label: WORDS.everyStage }, ...stageNames]}
          />
        )}
      </Group>
      {template.places.length > 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.ownIn}{' '}
          {template.places.map((one, index) => (
            <span key={placeAddress(template.key, one)}>
              {index > 0 && ' · '}
              <Anchor component={Link} href={placeAddress(template.key, one)} size="sm">
                {placeName(one, template.places)}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
    </>
  );
}
