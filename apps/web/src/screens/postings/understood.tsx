import { Alert, Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { PostingField, ReadingFragment } from '../../graphql/generated';
import { words } from '../../words';
import { type Fact, type Understood, understood } from './reading';

const WORDS = words.postings;

interface Props {
  readonly reading: ReadingFragment;
  /** Shows where in the document a fact stands. */
  onShow(fact: Fact): void;
  /** Left out while there is nothing to correct yet. */
  readonly onConfirm?: (field: PostingField) => void;
  readonly onCorrect?: (field: PostingField) => void;
}

/** What was understood of a document, what needs a look first; each with its line. */
export function UnderstoodList({ reading, onShow, onConfirm, onCorrect }: Props) {
  const { check, certain, missing } = understood(reading);
  const rows = (list: readonly Understood[], asks: boolean) => (
    <ul className="plain understood">
      {list.map((one) => (
        <li key={one.field} data-check={asks || undefined}>
          <Text size="xs" c="dimmed">
            {WORDS.fields[one.field]}
          </Text>
          <Text size="sm">{one.said ?? WORDS.missing}</Text>
          <Group gap="xs">
            {linesOf(one.facts).map((fact) => (
              <Anchor key={fact.line} component="button" type="button" size="xs" onClick={() => onShow(fact)}>
                {WORDS.line(fact.line)}
                {fact.sharedSection && ` · ${fact.sharedSection}`}
              </Anchor>
            ))}
            {one.said !== null && (
              <Badge size="sm" variant="light" color={asks ? 'yellow' : 'gray'} className={asks ? 'look' : undefined}>
                {one.facts.some(({ rule }) => rule === 'person') ? WORDS.confirmed : WORDS.sure(Math.round(one.confidence * 100))}
              </Badge>
            )}
            {asks && onConfirm && (
              <Button size="compact-xs" onClick={() => onConfirm(one.field)}>
                {WORDS.confirm}
              </Button>
            )}
            {onCorrect && CORRECTABLE.has(one.field) && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onCorrect(one.field)}
                aria-label={WORDS.correctTitle(WORDS.fields[one.field]!)}
              >
                {WORDS.correct}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
  return (
    <Stack gap="sm">
      {check.length > 0 && (
        <section>
          <Title order={3}>{WORDS.uncertainFirst}</Title>
          {rows(check, true)}
        </section>
      )}
      <section>
        <Title order={3}>{WORDS.certain}</Title>
        {rows([...certain, ...missing], false)}
      </section>
      <Findings reading={reading} />
    </Stack>
  );
}

/** Levels and lists of sums are corrected in the document alone. */
const CORRECTABLE: ReadonlySet<PostingField> = new Set([
  ...([
    'title',
    'company',
    'category',
    'locations',
    'remote',
    'residence',
    'employmentTypes',
    'salary',
    'coreHours',
    'onCall',
    'processDuration',
    'candidateTime',
    'equity',
    'residencePreferred',
    'otherHours',
    'rounds',
  ] as const),
]);

/** One fact a line: a list has many of one line. */
function linesOf(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.filter(({ rule }) => rule !== 'person').map((fact) => [fact.line, fact])).values()].slice(0, 6);
}

const COLOURS = { ERROR: 'red', WARNING: 'yellow', INFO: 'gray' } as const;

function Findings({ reading: { diagnostics } }: { readonly reading: ReadingFragment }) {
  return (
    <section>
      <Title order={3}>{WORDS.findings}</Title>
      {diagnostics.length === 0 && (
        <Text size="sm" c="dimmed">
          {WORDS.noFindings}
        </Text>
      )}
      <Stack gap={6} mt={4}>
        {diagnostics.map(({ code, message, line, severity }, at) => (
          <Alert key={`${code} ${at}`} variant="light" color={COLOURS[severity]} p="xs">
            <Text size="sm">
              {message}{' '}
              <Text span size="xs">
                {WORDS.line(line)}
              </Text>
            </Text>
          </Alert>
        ))}
      </Stack>
    </section>
  );
}
