import { Button, Group, NativeSelect, NumberInput, Stack, TextInput, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { CorrectPostingDocument, type PostingField, type ReadingFragment, type SalaryPeriod } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { ZoneSelect } from '../../ui/zone-select';
import { DaysChoice } from '../../ui/days-choice';
import { words } from '../../words';
import { type Posting, useReadAgain } from './posting';
import type { Correction } from './reading';

const WORDS = words.postings;

interface Props {
  readonly posting: Posting;
  readonly reading: ReadingFragment;
  readonly field: PostingField;
  readonly onClose: () => void;
}

/** States what the document should have been understood as, or that the posting has none of it. */
export function CorrectDialog({ posting, reading, field, onClose }: Props) {
  const [value, setValue] = useState<Correction>(() => presentValue(reading, field));
  const readAgain = useReadAgain(posting.id);
  const correct = useCommand(CorrectPostingDocument, {
    onDone: () => {
      readAgain();
      tellDone(WORDS.confirmedDone);
      onClose();
    },
  });
  const send = (corrections: Correction) => correct.run({ postingId: posting.id, expectedVersion: posting.version, corrections });
  return (
    <Dialog onClose={onClose} title={WORDS.correctTitle(WORDS.fields[field]!)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(value);
        }}
      >
        <Stack>
          <Fields field={field} value={value} onChange={setValue} />
          <Group justify="space-between">
            <Button variant="default" onClick={() => send({ [field]: null })} disabled={field === 'title'}>
              {WORDS.drop_}
            </Button>
            <Button type="submit" loading={correct.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function presentValue(reading: ReadingFragment, field: PostingField): Correction {
  switch (field) {
    case 'salary':
      return { salary: reading.salary ?? { min: null, max: null, currency: null, period: 'YEAR' } };
    case 'coreHours':
      return {
        coreHours: reading.coreHours ?? { start: '09:00', end: '17:00', zone: 'UTC', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] },
      };
    case 'remote':
      return { remote: reading.remote ?? true };
    case 'locations':
    case 'residence':
    case 'residencePreferred':
    case 'otherHours':
    case 'employmentTypes':
      return { [field]: reading[field] };
    case 'title':
    case 'company':
    case 'category':
    case 'onCall':
    case 'processDuration':
    case 'candidateTime':
    case 'equity':
      return { [field]: reading[field] ?? '' };
    default:
      return {};
  }
}

function Fields({
  field,
  value,
  onChange,
}: {
  readonly field: PostingField;
  readonly value: Correction;
  readonly onChange: (value: Correction) => void;
}): ReactNode {
  switch (field) {
    case 'salary':
      return <SalaryFields value={value.salary ?? {}} onChange={(salary) => onChange({ salary })} />;
    case 'coreHours':
      return value.coreHours && <HoursFields value={value.coreHours} onChange={(coreHours) => onChange({ coreHours })} />;
    case 'remote':
      return (
        <NativeSelect
          label={WORDS.fields.remote}
          value={String(value.remote)}
          onChange={(event) => onChange({ remote: event.currentTarget.value === 'true' })}
          data={[
            { value: 'true', label: WORDS.yes },
            { value: 'false', label: WORDS.no },
          ]}
        />
      );
    case 'locations':
    case 'residence':
    case 'residencePreferred':
    case 'otherHours':
    case 'employmentTypes':
      return (
        <Textarea
          label={WORDS.fields[field]}
          description={WORDS.oneALine}
          data-autofocus
          autosize
          minRows={3}
          value={(value[field] ?? []).join('\n')}
          onChange={(event) => onChange({ [field]: event.currentTarget.value.split('\n') })}
          onBlur={() => onChange({ [field]: (value[field] ?? []).map((one) => one.trim()).filter(Boolean) })}
        />
      );
    case 'title':
    case 'company':
    case 'category':
    case 'onCall':
    case 'processDuration':
    case 'candidateTime':
    case 'equity':
      return (
        <TextInput
          label={WORDS.fields[field]}
          data-autofocus
          required
          value={value[field] ?? ''}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      );
    default:
      return null;
  }
}

const PERIODS: readonly SalaryPeriod[] = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR'];

function SalaryFields({
  value,
  onChange,
}: {
  readonly value: NonNullable<Correction['salary']>;
  readonly onChange: (value: NonNullable<Correction['salary']>) => void;
}) {
  const amount = (key: 'min' | 'max') => (
    <NumberInput
      label={WORDS.salary[key]}
      min={0}
      thousandSeparator=" "
      value={value[key] ?? ''}
      onChange={(typed) => onChange({ ...value, [key]: typed === '' ? null : Number(typed) })}
    />
  );
  return (
    <>
      <Group grow>
        {amount('min')}
        {amount('max')}
      </Group>
      <Group grow>
        <TextInput
          label={WORDS.salary.currency}
          maxLength={3}
          value={value.currency ?? ''}
          onChange={(event) => onChange({ ...value, currency: event.currentTarget.value.toUpperCase() || null })}
        />
        <NativeSelect
          label={WORDS.salary.period}
          value={value.period ?? 'YEAR'}
          onChange={(event) => onChange({ ...value, period: event.currentTarget.value as SalaryPeriod })}
          data={PERIODS.map((period) => ({ value: period, label: WORDS.salary.periods[period] }))}
        />
      </Group>
    </>
  );
}

function HoursFields({
  value,
  onChange,
}: {
  readonly value: NonNullable<Correction['coreHours']>;
  readonly onChange: (value: NonNullable<Correction['coreHours']>) => void;
}) {
  return (
    <>
      <Group grow>
        <TextInput
          type="time"
          label={words.schedule.from}
          required
          value={value.start}
          onChange={(event) => onChange({ ...value, start: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={words.schedule.to}
          required
          value={value.end}
          onChange={(event) => onChange({ ...value, end: event.currentTarget.value })}
        />
      </Group>
      <ZoneSelect value={value.zone} onChange={(zone) => onChange({ ...value, zone })} />
      <DaysChoice value={value.days ?? []} onChange={(days) => onChange({ ...value, days })} />
    </>
  );
}
