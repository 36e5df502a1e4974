import { Link } from 'wouter';
import { clock, dayOfWeek, weekday } from '../../ui/time';
import { covered } from '../../ui/week';
import { words } from '../../words';
import type { Availability } from './schedule';

const WORDS = words.schedule;
const FIRST_HOUR = 6;
const HOURS = 16;

interface Block {
  readonly key: string;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly kind: 'free' | 'away' | 'interview';
  readonly label: string;
  readonly to?: string;
}

/** Seven days beside each other from six to ten; what lies outside is said in the lists below and on the home page. */
export function WeekView({
  days,
  zone,
  data,
}: {
  readonly days: readonly number[];
  readonly zone: string;
  readonly data: Availability;
}) {
  const blocks = data.busyBlocks.__typename === 'BusyBlocks' ? data.busyBlocks.blocks : [];
  const meetings = [...data.coming.nodes, ...data.past.nodes].filter(({ interview }) => interview.state !== 'CANCELLED');
  return (
    <div className="week" tabIndex={0} role="region" aria-label={WORDS.title}>
      <div className="week-hours" aria-hidden="true">
        {Array.from({ length: HOURS }, (_, at) => (
          <span key={at}>{`${String(FIRST_HOUR + at).padStart(2, '0')}:00`}</span>
        ))}
      </div>
      {days.slice(0, 7).map((from_ms, at) => {
        const to_ms = days[at + 1]!;
        const iso = new Date(from_ms).toISOString();
        const shown: Block[] = [
          ...covered(data.myAvailability.hours, from_ms, to_ms).map((one) => ({
            ...one,
            key: `free ${one.from_ms}`,
            kind: 'free' as const,
            label: WORDS.free,
          })),
          ...blocks.map((one) => ({ ...span(one), key: one.id, kind: 'away' as const, label: one.reason || WORDS.away })),
          ...meetings.map(({ interview, interviewSeatId }) => ({
            ...span(interview),
            key: interviewSeatId,
            kind: 'interview' as const,
            label: `${clock(interview.startsAt, zone)} ${interview.candidateName}`,
            to: `/kits/${interview.applicationId}/${interview.stageId}`,
          })),
        ].filter((one) => one.from_ms < to_ms && one.to_ms > from_ms);
        const today = Date.now() >= from_ms && Date.now() < to_ms;
        return (
          <section key={from_ms} className="week-day" aria-label={weekday(iso, zone)} data-today={today || undefined}>
            <h2>{dayOfWeek(iso, zone)}</h2>
            <div className="week-blocks">
              {shown.map((one) => (
                <BlockBox key={one.key} block={one} day_ms={from_ms} />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function span({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  return { from_ms: Date.parse(startsAt), to_ms: Date.parse(endsAt) };
}

function BlockBox({ block, day_ms }: { readonly block: Block; readonly day_ms: number }) {
  const percent = (at_ms: number) => Math.min(100, Math.max(0, (((at_ms - day_ms) / 3_600_000 - FIRST_HOUR) / HOURS) * 100));
  const [top, bottom] = [percent(block.from_ms), percent(block.to_ms)];
  if (bottom <= top) return null;
  const style = { top: `${top}%`, height: `${bottom - top}%` };
  return (
    <div className="week-block" data-kind={block.kind} style={style} title={block.label}>
      {block.to ? (
        <Link href={block.to}>{block.label}</Link>
      ) : block.kind === 'away' ? (
        block.label
      ) : (
        <span className="unseen">{block.label}</span>
      )}
    </div>
  );
}
