import type { CSSProperties, MouseEvent } from 'react';
import { clock } from '../../ui/time';
import { type Span, spanOf } from '../../ui/week';
import { words } from '../../words';
import type { Lane, Slot } from './lanes';
import { spokenLane } from './lanes';
import classes from './find-time.module.css';

const WORDS = words.findTime;
const HOUR_MS = 3_600_000;
const GRID_MS = 15 * 60_000;

interface Hours {
  readonly first: number;
  readonly last: number;
}

/** Everybody's time under each other, one or more days beside each other. */
export function Picture({
  lanes,
  days,
  hours,
  law,
  chosen,
  head,
  axis,
  onPick,
}: {
  readonly lanes: readonly Lane[];
  /** Beginning and end of each day. */
  readonly days: readonly Span[];
  readonly hours: Hours;
  readonly law: readonly Span[] | null;
  readonly chosen: Pick<Slot, 'startsAt' | 'endsAt'> | null;
  readonly head?: React.ReactNode;
  /** Zones whose clocks stand above a single day. */
  readonly axis?: readonly string[];
  readonly onPick?: (at_ms: number) => void;
}) {
  const style = { '--days': days.length, '--narrowest': days.length === 1 ? '30rem' : '5.5rem' } as CSSProperties;
  const [only] = days;
  return (
    <div className={classes.grid} style={style}>
      {head}
      {axis?.map((zone) => (
        <Axis key={zone} zone={zone} day_ms={only!.from_ms} hours={hours} />
      ))}
      {lanes.map((lane) => (
        <Row key={lane.key} lane={lane}>
          {days.map((day) => (
            <Track key={day.from_ms} lane={lane} day={day} hours={hours} law={law} chosen={chosen} onPick={onPick} />
          ))}
          {axis && <span className="unseen">{spokenLane(lane, only!.from_ms, only!.to_ms, axis[0]!)}</span>}
        </Row>
      ))}
    </div>
  );
}

function Row({ lane: { name, note }, children }: { readonly lane: Lane; readonly children: React.ReactNode }) {
  return (
    <>
      <div className={classes.name} data-under>
        {name}
        {note && <small>{note}</small>}
      </div>
      {children}
    </>
  );
}

function Axis({
  zone,
  day_ms,
  hours: { first, last },
}: {
  readonly zone: string;
  readonly day_ms: number;
  readonly hours: Hours;
}) {
  const step = last - first > 14 ? 2 : 1;
  const marks = Array.from({ length: Math.ceil((last - first) / step) }, (_, at) => first + at * step);
  return (
    <>
      <div className={classes.name}>
        <span>{zone.replaceAll('_', ' ')}</span>
      </div>
      <div className={classes.axis} aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={{ left: `${((hour - first) / (last - first)) * 100}%` }}>
            {clock(new Date(day_ms + hour * HOUR_MS).toISOString(), zone)}
          </span>
        ))}
      </div>
    </>
  );
}

function Track({
  lane,
  day,
  hours: { first, last },
  law,
  chosen,
  onPick,
}: {
  readonly lane: Lane;
  readonly day: Span;
  readonly hours: Hours;
  readonly law: readonly Span[] | null;
  readonly chosen: Pick<Slot, 'startsAt' | 'endsAt'> | null;
  readonly onPick: ((at_ms: number) => void) | undefined;
}) {
  const [from_ms, length_ms] = [day.from_ms + first * HOUR_MS, (last - first) * HOUR_MS];
  const place = (span: Span): CSSProperties | null => {
    const [left, right] = [span.from_ms, span.to_ms].map((at) => Math.min(1, Math.max(0, (at - from_ms) / length_ms)));
    return right! > left! ? { left: `${left! * 100}%`, width: `${(right! - left!) * 100}%` } : null;
  };
  const draw = (spans: readonly Span[], kind: string) =>
    spans.map((span) => {
      const style = place(span);
      return style && <div key={`${kind} ${span.from_ms}`} className={classes.span} data-kind={kind} style={style} />;
    });
  const pick = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at_ms = from_ms + ((event.clientX - box.left) / box.width) * length_ms;
    onPick?.(Math.floor(at_ms / GRID_MS) * GRID_MS);
  };
  const marked = chosen && place(spanOf(chosen));
  return (
    // Whoever has no pointer types the time below; the picture repeats what the row says in words.
    <div
      className={classes.track}
      data-tall={onPick ? true : undefined}
      data-pick={onPick ? true : undefined}
      onClick={onPick && pick}
      aria-hidden="true"
    >
      {lane.kind !== 'law' &&
        law?.map((span) => {
          const style = place(span);
          return style && <div key={span.from_ms} className={classes.behind} style={style} />;
        })}
      {draw(lane.open ?? law ?? [day], lane.kind)}
      {draw(lane.taken, 'taken')}
      {marked && <div className={classes.chosen} style={marked} />}
    </div>
  );
}

/** What the colours mean. */
export function Key() {
  return (
    <ul className={classes.key}>
      {(['law', 'open', 'taken', 'offered'] as const).map((kind) => (
        <li key={kind} data-kind={kind}>
          {WORDS.legend[kind]}
        </li>
      ))}
    </ul>
  );
}
