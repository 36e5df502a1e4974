import { NativeSelect } from '@mantine/core';
import { words } from '../words';
import { COUNTRIES } from './countries';

const CHOICES = [{ value: '', label: '–' }, ...COUNTRIES];

/** A country by its name, or none; the value is its two-letter code. */
export function CountrySelect({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  return (
    <NativeSelect
      label={`${label} (${words.optional})`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={CHOICES}
    />
  );
}
