import type { Refusal, Result } from '#libs/kernel/index.js';
import type { CandidateInterviewSeen, OfferedLoops, OwnChoice } from '#libs/scheduling/index.js';
import type { CandidateWords } from './candidate-words.js';
import type { LoopSectionView } from './loop-section.js';

const DAY_MIN = 1440;

/** Loops in the candidate's zone, or null when they were not asked to choose any. */
export function loopView(
  loops: Result<OfferedLoops, Refusal>,
  coming: readonly CandidateInterviewSeen[],
  { heldLoop }: OwnChoice,
  { zone, words }: { readonly zone: string; readonly words: CandidateWords },
): LoopSectionView | null {
  if (!loops.ok) return null;
  const booked = new Set(coming.map(({ startsAt }) => Date.parse(startsAt)));
  const kept = heldLoop && [...new Set([...booked, ...heldLoop.rounds.map(({ startsAt }) => Date.parse(startsAt))])];
  return {
    loops: loops.value.loops.map(({ rounds, spanMin }) => ({
      starts: joined(rounds.map(({ startsAt }) => startsAt.getTime())),
      lasts: lasting(spanMin, words.loop),
      rounds: rounds.map(({ stageName, startsAt }) => ({
        stageName,
        when: words.when(startsAt, zone),
        booked: booked.has(startsAt.getTime()),
      })),
    })),
    nothing: loops.value.loops.length > 0 ? null : words.loop.nothing,
    held: heldLoop && {
      starts: joined(kept!),
      until: words.clock(new Date(heldLoop.heldUntil), zone),
      rounds: heldLoop.rounds.map(({ stageName, startsAt }) => ({ stageName, when: words.when(new Date(startsAt), zone) })),
    },
  };
}

function joined(starts_ms: readonly number[]): string {
  return [...starts_ms]
    .sort((a, b) => a - b)
    .map((at) => new Date(at).toISOString())
    .join(',');
}

/** How long a loop is from its first to its last minute, in words. */
function lasting(span_min: number, { onOneDay, within }: CandidateWords['loop']): string {
  if (span_min <= 12 * 60) {
    const [hours, minutes] = [Math.floor(span_min / 60), span_min % 60];
    return onOneDay([hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' '));
  }
  return within(Math.ceil(span_min / DAY_MIN));
}
