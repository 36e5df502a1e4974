import { useZone } from './frame';
import { moment, relative } from './time';

/** An instant in the viewer's zone; how far away it is stands beside it, or behind it on hovering. */
export function Moment({ at, far = false }: { readonly at: string; readonly far?: boolean }) {
  const zone = useZone();
  return (
    <time dateTime={at} title={far ? undefined : relative(at)}>
      {moment(at, zone)}
      {far ? ` (${relative(at)})` : ''}
    </time>
  );
}

/** How far away an instant is; when exactly, on hovering. */
export function Ago({ at }: { readonly at: string }) {
  const zone = useZone();
  return (
    <time dateTime={at} title={moment(at, zone)}>
      {relative(at)}
    </time>
  );
}
