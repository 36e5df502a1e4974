import { Select } from '@mantine/core';
import { words } from '../words';

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** An IANA zone, found by typing part of its name. */
export function ZoneSelect({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const data = ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Select
      label={words.schedule.inZone}
      searchable
      limit={60}
      allowDeselect={false}
      data={data.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}
