import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { SetRetentionRuleDocument } from '../../graphql/generated';
import { useCommand } from '../../ui/commands';
import { COUNTRIES, countryName } from '../../ui/countries';
import { FormFault, useFaults } from '../../ui/faults';
import { words } from '../../words';
import { useDone } from './read-again';
import type { Rule } from './retention';

const WORDS = words.settings.retention;
const ELSEWHERE = '';
const UNCHOSEN = '?';

/** A rule for a country, or for every other one. */
export function RetentionRuleDialog({
  rule,
  taken,
  onClose,
}: {
  readonly rule: Rule | null;
  readonly taken: readonly (string | null)[];
  readonly onClose: () => void;
}) {
  const free = [{ value: ELSEWHERE, label: WORDS.everywhere }, ...COUNTRIES].filter(
    ({ value }) => !taken.includes(value || null),
  );
  const [country, setCountry] = useState(rule?.country ?? (rule || !taken.includes(null) ? ELSEWHERE : UNCHOSEN));
  const [atLeastDays, setLeast] = useState<number | string>(rule?.atLeastDays ?? 0);
  const [atMostDays, setMost] = useState<number | string>(rule?.atMostDays ?? '');
  const faults = useFaults('country', 'atLeastDays', 'atMostDays');
  const save = useCommand(SetRetentionRuleDocument, {
    ...useDone('Retention')(undefined, onClose),
    onRefusal: faults.onRefusal,
    keyed: false,
  });
  return (
    <Dialog onClose={onClose} title={WORDS.addTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          faults.clear();
          save.run({
            country: country || null,
            atLeastDays: Number(atLeastDays),
            atMostDays: atMostDays === '' ? null : Number(atMostDays),
            expectedVersion: rule?.version ?? 0,
          });
        }}
      >
        <Stack>
          {rule ? (
            <Text fw={600}>{rule.country ? countryName(rule.country) : WORDS.everywhere}</Text>
          ) : (
            <NativeSelect
              label={WORDS.where}
              value={country}
              error={faults.at('country')}
              onChange={(event) => setCountry(event.currentTarget.value)}
              data={[...(country === UNCHOSEN ? [{ value: UNCHOSEN, label: words.chooseOne }] : []), ...free]}
            />
          )}
          <NumberInput
            label={WORDS.leastDays}
            description={WORDS.leastNote}
            required
            min={0}
            allowDecimal={false}
            value={atLeastDays}
            error={faults.at('atLeastDays')}
            onChange={setLeast}
          />
          <NumberInput
            label={`${WORDS.mostDays} (${words.optional})`}
            description={WORDS.mostNote}
            min={1}
            allowDecimal={false}
            value={atMostDays}
            error={faults.at('atMostDays')}
            onChange={setMost}
          />
          <Text size="sm">{WORDS.grace}</Text>
          <FormFault>{faults.rest}</FormFault>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={save.busy} disabled={atLeastDays === '' || country === UNCHOSEN}>
              {WORDS.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
