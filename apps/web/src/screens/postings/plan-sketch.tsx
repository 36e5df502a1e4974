import { Badge, Text } from '@mantine/core';
import { words } from '../../words';

const WORDS = words.postings;

export interface SketchedStage {
  readonly name: string;
  readonly kind: string;
  readonly durationMin: number | null;
  readonly skippableIf: string | null;
  readonly targetDays: number | null;
  readonly seats: readonly { readonly role: string }[];
}

/** The stages of a plan in order: what, how long, who. */
export function PlanSketch({ stages }: { readonly stages: readonly SketchedStage[] }) {
  return (
    <ol className="sketch">
      {stages.map(({ name, kind, durationMin, seats, skippableIf, targetDays }, at) => (
        <li key={at}>
          <Text span fw={600} size="sm">
            {name}
          </Text>{' '}
          <Badge size="sm" variant="light" color="gray">
            {words.stageKind[kind]}
          </Badge>
          <Text size="sm" c="dimmed">
            {[
              ...(durationMin ? [WORDS.minutes(durationMin)] : []),
              ...seats.map(({ role }) => role),
              ...(targetDays ? [words.application.target(targetDays)] : []),
              ...(skippableIf ? [`${WORDS.stage.skippable}: ${skippableIf}`] : []),
            ].join(' · ')}
          </Text>
        </li>
      ))}
    </ol>
  );
}
