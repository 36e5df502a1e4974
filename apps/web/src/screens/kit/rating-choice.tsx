import { Text, Textarea } from '@mantine/core';
import { words } from '../../words';

const WORDS = words.kit;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rating: number | null;
  readonly note: string;
  onRate(rating: number): void;
  onNote(note: string): void;
}

/** One attribute: 1 (far below what the role asks) to 4 (far above), and a note. */
export function RatingChoice({ id, name, description, rating, note, onRate, onNote }: Props) {
  return (
    <fieldset className="choices" data-attribute={id}>
      <legend>{name}</legend>
      {description && (
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      )}
      <div className="choice-row">
        {WORDS.scale.map((said, at) => (
          <label key={said} className="choice">
            <input type="radio" name={`rating-${id}`} checked={rating === at + 1} onChange={() => onRate(at + 1)} />
            <span>
              {at + 1} <span className="choice-words">{said}</span>
            </span>
          </label>
        ))}
      </div>
      <Textarea
        aria-label={`${WORDS.note}: ${name}`}
        placeholder={WORDS.note}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
        autosize
        minRows={1}
        maxLength={2000}
        mt={6}
        disabled={rating === null}
      />
    </fieldset>
  );
}
